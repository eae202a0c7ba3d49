/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/activities/activity-dialog.h"

#include "app/activities/activity-whom.h"
#include "app/common/field-choice.h"
#include "app/common/row-picker.h"
#include "app/common/shell.h"
#include "app/common/wait-box.h"
#include "core/customer-value.h"
#include "core/phrase.h"
#include "store/activities.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define QUESTION "question"
/* Typing is over once nothing was typed for so long. */
#define PAUSE_MS 300

/* Kept by the dialog, and by the count at hand. */
typedef struct
{
  gatomicrefcount        refs;
  DaybookDesk           *desk;    /* a reference */
  DaybookLane           *lane;
  GCancellable          *cancellable; /* of the count at hand, or NULL */
  GPtrArray             *choices; /* DaybookWhom */
  DaybookActivityPeople *people;  /* whom it comes to so far, or NULL */
  char                  *where;   /* EXPR of these */
  DaybookId              phrase;  /* null: none */
  AdwMessageDialog      *dialog;  /* borrowed; NULL once it is gone */
  GtkEditable           *title;   /* borrowed, as the following */
  AdwComboRow           *segment;
  GtkEditable           *words;   /* the tag, or the filter */
  AdwComboRow           *channel;
  GtkLabel              *says;
  DaybookWaitBox        *wait;
  guint                  pause;   /* source id, or 0 */
} Question;

static Question *
question_ref (Question *question)
{
  g_atomic_ref_count_inc (&question->refs);
  return question;
}

static void
question_unref (Question *question)
{
  if (!g_atomic_ref_count_dec (&question->refs))
    return;

  g_clear_pointer (&question->people, daybook_activity_people_free);
  g_clear_pointer (&question->choices, g_ptr_array_unref);
  g_clear_object (&question->cancellable);
  g_free (question->where);
  g_object_unref (question->desk);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_unref)

static DaybookStore *
get_store (Question *question)
{
  return daybook_desk_get_store (question->desk);
}

static const DaybookWhom *
get_whom (Question *question)
{
  return g_ptr_array_index (question->choices, adw_combo_row_get_selected (question->segment));
}

/* --- Counting them -------------------------------------------------------------------------- */

static void
say (Question   *question,
     const char *text,
     gboolean    wrong)
{
  gtk_label_set_text (question->says, text);
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (question->says), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (question->says), "error");
}

static void
show_answer (Question *question)
{
  gboolean titled = question->dialog != NULL && gtk_editable_get_text (question->title)[0] != '\0';

  if (question->dialog == NULL)
    return;

  adw_message_dialog_set_response_enabled (question->dialog, "make", titled && question->people != NULL && question->people->ids->len > 0);
}

/* "3 customers; 1 left out, who wants no messages. 2 have not agreed that others are given their data." */
static void
say_people (Question *question)
{
  const DaybookActivityPeople *people = question->people;
  guint n = people->ids->len, n_quiet = people->n_quiet, n_no_consent = people->n_no_consent;
  g_autofree char *all = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u customer", "%u customers", n), n);
  g_autofree char *left_out = n_quiet == 0 ? g_strdup (all)
    : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s; %2$u left out, who wants no messages", "%1$s; %2$u left out, who want no messages", n_quiet),
                       all, n_quiet);
  g_autofree char *no_consent = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u has given no consent", "%u have given no consent", n_no_consent),
                                                 n_no_consent);
  g_autofree char *text = n_no_consent > 0 ? g_strjoin ("\n", left_out, no_consent, NULL) : g_strdup (left_out);

  say (question, text, FALSE);
}

static void
on_counted (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(Question) question = data;
  g_autoptr(GError) error = NULL;
  DaybookActivityPeople *people = daybook_whom_ask_finish (result, &error);

  /* What others were asked for by then is not made a list of. */
  if (question->dialog == NULL || g_task_get_cancellable (G_TASK (result)) != question->cancellable
      || g_error_matches (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_clear_pointer (&people, daybook_activity_people_free);
      return;
    }

  daybook_wait_box_end (question->wait);
  question->people = people;
  if (people != NULL)
    say_people (question);
  else
    say (question, error->message, TRUE);
  show_answer (question);
}

static void
stop_counting (Question *question)
{
  g_cancellable_cancel (question->cancellable);
  g_clear_object (&question->cancellable);
  g_clear_pointer (&question->people, daybook_activity_people_free);
  g_clear_pointer (&question->where, g_free);
  show_answer (question);
}

static void
count_up (Question *question)
{
  g_autoptr(GError) error = NULL;
  DaybookWhomQuestion *whom = daybook_whom_question_new (get_store (question), get_whom (question), gtk_editable_get_text (question->words), &error);

  stop_counting (question);
  if (whom == NULL)
    {
      daybook_wait_box_end (question->wait);
      say (question, error->message, error->code != DAYBOOK_ERROR_CONSTRAINT);
      return;
    }

  say (question, _("Counting…"), FALSE);
  question->where = g_strdup (daybook_whom_question_get_where (whom));
  question->cancellable = g_cancellable_new ();
  daybook_wait_box_begin (question->wait, question->cancellable);
  daybook_whom_ask_async (question->lane, whom, daybook_wait_box_ear (question->wait), question->cancellable, on_counted, question_ref (question));
}

/* Whoever wants them after all asks again, or for others. */
static void
on_stopped (Question *question)
{
  stop_counting (question);
  say (question, _("Stopped. Choose for whom once more."), FALSE);
}

static gboolean
on_pause_over (gpointer data)
{
  Question *question = data;

  question->pause = 0;
  if (question->dialog != NULL)
    count_up (question);
  return G_SOURCE_REMOVE;
}

static void
on_words_typed (Question *question)
{
  stop_counting (question);
  say (question, _("Counting…"), FALSE);
  g_clear_handle_id (&question->pause, g_source_remove);
  question->pause = g_timeout_add (PAUSE_MS, on_pause_over, question);
}

static void
on_segment_chosen (Question *question)
{
  if (question->dialog == NULL)
    return;

  gtk_widget_set_visible (GTK_WIDGET (question->words), daybook_whom_is_typed (get_whom (question)));
  count_up (question);
}

static void
on_phrase_picked (Question        *question,
                  const DaybookId *phrase)
{
  question->phrase = phrase != NULL ? *phrase : (DaybookId) { { 0 } };
}

/* --- The answer -------------------------------------------------------------------------------- */

static void
make_list (Question *question)
{
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (question->title)));
  DaybookShell *shell = daybook_shell_of (GTK_WIDGET (question->dialog));
  const DaybookActivityPlan plan = {
    .title = title, .where = question->where, .phrase = daybook_id_is_null (&question->phrase) ? NULL : &question->phrase,
    .channel = (DaybookChannel) adw_combo_row_get_selected (question->channel),
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookEdit) edit = NULL;
  DaybookId id;

  edit = daybook_activity_act_new (get_store (question), &plan, question->people, &id, &error);
  if (edit != NULL)
    daybook_shell_commit (shell, edit, NULL);
  else
    daybook_shell_say_error (shell, error);
}

static void
on_response (Question   *question,
             const char *response)
{
  if (g_str_equal (response, "make") && question->people != NULL)
    make_list (question);
}

/* What is being counted is wanted no longer. */
static void
on_destroyed (Question *question)
{
  g_clear_handle_id (&question->pause, g_source_remove);
  g_cancellable_cancel (question->cancellable);
  question->dialog = NULL;
  g_clear_pointer (&question->lane, daybook_lane_free);
}

/* --- What is asked ------------------------------------------------------------------------------- */

static gboolean
is_offered (const DaybookRow *phrase)
{
  return daybook_row_int (phrase, DAYBOOK_PHRASE_RETIRED) == 0;
}

static const DaybookRowPicking PHRASE_PICKING = {
  &daybook_phrases, N_("What they are told: words of a phrase"), N_("Phrase"), N_("They are not told this"), DAYBOOK_PHRASE_PURPOSE, is_offered,
};

static GtkListBox *
add_list (GtkBox *box)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_box_append (box, list);
  return GTK_LIST_BOX (list);
}

static GtkEditable *
add_entry (GtkListBox *list,
           const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_list_box_append (list, row);
  return GTK_EDITABLE (row);
}

/* `segment`: the one of customer value to begin with, by its key; NULL: the first choice. */
static void
fill_choices (Question   *question,
              const char *segment)
{
  g_autoptr(GtkStringList) model = gtk_string_list_new (NULL);
  guint first = 0;

  question->choices = daybook_whom_all (get_store (question));
  for (guint i = 0; i < question->choices->len; i++)
    {
      const DaybookWhom *whom = g_ptr_array_index (question->choices, i);

      gtk_string_list_append (model, whom->label);
      if (segment != NULL && whom->kind == DAYBOOK_WHOM_SEGMENT && g_str_equal (daybook_segments[whom->segment].key, segment))
        first = i;
    }
  adw_combo_row_set_model (question->segment, G_LIST_MODEL (model));
  adw_combo_row_set_selected (question->segment, first);
}

static void
add_count (Question *question,
           GtkBox   *box)
{
  question->says = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (question->says, 0);
  gtk_label_set_wrap (question->says, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (question->says), "dim-label");
  gtk_box_append (box, GTK_WIDGET (question->says));
  question->wait = DAYBOOK_WAIT_BOX (daybook_wait_box_new (_("Looking through the orders…")));
  g_signal_connect_swapped (question->wait, "stopped", G_CALLBACK (on_stopped), question);
  gtk_box_append (box, GTK_WIDGET (question->wait));
}

static GtkWidget *
make_content (Question   *question,
              const char *segment)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkBox *box = GTK_BOX (content);
  GtkListBox *list = add_list (box);
  GtkWidget *picker = g_object_new (DAYBOOK_TYPE_ROW_PICKER, NULL);

  question->title = add_entry (list, _("What it is about"));
  question->segment = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (question->segment), _("For whom"));
  gtk_list_box_append (list, GTK_WIDGET (question->segment));
  question->words = add_entry (list, _("Tag or filter"));
  gtk_widget_set_visible (GTK_WIDGET (question->words), FALSE);
  question->channel = ADW_COMBO_ROW (adw_combo_row_new ());
  daybook_field_choice_fill (question->channel, &daybook_activities, DAYBOOK_ACTIVITY_CHANNEL);
  gtk_list_box_append (list, GTK_WIDGET (question->channel));

  daybook_row_picker_set_up (DAYBOOK_ROW_PICKER (picker), question->desk, &PHRASE_PICKING);
  g_signal_connect_swapped (picker, "picked", G_CALLBACK (on_phrase_picked), question);
  gtk_box_append (box, picker);

  add_count (question, box);
  fill_choices (question, segment);
  return content;
}

void
daybook_activity_dialog_present (GtkWidget   *widget,
                                 DaybookDesk *desk,
                                 const char  *segment)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (widget));
  Question *question = g_new0 (Question, 1);

  g_atomic_ref_count_init (&question->refs);
  question->desk = g_object_ref (desk);
  question->lane = daybook_lane_new (get_store (question));
  question->dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, _("New Activity List"), NULL));
  adw_message_dialog_set_extra_child (question->dialog, make_content (question, segment));
  adw_message_dialog_add_responses (question->dialog, "cancel", _("_Cancel"), "make", _("_Make the List"), NULL);
  adw_message_dialog_set_response_appearance (question->dialog, "make", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (question->dialog, "make");
  adw_message_dialog_set_close_response (question->dialog, "cancel");
  g_signal_connect_swapped (question->title, "changed", G_CALLBACK (show_answer), question);
  g_signal_connect_swapped (question->words, "changed", G_CALLBACK (on_words_typed), question);
  g_signal_connect_swapped (question->segment, "notify::selected", G_CALLBACK (on_segment_chosen), question);
  g_signal_connect_swapped (question->dialog, "response", G_CALLBACK (on_response), question);
  g_signal_connect_swapped (question->dialog, "destroy", G_CALLBACK (on_destroyed), question);
  g_object_set_data_full (G_OBJECT (question->dialog), QUESTION, question, (GDestroyNotify) question_unref);
  count_up (question);
  gtk_window_present (GTK_WINDOW (question->dialog));
  gtk_widget_grab_focus (GTK_WIDGET (question->title));
}
