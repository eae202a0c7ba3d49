/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/orders/order-bulk.h"

#include "app/common/agent-picker.h"
#include "app/orders/flag-picker.h"

struct _DaybookOrderBulk
{
  DaybookBulkBar      parent_instance;

  /* Template widgets */
  DaybookFlagPicker  *flag;
  DaybookAgentPicker *agent;
  GtkEditable        *note_entry;
};

G_DEFINE_FINAL_TYPE (DaybookOrderBulk, daybook_order_bulk, DAYBOOK_TYPE_BULK_BAR)

enum
{
  ACT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- Acts ----------------------------------------------------------------------------- */

static DaybookOrderAct *
new_act (DaybookOrderBulk    *self,
         DaybookOrderActKind  kind)
{
  DaybookBulkBar *bar = DAYBOOK_BULK_BAR (self);

  return daybook_order_act_new (kind, g_array_ref (daybook_bulk_bar_get_keys (bar)),
                                daybook_store_get_agent (daybook_desk_get_store (daybook_bulk_bar_get_desk (bar))));
}

static void
on_flag_picked (DaybookOrderBulk *self,
                int             flag)
{
  g_autoptr(DaybookOrderAct) act = new_act (self, DAYBOOK_ORDER_SET_FLAG);

  act->flag = (DaybookFlag) flag;
  g_signal_emit (self, signals[ACT], 0, act);
}

static void
on_agent_picked (DaybookOrderBulk *self,
                 DaybookRow     *agent)
{
  g_autoptr(DaybookOrderAct) act = new_act (self, DAYBOOK_ORDER_SET_AGENT);

  if (agent != NULL)
    {
      act->agent = agent->id;
      act->name = daybook_desk_name (daybook_bulk_bar_get_desk (DAYBOOK_BULK_BAR (self)), "agent", &agent->id);
    }
  g_signal_emit (self, signals[ACT], 0, act);
}

static void
on_note_done (DaybookOrderBulk *self)
{
  g_autofree char *note = g_strstrip (g_strdup (gtk_editable_get_text (self->note_entry)));
  g_autoptr(DaybookOrderAct) act = NULL;

  if (*note == '\0')
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  act = new_act (self, DAYBOOK_ORDER_ADD_NOTE);
  act->note = g_steal_pointer (&note);
  daybook_order_bulk_end_note (self);
  g_signal_emit (self, signals[ACT], 0, act);
}

static void
on_take_over_clicked (DaybookOrderBulk *self)
{
  g_autoptr(DaybookOrderAct) act = new_act (self, DAYBOOK_ORDER_TAKE_OVER);

  g_signal_emit (self, signals[ACT], 0, act);
}

static void
on_trash_clicked (DaybookOrderBulk *self)
{
  g_autoptr(DaybookOrderAct) act = new_act (self, DAYBOOK_ORDER_TRASH);

  g_signal_emit (self, signals[ACT], 0, act);
}

static void
keys_changed (DaybookBulkBar *bar)
{
  DaybookOrderBulk *self = DAYBOOK_ORDER_BULK (bar);

  daybook_flag_picker_set_mixed (self->flag);
  daybook_agent_picker_set_mixed (self->agent);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/orders/order-bulk.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookOrderBulk, flag);
  gtk_widget_class_bind_template_child (widget_class, DaybookOrderBulk, agent);
  gtk_widget_class_bind_template_child (widget_class, DaybookOrderBulk, note_entry);
  gtk_widget_class_bind_template_callback (widget_class, on_flag_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_agent_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_note_done);
  gtk_widget_class_bind_template_callback (widget_class, on_take_over_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_trash_clicked);
}

static void
daybook_order_bulk_class_init (DaybookOrderBulkClass *klass)
{
  DAYBOOK_BULK_BAR_CLASS (klass)->keys_changed = keys_changed;
  signals[ACT] = g_signal_new ("act", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                               0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  g_type_ensure (DAYBOOK_TYPE_FLAG_PICKER);
  g_type_ensure (DAYBOOK_TYPE_AGENT_PICKER);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
daybook_order_bulk_init (DaybookOrderBulk *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
daybook_order_bulk_new (DaybookDesk *desk)
{
  DaybookOrderBulk *self = g_object_new (DAYBOOK_TYPE_ORDER_BULK, NULL);

  daybook_bulk_bar_set_up (DAYBOOK_BULK_BAR (self), desk, &daybook_orders, DAYBOOK_ORDER_PAID, DAYBOOK_ORDER_CURRENCY);
  daybook_agent_picker_set_desk (self->agent, desk);
  return GTK_WIDGET (self);
}

void
daybook_order_bulk_begin_note (DaybookOrderBulk *self)
{
  daybook_bulk_bar_set_form_open (DAYBOOK_BULK_BAR (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->note_entry));
}

void
daybook_order_bulk_begin_flag (DaybookOrderBulk *self)
{
  daybook_flag_picker_begin (self->flag);
}

void
daybook_order_bulk_begin_agent (DaybookOrderBulk *self)
{
  daybook_agent_picker_begin (self->agent);
}

gboolean
daybook_order_bulk_end_note (DaybookOrderBulk *self)
{
  gboolean was_open = daybook_bulk_bar_is_form_open (DAYBOOK_BULK_BAR (self));

  gtk_editable_set_text (self->note_entry, "");
  daybook_bulk_bar_set_form_open (DAYBOOK_BULK_BAR (self), FALSE);
  return was_open;
}
