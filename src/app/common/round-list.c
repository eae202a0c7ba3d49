/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/round-list.h"

#include "app/common/key-diff.h"

struct _DaybookRoundList
{
  GObject                    parent_instance;

  /* Borrowed */
  DaybookPage               *page;
  GtkListView               *view;
  const DaybookRoundListSpec *spec;

  /* Owned */
  DaybookLane               *lane;
  GCancellable              *cancellable; /* of the question at hand, or NULL */
  GListStore                *store;
  GtkMultiSelection         *selection;
  GPtrArray                 *bound;       /* GtkListItem, borrowed: those that show something */

  GObject                   *left;        /* what is being done, or NULL */
  guint                      next;        /* where that stands, and the list goes on when it has gone */
  guint                      n_asked;     /* questions so far */
  guint                      left_at;     /* ... when it was left */
  gboolean                   stale;       /* the book has changed while nobody looked */
};

G_DEFINE_FINAL_TYPE (DaybookRoundList, daybook_round_list, G_TYPE_OBJECT)

/* --- Rows ------------------------------------------------------------------------------ */

static void
on_row_set_up (DaybookRoundList *self,
               GtkListItem     *item)
{
  gtk_list_item_set_child (item, self->spec->make_row (self->page));
}

static void
show_row (DaybookRoundList *self,
          GtkListItem     *item)
{
  self->spec->show_row (self->page, gtk_list_item_get_child (item), gtk_list_item_get_item (item));
}

static void
on_row_bound (DaybookRoundList *self,
              GtkListItem     *item)
{
  g_ptr_array_add (self->bound, item);
  show_row (self, item);
}

static void
on_row_unbound (DaybookRoundList *self,
                GtkListItem     *item)
{
  g_ptr_array_remove_fast (self->bound, item);
  self->spec->show_row (self->page, gtk_list_item_get_child (item), NULL);
}

static void
set_up_view (DaybookRoundList *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_row_set_up), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_row_bound), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_row_unbound), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
}

static void
on_selection_changed (DaybookRoundList *self)
{
  daybook_page_commands_changed (self->page);
}

/* --- The object ------------------------------------------------------------------------ */

static void
daybook_round_list_dispose (GObject *object)
{
  DaybookRoundList *self = DAYBOOK_ROUND_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->lane, daybook_lane_free);
  g_clear_object (&self->selection);
  g_clear_object (&self->store);
  g_clear_object (&self->left);
  g_clear_pointer (&self->bound, g_ptr_array_unref);

  G_OBJECT_CLASS (daybook_round_list_parent_class)->dispose (object);
}

static void
daybook_round_list_class_init (DaybookRoundListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_round_list_dispose;
}

static void
daybook_round_list_init (DaybookRoundList *self)
{
  self->bound = g_ptr_array_new ();
}

DaybookRoundList *
daybook_round_list_new (DaybookPage               *page,
                        DaybookStore              *store,
                        GtkListView               *view,
                        const DaybookRoundListSpec *spec)
{
  DaybookRoundList *self = g_object_new (DAYBOOK_TYPE_ROUND_LIST, NULL);

  self->page = page;
  self->view = view;
  self->spec = spec;
  self->lane = daybook_lane_new (store);
  self->store = g_list_store_new (spec->type ());
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->store)));
  set_up_view (self);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (on_selection_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (daybook_round_list_outdate), self, G_CONNECT_SWAPPED);
  return self;
}

/* --- What is in it --------------------------------------------------------------------- */

GtkSelectionModel *
daybook_round_list_get_selection (DaybookRoundList *self)
{
  return GTK_SELECTION_MODEL (self->selection);
}

guint
daybook_round_list_count (DaybookRoundList *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->store));
}

gpointer
daybook_round_list_at (DaybookRoundList *self,
                       guint            position)
{
  return g_list_model_get_item (G_LIST_MODEL (self->store), position);
}

guint
daybook_round_list_find (DaybookRoundList *self,
                         gpointer         object)
{
  guint position;

  return g_list_store_find (self->store, object, &position) ? position : GTK_INVALID_LIST_POSITION;
}

guint
daybook_round_list_count_selected (DaybookRoundList *self)
{
  g_autoptr(GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  return (guint) gtk_bitset_get_size (selected);
}

guint
daybook_round_list_first_selected (DaybookRoundList *self)
{
  g_autoptr(GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  return gtk_bitset_is_empty (selected) ? GTK_INVALID_LIST_POSITION : gtk_bitset_get_minimum (selected);
}

GPtrArray *
daybook_round_list_selected (DaybookRoundList *self)
{
  g_autoptr(GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GPtrArray *objects = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < gtk_bitset_get_size (selected); i++)
    g_ptr_array_add (objects, daybook_round_list_at (self, gtk_bitset_get_nth (selected, i)));
  return objects;
}

void
daybook_round_list_select (DaybookRoundList *self,
                           guint            position)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
}

/* --- What is in it now ----------------------------------------------------------------- */

static gint64 *
find_keys (DaybookRoundList *self,
           GPtrArray       *objects)
{
  gint64 *keys = g_new (gint64, objects->len + 1);

  for (guint i = 0; i < objects->len; i++)
    keys[i] = self->spec->key (g_ptr_array_index (objects, i));
  return keys;
}

/* (transfer full) */
static GPtrArray *
find_objects (DaybookRoundList *self)
{
  GPtrArray *objects = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < daybook_round_list_count (self); i++)
    g_ptr_array_add (objects, daybook_round_list_at (self, i));
  return objects;
}

/* What is in the list already stands in the place of the newer one, and knows what that knows. */
static void
keep_known (DaybookRoundList *self,
            GPtrArray       *known,
            const gint64    *known_keys,
            GPtrArray       *objects,
            const gint64    *keys)
{
  g_autoptr(GHashTable) by_key = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < known->len; i++)
    g_hash_table_insert (by_key, (gpointer) &known_keys[i], g_ptr_array_index (known, i));
  for (guint i = 0; i < objects->len; i++)
    {
      gpointer *slot = &g_ptr_array_index (objects, i);
      gpointer object = g_hash_table_lookup (by_key, &keys[i]);

      if (object == NULL)
        continue;
      self->spec->renew (object, *slot);
      g_object_unref (*slot);
      *slot = g_object_ref (object);
    }
}

/* Those that have moved are other rows to the list. */
static void
select_again (DaybookRoundList *self,
              GPtrArray       *selected)
{
  g_autoptr(GHashTable) wanted = g_hash_table_new (NULL, NULL);
  g_autoptr(GtkBitset) now = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  g_autoptr(GtkBitset) then = gtk_bitset_new_empty ();
  g_autoptr(GtkBitset) all = gtk_bitset_new_range (0, daybook_round_list_count (self));

  for (guint i = 0; i < selected->len; i++)
    g_hash_table_add (wanted, g_ptr_array_index (selected, i));
  for (guint i = 0; i < daybook_round_list_count (self); i++)
    {
      g_autoptr(GObject) object = daybook_round_list_at (self, i);

      if (g_hash_table_contains (wanted, object))
        gtk_bitset_add (then, i);
    }
  if (!gtk_bitset_equals (now, then))
    gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), then, all);
}

static gboolean
has_focus (DaybookRoundList *self)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (self->view)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

/* What was refused stands where it stood, and whoever looked elsewhere meanwhile is not pulled back. */
static void
go_on (DaybookRoundList *self,
       gboolean         focused)
{
  g_autoptr(GObject) there = daybook_round_list_at (self, self->next);
  guint n = daybook_round_list_count (self);
  /* An answer that was under way before the act knows nothing of it: the next one moves on. */
  g_autoptr(GObject) left = self->n_asked != self->left_at ? g_steal_pointer (&self->left) : NULL;
  gboolean moves = left != NULL && left != there && n > 0;

  if (moves)
    daybook_round_list_select (self, MIN (self->next, n - 1));
  /* The row that had it is another one, or none. */
  if (focused && (moves || !has_focus (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

void
daybook_round_list_take (DaybookRoundList *self,
                         GPtrArray        *objects)
{
  g_autoptr(GPtrArray) known = find_objects (self);
  g_autoptr(GPtrArray) selected = daybook_round_list_selected (self);
  g_autofree gint64 *from = find_keys (self, known);
  g_autofree gint64 *to = find_keys (self, objects);
  g_autoptr(GArray) steps = daybook_key_diff (from, known->len, to, objects->len);
  gboolean focused = has_focus (self);

  keep_known (self, known, from, objects, to);
  for (guint i = 0; i < steps->len; i++)
    {
      const DaybookKeyStep *step = &g_array_index (steps, DaybookKeyStep, i);

      g_list_store_splice (self->store, step->position, step->removed, objects->pdata + step->position, step->added);
    }
  select_again (self, selected);
  for (guint i = 0; i < self->bound->len; i++)
    show_row (self, g_ptr_array_index (self->bound, i));
  go_on (self, focused);
}

void
daybook_round_list_leave (DaybookRoundList *self,
                          guint            position)
{
  g_clear_object (&self->left);
  self->left = daybook_round_list_at (self, position);
  self->next = position;
  self->left_at = self->n_asked;
}

void
daybook_round_list_clear (DaybookRoundList *self)
{
  g_clear_object (&self->left);
  g_list_store_remove_all (self->store);
}

/* --- Asking ---------------------------------------------------------------------------- */

void
daybook_round_list_ask (DaybookRoundList *self)
{
  self->n_asked++;
  self->stale = FALSE;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->spec->ask (self->page, self->lane, self->cancellable);
}

void
daybook_round_list_outdate (DaybookRoundList *self)
{
  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self->page));
  if (!self->stale)
    daybook_round_list_ask (self);
}

void
daybook_round_list_shown (DaybookRoundList *self)
{
  if (self->stale)
    daybook_round_list_ask (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* --- Commands -------------------------------------------------------------------------- */

static gboolean
is_own (const char *command)
{
  return g_str_equal (command, "next") || g_str_equal (command, "previous") || g_str_equal (command, "select-all");
}

gboolean
daybook_round_list_can (DaybookRoundList *self,
                        const char      *command,
                        gboolean        *possible)
{
  if (!is_own (command))
    return FALSE;

  *possible = daybook_round_list_count (self) > 0;
  return TRUE;
}

static void
turn (DaybookRoundList *self,
      int              by)
{
  guint at = daybook_round_list_first_selected (self);
  gint64 position = at == GTK_INVALID_LIST_POSITION ? 0 : (gint64) at + by;

  if (position >= 0 && position < daybook_round_list_count (self))
    daybook_round_list_select (self, (guint) position);
}

gboolean
daybook_round_list_perform (DaybookRoundList *self,
                            const char      *command)
{
  if (!is_own (command))
    return FALSE;

  if (g_str_equal (command, "select-all"))
    gtk_selection_model_select_all (GTK_SELECTION_MODEL (self->selection));
  else
    turn (self, g_str_equal (command, "next") ? 1 : -1);
  return TRUE;
}
