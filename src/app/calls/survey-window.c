/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/calls/survey-window.h"

#include "app/common/agent-picker.h"
#include "app/common/row-picker.h"
#include "app/common/said-choice.h"
#include "app/common/shell.h"
#include "app/common/survey-stars.h"
#include "core/customer.h"
#include "core/words.h"
#include "store/survey-act.h"

#include <glib/gi18n-lib.h>

struct _DaybookSurveyWindow
{
  AdwWindow           parent_instance;

  /* Template widgets */
  GtkLabel           *who;
  DaybookRowPicker   *customer;
  DaybookSurveyStars *stars;
  GtkEditable        *opinion;
  DaybookSaidChoice  *choice;
  GtkDropDown        *channel;
  DaybookAgentPicker *served;
  GtkLabel           *problem;

  /* Owned */
  DaybookDesk        *desk;
  DaybookRow         *of;        /* NULL: nobody is chosen */
  DaybookId           served_by; /* null: as the row says */
};

G_DEFINE_FINAL_TYPE (DaybookSurveyWindow, daybook_survey_window, ADW_TYPE_WINDOW)

/* Whoever is somebody else by now is asked as that one. */
static gboolean
is_in_use (const DaybookRow *customer)
{
  return !daybook_row_has (customer, DAYBOOK_CUSTOMER_MERGED_INTO);
}

static const DaybookRowPicking CUSTOMER = {
  .table = &daybook_customers,
  .prompt = N_("Customer: name or nick"),
  .chosen = N_("Customer"),
  .remove = N_("Somebody Else"),
  .detail = DAYBOOK_CUSTOMER_FIRST_SEEN,
  .fits = is_in_use,
};

static DaybookStore *
get_store (DaybookSurveyWindow *self)
{
  return daybook_desk_get_store (self->desk);
}

/* --- What was said ------------------------------------------------------------------------------ */

/* Texts are those of the widgets. */
static void
read_said (DaybookSurveyWindow *self,
           DaybookSurveySaid   *said)
{
  const char *opinion = gtk_editable_get_text (self->opinion);

  *said = (DaybookSurveySaid) {
    .opinion = *opinion != '\0' ? opinion : NULL,
    .served = daybook_id_is_null (&self->served_by) ? NULL : &self->served_by,
    .channel = (DaybookChannel) gtk_drop_down_get_selected (self->channel),
  };
  daybook_survey_stars_read (self->stars, said);
}

static void
on_said (DaybookSurveyWindow *self)
{
  DaybookSurveySaid said;

  if (self->desk == NULL)
    return;

  read_said (self, &said);
  daybook_said_choice_show (self->choice, daybook_store_get_reader (get_store (self)), &said);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
}

static void
on_served_picked (DaybookSurveyWindow *self,
                  const DaybookRow    *agent)
{
  self->served_by = agent != NULL ? agent->id : (DaybookId) { { 0 } };
}

static void
on_customer_picked (DaybookSurveyWindow *self,
                    const DaybookId     *id)
{
  g_clear_pointer (&self->of, daybook_row_unref);
  if (id != NULL)
    self->of = daybook_reader_find (daybook_store_get_reader (get_store (self)), &daybook_customers, id, NULL);
}

static void
on_save_clicked (DaybookSurveyWindow *self)
{
  DaybookShell *shell = daybook_shell_of (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))));
  gboolean becomes[DAYBOOK_SAID_N];
  DaybookSurveySaid said;
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookEdit) edit = NULL;

  read_said (self, &said);
  daybook_said_choice_read (self->choice, becomes);
  edit = daybook_survey_act (get_store (self), self->of, &said, becomes, NULL, &error);
  if (edit == NULL)
    {
      gtk_label_set_label (self->problem, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
      return;
    }

  daybook_shell_commit (shell, edit, NULL);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* --- The window --------------------------------------------------------------------------------- */

static void
daybook_survey_window_dispose (GObject *object)
{
  DaybookSurveyWindow *self = DAYBOOK_SURVEY_WINDOW (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->of, daybook_row_unref);

  G_OBJECT_CLASS (daybook_survey_window_parent_class)->dispose (object);
}

static void
daybook_survey_window_class_init (DaybookSurveyWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_survey_window_dispose;
  g_type_ensure (DAYBOOK_TYPE_AGENT_PICKER);
  g_type_ensure (DAYBOOK_TYPE_ROW_PICKER);
  g_type_ensure (DAYBOOK_TYPE_SAID_CHOICE);
  g_type_ensure (DAYBOOK_TYPE_SURVEY_STARS);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/calls/survey-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookSurveyWindow, who);
  gtk_widget_class_bind_template_child (widget_class, DaybookSurveyWindow, customer);
  gtk_widget_class_bind_template_child (widget_class, DaybookSurveyWindow, stars);
  gtk_widget_class_bind_template_child (widget_class, DaybookSurveyWindow, opinion);
  gtk_widget_class_bind_template_child (widget_class, DaybookSurveyWindow, choice);
  gtk_widget_class_bind_template_child (widget_class, DaybookSurveyWindow, channel);
  gtk_widget_class_bind_template_child (widget_class, DaybookSurveyWindow, served);
  gtk_widget_class_bind_template_child (widget_class, DaybookSurveyWindow, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_said);
  gtk_widget_class_bind_template_callback (widget_class, on_served_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_customer_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
daybook_survey_window_init (DaybookSurveyWindow *self)
{
  const DaybookField *field = &daybook_surveys.fields[DAYBOOK_SURVEY_CHANNEL];
  g_autoptr(GtkStringList) channels = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; field->words[i].word != NULL; i++)
    gtk_string_list_append (channels, daybook_words_enum (field, i));
  gtk_drop_down_set_model (self->channel, G_LIST_MODEL (channels));
}

/* "张* · T-A0007" */
static char *
name_row (DaybookReader    *reader,
          const DaybookRow *of)
{
  DaybookMask mask = DAYBOOK_MASK_NONE;
  g_autofree char *full = daybook_reader_title (reader, of, &mask);

  return daybook_mask (mask, full);
}

void
daybook_survey_window_present (GtkWidget        *parent,
                               DaybookDesk      *desk,
                               const DaybookRow *of)
{
  DaybookSurveyWindow *self = g_object_new (DAYBOOK_TYPE_SURVEY_WINDOW, "transient-for", gtk_widget_get_root (parent), NULL);
  g_autofree char *name = of != NULL ? name_row (daybook_store_get_reader (daybook_desk_get_store (desk)), of) : NULL;

  self->desk = g_object_ref (desk);
  self->of = of != NULL ? daybook_row_ref ((DaybookRow *) of) : NULL;
  gtk_label_set_text (self->who, name != NULL ? name : "");
  gtk_widget_set_visible (GTK_WIDGET (self->who), of != NULL);
  if (of == NULL)
    daybook_row_picker_set_up (self->customer, desk, &CUSTOMER);
  else
    gtk_widget_set_visible (GTK_WIDGET (self->customer), FALSE);
  daybook_agent_picker_set_desk (self->served, desk);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_child_focus (of != NULL ? GTK_WIDGET (self->stars) : GTK_WIDGET (self->customer), GTK_DIR_TAB_FORWARD);
}
