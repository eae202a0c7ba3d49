/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/activities/activity-dialog.h"

#include "app/common/field-choice.h"
#include "app/common/lane.h"
#include "app/common/row-picker.h"
#include "app/common/shell.h"
#include "core/customer.h"
#include "core/phrase.h"
#include "core/shop.h"
#include "store/activities.h"
#include "store/grades.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define QUESTION "question"
/* Typing is over once nothing was typed for so long. */
#define PAUSE_MS 300

/* For whom; behind these stand the shop's views of customers. */
typedef enum
{
  SEGMENT_VIPS,
  SEGMENT_GRADE_1,
  SEGMENT_GRADE_2,
  SEGMENT_GRADE_3,
  SEGMENT_TAG,
  SEGMENT_FILTER,
  N_SEGMENTS,
} Segment;

/* Kept by the dialog, and by the count at hand. */
typedef struct
{
  gatomicrefcount        refs;
  DaybookDesk           *desk;    /* a reference */
  DaybookLane           *lane;
  GCancellable          *cancellable; /* of the count at hand, or NULL */
  GPtrArray             *views;   /* DaybookRow: of customers */
  DaybookActivityPeople *people;  /* whom it comes to so far, or NULL */
  char                  *where;   /* EXPR of these */
  DaybookId              phrase;  /* null: none */
  AdwMessageDialog      *dialog;  /* borrowed; NULL once it is gone */
  GtkEditable           *title;   /* borrowed, as the following */
  AdwComboRow           *segment;
  GtkEditable           *words;   /* the tag, or the filter */
  AdwComboRow           *channel;
  GtkLabel              *says;
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
  g_clear_pointer (&question->views, g_ptr_array_unref);
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

/* --- Whom ------------------------------------------------------------------------------ */

static void
add_condition (DaybookQuery *query,
               guint         field,
               DaybookOp     op,
               const char   *word)
{
  daybook_query_add (query, field, op, (const char *const[]) { word, NULL });
}

/* Errors: FORMAT: the filter cannot be read; CONSTRAINT: nothing was typed yet. */
static gboolean
read_words (Question      *question,
            Segment        segment,
            DaybookQuery  *query,
            GError       **error)
{
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (question->words)));

  if (*words == '\0')
    {
      g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT,
                           segment == SEGMENT_TAG ? _("Which tag have these customers?") : _("Say which customers: “tags ~ tea and friend = true”."));
      return FALSE;
    }
  if (segment == SEGMENT_FILTER)
    return daybook_query_parse_where (query, words, error);

  add_condition (query, DAYBOOK_CUSTOMER_TAGS, DAYBOOK_OP_CONTAINS, words);
  return TRUE;
}

static DaybookQuery *
read_segment (Question  *question,
              GError   **error)
{
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_customers);
  guint segment = adw_combo_row_get_selected (question->segment);

  if (segment == SEGMENT_VIPS)
    add_condition (query, DAYBOOK_CUSTOMER_GRADE, DAYBOOK_OP_NE, daybook_grade_words[DAYBOOK_GRADE_NONE].word);
  else if (segment < SEGMENT_TAG)
    add_condition (query, DAYBOOK_CUSTOMER_GRADE, DAYBOOK_OP_EQ, daybook_grade_words[segment].word);
  else if (segment < N_SEGMENTS)
    return read_words (question, (Segment) segment, query, error) ? g_steal_pointer (&query) : NULL;
  else if (!daybook_query_parse_where (query, daybook_row_text (g_ptr_array_index (question->views, segment - N_SEGMENTS), DAYBOOK_VIEW_WHERE), error))
    return NULL;

  return g_steal_pointer (&query);
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

static void
say_people (Question *question)
{
  guint n = question->people->ids->len, n_quiet = question->people->n_quiet;
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u customer", "%u customers", n), n);
  g_autofree char *left_out = n_quiet == 0 ? NULL
    : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s; %2$u left out, who wants no messages", "%1$s; %2$u left out, who want no messages", n_quiet),
                       text, n_quiet);

  say (question, left_out != NULL ? left_out : text, FALSE);
}

static gpointer
count_in_db (DaybookReader  *reader,
             gpointer        data,
             GCancellable   *cancellable,
             GError        **error)
{
  return daybook_reader_activity_people (reader, data, error);
}

static void
on_counted (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(Question) question = data;
  g_autoptr(GError) error = NULL;
  DaybookActivityPeople *people = daybook_lane_run_finish (result, &error);

  if (question->dialog == NULL || g_error_matches (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED))
    {
      g_clear_pointer (&people, daybook_activity_people_free);
      return;
    }

  question->people = people;
  if (people != NULL)
    say_people (question);
  else
    say (question, error->message, TRUE);
  show_answer (question);
}

static void
count_up (Question *question)
{
  g_autoptr(GError) error = NULL;
  DaybookQuery *query = question->dialog != NULL ? read_segment (question, &error) : NULL;

  if (question->dialog == NULL)
    return;

  g_cancellable_cancel (question->cancellable);
  g_clear_object (&question->cancellable);
  g_clear_pointer (&question->people, daybook_activity_people_free);
  g_clear_pointer (&question->where, g_free);
  show_answer (question);
  if (query == NULL)
    {
      say (question, error->message, error->code != DAYBOOK_ERROR_CONSTRAINT);
      return;
    }

  question->where = daybook_query_print_where (query);
  question->cancellable = g_cancellable_new ();
  daybook_lane_run_async (question->lane, count_in_db, query, (GDestroyNotify) daybook_query_free, (GDestroyNotify) daybook_activity_people_free,
                          question->cancellable, on_counted, question_ref (question));
}

static gboolean
on_pause_over (gpointer data)
{
  Question *question = data;

  question->pause = 0;
  count_up (question);
  return G_SOURCE_REMOVE;
}

static void
on_words_typed (Question *question)
{
  g_clear_handle_id (&question->pause, g_source_remove);
  question->pause = g_timeout_add (PAUSE_MS, on_pause_over, question);
}

static void
on_segment_chosen (Question *question)
{
  guint segment = question->dialog != NULL ? adw_combo_row_get_selected (question->segment) : 0;

  if (question->dialog == NULL)
    return;

  gtk_widget_set_visible (GTK_WIDGET (question->words), segment == SEGMENT_TAG || segment == SEGMENT_FILTER);
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

/* Of customers; those of other lists are left out. */
static GPtrArray *
read_views (DaybookStore *store)
{
  GPtrArray *views = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);
  g_autoptr(GPtrArray) all = daybook_reader_all (daybook_store_get_reader (store), &daybook_views, NULL);

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (g_str_equal (daybook_row_text (g_ptr_array_index (all, i), DAYBOOK_VIEW_KIND), daybook_customers.plural))
      g_ptr_array_add (views, daybook_row_ref (g_ptr_array_index (all, i)));
  return views;
}

static void
fill_segments (Question *question)
{
  g_autoptr(GtkStringList) model = gtk_string_list_new (NULL);
  g_auto(DaybookGradeRules) rules = { 0 };

  question->views = read_views (get_store (question));
  gtk_string_list_append (model, _("All VIPs"));
  if (daybook_reader_grades (daybook_store_get_reader (get_store (question)), &rules, NULL))
    for (guint i = DAYBOOK_GRADE_1; i < DAYBOOK_N_GRADES; i++)
      gtk_string_list_append (model, daybook_grade_name (&rules, (DaybookGrade) i));
  gtk_string_list_append (model, _("Those with a tag"));
  gtk_string_list_append (model, _("By a filter"));
  for (guint i = 0; i < question->views->len; i++)
    gtk_string_list_append (model, daybook_row_text (g_ptr_array_index (question->views, i), DAYBOOK_VIEW_NAME));
  adw_combo_row_set_model (question->segment, G_LIST_MODEL (model));
}

static GtkWidget *
make_content (Question *question)
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

  question->says = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (question->says, 0);
  gtk_label_set_wrap (question->says, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (question->says), "dim-label");
  gtk_box_append (box, GTK_WIDGET (question->says));
  fill_segments (question);
  return content;
}

void
daybook_activity_dialog_present (GtkWidget   *widget,
                                 DaybookDesk *desk)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (widget));
  Question *question = g_new0 (Question, 1);

  g_atomic_ref_count_init (&question->refs);
  question->desk = g_object_ref (desk);
  question->lane = daybook_lane_new (get_store (question));
  question->dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, _("New Activity List"), NULL));
  adw_message_dialog_set_extra_child (question->dialog, make_content (question));
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
