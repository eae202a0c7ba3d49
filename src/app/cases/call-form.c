/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cases/call-form.h"

#include "app/cases/case-bits.h"
#include "core/case-call.h"
#include "core/words.h"

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
  GtkEditable     *again;
  GtkEditable     *text;
  GtkLabel        *problem;

  /* Owned */
  DaybookDesk     *desk;
  DaybookRegister *definition;
  DaybookRow      *row;  /* the case */
  DaybookRow      *task; /* NULL: it is shut */

  /* Borrowed of the definition */
  const char *const *asked; /* the questions */
};

G_DEFINE_FINAL_TYPE (DaybookCallForm, daybook_call_form, ADW_TYPE_BIN)

enum
{
  EDITED,
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

/* Who was not reached has answered nothing. */
static void
on_outcome_chosen (DaybookCallForm *self)
{
  DaybookCallOutcome outcome = chosen_outcome (self);

  gtk_widget_set_visible (self->sheet, outcome == DAYBOOK_CALL_REACHED);
  gtk_widget_set_visible (GTK_WIDGET (self->again), outcome == DAYBOOK_CALL_NOT_REACHED);
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
  const char *const *question = self->asked;
  GString *answers = g_string_new (NULL);

  for (GtkWidget *box = gtk_widget_get_first_child (GTK_WIDGET (self->questions)); box != NULL; box = gtk_widget_get_next_sibling (box), question++)
    {
      const char *answer = gtk_editable_get_text (GTK_EDITABLE (g_object_get_data (G_OBJECT (box), "entry")));

      if (*answer != '\0')
        g_string_append_printf (answers, "%s%s %s", answers->len > 0 ? "\n" : "", *question, answer);
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

static void
on_done_clicked (DaybookCallForm *self)
{
  DaybookStore *store = daybook_desk_get_store (self->desk);
  g_autofree char *answers = read_answers (self);
  DaybookCallReport report = { .outcome = chosen_outcome (self), .text = gtk_editable_get_text (self->text) };
  g_autoptr(DaybookEdit) edit = daybook_case_edit_new (self->desk, self->row, daybook_row_text (self->task, DAYBOOK_TASK_TITLE));
  g_autoptr(GError) error = NULL;

  if (report.outcome == DAYBOOK_CALL_REACHED)
    {
      report.answers = answers;
      report.satisfied = (DaybookAnswer) gtk_drop_down_get_selected (self->satisfied);
    }
  if (read_again (self, &report, &error)
      && daybook_case_call_report (edit, self->row, self->task, &report, daybook_store_get_agent (store), daybook_store_get_now (store), &error))
    {
      g_signal_emit (self, signals[EDITED], 0, edit);
      daybook_call_form_end (self);
    }
  else
    say_problem (self, error->message);
}

static void
on_cancel_clicked (DaybookCallForm *self)
{
  daybook_call_form_end (self);
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

  G_OBJECT_CLASS (daybook_call_form_parent_class)->dispose (object);
}

static void
daybook_call_form_class_init (DaybookCallFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_call_form_dispose;
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/cases/call-form.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookCallForm, heading);
  gtk_widget_class_bind_template_child (widget_class, DaybookCallForm, outcome);
  gtk_widget_class_bind_template_child (widget_class, DaybookCallForm, sheet);
  gtk_widget_class_bind_template_child (widget_class, DaybookCallForm, questions);
  gtk_widget_class_bind_template_child (widget_class, DaybookCallForm, satisfied);
  gtk_widget_class_bind_template_child (widget_class, DaybookCallForm, again);
  gtk_widget_class_bind_template_child (widget_class, DaybookCallForm, text);
  gtk_widget_class_bind_template_child (widget_class, DaybookCallForm, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_outcome_chosen);
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

/* Before anything is decided something else is asked than after the end. */
static const char *const *
questions_of (DaybookRegister  *definition,
              const DaybookRow *task)
{
  const DaybookCallFirst *first = daybook_register_get_call_first (definition);

  if (daybook_row_int (task, DAYBOOK_TASK_KIND) == DAYBOOK_TASK_CALL_BACK)
    return daybook_register_get_questions (definition);
  return first != NULL ? (const char *const *) first->questions : NULL;
}

void
daybook_call_form_begin (DaybookCallForm  *self,
                         DaybookDesk      *desk,
                         DaybookRegister  *definition,
                         const DaybookRow *row,
                         const DaybookRow *task)
{
  daybook_call_form_end (self);
  g_set_object (&self->desk, desk);
  g_set_object (&self->definition, definition);
  self->row = daybook_row_ref ((DaybookRow *) row);
  self->task = daybook_row_ref ((DaybookRow *) task);
  gtk_label_set_label (self->heading, daybook_row_text (task, DAYBOOK_TASK_TITLE));
  self->asked = questions_of (definition, task);
  for (const char *const *question = self->asked; question != NULL && *question != NULL; question++)
    add_question (self, *question);
  gtk_drop_down_set_selected (self->outcome, 0);
  gtk_drop_down_set_selected (self->satisfied, DAYBOOK_ANSWER_UNKNOWN);
  gtk_editable_set_text (self->again, "");
  gtk_editable_set_text (self->text, "");
  on_outcome_chosen (self);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->outcome));
}

gboolean
daybook_call_form_end (DaybookCallForm *self)
{
  gboolean was_open = self->task != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  daybook_bit_empty (GTK_WIDGET (self->questions));
  g_clear_pointer (&self->row, daybook_row_unref);
  g_clear_pointer (&self->task, daybook_row_unref);
  return was_open;
}
