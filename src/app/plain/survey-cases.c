/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/plain/survey-cases.h"

#include "app/common/shell.h"
#include "core/case.h"

#include <glib/gi18n-lib.h>

struct _DaybookSurveyCases
{
  AdwBin       parent_instance;

  GtkBox      *column;

  DaybookDesk *desk;
  DaybookRow  *survey;
};

G_DEFINE_FINAL_TYPE (DaybookSurveyCases, daybook_survey_cases, ADW_TYPE_BIN)

static DaybookReader *
get_reader (DaybookSurveyCases *self)
{
  return daybook_store_get_reader (daybook_desk_get_store (self->desk));
}

/* The case that it became; NULL: none, or it is in the trash. (transfer full) */
static DaybookRow *
find_made (DaybookReader    *reader,
           DaybookSaidCase   what,
           const DaybookRow *survey)
{
  const DaybookId *id = daybook_row_ref_id (survey, DAYBOOK_SAID_FIELD (what));
  g_autoptr(DaybookRow) row = id != NULL ? daybook_reader_find (reader, &daybook_cases, id, NULL) : NULL;

  return row != NULL && daybook_row_int (row, DAYBOOK_CASE_DELETED) == 0 ? g_steal_pointer (&row) : NULL;
}

/* --- Acts ---------------------------------------------------------------------------------------- */

static void
on_make_clicked (DaybookSurveyCases *self,
                 GtkWidget          *button)
{
  guint what = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "what"));

  daybook_survey_cases_make (GTK_WIDGET (self), daybook_desk_get_store (self->desk), (DaybookSaidCase) what, self->survey);
}

static void
on_made_clicked (DaybookSurveyCases *self,
                 GtkWidget          *button)
{
  const DaybookRow *row = g_object_get_data (G_OBJECT (button), "row");

  daybook_shell_show_row (daybook_shell_of (GTK_WIDGET (self)), &daybook_cases, &row->id);
}

/* --- What is seen ---------------------------------------------------------------------------------- */

static GtkWidget *
add_button (DaybookSurveyCases *self,
            const char         *label,
            GCallback           clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  gtk_box_append (self->column, button);
  return button;
}

static void
add_made (DaybookSurveyCases *self,
          DaybookSaidCase     what,
          DaybookRow         *row)
{
  /* Translators: what came of a survey, and the number of that case: “Complaint made of it: C-A0012” */
  g_autofree char *label = g_strdup_printf (_("%1$s: %2$s"), _(daybook_surveys.fields[DAYBOOK_SAID_FIELD (what)].label),
                                            daybook_row_text (row, DAYBOOK_CASE_NUMBER));
  GtkWidget *button = add_button (self, label, G_CALLBACK (on_made_clicked));

  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "row", daybook_row_ref (row), (GDestroyNotify) daybook_row_unref);
}

static void
add_offer (DaybookSurveyCases *self,
           DaybookSaidCase     what)
{
  GtkWidget *button = add_button (self, what == DAYBOOK_SAID_COMPLAINT ? _("Open a Complaint") : _("Keep as a Suggestion"), G_CALLBACK (on_make_clicked));

  gtk_widget_set_tooltip_text (button, what == DAYBOOK_SAID_COMPLAINT ? _("A Complaint With the Customer, the Order and What Was Said (C)")
                                                                      : _("A Case of the Suggestions With the Opinion"));
  g_object_set_data (G_OBJECT (button), "what", GUINT_TO_POINTER (what));
}

static void
daybook_survey_cases_dispose (GObject *object)
{
  DaybookSurveyCases *self = DAYBOOK_SURVEY_CASES (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->survey, daybook_row_unref);

  G_OBJECT_CLASS (daybook_survey_cases_parent_class)->dispose (object);
}

static void
daybook_survey_cases_class_init (DaybookSurveyCasesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_survey_cases_dispose;
}

static void
daybook_survey_cases_init (DaybookSurveyCases *self)
{
  self->column = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->column));
}

GtkWidget *
daybook_survey_cases_new (DaybookDesk *desk)
{
  DaybookSurveyCases *self = g_object_new (DAYBOOK_TYPE_SURVEY_CASES, NULL);

  self->desk = g_object_ref (desk);
  return GTK_WIDGET (self);
}

void
daybook_survey_cases_show (DaybookSurveyCases *self,
                           const DaybookRow   *survey)
{
  DaybookSurveySaid said;
  GtkWidget *child;

  g_clear_pointer (&self->survey, daybook_row_unref);
  self->survey = daybook_row_ref ((DaybookRow *) survey);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->column))) != NULL)
    gtk_box_remove (self->column, child);

  daybook_survey_read (survey, &said);
  for (guint what = 0; what < DAYBOOK_SAID_N; what++)
    {
      g_autoptr(DaybookRow) made = find_made (get_reader (self), (DaybookSaidCase) what, survey);

      if (made != NULL)
        add_made (self, (DaybookSaidCase) what, made);
      else if (daybook_said_case_fits (get_reader (self), (DaybookSaidCase) what, &said))
        add_offer (self, (DaybookSaidCase) what);
    }
}

int
daybook_survey_cases_offer (DaybookReader    *reader,
                            const DaybookRow *survey)
{
  DaybookSurveySaid said;

  daybook_survey_read (survey, &said);
  for (int what = 0; what < DAYBOOK_SAID_N; what++)
    {
      g_autoptr(DaybookRow) made = find_made (reader, (DaybookSaidCase) what, survey);

      if (made == NULL && daybook_said_case_fits (reader, (DaybookSaidCase) what, &said))
        return what;
    }
  return -1;
}

void
daybook_survey_cases_make (GtkWidget        *widget,
                           DaybookStore     *store,
                           DaybookSaidCase   what,
                           const DaybookRow *survey)
{
  DaybookShell *shell = daybook_shell_of (widget);
  g_autoptr(GError) error = NULL;
  DaybookId id;
  g_autoptr(DaybookEdit) edit = daybook_said_case_act (store, what, survey, &id, &error);

  if (edit != NULL)
    daybook_shell_commit (shell, edit, NULL);
  else
    daybook_shell_say_error (shell, error);
}
