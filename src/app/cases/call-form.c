/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cases/call-form.h"

#include "app/cases/case-bits.h"
#include "app/common/said-choice.h"
#include "app/common/survey-stars.h"
#include "app/compat/wrap-box.h"
#include "core/snooze.h"
#include "core/words.h"
#include "store/call-acts.h"
#include "store/rules.h"

#include <glib/gi18n-lib.h>

struct _DaybookCallForm
{
  AdwBin           parent_instance;

  /* Template widgets */
  GtkLabel        *heading;
  GtkDropDown     *outcome;
  GtkWidget       *sheet;
  GtkBox          *questions;
  GtkDropDown     *satisfied;
  GtkCheckButton  *reopens;
  GtkExpander     *survey;
  DaybookSurveyStars *stars;
  GtkEditable     *opinion;
  DaybookSaidChoice *choice;
  GtkWidget       *later;
  GtkWidget       *presets;
  GtkEditable     *again;
  GtkEditable     *text;
  GtkLabel        *problem;

  /* Owned */
  DaybookDesk     *desk;
  DaybookRegister *definition;
  DaybookRow      *row;   /* a case, an order or a customer; NULL: it is shut */
  DaybookRow      *task;  /* or NULL */
  DaybookRow      *plan;  /* or NULL */
  DaybookDueItem  *item;  /* or NULL */
  GPtrArray       *asked; /* char: the questions */
};

G_DEFINE_FINAL_TYPE (DaybookCallForm, daybook_call_form, ADW_TYPE_BIN)

enum
{
  EDITED,
  CANCELLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* In the order of the list. */
static const DaybookCallOutcome OUTCOMES[] = { DAYBOOK_CALL_REACHED, DAYBOOK_CALL_NOT_REACHED, DAYBOOK_CALL_GIVEN_UP };

static DaybookCallOutcome
chosen_outcome (DaybookCallForm *self)
{
  guint chosen = gtk_drop_down_get_selected (self->outcome);

  return chosen < G_N_ELEMENTS (OUTCOMES) ? OUTCOMES[chosen] : DAYBOOK_CALL_OPEN;
}

static void
say_problem (DaybookCallForm *self,
             const char      *text)
{
  gtk_label_set_label (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

/* What is settled for nobody goes on, where there is a way back (AS-14). */
static void
on_satisfied_chosen (DaybookCallForm *self)
{
  gboolean denied = gtk_drop_down_get_selected (self->satisfied) == DAYBOOK_ANSWER_NO;
  gboolean may = denied && self->row != NULL && daybook_call_reopens_to (daybook_store_get_reader (daybook_desk_get_store (self->desk)), self->row) >= 0;

  gtk_widget_set_visible (GTK_WIDGET (self->reopens), may);
  gtk_check_button_set_active (self->reopens, may);
}

/* Who was not reached has answered nothing. */
static void
on_outcome_chosen (DaybookCallForm *self)
{
  DaybookCallOutcome outcome = chosen_outcome (self);

  gtk_widget_set_visible (self->sheet, outcome == DAYBOOK_CALL_REACHED);
  gtk_widget_set_visible (self->later, outcome == DAYBOOK_CALL_NOT_REACHED);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->text), outcome == DAYBOOK_CALL_REACHED ? _("What else was said") : _("Why"));
  say_problem (self, NULL);
}

/* --- What was answered ---------------------------------------------------------------- */

static void
add_question (DaybookCallForm *self,
              const char      *question)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *label = daybook_bit_label (question);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (entry, "field-editor");
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, question, -1);
  g_object_set_data (G_OBJECT (box), "entry", entry);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (self->questions, box);
}

/* "Question? answer", a line each; those without an answer are left out. (transfer full) */
static char *
read_answers (DaybookCallForm *self)
{
  GString *answers = g_string_new (NULL);
  guint i = 0;

  for (GtkWidget *box = gtk_widget_get_first_child (GTK_WIDGET (self->questions)); box != NULL; box = gtk_widget_get_next_sibling (box), i++)
    {
      const char *answer = gtk_editable_get_text (GTK_EDITABLE (g_object_get_data (G_OBJECT (box), "entry")));

      if (*answer != '\0')
        g_string_append_printf (answers, "%s%s %s", answers->len > 0 ? "\n" : "", (const char *) g_ptr_array_index (self->asked, i), answer);
    }
  return g_string_free (answers, FALSE);
}

static gboolean
read_again (DaybookCallForm    *self,
            DaybookCallReport  *report,
            GError            **error)
{
  const char *word = gtk_editable_get_text (self->again);

  return report->outcome != DAYBOOK_CALL_NOT_REACHED || *word == '\0' || daybook_case_read_time (self->desk, word, &report->again_at, error);
}

/* Texts are the widgets'. */
static void
read_survey (DaybookCallForm   *self,
             DaybookSurveySaid *said)
{
  const char *opinion = gtk_editable_get_text (self->opinion);

  *said = (DaybookSurveySaid) { .opinion = *opinion != '\0' ? opinion : NULL, .channel = DAYBOOK_CHANNEL_PHONE };
  daybook_survey_stars_read (self->stars, said);
}

/* A low score, or an opinion, may become a case. */
static void
on_said (DaybookCallForm *self)
{
  DaybookSurveySaid said;

  if (self->row == NULL)
    return;

  read_survey (self, &said);
  daybook_said_choice_show (self->choice, daybook_store_get_reader (daybook_desk_get_store (self->desk)), &said);
}

/* What only somebody who was reached can have said. */
static void
read_reached (DaybookCallForm *self,
              DaybookCallMade *made,
              const char      *answers)
{
  made->report.answers = answers;
  made->report.satisfied = (DaybookAnswer) gtk_drop_down_get_selected (self->satisfied);
  made->reopens = gtk_widget_get_visible (GTK_WIDGET (self->reopens)) && gtk_check_button_get_active (self->reopens);
  read_survey (self, &made->survey);
  made->opinion = made->survey.opinion;
  daybook_said_choice_read (self->choice, made->becomes);
}

static void
on_done_clicked (DaybookCallForm *self)
{
  g_autofree char *answers = read_answers (self);
  DaybookCallMade made = { .of = self->row, .task = self->task, .item = self->item, .plan = self->plan,
                           .report = { .outcome = chosen_outcome (self), .text = gtk_editable_get_text (self->text) } };
  g_autoptr(DaybookEdit) edit = NULL;
  g_autoptr(GError) error = NULL;

  if (made.report.outcome == DAYBOOK_CALL_REACHED)
    read_reached (self, &made, answers);
  if (!read_again (self, &made.report, &error) || (edit = daybook_call_act (daybook_desk_get_store (self->desk), &made, &error)) == NULL)
    {
      say_problem (self, error->message);
      return;
    }

  g_signal_emit (self, signals[EDITED], 0, edit);
  daybook_call_form_end (self);
}

static void
on_cancel_clicked (DaybookCallForm *self)
{
  daybook_call_form_end (self);
  g_signal_emit (self, signals[CANCELLED], 0);
}

/* --- The form --------------------------------------------------------------------------- */

static void
daybook_call_form_dispose (GObject *object)
{
  DaybookCallForm *self = DAYBOOK_CALL_FORM (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->definition);
  g_clear_pointer (&self->row, daybook_row_unref);
  g_clear_pointer (&self->task, daybook_row_unref);
  g_clear_pointer (&self->plan, daybook_row_unref);
  g_clear_pointer (&self->item, daybook_due_item_free);
  g_clear_pointer (&self->asked, g_ptr_array_unref);

  G_OBJECT_CLASS (daybook_call_form_parent_class)->dispose (object);
}

static void
daybook_call_form_class_init (DaybookCallFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_call_form_dispose;
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[CANCELLED] = g_signal_new ("cancelled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (DAYBOOK_TYPE_SAID_CHOICE);
  g_type_ensure (DAYBOOK_TYPE_SURVEY_STARS);
  g_type_ensure (DAYBOOK_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/cases/call-form.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookCallForm, heading);
  gtk_widget_class_bind_template_child (widget_class, DaybookCallForm, outcome);
  gtk_widget_class_bind_template_child (widget_class, DaybookCallForm, sheet);
  gtk_widget_class_bind_template_child (widget_class, DaybookCallForm, questions);
  gtk_widget_class_bind_template_child (widget_class, DaybookCallForm, satisfied);
  gtk_widget_class_bind_template_child (widget_class, DaybookCallForm, reopens);
  gtk_widget_class_bind_template_child (widget_class, DaybookCallForm, survey);
  gtk_widget_class_bind_template_child (widget_class, DaybookCallForm, stars);
  gtk_widget_class_bind_template_child (widget_class, DaybookCallForm, opinion);
  gtk_widget_class_bind_template_child (widget_class, DaybookCallForm, choice);
  gtk_widget_class_bind_template_child (widget_class, DaybookCallForm, later);
  gtk_widget_class_bind_template_child (widget_class, DaybookCallForm, presets);
  gtk_widget_class_bind_template_child (widget_class, DaybookCallForm, again);
  gtk_widget_class_bind_template_child (widget_class, DaybookCallForm, text);
  gtk_widget_class_bind_template_child (widget_class, DaybookCallForm, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_outcome_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_satisfied_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_said);
  gtk_widget_class_bind_template_callback (widget_class, on_done_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked);
}

static GtkStringList *
list_words (const DaybookField *field,
            guint               first,
            guint               last)
{
  GtkStringList *words = gtk_string_list_new (NULL);

  for (guint i = first; i <= last; i++)
    gtk_string_list_append (words, daybook_words_enum (field, i));
  return words;
}

static void
daybook_call_form_init (DaybookCallForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  g_autoptr(GtkStringList) outcomes = list_words (&daybook_tasks.fields[DAYBOOK_TASK_OUTCOME], DAYBOOK_CALL_REACHED, DAYBOOK_CALL_GIVEN_UP);
  g_autoptr(GtkStringList) answers = list_words (&daybook_cases.fields[DAYBOOK_CASE_SATISFIED], DAYBOOK_ANSWER_UNKNOWN, DAYBOOK_ANSWER_NO);

  gtk_drop_down_set_model (self->outcome, G_LIST_MODEL (outcomes));
  gtk_drop_down_set_model (self->satisfied, G_LIST_MODEL (answers));
  on_outcome_chosen (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* --- What is asked ------------------------------------------------------------------------- */

static void
add_asked (DaybookCallForm *self,
           const char      *question)
{
  if (*question == '\0' || g_ptr_array_find_with_equal_func (self->asked, question, g_str_equal, NULL))
    return;

  g_ptr_array_add (self->asked, g_strdup (question));
  add_question (self, question);
}

/* Before anything is decided something else is asked than after the end. */
static void
ask_of_register (DaybookCallForm  *self,
                 DaybookRegister  *definition,
                 const DaybookRow *task)
{
  const DaybookCallFirst *first = daybook_register_get_call_first (definition);
  gboolean is_back = task == NULL || daybook_row_int (task, DAYBOOK_TASK_KIND) == DAYBOOK_TASK_CALL_BACK;
  const char *const *questions = is_back ? daybook_register_get_questions (definition)
                               : first != NULL ? (const char *const *) first->questions : NULL;

  for (const char *const *question = questions; question != NULL && *question != NULL; question++)
    add_asked (self, *question);
}

static void
ask_of_plan (DaybookCallForm  *self,
             const DaybookRow *plan)
{
  g_auto(GStrv) questions = g_strsplit (daybook_row_text (plan, DAYBOOK_CALL_PLAN_QUESTIONS), "\n", -1);

  for (char **question = questions; *question != NULL; question++)
    add_asked (self, g_strstrip (*question));
}

/* --- When it is tried again ----------------------------------------------------------------- */

static void
on_preset_clicked (DaybookCallForm *self,
                   GtkWidget       *button)
{
  gtk_editable_set_text (self->again, g_object_get_data (G_OBJECT (button), "time"));
}

static void
fill_presets (DaybookCallForm *self)
{
  static const DaybookSnoozeChoice CHOICES[] = { DAYBOOK_SNOOZE_HOUR, DAYBOOK_SNOOZE_TOMORROW, DAYBOOK_SNOOZE_THREE_DAYS };
  DaybookStore *store = daybook_desk_get_store (self->desk);
  g_auto(DaybookDueTerms) terms = { 0 };

  daybook_bit_empty (self->presets);
  if (!daybook_reader_due_terms (daybook_store_get_reader (store), &terms, NULL))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (CHOICES); i++)
    {
      gint64 until = daybook_snooze_until (CHOICES[i], &terms, NULL, daybook_store_get_now (store));
      GtkWidget *button = gtk_button_new_with_label (daybook_snooze_label (CHOICES[i]));

      gtk_widget_add_css_class (button, "stage-move");
      g_object_set_data_full (G_OBJECT (button), "time", daybook_case_write_time (self->desk, until), g_free);
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_preset_clicked), self, G_CONNECT_SWAPPED);
      gtk_widget_insert_before (button, self->presets, NULL);
    }
}

/* After so many tries nobody is called for ever. */
static void
suggest_outcome (DaybookCallForm *self)
{
  gint64 tries = self->task != NULL ? daybook_row_int (self->task, DAYBOOK_TASK_TRIES) : 0;
  g_autofree char *why = tries >= DAYBOOK_CALL_TRIES
    ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Not reached in %ld try", "Not reached in %ld tries", (gulong) tries), (long) tries) : NULL;

  gtk_drop_down_set_selected (self->outcome, why != NULL ? 2 : 0);
  gtk_editable_set_text (self->text, why != NULL ? why : "");
}

/* --- Opening and shutting -------------------------------------------------------------------- */

static void
take (DaybookCallForm        *self,
      const DaybookCallAbout *about)
{
  g_set_object (&self->definition, about->definition);
  self->row = daybook_row_ref ((DaybookRow *) about->of);
  self->task = about->task != NULL ? daybook_row_ref ((DaybookRow *) about->task) : NULL;
  self->plan = about->plan != NULL ? daybook_row_ref ((DaybookRow *) about->plan) : NULL;
  self->item = about->item != NULL ? g_memdup2 (about->item, sizeof *about->item) : NULL;
  self->asked = g_ptr_array_new_with_free_func (g_free);
}

static void
show_about (DaybookCallForm        *self,
            const DaybookCallAbout *about)
{
  gboolean is_case = about->definition != NULL;
  gboolean is_first = about->task != NULL && daybook_row_int (about->task, DAYBOOK_TASK_KIND) == DAYBOOK_TASK_CALL;

  gtk_label_set_label (self->heading, about->task != NULL ? daybook_row_text (about->task, DAYBOOK_TASK_TITLE)
                                    : about->plan != NULL ? daybook_row_text (about->plan, DAYBOOK_CALL_PLAN_NAME) : _("Call"));
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->satisfied)), is_case);
  gtk_widget_set_visible (GTK_WIDGET (self->survey), !is_first);
  gtk_widget_set_visible (GTK_WIDGET (self->opinion), !is_first);
  gtk_expander_set_expanded (self->survey, about->plan != NULL && daybook_row_int (about->plan, DAYBOOK_CALL_PLAN_SURVEY) != 0);
}

void
daybook_call_form_begin (DaybookCallForm        *self,
                         DaybookDesk            *desk,
                         const DaybookCallAbout *about)
{
  daybook_call_form_end (self);
  g_set_object (&self->desk, desk);
  take (self, about);
  show_about (self, about);
  if (about->definition != NULL)
    ask_of_register (self, about->definition, about->task);
  if (about->plan != NULL)
    ask_of_plan (self, about->plan);
  fill_presets (self);
  daybook_survey_stars_clear (self->stars);
  gtk_drop_down_set_selected (self->satisfied, DAYBOOK_ANSWER_UNKNOWN);
  gtk_editable_set_text (self->again, "");
  gtk_editable_set_text (self->opinion, "");
  suggest_outcome (self);
  on_outcome_chosen (self);
  on_satisfied_chosen (self);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static gboolean
has_answer (DaybookCallForm *self)
{
  g_autofree char *answers = read_answers (self);

  return *answers != '\0';
}

gboolean
daybook_call_form_is_begun (DaybookCallForm *self)
{
  DaybookSurveySaid said = { { 0 } };

  if (self->row == NULL)
    return FALSE;

  daybook_survey_stars_read (self->stars, &said);
  return has_answer (self) || gtk_widget_get_visible (GTK_WIDGET (self->problem)) || daybook_survey_is_said (&said) || *gtk_editable_get_text (self->text) != '\0'
         || *gtk_editable_get_text (self->opinion) != '\0' || *gtk_editable_get_text (self->again) != '\0';
}

gboolean
daybook_call_form_end (DaybookCallForm *self)
{
  gboolean was_open = self->row != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  daybook_bit_empty (GTK_WIDGET (self->questions));
  g_clear_pointer (&self->row, daybook_row_unref);
  g_clear_pointer (&self->task, daybook_row_unref);
  g_clear_pointer (&self->plan, daybook_row_unref);
  g_clear_pointer (&self->item, daybook_due_item_free);
  g_clear_pointer (&self->asked, g_ptr_array_unref);
  return was_open;
}
