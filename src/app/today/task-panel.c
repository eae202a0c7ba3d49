/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/today/task-panel.h"

#include "app/common/agent-picker.h"
#include "app/common/shell.h"
#include "app/common/typed-time.h"
#include "core/case.h"
#include "core/customer.h"
#include "core/moment.h"
#include "core/order.h"
#include "core/shop.h"
#include "core/task.h"
#include "store/due-acts.h"

#include <glib/gi18n-lib.h>

struct _DaybookTaskPanel
{
  AdwBin              parent_instance;

  /* Template widgets */
  GtkLabel           *title;
  GtkLabel           *due;
  GtkButton          *end;
  AdwEntryRow        *name;
  AdwEntryRow        *time;
  GtkWidget          *about_box;
  GtkButton          *about;
  GtkWidget          *unlink;
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

static const struct { guint field; const DaybookTable *table; } ABOUT[] = {
  { DAYBOOK_TASK_CASE, &daybook_cases }, { DAYBOOK_TASK_ORDER, &daybook_orders },
  { DAYBOOK_TASK_CUSTOMER, &daybook_customers }, { DAYBOOK_TASK_PRODUCT, &daybook_products },
};

/* The case it is about, else the order, the customer, the product; FALSE: none of them. */
static gboolean
find_about (DaybookTaskPanel    *self,
            const DaybookTable **table,
            const DaybookId    **id)
{
  for (guint i = 0; i < G_N_ELEMENTS (ABOUT); i++)
    if (daybook_row_has (self->row, ABOUT[i].field))
      {
        *table = ABOUT[i].table;
        *id = daybook_row_ref_id (self->row, ABOUT[i].field);
        return TRUE;
      }
  return FALSE;
}

/* --- Acts ------------------------------------------------------------------------------ */

static DaybookStore *
get_store (DaybookTaskPanel *self)
{
  return daybook_desk_get_store (self->desk);
}

static void
set (DaybookTaskPanel *self,
     guint             field,
     DaybookValue      value)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, daybook_row_text (self->row, DAYBOOK_TASK_TITLE),
                                                  daybook_store_get_agent (get_store (self)));

  daybook_edit_set (edit, &daybook_tasks, &self->row->id, field, value);
  g_signal_emit (self, signals[EDIT], 0, edit);
}

static void
on_named (DaybookTaskPanel *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->name));

  if (*text != '\0')
    set (self, DAYBOOK_TASK_TITLE, daybook_value_text (text));
}

/* What is refused stays, marked, to be mended; without a time it is a memo. */
static void
on_timed (DaybookTaskPanel *self)
{
  g_autoptr(GError) error = NULL;
  gint64 due;

  if (!daybook_typed_time_read (gtk_editable_get_text (GTK_EDITABLE (self->time)), daybook_store_get_now (get_store (self)),
                                daybook_store_get_zone (get_store (self)), &due, &error))
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->time), "error");
      daybook_shell_say_error (daybook_shell_of (GTK_WIDGET (self)), error);
      return;
    }

  gtk_widget_remove_css_class (GTK_WIDGET (self->time), "error");
  set (self, DAYBOOK_TASK_DUE, due != 0 ? daybook_value_int (due) : (DaybookValue) DAYBOOK_VALUE_INIT);
}

static void
on_unlinked (DaybookTaskPanel *self)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, daybook_row_text (self->row, DAYBOOK_TASK_TITLE),
                                                  daybook_store_get_agent (get_store (self)));

  for (guint i = 0; i < G_N_ELEMENTS (ABOUT); i++)
    if (daybook_row_has (self->row, ABOUT[i].field))
      daybook_edit_set (edit, &daybook_tasks, &self->row->id, ABOUT[i].field, (DaybookValue) DAYBOOK_VALUE_INIT);
  g_signal_emit (self, signals[EDIT], 0, edit);
}

/* A call says in its case what came of it. */
static void
on_end_clicked (DaybookTaskPanel *self)
{
  g_autofree char *title = g_strdup_printf (_("Done: %s"), daybook_row_text (self->row, DAYBOOK_TASK_TITLE));
  g_autoptr(DaybookEdit) edit = NULL;
  g_autoptr(GError) error = NULL;

  if (daybook_row_has (self->row, DAYBOOK_TASK_DONE_AT))
    {
      set (self, DAYBOOK_TASK_DONE_AT, (DaybookValue) DAYBOOK_VALUE_INIT);
      return;
    }

  edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (get_store (self)));
  if (daybook_task_end (edit, daybook_store_get_reader (get_store (self)), self->row, daybook_store_get_agent (get_store (self)),
                        daybook_store_get_now (get_store (self)), &error))
    g_signal_emit (self, signals[EDIT], 0, edit);
  else
    daybook_shell_say_error (daybook_shell_of (GTK_WIDGET (self)), error);
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
  set (self, DAYBOOK_TASK_AGENT, agent != NULL ? daybook_value_id (&agent->id) : (DaybookValue) DAYBOOK_VALUE_INIT);
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
  gtk_widget_class_bind_template_child (widget_class, DaybookTaskPanel, end);
  gtk_widget_class_bind_template_child (widget_class, DaybookTaskPanel, name);
  gtk_widget_class_bind_template_child (widget_class, DaybookTaskPanel, time);
  gtk_widget_class_bind_template_child (widget_class, DaybookTaskPanel, about_box);
  gtk_widget_class_bind_template_child (widget_class, DaybookTaskPanel, about);
  gtk_widget_class_bind_template_child (widget_class, DaybookTaskPanel, unlink);
  gtk_widget_class_bind_template_child (widget_class, DaybookTaskPanel, agent);
  gtk_widget_class_bind_template_callback (widget_class, on_about_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_end_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_unlinked);
  gtk_widget_class_bind_template_callback (widget_class, on_named);
  gtk_widget_class_bind_template_callback (widget_class, on_timed);
  gtk_widget_class_bind_template_callback (widget_class, on_agent_picked);
}

static void
daybook_task_panel_init (DaybookTaskPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What is being typed stands. */
static void
show_entry (AdwEntryRow *entry,
            const char  *text,
            gboolean     same)
{
  gboolean typing = (gtk_widget_get_state_flags (GTK_WIDGET (entry)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;

  if (same && typing && gtk_widget_has_css_class (GTK_WIDGET (entry), "error"))
    return;
  gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (entry)), text))
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
show_state (DaybookTaskPanel *self,
            gboolean          same)
{
  GTimeZone *zone = daybook_store_get_zone (get_store (self));
  gint64 due = daybook_row_int (self->row, DAYBOOK_TASK_DUE);
  gboolean done = daybook_row_has (self->row, DAYBOOK_TASK_DONE_AT);
  g_autofree char *time = daybook_typed_time_print (due, zone);
  g_autofree char *words = due != 0 ? daybook_moment_format_long (due, zone) : g_strdup (_("Memo: no time yet"));

  gtk_label_set_text (self->due, words);
  gtk_button_set_label (self->end, done ? _("_Open Again") : _("_Done"));
  gtk_widget_set_visible (GTK_WIDGET (self->end), daybook_row_int (self->row, DAYBOOK_TASK_KIND) == DAYBOOK_TASK_TODO);
  show_entry (self->name, daybook_row_text (self->row, DAYBOOK_TASK_TITLE), same);
  show_entry (self->time, time, same);
}

void
daybook_task_panel_show (DaybookTaskPanel *self,
                         DaybookDesk      *desk,
                         const DaybookRow *row)
{
  gboolean same = self->row != NULL && daybook_id_equal (&self->row->id, &row->id);
  const DaybookTable *table;
  const DaybookId *id;

  if (self->desk == NULL)
    {
      self->desk = g_object_ref (desk);
      daybook_agent_picker_set_desk (self->agent, desk);
    }
  g_clear_pointer (&self->row, daybook_row_unref);
  self->row = daybook_row_ref ((DaybookRow *) row);

  gtk_label_set_text (self->title, daybook_row_text (row, DAYBOOK_TASK_TITLE));
  show_state (self, same);
  daybook_agent_picker_set_agent (self->agent, daybook_row_ref_id (row, DAYBOOK_TASK_AGENT));
  gtk_widget_set_visible (self->about_box, find_about (self, &table, &id));
  /* A call is made for what it is about. */
  gtk_widget_set_visible (self->unlink, daybook_row_int (row, DAYBOOK_TASK_KIND) == DAYBOOK_TASK_TODO);
  if (find_about (self, &table, &id))
    {
      g_autofree char *name = daybook_desk_name (desk, table->kind, id);

      gtk_button_set_label (self->about, name);
    }
}
