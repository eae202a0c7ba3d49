/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/row-cache.h"

struct _DaybookRowCache
{
  guint       capacity;
  GHashTable *links; /* key of the row -> its GList link in `rows` */
  GQueue      rows;  /* DaybookRow, used last at the head */
};

DaybookRowCache *
daybook_row_cache_new (guint capacity)
{
  DaybookRowCache *self = g_new0 (DaybookRowCache, 1);

  self->capacity = capacity;
  self->links = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_queue_init (&self->rows);
  return self;
}

void
daybook_row_cache_free (DaybookRowCache *self)
{
  daybook_row_cache_clear (self);
  g_hash_table_unref (self->links);
  g_free (self);
}

static void
drop (DaybookRowCache *self,
      GList           *link)
{
  DaybookRow *row = link->data;

  g_hash_table_remove (self->links, &row->rowid);
  g_queue_delete_link (&self->rows, link);
  daybook_row_unref (row);
}

DaybookRow *
daybook_row_cache_lookup (DaybookRowCache *self,
                          gint64           key)
{
  GList *link = g_hash_table_lookup (self->links, &key);

  if (link == NULL)
    return NULL;

  g_queue_unlink (&self->rows, link);
  g_queue_push_head_link (&self->rows, link);
  return daybook_row_ref (link->data);
}

void
daybook_row_cache_insert (DaybookRowCache *self,
                          DaybookRow      *row)
{
  GList *known = g_hash_table_lookup (self->links, &row->rowid);

  if (known != NULL)
    drop (self, known);

  g_queue_push_head (&self->rows, daybook_row_ref (row));
  g_hash_table_insert (self->links, &row->rowid, self->rows.head);
  if (self->rows.length > self->capacity)
    drop (self, self->rows.tail);
}

void
daybook_row_cache_clear (DaybookRowCache *self)
{
  g_hash_table_remove_all (self->links);
  g_queue_clear_full (&self->rows, (GDestroyNotify) daybook_row_unref);
}
