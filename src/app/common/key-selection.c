/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/key-selection.h"

struct _DaybookKeySelection
{
  GObject             parent_instance;

  /* Owned */
  DaybookResultModel *model;
  GtkBitset          *selected; /* never changed while somebody else has it */
};

static void list_model_init (GListModelInterface *iface);
static void selection_model_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DaybookKeySelection, daybook_key_selection, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_model_init))

static void
take_selected (DaybookKeySelection *self,
               GtkBitset           *selected)
{
  gtk_bitset_unref (self->selected);
  self->selected = selected;
}

static void
on_items_changed (DaybookKeySelection *self,
                  guint                position,
                  guint                removed,
                  guint                added)
{
  GtkBitset *selected = gtk_bitset_copy (self->selected);

  gtk_bitset_splice (selected, position, removed, added);
  take_selected (self, selected);
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static GType
get_item_type (GListModel *list)
{
  return DAYBOOK_TYPE_ITEM;
}

static guint
get_n_items (GListModel *list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (DAYBOOK_KEY_SELECTION (list)->model));
}

static gpointer
get_item (GListModel *list,
          guint       position)
{
  return g_list_model_get_item (G_LIST_MODEL (DAYBOOK_KEY_SELECTION (list)->model), position);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static gboolean
is_selected (GtkSelectionModel *model,
             guint              position)
{
  return gtk_bitset_contains (DAYBOOK_KEY_SELECTION (model)->selected, position);
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model,
                        guint              position,
                        guint              n_items)
{
  return gtk_bitset_ref (DAYBOOK_KEY_SELECTION (model)->selected);
}

/* The other ways of selecting end here (GtkSelectionModel's own). */
static gboolean
set_selection (GtkSelectionModel *model,
               GtkBitset         *selected,
               GtkBitset         *mask)
{
  DaybookKeySelection *self = DAYBOOK_KEY_SELECTION (model);
  g_autoptr(GtkBitset) changes = gtk_bitset_copy (self->selected);
  GtkBitset *after = gtk_bitset_copy (self->selected);

  gtk_bitset_difference (changes, selected); /* the symmetric one */
  gtk_bitset_intersect (changes, mask);
  gtk_bitset_remove_range (changes, get_n_items (G_LIST_MODEL (self)), G_MAXUINT - get_n_items (G_LIST_MODEL (self)));
  gtk_bitset_difference (after, changes);
  take_selected (self, after);

  if (!gtk_bitset_is_empty (changes))
    {
      guint first = gtk_bitset_get_minimum (changes);

      gtk_selection_model_selection_changed (model, first, gtk_bitset_get_maximum (changes) - first + 1);
    }

  return TRUE;
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->set_selection = set_selection;
}

static void
daybook_key_selection_finalize (GObject *object)
{
  DaybookKeySelection *self = DAYBOOK_KEY_SELECTION (object);

  g_clear_object (&self->model);
  gtk_bitset_unref (self->selected);

  G_OBJECT_CLASS (daybook_key_selection_parent_class)->finalize (object);
}

static void
daybook_key_selection_class_init (DaybookKeySelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daybook_key_selection_finalize;
}

static void
daybook_key_selection_init (DaybookKeySelection *self)
{
  self->selected = gtk_bitset_new_empty ();
}

DaybookKeySelection *
daybook_key_selection_new (DaybookResultModel *model)
{
  DaybookKeySelection *self = g_object_new (DAYBOOK_TYPE_KEY_SELECTION, NULL);

  self->model = model;
  g_signal_connect_object (model, "items-changed", G_CALLBACK (on_items_changed), self, G_CONNECT_SWAPPED);
  return self;
}

DaybookResultModel *
daybook_key_selection_get_model (DaybookKeySelection *self)
{
  return self->model;
}

GArray *
daybook_key_selection_get_keys (DaybookKeySelection *self)
{
  guint n_selected = (guint) gtk_bitset_get_size (self->selected);
  GArray *keys = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_selected);
  GtkBitsetIter iter;
  guint position;

  for (gboolean valid = gtk_bitset_iter_init_first (&iter, self->selected, &position);
       valid;
       valid = gtk_bitset_iter_next (&iter, &position))
    {
      gint64 key = daybook_result_model_get_key (self->model, position);

      g_array_append_val (keys, key);
    }

  return keys;
}
