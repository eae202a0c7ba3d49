/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/replica.h"

#include "store/backup.h"
#include "store/local.h"
#include "store/migrate.h"
#include "store/operation.h"
#include "store/store-private.h"

#include <glib/gi18n-lib.h>

/* Work in the writer's thread, as one transaction. */
typedef gboolean (*WorkFunc) (DaybookDatabase  *db,
                              gpointer          data,
                              GError          **error);

typedef struct
{
  WorkFunc work;
  gpointer data; /* borrowed: the caller waits */
} Work;

static gboolean
run_in_transaction (DaybookDatabase  *db,
                    const Work       *work,
                    GError          **error)
{
  if (!daybook_database_run (db, "BEGIN IMMEDIATE", error))
    return FALSE;

  if (daybook_migrate_check (db, error)
      && work->work (db, work->data, error)
      && daybook_database_run (db, "COMMIT", error))
    return TRUE;

  if (!sqlite3_get_autocommit (db->handle))
    daybook_database_run (db, "ROLLBACK", NULL);
  return FALSE;
}

static DaybookStep
run_work (DaybookWriter  *writer,
          DaybookRequest *request,
          gpointer        data)
{
  if (run_in_transaction (daybook_writer_database (writer), data, &request->error))
    request->outcome = daybook_outcome_new ();

  return DAYBOOK_STEP_DONE;
}

static gboolean
run (DaybookStore  *store,
     WorkFunc       work,
     gpointer       data,
     GError       **error)
{
  Work what = { work, data };
  DaybookRequest *request = daybook_request_new (run_work, &what, NULL, DAYBOOK_PRIORITY_PERSON, NULL);
  g_autoptr(DaybookOutcome) outcome = daybook_writer_run (daybook_store_get_writer (store), request, error);

  return outcome != NULL;
}

static gboolean
refuse (GError     **error,
        int          code,
        const char  *sentence)
{
  g_set_error_literal (error, DAYBOOK_ERROR, code, sentence);
  return FALSE;
}

/* --- The first laptop --------------------------------------------------- */

/* The history so far is the first stretch of the log: each operation at the
 * place of its own number. */
static const char CONFIRM_ALL_SQL[] =
  "UPDATE ops SET state = 2, seq = n, value = CASE kind WHEN 0 THEN NULL ELSE value END WHERE n > 0;"
  "INSERT INTO local (key, value) SELECT 'confirmed', ifnull (max (n), 0) FROM ops WHERE true"
  " ON CONFLICT (key) DO UPDATE SET value = excluded.value;"
  "INSERT INTO local (key, value) SELECT 'cursor', ifnull (max (n), 0) FROM ops WHERE true"
  " ON CONFLICT (key) DO UPDATE SET value = excluded.value;";

static gboolean
pair_in_db (DaybookDatabase  *db,
            gpointer          data,
            GError          **error)
{
  GError *local = NULL;
  gint64 paired = 0;
  gint64 running = daybook_database_number (db, "SELECT count (*) FROM acts WHERE state <> 0", 0, &local);

  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  if (running > 0)
    return refuse (error, DAYBOOK_ERROR_BUSY, _("An import or undo is not finished. Share the shop when it is."));
  if (!daybook_local_read (db, "paired", &paired, error))
    return FALSE;
  if (paired != 0)
    return refuse (error, DAYBOOK_ERROR_REFUSED, _("This book is shared with other laptops already."));

  return daybook_database_run (db, CONFIRM_ALL_SQL, error)
         && daybook_local_write (db, "paired", 1, error);
}

gboolean
daybook_replica_pair (DaybookStore  *store,
                      GError       **error)
{
  return run (store, pair_in_db, NULL, error);
}

/* --- The next laptops --------------------------------------------------- */

/* The copied laptop's operations become those of another: they are known by
 * their place in the log from now on. */
static const char DISOWN_SQL[] =
  "UPDATE ops SET base = -(SELECT b.seq FROM ops b WHERE b.n = ops.base) WHERE base > 0;"
  "UPDATE field_ops SET op = -(SELECT o.seq FROM ops o WHERE o.n = op) WHERE op > 0;"
  "UPDATE conflicts SET loser = -(SELECT o.seq FROM ops o WHERE o.n = loser) WHERE loser > 0;"
  "UPDATE conflicts SET winner = -(SELECT o.seq FROM ops o WHERE o.n = winner) WHERE winner > 0;";

static const char RENUMBER_SQL[] =
  "UPDATE ops SET origin = n, n = -seq WHERE n > 0;";

static gboolean
disown_rows (DaybookDatabase  *db,
             GError          **error)
{
  guint n_tables;
  const DaybookTable *const *tables = daybook_registry_tables (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE %s SET born = -(SELECT o.seq FROM ops o WHERE o.n = born) WHERE born > 0",
                                              tables[i]->plural);

      if (!daybook_database_run (db, sql, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
name_device (DaybookDatabase  *db,
             const char       *letter,
             GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "INSERT INTO devices (key, id, letter) VALUES (1, :id, :letter)", error);
  DaybookId id;

  if (statement == NULL)
    return FALSE;

  daybook_id_random (&id);
  daybook_bind_id (statement, ":id", &id);
  daybook_bind_text (statement, ":letter", letter);
  return daybook_statement_run (statement, error);
}

/* The acts name their laptop: it moves to a key of its own, and 1 is free. */
static gboolean
disown_acts (DaybookDatabase  *db,
             GError          **error)
{
  gint64 key = 1 + daybook_database_number (db, "SELECT max (key) FROM devices", 1, NULL);
  g_autofree char *sql = g_strdup_printf ("PRAGMA defer_foreign_keys = ON;"
                                          "UPDATE devices SET key = %" G_GINT64_FORMAT " WHERE key = 1;"
                                          "UPDATE acts SET device = %" G_GINT64_FORMAT " WHERE device = 1;", key, key);

  return daybook_database_run (db, sql, error);
}

static gboolean
check_copy (DaybookDatabase  *db,
            GError          **error)
{
  GError *local = NULL;
  gint64 paired = 0, confirmed = 0;
  gint64 newest = daybook_database_number (db, "SELECT max (n) FROM ops", 0, &local);

  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  if (!daybook_local_read (db, "paired", &paired, error) || !daybook_local_read (db, "confirmed", &confirmed, error))
    return FALSE;
  if (paired == 0)
    return refuse (error, DAYBOOK_ERROR_REFUSED, _("The copied book is not shared. Share the shop on the first laptop, then copy it."));
  if (newest > confirmed)
    return refuse (error, DAYBOOK_ERROR_REFUSED, _("The copied book had changes that were not sent. Let it send them, then copy it again."));

  return TRUE;
}

static gboolean
become_in_db (DaybookDatabase  *db,
              gpointer          data,
              GError          **error)
{
  return check_copy (db, error)
         && daybook_database_run (db, DISOWN_SQL, error)
         && disown_rows (db, error)
         && daybook_database_run (db, RENUMBER_SQL, error)
         && disown_acts (db, error)
         && name_device (db, data, error)
         && daybook_local_write (db, "confirmed", 0, error);
}

gboolean
daybook_replica_become (DaybookStore  *store,
                        const char    *letter,
                        GError       **error)
{
  /* The index counts by operations, and those have other numbers now. */
  return run (store, become_in_db, (gpointer) letter, error)
         && daybook_store_rebuild (store, NULL, NULL, NULL, error);
}

/* --- What is sent ------------------------------------------------------- */

static gboolean
read_cursor_in_db (DaybookDatabase  *db,
                   gpointer          data,
                   GError          **error)
{
  return daybook_local_read (db, "cursor", data, error);
}

gint64
daybook_replica_get_cursor (DaybookStore  *store,
                            GError       **error)
{
  gint64 cursor = -1;

  return run (store, read_cursor_in_db, &cursor, error) ? cursor : -1;
}

typedef struct
{
  guint      limit;
  GPtrArray *lines;
} Outbox;

static gboolean
read_outbox_in_db (DaybookDatabase  *db,
                   gpointer          data,
                   GError          **error)
{
  Outbox *outbox = data;
  gint64 confirmed;

  if (!daybook_local_read (db, "confirmed", &confirmed, error))
    return FALSE;

  outbox->lines = daybook_operation_print_after (db, confirmed, outbox->limit, error);
  return outbox->lines != NULL;
}

GPtrArray *
daybook_replica_outbox (DaybookStore  *store,
                        guint          limit,
                        GError       **error)
{
  Outbox outbox = { limit, NULL };

  if (run (store, read_outbox_in_db, &outbox, error))
    return outbox.lines;

  g_clear_pointer (&outbox.lines, g_ptr_array_unref);
  return NULL;
}
