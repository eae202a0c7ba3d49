/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/merge-feed.h"

#include "core/contact.h"
#include "core/mask.h"
#include "store/merge-rule.h"

#define ITEMS_PER_BATCH 64
#define BATCHES 4

typedef struct
{
  DaybookMergeItem items[ITEMS_PER_BATCH];
  guint            n_items;
  gboolean         last;
} Batch;

struct _DaybookMergeFeed
{
  DaybookStaging *staging;  /* borrowed */
  GArray         *order;    /* borrowed */
  Batch           batches[BATCHES];
  Batch          *current;  /* of the merge */
  guint           taken;    /* of its items */
  GAsyncQueue    *filled;   /* Batch, on their way to the merge */
  GAsyncQueue    *spare;    /* Batch, on their way back */
  GThread        *thread;
  int             stopped;  /* atomic */
  GError         *error;    /* of the reading; read after the last batch */
};

/* --- The thread that reads ---------------------------------------------- */

static void
derive (const DaybookStaging *staging,
        DaybookMergeItem     *item)
{
  const DaybookOrderRecord *record = item->record;

  g_clear_pointer (&item->lines, g_array_unref);
  item->lines = daybook_merge_line_ids (record, &item->staged.order);
  item->facts = daybook_merge_buyer_facts (record);
  item->handle = (DaybookId) { { 0 } };
  if (record->account != NULL && *record->account != '\0' && !daybook_mask_is_masked (record->account))
    daybook_handle_row_id (&item->handle, staging->spec.platform, record->account);
}

/* FALSE when there is nothing more to come. */
static gboolean
fill (DaybookMergeFeed *self,
      Batch            *batch,
      guint            *next)
{
  batch->n_items = 0;
  while (batch->n_items < ITEMS_PER_BATCH && *next < self->order->len)
    {
      DaybookMergeItem *item = &batch->items[batch->n_items];

      if (g_atomic_int_get (&self->stopped)
          || !daybook_staging_read (self->staging, g_array_index (self->order, gint64, *next),
                                    item->record, &item->staged, &self->error))
        return FALSE;
      derive (self->staging, item);
      batch->n_items++;
      (*next)++;
    }

  return *next < self->order->len;
}

static gpointer
run_thread (gpointer data)
{
  DaybookMergeFeed *self = data;
  gboolean more = TRUE;
  guint next = 0;

  while (more)
    {
      Batch *batch = g_async_queue_pop (self->spare);

      more = fill (self, batch, &next);
      batch->last = !more;
      g_async_queue_push (self->filled, batch);
    }

  return NULL;
}

/* --- The merge ---------------------------------------------------------- */

DaybookMergeFeed *
daybook_merge_feed_new (DaybookStaging *staging,
                        GArray         *order)
{
  DaybookMergeFeed *self = g_new0 (DaybookMergeFeed, 1);

  self->staging = staging;
  self->order = order;
  self->filled = g_async_queue_new ();
  self->spare = g_async_queue_new ();
  for (guint i = 0; i < BATCHES; i++)
    {
      for (guint k = 0; k < ITEMS_PER_BATCH; k++)
        self->batches[i].items[k].record = daybook_record_new ();
      g_async_queue_push (self->spare, &self->batches[i]);
    }
  self->thread = g_thread_new ("daybook-feed", run_thread, self);
  return self;
}

void
daybook_merge_feed_free (DaybookMergeFeed *self)
{
  g_atomic_int_set (&self->stopped, TRUE);
  for (guint i = 0; i < BATCHES; i++) /* it may wait for one */
    g_async_queue_push (self->spare, &self->batches[i]);
  g_thread_join (self->thread);

  for (guint i = 0; i < BATCHES; i++)
    for (guint k = 0; k < ITEMS_PER_BATCH; k++)
      {
        daybook_record_free (self->batches[i].items[k].record);
        g_clear_pointer (&self->batches[i].items[k].lines, g_array_unref);
      }
  g_async_queue_unref (self->filled);
  g_async_queue_unref (self->spare);
  g_clear_error (&self->error);
  g_free (self);
}

const DaybookMergeItem *
daybook_merge_feed_next (DaybookMergeFeed  *self,
                         GError           **error)
{
  while (self->current == NULL || self->taken == self->current->n_items)
    {
      if (self->current != NULL && self->current->last)
        {
          if (self->error != NULL)
            g_propagate_error (error, g_error_copy (self->error));
          return NULL;
        }

      if (self->current != NULL)
        g_async_queue_push (self->spare, self->current);
      self->current = g_async_queue_pop (self->filled);
      self->taken = 0;
    }

  return &self->current->items[self->taken++];
}
