/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/search-writer.h"

#include "core/aftersale.h"
#include "core/announcement.h"
#include "core/article.h"
#include "core/box.h"
#include "core/case.h"
#include "core/customer.h"
#include "core/order.h"
#include "core/payment.h"
#include "core/phrase.h"
#include "core/review.h"
#include "core/shop.h"
#include "core/stock.h"

#define PAGES_PER_TIDYING 256

/* The tables that can be searched, in the order of a rebuild: what is found newest first, and what is ranked. */
#define EACH_DATED_PLACE(DO) \
  DO (orders) DO (customers) DO (products) DO (cases) DO (aftersales) DO (reviews) DO (payments) DO (stocks) DO (boxes) \
  DO (announcements)
#define EACH_RANKED_PLACE(DO) DO (articles) DO (phrases)

#define PLACE(table) { &daybook_##table, #table "_words", #table "_names", #table "_numbers", NULL },
#define RANKED_PLACE(table) { &daybook_##table, #table "_words", #table "_names", #table "_numbers", #table "_heads" },

const DaybookSearchPlace daybook_search_places[] = {
  EACH_DATED_PLACE (PLACE)
  EACH_RANKED_PLACE (RANKED_PLACE)
  { NULL, NULL, NULL, NULL, NULL },
};

/* words, names, numbers, heads */
#define N_INDEXES 4

/* What writes each place's tables, as texts that are found by their address; NULL where it has not that one. */
typedef struct
{
  const char *insert[N_INDEXES];
  const char *delete[N_INDEXES];
  const char *tidy[N_INDEXES];
} Statements;

#define INSERT(table) "INSERT INTO " table " (rowid, text) VALUES (?1, ?2)"
#define DELETE(table) "DELETE FROM " table " WHERE rowid = ?1"
#define TIDY(table) "INSERT INTO " table " (" table ", rank) VALUES ('merge', ?1)"
#define STATEMENTS(table) { \
    { INSERT (#table "_words"), INSERT (#table "_names"), INSERT (#table "_numbers"), NULL }, \
    { DELETE (#table "_words"), DELETE (#table "_names"), DELETE (#table "_numbers"), NULL }, \
    { TIDY (#table "_words"), TIDY (#table "_names"), TIDY (#table "_numbers"), NULL } },
#define RANKED_STATEMENTS(table) { \
    { INSERT (#table "_words"), INSERT (#table "_names"), INSERT (#table "_numbers"), INSERT (#table "_heads") }, \
    { DELETE (#table "_words"), DELETE (#table "_names"), DELETE (#table "_numbers"), DELETE (#table "_heads") }, \
    { TIDY (#table "_words"), TIDY (#table "_names"), TIDY (#table "_numbers"), TIDY (#table "_heads") } },

static const Statements STATEMENTS[] = { EACH_DATED_PLACE (STATEMENTS) EACH_RANKED_PLACE (RANKED_STATEMENTS) };

const guint daybook_search_n_places = G_N_ELEMENTS (STATEMENTS);

/* A name is looked up by one key at a time, so where its keys stand is not kept.
 * hashsize: how many bytes FTS5 gathers before it writes them out as a segment; at its own
 * 1 MB an import writes everything four times. Segments are merged when nothing else is
 * to be done (daybook_search_tidy()), not while an import waits (automerge), unless
 * there are very many (crisismerge). */
static gboolean
create_index (DaybookDatabase  *search,
              const char       *name,
              const char       *how,
              GError          **error)
{
  g_autofree char *sql = g_strdup_printf (
    "DROP TABLE IF EXISTS %1$s;"
    "CREATE VIRTUAL TABLE %1$s USING fts5 (text, columnsize=0, %2$s);"
    "INSERT INTO %1$s (%1$s, rank) VALUES ('hashsize', 16777216), ('automerge', 0), ('crisismerge', 256);", name, how);

  return daybook_database_run (search, sql, error);
}

gboolean
daybook_search_create (DaybookDatabase  *search,
                       GError          **error)
{
  for (const DaybookSearchPlace *place = daybook_search_places; place->table != NULL; place++)
    if (!create_index (search, place->words, "prefix='1', tokenize='daybook text'", error)
        || !create_index (search, place->names, "detail=none, prefix='1 2 3', tokenize='daybook pinyin'", error)
        || !create_index (search, place->numbers, "tokenize='daybook number'", error)
        || (place->heads != NULL && !create_index (search, place->heads, "prefix='1', tokenize='daybook text'", error)))
      return FALSE;

  return TRUE;
}

const DaybookSearchPlace *
daybook_search_place (const DaybookTable *table)
{
  for (const DaybookSearchPlace *place = daybook_search_places; place->table != NULL; place++)
    if (place->table == daybook_table_base (table))
      return place;

  return NULL;
}

static gboolean
insert_text (DaybookDatabase  *search,
             const char       *sql,
             gint64            rowid,
             const GString    *text,
             GError          **error)
{
  if (sql == NULL || text->len == 0)
    return TRUE;

  g_autoptr(DaybookStatement) statement = daybook_database_prepare (search, sql, error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, rowid);
  sqlite3_bind_text (statement, 2, text->str, (int) text->len, SQLITE_STATIC);
  return daybook_statement_run (statement, error);
}

gboolean
daybook_search_insert (DaybookDatabase           *search,
                       const DaybookSearchPlace  *place,
                       gint64                     rowid,
                       const DaybookDocument     *document,
                       GError                   **error)
{
  const Statements *statements = &STATEMENTS[place - daybook_search_places];

  return insert_text (search, statements->insert[0], rowid, document->words, error)
         && insert_text (search, statements->insert[1], rowid, document->names, error)
         && insert_text (search, statements->insert[2], rowid, document->numbers, error)
         && insert_text (search, statements->insert[3], rowid, document->heads, error);
}

gboolean
daybook_search_delete (DaybookDatabase           *search,
                       const DaybookSearchPlace  *place,
                       gint64                     rowid,
                       GError                   **error)
{
  const Statements *statements = &STATEMENTS[place - daybook_search_places];

  for (gsize i = 0; i < N_INDEXES && statements->delete[i] != NULL; i++)
    {
      g_autoptr(DaybookStatement) statement = daybook_database_prepare (search, statements->delete[i], error);

      if (statement == NULL)
        return FALSE;
      sqlite3_bind_int64 (statement, 1, rowid);
      if (!daybook_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

/* FTS5 tells whether there was anything to merge by what it has changed beside the
 * command itself (fts5.html, "The 'merge' Command"). */
static gboolean
tidy_table (DaybookDatabase  *search,
            const char       *sql,
            gboolean         *more,
            GError          **error)
{
  gint64 before = sqlite3_total_changes64 (search->handle);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (search, sql, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int (statement, 1, PAGES_PER_TIDYING);
  if (!daybook_statement_run (statement, error))
    return FALSE;

  *more |= sqlite3_total_changes64 (search->handle) - before >= 2;
  return TRUE;
}

gboolean
daybook_search_tidy (DaybookDatabase  *search,
                     gboolean         *more,
                     GError          **error)
{
  *more = FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (STATEMENTS) && !*more; i++)
    for (gsize k = 0; k < N_INDEXES && STATEMENTS[i].tidy[k] != NULL && !*more; k++)
      if (!tidy_table (search, STATEMENTS[i].tidy[k], more, error))
        return FALSE;

  return TRUE;
}
