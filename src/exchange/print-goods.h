/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/register.h"
#include "exchange/paper.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* The goods of a case on paper, as a table: which, how many, and what came back of them. Of none
 * nothing is put down. Errors: as daybook_reader_parts(). */
gboolean daybook_print_goods (DaybookPaper      *paper,
                              DaybookReader     *reader,
                              DaybookRegister   *definition,
                              const DaybookRow  *row,
                              GError           **error);

G_END_DECLS
