/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/entry.h"
#include "exchange/sample-order.h"

G_BEGIN_DECLS

/* What the sample shop's platforms say beside its orders: after-sales, a bill, reviews and a list
 * of stock. Each row is a pure function of the plan, as the orders are. */

typedef enum
{
  DAYBOOK_SAMPLE_TMALL_REFUNDS,
  DAYBOOK_SAMPLE_TAOBAO_REFUNDS,
  DAYBOOK_SAMPLE_PDD_REFUNDS,
  DAYBOOK_SAMPLE_BILL,
  DAYBOOK_SAMPLE_REVIEWS,
  DAYBOOK_SAMPLE_STOCK,
  DAYBOOK_SAMPLE_N_FILES,
} DaybookSampleFile;

typedef struct
{
  const DaybookTable *table;
  const char         *platform;
  const char         *kind;     /* as on the command line */
  guint               n_things; /* that its rows are about; 0: the orders */
} DaybookSampleFileSpec;

/* An order gives so many rows to a file at most. */
#define DAYBOOK_SAMPLE_ROWS_MAX 2

const DaybookSampleFileSpec *daybook_sample_file        (DaybookSampleFile         file);
/* Fills an empty entry of the file's table with row `which` that order or thing `index` gives.
 * FALSE: it gives none. `order`: that order, where the rows are about orders. */
gboolean                     daybook_sample_entry_fill  (const DaybookSamplePlan  *plan,
                                                         DaybookSampleFile         file,
                                                         guint                     index,
                                                         guint                     which,
                                                         const DaybookOrderRecord *order,
                                                         DaybookEntry             *entry);

G_END_DECLS
