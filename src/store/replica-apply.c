/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/replica-private.h"

#include "store/due-items.h"
#include "store/due-touched.h"
#include "store/local.h"
#include "store/migrate.h"
#include "store/store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define OWN_DEVICE 1
#define OPS_PER_STEP 2000

/* A delivery on its way into the book, one transaction a step. */
typedef struct
{
  const DaybookLogEntry *entries; /* borrowed: the caller waits */
  guint                  n_entries;
  guint                  next;
  gboolean               retried; /* what was held has been tried again */
} Delivery;

static gboolean
set_unexpected (GError **error)
{
  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONFLICT,
                       _("What came from the server does not go on where this book left off. It will be asked for again."));
  return FALSE;
}

/* --- Who and what ------------------------------------------------------- */

static gint64
key_of_id (DaybookDatabase  *db,
           const char       *sql,
           const DaybookId  *id,
           GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, sql, error);

  if (statement == NULL)
    return 0;

  daybook_bind_id (statement, ":id", id);
  return daybook_statement_next (statement, error) ? sqlite3_column_int64 (statement, 0) : 0;
}

static gboolean
find_device (DaybookArrival  *self,
             GError         **error)
{
  GError *local = NULL;

  self->device = key_of_id (self->db, "SELECT key FROM devices WHERE id = :id", &self->op->name.device, &local);
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  if (self->device != 0)
    return TRUE;

  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db,
    "INSERT INTO devices (id, letter) VALUES (:id, :letter)", error);
  if (statement == NULL)
    return FALSE;

  daybook_bind_id (statement, ":id", &self->op->name.device);
  daybook_bind_text (statement, ":letter", self->op->laptop);
  if (!daybook_statement_run (statement, error))
    return FALSE;

  self->device = sqlite3_last_insert_rowid (self->db->handle);
  return TRUE;
}

/* The key here of an operation that is named; 0 when it is not known. */
static gboolean
find_base (DaybookArrival  *self,
           GError         **error)
{
  const DaybookOpName *name = &self->op->base;
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db,
    "SELECT o.n FROM devices d JOIN ops o ON o.n = :n WHERE d.id = :device AND d.key = 1"
    " UNION ALL"
    " SELECT o.n FROM ops o JOIN acts a ON a.key = o.act JOIN devices d ON d.key = a.device"
    " WHERE o.origin = :n AND d.id = :device", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":n", name->n);
  daybook_bind_id (statement, ":device", &name->device);
  return daybook_statement_number (statement, &self->base, error);
}

static gint64
write_act (DaybookArrival  *self,
           GError         **error)
{
  const DaybookOperation *op = self->op;
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db,
    "INSERT INTO acts (id, device, agent, hlc, kind, of_act, as_of, state, title)"
    " VALUES (:id, :device, :agent, :hlc, :kind, (SELECT key FROM acts WHERE id = :of), nullif (:as_of, 0), 0, :title)", error);

  if (statement == NULL)
    return 0;

  daybook_bind_id (statement, ":id", &op->act);
  daybook_bind_int (statement, ":device", self->device);
  daybook_bind_id (statement, ":agent", daybook_id_is_null (&op->agent) ? NULL : &op->agent);
  daybook_bind_int (statement, ":hlc", op->hlc);
  daybook_bind_int (statement, ":kind", op->act_kind);
  daybook_bind_id (statement, ":of", daybook_id_is_null (&op->of_act) ? NULL : &op->of_act);
  daybook_bind_int (statement, ":as_of", op->as_of);
  daybook_bind_text (statement, ":title", op->title);
  return daybook_statement_run (statement, error) ? sqlite3_last_insert_rowid (self->db->handle) : 0;
}

static gint64
count_in_act (DaybookArrival  *self,
              GError         **error)
{
  GError *local = NULL;
  gint64 key = key_of_id (self->db, "UPDATE acts SET size = size + 1 WHERE id = :id RETURNING key", &self->op->act, &local);

  if (local != NULL)
    {
      g_propagate_error (error, local);
      return 0;
    }
  if (key != 0)
    return key;
  if (write_act (self, error) == 0)
    return 0;

  return key_of_id (self->db, "UPDATE acts SET size = size + 1 WHERE id = :id RETURNING key", &self->op->act, error);
}

/* --- The history -------------------------------------------------------- */

/* An own operation comes back: it leaves the outbox, and a create lets go of
 * what it carried. */
static gboolean
confirm_own (DaybookArrival  *self,
             GError         **error)
{
  g_autoptr(DaybookStatement) statement = NULL;

  if (self->n != self->confirmed + 1)
    return set_unexpected (error);

  statement = daybook_database_prepare (self->db,
    "UPDATE ops SET state = 2, seq = :seq, value = CASE kind WHEN 0 THEN NULL ELSE value END WHERE n = :n", error);
  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":seq", self->entry->seq);
  daybook_bind_int (statement, ":n", self->n);
  if (!daybook_statement_run (statement, error))
    return FALSE;
  if (sqlite3_changes (self->db->handle) == 0)
    return set_unexpected (error);

  self->confirmed = self->n;
  return daybook_local_write (self->db, "confirmed", self->n, error);
}

static gboolean
write_op (DaybookArrival  *self,
          gint64           act,
          GError         **error)
{
  const DaybookOpRow *row = &g_array_index (self->op->rows, DaybookOpRow, 0);
  gboolean is_set = self->op->kind == DAYBOOK_CHANGE_SET;
  const DaybookOpCell *cell = is_set ? &g_array_index (row->cells, DaybookOpCell, 0) : NULL;
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db,
    "INSERT INTO ops (n, act, kind, tbl, row, field, value, old, base, state, seq, origin)"
    " VALUES (:n, :act, :kind, :tbl, :row, :field, :value, :old, nullif (:base, 0), 2, :seq, :origin)", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":n", self->n);
  daybook_bind_int (statement, ":act", act);
  daybook_bind_int (statement, ":kind", self->op->kind);
  daybook_bind_text (statement, ":tbl", row->kind);
  daybook_bind_int (statement, ":row", self->first_row);
  daybook_bind_text (statement, ":field", is_set ? cell->field : NULL);
  if (is_set)
    {
      daybook_bind_value (statement, ":value", &cell->value);
      daybook_bind_value (statement, ":old", &self->op->old);
    }
  daybook_bind_int (statement, ":base", self->base);
  daybook_bind_int (statement, ":seq", self->entry->seq);
  daybook_bind_int (statement, ":origin", self->op->name.n);
  return daybook_statement_run (statement, error);
}

/* Another laptop's operation goes into the history once its row is there. */
static gboolean
record (DaybookArrival  *self,
        GError         **error)
{
  if (self->device == OWN_DEVICE || self->first_row == 0)
    return TRUE;
  if (self->mode == DAYBOOK_ARRIVAL_AGAIN)
    {
      g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db, "SELECT 1 FROM ops WHERE n = :n", error);

      if (statement == NULL)
        return FALSE;
      daybook_bind_int (statement, ":n", self->n);
      if (daybook_statement_next (statement, NULL))
        return TRUE;
    }

  gint64 act = count_in_act (self, error);
  return act != 0 && write_op (self, act, error);
}

static gboolean
hold (DaybookArrival  *self,
      GError         **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db,
    "INSERT INTO held_ops (seq, stamp, verdicts, op) VALUES (:seq, :stamp, :verdicts, :op)"
    " ON CONFLICT DO NOTHING", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":seq", self->entry->seq);
  daybook_bind_int (statement, ":stamp", self->entry->stamp);
  daybook_bind_text (statement, ":verdicts", self->entry->verdicts);
  daybook_bind_text (statement, ":op", self->entry->op);
  return daybook_statement_run (statement, error);
}

static gboolean
release (DaybookArrival  *self,
         GError         **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (self->db,
    "DELETE FROM held_ops WHERE seq = :seq", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":seq", self->entry->seq);
  return daybook_statement_run (statement, error);
}

/* --- One entry ---------------------------------------------------------- */

/* The next own stamp is to be larger than what was seen (DESIGN §8). */
static gboolean
take_stamp (DaybookArrival  *self,
            GError         **error)
{
  gint64 hlc;

  return daybook_local_read (self->db, "hlc", &hlc, error)
         && (self->entry->stamp <= hlc || daybook_local_write (self->db, "hlc", self->entry->stamp, error));
}

static gboolean
identify (DaybookArrival  *self,
          GError         **error)
{
  if (!daybook_local_read (self->db, "confirmed", &self->confirmed, error)
      || !find_device (self, error)
      || !find_base (self, error))
    return FALSE;

  self->n = self->device == OWN_DEVICE ? self->op->name.n : -self->entry->seq;
  return TRUE;
}

static gboolean
apply_entry (DaybookArrival  *self,
             GError         **error)
{
  if (strlen (self->entry->verdicts) != daybook_operation_count (self->op))
    return set_unexpected (error);

  if (!identify (self, error)
      || (self->device == OWN_DEVICE && !confirm_own (self, error))
      || !daybook_arrival_place (self, error)
      || !record (self, error)
      || !take_stamp (self, error))
    return FALSE;
  if (self->held && self->device != OWN_DEVICE)
    return hold (self, error);

  return self->mode == DAYBOOK_ARRIVAL_NEW || release (self, error);
}

/* --- Deliveries --------------------------------------------------------- */

/* Entries of one act, from where the cursor stands. */
static gboolean
apply_some (Delivery       *self,
            DaybookWriter  *writer,
            GError        **error)
{
  DaybookDatabase *db = daybook_writer_database (writer);
  guint last = MIN (self->n_entries, self->next + OPS_PER_STEP);
  DaybookId act = { { 0 } };
  gint64 cursor;

  if (!daybook_local_read (db, "cursor", &cursor, error))
    return FALSE;

  for (; self->next < last; self->next++)
    {
      const DaybookLogEntry *entry = &self->entries[self->next];
      g_autoptr(DaybookOperation) op = NULL;

      if (entry->seq <= cursor)
        continue;
      if (entry->seq != cursor + 1)
        return set_unexpected (error);
      op = daybook_operation_parse (entry->op, error);
      if (op == NULL)
        return FALSE;
      if (!daybook_id_is_null (&act) && !daybook_id_equal (&act, &op->act))
        break;

      DaybookArrival arrival = { .db = db, .entry = entry, .op = op };
      act = op->act;
      cursor = entry->seq;
      if (!apply_entry (&arrival, error))
        return FALSE;
    }

  return daybook_local_write (db, "cursor", cursor, error);
}

/* What could not be placed when it came: a newer version of Daybook may know it,
 * or what it needs has come since. */
static gboolean
retry_one (DaybookWriter         *writer,
           const DaybookLogEntry *entry,
           GError               **error)
{
  g_autoptr(DaybookOperation) op = daybook_operation_parse (entry->op, error);
  DaybookArrival arrival = {
    .db = daybook_writer_database (writer),
    .entry = entry,
    .op = op,
    .mode = DAYBOOK_ARRIVAL_AGAIN,
  };

  return op != NULL && apply_entry (&arrival, error);
}

static gint64
next_held (DaybookDatabase  *db,
           gint64            after,
           char            **verdicts,
           char            **op,
           gint64           *stamp,
           GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT seq, stamp, verdicts, op FROM held_ops WHERE seq > :after ORDER BY seq LIMIT 1", error);

  if (statement == NULL)
    return 0;

  daybook_bind_int (statement, ":after", after);
  if (!daybook_statement_next (statement, error))
    return 0;

  *stamp = sqlite3_column_int64 (statement, 1);
  *verdicts = g_strdup (daybook_column_text (statement, 2));
  *op = g_strdup (daybook_column_text (statement, 3));
  return sqlite3_column_int64 (statement, 0);
}

static gboolean
retry_held (DaybookWriter  *writer,
            GError        **error)
{
  gint64 seq = 0;

  while (TRUE)
    {
      g_autofree char *verdicts = NULL;
      g_autofree char *op = NULL;
      GError *local = NULL;
      gint64 stamp = 0;

      seq = next_held (daybook_writer_database (writer), seq, &verdicts, &op, &stamp, &local);
      if (local != NULL)
        {
          g_propagate_error (error, local);
          return FALSE;
        }
      if (seq == 0)
        return TRUE;

      const DaybookLogEntry entry = { seq, stamp, verdicts, op };
      if (!retry_one (writer, &entry, error))
        return FALSE;
    }
}

static gboolean
run_in_transaction (Delivery       *self,
                    DaybookWriter  *writer,
                    GError        **error)
{
  DaybookDatabase *db = daybook_writer_database (writer);

  if (!daybook_database_run (db, "BEGIN IMMEDIATE", error))
    return FALSE;

  if (daybook_migrate_check (db, error)
      && (self->retried ? apply_some (self, writer, error) : retry_held (writer, error))
      && daybook_due_flush (db, error)
      && daybook_database_run (db, "COMMIT", error))
    return TRUE;

  daybook_due_forget (db);
  /* SQLite has rolled back by itself after a full disk or an I/O error. */
  if (!sqlite3_get_autocommit (db->handle))
    daybook_database_run (db, "ROLLBACK", NULL);
  return FALSE;
}

static DaybookStep
run (DaybookWriter  *writer,
     DaybookRequest *request,
     gpointer        data)
{
  Delivery *self = data;

  if (!run_in_transaction (self, writer, &request->error))
    return DAYBOOK_STEP_DONE;

  self->retried = TRUE;
  daybook_store_notify (daybook_writer_store (writer));
  if (self->next < self->n_entries)
    return DAYBOOK_STEP_AGAIN;

  request->outcome = daybook_outcome_new ();
  return DAYBOOK_STEP_DONE;
}

gboolean
daybook_replica_apply (DaybookStore           *store,
                       const DaybookLogEntry  *entries,
                       guint                   n_entries,
                       GError                **error)
{
  Delivery delivery = { .entries = entries, .n_entries = n_entries };
  DaybookRequest *request = daybook_request_new (run, &delivery, NULL, DAYBOOK_PRIORITY_LONG, NULL);
  g_autoptr(DaybookOutcome) outcome = daybook_writer_run (daybook_store_get_writer (store), request, error);

  return outcome != NULL;
}
