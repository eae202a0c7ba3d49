/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/reader-private.h"

void
daybook_select_add_search (DaybookSelect      *select,
                           DaybookReader      *reader,
                           const DaybookTable *table,
                           const char         *text)
{
}
