/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/phrases/phrase-list.h"

#include "app/common/lane.h"
#include "app/phrases/phrase-item.h"
#include "app/phrases/phrase-keeping.h"
#include "app/phrases/phrase-row.h"
#include "core/daypart.h"
#include "core/words.h"

#include <glib/gi18n-lib.h>

/* Whoever looks for one further down types another letter. GTK 4.8 makes up to 200 rows of a list at once, in sight or
 * not, and they would take longer than all the rest. */
#define MOST_SHOWN 50
/* So many come first, which are more than are in sight; the others once those are drawn. */
#define FIRST_SHOWN 14

struct _DaybookPhraseList
{
  AdwBin              parent_instance;

  /* Template widgets */
  GtkEditable        *entry;
  GtkDropDown        *purpose;
  GtkDropDown        *whose;
  GtkMenuButton      *menu_button;
  GtkStack           *stack;
  GtkListView        *list;

  /* Owned */
  DaybookDesk        *desk;
  DaybookLane        *lane;
  DaybookRow         *of;          /* or NULL */
  GListStore         *shown;       /* DaybookPhraseItem */
  GCancellable       *cancellable; /* of the search under way, or NULL */
  char               *asked;       /* what the list answers */
  GPtrArray          *found;       /* DaybookPhraseItem: while not all of them are shown, or NULL */
  guint               later;       /* the source that shows the others, or 0 */

  /* Borrowed */
  GtkSingleSelection *selection;

  DaybookId           kept;  /* the phrase to be selected once the list is there anew, or null */
  gboolean            eager; /* Enter was pressed before the list had followed */
};

G_DEFINE_FINAL_TYPE (DaybookPhraseList, daybook_phrase_list, ADW_TYPE_BIN)

enum
{
  TAKEN,
  FAVOURITE,
  STOPPED,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_case (const DaybookRow *of)
{
  return of != NULL && daybook_table_base (of->table) == &daybook_cases;
}

/* --- The list ---------------------------------------------------------------------------- */

/* What is wanted now; its texts are those of rows and of the entry. */
static DaybookPhraseWish
make_wish (DaybookPhraseList *self)
{
  guint purpose = gtk_drop_down_get_selected (self->purpose);
  DaybookChannel channel = is_case (self->of) ? (DaybookChannel) daybook_row_int (self->of, DAYBOOK_CASE_CHANNEL) : DAYBOOK_CHANNEL_UNKNOWN;

  return (DaybookPhraseWish) {
    .text = self->asked,
    .purpose = purpose == 0 || purpose == GTK_INVALID_LIST_POSITION ? DAYBOOK_PURPOSE_ANY : (int) purpose - 1,
    .of = (DaybookPhrasesOf) gtk_drop_down_get_selected (self->whose),
    .agent = daybook_store_get_agent (daybook_desk_get_store (self->desk)),
    .reg = is_case (self->of) ? daybook_row_text (self->of, DAYBOOK_CASE_REGISTER) : NULL,
    .stage = is_case (self->of) ? daybook_row_text (self->of, DAYBOOK_CASE_STAGE) : NULL,
    .channel = channel != DAYBOOK_CHANNEL_UNKNOWN ? daybook_channel_words[channel].word : NULL,
    .language = daybook_language_here (),
    .daypart = daybook_daypart_of (daybook_store_get_now (daybook_desk_get_store (self->desk)), daybook_store_get_zone (daybook_desk_get_store (self->desk))),
  };
}

static void
drop_others (DaybookPhraseList *self)
{
  g_clear_handle_id (&self->later, g_source_remove);
  g_clear_pointer (&self->found, g_ptr_array_unref);
}

static gboolean
show_others (gpointer data)
{
  DaybookPhraseList *self = data;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->shown));

  g_list_store_splice (self->shown, n, 0, self->found->pdata + n, self->found->len - n);
  self->later = 0;
  drop_others (self);
  return G_SOURCE_REMOVE;
}

/* All at once where one of them is to be selected. */
static void
show_found (DaybookPhraseList *self,
            GPtrArray         *items)
{
  guint n = daybook_id_is_null (&self->kept) ? MIN (items->len, FIRST_SHOWN) : items->len;

  drop_others (self);
  g_list_store_splice (self->shown, 0, g_list_model_get_n_items (G_LIST_MODEL (self->shown)), items->pdata, n);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "nothing");
  if (n == items->len)
    return;

  self->found = g_ptr_array_ref (items);
  self->later = g_idle_add_full (G_PRIORITY_LOW, show_others, self, NULL);
}

static void
cancel (DaybookPhraseList *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* Where the phrase stands that was selected before the book changed; 0: the first. */
static guint
find_kept (DaybookPhraseList *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->shown)); i++)
    {
      g_autoptr(DaybookPhraseItem) item = g_list_model_get_item (G_LIST_MODEL (self->shown), i);

      if (daybook_id_equal (&daybook_phrase_item_get_row (item)->id, &self->kept))
        return i;
    }

  return 0;
}

/* Enter takes the first of what other words find. */
static void
mark (DaybookPhraseList *self)
{
  guint place = find_kept (self);

  self->kept = (DaybookId) { { 0 } };
  if (g_list_model_get_n_items (G_LIST_MODEL (self->shown)) == 0)
    return;

  gtk_single_selection_set_selected (self->selection, place);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", place);
}

static void take_at (DaybookPhraseList *self,
                     guint              position);

static void
on_found (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(DaybookPhraseList) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) items = daybook_phrase_items_find_finish (result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;

  g_clear_object (&self->cancellable);
  if (items != NULL)
    {
      show_found (self, items);
      mark (self);
    }
  else
    g_signal_emit (self, signals[FAILED], 0, error->message);
  if (self->eager)
    take_at (self, 0);
  self->eager = FALSE;
}

static void
ask (DaybookPhraseList *self)
{
  DaybookPhraseWish wish;

  cancel (self);
  g_free (self->asked);
  self->asked = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  wish = make_wish (self);
  self->eager = FALSE;
  self->cancellable = g_cancellable_new ();
  daybook_phrase_items_find_async (self->lane, &wish, MOST_SHOWN, self->cancellable, on_found, g_object_ref (self));
}

/* The entry tells a moment later, and by then Enter may have asked. */
static void
on_search_changed (DaybookPhraseList *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));

  if (g_strcmp0 (text, self->asked) != 0)
    ask (self);
}

static void
on_filter_chosen (DaybookPhraseList *self)
{
  if (self->desk != NULL)
    ask (self);
}

static DaybookPhraseItem *
get_selected (DaybookPhraseList *self)
{
  return DAYBOOK_PHRASE_ITEM (gtk_single_selection_get_selected_item (self->selection));
}

static void
on_selected (DaybookPhraseList *self)
{
  DaybookPhraseItem *item = get_selected (self);

  gtk_widget_set_sensitive (GTK_WIDGET (self->menu_button), item != NULL);
  if (item != NULL)
    daybook_phrase_keeping_show (self->menu_button, daybook_phrase_item_get_row (item), daybook_phrase_item_get_slot (item));
}

static void
take_at (DaybookPhraseList *self,
         guint                position)
{
  g_autoptr(DaybookPhraseItem) item = g_list_model_get_item (G_LIST_MODEL (self->shown), position);

  if (item != NULL)
    g_signal_emit (self, signals[TAKEN], 0, daybook_phrase_item_get_row (item));
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
on_activated (DaybookPhraseList *self,
              guint                position)
{
  take_at (self, position);
}

static void
on_entry_activated (DaybookPhraseList *self)
{
  on_search_changed (self);
  if (self->cancellable != NULL)
    self->eager = TRUE;
  else
    take_at (self, gtk_single_selection_get_selected (self->selection));
}

/* --- Keys ------------------------------------------------------------------------------- */

static void
move (DaybookPhraseList *self,
      int                  step)
{
  gint64 there = (gint64) gtk_single_selection_get_selected (self->selection) + step;

  if (there < 0 || there >= g_list_model_get_n_items (G_LIST_MODEL (self->shown)))
    return;

  gtk_single_selection_set_selected (self->selection, (guint) there);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", (guint) there);
}

/* After the entry, and so after the input method, has had its turn. */
static gboolean
on_entry_key (DaybookPhraseList *self,
              guint                key,
              guint                code,
              GdkModifierType      state)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0 || (key != GDK_KEY_Up && key != GDK_KEY_Down))
    return FALSE;

  move (self, key == GDK_KEY_Up ? -1 : 1);
  return TRUE;
}

static gboolean
on_list_key (DaybookPhraseList *self,
             guint                key,
             guint                code,
             GdkModifierType      state)
{
  guint slot = key >= GDK_KEY_1 && key <= GDK_KEY_9 ? key - GDK_KEY_0 : key >= GDK_KEY_KP_1 && key <= GDK_KEY_KP_9 ? key - GDK_KEY_KP_0 : 0;

  if (slot == 0 || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;

  g_signal_emit (self, signals[FAVOURITE], 0, slot);
  return TRUE;
}

/* "phrases.favourite" (u): the selected one is that from now on; 0: it is none any more. */
static void
on_keep_asked (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  DaybookPhraseList *self = DAYBOOK_PHRASE_LIST (widget);
  DaybookPhraseItem *item = get_selected (self);

  if (item != NULL)
    daybook_phrase_keeping_set (widget, self->desk, daybook_phrase_item_get_row (item), g_variant_get_uint32 (parameter));
}

static void
on_own_asked (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  DaybookPhraseList *self = DAYBOOK_PHRASE_LIST (widget);
  DaybookPhraseItem *item = get_selected (self);

  if (item != NULL)
    daybook_phrase_keeping_copy (widget, self->desk, daybook_phrase_item_get_row (item));
}

/* On the page of phrases, with its form. */
static void
on_edit_asked (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  DaybookPhraseItem *item = get_selected (DAYBOOK_PHRASE_LIST (widget));
  g_autofree char *id = item != NULL ? daybook_id_to_string (&daybook_phrase_item_get_row (item)->id) : NULL;

  if (id == NULL || !gtk_widget_activate_action (widget, "win.edit-phrase-of", "s", id))
    gtk_widget_error_bell (widget);
}

static void
on_stopped (DaybookPhraseList *self)
{
  g_signal_emit (self, signals[STOPPED], 0);
}

/* --- The widget --------------------------------------------------------------------------- */

/* A search under way holds the list until it ends: nobody waits for it any more. */
static void
daybook_phrase_list_unroot (GtkWidget *widget)
{
  cancel (DAYBOOK_PHRASE_LIST (widget));

  GTK_WIDGET_CLASS (daybook_phrase_list_parent_class)->unroot (widget);
}

static void
daybook_phrase_list_dispose (GObject *object)
{
  DaybookPhraseList *self = DAYBOOK_PHRASE_LIST (object);

  cancel (self);
  g_clear_pointer (&self->lane, daybook_lane_free);
  drop_others (self);
  g_clear_object (&self->shown);
  g_clear_pointer (&self->of, daybook_row_unref);
  g_clear_pointer (&self->asked, g_free);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (daybook_phrase_list_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/phrases/phrase-list.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookPhraseList, entry);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhraseList, purpose);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhraseList, whose);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhraseList, menu_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhraseList, stack);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhraseList, list);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_stopped);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_key);
  gtk_widget_class_bind_template_callback (widget_class, on_list_key);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
}

static void
daybook_phrase_list_class_init (DaybookPhraseListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_phrase_list_dispose;
  widget_class->unroot = daybook_phrase_list_unroot;
  signals[TAKEN] = g_signal_new ("taken", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, DAYBOOK_TYPE_ROW);
  signals[FAVOURITE] = g_signal_new ("favourite", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[STOPPED] = g_signal_new ("stopped", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_install_action (widget_class, "phrases.favourite", "u", on_keep_asked);
  gtk_widget_class_install_action (widget_class, "phrases.own", NULL, on_own_asked);
  gtk_widget_class_install_action (widget_class, "phrases.edit", NULL, on_edit_asked);
  bind_template (widget_class);
}

static void
offer_purposes (DaybookPhraseList *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _("Every Purpose"));
  for (const DaybookWord *word = daybook_purpose_words; word->word != NULL; word++)
    gtk_string_list_append (names, daybook_words_label (word));
  gtk_drop_down_set_model (self->purpose, G_LIST_MODEL (names));
}

static void
daybook_phrase_list_init (DaybookPhraseList *self)
{
  g_autoptr(GtkListItemFactory) factory = daybook_phrase_row_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->shown = g_list_store_new (DAYBOOK_TYPE_PHRASE_ITEM);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->shown)));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (self->selection);
  offer_purposes (self);
}

void
daybook_phrase_list_set_desk (DaybookPhraseList *self,
                              DaybookDesk       *desk)
{
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  self->lane = daybook_lane_new (daybook_desk_get_store (desk));
}

void
daybook_phrase_list_set_of (DaybookPhraseList *self,
                            const DaybookRow  *of)
{
  DaybookPhraseItem *item = get_selected (self);
  gboolean is_same = of != NULL && self->of != NULL && daybook_id_equal (&of->id, &self->of->id);

  g_clear_pointer (&self->of, daybook_row_unref);
  self->of = of != NULL ? daybook_row_ref ((DaybookRow *) of) : NULL;
  self->kept = item != NULL && (is_same || of == NULL) ? daybook_phrase_item_get_row (item)->id : (DaybookId) { { 0 } };
  ask (self);
}

void
daybook_phrase_list_focus (DaybookPhraseList *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
}

void
daybook_phrase_list_look_for (DaybookPhraseList *self,
                              DaybookPurpose     purpose,
                              const char        *words)
{
  gtk_drop_down_set_selected (self->purpose, (guint) purpose + 1);
  gtk_editable_set_text (self->entry, words);
}

void
daybook_phrase_list_clear (DaybookPhraseList *self)
{
  gtk_editable_set_text (self->entry, "");
}
