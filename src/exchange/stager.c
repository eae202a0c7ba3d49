/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/stager.h"

/* One by one they would cost as much to hand over as to stage. */
#define RECORDS_PER_BATCH 64
#define BATCHES 4

typedef struct
{
  DaybookOrderRecord *records[RECORDS_PER_BATCH];
  guint               n_records;
  GPtrArray          *problems; /* DaybookProblem */
  gboolean            last;
} Batch;

struct _DaybookStager
{
  DaybookStaging *staging;
  Batch           batches[BATCHES];
  Batch          *filling;  /* of the thread that parses */
  GAsyncQueue    *filled;   /* Batch, on their way to the stager's thread */
  GAsyncQueue    *spare;    /* Batch, on their way back */
  GThread        *thread;   /* NULL once it has ended */
  int             stopped;  /* atomic: nothing more is to be staged */
  GError         *error;    /* why; read once `stopped` is seen */
};

/* --- The stager's thread ------------------------------------------------ */

static gboolean
stage_batch (DaybookStager  *self,
             Batch          *batch,
             GError        **error)
{
  for (guint i = 0; i < batch->problems->len; i++)
    if (!daybook_staging_add_problem (self->staging, g_ptr_array_index (batch->problems, i), error))
      return FALSE;
  for (guint i = 0; i < batch->n_records; i++)
    if (!daybook_staging_add (self->staging, batch->records[i], error))
      return FALSE;

  return TRUE;
}

static gpointer
run_thread (gpointer data)
{
  DaybookStager *self = data;
  gboolean last = FALSE;

  while (!last)
    {
      Batch *batch = g_async_queue_pop (self->filled);

      last = batch->last;
      if (!g_atomic_int_get (&self->stopped) && !stage_batch (self, batch, &self->error))
        g_atomic_int_set (&self->stopped, TRUE);
      batch->n_records = 0;
      g_ptr_array_set_size (batch->problems, 0);
      g_async_queue_push (self->spare, batch);
    }

  return NULL;
}

/* --- The thread that parses --------------------------------------------- */

DaybookStager *
daybook_stager_new (DaybookStaging *staging)
{
  DaybookStager *self = g_new0 (DaybookStager, 1);

  self->staging = g_object_ref (staging);
  self->filled = g_async_queue_new ();
  self->spare = g_async_queue_new ();
  for (guint i = 0; i < BATCHES; i++)
    {
      Batch *batch = &self->batches[i];

      for (guint k = 0; k < RECORDS_PER_BATCH; k++)
        batch->records[k] = daybook_record_new ();
      batch->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_problem_free);
      g_async_queue_push (self->spare, batch);
    }
  self->filling = g_async_queue_pop (self->spare);
  self->thread = g_thread_new ("daybook-stager", run_thread, self);
  return self;
}

static void
end_thread (DaybookStager *self)
{
  if (self->thread == NULL)
    return;

  self->filling->last = TRUE;
  g_async_queue_push (self->filled, self->filling);
  g_clear_pointer (&self->thread, g_thread_join);
}

void
daybook_stager_free (DaybookStager *self)
{
  g_atomic_int_set (&self->stopped, TRUE);
  end_thread (self);

  for (guint i = 0; i < BATCHES; i++)
    {
      for (guint k = 0; k < RECORDS_PER_BATCH; k++)
        daybook_record_free (self->batches[i].records[k]);
      g_ptr_array_unref (self->batches[i].problems);
    }
  g_async_queue_unref (self->filled);
  g_async_queue_unref (self->spare);
  g_clear_error (&self->error);
  g_object_unref (self->staging);
  g_free (self);
}

static gboolean
is_going (DaybookStager  *self,
          GError        **error)
{
  if (!g_atomic_int_get (&self->stopped))
    return TRUE;

  g_propagate_error (error, g_error_copy (self->error));
  return FALSE;
}

static void
hand_over (DaybookStager *self)
{
  g_async_queue_push (self->filled, self->filling);
  self->filling = g_async_queue_pop (self->spare);
}

gboolean
daybook_stager_add (DaybookStager       *self,
                    DaybookOrderRecord **record,
                    GError             **error)
{
  Batch *batch = self->filling;
  DaybookOrderRecord *other = batch->records[batch->n_records];

  batch->records[batch->n_records++] = *record;
  *record = other;
  if (batch->n_records == RECORDS_PER_BATCH)
    hand_over (self);
  return is_going (self, error);
}

gboolean
daybook_stager_add_problem (DaybookStager         *self,
                            const DaybookProblem  *problem,
                            GError               **error)
{
  DaybookProblem *copy = daybook_problem_new (problem->row, problem->column, problem->value, problem->why);

  copy->sheet = problem->sheet;
  g_ptr_array_add (self->filling->problems, copy);
  if (self->filling->problems->len >= RECORDS_PER_BATCH)
    hand_over (self);
  return is_going (self, error);
}

gboolean
daybook_stager_finish (DaybookStager  *self,
                       GError        **error)
{
  end_thread (self);
  return is_going (self, error);
}
