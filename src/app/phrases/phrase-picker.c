/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/phrases/phrase-picker.h"

#include "app/common/shell.h"
#include "app/phrases/guard-box.h"
#include "app/phrases/phrase-acts.h"
#include "app/phrases/phrase-draft.h"
#include "app/phrases/phrase-list.h"
#include "app/phrases/phrase-paths.h"
#include "core/article.h"
#include "core/customer.h"
#include "core/mask.h"
#include "core/order.h"
#include "store/phrase-offer.h"
#include "store/phrase-rows.h"
#include "store/telling.h"

#include <glib/gi18n-lib.h>

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
  DaybookPhraseList  *list;
  GtkWidget          *below;
  GtkWidget          *draft_box;
  GtkTextView        *preview;
  DaybookGuardBox    *guard;
  GtkButton          *article; /* out of which a part is told */
  GtkButton          *other_way;
  DaybookPhraseActs  *acts;
  GtkBox             *paths;
  GtkLabel           *problem;
  GtkButton          *insert_button;
  GtkButton          *copy_button;

  /* Owned */
  DaybookDesk        *desk;
  DaybookRow         *of;          /* or NULL */
  DaybookPhraseRows   rows;
  DaybookPhraseDraft *draft;

  gboolean            shown;     /* for a row, or for nobody */
  Wants               wants;
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

static DaybookChannel
get_channel (DaybookPhrasePicker *self)
{
  return is_case (self->of) ? (DaybookChannel) daybook_row_int (self->of, DAYBOOK_CASE_CHANNEL) : DAYBOOK_CHANNEL_UNKNOWN;
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

/* Of an article, the ways to say it are its parts; and it can be read. */
static void
show_ways (DaybookPhrasePicker *self)
{
  const DaybookRow *article = daybook_phrase_draft_get_article (self->draft);
  g_autofree char *name = article != NULL ? g_strdup_printf (_("Article: %s"), daybook_row_text (article, DAYBOOK_ARTICLE_TITLE)) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->article), article != NULL);
  if (article != NULL)
    {
      gtk_label_set_label (GTK_LABEL (gtk_button_get_child (self->article)), name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->article), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->other_way), daybook_phrase_draft_count_ways (self->draft) > 1);
  gtk_button_set_label (self->other_way, article != NULL ? _("Another Part") : _("Other Words"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->other_way), article != NULL ? _("Tell Another Part of the Article (Alt+↓)")
                                                                             : _("Say It in Other Words (Alt+↓)"));
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
  show_ways (self);
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
  gboolean is_phrase = last != NULL && last->table == &daybook_phrases;

  return daybook_phrase_paths_fill (self->paths, self->desk, is_phrase ? last : NULL, on_path_chosen, self);
}

/* FALSE: there is none. */
static gboolean
go_to_blank (DaybookPhrasePicker *self,
             int                  step)
{
  if (!daybook_phrase_draft_go_to_blank (self->draft, step))
    return FALSE;

  gtk_text_view_scroll_mark_onscreen (self->preview, gtk_text_buffer_get_insert (gtk_text_view_get_buffer (self->preview)));
  gtk_widget_grab_focus (GTK_WIDGET (self->preview));
  return TRUE;
}

/* What was added is there: it goes on with what is missing in it. */
static void
go_on_with (DaybookPhrasePicker *self)
{
  g_autoptr(GPtrArray) phrases = daybook_phrase_draft_get_phrases (self->draft);
  g_autofree char *blank = daybook_phrase_draft_find_blank (self->draft);

  show_paths (self, phrases);
  show_draft (self);
  if (blank != NULL)
    go_to_blank (self, 1);
  else
    daybook_phrase_list_focus (self->list);
}

static void
take (DaybookPhrasePicker *self,
      const DaybookRow    *phrase)
{
  daybook_phrase_draft_add (self->draft, phrase);
  go_on_with (self);
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
on_other_way (DaybookPhrasePicker *self)
{
  daybook_phrase_draft_turn (self->draft, 1);
  if (!go_to_blank (self, 0))
    gtk_widget_grab_focus (GTK_WIDGET (self->preview));
}

/* The page behind takes its place. */
static void
on_article (DaybookPhrasePicker *self)
{
  const DaybookRow *article = daybook_phrase_draft_get_article (self->draft);
  DaybookShell *shell = daybook_shell_of (GTK_WIDGET (self));
  DaybookId id;

  if (article == NULL || shell == NULL || !daybook_shell_can_show (shell, &daybook_articles))
    return;

  id = article->id;
  daybook_shell_show_row (shell, &daybook_articles, &id);
}

static void
on_clear (DaybookPhrasePicker *self)
{
  daybook_phrase_draft_clear (self->draft);
  daybook_phrase_acts_clear (self->acts);
  show_paths (self, NULL);
  show_draft (self);
  daybook_phrase_list_focus (self->list);
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
  daybook_phrase_list_clear (self->list);
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
      daybook_phrase_list_focus (self->list);
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

  if (daybook_phrase_draft_turn (self->draft, g_variant_get_int32 (parameter)))
    go_to_blank (self, 0);
  else
    gtk_widget_error_bell (widget);
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
on_edit_asked (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (DAYBOOK_PHRASE_PICKER (widget)->list), "phrases.edit", NULL);
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
  add_key (keys, "F4", "picker.edit", NULL);
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
  g_autoptr(GError) error = NULL;

  if (of != NULL)
    {
      daybook_row_unref (self->of);
      self->of = g_steal_pointer (&of);
    }
  read_rows (self, &error);
  if (error != NULL)
    say_problem (self, error->message);
  daybook_phrase_list_set_of (self->list, self->of);
}

/* Whoever had the page closed it has chosen nothing. */
static void
daybook_phrase_picker_unroot (GtkWidget *widget)
{
  DaybookPhrasePicker *self = DAYBOOK_PHRASE_PICKER (widget);

  GTK_WIDGET_CLASS (daybook_phrase_picker_parent_class)->unroot (widget);
  if (!self->chosen)
    g_signal_emit (self, signals[DROPPED], 0);
}

static void
daybook_phrase_picker_dispose (GObject *object)
{
  DaybookPhrasePicker *self = DAYBOOK_PHRASE_PICKER (object);

  g_clear_object (&self->draft);
  daybook_phrase_rows_clear (&self->rows);
  g_clear_pointer (&self->of, daybook_row_unref);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (daybook_phrase_picker_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, DaybookPhrasePicker, whom);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhrasePicker, list);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhrasePicker, below);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhrasePicker, draft_box);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhrasePicker, preview);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhrasePicker, guard);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhrasePicker, article);
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
  gtk_widget_class_bind_template_callback (widget_class, take);
  gtk_widget_class_bind_template_callback (widget_class, take_favourite);
  gtk_widget_class_bind_template_callback (widget_class, leave);
  gtk_widget_class_bind_template_callback (widget_class, say_problem);
  gtk_widget_class_bind_template_callback (widget_class, on_preview_key);
  gtk_widget_class_bind_template_callback (widget_class, on_preedit_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_guard_settled);
  gtk_widget_class_bind_template_callback (widget_class, on_article);
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
  gtk_widget_class_install_action (widget_class, "picker.edit", NULL, on_edit_asked);
  g_type_ensure (DAYBOOK_TYPE_GUARD_BOX);
  g_type_ensure (DAYBOOK_TYPE_PHRASE_LIST);
  g_type_ensure (DAYBOOK_TYPE_PHRASE_ACTS);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/phrases/phrase-picker.ui");
  bind_children (widget_class);
  bind_callbacks (widget_class);
}

static void
daybook_phrase_picker_init (DaybookPhrasePicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->draft = daybook_phrase_draft_new (gtk_text_view_get_buffer (self->preview));
  add_keys (self);
}

/* Once it has a desk. */
static void
begin (DaybookPhrasePicker *self)
{
  daybook_phrase_list_set_desk (self->list, self->desk);
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
  daybook_phrase_list_focus (self->list);
  return self;
}

void
daybook_phrase_picker_set_of (DaybookPhrasePicker *self,
                              const DaybookRow    *of)
{
  gboolean is_same = self->shown && (of == NULL ? self->of == NULL : self->of != NULL && daybook_id_equal (&of->id, &self->of->id));
  g_autoptr(GError) error = NULL;

  if (is_same)
    return;

  self->shown = TRUE;
  g_clear_pointer (&self->of, daybook_row_unref);
  self->of = of != NULL ? daybook_row_ref ((DaybookRow *) of) : NULL;
  read_rows (self, &error);
  daybook_phrase_draft_refill (self->draft);
  show_whom (self);
  show_draft (self);
  if (error != NULL)
    say_problem (self, error->message);
  daybook_phrase_list_set_of (self->list, self->of);
}

void
daybook_phrase_picker_look_for (DaybookPhrasePicker *self,
                                DaybookPurpose       purpose,
                                const char          *words)
{
  daybook_phrase_list_look_for (self->list, purpose, words);
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

/* Whoever they are: GLib 2.74 disconnects all at once only by function or data. */
static void
forget_listeners (DaybookPhrasePicker *self,
                  guint                signal)
{
  gulong id;

  while ((id = g_signal_handler_find (self, G_SIGNAL_MATCH_ID, signal, 0, NULL, NULL, NULL)) != 0)
    g_signal_handler_disconnect (self, id);
}

void
daybook_phrase_picker_take_article (DaybookPhrasePicker *self,
                                    const DaybookId     *article,
                                    const char          *question,
                                    const char          *selected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookRow) row = daybook_reader_find (get_reader (self), &daybook_articles, article, &error);

  if (row == NULL)
    {
      say_problem (self, error->message);
      return;
    }

  daybook_phrase_draft_add_article (self->draft, row, question, selected);
  go_on_with (self);
}

void
daybook_phrase_picker_allow_insert (DaybookPhrasePicker *self)
{
  forget_listeners (self, signals[INSERT]);
  forget_listeners (self, signals[DROPPED]);
  gtk_widget_set_visible (GTK_WIDGET (self->insert_button), TRUE);
}
