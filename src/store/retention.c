/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/retention.h"

#include "core/customer.h"
#include "store/idle-customers.h"
#include "store/local.h"
#include "store/migrate.h"
#include "store/reader-private.h"
#include "store/search-file.h"
#include "store/setting.h"
#include "store/spot.h"
#include "store/writer.h"

#include <glib/gi18n-lib.h>

#define SECONDS_PER_DAY 86400
/* hlc: milliseconds << 16 | counter */
#define HLC_SHIFT 16
#define DAY_KEY "retention_day"
#define DONE_SETTING "keep-done"

/* What a moment is compared with. */
typedef enum
{
  BY_KEY,    /* a row's key, which carries its day in UTC; what has no date has the first one */
  BY_STAMP,  /* an act's */
  BY_MOMENT, /* UTC seconds */
} Bound;

/* Where rows lie that go. In all of it :bound is the first that stays. */
typedef struct
{
  DaybookKeep         keep;
  Bound               bound;
  const DaybookTable *table; /* shared rows, for the trash; NULL: for good */
  const char         *count; /* how many rows */
  const char         *ids;   /* of whose they are; at most :limit */
  const char         *next;  /* the next keys from :after on, at most :limit */
  const char         *wipe;  /* of one key */
  const char         *wipe_also;
  guint               n_keys; /* in one transaction */
  gboolean          (*clear) (DaybookDatabase *db, gint64 key, GError **error); /* where a statement would not do */
} Place;

#define ENTRIES(kind, plural) \
  { DAYBOOK_KEEP_SOURCE, BY_KEY, NULL, \
    "SELECT count (*) FROM entry_sources WHERE tbl = '" kind "' AND row < :bound AND raw <> ''", \
    "SELECT t.id FROM entry_sources s JOIN " plural " t ON t.rowid = s.row" \
    " WHERE s.tbl = '" kind "' AND s.row < :bound AND s.raw <> '' LIMIT :limit", \
    "SELECT DISTINCT row FROM entry_sources WHERE tbl = '" kind "' AND row > :after AND row < :bound AND raw <> '' ORDER BY row LIMIT :limit", \
    "UPDATE entry_sources SET raw = '' WHERE tbl = '" kind "' AND row = :key", NULL, 500 }

static const Place PLACES[] = {
  { DAYBOOK_KEEP_SOURCE, BY_KEY, NULL,
    "SELECT count (*) FROM source_rows WHERE \"order\" < :bound AND raw <> ''",
    "SELECT o.id FROM source_rows s JOIN orders o ON o.rowid = s.\"order\" WHERE s.\"order\" < :bound AND s.raw <> '' LIMIT :limit",
    "SELECT DISTINCT \"order\" FROM source_rows WHERE \"order\" > :after AND \"order\" < :bound AND raw <> '' ORDER BY \"order\" LIMIT :limit",
    "UPDATE source_rows SET raw = '' WHERE \"order\" = :key", NULL, 500 },
  ENTRIES ("aftersale", "aftersales"),
  ENTRIES ("review", "reviews"),
  ENTRIES ("payment", "payments"),
  ENTRIES ("stock", "stocks"),
  ENTRIES ("membership", "memberships"),
  { DAYBOOK_KEEP_PROBLEMS, BY_STAMP, NULL,
    "SELECT count (*) FROM import_problems p JOIN acts a ON a.key = p.act WHERE a.hlc < :bound AND a.state = 0",
    "SELECT a.id FROM acts a WHERE a.hlc < :bound AND a.state = 0 AND EXISTS (SELECT 1 FROM import_problems p WHERE p.act = a.key) LIMIT :limit",
    "SELECT a.key FROM acts a WHERE a.key > :after AND a.hlc < :bound AND a.state = 0"
    " AND EXISTS (SELECT 1 FROM import_problems p WHERE p.act = a.key) ORDER BY a.key LIMIT :limit",
    "DELETE FROM import_problem_rows WHERE act = :key",
    "DELETE FROM import_problems WHERE act = :key", 1 },
  { DAYBOOK_KEEP_VIRTUAL, BY_MOMENT, &daybook_contacts,
    "SELECT count (*) FROM contacts WHERE valid_until < :bound AND deleted = 0",
    "SELECT id FROM contacts WHERE valid_until < :bound AND deleted = 0 LIMIT :limit" },
  /* Written once, they are in no trash. That there was a look is in the history still, but neither of what nor why. */
  { DAYBOOK_KEEP_REVEALS, BY_MOMENT, NULL,
    "SELECT count (*) FROM reveals WHERE at < :bound",
    "SELECT id FROM reveals WHERE at < :bound LIMIT :limit",
    "SELECT rowid FROM reveals WHERE rowid > :after AND at < :bound ORDER BY rowid LIMIT :limit",
    "DELETE FROM reveals WHERE rowid = :key", NULL, 500 },
  { DAYBOOK_KEEP_CUSTOMERS, BY_MOMENT, NULL,
    "SELECT count (*) FROM customers c WHERE " DAYBOOK_IDLE " AND " DAYBOOK_IDLE_SHOWS,
    "SELECT c.id FROM customers c WHERE " DAYBOOK_IDLE " AND " DAYBOOK_IDLE_SHOWS " LIMIT :limit",
    "SELECT c.rowid FROM customers c WHERE c.rowid > :after AND " DAYBOOK_IDLE " AND " DAYBOOK_IDLE_SHOWS " ORDER BY c.rowid LIMIT :limit",
    NULL, NULL, 20, daybook_idle_customer_mask },
};

static gint64
bound_of (const Place *place,
          gint64       before)
{
  switch (place->bound)
    {
    case BY_KEY:
      return (before / SECONDS_PER_DAY) << DAYBOOK_KEY_DAY_SHIFT;
    case BY_STAMP:
      return (before * 1000) << HLC_SHIFT;
    case BY_MOMENT:
    default:
      return before;
    }
}

/* --- What would go ------------------------------------------------------------------------- */

static gboolean
count (DaybookDatabase  *db,
       const Place      *place,
       gint64            bound,
       guint64          *n,
       GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, place->count, error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":bound", bound);
  if (!daybook_statement_next (statement, error))
    return FALSE;

  *n += (guint64) sqlite3_column_int64 (statement, 0);
  return TRUE;
}

static gboolean
add_ids (DaybookDatabase  *db,
         const Place      *place,
         gint64            bound,
         gint64            limit,
         GArray           *ids,
         GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, place->ids, error);
  GError *local = NULL;

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":bound", bound);
  daybook_bind_int (statement, ":limit", limit);
  while (daybook_statement_next (statement, &local))
    {
      DaybookId id;

      if (daybook_column_id (statement, 0, &id))
        g_array_append_val (ids, id);
    }
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

static guint
read_number (DaybookReader *reader,
             DaybookKeep    keep)
{
  g_autofree char *value = daybook_setting_get (reader, daybook_keep_kind (keep)->setting);

  return daybook_keep_read (value);
}

static gint64
before_of (DaybookReader *reader,
           DaybookKeep    keep,
           guint          number,
           gint64         now)
{
  return daybook_keep_before (daybook_keep_kind (keep), number, now, daybook_store_get_zone (reader->store));
}

static gboolean
read_due (DaybookReader     *reader,
          DaybookKeep        keep,
          guint              number,
          gint64             now,
          DaybookRetention  *self,
          GError           **error)
{
  gint64 before = before_of (reader, keep, number, now);

  *self = (DaybookRetention) { number, 0, g_array_new (FALSE, FALSE, sizeof (DaybookId)) };
  for (gsize i = 0; before != 0 && i < G_N_ELEMENTS (PLACES); i++)
    {
      gint64 bound = bound_of (&PLACES[i], before);

      if (PLACES[i].keep == keep
          && (!count (reader->db, &PLACES[i], bound, &self->n_due, error)
              || !add_ids (reader->db, &PLACES[i], bound, DAYBOOK_RETENTION_IDS - self->ids->len, self->ids, error)))
        return FALSE;
    }

  return TRUE;
}

gboolean
daybook_reader_retention_at (DaybookReader     *reader,
                             DaybookKeep        keep,
                             guint              number,
                             DaybookRetention  *self,
                             GError           **error)
{
  return read_due (reader, keep, number, daybook_store_get_now (reader->store), self, error);
}

gboolean
daybook_reader_retention (DaybookReader     *reader,
                          DaybookKeep        keep,
                          DaybookRetention  *self,
                          GError           **error)
{
  return daybook_reader_retention_at (reader, keep, read_number (reader, keep), self, error);
}

void
daybook_retention_clear (DaybookRetention *self)
{
  g_clear_pointer (&self->ids, g_array_unref);
}

/* --- What goes for good ------------------------------------------------------------- */

/* In the writer's thread. */
typedef struct
{
  gint64  bounds[G_N_ELEMENTS (PLACES)]; /* 0: all is kept */
  guint   place;
  gint64  after;
  gint64  done;
  gint64  total;
  gboolean ready;
} Sweep;

/* (element-type gint64) (transfer full) */
static GArray *
find_next (Sweep            *self,
           DaybookDatabase  *db,
           GError          **error)
{
  const Place *place = &PLACES[self->place];
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, place->next, error);

  if (statement == NULL)
    return NULL;

  daybook_bind_int (statement, ":after", self->after);
  daybook_bind_int (statement, ":bound", self->bounds[self->place]);
  daybook_bind_int (statement, ":limit", place->n_keys);
  return daybook_statement_keys (statement, error);
}

static gboolean
wipe (DaybookDatabase  *db,
      const char       *sql,
      gint64            key,
      GError          **error)
{
  g_autoptr(DaybookStatement) statement = sql != NULL ? daybook_database_prepare (db, sql, error) : NULL;

  if (statement == NULL)
    return sql == NULL;

  daybook_bind_int (statement, ":key", key);
  return daybook_statement_run (statement, error);
}

static gboolean
clear_key (const Place      *place,
           DaybookDatabase  *db,
           gint64            key,
           GError          **error)
{
  return place->clear != NULL ? place->clear (db, key, error)
                              : wipe (db, place->wipe, key, error) && wipe (db, place->wipe_also, key, error);
}

static gboolean
wipe_keys (Sweep            *self,
           DaybookDatabase  *db,
           GArray           *keys,
           GError          **error)
{
  for (guint i = 0; i < keys->len; i++)
    {
      gint64 key = g_array_index (keys, gint64, i);

      if (!clear_key (&PLACES[self->place], db, key, error))
        return FALSE;
      self->after = key;
      self->done++;
    }

  return TRUE;
}

/* One transaction's worth; at the end of a place the next one's turn comes. */
static gboolean
sweep_some (Sweep            *self,
            DaybookDatabase  *db,
            GError          **error)
{
  g_autoptr(GArray) keys = NULL;

  while (self->place < G_N_ELEMENTS (PLACES) && (PLACES[self->place].table != NULL || self->bounds[self->place] == 0))
    self->place++;
  if (self->place == G_N_ELEMENTS (PLACES))
    return TRUE;

  keys = find_next (self, db, error);
  if (keys == NULL || !wipe_keys (self, db, keys, error))
    return FALSE;
  if (keys->len == 0)
    {
      self->place++;
      self->after = 0;
    }

  return TRUE;
}

/* What goes lies in no free page of the file; that of the log is written over at the end. */
static gboolean
prepare (DaybookDatabase  *db,
         GError          **error)
{
  return daybook_database_run (db, "PRAGMA secure_delete = ON", error) && daybook_mask_function_register (db, error);
}

static DaybookStep
sweep_step (DaybookWriter  *writer,
            DaybookRequest *request,
            gpointer        data)
{
  Sweep *self = data;
  DaybookDatabase *db = daybook_writer_database (writer);

  if (!self->ready && !prepare (db, &request->error))
    return DAYBOOK_STEP_DONE;
  self->ready = TRUE;
  if (daybook_writer_is_closing (writer) || daybook_request_is_cancelled (request))
    {
      g_set_error_literal (&request->error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED, _("Stopped. What has gone is gone; the rest goes the next time."));
      return DAYBOOK_STEP_DONE;
    }
  if (!daybook_database_run (db, "BEGIN IMMEDIATE", &request->error))
    return DAYBOOK_STEP_DONE;

  if (daybook_migrate_check (db, &request->error) && sweep_some (self, db, &request->error))
    daybook_database_run (db, "COMMIT", &request->error);
  if (!sqlite3_get_autocommit (db->handle))
    daybook_database_run (db, "ROLLBACK", NULL);

  daybook_request_report (request, self->done, MAX (self->done, self->total));
  if (request->error == NULL && self->place < G_N_ELEMENTS (PLACES))
    return DAYBOOK_STEP_AGAIN;

  /* Where others read it waits for the next one. */
  daybook_database_run (db, "PRAGMA wal_checkpoint (TRUNCATE)", NULL);
  return DAYBOOK_STEP_DONE;
}

/* How one run is asked for. */
typedef struct
{
  DaybookStore          *store;
  DaybookReader         *reader;
  gint64                 now;
  GFileProgressCallback  progress;
  gpointer               progress_data;
  GCancellable          *cancellable;
  guint64                n_due[DAYBOOK_N_KEEPS];
} Run;

static gint64
read_before (Run         *run,
             DaybookKeep  keep)
{
  return before_of (run->reader, keep, read_number (run->reader, keep), run->now);
}

static gboolean
sweep (Run     *run,
       GError **error)
{
  Sweep *self = g_new0 (Sweep, 1);
  DaybookRequest *request = daybook_request_new (sweep_step, self, g_free, DAYBOOK_PRIORITY_LONG, run->cancellable);
  g_autoptr(DaybookOutcome) outcome = NULL;
  GError *local = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (PLACES); i++)
    {
      gint64 before = read_before (run, PLACES[i].keep);

      self->bounds[i] = before != 0 ? bound_of (&PLACES[i], before) : 0;
    }
  self->total = (gint64) (run->n_due[DAYBOOK_KEEP_SOURCE] + run->n_due[DAYBOOK_KEEP_PROBLEMS] + run->n_due[DAYBOOK_KEEP_REVEALS]
                           + run->n_due[DAYBOOK_KEEP_CUSTOMERS]);
  request->direct = TRUE;
  request->progress = run->progress;
  request->progress_data = run->progress_data;
  outcome = daybook_writer_run (daybook_store_get_writer (run->store), request, &local);
  if (local == NULL)
    return run->n_due[DAYBOOK_KEEP_CUSTOMERS] == 0 || daybook_search_file_clean (run->store, error);

  g_propagate_error (error, local);
  return FALSE;
}

/* --- Shared rows, and what the history says ----------------------------------------------------- */

static gboolean
add_deletions (Run          *run,
               DaybookEdit  *edit,
               GError      **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (PLACES); i++)
    {
      const Place *place = &PLACES[i];
      gint64 before = place->table != NULL ? read_before (run, place->keep) : 0;
      g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (DaybookId));

      if (before == 0)
        continue;
      if (!add_ids (run->reader->db, place, bound_of (place, before), -1, ids, error))
        return FALSE;
      for (guint j = 0; j < ids->len; j++)
        daybook_edit_delete (edit, place->table, &g_array_index (ids, DaybookId, j));
    }

  return TRUE;
}

/* "Rows of imported files: 120 · Virtual numbers: 3" (transfer full) */
static char *
describe (Run *run)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (int i = 0; i < DAYBOOK_N_KEEPS; i++)
    if (run->n_due[i] > 0)
      g_string_append_printf (text, "%s%s: %" G_GUINT64_FORMAT, text->len > 0 ? " · " : "", _(daybook_keep_kind ((DaybookKeep) i)->label),
                              run->n_due[i]);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What is gone without an act has its line in the history by this setting. */
static DaybookOutcome *
write_act (Run     *run,
           GError **error)
{
  g_autofree char *what = describe (run);
  /* Translators: %s is as in "Rows of imported files: 120". */
  g_autofree char *title = g_strdup_printf (_("Kept no longer: %s"), what);
  g_autofree char *day = g_strdup_printf ("%" G_GINT64_FORMAT " %s", run->now, what);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_RULE, title, NULL);

  daybook_setting_set (edit, run->reader, DONE_SETTING, day);
  return add_deletions (run, edit, error) ? daybook_store_commit (run->store, edit, error) : NULL;
}

static gboolean
count_due (Run      *run,
           guint64  *total,
           GError  **error)
{
  *total = 0;
  for (int i = 0; i < DAYBOOK_N_KEEPS; i++)
    {
      g_auto(DaybookRetention) due = { 0 };

      if (!read_due (run->reader, (DaybookKeep) i, read_number (run->reader, (DaybookKeep) i), run->now, &due, error))
        return FALSE;
      run->n_due[i] = due.n_due;
      *total += due.n_due;
    }

  return TRUE;
}

DaybookOutcome *
daybook_retention_run (DaybookStore           *store,
                       gint64                  now,
                       GFileProgressCallback   progress,
                       gpointer                progress_data,
                       GCancellable           *cancellable,
                       GError                **error)
{
  g_autoptr(DaybookReader) reader = daybook_reader_new (store, error);
  Run run = { store, reader, now, progress, progress_data, cancellable, { 0 } };
  guint64 total;

  if (reader == NULL || !count_due (&run, &total, error) || total == 0 || !sweep (&run, error))
    return NULL;

  return write_act (&run, error);
}

/* --- Once a day ------------------------------------------------------------------------------------ */

static DaybookStep
note_day (DaybookWriter  *writer,
          DaybookRequest *request,
          gpointer        data)
{
  DaybookDatabase *db = daybook_writer_database (writer);

  daybook_local_write (db, DAY_KEY, *(gint64 *) data, &request->error);
  return DAYBOOK_STEP_DONE;
}

gboolean
daybook_retention_run_daily (DaybookStore  *store,
                             GError       **error)
{
  g_autoptr(DaybookReader) reader = daybook_reader_new (store, error);
  gint64 now = daybook_store_get_now (store);
  gint64 today = daybook_keep_before (daybook_keep_kind (DAYBOOK_KEEP_SOURCE), 1, now, daybook_store_get_zone (store));
  gint64 last;
  GError *local = NULL;

  if (reader == NULL || !daybook_local_read (reader->db, DAY_KEY, &last, error))
    return FALSE;
  if (last >= today)
    return TRUE;

  g_autoptr(DaybookOutcome) gone = daybook_retention_run (store, now, NULL, NULL, NULL, &local);
  g_autoptr(DaybookOutcome) noted = local == NULL ? daybook_writer_run (daybook_store_get_writer (store),
                                                                        daybook_request_new (note_day, g_memdup2 (&today, sizeof today), g_free,
                                                                                             DAYBOOK_PRIORITY_LONG, NULL), &local)
                                                  : NULL;
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}
