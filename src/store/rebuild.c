/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/backup.h"

#include "core/customer.h"
#include "core/order.h"
#include "core/shop.h"
#include "store/reader-private.h"
#include "store/row-sql.h"
#include "store/store-private.h"
#include "store/tokenizer.h"

#define ROWS_PER_STEP 2000

/* Making the search index and the phone keys anew: cleared first, then filled table by
 * table, oldest first, in short transactions. Until it is done searching finds
 * what is there already. */
typedef struct
{
  gboolean cleared;
  guint    table;
  gint64   last;  /* key of the row indexed last */
  gint64   done;
  gint64   total;
} Rebuild;

static const DaybookTable *const TABLES[] = {
  &daybook_orders, &daybook_customers, &daybook_products,
};

static const char CLEAR_SQL[] =
  "INSERT INTO orders_words (orders_words) VALUES ('delete-all');"
  "INSERT INTO orders_numbers (orders_numbers) VALUES ('delete-all');"
  "INSERT INTO customers_words (customers_words) VALUES ('delete-all');"
  "INSERT INTO products_words (products_words) VALUES ('delete-all');"
  "INSERT INTO products_numbers (products_numbers) VALUES ('delete-all');"
  "DELETE FROM phone_keys;";

static gboolean
clear (Rebuild          *self,
       DaybookDatabase  *db,
       GError          **error)
{
  self->cleared = TRUE;
  self->total = daybook_database_number (db,
    "SELECT (SELECT count (*) FROM orders WHERE deleted = 0)"
    " + (SELECT count (*) FROM customers WHERE deleted = 0)"
    " + (SELECT count (*) FROM products WHERE deleted = 0)", 0, error);
  return daybook_database_run (db, CLEAR_SQL, error);
}

static GArray *
next_keys (Rebuild          *self,
           DaybookDatabase  *db,
           GError          **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT rowid FROM %s WHERE rowid > :last AND deleted = 0"
                                          " ORDER BY rowid LIMIT :limit", TABLES[self->table]->plural);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, sql, error);

  if (statement == NULL)
    return NULL;

  daybook_bind_int (statement, ":last", self->last);
  daybook_bind_int (statement, ":limit", ROWS_PER_STEP);
  return daybook_statement_keys (statement, error);
}

static gboolean
index_some (Rebuild         *self,
            DaybookWriter   *writer,
            GError         **error)
{
  DaybookDatabase *db = daybook_writer_database (writer);
  g_autoptr(GArray) keys = next_keys (self, db, error);

  for (guint i = 0; keys != NULL && i < keys->len; i++)
    {
      self->last = g_array_index (keys, gint64, i);
      g_autoptr(DaybookRow) row = daybook_row_load (db, TABLES[self->table], self->last, error);

      if (row == NULL || !daybook_indexer_add (daybook_writer_indexer (writer), row, error))
        return FALSE;
    }
  if (keys == NULL)
    return FALSE;

  self->done += keys->len;
  if (keys->len < ROWS_PER_STEP)
    {
      self->table++;
      self->last = 0;
    }
  return TRUE;
}

static gboolean
remember_tokenizer (DaybookDatabase  *db,
                    GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "UPDATE local SET value = :version WHERE key = 'tokenizer'", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":version", DAYBOOK_TOKENIZER_VERSION);
  return daybook_statement_run (statement, error);
}

static gboolean
run_in_transaction (Rebuild        *self,
                    DaybookWriter  *writer,
                    GError        **error)
{
  DaybookDatabase *db = daybook_writer_database (writer);

  if (!daybook_database_run (db, "BEGIN IMMEDIATE", error))
    return FALSE;

  gboolean done = self->cleared ? index_some (self, writer, error) : clear (self, db, error);
  if (done && self->table == G_N_ELEMENTS (TABLES))
    done = remember_tokenizer (db, error);
  if (done && daybook_database_run (db, "COMMIT", error))
    return TRUE;

  if (!sqlite3_get_autocommit (db->handle))
    daybook_database_run (db, "ROLLBACK", NULL);
  return FALSE;
}

static DaybookStep
run (DaybookWriter  *writer,
     DaybookRequest *request,
     gpointer        data)
{
  Rebuild *self = data;

  /* Half an index must not stay: cancelling is heard only before it begins. */
  if (!self->cleared && daybook_request_is_cancelled (request))
    {
      daybook_database_set_error (&request->error, NULL, SQLITE_INTERRUPT);
      return DAYBOOK_STEP_DONE;
    }
  if (!run_in_transaction (self, writer, &request->error))
    return DAYBOOK_STEP_DONE;

  daybook_request_report (request, self->done, self->total);
  if (self->table < G_N_ELEMENTS (TABLES))
    return DAYBOOK_STEP_AGAIN;

  request->outcome = daybook_outcome_new ();
  daybook_store_notify (daybook_writer_store (writer));
  return DAYBOOK_STEP_DONE;
}

gboolean
daybook_store_rebuild (DaybookStore           *store,
                       GFileProgressCallback   progress,
                       gpointer                progress_data,
                       GCancellable           *cancellable,
                       GError                **error)
{
  DaybookRequest *request = daybook_request_new (run, g_new0 (Rebuild, 1), g_free, DAYBOOK_PRIORITY_LONG, cancellable);

  request->progress = progress;
  request->progress_data = progress_data;
  g_autoptr(DaybookOutcome) outcome = daybook_writer_run (daybook_store_get_writer (store), request, error);
  return outcome != NULL;
}
