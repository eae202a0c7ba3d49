/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/settings/word-list.h"

#include "app/common/lane.h"
#include "app/common/shell.h"
#include "app/settings/word-item.h"
#include "app/settings/word-row.h"
#include "core/guarded-word.h"
#include "core/han.h"
#include "store/word-guard.h"

#include <glib/gi18n-lib.h>

struct _DaybookWordList
{
  AdwBin              parent_instance;

  /* Template widgets */
  GtkEditable        *entry;
  GtkDropDown        *which;
  GtkStack           *stack;
  GtkListView        *list;
  GtkLabel           *count;

  /* Owned */
  DaybookStore       *store;
  DaybookLane        *lane;
  GListStore         *words;       /* DaybookWordItem */
  GCancellable       *cancellable; /* of the look under way, or NULL */
  char               *folded;      /* what is looked for */

  /* Borrowed */
  GtkFilter          *filter;
  GtkSingleSelection *selection;

  gboolean            expects; /* a word that was added */
};

G_DEFINE_FINAL_TYPE (DaybookWordList, daybook_word_list, ADW_TYPE_BIN)

enum
{
  OPENED,
  ADD,
  PASTE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The places of `which`; behind them the rules that Daybook brings. */
enum
{
  WHICH_ALL,
  WHICH_OWN,
  WHICH_OFF,
  N_WHICH,
};

/* --- Which are seen ------------------------------------------------------------------------ */

static gboolean
is_of_kind (const DaybookGuardedEntry *entry,
            guint                      which)
{
  switch (which)
    {
    case WHICH_ALL:
      return TRUE;
    case WHICH_OWN:
      return !entry->shipped;
    case WHICH_OFF:
      return entry->off || entry->rule_off;
    default:
      return g_strcmp0 (entry->rule, ((const DaybookGuardList *) g_ptr_array_index (daybook_guard_shipped (), which - N_WHICH))->rule) == 0;
    }
}

static gboolean
is_seen (gpointer item,
         gpointer data)
{
  DaybookWordList *self = data;
  const DaybookGuardedEntry *entry = daybook_word_item_get_entry (item);

  return is_of_kind (entry, gtk_drop_down_get_selected (self->which)) && daybook_guarded_entry_holds (entry, self->folded);
}

static void
show_stack (DaybookWordList *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  gboolean none_own = *self->folded == '\0' && gtk_drop_down_get_selected (self->which) == WHICH_OWN;
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u word", "%u words", n), n);

  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : none_own ? "none-own" : "nothing");
  gtk_label_set_label (self->count, text);
}

static void
narrow (DaybookWordList *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));

  g_free (self->folded);
  self->folded = daybook_han_fold (text);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_stack (self);
}

static void
offer_which (DaybookWordList *self)
{
  GPtrArray *rules = daybook_guard_shipped ();
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _("All Words"));
  gtk_string_list_append (names, _("The Shop’s Own"));
  gtk_string_list_append (names, _("Switched Off"));
  for (guint i = 0; i < rules->len; i++)
    gtk_string_list_append (names, ((const DaybookGuardList *) g_ptr_array_index (rules, i))->title);
  gtk_drop_down_set_model (self->which, G_LIST_MODEL (names));
}

/* --- Reading ------------------------------------------------------------------------------- */

static gpointer
read_in_db (DaybookReader  *reader,
            gpointer        data,
            GCancellable   *cancellable,
            GError        **error)
{
  return daybook_reader_guarded (reader, error);
}

static DaybookWordItem *
item_at (DaybookWordList *self,
         guint            place)
{
  g_autoptr(DaybookWordItem) item = g_list_model_get_item (G_LIST_MODEL (self->words), place);

  return item; /* the list holds it */
}

/* Only what has changed is put in anew: the list stays where the person has scrolled it. */
static void
take_over (DaybookWordList *self,
           GPtrArray       *entries)
{
  guint n_before = g_list_model_get_n_items (G_LIST_MODEL (self->words)), n_after = entries->len, first = 0, last = 0;
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_set_free_func (entries, NULL);
  for (guint i = 0; i < n_after; i++)
    g_ptr_array_add (items, daybook_word_item_new (g_ptr_array_index (entries, i)));

  while (first < MIN (n_before, n_after) && daybook_word_item_equal (item_at (self, first), g_ptr_array_index (items, first)))
    first++;
  while (last < MIN (n_before, n_after) - first
         && daybook_word_item_equal (item_at (self, n_before - last - 1), g_ptr_array_index (items, n_after - last - 1)))
    last++;
  g_list_store_splice (self->words, first, n_before - first - last, items->pdata + first, n_after - first - last);
  if (self->expects && n_after > n_before)
    {
      gtk_single_selection_set_selected (self->selection, 0);
      gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", 0);
      self->expects = FALSE;
    }
}

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(DaybookWordList) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) entries = daybook_lane_run_finish (result, &error);
  DaybookShell *shell;

  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;

  g_clear_object (&self->cancellable);
  shell = daybook_shell_of (GTK_WIDGET (self));
  if (entries != NULL)
    take_over (self, entries);
  else if (shell != NULL)
    daybook_shell_say_error (shell, error);
  show_stack (self);
}

static void
cancel (DaybookWordList *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
look (DaybookWordList *self)
{
  cancel (self);
  self->cancellable = g_cancellable_new ();
  daybook_lane_run_async (self->lane, read_in_db, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, self->cancellable, on_read,
                          g_object_ref (self));
}

/* --- What a person does -------------------------------------------------------------------- */

static void
commit (DaybookWordList *self,
        DaybookEdit     *edit)
{
  daybook_shell_commit (daybook_shell_of (GTK_WIDGET (self)), edit, NULL);
}

static void
on_switched (gpointer item,
             gboolean on,
             gpointer data)
{
  DaybookWordList *self = data;
  const DaybookGuardedEntry *entry = daybook_word_item_get_entry (item);
  g_autofree char *title = g_strdup_printf (on ? _("Word guard: “%s” is on") : _("Word guard: “%s” is off"), entry->text);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (self->store));

  daybook_guarded_entry_switch (edit, entry, on);
  commit (self, edit);
}

static const DaybookGuardedEntry *
get_selected (DaybookWordList *self)
{
  gpointer item = gtk_single_selection_get_selected_item (self->selection);

  return item != NULL ? daybook_word_item_get_entry (item) : NULL;
}

static void
on_activated (DaybookWordList *self,
              guint            position)
{
  g_autoptr(DaybookWordItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item != NULL)
    g_signal_emit (self, signals[OPENED], 0, daybook_word_item_get_entry (item));
}

/* Of one that Daybook brings the switch is the way. */
static gboolean
on_list_key (DaybookWordList *self,
             guint            key,
             guint            code,
             GdkModifierType  state)
{
  const DaybookGuardedEntry *entry = get_selected (self);

  if ((key != GDK_KEY_Delete && key != GDK_KEY_KP_Delete) || entry == NULL)
    return FALSE;
  if (entry->shipped)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return TRUE;
    }

  g_autofree char *title = g_strdup_printf (_("No longer guarded: %s"), entry->text);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (self->store));
  daybook_edit_delete (edit, &daybook_guarded_words, &entry->id);
  commit (self, edit);
  return TRUE;
}

static gboolean
on_entry_key (DaybookWordList *self,
              guint            key,
              guint            code,
              GdkModifierType  state)
{
  if (key != GDK_KEY_Down || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;

  return gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

/* The first Escape empties the line, the next one leaves. */
static void
on_stopped (DaybookWordList *self)
{
  if (*gtk_editable_get_text (self->entry) != '\0')
    gtk_editable_set_text (self->entry, "");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "words.back", NULL);
}

/* What was looked for in vain. */
static void
on_add_clicked (DaybookWordList *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));

  g_signal_emit (self, signals[ADD], 0, text);
}

static void
on_paste_clicked (DaybookWordList *self)
{
  g_signal_emit (self, signals[PASTE], 0);
}

/* --- The widget ---------------------------------------------------------------------------- */

static void
daybook_word_list_unroot (GtkWidget *widget)
{
  cancel (DAYBOOK_WORD_LIST (widget));

  GTK_WIDGET_CLASS (daybook_word_list_parent_class)->unroot (widget);
}

static void
daybook_word_list_dispose (GObject *object)
{
  DaybookWordList *self = DAYBOOK_WORD_LIST (object);

  cancel (self);
  g_clear_pointer (&self->lane, daybook_lane_free);
  g_clear_object (&self->words);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (daybook_word_list_parent_class)->dispose (object);
}

static void
daybook_word_list_finalize (GObject *object)
{
  g_free (DAYBOOK_WORD_LIST (object)->folded);

  G_OBJECT_CLASS (daybook_word_list_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/settings/word-list.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookWordList, entry);
  gtk_widget_class_bind_template_child (widget_class, DaybookWordList, which);
  gtk_widget_class_bind_template_child (widget_class, DaybookWordList, stack);
  gtk_widget_class_bind_template_child (widget_class, DaybookWordList, list);
  gtk_widget_class_bind_template_child (widget_class, DaybookWordList, count);
  gtk_widget_class_bind_template_callback (widget_class, narrow);
  gtk_widget_class_bind_template_callback (widget_class, on_stopped);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_key);
  gtk_widget_class_bind_template_callback (widget_class, on_list_key);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_paste_clicked);
}

static void
daybook_word_list_class_init (DaybookWordListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_word_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = daybook_word_list_finalize;
  widget_class->unroot = daybook_word_list_unroot;
  signals[OPENED] = g_signal_new ("opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[ADD] = g_signal_new ("add", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[PASTE] = g_signal_new ("paste", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  bind_template (widget_class);
}

static void
daybook_word_list_init (DaybookWordList *self)
{
  g_autoptr(GtkListItemFactory) factory = daybook_word_row_factory_new (on_switched, self);
  GListModel *seen;

  self->folded = g_strdup ("");
  self->words = g_list_store_new (DAYBOOK_TYPE_WORD_ITEM);
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_seen, self, NULL));
  seen = G_LIST_MODEL (gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->words)), self->filter));
  self->selection = gtk_single_selection_new (seen);
  gtk_widget_init_template (GTK_WIDGET (self));
  offer_which (self);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (self->selection);
}

void
daybook_word_list_set_store (DaybookWordList *self,
                             DaybookStore    *store)
{
  g_return_if_fail (self->store == NULL);

  self->store = g_object_ref (store);
  self->lane = daybook_lane_new (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  look (self);
}

void
daybook_word_list_focus (DaybookWordList *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

void
daybook_word_list_expect (DaybookWordList *self)
{
  self->expects = TRUE;
  gtk_editable_set_text (self->entry, "");
}

GHashTable *
daybook_word_list_keys (DaybookWordList *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->words));
  g_autoptr(GPtrArray) entries = g_ptr_array_sized_new (n);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (entries, (gpointer) daybook_word_item_get_entry (item_at (self, i)));
  return daybook_guarded_entries_keys (entries);
}
