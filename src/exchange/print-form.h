/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/register.h"
#include "exchange/print-head.h"

G_BEGIN_DECLS

/* A form of the register to be filled in by hand (KB-12): what a case of it is printed with, with
 * lines to write on and boxes to tick. (transfer full) */
DaybookPaper *daybook_print_form (const DaybookManner  *manner,
                                  const DaybookPrinted *printed,
                                  DaybookRegister      *definition);

/* The parts that are printed of a register; of one that names none all of its fields are one.
 * (element-type DaybookPrintPart) (transfer container) */
GPtrArray    *daybook_print_parts (DaybookRegister     *definition);
/* Lines for those who sign; under whatever is on the paper. */
void          daybook_print_signatures (DaybookPaper   *paper);

G_END_DECLS
