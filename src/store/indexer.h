/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/row.h"
#include "store/database.h"

G_BEGIN_DECLS

/* Keeps what is derived (search index, phone keys) in step with the rows, in
 * the same transaction. A contentless index must be told what it indexed, so
 * the indexer looks at a row before its first change and after its last. */
typedef struct _DaybookIndexer DaybookIndexer;

/* What is indexed of one row. */
typedef struct
{
  char   *words;   /* NULL: nothing is indexed (deleted, or empty) */
  char   *pinyin;
  char   *numbers;
  GArray *keys;    /* gint64, of phone_keys */
} DaybookDocument;

DaybookIndexer *daybook_indexer_new   (DaybookDatabase     *db,
                                       GError             **error);
void            daybook_indexer_free  (DaybookIndexer      *self);
/* Reads the book's secret anew: after a restore. */
gboolean        daybook_indexer_reload (DaybookIndexer     *self,
                                       GError             **error);

/* To be called before a row, or a part of it, changes. Parts stand for their
 * owner. */
gboolean        daybook_indexer_touch (DaybookIndexer      *self,
                                       const DaybookTable  *table,
                                       gint64               rowid,
                                       GError             **error);
/* To be called after a row was made: nothing of it is indexed yet. */
void            daybook_indexer_touch_new (DaybookIndexer  *self,
                                       const DaybookTable  *table,
                                       gint64               rowid);
/* To be called before commit: brings the index up to the touched rows. */
gboolean        daybook_indexer_flush (DaybookIndexer      *self,
                                       GError             **error);
/* Forgets what was touched: after a rollback. */
void            daybook_indexer_forget (DaybookIndexer     *self);

/* Indexes a row that is surely not indexed: for rebuilding and for imports. */
gboolean        daybook_indexer_add   (DaybookIndexer      *self,
                                       const DaybookRow    *row,
                                       GError             **error);

/* The key under which a full phone number or e-mail is looked up; 0 for text
 * that is neither. The hash is keyed with this book's own secret. */
gint64          daybook_indexer_hash  (DaybookIndexer      *self,
                                       const char          *text);
/* The key of the last four digits, or -1. */
gint64          daybook_indexer_tail  (const char          *phone);

/* Whether rows of the table are searched. */
gboolean        daybook_table_is_indexed (const DaybookTable *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookIndexer, daybook_indexer_free)

G_END_DECLS
