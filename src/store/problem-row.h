/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/database.h"

G_BEGIN_DECLS

/* A row of a file that is not imported, whole and as it stands there. What it holds is not
 * masked. */
typedef struct
{
  guint    table; /* of the file's tables, from 0: the rows of one have one header */
  guint    sheet; /* of the file, from 0 */
  guint64  row;   /* of the sheet, from 1; 0: it is the header */
  char    *raw;   /* US between cells */
  char    *why;   /* sentences; NULL of a header */
} DaybookProblemRow;

DaybookProblemRow *daybook_problem_row_new  (guint              table,
                                             guint              sheet,
                                             guint64            row,
                                             const char        *raw,
                                             const char        *why);
void               daybook_problem_row_free (DaybookProblemRow *self);

/* Binds :table, :sheet, :row, :raw and :why. */
void               daybook_problem_row_bind (const DaybookProblemRow *self,
                                             DaybookStatement        *statement);
/* All that a statement gives: columns tbl, sheet, row, raw, why.
 * (element-type DaybookProblemRow) */
GPtrArray         *daybook_problem_rows_read (DaybookStatement *statement,
                                             GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookProblemRow, daybook_problem_row_free)

G_END_DECLS
