/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/view-list.h"

#include "app/common/lane.h"
#include "core/shop.h"
#include "core/view-order.h"
#include "store/reader.h"

/* While an import runs the counts are behind by so much, and as long again as
 * the last counting took. */
#define PAUSE_MS 700
/* After the list was made whose rows it counts, most likely. */
#define FIRST_MS 300

struct _DaybookViewList
{
  GObject                   parent_instance;

  DaybookStore             *store;
  const DaybookTable       *table;
  const DaybookShippedView *shipped;
  GPtrArray                *views;   /* DaybookView */
  GPtrArray                *counted; /* those being counted, or NULL */
  DaybookLane              *lane;
  gint64                    asked;
  guint                     pause;
  gboolean                  stale;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DaybookViewList, daybook_view_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void count (DaybookViewList *self);

static void
free_query (gpointer query)
{
  g_clear_pointer ((DaybookQuery **) &query, daybook_query_free);
}

/* (element-type DaybookQuery): NULL for a view that cannot be read. */
static GPtrArray *
make_queries (DaybookViewList *self)
{
  GPtrArray *queries = g_ptr_array_new_with_free_func (free_query);

  for (guint i = 0; i < self->views->len; i++)
    {
      g_autoptr(GError) error = NULL;
      DaybookQuery *query = daybook_view_make_query (g_ptr_array_index (self->views, i), self->table, &error);

      if (query == NULL)
        g_info ("%s", error->message);
      g_ptr_array_add (queries, query);
    }

  return queries;
}

/* A view that means nothing any more (a price in a currency without cents, say) has no
 * count, and the others have theirs. FALSE when none could be counted now. */
static gboolean
count_view (DaybookReader       *reader,
            const DaybookQuery  *query,
            gint64              *n,
            GError             **error)
{
  GError *local = NULL;

  *n = query != NULL ? daybook_reader_count (reader, query, 0, &local) : DAYBOOK_COUNT_UNKNOWN;
  if (local == NULL)
    return TRUE;

  if (g_error_matches (local, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED)
      || g_error_matches (local, DAYBOOK_ERROR, DAYBOOK_ERROR_BUSY))
    {
      g_propagate_error (error, local);
      return FALSE;
    }

  g_info ("%s", local->message);
  g_error_free (local);
  *n = DAYBOOK_COUNT_UNKNOWN;
  return TRUE;
}

/* One count for each view; DAYBOOK_COUNT_UNKNOWN where there is none. */
static gpointer
count_in_db (DaybookReader *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  GPtrArray *queries = data;
  g_autoptr(GArray) counts = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < queries->len; i++)
    {
      gint64 n;

      if (!count_view (reader, g_ptr_array_index (queries, i), &n, error))
        return NULL;
      g_array_append_val (counts, n);
    }

  return g_steal_pointer (&counts);
}

static gboolean
on_pause_over (gpointer data)
{
  DaybookViewList *self = data;

  self->pause = 0;
  if (self->stale)
    count (self);
  return G_SOURCE_REMOVE;
}

static void
on_counted (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(DaybookViewList) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) counts = daybook_lane_run_finish (result, &error);
  g_autoptr(GPtrArray) counted = g_steal_pointer (&self->counted);
  gint64 took = (g_get_monotonic_time () - self->asked) / 1000;

  if (counts == NULL)
    g_info ("%s", error->message);
  for (guint i = 0; counts != NULL && i < counts->len; i++)
    daybook_view_set_count (g_ptr_array_index (counted, i), g_array_index (counts, gint64, i));

  self->pause = g_timeout_add ((guint) (PAUSE_MS + took), on_pause_over, self);
}

static void
count (DaybookViewList *self)
{
  self->stale = FALSE;
  self->counted = g_ptr_array_ref (self->views);
  self->asked = g_get_monotonic_time ();
  daybook_lane_run_async (self->lane, count_in_db, make_queries (self), (GDestroyNotify) g_ptr_array_unref,
                          (GDestroyNotify) g_array_unref, NULL, on_counted, g_object_ref (self));
}

static void
add_saved (DaybookViewList *self,
           GPtrArray       *views)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rows = daybook_reader_all (daybook_store_get_reader (self->store), &daybook_views, &error);
  g_autoptr(GPtrArray) sorted = NULL;
  g_autofree char *kind = daybook_table_name (self->table);

  if (rows == NULL)
    {
      g_warning ("%s", error->message);
      return;
    }

  sorted = daybook_view_order_sort (rows, kind);
  for (guint i = 0; i < sorted->len; i++)
    g_ptr_array_add (views, daybook_view_new_saved (g_ptr_array_index (sorted, i)));
}

static gboolean
has_rows (DaybookViewList *self,
          DaybookView     *view)
{
  g_autoptr(DaybookQuery) query = daybook_view_make_query (view, self->table, NULL);

  return query != NULL && daybook_reader_count (daybook_store_get_reader (self->store), query, 1, NULL) > 0;
}

static GPtrArray *
load (DaybookViewList *self)
{
  GPtrArray *views = g_ptr_array_new_with_free_func (g_object_unref);

  for (const DaybookShippedView *shipped = self->shipped; shipped->key != NULL; shipped++)
    {
      g_autoptr(DaybookView) view = daybook_view_new_shipped (shipped, self->store);

      if (!shipped->at_need || has_rows (self, view))
        g_ptr_array_add (views, g_steal_pointer (&view));
    }
  add_saved (self, views);
  return views;
}

static gboolean
is_same (GPtrArray *a,
         GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    if (!daybook_view_is_same (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;

  return TRUE;
}

/* The views from the first that differs on; those before stay as they are. */
static void
take (DaybookViewList *self,
      GPtrArray       *views)
{
  g_autoptr(GPtrArray) old = g_ptr_array_ref (self->views);
  guint same = 0;

  while (same < old->len && same < views->len
         && daybook_view_is_same (g_ptr_array_index (old, same), g_ptr_array_index (views, same)))
    {
      g_set_object ((DaybookView **) &views->pdata[same], g_ptr_array_index (old, same));
      same++;
    }

  g_ptr_array_unref (self->views);
  self->views = g_ptr_array_ref (views);
  g_list_model_items_changed (G_LIST_MODEL (self), same, old->len - same, views->len - same);
}

static void
on_store_changed (DaybookViewList *self)
{
  g_autoptr(GPtrArray) views = load (self);

  if (!is_same (self->views, views))
    take (self, views);

  self->stale = TRUE;
  if (self->counted == NULL && self->pause == 0)
    count (self);
}

static GType
get_item_type (GListModel *list)
{
  return DAYBOOK_TYPE_VIEW;
}

static guint
get_n_items (GListModel *list)
{
  return DAYBOOK_VIEW_LIST (list)->views->len;
}

static gpointer
get_item (GListModel *list,
          guint       position)
{
  DaybookViewList *self = DAYBOOK_VIEW_LIST (list);

  return position < self->views->len ? g_object_ref (g_ptr_array_index (self->views, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
daybook_view_list_finalize (GObject *object)
{
  DaybookViewList *self = DAYBOOK_VIEW_LIST (object);

  g_clear_handle_id (&self->pause, g_source_remove);
  g_clear_pointer (&self->lane, daybook_lane_free);
  g_ptr_array_unref (self->views);
  g_object_unref (self->store);

  G_OBJECT_CLASS (daybook_view_list_parent_class)->finalize (object);
}

static void
daybook_view_list_class_init (DaybookViewListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daybook_view_list_finalize;
}

static void
daybook_view_list_init (DaybookViewList *self)
{
}

DaybookViewList *
daybook_view_list_new (DaybookStore             *store,
                       const DaybookTable       *table,
                       const DaybookShippedView *shipped)
{
  DaybookViewList *self = g_object_new (DAYBOOK_TYPE_VIEW_LIST, NULL);

  self->store = g_object_ref (store);
  self->table = table;
  self->shipped = shipped;
  self->lane = daybook_lane_new (store);
  self->views = load (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  /* Counting a big book keeps a processor busy: the rows come first. */
  self->stale = TRUE;
  self->pause = g_timeout_add_full (G_PRIORITY_LOW, FIRST_MS, on_pause_over, self, NULL);
  return self;
}

DaybookView *
daybook_view_list_find (DaybookViewList *self,
                        const char      *key)
{
  for (guint i = 0; i < self->views->len; i++)
    if (g_strcmp0 (daybook_view_get_key (g_ptr_array_index (self->views, i)), key) == 0)
      return g_ptr_array_index (self->views, i);

  return NULL;
}
