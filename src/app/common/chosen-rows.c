/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/chosen-rows.h"

/* So many are looked for again after the list was made anew. */
#define MAX_KEYS 200

struct _DaybookChosenRows
{
  GtkSelectionModel  *selection; /* borrowed, as the next */
  DaybookResultModel *model;
  GArray             *keys;      /* gint64, at most MAX_KEYS */
  gboolean            is_following;
};

static void
remember (DaybookChosenRows *self)
{
  g_autoptr(GtkBitset) selection = gtk_selection_model_get_selection (self->selection);
  GtkBitsetIter iter;
  guint position;

  g_array_set_size (self->keys, 0);
  for (gboolean valid = gtk_bitset_iter_init_first (&iter, selection, &position);
       valid && self->keys->len < MAX_KEYS;
       valid = gtk_bitset_iter_next (&iter, &position))
    {
      gint64 key = daybook_result_model_get_key (self->model, position);

      g_array_append_val (self->keys, key);
    }
}

/* Where they stand among those that came: one look at each, since a million may have
 * come. */
static GtkBitset *
find (DaybookChosenRows *self,
      guint              position,
      guint              added)
{
  GtkBitset *places = gtk_bitset_new_empty ();
  g_autoptr(GHashTable) wanted = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < self->keys->len; i++)
    g_hash_table_add (wanted, &g_array_index (self->keys, gint64, i));

  for (guint i = position; g_hash_table_size (wanted) > 0 && i < position + added; i++)
    {
      gint64 key = daybook_result_model_get_key (self->model, i);

      if (g_hash_table_remove (wanted, &key))
        gtk_bitset_add (places, i);
    }

  return places;
}

static void
follow (DaybookChosenRows *self,
        guint              position,
        guint              added)
{
  g_autoptr(GtkBitset) places = find (self, position, added);

  self->is_following = TRUE;
  gtk_selection_model_set_selection (self->selection, places, places);
  self->is_following = FALSE;
}

DaybookChosenRows *
daybook_chosen_rows_new (DaybookKeySelection *selection)
{
  DaybookChosenRows *self = g_new0 (DaybookChosenRows, 1);

  self->selection = GTK_SELECTION_MODEL (selection);
  self->model = daybook_key_selection_get_model (selection);
  self->keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

void
daybook_chosen_rows_free (DaybookChosenRows *self)
{
  g_array_unref (self->keys);
  g_free (self);
}

guint
daybook_chosen_rows_count (DaybookChosenRows *self)
{
  g_autoptr(GtkBitset) selection = gtk_selection_model_get_selection (self->selection);

  return (guint) gtk_bitset_get_size (selection);
}

DaybookItem *
daybook_chosen_rows_get_only (DaybookChosenRows *self)
{
  g_autoptr(GtkBitset) selection = gtk_selection_model_get_selection (self->selection);

  if (gtk_bitset_get_size (selection) != 1)
    return NULL;

  return g_list_model_get_item (G_LIST_MODEL (self->model), gtk_bitset_get_minimum (selection));
}

gboolean
daybook_chosen_rows_choose (DaybookChosenRows *self)
{
  if (self->is_following)
    return FALSE;

  remember (self);
  return TRUE;
}

void
daybook_chosen_rows_items_changed (DaybookChosenRows *self,
                                   guint              position,
                                   guint              removed,
                                   guint              added)
{
  if (self->keys->len > 0 && added > 0 && (removed > 0 || daybook_chosen_rows_count (self) < self->keys->len))
    follow (self, position, added);
}

void
daybook_chosen_rows_settle (DaybookChosenRows *self)
{
  /* A row may have come to its new place before it went from the old one. */
  if (daybook_chosen_rows_count (self) < self->keys->len)
    follow (self, 0, g_list_model_get_n_items (G_LIST_MODEL (self->model)));
  remember (self);
}
