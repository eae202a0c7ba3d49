/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/phrases/phrase-form.h"

#include "app/common/buffer-text.h"
#include "app/common/field-choice.h"
#include "app/compat/wheel.h"
#include "app/phrases/guard-box.h"
#include "app/phrases/phrase-marks.h"
#include "app/phrases/phrase-ways.h"
#include "core/phrase-edit.h"
#include "core/phrase-text.h"
#include "core/place-list.h"
#include "core/words.h"

#include <glib/gi18n-lib.h>

/* What is typed is shown as a customer reads it once nothing was typed for so long. */
#define PAUSE_MS 120

/* By the rows of `whose`. */
enum
{
  WHOSE_SHOP,
  WHOSE_MINE,
  WHOSE_OTHER,
};

struct _DaybookPhraseForm
{
  AdwBin             parent_instance;

  /* Template widgets */
  GtkScrolledWindow *scroller;
  AdwEntryRow       *title;
  AdwComboRow       *purpose;
  GtkMenuButton     *insert_button;
  GtkScrolledWindow *text_scroller;
  GtkTextView       *text;
  GtkLabel          *faults;
  DaybookGuardBox   *guard;
  GtkBox            *preview;
  AdwComboRow       *whose;
  AdwComboRow       *language;
  AdwComboRow       *daypart;
  AdwExpanderRow    *channels_row;
  AdwEntryRow       *registers;
  AdwEntryRow       *promise;
  AdwEntryRow       *snooze;
  AdwEntryRow       *stage;
  GtkScrolledWindow *paths_scroller;
  GtkTextView       *paths;
  AdwEntryRow       *key;
  GtkSwitch         *retired;
  GtkLabel          *problem;

  /* Owned */
  DaybookDesk       *desk;
  DaybookRow        *before;   /* or NULL */
  DaybookRow        *after;    /* NULL until it is begun */
  GPtrArray         *channels; /* GtkCheckButton: borrowed; the n-th is of the channel n + 1 */
  DaybookId          other;    /* whose own it is, if it is somebody else's; or null */
  guint              pause;
  gboolean           filling;
};

G_DEFINE_FINAL_TYPE (DaybookPhraseForm, daybook_phrase_form, ADW_TYPE_BIN)

enum
{
  SAVE,
  DISCARD,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- Reading the form ------------------------------------------------------------------------ */

static void
set_value (DaybookPhraseForm *self,
           guint              field,
           DaybookValue       value)
{
  daybook_value_clear (&self->after->values[field]);
  self->after->values[field] = value;
}

static void
set_text (DaybookPhraseForm *self,
          guint              field,
          const char        *text)
{
  set_value (self, field, *text != '\0' ? daybook_value_text (text) : (DaybookValue) DAYBOOK_VALUE_INIT);
}

static void
take_entry (DaybookPhraseForm *self,
            guint              field,
            AdwEntryRow       *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  set_text (self, field, text);
}

static void
take_choice (DaybookPhraseForm *self,
             guint              field,
             AdwComboRow       *row)
{
  set_value (self, field, daybook_value_int (adw_combo_row_get_selected (row)));
}

static void
take_whose (DaybookPhraseForm *self)
{
  guint whose = adw_combo_row_get_selected (self->whose);

  set_value (self, DAYBOOK_PHRASE_AGENT,
             whose == WHOSE_SHOP ? (DaybookValue) DAYBOOK_VALUE_INIT
             : daybook_value_id (whose == WHOSE_MINE ? daybook_store_get_agent (daybook_desk_get_store (self->desk)) : &self->other));
}

static void
take_channels (DaybookPhraseForm *self)
{
  g_autoptr(GString) words = g_string_new (NULL);

  for (guint i = 0; i < self->channels->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->channels, i)))
      g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", daybook_channel_words[i + 1].word);
  set_text (self, DAYBOOK_PHRASE_CHANNELS, words->str);
}

static void
take (DaybookPhraseForm *self)
{
  g_autofree char *text = daybook_view_text (self->text), *paths = g_strstrip (daybook_view_text (self->paths));

  take_entry (self, DAYBOOK_PHRASE_TITLE, self->title);
  take_choice (self, DAYBOOK_PHRASE_PURPOSE, self->purpose);
  set_text (self, DAYBOOK_PHRASE_TEXT, text);
  take_whose (self);
  take_choice (self, DAYBOOK_PHRASE_LANGUAGE, self->language);
  take_choice (self, DAYBOOK_PHRASE_DAYPART, self->daypart);
  take_channels (self);
  take_entry (self, DAYBOOK_PHRASE_REGISTERS, self->registers);
  take_entry (self, DAYBOOK_PHRASE_PROMISE, self->promise);
  take_entry (self, DAYBOOK_PHRASE_SNOOZE, self->snooze);
  take_entry (self, DAYBOOK_PHRASE_STAGE, self->stage);
  set_text (self, DAYBOOK_PHRASE_PATHS, paths);
  take_entry (self, DAYBOOK_PHRASE_KEY, self->key);
  set_value (self, DAYBOOK_PHRASE_RETIRED, daybook_value_int (gtk_switch_get_active (self->retired)));
}

/* --- What is said of it -------------------------------------------------------------------------- */

static GtkWidget *
widget_of (DaybookPhraseForm *self,
           guint              field)
{
  switch (field)
    {
    case DAYBOOK_PHRASE_TITLE: return GTK_WIDGET (self->title);
    case DAYBOOK_PHRASE_KEY: return GTK_WIDGET (self->key);
    case DAYBOOK_PHRASE_REGISTERS: return GTK_WIDGET (self->registers);
    case DAYBOOK_PHRASE_PATHS: return GTK_WIDGET (self->paths);
    case DAYBOOK_PHRASE_STAGE: return GTK_WIDGET (self->stage);
    case DAYBOOK_PHRASE_SNOOZE: return GTK_WIDGET (self->snooze);
    case DAYBOOK_PHRASE_PROMISE: return GTK_WIDGET (self->promise);
    case DAYBOOK_PHRASE_TEXT:
    default: return GTK_WIDGET (self->text);
    }
}

static void
say_problem (DaybookPhraseForm *self,
             const char        *text)
{
  gtk_label_set_text (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

/* The first field that says what it may not is marked as long as it does. That nothing is written yet is no fault. */
static void
mark_fields (DaybookPhraseForm *self)
{
  static const guint FIELDS[] = {
    DAYBOOK_PHRASE_KEY, DAYBOOK_PHRASE_REGISTERS, DAYBOOK_PHRASE_PATHS, DAYBOOK_PHRASE_STAGE, DAYBOOK_PHRASE_SNOOZE, DAYBOOK_PHRASE_PROMISE,
  };
  guint wrong = DAYBOOK_PHRASE_N_FIELDS;
  g_autoptr(GError) error = NULL;

  daybook_phrase_check (self->after, &wrong, &error);
  for (guint i = 0; i < G_N_ELEMENTS (FIELDS); i++)
    if (FIELDS[i] == wrong)
      gtk_widget_add_css_class (widget_of (self, FIELDS[i]), "error");
    else
      gtk_widget_remove_css_class (widget_of (self, FIELDS[i]), "error");
  say_problem (self, error != NULL && wrong != DAYBOOK_PHRASE_TEXT ? error->message : NULL);
}

static void
show_faults (DaybookPhraseForm *self)
{
  g_autoptr(GPtrArray) sentences = daybook_phrase_text_check (daybook_row_text (self->after, DAYBOOK_PHRASE_TEXT));
  g_autofree char *all = NULL;

  g_ptr_array_add (sentences, NULL);
  all = g_strjoinv ("\n", (char **) sentences->pdata);
  gtk_label_set_text (self->faults, all);
  gtk_widget_set_visible (GTK_WIDGET (self->faults), *all != '\0');
}

static gboolean
on_height_known (gpointer data)
{
  DaybookPhraseForm *self = data;

  if (self->text != NULL)
    gtk_widget_queue_resize (GTK_WIDGET (self->text));
  return G_SOURCE_REMOVE;
}

static void
show_preview (DaybookPhraseForm *self)
{
  /* How high a text is, GTK reckons when it has nothing else to do, and then nobody asks for it. */
  g_idle_add_full (G_PRIORITY_LOW, on_height_known, g_object_ref (self), g_object_unref);
  daybook_phrase_marks_apply (gtk_text_view_get_buffer (self->text));
  show_faults (self);
  gtk_widget_set_visible (GTK_WIDGET (self->preview), daybook_row_has (self->after, DAYBOOK_PHRASE_TEXT));
  daybook_phrase_ways_show_example (self->preview, self->desk, daybook_row_text (self->after, DAYBOOK_PHRASE_TEXT),
                                    (DaybookLanguage) daybook_row_int (self->after, DAYBOOK_PHRASE_LANGUAGE));
}

static gboolean
on_pause_over (gpointer data)
{
  DaybookPhraseForm *self = data;

  self->pause = 0;
  show_preview (self);
  return G_SOURCE_REMOVE;
}

static void
on_edited (DaybookPhraseForm *self)
{
  if (self->filling || self->after == NULL)
    return;

  take (self);
  mark_fields (self);
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE_MS, on_pause_over, self);
}

/* Return goes on to the text. */
static void
on_titled (DaybookPhraseForm *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static void
on_save (DaybookPhraseForm *self)
{
  g_signal_emit (self, signals[SAVE], 0);
}

static void
on_discard (DaybookPhraseForm *self)
{
  g_signal_emit (self, signals[DISCARD], 0);
}

static void
act_save (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  on_save (DAYBOOK_PHRASE_FORM (widget));
}

/* --- Putting something in ------------------------------------------------------------------------- */

/* What is asked for is called at once. */
static void
select_label (GtkTextBuffer *buffer,
              const char    *text)
{
  GtkTextIter start, end;

  if (!g_str_has_prefix (text, "{?"))
    return;

  gtk_text_buffer_get_iter_at_mark (buffer, &end, gtk_text_buffer_get_insert (buffer));
  gtk_text_iter_backward_char (&end);
  start = end;
  gtk_text_iter_backward_chars (&start, (int) g_utf8_strlen (text, -1) - 3);
  gtk_text_buffer_select_range (buffer, &end, &start);
}

static void
act_insert (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  DaybookPhraseForm *self = DAYBOOK_PHRASE_FORM (widget);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  const char *text = g_variant_get_string (parameter, NULL);

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_at_cursor (buffer, text, -1);
  gtk_text_buffer_end_user_action (buffer);
  select_label (buffer, text);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static void
act_open_menu (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  gtk_menu_button_popup (DAYBOOK_PHRASE_FORM (widget)->insert_button);
}

static void
append (GMenu      *menu,
        const char *label,
        const char *text)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, "form.insert", g_variant_new_string (text));
  g_menu_append_item (menu, item);
}

static void
offer_insertions (DaybookPhraseForm *self)
{
  g_autoptr(GMenu) menu = g_menu_new (), asked = g_menu_new (), known = g_menu_new ();
  /* Translators: what a blank is called at first, to be written over. */
  g_autofree char *blank = g_strdup_printf ("{?%s}", C_("phrase", "colour"));

  append (asked, _("A Blank to Fill In"), blank);
  append (asked, _("Another Way to Say It"), "\n---\n");
  for (guint i = 0; i < DAYBOOK_N_PLACEHOLDERS; i++)
    {
      g_autofree char *text = g_strdup_printf ("{%s}", daybook_placeholder_name ((DaybookPlaceholder) i));
      g_autoptr(GString) label = g_string_new (NULL);

      g_string_printf (label, "%s %s", daybook_placeholder_label ((DaybookPlaceholder) i), text);
      /* An underline in a menu marks a key. */
      g_string_replace (label, "_", "__", 0);
      append (known, label->str, text);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (asked));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (known));
  gtk_menu_button_set_menu_model (self->insert_button, G_MENU_MODEL (menu));
}

/* --- Filling the form -------------------------------------------------------------------------------- */

static void
show_entry (DaybookPhraseForm *self,
            guint              field,
            AdwEntryRow       *row)
{
  gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  gtk_editable_set_text (GTK_EDITABLE (row), daybook_row_text (self->after, field));
}

/* Nothing of what was there before can be taken back into it. */
static void
show_view (GtkTextView *view,
           const char  *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start;

  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_end_irreversible_action (buffer);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
}

static void
show_whose (DaybookPhraseForm *self)
{
  const DaybookId *agent = daybook_row_ref_id (self->after, DAYBOOK_PHRASE_AGENT);
  gboolean is_mine = agent != NULL && daybook_id_equal (agent, daybook_store_get_agent (daybook_desk_get_store (self->desk)));
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  self->other = agent != NULL && !is_mine ? *agent : (DaybookId) { { 0 } };
  gtk_string_list_append (names, C_("phrases", "The Shop’s"));
  gtk_string_list_append (names, C_("phrases", "Mine"));
  if (agent != NULL && !is_mine)
    {
      g_autofree char *name = daybook_desk_name (self->desk, "agent", agent);

      gtk_string_list_append (names, name);
    }
  adw_combo_row_set_model (self->whose, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->whose, agent == NULL ? WHOSE_SHOP : is_mine ? WHOSE_MINE : WHOSE_OTHER);
}

static void
show_channels (DaybookPhraseForm *self)
{
  const char *words = daybook_row_text (self->after, DAYBOOK_PHRASE_CHANNELS);

  for (guint i = 0; i < self->channels->len; i++)
    gtk_check_button_set_active (g_ptr_array_index (self->channels, i), daybook_place_list_has (words, daybook_channel_words[i + 1].word));
  adw_expander_row_set_subtitle (self->channels_row, *words != '\0' ? "" : _("Any"));
}

static void
show_form (DaybookPhraseForm *self)
{
  const DaybookRow *row = self->after;

  self->filling = TRUE;
  show_entry (self, DAYBOOK_PHRASE_TITLE, self->title);
  adw_combo_row_set_selected (self->purpose, (guint) daybook_row_int (row, DAYBOOK_PHRASE_PURPOSE));
  show_view (self->text, daybook_row_text (row, DAYBOOK_PHRASE_TEXT));
  show_whose (self);
  adw_combo_row_set_selected (self->language, (guint) daybook_row_int (row, DAYBOOK_PHRASE_LANGUAGE));
  adw_combo_row_set_selected (self->daypart, (guint) daybook_row_int (row, DAYBOOK_PHRASE_DAYPART));
  show_channels (self);
  show_entry (self, DAYBOOK_PHRASE_REGISTERS, self->registers);
  show_entry (self, DAYBOOK_PHRASE_PROMISE, self->promise);
  show_entry (self, DAYBOOK_PHRASE_SNOOZE, self->snooze);
  show_entry (self, DAYBOOK_PHRASE_STAGE, self->stage);
  show_view (self->paths, daybook_row_text (row, DAYBOOK_PHRASE_PATHS));
  show_entry (self, DAYBOOK_PHRASE_KEY, self->key);
  gtk_switch_set_active (self->retired, daybook_row_int (row, DAYBOOK_PHRASE_RETIRED) != 0);
  self->filling = FALSE;
}

/* --- The widget ------------------------------------------------------------------------------------------ */

static void
add_channels (DaybookPhraseForm *self)
{
  for (const DaybookWord *word = &daybook_channel_words[DAYBOOK_CHANNEL_UNKNOWN + 1]; word->word != NULL; word++)
    {
      GtkWidget *row = adw_action_row_new (), *check = gtk_check_button_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), daybook_words_label (word));
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, daybook_words_label (word), -1);
      gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
      adw_expander_row_add_row (self->channels_row, row);
      g_ptr_array_add (self->channels, check);
      g_signal_connect_object (check, "toggled", G_CALLBACK (on_edited), self, G_CONNECT_SWAPPED);
    }
}

static void
daybook_phrase_form_dispose (GObject *object)
{
  DaybookPhraseForm *self = DAYBOOK_PHRASE_FORM (object);

  g_clear_handle_id (&self->pause, g_source_remove);
  g_clear_pointer (&self->before, daybook_row_unref);
  g_clear_pointer (&self->after, daybook_row_unref);
  g_clear_pointer (&self->channels, g_ptr_array_unref);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (daybook_phrase_form_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, DaybookPhraseForm, scroller);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhraseForm, title);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhraseForm, purpose);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhraseForm, insert_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhraseForm, text_scroller);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhraseForm, text);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhraseForm, faults);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhraseForm, guard);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhraseForm, preview);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhraseForm, whose);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhraseForm, language);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhraseForm, daypart);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhraseForm, channels_row);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhraseForm, registers);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhraseForm, promise);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhraseForm, snooze);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhraseForm, stage);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhraseForm, paths_scroller);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhraseForm, paths);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhraseForm, key);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhraseForm, retired);
  gtk_widget_class_bind_template_child (widget_class, DaybookPhraseForm, problem);
}

static void
daybook_phrase_form_class_init (DaybookPhraseFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_phrase_form_dispose;
  signals[SAVE] = g_signal_new ("save", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DISCARD] = g_signal_new ("discard", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (DAYBOOK_TYPE_GUARD_BOX);
  gtk_widget_class_install_action (widget_class, "form.save", NULL, act_save);
  gtk_widget_class_install_action (widget_class, "form.insert", "s", act_insert);
  gtk_widget_class_install_action (widget_class, "form.menu", NULL, act_open_menu);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "form.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_i, GDK_ALT_MASK, "form.menu", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/phrases/phrase-form.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_titled);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, on_discard);
}

static void
daybook_phrase_form_init (DaybookPhraseForm *self)
{
  self->channels = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  daybook_wheel_at_need (self->text_scroller);
  daybook_wheel_at_need (self->paths_scroller);
  daybook_field_choice_fill (self->purpose, &daybook_phrases, DAYBOOK_PHRASE_PURPOSE);
  daybook_field_choice_fill (self->language, &daybook_phrases, DAYBOOK_PHRASE_LANGUAGE);
  daybook_field_choice_fill (self->daypart, &daybook_phrases, DAYBOOK_PHRASE_DAYPART);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->whose), _("Whose"));
  add_channels (self);
  offer_insertions (self);
  g_signal_connect_object (gtk_text_view_get_buffer (self->text), "changed", G_CALLBACK (on_edited), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (self->paths), "changed", G_CALLBACK (on_edited), self, G_CONNECT_SWAPPED);
}

void
daybook_phrase_form_set_desk (DaybookPhraseForm *self,
                              DaybookDesk       *desk)
{
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  daybook_guard_box_watch (self->guard, self->text, desk);
}

void
daybook_phrase_form_begin (DaybookPhraseForm *self,
                           const DaybookRow  *before,
                           const DaybookRow  *draft)
{
  DaybookRow *known = before != NULL ? daybook_row_copy (before) : NULL, *stands = daybook_row_copy (draft);

  g_clear_pointer (&self->before, daybook_row_unref);
  g_clear_pointer (&self->after, daybook_row_unref);
  self->before = known;
  self->after = stands;
  show_form (self);
  say_problem (self, NULL);
  g_clear_handle_id (&self->pause, g_source_remove);
  show_preview (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

const DaybookRow *
daybook_phrase_form_get_before (DaybookPhraseForm *self)
{
  return self->before;
}

const DaybookRow *
daybook_phrase_form_get_row (DaybookPhraseForm *self)
{
  return self->after;
}

void
daybook_phrase_form_refuse (DaybookPhraseForm *self,
                            guint              field,
                            const GError      *error)
{
  say_problem (self, error->message);
  gtk_widget_grab_focus (widget_of (self, field));
}

void
daybook_phrase_form_focus (DaybookPhraseForm *self)
{
  gboolean has_title = *daybook_row_text (self->after, DAYBOOK_PHRASE_TITLE) != '\0';

  gtk_widget_grab_focus (has_title ? GTK_WIDGET (self->text) : GTK_WIDGET (self->title));
}
