/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/history/act-model.h"

#include "app/common/key-diff.h"

struct _DaybookActModel
{
  GObject parent_instance;

  DaybookStore *store;
  GPtrArray    *items; /* DaybookActItem */
  gboolean      complete;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DaybookActModel, daybook_act_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static gint64
key_at (GPtrArray *items,
        guint      position)
{
  return daybook_act_item_get (g_ptr_array_index (items, position))->key;
}

/* A page of acts older than `before`, as items. */
static GPtrArray *
read_page (DaybookActModel  *self,
           gint64            before,
           GError          **error)
{
  DaybookReader *reader = daybook_store_get_reader (self->store);
  g_autoptr (GPtrArray) acts = daybook_reader_history (reader, NULL, NULL, before, DAYBOOK_ACT_PAGE, error);
  GPtrArray *items;

  if (acts == NULL)
    return NULL;

  items = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_set_free_func (acts, NULL); /* the items take the acts over */
  for (guint i = 0; i < acts->len; i++)
    g_ptr_array_add (items, daybook_act_item_new (g_ptr_array_index (acts, i)));
  return items;
}

/* As many acts as are shown, and those above them. */
static GPtrArray *
read_shown (DaybookActModel  *self,
            gboolean         *complete,
            GError          **error)
{
  gint64 oldest = self->items->len > 0 ? key_at (self->items, self->items->len - 1) : G_MAXINT64;
  g_autoptr (GPtrArray) shown = read_page (self, 0, error);

  *complete = shown != NULL && shown->len < DAYBOOK_ACT_PAGE;
  while (shown != NULL && !*complete && key_at (shown, shown->len - 1) > oldest)
    {
      g_autoptr (GPtrArray) page = read_page (self, key_at (shown, shown->len - 1), error);

      if (page == NULL)
        return NULL;
      *complete = page->len < DAYBOOK_ACT_PAGE;
      g_ptr_array_extend_and_steal (shown, g_steal_pointer (&page));
    }

  return g_steal_pointer (&shown);
}

static gint64 *
keys_of (GPtrArray *items)
{
  gint64 *keys = g_new (gint64, items->len + 1);

  for (guint i = 0; i < items->len; i++)
    keys[i] = key_at (items, i);
  return keys;
}

static void
apply_step (DaybookActModel      *self,
            GPtrArray            *shown,
            const DaybookKeyStep *step)
{
  if (step->removed > 0)
    g_ptr_array_remove_range (self->items, step->position, step->removed);
  for (guint i = 0; i < step->added; i++)
    g_ptr_array_insert (self->items, step->position + i,
                        g_object_ref (g_ptr_array_index (shown, step->position + i)));
  g_list_model_items_changed (G_LIST_MODEL (self), step->position, step->removed, step->added);
}

/* Items that stay keep their place in whoever shows them, with what the book
 * says of them now. */
static void
update_kept (DaybookActModel *self,
             GPtrArray       *shown)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      DaybookActItem *item = g_ptr_array_index (self->items, i);
      DaybookActItem *newer = g_ptr_array_index (shown, i);

      if (item != newer)
        daybook_act_item_swap (item, newer);
    }
}

static GType
get_item_type (GListModel *model)
{
  return DAYBOOK_TYPE_ACT_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return DAYBOOK_ACT_MODEL (model)->items->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  DaybookActModel *self = DAYBOOK_ACT_MODEL (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
daybook_act_model_finalize (GObject *object)
{
  DaybookActModel *self = DAYBOOK_ACT_MODEL (object);

  g_ptr_array_unref (self->items);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (daybook_act_model_parent_class)->finalize (object);
}

static void
daybook_act_model_class_init (DaybookActModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daybook_act_model_finalize;
}

static void
daybook_act_model_init (DaybookActModel *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

DaybookActModel *
daybook_act_model_new (DaybookStore *store)
{
  DaybookActModel *self = g_object_new (DAYBOOK_TYPE_ACT_MODEL, NULL);
  g_autoptr (GError) error = NULL;

  self->store = g_object_ref (store);
  if (!daybook_act_model_load_more (self, &error) && error != NULL)
    g_warning ("%s", error->message);
  return self;
}

gboolean
daybook_act_model_load_more (DaybookActModel  *self,
                             GError          **error)
{
  guint n_before = self->items->len;
  g_autoptr (GPtrArray) page = NULL;
  guint n_added;

  g_return_val_if_fail (DAYBOOK_IS_ACT_MODEL (self), FALSE);

  if (self->complete)
    return FALSE;

  page = read_page (self, n_before > 0 ? key_at (self->items, n_before - 1) : 0, error);
  if (page == NULL)
    return FALSE;

  n_added = page->len;
  self->complete = n_added < DAYBOOK_ACT_PAGE;
  g_ptr_array_extend_and_steal (self->items, g_steal_pointer (&page));
  if (n_added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), n_before, 0, n_added);
  return n_added > 0;
}

gboolean
daybook_act_model_reload (DaybookActModel  *self,
                          GError          **error)
{
  gboolean complete;
  g_autoptr (GPtrArray) shown = read_shown (self, &complete, error);
  g_autofree gint64 *from = NULL;
  g_autofree gint64 *to = NULL;
  g_autoptr (GArray) steps = NULL;

  if (shown == NULL)
    return FALSE;

  from = keys_of (self->items);
  to = keys_of (shown);
  steps = daybook_key_diff (from, self->items->len, to, shown->len);
  self->complete = complete;
  for (guint i = 0; i < steps->len; i++)
    apply_step (self, shown, &g_array_index (steps, DaybookKeyStep, i));
  update_kept (self, shown);
  return TRUE;
}
