/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/database.h"
#include "store/reader.h"

G_BEGIN_DECLS

struct _DaybookReader
{
  DaybookStore    *store; /* borrowed */
  DaybookDatabase *db;
};

/* The statement of the keys of the parts of :id, in that order and at most :limit of them.
 * (transfer full) */
char             *daybook_parts_sql        (const DaybookTable  *table,
                                            guint                field,
                                            const char          *order);

/* A query as SQL with what is to be bound: :p0, :p1 ... */
typedef struct
{
  GString *sql;
  GArray  *values; /* DaybookValue */
} DaybookSelect;

DaybookSelect    *daybook_select_new       (void);
void              daybook_select_free      (DaybookSelect       *select);
/* Adds a value and writes its parameter into the SQL. Takes over `value`. */
void              daybook_select_bind      (DaybookSelect       *select,
                                            DaybookValue         value);
DaybookStatement *daybook_select_prepare   (DaybookSelect       *select,
                                            DaybookDatabase     *db,
                                            GError             **error);

/* Writes "FROM … WHERE …" of a query, of what the person at the desk may see (store/reach.h). Errors: FORMAT (a
 * value that cannot be read). */
gboolean          daybook_select_add_query (DaybookSelect       *select,
                                            const DaybookQuery  *query,
                                            DaybookReader       *reader,
                                            GError             **error);
/* Which rows of a sorted list: those with nothing in the field it is sorted by
 * come last in both directions, the newest first, as in a spreadsheet. */
typedef enum
{
  DAYBOOK_PART_ALL,
  DAYBOOK_PART_FILLED,
  DAYBOOK_PART_BLANK,
} DaybookPart;

/* Whether the list is to be asked for in its two parts. */
gboolean          daybook_query_has_blanks (const DaybookQuery  *query);
/* Writes the whole statement that gives the keys of the part, in their order;
 * equal ones by their date. Errors: as daybook_select_add_query(). */
gboolean          daybook_select_add_keys  (DaybookSelect       *select,
                                            DaybookReader       *reader,
                                            const DaybookQuery  *query,
                                            DaybookPart          part,
                                            guint                limit,
                                            GError             **error);
/* Writes conditions for the words of a search box: " AND t.rowid IN (…)" each. */
void              daybook_select_add_search (DaybookSelect      *select,
                                            DaybookReader       *reader,
                                            const DaybookTable  *table,
                                            const char          *text);

/* Whether the first rows of the query are those that its words find first: it is
 * searched, newest first. */
gboolean          daybook_query_is_walked  (const DaybookQuery  *query);
/* Adds the first keys of such a query; `limit` is not 0. */
gboolean          daybook_reader_walk      (DaybookReader       *self,
                                            const DaybookQuery  *query,
                                            guint                limit,
                                            GArray              *keys,
                                            GError             **error);

/* Whether the rows of the query are those that its words find, the best first: all of them, or at most
 * `limit`. */
gboolean          daybook_query_is_ranked  (const DaybookQuery  *query);
gboolean          daybook_reader_rank      (DaybookReader       *self,
                                            const DaybookQuery  *query,
                                            guint                limit,
                                            GArray              *keys,
                                            GError             **error);

/* Collects the first column of what the statement gives. */
GArray           *daybook_statement_keys   (DaybookStatement    *statement,
                                            GError             **error);
/* Adds the first column of what the statement gives to a GArray of gint64. */
gboolean          daybook_statement_add_keys (DaybookStatement  *statement,
                                            GArray              *keys,
                                            GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookSelect, daybook_select_free)

G_END_DECLS
