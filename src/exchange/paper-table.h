/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/paper.h"

G_BEGIN_DECLS

/* A table on paper: its columns are as wide as what stands in them needs, its headings stand on
 * every page that it reaches, and no row of it is parted. */
typedef struct _DaybookPaperTable DaybookPaperTable;

typedef enum
{
  DAYBOOK_PAPER_TEXT,   /* may be wrapped */
  DAYBOOK_PAPER_WORD,   /* a number, a time: in one line, where there is room */
  DAYBOOK_PAPER_FIGURE, /* the same, at the right */
} DaybookPaperColumn;

typedef enum
{
  DAYBOOK_PAPER_TABLE_PLAIN,
  DAYBOOK_PAPER_TABLE_MAY_TURN, /* the paper is turned where it is too wide, and nothing is on it yet */
} DaybookPaperTableFlags;

/* `paper` is borrowed, and nobody else fills it until the table ends. */
DaybookPaperTable *daybook_paper_table_new        (DaybookPaper       *paper,
                                                   guint               n_columns,
                                                   DaybookPaperTableFlags   flags);
void               daybook_paper_table_free       (DaybookPaperTable  *self);
/* Of each column, before any row. */
void               daybook_paper_table_set_column (DaybookPaperTable  *self,
                                                   guint               column,
                                                   DaybookPaperColumn   kind,
                                                   const char         *label);
/* That the column takes all the room that the others leave: it is to be written into, or it is the
 * only one that may be long. */
void               daybook_paper_table_set_blank  (DaybookPaperTable  *self,
                                                   guint               column);
/* What stands over the table, before any row; on its first page only. */
void               daybook_paper_table_set_title  (DaybookPaperTable  *self,
                                                   const char         *title,
                                                   const char         *note);
/* Adds a row: a text for each column, with NULL behind the last. (transfer full) */
void               daybook_paper_table_add        (DaybookPaperTable  *self,
                                                   char              **cells);
/* Adds the sums; after the last row. (transfer full) */
void               daybook_paper_table_add_sums   (DaybookPaperTable  *self,
                                                   char              **cells);
/* Puts down whatever is not yet; once. */
void               daybook_paper_table_end        (DaybookPaperTable  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookPaperTable, daybook_paper_table_free)

G_END_DECLS
