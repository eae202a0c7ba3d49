/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/late-cases.h"

#include "store/born-cases.h"
#include "store/long-act.h"
#include "store/reader-private.h"
#include "store/row-sql.h"
#include "store/store-private.h"
#include "store/task.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char           *key;
  char           *title;
  DaybookLongAct  act;
  GPtrArray      *registers; /* DaybookBornOf, all that are offered such rows */
  DaybookBornOf  *of;        /* the one that is meant */
  GArray         *rows;      /* keys (gint64) of those without a case */
  guint           next;
  gint64          only;      /* the key of the one row that is meant; 0: all */
} LateCases;

static void
free_late_cases (gpointer data)
{
  LateCases *self = data;

  daybook_long_act_clear (&self->act);
  g_clear_pointer (&self->registers, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  g_free (self->key);
  g_free (self->title);
  g_free (self);
}

/* --- Which rows ------------------------------------------------------------------ */

static void
set_none (const char  *key,
          GError     **error)
{
  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND,
               _("There is no register “%s” of which cases come from imports."), key);
}

static DaybookRegister *
find_register (DaybookDatabase  *db,
               const char       *key,
               GError          **error)
{
  DaybookRegister *definition = daybook_register_in_force (db, key);

  if (definition == NULL || daybook_register_get_birth (definition) == NULL)
    set_none (key, error);
  return definition != NULL && daybook_register_get_birth (definition) != NULL ? definition : NULL;
}

static gboolean
find_of (LateCases        *self,
         DaybookDatabase  *db,
         GError          **error)
{
  DaybookRegister *definition = find_register (db, self->key, error);

  if (definition == NULL)
    return FALSE;

  self->registers = daybook_registers_born_of (db, daybook_register_get_birth (definition)->rows, error);
  for (guint i = 0; self->registers != NULL && i < self->registers->len; i++)
    {
      DaybookBornOf *one = g_ptr_array_index (self->registers, i);

      if (g_str_equal (daybook_register_get_key (one->definition), self->key))
        self->of = one;
    }
  if (self->registers != NULL && self->of == NULL)
    set_none (self->key, error);
  return self->of != NULL;
}

/* A row that another register is offered first is that one's. */
static gboolean
wants (LateCases        *self,
       DaybookDatabase  *db,
       gint64            key,
       gboolean         *wanted,
       GError          **error)
{
  const DaybookTable *rows = daybook_register_get_birth (self->of->definition)->rows;
  g_autoptr(DaybookRow) row = daybook_row_load (db, rows, key, error);
  GError *local = NULL;

  if (row == NULL)
    return FALSE;

  *wanted = daybook_born_of_find (self->registers, row, FALSE) == self->of && !daybook_born_case_was_made (db, &row->id, &local);
  if (local != NULL)
    g_propagate_error (error, local);
  return local == NULL;
}

static gboolean
find_rows (LateCases        *self,
           DaybookDatabase  *db,
           GError          **error)
{
  const DaybookTable *rows = daybook_register_get_birth (self->of->definition)->rows;
  g_autofree char *sql = g_strdup_printf ("SELECT rowid FROM %s WHERE deleted = 0 AND :only IN (0, rowid) ORDER BY rowid", rows->plural);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, sql, error);
  g_autoptr(GArray) all = NULL;

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":only", self->only);
  all = daybook_statement_keys (statement, error);
  self->rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      gint64 key = g_array_index (all, gint64, i);
      gboolean wanted;

      if (!wants (self, db, key, &wanted, error))
        return FALSE;
      if (wanted)
        g_array_append_val (self->rows, key);
    }

  return all != NULL;
}

/* --- Counting ------------------------------------------------------------------------ */

gint64
daybook_late_cases_count (DaybookStore  *store,
                          const char    *key,
                          GError       **error)
{
  g_autoptr(DaybookReader) reader = daybook_reader_new (store, error);
  LateCases *self = g_new0 (LateCases, 1);
  gint64 n = -1;

  self->key = g_strdup (key);
  if (reader != NULL && find_of (self, reader->db, error) && find_rows (self, reader->db, error))
    n = self->rows->len;
  free_late_cases (self);
  return n;
}

static void
count_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  GError *error = NULL;
  gint64 n = daybook_late_cases_count (source, data, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_int (task, (gssize) n);
}

void
daybook_late_cases_count_async (DaybookStore        *store,
                                const char          *key,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             data)
{
  g_autoptr(GTask) task = g_task_new (store, cancellable, callback, data);

  g_task_set_source_tag (task, daybook_late_cases_count_async);
  g_task_set_task_data (task, g_strdup (key), g_free);
  daybook_task_run_in_thread (task, count_in_thread);
}

gint64
daybook_late_cases_count_finish (DaybookStore  *store,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), -1);

  return g_task_propagate_int (G_TASK (result), error);
}

/* --- Opening --------------------------------------------------------------------------- */

static gboolean
begin (LateCases      *self,
       DaybookWriter  *writer,
       GError        **error)
{
  DaybookDatabase *db = daybook_writer_database (writer);

  if (!find_of (self, db, error))
    return FALSE;

  self->act.locked = daybook_long_act_lock (daybook_writer_store (writer), error);
  return self->act.locked && find_rows (self, db, error);
}

static gboolean
write_some (gpointer             data,
            DaybookTransaction  *transaction,
            DaybookSync          sync,
            gboolean            *last,
            GError             **error)
{
  LateCases *self = data;
  const DaybookTable *rows = daybook_register_get_birth (self->of->definition)->rows;

  for (guint n = 0; self->next < self->rows->len && daybook_long_act_goes_on (&self->act, n); n++, self->next++)
    if (!daybook_born_case_make (transaction, self->of, rows, g_array_index (self->rows, gint64, self->next), error))
      return FALSE;

  *last = sync == DAYBOOK_SYNC_NOW && self->next == self->rows->len;
  return !*last || daybook_transaction_end_act (transaction, error);
}

/* Where there is no such row there is no act to end. */
static gboolean
open_some (LateCases      *self,
           DaybookWriter  *writer,
           GError        **error)
{
  gboolean at_once = self->next == self->rows->len || (self->next == 0 && self->rows->len <= DAYBOOK_UNDO_OPS_PER_STEP);

  if (self->rows->len == 0)
    {
      self->act.ended = TRUE;
      return TRUE;
    }

  return daybook_long_act_write (&self->act, writer, at_once ? DAYBOOK_SYNC_NOW : DAYBOOK_SYNC_LATER, write_some, self, error);
}

static DaybookStep
run (DaybookWriter  *writer,
     DaybookRequest *request,
     gpointer        data)
{
  LateCases *self = data;

  if (self->act.undo != NULL)
    return daybook_long_act_turn_back (&self->act, request, writer);
  if (daybook_long_act_settle (&self->act, request, writer) == DAYBOOK_STEP_AGAIN)
    return DAYBOOK_STEP_AGAIN;
  if (request->error != NULL || (!self->act.locked && !begin (self, writer, &request->error)))
    return daybook_long_act_end (&self->act, request, writer);

  if (!daybook_request_is_cancelled (request) && open_some (self, writer, &request->error))
    {
      daybook_request_report (request, self->next, self->rows->len);
      return self->act.ended ? daybook_long_act_end (&self->act, request, writer) : DAYBOOK_STEP_AGAIN;
    }

  return self->act.spec.key != 0 ? daybook_long_act_turn_back (&self->act, request, writer)
                                 : daybook_long_act_end (&self->act, request, writer);
}

/* (transfer full) */
static char *
make_title (DaybookStore *store,
            const char   *key,
            gint64        only)
{
  DaybookRegister *definition = daybook_reader_register (daybook_store_get_reader (store), key);

  if (definition != NULL && only != 0)
    return g_strdup_printf (_("New: %s"), daybook_register_get_label (definition));

  /* Translators: title of an act in the history; %s is a register: “Refunds”. */
  return g_strdup_printf (_("Cases of imported rows: %s"), definition != NULL ? daybook_register_get_title (definition) : key);
}

static DaybookRequest *
make_request (DaybookStore *store,
              const char   *key,
              gint64        only,
              GCancellable *cancellable)
{
  LateCases *self = g_new0 (LateCases, 1);

  self->key = g_strdup (key);
  self->only = only;
  self->title = make_title (store, key, only);
  daybook_act_spec_init (&self->act.spec, store, DAYBOOK_ACT_RULE, self->title, daybook_store_get_agent (store));
  self->act.stopped = _("Stopped. Everything is as it was.");
  self->act.half = _("The change was cut off half-way by the disk, and cannot be taken back just now."
                     " Make room on the disk: it is taken back then, or at the next start.");
  self->act.spec.long_running = TRUE;
  return daybook_request_new (run, self, free_late_cases, DAYBOOK_PRIORITY_LONG, cancellable);
}

void
daybook_late_cases_open_async (DaybookStore          *store,
                               const char            *key,
                               GFileProgressCallback  progress,
                               gpointer               progress_data,
                               GCancellable          *cancellable,
                               GAsyncReadyCallback    callback,
                               gpointer               data)
{
  DaybookRequest *request = make_request (store, key, 0, cancellable);

  request->progress = progress;
  request->progress_data = progress_data;
  daybook_writer_run_async (daybook_store_get_writer (store), request, store, daybook_late_cases_open_async, callback, data);
}

DaybookOutcome *
daybook_late_cases_open_finish (DaybookStore  *store,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

DaybookOutcome *
daybook_late_cases_open (DaybookStore           *store,
                         const char             *key,
                         GFileProgressCallback   progress,
                         gpointer                progress_data,
                         GCancellable           *cancellable,
                         GError                **error)
{
  DaybookRequest *request = make_request (store, key, 0, cancellable);

  request->progress = progress;
  request->progress_data = progress_data;
  return daybook_writer_run (daybook_store_get_writer (store), request, error);
}

/* --- One of them --------------------------------------------------------------------------- */

DaybookRegister *
daybook_late_case_register (DaybookReader    *reader,
                            const DaybookRow *row)
{
  g_autoptr(GPtrArray) registers = daybook_registers_born_of (reader->db, row->table, NULL);
  DaybookBornOf *of = registers != NULL ? daybook_born_of_find (registers, row, FALSE) : NULL;

  return of != NULL ? of->definition : NULL;
}

DaybookRow *
daybook_late_case_find (DaybookReader    *reader,
                        const DaybookRow *row)
{
  DaybookId id;

  daybook_birth_id (&id, &row->id);
  return daybook_reader_find (reader, &daybook_cases, &id, NULL);
}

gboolean
daybook_late_case_may_open (DaybookReader    *reader,
                            const DaybookRow *row)
{
  return !daybook_born_case_was_made (reader->db, &row->id, NULL);
}

void
daybook_late_case_open_async (DaybookStore        *store,
                              DaybookRegister     *definition,
                              const DaybookRow    *row,
                              GAsyncReadyCallback  callback,
                              gpointer             data)
{
  DaybookRequest *request = make_request (store, daybook_register_get_key (definition), row->rowid, NULL);

  request->priority = DAYBOOK_PRIORITY_PERSON;
  daybook_writer_run_async (daybook_store_get_writer (store), request, store, daybook_late_case_open_async, callback, data);
}

DaybookOutcome *
daybook_late_case_open_finish (DaybookStore  *store,
                               GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
