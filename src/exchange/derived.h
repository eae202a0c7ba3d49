/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/export-sheet.h"

G_BEGIN_DECLS

/* Columns of an export beside the fields of the table, worked out from other rows as the
 * window's lists do: what tells one customer from another. They are counted on behind the
 * fields: column `n_fields` is the first. */
typedef struct
{
  const char *name;  /* of --columns */
  const char *label; /* msgid */
  /* Fills a cell that is NONE. */
  void      (*read) (const DaybookExportSheet *sheet,
                     const DaybookRow         *row,
                     DaybookOutCell           *cell);
} DaybookDerived;

/* Those of a table; none gives 0. */
guint                 daybook_derived_count  (const DaybookTable *table);
/* NULL: the column is a field. */
const DaybookDerived *daybook_derived_column (const DaybookTable *table,
                                              guint               column);
/* The column of this name, a field's or not; -1: there is none. */
int                   daybook_derived_find   (const DaybookTable *table,
                                              const char         *name);

G_END_DECLS
