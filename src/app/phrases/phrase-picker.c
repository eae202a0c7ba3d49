/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/phrases/phrase-picker.h"

#include "app/common/lane.h"
#include "app/common/last-act.h"
#include "app/common/shell.h"
#include "app/phrases/guard-box.h"
#include "app/phrases/phrase-acts.h"
#include "app/phrases/phrase-draft.h"
#include "app/phrases/phrase-item.h"
#include "app/phrases/phrase-keeping.h"
#include "app/phrases/phrase-paths.h"
#include "app/phrases/phrase-row.h"
#include "core/customer.h"
#include "core/daypart.h"
#include "core/mask.h"
#include "core/order.h"
#include "core/words.h"
#include "store/phrase-rows.h"
#include "store/telling.h"

#include <glib/gi18n-lib.h>

/* Whoever looks for one further down types another letter. */
#define MOST_SHOWN 200

/* What is done once the word guard has looked at the text as it is. */
typedef enum
{
  WANTS_NOTHING,
  WANTS_COPY,
  WANTS_INSERT,
} Wants;

struct _DaybookPhrasePicker
{
  AdwBin              parent_instance;

  /* Template widgets */
  GtkLabel           *whom;
  GtkEditable        *entry;
  GtkDropDown        *purpose;
  GtkDropDown        *whose;
  GtkMenuButton      *menu_button;
  GtkStack           *stack;
  GtkListView        *list;
  GtkWidget          *below;
  GtkWidget          *draft_box;
  GtkTextView        *preview;
  DaybookGuardBox    *guard;
  GtkWidget          *other_way;
  DaybookPhraseActs  *acts;
  GtkBox             *paths;
  GtkLabel           *problem;
  GtkButton          *insert_button;
  GtkButton          *copy_button;

  /* Owned */
  DaybookDesk        *desk;
  DaybookLane        *lane;
  DaybookRow         *of;          /* or NULL */
  DaybookPhraseRows   rows;
  DaybookPhraseDraft *draft;
  GListStore         *shown;       /* DaybookPhraseItem */
  GCancellable       *cancellable; /* of the search under way, or NULL */
  char               *asked;       /* what the list answers */

  /* Borrowed */
  GtkSingleSelection *selection;

  DaybookId           kept;        /* the phrase to be selected once the list is there anew, or null */
  Wants               wants;
  gboolean            eager;     /* Enter was pressed before the list had followed */
  gboolean            warned;    /* the person was told that words are in it which the shop does not say */
  gboolean            composing; /* an input method is, in the preview */
  gboolean            chosen;    /* something was copied or put in */
};

G_DEFINE_FINAL_TYPE (DaybookPhrasePicker, daybook_phrase_picker, ADW_TYPE_BIN)

enum
{
  INSERT,
  DROPPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static DaybookStore *
get_store (DaybookPhrasePicker *self)
{
  return daybook_desk_get_store (self->desk);
}

static DaybookReader *
get_reader (DaybookPhrasePicker *self)
{
  return daybook_store_get_reader (get_store (self));
}

static gboolean
is_case (const DaybookRow *of)
{
  return of != NULL && daybook_table_base (of->table) == &daybook_cases;
}

static void
say_problem (DaybookPhrasePicker *self,
             const char          *text)
{
  gtk_label_set_label (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

static void
leave (DaybookPhrasePicker *self)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), DAYBOOK_TYPE_PAGE);

  if (page != NULL)
    daybook_page_close_aside (DAYBOOK_PAGE (page));
}

/* --- The list ---------------------------------------------------------------------------- */

static DaybookChannel
get_channel (DaybookPhrasePicker *self)
{
  return is_case (self->of) ? (DaybookChannel) daybook_row_int (self->of, DAYBOOK_CASE_CHANNEL) : DAYBOOK_CHANNEL_UNKNOWN;
}

/* What is wanted now; its texts are those of rows and of the entry. */
static DaybookPhraseWish
make_wish (DaybookPhrasePicker *self)
{
  guint purpose = gtk_drop_down_get_selected (self->purpose);
  DaybookChannel channel = get_channel (self);

  return (DaybookPhraseWish) {
    .text = self->asked,
    .purpose = purpose == 0 || purpose == GTK_INVALID_LIST_POSITION ? DAYBOOK_PURPOSE_ANY : (int) purpose - 1,
    .of = (DaybookPhrasesOf) gtk_drop_down_get_selected (self->whose),
    .agent = daybook_store_get_agent (get_store (self)),
    .reg = is_case (self->of) ? daybook_row_text (self->of, DAYBOOK_CASE_REGISTER) : NULL,
    .stage = is_case (self->of) ? daybook_row_text (self->of, DAYBOOK_CASE_STAGE) : NULL,
    .channel = channel != DAYBOOK_CHANNEL_UNKNOWN ? daybook_channel_words[channel].word : NULL,
    .language = daybook_language_here (),
    .daypart = daybook_daypart_of (daybook_store_get_now (get_store (self)), daybook_store_get_zone (get_store (self))),
  };
}

static void
cancel (DaybookPhrasePicker *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* Where the phrase stands that was selected before the book changed; 0: the first. */
static guint
find_kept (DaybookPhrasePicker *self)
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
mark (DaybookPhrasePicker *self)
{
  guint place = find_kept (self);

  self->kept = (DaybookId) { { 0 } };
  if (g_list_model_get_n_items (G_LIST_MODEL (self->shown)) == 0)
    return;

  gtk_single_selection_set_selected (self->selection, place);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", place);
}

static void take_at (DaybookPhrasePicker *self,
                     guint                position);

static void
on_found (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(DaybookPhrasePicker) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) items = daybook_phrase_items_find_finish (result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;

  g_clear_object (&self->cancellable);
  if (items != NULL)
    {
      g_list_store_splice (self->shown, 0, g_list_model_get_n_items (G_LIST_MODEL (self->shown)), items->pdata, items->len);
      gtk_stack_set_visible_child_name (self->stack, items->len > 0 ? "list" : "nothing");
      mark (self);
    }
  else
    say_problem (self, error->message);
  if (self->eager)
    take_at (self, 0);
  self->eager = FALSE;
}

static void
ask (DaybookPhrasePicker *self)
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
on_search_changed (DaybookPhrasePicker *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));

  if (g_strcmp0 (text, self->asked) != 0)
    ask (self);
}

static void
on_filter_chosen (DaybookPhrasePicker *self)
{
  if (self->desk != NULL)
    ask (self);
}

static DaybookPhraseItem *
get_selected (DaybookPhrasePicker *self)
{
  return DAYBOOK_PHRASE_ITEM (gtk_single_selection_get_selected_item (self->selection));
}

static void
on_selected (DaybookPhrasePicker *self)
{
  DaybookPhraseItem *item = get_selected (self);

  gtk_widget_set_sensitive (GTK_WIDGET (self->menu_button), item != NULL);
  if (item != NULL)
    daybook_phrase_keeping_show (self->menu_button, daybook_phrase_item_get_row (item), daybook_phrase_item_get_slot (item));
}

/* --- The text ------------------------------------------------------------------------------ */

static gboolean
on_height_known (gpointer data)
{
  DaybookPhrasePicker *self = data;

  if (self->preview != NULL)
    gtk_widget_queue_resize (GTK_WIDGET (self->preview));
  return G_SOURCE_REMOVE;
}

static void
show_draft (DaybookPhrasePicker *self)
{
  g_autoptr(GPtrArray) phrases = daybook_phrase_draft_get_phrases (self->draft);
  gboolean is_empty = daybook_phrase_draft_is_empty (self->draft);

  self->warned = FALSE;
  gtk_button_set_label (self->copy_button, _("_Copy"));
  say_problem (self, NULL);
  gtk_widget_set_visible (self->draft_box, !is_empty);
  gtk_widget_set_visible (self->other_way, daybook_phrase_draft_count_ways (self->draft) > 1);
  daybook_phrase_acts_show (self->acts, self->desk, self->of, phrases, daybook_phrase_draft_has_promise (self->draft));
  gtk_widget_set_sensitive (GTK_WIDGET (self->copy_button), !is_empty);
  gtk_widget_set_sensitive (GTK_WIDGET (self->insert_button), !is_empty);
  gtk_widget_set_visible (self->below, !is_empty || gtk_widget_get_visible (GTK_WIDGET (self->paths)));
  /* How high a text is, GTK reckons when it has nothing else to do, and then nobody asks for it. */
  g_idle_add_full (G_PRIORITY_LOW, on_height_known, g_object_ref (self), g_object_unref);
}

static void
on_path_chosen (gpointer          data,
                const DaybookRow *phrase)
{
  DaybookPhrasePicker *self = data;

  daybook_phrase_draft_clear (self->draft);
  daybook_phrase_acts_clear (self->acts);
  daybook_phrase_picker_take (self, &phrase->id);
}

/* What may come next after the last phrase of those, or of none (NULL). Whether anything may. */
static gboolean
show_paths (DaybookPhrasePicker *self,
            GPtrArray           *phrases)
{
  const DaybookRow *last = phrases != NULL && phrases->len > 0 ? g_ptr_array_index (phrases, phrases->len - 1) : NULL;

  return daybook_phrase_paths_fill (self->paths, self->desk, last, on_path_chosen, self);
}

static void
go_to_blank (DaybookPhrasePicker *self,
             int                  step)
{
  if (!daybook_phrase_draft_go_to_blank (self->draft, step))
    return;

  gtk_text_view_scroll_mark_onscreen (self->preview, gtk_text_buffer_get_insert (gtk_text_view_get_buffer (self->preview)));
  gtk_widget_grab_focus (GTK_WIDGET (self->preview));
}

static void
take (DaybookPhrasePicker *self,
      const DaybookRow    *phrase)
{
  g_autoptr(GPtrArray) phrases = NULL;
  g_autofree char *blank = NULL;

  daybook_phrase_draft_add (self->draft, phrase);
  phrases = daybook_phrase_draft_get_phrases (self->draft);
  show_paths (self, phrases);
  show_draft (self);
  blank = daybook_phrase_draft_find_blank (self->draft);
  if (blank != NULL)
    go_to_blank (self, 1);
  else
    gtk_editable_select_region (self->entry, 0, -1);
}

static void
take_at (DaybookPhrasePicker *self,
         guint                position)
{
  g_autoptr(DaybookPhraseItem) item = g_list_model_get_item (G_LIST_MODEL (self->shown), position);

  if (item != NULL)
    take (self, daybook_phrase_item_get_row (item));
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
take_favourite (DaybookPhrasePicker *self,
                guint                slot)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookRow) phrase = daybook_reader_favourite (get_reader (self), daybook_store_get_agent (get_store (self)), slot, &error);

  if (phrase != NULL)
    {
      take (self, phrase);
      return;
    }

  g_autofree char *none = g_strdup_printf (_("No phrase is favourite %u yet: select one, and make it that in its menu."), slot);
  say_problem (self, error != NULL ? error->message : none);
}

static void
on_activated (DaybookPhrasePicker *self,
              guint                position)
{
  take_at (self, position);
}

static void
on_entry_activated (DaybookPhrasePicker *self)
{
  on_search_changed (self);
  if (self->cancellable != NULL)
    self->eager = TRUE;
  else
    take_at (self, gtk_single_selection_get_selected (self->selection));
}

static void
on_other_way (DaybookPhrasePicker *self)
{
  daybook_phrase_draft_turn (self->draft, 1);
  gtk_widget_grab_focus (GTK_WIDGET (self->preview));
}

static void
on_clear (DaybookPhrasePicker *self)
{
  daybook_phrase_draft_clear (self->draft);
  daybook_phrase_acts_clear (self->acts);
  show_paths (self, NULL);
  show_draft (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
on_promised (DaybookPhrasePicker *self)
{
  daybook_phrase_draft_set_promised (self->draft, daybook_phrase_acts_get_promised (self->acts));
}

/* A time that was typed for a blank is a promise as well. */
static void
on_given (DaybookPhrasePicker *self,
          const char          *name,
          const char          *value)
{
  if (daybook_placeholder_find (name) == DAYBOOK_PLACEHOLDER_PROMISE_TIME)
    daybook_phrase_acts_promise (self->acts, value);
}

/* --- Out of here ------------------------------------------------------------------------------- */

/* The label of the blank as people read it. */
static const char *
blank_label (const char *name)
{
  DaybookPlaceholder placeholder = daybook_placeholder_find (name);

  return placeholder != DAYBOOK_PLACEHOLDER_NONE ? daybook_placeholder_label (placeholder) : name;
}

/* Whether nothing is missing in the text; what is was said. */
static gboolean
is_complete (DaybookPhrasePicker *self)
{
  g_autofree char *blank = NULL, *sentence = NULL;
  g_autoptr(GError) error = NULL;

  daybook_phrase_draft_settle (self->draft);
  blank = daybook_phrase_draft_find_blank (self->draft);
  if (blank != NULL)
    {
      go_to_blank (self, 0);
      sentence = g_strdup_printf (_("“%s” is not filled in yet."), blank_label (blank));
      say_problem (self, sentence);
      return FALSE;
    }
  if (daybook_phrase_acts_check (self->acts, &error))
    return TRUE;

  say_problem (self, error->message);
  return FALSE;
}

/* Whoever copies in spite of the guard has been told what that is. */
static gboolean
was_warned (DaybookPhrasePicker *self)
{
  guint n = daybook_guard_box_count (self->guard);
  g_autofree char *sentence = NULL;

  if (n == 0 || self->warned)
    return TRUE;

  sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "There is %u word in it that the shop does not say. Copy it anyway?",
                                           "There are %u words in it that the shop does not say. Copy it anyway?", n), n);
  say_problem (self, sentence);
  gtk_button_set_label (self->copy_button, _("_Copy Anyway"));
  self->warned = TRUE;
  return FALSE;
}

/* The picker goes, or what may come next is offered. */
static void
end (DaybookPhrasePicker *self,
     GPtrArray           *phrases)
{
  self->chosen = TRUE;
  daybook_phrase_draft_clear (self->draft);
  daybook_phrase_acts_clear (self->acts);
  if (!show_paths (self, phrases))
    {
      leave (self);
      return;
    }
  show_draft (self);
  gtk_editable_set_text (self->entry, "");
  gtk_widget_child_focus (GTK_WIDGET (self->paths), GTK_DIR_TAB_FORWARD);
}

static void
copy (DaybookPhrasePicker *self)
{
  g_autofree char *text = daybook_phrase_draft_get_text (self->draft);
  g_autoptr(GPtrArray) phrases = daybook_phrase_draft_get_phrases (self->draft);
  const DaybookTelling telling = {
    .of = self->of, .text = text, .phrases = phrases, .channel = get_channel (self),
    .promised_at = daybook_phrase_acts_get_promised (self->acts),
    .stage = daybook_phrase_acts_get_stage (self->acts), .until = daybook_phrase_acts_get_until (self->acts),
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookEdit) edit = daybook_telling_act (get_store (self), &telling, &error);

  if (edit == NULL)
    {
      say_problem (self, error->message);
      return;
    }

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  if (daybook_shell_of (GTK_WIDGET (self)) != NULL)
    daybook_shell_commit (daybook_shell_of (GTK_WIDGET (self)), edit, self->of != NULL ? _("Copied, and written down as told to the customer") : _("Copied"));
  end (self, phrases);
}

static void
insert (DaybookPhrasePicker *self)
{
  g_autofree char *text = daybook_phrase_draft_get_text (self->draft);
  g_autoptr(GPtrArray) phrases = daybook_phrase_draft_get_phrases (self->draft);
  gint64 promised = daybook_phrase_acts_get_promised (self->acts);
  g_autoptr(DaybookPhrasePicker) hold = g_object_ref (self);

  self->chosen = TRUE;
  leave (self);
  g_signal_emit (self, signals[INSERT], 0, text, phrases, promised);
}

static void
go_on (DaybookPhrasePicker *self)
{
  Wants wants = self->wants;

  self->wants = WANTS_NOTHING;
  if (wants == WANTS_COPY && was_warned (self))
    copy (self);
  else if (wants == WANTS_INSERT)
    insert (self);
}

static void
on_guard_settled (DaybookPhrasePicker *self)
{
  go_on (self);
}

/* What was typed a moment ago has to be looked through before. */
static void
want (DaybookPhrasePicker *self,
      Wants                wants)
{
  if (daybook_phrase_draft_is_empty (self->draft) || !is_complete (self))
    return;

  self->wants = wants;
  if (daybook_guard_box_is_settled (self->guard))
    go_on (self);
}

static void
on_copy (DaybookPhrasePicker *self)
{
  want (self, WANTS_COPY);
}

static void
on_insert (DaybookPhrasePicker *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->insert_button)))
    want (self, WANTS_INSERT);
}

/* --- Keys ---------------------------------------------------------------------------------------- */

static void
on_preedit_changed (DaybookPhrasePicker *self,
                    const char          *preedit)
{
  self->composing = preedit != NULL && *preedit != '\0';
}

static void
move (DaybookPhrasePicker *self,
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
on_entry_key (DaybookPhrasePicker *self,
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
on_list_key (DaybookPhrasePicker *self,
             guint                key,
             guint                code,
             GdkModifierType      state)
{
  guint slot = key >= GDK_KEY_1 && key <= GDK_KEY_9 ? key - GDK_KEY_0 : key >= GDK_KEY_KP_1 && key <= GDK_KEY_KP_9 ? key - GDK_KEY_KP_0 : 0;

  if (slot == 0 || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;

  take_favourite (self, slot);
  return TRUE;
}

/* Tab goes from blank to blank while there is one, and then out of the text. */
static gboolean
on_preview_key (DaybookPhrasePicker *self,
                guint                key,
                guint                code,
                GdkModifierType      state)
{
  g_autofree char *blank = NULL;

  if (self->composing || (state & GDK_CONTROL_MASK) != 0 || (state & GDK_ALT_MASK) != 0)
    return FALSE;
  if (key == GDK_KEY_Escape)
    {
      daybook_phrase_draft_settle (self->draft);
      gtk_widget_grab_focus (GTK_WIDGET (self->entry));
      return TRUE;
    }
  if (key != GDK_KEY_Tab && key != GDK_KEY_ISO_Left_Tab)
    return FALSE;

  daybook_phrase_draft_settle (self->draft);
  blank = daybook_phrase_draft_find_blank (self->draft);
  if (blank == NULL)
    return FALSE;

  go_to_blank (self, key == GDK_KEY_ISO_Left_Tab || (state & GDK_SHIFT_MASK) != 0 ? -1 : 1);
  return TRUE;
}

/* Esc in the entry. */
static void
on_stopped (DaybookPhrasePicker *self)
{
  leave (self);
}

static void
on_copy_asked (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  DaybookPhrasePicker *self = DAYBOOK_PHRASE_PICKER (widget);

  if (!self->composing)
    on_copy (self);
}

static void
on_insert_asked (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  DaybookPhrasePicker *self = DAYBOOK_PHRASE_PICKER (widget);

  if (!self->composing)
    on_insert (self);
}

static void
on_favourite_asked (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  take_favourite (DAYBOOK_PHRASE_PICKER (widget), g_variant_get_uint32 (parameter));
}

static void
on_turn_asked (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  DaybookPhrasePicker *self = DAYBOOK_PHRASE_PICKER (widget);

  if (!daybook_phrase_draft_turn (self->draft, g_variant_get_int32 (parameter)))
    gtk_widget_error_bell (widget);
}

/* "phrases.favourite" (u): the selected one is that from now on; 0: it is none any more. */
static void
on_keep_asked (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  DaybookPhrasePicker *self = DAYBOOK_PHRASE_PICKER (widget);
  DaybookPhraseItem *item = get_selected (self);

  if (item != NULL)
    daybook_phrase_keeping_set (widget, self->desk, daybook_phrase_item_get_row (item), g_variant_get_uint32 (parameter));
}

static void
on_own_asked (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  DaybookPhrasePicker *self = DAYBOOK_PHRASE_PICKER (widget);
  DaybookPhraseItem *item = get_selected (self);

  if (item != NULL)
    daybook_phrase_keeping_copy (widget, self->desk, daybook_phrase_item_get_row (item));
}

static void
on_better_asked (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  if (!daybook_guard_box_put_better (DAYBOOK_PHRASE_PICKER (widget)->guard))
    gtk_widget_error_bell (widget);
}

static void
on_next_asked (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  if (!daybook_guard_box_go_to_next (DAYBOOK_PHRASE_PICKER (widget)->guard))
    gtk_widget_error_bell (widget);
}

static void
add_key (GtkEventController *keys,
         const char         *trigger,
         const char         *action,
         GVariant           *target)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger), gtk_named_action_new (action));

  gtk_shortcut_set_arguments (shortcut, target);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
}

/* Before the texts, which have their own use for some of them. */
static void
add_keys (DaybookPhrasePicker *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_key (keys, "<Control>Return|<Control>KP_Enter", "picker.copy", NULL);
  add_key (keys, "<Alt>Return|<Alt>KP_Enter", "picker.insert", NULL);
  add_key (keys, "<Alt>g", "picker.better", NULL);
  add_key (keys, "F8", "picker.next", NULL);
  add_key (keys, "<Alt>Down", "picker.turn", g_variant_new_int32 (1));
  add_key (keys, "<Alt>Up", "picker.turn", g_variant_new_int32 (-1));
  for (guint i = 1; i <= DAYBOOK_N_FAVOURITES; i++)
    {
      g_autofree char *trigger = g_strdup_printf ("<Alt>%u|<Alt>KP_%u", i, i);

      add_key (keys, trigger, "picker.take-favourite", g_variant_new_uint32 (i));
    }
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* --- The widget ------------------------------------------------------------------------------------- */

/* "For R-A2031 · 张*" */
static void
show_whom (DaybookPhrasePicker *self)
{
  const DaybookRow *customer = self->rows.customer;
  DaybookMask mask = DAYBOOK_MASK_NONE;
  g_autofree char *full = customer != NULL ? daybook_reader_title (get_reader (self), customer, &mask) : g_strdup ("");
  g_autofree char *person = daybook_mask (mask, full);
  g_autofree char *number = NULL, *both = NULL, *text = NULL;

  if (is_case (self->of))
    number = g_strdup (daybook_row_text (self->of, DAYBOOK_CASE_NUMBER));
  else if (self->rows.order != NULL)
    number = daybook_desk_order_name (self->desk, self->rows.order);
  both = g_strjoin (" · ", number != NULL ? number : person, number != NULL && *person != '\0' ? person : NULL, NULL);
  /* Translators: for whom a phrase is: a case's or an order's number, and a customer. */
  text = self->of != NULL ? g_strdup_printf (_("For %s"), both) : g_strdup (_("For nobody in particular"));
  gtk_label_set_label (self->whom, text);
}

static void
read_rows (DaybookPhrasePicker  *self,
           GError              **error)
{
  daybook_phrase_rows_clear (&self->rows);
  if (!daybook_phrase_rows_read (get_store (self), self->of, &self->rows, error))
    {
      /* Nothing of the row is known then. */
      self->rows.about.zone = daybook_store_get_zone (get_store (self));
      self->rows.about.now = daybook_store_get_now (get_store (self));
    }
  daybook_phrase_draft_set_about (self->draft, &self->rows.about);
  daybook_guard_box_set_for (self->guard, self->of, get_channel (self));
}

/* The row may be another one now, and phrases and favourites others. */
static void
on_store_changed (DaybookPhrasePicker *self)
{
  g_autoptr(DaybookRow) of = self->of != NULL ? daybook_reader_find (get_reader (self), daybook_table_base (self->of->table), &self->of->id, NULL) : NULL;
  DaybookPhraseItem *item = get_selected (self);
  g_autoptr(GError) error = NULL;

  if (of != NULL)
    {
      daybook_row_unref (self->of);
      self->of = g_steal_pointer (&of);
    }
  read_rows (self, &error);
  if (error != NULL)
    say_problem (self, error->message);
  self->kept = item != NULL ? daybook_phrase_item_get_row (item)->id : (DaybookId) { { 0 } };
  ask (self);
}

/* Whoever had the page closed it has chosen nothing. */
static void
daybook_phrase_picker_unroot (GtkWidget *widget)
{
  DaybookPhrasePicker *self = DAYBOOK_PHRASE_PICKER (widget);

  cancel (self);
  GTK_WIDGET_CLASS (daybook_phrase_picker_parent_class)->unroot (widget);
  if (!self->chosen)
    g_signal_emit (self, signals[DROPPED], 0);
}

static void
daybook_phrase_picker_dispose (GObject *object)
{
  DaybookPhrasePicker *self = DAYBOOK_PHRASE_PICKER (object);

  cancel (self);
  g_clear_pointer (&self->lane, daybook_lane_free);
  g_clear_object (&self->draft);
  g_clear_object (&self->shown);
  daybook_phrase_rows_clear (&self->rows);
  g_clear_pointer (&self->of, daybook_row_unref);
  g_clear_pointer (&self->asked, g_free);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (daybook_phrase_picker_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, DaybookPhrasePicker, whom);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhrasePicker, entry);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhrasePicker, purpose);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhrasePicker, whose);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhrasePicker, menu_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhrasePicker, stack);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhrasePicker, list);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhrasePicker, below);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhrasePicker, draft_box);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhrasePicker, preview);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhrasePicker, guard);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhrasePicker, other_way);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhrasePicker, acts);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhrasePicker, paths);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhrasePicker, problem);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhrasePicker, insert_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhrasePicker, copy_button);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_stopped);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_key);
  gtk_widget_class_bind_template_callback (widget_class, on_list_key);
  gtk_widget_class_bind_template_callback (widget_class, on_preview_key);
  gtk_widget_class_bind_template_callback (widget_class, on_preedit_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_guard_settled);
  gtk_widget_class_bind_template_callback (widget_class, on_other_way);
  gtk_widget_class_bind_template_callback (widget_class, on_clear);
  gtk_widget_class_bind_template_callback (widget_class, on_promised);
  gtk_widget_class_bind_template_callback (widget_class, on_insert);
  gtk_widget_class_bind_template_callback (widget_class, on_copy);
}

static void
daybook_phrase_picker_class_init (DaybookPhrasePickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_phrase_picker_dispose;
  widget_class->unroot = daybook_phrase_picker_unroot;
  signals[INSERT] = g_signal_new ("insert", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_PTR_ARRAY, G_TYPE_INT64);
  signals[DROPPED] = g_signal_new ("dropped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "picker.copy", NULL, on_copy_asked);
  gtk_widget_class_install_action (widget_class, "picker.insert", NULL, on_insert_asked);
  gtk_widget_class_install_action (widget_class, "picker.take-favourite", "u", on_favourite_asked);
  gtk_widget_class_install_action (widget_class, "picker.better", NULL, on_better_asked);
  gtk_widget_class_install_action (widget_class, "picker.next", NULL, on_next_asked);
  gtk_widget_class_install_action (widget_class, "picker.turn", "i", on_turn_asked);
  gtk_widget_class_install_action (widget_class, "picker.favourite", "u", on_keep_asked);
  gtk_widget_class_install_action (widget_class, "picker.own", NULL, on_own_asked);
  g_type_ensure (DAYBOOK_TYPE_GUARD_BOX);
  g_type_ensure (DAYBOOK_TYPE_PHRASE_ACTS);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/phrases/phrase-picker.ui");
  bind_children (widget_class);
  bind_callbacks (widget_class);
}

static void
offer_purposes (DaybookPhrasePicker *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _("Every Purpose"));
  for (const DaybookWord *word = daybook_purpose_words; word->word != NULL; word++)
    gtk_string_list_append (names, daybook_words_label (word));
  gtk_drop_down_set_model (self->purpose, G_LIST_MODEL (names));
}

static void
daybook_phrase_picker_init (DaybookPhrasePicker *self)
{
  g_autoptr(GtkListItemFactory) factory = daybook_phrase_row_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->draft = daybook_phrase_draft_new (gtk_text_view_get_buffer (self->preview));
  self->shown = g_list_store_new (DAYBOOK_TYPE_PHRASE_ITEM);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->shown)));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (self->selection);
  offer_purposes (self);
  add_keys (self);
}

/* Once it has a desk. */
static void
begin (DaybookPhrasePicker *self)
{
  self->lane = daybook_lane_new (get_store (self));
  daybook_guard_box_watch (self->guard, self->preview, self->desk);
  g_signal_connect_object (self->draft, "given", G_CALLBACK (on_given), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->draft, "edited", G_CALLBACK (show_draft), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_store (self), "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  show_paths (self, NULL);
}

DaybookPhrasePicker *
daybook_phrase_picker_in (DaybookPage *page)
{
  GtkWidget *aside = daybook_page_get_aside (page);

  return DAYBOOK_IS_PHRASE_PICKER (aside) ? DAYBOOK_PHRASE_PICKER (aside) : NULL;
}

DaybookPhrasePicker *
daybook_phrase_picker_open (DaybookPage      *page,
                            DaybookDesk      *desk,
                            const DaybookRow *of)
{
  DaybookPhrasePicker *self = daybook_phrase_picker_in (page);

  if (self == NULL)
    {
      self = g_object_new (DAYBOOK_TYPE_PHRASE_PICKER, NULL);
      self->desk = g_object_ref (desk);
      begin (self);
      daybook_phrase_picker_set_of (self, of);
      daybook_page_show_aside (page, GTK_WIDGET (self), _("Phrases"));
    }
  else
    daybook_phrase_picker_set_of (self, of);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  return self;
}

void
daybook_phrase_picker_set_of (DaybookPhrasePicker *self,
                              const DaybookRow    *of)
{
  gboolean is_same = self->asked != NULL && (of == NULL ? self->of == NULL : self->of != NULL && daybook_id_equal (&of->id, &self->of->id));
  g_autoptr(GError) error = NULL;

  if (is_same)
    return;

  g_clear_pointer (&self->of, daybook_row_unref);
  self->of = of != NULL ? daybook_row_ref ((DaybookRow *) of) : NULL;
  read_rows (self, &error);
  daybook_phrase_draft_refill (self->draft);
  show_whom (self);
  show_draft (self);
  if (error != NULL)
    say_problem (self, error->message);
  ask (self);
}

void
daybook_phrase_picker_take (DaybookPhrasePicker *self,
                            const DaybookId     *phrase)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookRow) row = daybook_reader_find (get_reader (self), &daybook_phrases, phrase, &error);

  if (row != NULL)
    take (self, row);
  else
    say_problem (self, error->message);
}

void
daybook_phrase_picker_allow_insert (DaybookPhrasePicker *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->insert_button), TRUE);
}
