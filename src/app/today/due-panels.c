/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/today/due-panels.h"

#include "app/calls/call-sheet.h"
#include "app/chores/chore-panel.h"
#include "app/customers/customer-panel.h"
#include "app/today/follow-panel.h"
#include "app/today/task-panel.h"
#include "core/article.h"
#include "core/campaign.h"
#include "core/case.h"
#include "core/chore.h"
#include "core/customer.h"
#include "core/remembered-day.h"
#include "core/task.h"
#include "store/registers.h"

struct _DaybookDuePanels
{
  AdwBin       parent_instance;

  GtkStack    *stack; /* by register, "task", "chore", "customer", "follow-up" and "call" */

  /* Owned */
  DaybookDesk *desk;
};

G_DEFINE_FINAL_TYPE (DaybookDuePanels, daybook_due_panels, ADW_TYPE_BIN)

enum
{
  EDIT,
  DROPPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static DaybookReader *
reader_of (DaybookDuePanels *self)
{
  return daybook_store_get_reader (daybook_desk_get_store (self->desk));
}

static void
on_edit_wanted (DaybookDuePanels *self,
                DaybookEdit      *edit)
{
  g_signal_emit (self, signals[EDIT], 0, edit);
}

static void
on_dropped (DaybookDuePanels *self)
{
  g_signal_emit (self, signals[DROPPED], 0);
}

static void
add_panel (DaybookDuePanels *self,
           GtkWidget        *panel,
           const char       *name)
{
  g_signal_connect_object (panel, "edit", G_CALLBACK (on_edit_wanted), self, G_CONNECT_SWAPPED);
  if (g_signal_lookup ("dropped", G_OBJECT_TYPE (panel)) != 0)
    g_signal_connect_object (panel, "dropped", G_CALLBACK (on_dropped), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->stack, panel, name);
}

/* --- Each kind ------------------------------------------------------------------------------- */

/* Registers differ in what a case is asked: each has its own. */
static DaybookCasePanel *
obtain_case_panel (DaybookDuePanels *self,
                   const char       *key)
{
  GtkWidget *panel = gtk_stack_get_child_by_name (self->stack, key);
  DaybookRegister *definition = daybook_reader_register (reader_of (self), key);

  if (panel != NULL && g_object_get_data (G_OBJECT (panel), "definition") != definition)
    {
      gtk_stack_remove (self->stack, panel);
      panel = NULL;
    }
  if (panel == NULL && definition != NULL)
    {
      panel = g_object_new (DAYBOOK_TYPE_CASE_PANEL, NULL);
      g_object_set_data (G_OBJECT (panel), "definition", definition); /* lives for good */
      daybook_case_panel_set_up (DAYBOOK_CASE_PANEL (panel), self->desk, definition);
      add_panel (self, panel, key);
    }
  return panel != NULL ? DAYBOOK_CASE_PANEL (panel) : NULL;
}

static GtkWidget *
show_case (DaybookDuePanels *self,
           const DaybookRow *row)
{
  DaybookCasePanel *panel = obtain_case_panel (self, daybook_row_text (row, DAYBOOK_CASE_REGISTER));

  if (panel != NULL)
    daybook_case_panel_show (panel, row);
  return GTK_WIDGET (panel);
}

static GtkWidget *
show_task (DaybookDuePanels *self,
           const DaybookRow *row)
{
  GtkWidget *panel = gtk_stack_get_child_by_name (self->stack, "task");

  if (panel == NULL)
    {
      panel = g_object_new (DAYBOOK_TYPE_TASK_PANEL, NULL);
      add_panel (self, panel, "task");
    }
  daybook_task_panel_show (DAYBOOK_TASK_PANEL (panel), self->desk, row);
  return panel;
}

static GtkWidget *
show_follow_up (DaybookDuePanels *self,
                DaybookDueObject *object)
{
  GtkWidget *panel = gtk_stack_get_child_by_name (self->stack, "follow-up");

  if (panel == NULL)
    {
      panel = daybook_follow_panel_new (self->desk);
      add_panel (self, panel, "follow-up");
    }
  daybook_follow_panel_show (DAYBOOK_FOLLOW_PANEL (panel), daybook_due_object_get_item (object), daybook_due_object_get_row (object));
  return panel;
}

static GtkWidget *
show_chore (DaybookDuePanels *self,
            const DaybookRow *row)
{
  GtkWidget *panel = gtk_stack_get_child_by_name (self->stack, "chore");

  if (panel == NULL)
    {
      panel = daybook_chore_panel_new (self->desk);
      add_panel (self, panel, "chore");
    }
  daybook_chore_panel_show (DAYBOOK_CHORE_PANEL (panel), row);
  return panel;
}

static GtkWidget *
obtain_sheet (DaybookDuePanels *self)
{
  GtkWidget *sheet = gtk_stack_get_child_by_name (self->stack, "call");

  if (sheet == NULL)
    {
      sheet = daybook_call_sheet_new (self->desk);
      add_panel (self, sheet, "call");
    }
  return sheet;
}

static GtkWidget *
show_call (DaybookDuePanels *self,
           DaybookDueObject *object)
{
  GtkWidget *sheet = obtain_sheet (self);

  daybook_call_sheet_show_item (DAYBOOK_CALL_SHEET (sheet), daybook_due_object_get_item (object), daybook_due_object_get_row (object));
  return sheet;
}

/* A call of a plan that is tried again, or one that is about no case. */
static gboolean
is_call (const DaybookRow *task)
{
  return daybook_row_int (task, DAYBOOK_TASK_KIND) != DAYBOOK_TASK_TODO
         && (daybook_row_has (task, DAYBOOK_TASK_PLAN) || !daybook_row_has (task, DAYBOOK_TASK_CASE));
}

/* NULL: it is none, or about nobody. */
static GtkWidget *
show_call_task (DaybookDuePanels *self,
                const DaybookRow *task)
{
  GtkWidget *sheet = is_call (task) ? obtain_sheet (self) : NULL;

  return sheet != NULL && daybook_call_sheet_show_task (DAYBOOK_CALL_SHEET (sheet), task) ? sheet : NULL;
}

/* It makes its acts itself. */
static GtkWidget *
show_customer (DaybookDuePanels *self,
               const DaybookRow *row)
{
  GtkWidget *panel = gtk_stack_get_child_by_name (self->stack, "customer");

  if (panel == NULL)
    {
      panel = g_object_new (DAYBOOK_TYPE_CUSTOMER_PANEL, NULL);
      daybook_customer_panel_set_desk (DAYBOOK_CUSTOMER_PANEL (panel), self->desk);
      gtk_stack_add_named (self->stack, panel, "customer");
    }
  daybook_customer_panel_show (DAYBOOK_CUSTOMER_PANEL (panel), row);
  return panel;
}

/* --- The widget ---------------------------------------------------------------------------------- */

static void
daybook_due_panels_dispose (GObject *object)
{
  g_clear_object (&DAYBOOK_DUE_PANELS (object)->desk);

  G_OBJECT_CLASS (daybook_due_panels_parent_class)->dispose (object);
}

static void
daybook_due_panels_class_init (DaybookDuePanelsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_due_panels_dispose;

  signals[EDIT] = g_signal_new ("edit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[DROPPED] = g_signal_new ("dropped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
daybook_due_panels_init (DaybookDuePanels *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

void
daybook_due_panels_set_desk (DaybookDuePanels *self,
                             DaybookDesk      *desk)
{
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
}

void
daybook_due_panels_show (DaybookDuePanels *self,
                         DaybookDueObject *object)
{
  const DaybookRow *row = daybook_due_object_get_row (object);
  const DaybookId *of = row != NULL && row->table == &daybook_tasks ? daybook_row_ref_id (row, DAYBOOK_TASK_CASE) : NULL;
  g_autoptr(DaybookRow) owner = of != NULL ? daybook_reader_find (reader_of (self), &daybook_cases, of, NULL) : NULL;
  GtkWidget *panel;

  if (row == NULL)
    return;
  if (daybook_due_object_get_item (object)->due.rule == DAYBOOK_RULE_CALL_BACK)
    panel = show_call (self, object);
  else if (row->table == &daybook_tasks && (panel = show_call_task (self, row)) != NULL)
    gtk_stack_set_visible_child (self->stack, panel);
  else if (owner != NULL)
    panel = show_case (self, owner);
  else if (row->table == &daybook_tasks)
    panel = show_task (self, row);
  else if (row->table == &daybook_chores)
    panel = show_chore (self, row);
  else if (row->table == &daybook_customers)
    panel = show_customer (self, row);
  else if (row->table == &daybook_articles || row->table == &daybook_remembered_days || row->table == &daybook_campaigns
           || daybook_rule_is_follow_up (daybook_due_object_get_item (object)->due.rule))
    panel = show_follow_up (self, object);
  else
    panel = show_case (self, row);

  if (panel != NULL)
    gtk_stack_set_visible_child (self->stack, panel);
}

DaybookCasePanel *
daybook_due_panels_get_case (DaybookDuePanels *self)
{
  GtkWidget *panel = gtk_stack_get_visible_child (self->stack);

  return DAYBOOK_IS_CASE_PANEL (panel) ? DAYBOOK_CASE_PANEL (panel) : NULL;
}
