/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cases/call-plan.h"

#include "app/cases/case-bits.h"
#include "app/common/agent-picker.h"
#include "core/case-call.h"

#include <glib/gi18n-lib.h>

struct _DaybookCallPlan
{
  AdwBin              parent_instance;

  /* Template widgets */
  GtkEditable        *due;
  DaybookAgentPicker *who;
  GtkEditable        *about;
  GtkLabel           *problem;

  /* Owned */
  DaybookDesk        *desk;
  DaybookRegister    *definition;
  DaybookRow         *row;    /* NULL: it is shut */
  DaybookId           picked; /* who calls, or null */
};

G_DEFINE_FINAL_TYPE (DaybookCallPlan, daybook_call_plan, ADW_TYPE_BIN)

enum
{
  EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
say_problem (DaybookCallPlan *self,
             const char      *text)
{
  gtk_label_set_label (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

static void
on_picked (DaybookCallPlan *self,
           DaybookRow      *agent)
{
  self->picked = agent != NULL ? agent->id : (DaybookId) { { 0 } };
}

static gboolean
read_due (DaybookCallPlan  *self,
          gint64           *due,
          GError          **error)
{
  const char *word = gtk_editable_get_text (self->due);

  if (*word != '\0')
    return daybook_case_read_time (self->desk, word, due, error);

  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, _("Say when the customer is called."));
  return FALSE;
}

static void
on_add_clicked (DaybookCallPlan *self)
{
  const char *about = gtk_editable_get_text (self->about);
  g_autofree char *usual = g_strdup_printf (_("Call the customer: %s"), daybook_register_get_label (self->definition));
  DaybookCaseCall call = { .kind = DAYBOOK_TASK_CALL, .title = *about != '\0' ? about : usual };
  g_autoptr(DaybookEdit) edit = daybook_case_edit_new (self->desk, self->row, call.title);
  g_autoptr(GError) error = NULL;

  if (!read_due (self, &call.due, &error))
    {
      say_problem (self, error->message);
      return;
    }

  call.agent = daybook_id_is_null (&self->picked) ? NULL : &self->picked;
  daybook_case_call_add (edit, self->row, &call, daybook_store_get_now (daybook_desk_get_store (self->desk)));
  g_signal_emit (self, signals[EDITED], 0, edit);
  daybook_call_plan_end (self);
}

static void
on_cancel_clicked (DaybookCallPlan *self)
{
  daybook_call_plan_end (self);
}

static void
daybook_call_plan_dispose (GObject *object)
{
  DaybookCallPlan *self = DAYBOOK_CALL_PLAN (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->definition);
  g_clear_pointer (&self->row, daybook_row_unref);

  G_OBJECT_CLASS (daybook_call_plan_parent_class)->dispose (object);
}

static void
daybook_call_plan_class_init (DaybookCallPlanClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_call_plan_dispose;
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  g_type_ensure (DAYBOOK_TYPE_AGENT_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/cases/call-plan.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookCallPlan, due);
  gtk_widget_class_bind_template_child (widget_class, DaybookCallPlan, who);
  gtk_widget_class_bind_template_child (widget_class, DaybookCallPlan, about);
  gtk_widget_class_bind_template_child (widget_class, DaybookCallPlan, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked);
}

static void
daybook_call_plan_init (DaybookCallPlan *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
daybook_call_plan_begin (DaybookCallPlan  *self,
                         DaybookDesk      *desk,
                         DaybookRegister  *definition,
                         const DaybookRow *row)
{
  const DaybookId *owner = daybook_row_ref_id (row, DAYBOOK_CASE_OWNER);

  daybook_call_plan_end (self);
  if (self->desk == NULL)
    {
      self->desk = g_object_ref (desk);
      daybook_agent_picker_set_desk (self->who, desk);
    }
  g_set_object (&self->definition, definition);
  self->row = daybook_row_ref ((DaybookRow *) row);
  self->picked = owner != NULL ? *owner : (DaybookId) { { 0 } };
  daybook_agent_picker_set_agent (self->who, owner);
  gtk_widget_set_visible (GTK_WIDGET (self->who), daybook_desk_get_agents (desk)->len > 1);
  gtk_editable_set_text (self->due, "");
  gtk_editable_set_text (self->about, "");
  say_problem (self, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->due));
}

gboolean
daybook_call_plan_end (DaybookCallPlan *self)
{
  gboolean was_open = self->row != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_clear_pointer (&self->row, daybook_row_unref);
  return was_open;
}
