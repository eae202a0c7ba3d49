/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/today/task-panel.h"

#include "app/common/agent-picker.h"
#include "app/common/shell.h"
#include "core/moment.h"
#include "core/customer.h"
#include "core/order.h"
#include "core/task.h"

#include <glib/gi18n-lib.h>

struct _DaybookTaskPanel
{
  AdwBin              parent_instance;

  /* Template widgets */
  GtkLabel           *title;
  GtkLabel           *due;
  GtkButton          *about;
  DaybookAgentPicker *agent;

  /* Owned */
  DaybookDesk        *desk;
  DaybookRow         *row;
};

G_DEFINE_FINAL_TYPE (DaybookTaskPanel, daybook_task_panel, ADW_TYPE_BIN)

enum
{
  EDIT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The order it is about, else the customer; FALSE: neither. */
static gboolean
find_about (DaybookTaskPanel    *self,
            const DaybookTable **table,
            const DaybookId    **id)
{
  const DaybookId *order = daybook_row_ref_id (self->row, DAYBOOK_TASK_ORDER);

  *table = order != NULL ? &daybook_orders : &daybook_customers;
  *id = order != NULL ? order : daybook_row_ref_id (self->row, DAYBOOK_TASK_CUSTOMER);
  return *id != NULL;
}

static void
on_about_clicked (DaybookTaskPanel *self)
{
  const DaybookTable *table;
  const DaybookId *id;

  if (find_about (self, &table, &id))
    daybook_shell_show_row (daybook_shell_of (GTK_WIDGET (self)), table, id);
}

static void
on_agent_picked (DaybookTaskPanel *self,
                 const DaybookRow *agent)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, daybook_row_text (self->row, DAYBOOK_TASK_TITLE),
                                                  daybook_store_get_agent (daybook_desk_get_store (self->desk)));

  daybook_edit_set (edit, &daybook_tasks, &self->row->id, DAYBOOK_TASK_AGENT,
                    agent != NULL ? daybook_value_id (&agent->id) : (DaybookValue) DAYBOOK_VALUE_INIT);
  g_signal_emit (self, signals[EDIT], 0, edit);
}

static void
daybook_task_panel_dispose (GObject *object)
{
  DaybookTaskPanel *self = DAYBOOK_TASK_PANEL (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->row, daybook_row_unref);

  G_OBJECT_CLASS (daybook_task_panel_parent_class)->dispose (object);
}

static void
daybook_task_panel_class_init (DaybookTaskPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_task_panel_dispose;

  signals[EDIT] = g_signal_new ("edit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  g_type_ensure (DAYBOOK_TYPE_AGENT_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/today/task-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookTaskPanel, title);
  gtk_widget_class_bind_template_child (widget_class, DaybookTaskPanel, due);
  gtk_widget_class_bind_template_child (widget_class, DaybookTaskPanel, about);
  gtk_widget_class_bind_template_child (widget_class, DaybookTaskPanel, agent);
  gtk_widget_class_bind_template_callback (widget_class, on_about_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_agent_picked);
}

static void
daybook_task_panel_init (DaybookTaskPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
daybook_task_panel_show (DaybookTaskPanel *self,
                         DaybookDesk      *desk,
                         const DaybookRow *row)
{
  g_autofree char *due = NULL;
  const DaybookTable *table;
  const DaybookId *id;

  if (self->desk == NULL)
    {
      self->desk = g_object_ref (desk);
      daybook_agent_picker_set_desk (self->agent, desk);
    }
  g_clear_pointer (&self->row, daybook_row_unref);
  self->row = daybook_row_ref ((DaybookRow *) row);

  due = daybook_moment_format_long (daybook_row_int (row, DAYBOOK_TASK_DUE), daybook_store_get_zone (daybook_desk_get_store (desk)));
  gtk_label_set_text (self->title, daybook_row_text (row, DAYBOOK_TASK_TITLE));
  gtk_label_set_text (self->due, due);
  daybook_agent_picker_set_agent (self->agent, daybook_row_ref_id (row, DAYBOOK_TASK_AGENT));
  gtk_widget_set_visible (GTK_WIDGET (self->about), find_about (self, &table, &id));
  if (find_about (self, &table, &id))
    {
      g_autofree char *name = daybook_desk_name (desk, table->kind, id);

      gtk_button_set_label (self->about, name);
    }
}
