/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/merge.h"

#include "core/shop.h"
#include "store/import-problems.h"
#include "store/long-act.h"
#include "store/right-guard.h"
#include "store/settle.h"
#include "store/sight.h"
#include "store/staging-private.h"

#include <glib/gi18n-lib.h>

/* Half of what RECORDS §5 allows: whoever saves a note waits for the step that is
 * under way, for its commit, and for the disk to take what it has written. */
#define ORDERS_PER_STEP 2000

/* An import on its way into the book, step by step. */
struct _DaybookMerge
{
  DaybookStaging     *staging;
  DaybookLongAct      act;
  char               *title;
  GArray             *order;  /* of staged orders; gint64 */
  guint               next;
  guint               n_sights;    /* orders of which the file says nothing else */
  guint               n_noted;     /* of these, so far */
  gint64              last_sight;
  DaybookMergeFeed   *feed;        /* of orders */
  DaybookEntry       *entry;       /* the one at hand, in a file of entries; else NULL */
  DaybookBuyers      *buyers;
};

static void
free_merge (gpointer data)
{
  DaybookMerge *self = data;

  daybook_long_act_clear (&self->act);
  g_clear_pointer (&self->feed, daybook_merge_feed_free);
  g_clear_pointer (&self->entry, daybook_entry_free);
  g_clear_pointer (&self->order, g_array_unref);
  g_clear_pointer (&self->buyers, daybook_buyers_free);
  g_object_unref (self->staging);
  g_free (self->title);
  g_free (self);
}

/* --- Beginning ---------------------------------------------------------- */

static gboolean
check_reading (DaybookMerge   *self,
               DaybookWriter  *writer,
               GError        **error)
{
  DaybookDatabase *db = daybook_writer_database (writer);
  GError *local = NULL;

  /* One that was cut off has been checked. */
  if (self->act.spec.key != 0 || !daybook_staging_is_stale (self->staging, db, &local))
    {
      if (local != NULL)
        g_propagate_error (error, local);
      return local == NULL;
    }

  /* What a killed program left stands in the way of every reading until it is settled. */
  daybook_settler_leave (daybook_writer_settler (writer));
  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONFLICT,
                       _("The book has changed since the file was read. Read the file again."));
  return FALSE;
}

static gboolean
begin (DaybookMerge   *self,
       DaybookWriter  *writer,
       GError        **error)
{
  DaybookDatabase *db = daybook_writer_database (writer);
  gint64 now = daybook_store_get_now (daybook_writer_store (writer));

  if (self->act.spec.kind == DAYBOOK_ACT_IMPORT
      && !daybook_right_guard_one (db, &self->act.spec.agent, now, DAYBOOK_RIGHT_IMPORT, error))
    return FALSE;

  self->act.locked = daybook_long_act_lock (daybook_writer_store (writer), error);
  if (!self->act.locked || !check_reading (self, writer, error))
    return FALSE;
  self->act.spec.as_of = self->staging->spec.as_of; /* it may have been corrected until now */
  self->buyers = daybook_buyers_new ();
  self->order = daybook_staging_order (self->staging, error);
  if (self->order == NULL || !daybook_staging_set_act (self->staging, &self->act.spec.id, error))
    return FALSE;

  /* What was foreseen is counted now that it happens. */
  if (!daybook_staging_find_born (self->staging, db, error))
    return FALSE;

  self->n_sights = daybook_staging_count_sights (self->staging);
  if (self->staging->spec.table != NULL)
    self->entry = daybook_entry_new (self->staging->spec.table);
  else
    self->feed = daybook_merge_feed_new (self->staging, self->order);
  if (self->order->len > ORDERS_PER_STEP)
    self->act.checkpointer = daybook_checkpointer_new (daybook_store_get_path (daybook_writer_store (writer)), db);
  return TRUE;
}

/* --- The import's own row ----------------------------------------------- */

static gboolean
is_news (DaybookMerge    *self,
         DaybookDatabase *db)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT 1 FROM imports i JOIN shops s ON s.rowid = i.shop"
    " WHERE s.id = :shop AND i.deleted = 0 AND i.platform = :platform AND i.as_of >= :as_of", NULL);

  if (statement == NULL)
    return FALSE;

  daybook_bind_id (statement, ":shop", &self->staging->spec.shop);
  daybook_bind_text (statement, ":platform", self->staging->spec.platform);
  daybook_bind_int (statement, ":as_of", self->staging->spec.as_of);
  return !daybook_statement_next (statement, NULL);
}

static void
fill_import (DaybookMerge *self,
             DaybookValue  values[DAYBOOK_IMPORT_N_FIELDS],
             gint64        now)
{
  const DaybookStagingSpec *spec = &self->staging->spec;
  const DaybookStagingCounts *counts = &self->staging->counts;
  char act[DAYBOOK_ID_STRING_SIZE];

  daybook_id_print (&self->act.spec.id, act);
  values[DAYBOOK_IMPORT_ACT] = daybook_value_text (act);
  values[DAYBOOK_IMPORT_SHOP] = daybook_value_id (&spec->shop);
  values[DAYBOOK_IMPORT_FILE] = daybook_value_text (spec->file);
  values[DAYBOOK_IMPORT_PLATFORM] = daybook_value_text (spec->platform);
  values[DAYBOOK_IMPORT_KIND] = daybook_value_text (spec->kind);
  values[DAYBOOK_IMPORT_ENCODING] = daybook_value_text (spec->encoding);
  values[DAYBOOK_IMPORT_AS_OF] = daybook_value_int (spec->as_of);
  values[DAYBOOK_IMPORT_AT] = daybook_value_int (now);
  values[DAYBOOK_IMPORT_STATE] = daybook_value_int (DAYBOOK_IMPORT_FINISHED);
  values[DAYBOOK_IMPORT_ROWS] = daybook_value_int ((gint64) counts->rows);
  values[DAYBOOK_IMPORT_NEW] = daybook_value_int ((gint64) counts->n_new);
  values[DAYBOOK_IMPORT_UPDATED] = daybook_value_int ((gint64) counts->n_updated);
  values[DAYBOOK_IMPORT_SAME] = daybook_value_int ((gint64) counts->n_same);
  values[DAYBOOK_IMPORT_PROBLEMS] = daybook_value_int ((gint64) counts->n_problems);
  values[DAYBOOK_IMPORT_SUMS] = daybook_value_text (self->staging->sums);
}

/* The particulars are written with the last rows. A file that changed nothing
 * and is no newer leaves no trace. */
static gboolean
end_import (DaybookMerge        *self,
            DaybookTransaction  *transaction,
            gint64               now,
            GError             **error)
{
  DaybookValue values[DAYBOOK_IMPORT_N_FIELDS] = { DAYBOOK_VALUE_INIT };
  DaybookId id;

  if (self->act.spec.key == 0 && !is_news (self, daybook_transaction_database (transaction)))
    return TRUE;

  daybook_id_fresh (&id, now * 1000);
  fill_import (self, values, now);
  gboolean made = daybook_transaction_create (transaction, &daybook_imports, &id, values, error) != 0
                  && daybook_import_problems_keep (transaction, self->staging, error)
                  && daybook_transaction_end_act (transaction, error);
  for (guint i = 0; i < DAYBOOK_IMPORT_N_FIELDS; i++)
    daybook_value_clear (&values[i]);
  return made;
}

/* --- One step ----------------------------------------------------------- */

static gboolean
merge_next (DaybookMerge         *self,
            DaybookMergeContext  *context,
            GError              **error)
{
  const DaybookMergeItem *item;
  DaybookId id;

  if (self->entry != NULL)
    return daybook_staging_read_entry (self->staging, g_array_index (self->order, gint64, self->next), self->entry, &id, error)
           && daybook_merge_entry (context, self->entry, &id, error);

  item = daybook_merge_feed_next (self->feed, error);
  return item != NULL && daybook_merge_order (context, item, error);
}

static gboolean
merge_some (DaybookMerge        *self,
            DaybookTransaction  *transaction,
            GError             **error)
{
  DaybookMergeContext context = {
    .transaction = transaction,
    .buyers = self->buyers,
    .spec = &self->staging->spec,
    .born = self->staging->born,
  };

  if (!daybook_merge_context_begin (&context, error)
      || !daybook_buyers_enter (self->buyers, daybook_transaction_database (transaction), error))
    return FALSE;

  for (guint n = 0; self->next < self->order->len && daybook_long_act_goes_on (&self->act, n); n++, self->next++)
    if (!merge_next (self, &context, error))
      return FALSE;

  return TRUE;
}

static gboolean
note_some (DaybookMerge        *self,
           DaybookTransaction  *transaction,
           GError             **error)
{
  g_autoptr(GArray) sights = daybook_staging_sights (self->staging, self->last_sight, ORDERS_PER_STEP, error);

  for (guint i = 0; sights != NULL && i < sights->len; i++)
    {
      const DaybookStagedSight *sight = &g_array_index (sights, DaybookStagedSight, i);

      self->last_sight = sight->order;
      if (!daybook_sight_note (transaction, sight->order, sight->told, self->staging->spec.as_of, error))
        return FALSE;
      self->n_noted++;
    }

  if (sights != NULL && sights->len == 0)
    self->n_noted = self->n_sights;
  return sights != NULL;
}

static guint
n_left (DaybookMerge *self)
{
  return self->order->len - self->next + self->n_sights - self->n_noted;
}

/* The next orders, and then what the file only repeats. */
static gboolean
write_some (gpointer             data,
            DaybookTransaction  *transaction,
            DaybookSync          sync,
            gboolean            *last,
            GError             **error)
{
  DaybookMerge *self = data;

  if (!merge_some (self, transaction, error))
    return FALSE;
  if (self->next == self->order->len && self->n_noted < self->n_sights && !note_some (self, transaction, error))
    return FALSE;

  *last = sync == DAYBOOK_SYNC_NOW && n_left (self) == 0;
  return !*last || end_import (self, transaction, daybook_store_get_now (self->staging->store), error);
}

/* A small import is one transaction. Of a large one only the end goes to the disk
 * at once, and all that is before it with it: when a power cut shortens it, it is
 * finished or taken back like one that was killed. */
static gboolean
merge_step (DaybookMerge   *self,
            DaybookWriter  *writer,
            GError        **error)
{
  gboolean first = self->next == 0 && self->n_noted == 0;
  gboolean at_once = n_left (self) == 0 || (first && n_left (self) <= ORDERS_PER_STEP);

  if (!daybook_long_act_write (&self->act, writer, at_once ? DAYBOOK_SYNC_NOW : DAYBOOK_SYNC_LATER, write_some, self, error))
    return FALSE;

  daybook_buyers_leave (self->buyers, daybook_writer_database (writer));
  return TRUE;
}

/* --- Ending ------------------------------------------------------------- */

static DaybookStep
end (DaybookMerge   *self,
     DaybookRequest *request,
     DaybookWriter  *writer)
{
  g_clear_pointer (&self->feed, daybook_merge_feed_free); /* the staging is the caller's again */
  return daybook_long_act_end (&self->act, request, writer);
}

/* --- Turning back ------------------------------------------------------- */

/* What fails for want of room or by a fault is taken back as well. The act stands
 * in the history as it is, and undone. */
static gboolean
must_turn_back (DaybookMerge   *self,
                DaybookRequest *request)
{
  return !self->act.ended && self->act.spec.key != 0
         && (request->error != NULL || daybook_request_is_cancelled (request));
}

static DaybookStep
turn_back (DaybookMerge   *self,
           DaybookRequest *request,
           DaybookWriter  *writer)
{
  g_clear_pointer (&self->feed, daybook_merge_feed_free);
  return daybook_long_act_turn_back (&self->act, request, writer);
}

/* --- The request -------------------------------------------------------- */

static DaybookStep
run (DaybookWriter  *writer,
     DaybookRequest *request,
     gpointer        data)
{
  DaybookMerge *self = data;

  if (self->act.undo != NULL)
    return turn_back (self, request, writer);

  if (daybook_long_act_settle (&self->act, request, writer) == DAYBOOK_STEP_AGAIN)
    return DAYBOOK_STEP_AGAIN;
  if (request->error != NULL || (!self->act.locked && !begin (self, writer, &request->error)))
    return end (self, request, writer);
  if (daybook_request_is_cancelled (request) && self->act.spec.key == 0)
    return end (self, request, writer);

  if (!daybook_request_is_cancelled (request))
    merge_step (self, writer, &request->error);
  if (must_turn_back (self, request))
    return turn_back (self, request, writer);

  daybook_request_report (request, self->next + self->n_noted, self->order->len + self->n_sights);
  return self->act.ended || request->error != NULL ? end (self, request, writer) : DAYBOOK_STEP_AGAIN;
}

DaybookRequest *
daybook_merge_request (DaybookStaging  *staging,
                       DaybookActKind   kind,
                       const DaybookId *agent,
                       GCancellable    *cancellable)
{
  DaybookMerge *self = g_new0 (DaybookMerge, 1);

  self->staging = g_object_ref (staging);
  /* Translators: title of an act in the history; %s is the name of a file. */
  self->title = g_strdup_printf (_("Imported %s"), staging->spec.file);
  daybook_act_spec_init (&self->act.spec, staging->store, kind, self->title, agent);
  self->act.stopped = _("The import was stopped. What it had brought in was taken back.");
  self->act.half = _("The import was cut off by the disk, and what it brought in cannot be taken back just now."
                     " Make room on the disk: it is taken back then, or at the next start.");
  self->act.spec.long_running = TRUE;
  return daybook_request_new (run, self, free_merge, DAYBOOK_PRIORITY_LONG, cancellable);
}

DaybookRequest *
daybook_merge_resume_request (DaybookStaging  *staging,
                              gint64           key,
                              const DaybookId *act)
{
  DaybookRequest *request = daybook_merge_request (staging, DAYBOOK_ACT_IMPORT, NULL, NULL);
  DaybookMerge *self = request->data;

  self->act.spec.key = key;
  self->act.spec.id = *act;
  return request;
}

void
daybook_store_merge_async (DaybookStore          *store,
                           DaybookStaging        *staging,
                           GFileProgressCallback  progress,
                           gpointer               progress_data,
                           GCancellable          *cancellable,
                           GAsyncReadyCallback    callback,
                           gpointer               data)
{
  DaybookRequest *request = daybook_merge_request (staging, DAYBOOK_ACT_IMPORT, daybook_store_get_agent (store), cancellable);

  request->progress = progress;
  request->progress_data = progress_data;
  daybook_writer_run_async (daybook_store_get_writer (store), request, store, daybook_store_merge_async, callback, data);
}

DaybookOutcome *
daybook_store_merge_finish (DaybookStore  *store,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

DaybookOutcome *
daybook_store_merge (DaybookStore           *store,
                     DaybookStaging         *staging,
                     GFileProgressCallback   progress,
                     gpointer                progress_data,
                     GCancellable           *cancellable,
                     GError                **error)
{
  DaybookRequest *request = daybook_merge_request (staging, DAYBOOK_ACT_IMPORT, daybook_store_get_agent (store), cancellable);

  request->progress = progress;
  request->progress_data = progress_data;
  return daybook_writer_run (daybook_store_get_writer (store), request, error);
}
