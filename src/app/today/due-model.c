/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/today/due-model.h"

#include "app/common/key-diff.h"
#include "app/common/lane.h"

#include <gtk/gtk.h>

/* Where the list is new, so many come first: more than a window shows. */
#define N_FIRST 64

struct _DaybookDueModel
{
  GObject       parent_instance;

  DaybookDesk  *desk;
  DaybookLane  *lane;
  GCancellable *cancellable; /* of the question at hand, or NULL */
  gboolean      mine;
  gboolean      anew;        /* nothing of what is asked for is shown yet */
  GArray       *marks;       /* DaybookDueMark */
  GHashTable   *objects;     /* key (gint64 *) → DaybookDueObject: those that somebody holds; not owned */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DaybookDueModel, daybook_due_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

enum
{
  SETTLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const DaybookDueMark *
mark_at (DaybookDueModel *self,
         guint            position)
{
  return &g_array_index (self->marks, DaybookDueMark, position);
}

/* --- Sections ------------------------------------------------------------------------------ */

static DaybookDueSection
section_at (DaybookDueModel *self,
            guint            position)
{
  DaybookStore *store = daybook_desk_get_store (self->desk);

  return daybook_due_section (mark_at (self, position)->due, mark_at (self, position)->as_of, daybook_store_get_now (store), daybook_store_get_zone (store));
}

static const char *
heading_at (DaybookDueModel *self,
            guint            position)
{
  DaybookDueSection section = section_at (self, position);

  return position == 0 || section_at (self, position - 1) != section ? daybook_due_section_title (section) : NULL;
}

/* --- Objects -------------------------------------------------------------------------------- */

static void
on_object_gone (gpointer  data,
                GObject  *object)
{
  DaybookDueModel *self = data;
  GHashTableIter iter;
  gpointer held;

  g_hash_table_iter_init (&iter, self->objects);
  while (g_hash_table_iter_next (&iter, NULL, &held))
    if (held == (gpointer) object)
      {
        g_hash_table_iter_remove (&iter);
        return;
      }
}

static GType
get_item_type (GListModel *model)
{
  return DAYBOOK_TYPE_DUE_OBJECT;
}

static guint
get_n_items (GListModel *model)
{
  return DAYBOOK_DUE_MODEL (model)->marks->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  DaybookDueModel *self = DAYBOOK_DUE_MODEL (model);
  DaybookDueObject *object;

  if (position >= self->marks->len)
    return NULL;

  object = g_hash_table_lookup (self->objects, &mark_at (self, position)->key);
  if (object != NULL)
    return g_object_ref (object);

  object = daybook_due_object_new (self->desk, mark_at (self, position)->key);
  daybook_due_object_set_heading (object, heading_at (self, position));
  g_hash_table_insert (self->objects, g_memdup2 (&mark_at (self, position)->key, sizeof (gint64)), object);
  g_object_weak_ref (G_OBJECT (object), on_object_gone, self);
  return object;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* Those that are in sight, or near, say what is so by now. */
static void
refresh_objects (DaybookDueModel *self,
                 void           (*refresh) (DaybookDueObject *object))
{
  for (guint i = 0; i < self->marks->len && g_hash_table_size (self->objects) > 0; i++)
    {
      DaybookDueObject *object = g_hash_table_lookup (self->objects, &mark_at (self, i)->key);

      if (object == NULL)
        continue;
      daybook_due_object_set_heading (object, heading_at (self, i));
      refresh (object);
    }
}

/* --- Asking ------------------------------------------------------------------------------------ */

typedef struct
{
  DaybookId agent;
  gboolean  mine;
  gint64    now;
  guint     limit; /* 0: all of it */
} Question;

static gpointer
fetch (DaybookReader  *reader,
       gpointer        data,
       GCancellable   *cancellable,
       GError        **error)
{
  const Question *question = data;

  return daybook_due_today (reader, question->mine ? &question->agent : NULL, DAYBOOK_DUE_LIST_PAUSED | DAYBOOK_DUE_LIST_STALE, question->now, question->limit,
                            error);
}

static gint64 *
keys_of (GArray *marks)
{
  gint64 *keys = g_new (gint64, marks->len + 1);

  for (guint i = 0; i < marks->len; i++)
    keys[i] = g_array_index (marks, DaybookDueMark, i).key;
  return keys;
}

static void
apply_step (DaybookDueModel      *self,
            GArray               *marks,
            const DaybookKeyStep *step)
{
  if (step->removed > 0)
    g_array_remove_range (self->marks, step->position, step->removed);
  if (step->added > 0)
    g_array_insert_vals (self->marks, step->position, &g_array_index (marks, DaybookDueMark, step->position), step->added);
  g_list_model_items_changed (G_LIST_MODEL (self), step->position, step->removed, step->added);
}

static void
take_marks (DaybookDueModel *self,
            GArray          *marks)
{
  g_autofree gint64 *from = keys_of (self->marks);
  g_autofree gint64 *to = keys_of (marks);
  g_autoptr(GArray) steps = daybook_key_diff (from, self->marks->len, to, marks->len);

  for (guint i = 0; i < steps->len; i++)
    apply_step (self, marks, &g_array_index (steps, DaybookKeyStep, i));
  /* The same things may be due at another time. */
  g_array_set_size (self->marks, 0);
  g_array_append_vals (self->marks, marks->data, marks->len);
  refresh_objects (self, daybook_due_object_refresh);
}

static void ask (DaybookDueModel *self);

static void
on_fetched (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(DaybookDueModel) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) marks = daybook_lane_run_finish (result, &error);
  gboolean is_first = self->anew;

  if (marks == NULL)
    {
      if (!g_error_matches (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED))
        g_warning ("%s", error->message);
      return;
    }

  self->anew = FALSE;
  take_marks (self, marks);
  if (is_first && marks->len == N_FIRST)
    ask (self);
  else
    g_signal_emit (self, signals[SETTLED], 0);
}

static void
ask (DaybookDueModel *self)
{
  DaybookStore *store = daybook_desk_get_store (self->desk);
  Question *question = g_new (Question, 1);

  *question = (Question) { *daybook_store_get_agent (store), self->mine, daybook_store_get_now (store), self->anew ? N_FIRST : 0 };
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  daybook_lane_run_async (self->lane, fetch, question, g_free, (GDestroyNotify) g_array_unref, self->cancellable, on_fetched, g_object_ref (self));
}

static void
ask_anew (DaybookDueModel *self)
{
  self->anew = TRUE;
  ask (self);
}

/* A minute later the same things are due, one minute more; and maybe others. */
static void
on_minute (DaybookDueModel *self)
{
  refresh_objects (self, daybook_due_object_tick);
  ask (self);
}

static void
daybook_due_model_dispose (GObject *object)
{
  DaybookDueModel *self = DAYBOOK_DUE_MODEL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->lane, daybook_lane_free);

  G_OBJECT_CLASS (daybook_due_model_parent_class)->dispose (object);
}

static void
daybook_due_model_finalize (GObject *object)
{
  DaybookDueModel *self = DAYBOOK_DUE_MODEL (object);
  GHashTableIter iter;
  gpointer held;

  g_hash_table_iter_init (&iter, self->objects);
  while (g_hash_table_iter_next (&iter, NULL, &held))
    g_object_weak_unref (held, on_object_gone, self);
  g_hash_table_unref (self->objects);
  g_array_unref (self->marks);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (daybook_due_model_parent_class)->finalize (object);
}

static void
daybook_due_model_class_init (DaybookDueModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_due_model_dispose;
  G_OBJECT_CLASS (klass)->finalize = daybook_due_model_finalize;

  signals[SETTLED] = g_signal_new ("settled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
daybook_due_model_init (DaybookDueModel *self)
{
  self->marks = g_array_new (FALSE, FALSE, sizeof (DaybookDueMark));
  self->objects = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

DaybookDueModel *
daybook_due_model_new (DaybookDesk *desk)
{
  DaybookDueModel *self = g_object_new (DAYBOOK_TYPE_DUE_MODEL, NULL);
  DaybookStore *store = daybook_desk_get_store (desk);

  self->desk = g_object_ref (desk);
  self->lane = daybook_lane_new (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "agent-changed", G_CALLBACK (ask_anew), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (daybook_desk_get_clock (desk), "minute", G_CALLBACK (on_minute), self, G_CONNECT_SWAPPED);
  ask_anew (self);
  return self;
}

void
daybook_due_model_set_mine (DaybookDueModel *self,
                            gboolean         mine)
{
  if (self->mine == mine)
    return;

  self->mine = mine;
  ask_anew (self);
}

guint
daybook_due_model_find (DaybookDueModel *self,
                        gint64           key)
{
  for (guint i = 0; i < self->marks->len; i++)
    if (mark_at (self, i)->key == key)
      return i;

  return GTK_INVALID_LIST_POSITION;
}

/* What stands still, and what nobody can be sure of, come last. */
guint
daybook_due_model_count_due (DaybookDueModel *self)
{
  guint n = self->marks->len;

  while (n > 0 && section_at (self, n - 1) >= DAYBOOK_DUE_UNSURE)
    n--;
  return n;
}
