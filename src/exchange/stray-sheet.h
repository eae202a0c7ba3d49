/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/form.h"

G_BEGIN_DECLS

/* The table that is read of a workbook; all borrowed. */
typedef struct
{
  const DaybookForm *form;
  const char *const *headings; /* as they stand */
  guint              n_headings;
  const GPtrArray   *sample;   /* char **: the first rows below them */
} DaybookReadTable;

/* Whether another sheet, in whose first lines nobody knows a header, seems to have orders
 * all the same: numbers like those of the table where that has them, headings of its form
 * without the number's, or a header far down. `rows` are the sheet's first (char **). */
gboolean daybook_stray_sheet_has_orders (const DaybookReadTable *table,
                                         const GPtrArray        *rows);

G_END_DECLS
