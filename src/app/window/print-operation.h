/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/paper.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Brings filled pages to a printer: A4 as they are, on other paper as large as it has room for.
 * `title` names the job. Takes over `paper`. */
GtkPrintOperation *daybook_print_operation_new (DaybookPaper *paper,
                                                const char   *title);

G_END_DECLS
