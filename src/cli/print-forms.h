/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli.h"

G_BEGIN_DECLS

/* Prints what each file that a platform gives can tell: the shop's own platforms too, where the
 * folder of the book has any. No book is needed. Errors: FORMAT, naming a platform's file. */
gboolean daybook_print_forms (DaybookCli  *cli,
                              GError     **error);

G_END_DECLS
