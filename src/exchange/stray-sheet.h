/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/form.h"
#include "exchange/table.h"

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

/* Once the table has been read, whether such a sheet says anything new: many a shop keeps
 * lists of the very same orders beside them. */
typedef struct _DaybookStrayCheck DaybookStrayCheck;

/* Whether an order of this number was read. */
typedef gboolean (*DaybookNumberIsRead) (const char *number,
                                         gpointer    data);

typedef enum
{
  DAYBOOK_STRAY_ROW_OTHER, /* no number, or one that no order has */
  DAYBOOK_STRAY_ROW_READ,  /* of an order that was read */
  DAYBOOK_STRAY_ROW_NEW,   /* of another, by what its number looks like */
} DaybookStrayRow;

DaybookStrayCheck *daybook_stray_check_new  (const DaybookReadTable *table,
                                             DaybookNumberIsRead     is_read,
                                             gpointer                data);
void               daybook_stray_check_free (DaybookStrayCheck      *self);
DaybookStrayRow    daybook_stray_check_row  (DaybookStrayCheck      *self,
                                             const DaybookTableRow  *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookStrayCheck, daybook_stray_check_free)

G_END_DECLS
