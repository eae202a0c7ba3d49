/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/register.h"
#include "exchange/print-head.h"

G_BEGIN_DECLS

/* A case on paper: what its register prints of it, the goods, through which stages it went, what
 * happened, and lines to sign on. Personal data as `manner` says; of others than the case itself
 * it stays masked. (transfer full) Errors: as daybook_reader_parts(). */
DaybookPaper *daybook_print_case (const DaybookManner  *manner,
                                  const DaybookPrinted *printed,
                                  DaybookRegister      *definition,
                                  const DaybookRow     *row,
                                  GError              **error);

G_END_DECLS
