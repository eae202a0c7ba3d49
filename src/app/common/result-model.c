/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/result-model.h"

#include "app/common/key-diff.h"
#include "app/common/lane.h"
#include "app/common/row-cache.h"

#include <gtk/gtk.h>

/* Rows beyond those on the screen, for scrolling back and forth. */
#define CACHE_ROWS 1024
/* An import changes the book many times a second: between two questions at
 * least this pause, and as long again as the last one took. */
#define PAUSE_MS 150

/* GTK 4.8 makes the cells of up to 200 rows as soon as they come, which takes it
 * 80 ms: the main loop is given some a turn, and the rest when it has so many. */
#define ROWS_MADE 216

struct _DaybookResultModel
{
  GObject            parent_instance;

  /* Owned */
  DaybookStore      *store;
  DaybookLane       *lane;
  DaybookQuery      *query;
  GArray            *keys;  /* gint64 */
  GHashTable        *items; /* key -> DaybookItem, not owned: those somebody holds */
  DaybookRowCache   *cache;
  GCancellable      *cancellable; /* of the question under way, or NULL */
  GError            *error;
  GArray            *coming; /* gint64: what `keys` are to become, or NULL */

  DaybookResultState state;
  guint              limit; /* of the question under way */
  gint64             asked; /* monotonic time of it */
  guint              pause; /* source id */
  guint              handing_over; /* source id */
  gboolean           stale; /* the book changed while a question was under way */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DaybookResultModel, daybook_result_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

enum
{
  PROP_STATE = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  TURNED,
  SETTLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef struct
{
  DaybookQuery *query;
  guint         limit;
} Question;

static void ask (DaybookResultModel *self,
                 guint               limit);

static void
question_free (gpointer data)
{
  Question *question = data;

  daybook_query_free (question->query);
  g_free (question);
}

static gpointer
answer_in_db (DaybookReader *reader,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  Question *question = data;

  return daybook_reader_keys (reader, question->query, question->limit, error);
}

static void
set_state (DaybookResultModel *self,
           DaybookResultState  state)
{
  if (self->state == state)
    return;

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
take_step (DaybookResultModel   *self,
           const DaybookKeyStep *step,
           const gint64         *to)
{
  if (step->removed > 0)
    g_array_remove_range (self->keys, step->position, step->removed);
  if (step->added > 0)
    g_array_insert_vals (self->keys, step->position, to + step->position, step->added);

  g_list_model_items_changed (G_LIST_MODEL (self), step->position, step->removed, step->added);
}

/* Makes the list the first `n_keys` of those that are coming. */
static void
take_keys (DaybookResultModel *self,
           guint               n_keys)
{
  const gint64 *to = (const gint64 *) (gpointer) self->coming->data;
  g_autoptr(GArray) steps = daybook_key_diff ((const gint64 *) (gpointer) self->keys->data, self->keys->len,
                                              to, n_keys);

  for (guint i = 0; i < steps->len; i++)
    take_step (self, &g_array_index (steps, DaybookKeyStep, i), to);
}

static gboolean
on_pause_over (gpointer data)
{
  DaybookResultModel *self = data;

  self->pause = 0;
  if (self->stale)
    ask (self, 0);
  return G_SOURCE_REMOVE;
}

static void
rest (DaybookResultModel *self)
{
  gint64 took = (g_get_monotonic_time () - self->asked) / 1000;

  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add ((guint) (PAUSE_MS + took), on_pause_over, self);
}

static void
stop_handing_over (DaybookResultModel *self)
{
  g_clear_handle_id (&self->handing_over, g_source_remove);
  g_clear_pointer (&self->coming, g_array_unref);
}

static void
fail (DaybookResultModel *self,
      GError             *error)
{
  stop_handing_over (self);
  g_clear_error (&self->error);
  self->error = error;
  set_state (self, DAYBOOK_RESULT_FAILED);
}

static void
finish (DaybookResultModel *self)
{
  g_clear_pointer (&self->coming, g_array_unref);
  /* Of a long list there are the first keys: all are asked for, or on their way. */
  if (self->cancellable != NULL)
    return;

  set_state (self, DAYBOOK_RESULT_READY);
  rest (self);
  g_signal_emit (self, signals[SETTLED], 0);
}

static gboolean
on_turn_due (gpointer data)
{
  DaybookResultModel *self = data;
  g_autoptr(GArray) coming = g_array_ref (self->coming);
  guint n_keys = self->keys->len + DAYBOOK_RESULT_A_TURN;

  take_keys (self, n_keys < MIN (coming->len, ROWS_MADE) ? n_keys : coming->len);
  /* Whoever saw the rows may have asked another question. */
  if (self->coming != coming || self->keys->len < coming->len)
    return G_SOURCE_CONTINUE;

  self->handing_over = 0;
  finish (self);
  return G_SOURCE_REMOVE;
}

/* GTK 4.8 makes rows that come of those that go in the same step, and where the list
 * was not to be seen meanwhile, it may go on showing the old ones. */
static void
take_away (DaybookResultModel *self)
{
  guint n_keys = self->keys->len;

  if (n_keys == 0)
    return;

  g_array_set_size (self->keys, 0);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_keys, 0);
}

/* Another question's first rows come at once, those that follow them bit by bit,
 * after the frame that shows the first. A list made anew comes as a whole. */
static void
hand_over (DaybookResultModel *self,
           GArray             *keys)
{
  gboolean is_turn = self->limit > 0;

  g_clear_pointer (&self->coming, g_array_unref);
  self->coming = g_array_ref (keys);
  if (self->handing_over != 0)
    return;

  if (is_turn)
    take_away (self);
  take_keys (self, is_turn ? MIN (keys->len, DAYBOOK_RESULT_A_TURN) : keys->len);
  if (is_turn && keys->len > DAYBOOK_RESULT_A_TURN)
    self->handing_over = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, on_turn_due, self, NULL);
}

/* The first keys of a long list are there: show them, ask for all. */
static void
go_on (DaybookResultModel *self,
       guint               n_keys)
{
  gboolean is_turn = self->limit > 0;

  /* A list made anew after a change has no first part. */
  if (is_turn)
    g_signal_emit (self, signals[TURNED], 0);
  if (is_turn && n_keys >= self->limit)
    ask (self, 0);
  if (self->handing_over == 0)
    finish (self);
}

static void
on_answered (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr(DaybookResultModel) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) keys = daybook_lane_run_finish (result, &error);

  /* Another question has taken its place. */
  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;

  g_clear_object (&self->cancellable);
  if (keys == NULL)
    fail (self, g_steal_pointer (&error));
  else
    {
      hand_over (self, keys);
      go_on (self, keys->len);
    }
}

static void
cancel (DaybookResultModel *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
ask (DaybookResultModel *self,
     guint               limit)
{
  Question *question = g_new0 (Question, 1);

  cancel (self);
  g_clear_handle_id (&self->pause, g_source_remove);
  question->query = daybook_query_copy (self->query);
  question->limit = limit;
  self->cancellable = g_cancellable_new ();
  self->limit = limit;
  self->asked = g_get_monotonic_time ();
  self->stale = FALSE;
  daybook_lane_run_async (self->lane, answer_in_db, question, question_free, (GDestroyNotify) g_array_unref,
                          self->cancellable, on_answered, g_object_ref (self));
}

/* The items somebody holds; held meanwhile, since showing one may let go of others.
 * (element-type DaybookItem) */
static GPtrArray *
list_items (DaybookResultModel *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    g_ptr_array_add (items, g_object_ref (item));

  return items;
}

static void
invalidate_items (DaybookResultModel *self)
{
  g_autoptr(GPtrArray) items = list_items (self);

  daybook_row_cache_clear (self->cache);
  for (guint i = 0; i < items->len; i++)
    daybook_item_invalidate (g_ptr_array_index (items, i));
}

static void
on_store_changed (DaybookResultModel *self)
{
  invalidate_items (self);
  self->stale = TRUE;
  /* Under way or resting: asked again afterwards. */
  if (self->query != NULL && self->cancellable == NULL && self->pause == 0)
    ask (self, 0);
}

static DaybookRow *
fetch_row (gpointer source,
           gint64   key)
{
  DaybookResultModel *self = source;
  DaybookRow *row = daybook_row_cache_lookup (self->cache, key);
  g_autoptr(GError) error = NULL;

  if (row != NULL)
    return row;

  row = daybook_reader_row (daybook_store_get_reader (self->store), self->query->table, key, &error);
  if (row != NULL)
    daybook_row_cache_insert (self->cache, row);
  else if (!g_error_matches (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND))
    g_warning ("%s", error->message);

  return row;
}

static void
forget_item (gpointer source,
             gint64   key)
{
  g_hash_table_remove (DAYBOOK_RESULT_MODEL (source)->items, &key);
}

static DaybookItem *
make_item (DaybookResultModel *self,
           gint64              key)
{
  DaybookItem *item = daybook_item_new (key, self, fetch_row, forget_item);
  gint64 *stored = g_new (gint64, 1);

  *stored = key;
  g_hash_table_insert (self->items, stored, item);
  return item;
}

static GType
get_item_type (GListModel *list)
{
  return DAYBOOK_TYPE_ITEM;
}

static guint
get_n_items (GListModel *list)
{
  return DAYBOOK_RESULT_MODEL (list)->keys->len;
}

static gpointer
get_item (GListModel *list,
          guint       position)
{
  DaybookResultModel *self = DAYBOOK_RESULT_MODEL (list);
  DaybookItem *item;
  gint64 key;

  if (position >= self->keys->len)
    return NULL;

  key = daybook_result_model_get_key (self, position);
  item = g_hash_table_lookup (self->items, &key);
  return item != NULL ? g_object_ref (item) : make_item (self, key);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
daybook_result_model_get_property (GObject    *object,
                                   guint       id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  if (id == PROP_STATE)
    g_value_set_uint (value, DAYBOOK_RESULT_MODEL (object)->state);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
daybook_result_model_finalize (GObject *object)
{
  DaybookResultModel *self = DAYBOOK_RESULT_MODEL (object);
  g_autoptr(GPtrArray) items = list_items (self);

  for (guint i = 0; i < items->len; i++)
    daybook_item_forget_source (g_ptr_array_index (items, i));

  cancel (self);
  stop_handing_over (self);
  g_clear_handle_id (&self->pause, g_source_remove);
  g_clear_pointer (&self->lane, daybook_lane_free);
  g_clear_pointer (&self->query, daybook_query_free);
  g_clear_error (&self->error);
  g_array_unref (self->keys);
  g_hash_table_unref (self->items);
  daybook_row_cache_free (self->cache);
  g_object_unref (self->store);

  G_OBJECT_CLASS (daybook_result_model_parent_class)->finalize (object);
}

static void
daybook_result_model_class_init (DaybookResultModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = daybook_result_model_get_property;
  object_class->finalize = daybook_result_model_finalize;
  properties[PROP_STATE] = g_param_spec_uint ("state", NULL, NULL, 0, DAYBOOK_RESULT_FAILED, 0,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[TURNED] = g_signal_new ("turned", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SETTLED] = g_signal_new ("settled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
daybook_result_model_init (DaybookResultModel *self)
{
  self->keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->items = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->cache = daybook_row_cache_new (CACHE_ROWS);
}

DaybookResultModel *
daybook_result_model_new (DaybookStore *store)
{
  DaybookResultModel *self = g_object_new (DAYBOOK_TYPE_RESULT_MODEL, NULL);

  self->store = g_object_ref (store);
  self->lane = daybook_lane_new (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  return self;
}

/* Newest first without conditions is a walk along an index: the first keys may
 * be had at once on the main thread, and the window opens with rows in it. */
static gboolean
is_plain (const DaybookQuery *query)
{
  return query->sort < 0 && query->search == NULL && query->conditions->len == 0 && !daybook_query_names_rows (query);
}

static void
begin_plain (DaybookResultModel *self)
{
  g_autoptr(GArray) keys = daybook_reader_keys (daybook_store_get_reader (self->store), self->query,
                                                DAYBOOK_RESULT_FIRST, NULL);

  /* Busy now: the worker asks again and its error counts. */
  if (keys == NULL)
    {
      ask (self, DAYBOOK_RESULT_FIRST);
      return;
    }

  cancel (self);
  self->limit = DAYBOOK_RESULT_FIRST;
  self->asked = g_get_monotonic_time ();
  hand_over (self, keys);
  go_on (self, keys->len);
}

void
daybook_result_model_set_query (DaybookResultModel *self,
                                const DaybookQuery *query)
{
  DaybookQuery *copy;

  g_return_if_fail (self->query == NULL || self->query->table == query->table);

  copy = daybook_query_copy (query);
  g_clear_pointer (&self->query, daybook_query_free);
  self->query = copy;
  g_clear_error (&self->error);
  stop_handing_over (self);
  set_state (self, DAYBOOK_RESULT_LOADING);

  if (is_plain (copy))
    begin_plain (self);
  else
    ask (self, DAYBOOK_RESULT_FIRST);
}

const DaybookQuery *
daybook_result_model_get_query (DaybookResultModel *self)
{
  return self->query;
}

DaybookResultState
daybook_result_model_get_state (DaybookResultModel *self)
{
  return self->state;
}

const GError *
daybook_result_model_get_error (DaybookResultModel *self)
{
  return self->error;
}

guint
daybook_result_model_find (DaybookResultModel *self,
                           gint64              key)
{
  for (guint i = 0; i < self->keys->len; i++)
    if (daybook_result_model_get_key (self, i) == key)
      return i;

  return GTK_INVALID_LIST_POSITION;
}

gint64
daybook_result_model_get_key (DaybookResultModel *self,
                              guint               position)
{
  return g_array_index (self->keys, gint64, position);
}

void
daybook_result_model_redraw (DaybookResultModel *self)
{
  g_autoptr(GPtrArray) items = list_items (self);

  for (guint i = 0; i < items->len; i++)
    g_object_notify (g_ptr_array_index (items, i), "row");
}
