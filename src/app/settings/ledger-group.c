/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/settings/ledger-group.h"

#include "app/common/shell.h"
#include "core/ledger.h"
#include "core/money.h"
#include "store/agent-role.h"
#include "store/setting.h"

#include <glib/gi18n-lib.h>

/* Typing is over once nothing was typed for so long. */
#define PAUSE_MS 600

struct _DaybookLedgerGroup
{
  AdwPreferencesGroup parent_instance;

  /* Template widgets */
  GtkSwitch     *on_switch;
  AdwActionRow  *first_row;
  GtkAdjustment *first;

  /* Owned */
  DaybookStore  *store;
  gboolean       filling;
  guint          pause; /* source id, or 0 */
};

G_DEFINE_FINAL_TYPE (DaybookLedgerGroup, daybook_ledger_group, ADW_TYPE_PREFERENCES_GROUP)

static guint
get_first (DaybookLedgerGroup *self)
{
  return (guint) gtk_adjustment_get_value (self->first);
}

/* "20, 40, 80 for the first, second and third complaint within one month" */
static void
describe (DaybookLedgerGroup *self)
{
  const char *currency = daybook_store_get_currency (self->store);
  g_autofree char *one = daybook_money_format (daybook_ledger_sum (get_first (self), 1, currency), currency);
  g_autofree char *three = daybook_money_format (daybook_ledger_sum (get_first (self), 3, currency), currency);
  /* Translators: amounts: “¥20.00”, “¥140.00”. */
  g_autofree char *text = g_strdup_printf (_("Each further one of the same month counts twice as much as the one before: one comes to %s, three to %s"),
                                           one, three);

  adw_action_row_set_subtitle (self->first_row, text);
}

static void
set_first (DaybookLedgerGroup *self,
           guint               first)
{
  g_autofree char *value = daybook_ledger_setting (first);
  g_autofree char *before = daybook_setting_get (daybook_store_get_reader (self->store), DAYBOOK_LEDGER_SETTING);
  g_autoptr(DaybookEdit) edit = NULL;

  if (g_str_equal (before, value))
    return;

  edit = daybook_edit_new (DAYBOOK_ACT_EDIT, first > 0 ? _("Complaint ledger on") : _("Complaint ledger off"),
                           daybook_store_get_agent (self->store));
  daybook_setting_set (edit, daybook_store_get_reader (self->store), DAYBOOK_LEDGER_SETTING, value);
  daybook_shell_commit (daybook_shell_of (GTK_WIDGET (self)), edit, NULL);
}

static void
stop_waiting (DaybookLedgerGroup *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
}

static gboolean
on_pause_over (gpointer data)
{
  DaybookLedgerGroup *self = data;

  self->pause = 0;
  if (gtk_switch_get_active (self->on_switch))
    set_first (self, get_first (self));
  return G_SOURCE_REMOVE;
}

static void
on_switched (DaybookLedgerGroup *self)
{
  gboolean is_on = gtk_switch_get_active (self->on_switch);

  gtk_widget_set_sensitive (GTK_WIDGET (self->first_row), is_on);
  if (!self->filling)
    set_first (self, is_on ? get_first (self) : 0);
}

static void
on_first_changed (DaybookLedgerGroup *self)
{
  if (self->store == NULL)
    return;

  describe (self);
  if (self->filling)
    return;
  stop_waiting (self);
  self->pause = g_timeout_add (PAUSE_MS, on_pause_over, self);
}

/* What is being typed stands. */
static void
fill (DaybookLedgerGroup *self)
{
  DaybookReader *reader = daybook_store_get_reader (self->store);
  g_autofree char *setting = daybook_setting_get (reader, DAYBOOK_LEDGER_SETTING);
  guint first = daybook_ledger_first (setting);

  gtk_widget_set_visible (GTK_WIDGET (self), daybook_reader_is_owner (reader, daybook_store_get_agent (self->store)));
  if (self->pause != 0)
    return;

  self->filling = TRUE;
  gtk_switch_set_active (self->on_switch, first > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->first_row), first > 0);
  if (first > 0)
    gtk_adjustment_set_value (self->first, first);
  self->filling = FALSE;
  describe (self);
}

/* What was typed last is not lost when the page is left at once. */
static void
unmap (GtkWidget *widget)
{
  DaybookLedgerGroup *self = DAYBOOK_LEDGER_GROUP (widget);

  if (self->pause != 0)
    {
      stop_waiting (self);
      on_pause_over (self);
    }
  GTK_WIDGET_CLASS (daybook_ledger_group_parent_class)->unmap (widget);
}

static void
daybook_ledger_group_dispose (GObject *object)
{
  DaybookLedgerGroup *self = DAYBOOK_LEDGER_GROUP (object);

  stop_waiting (self);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (daybook_ledger_group_parent_class)->dispose (object);
}

static void
daybook_ledger_group_class_init (DaybookLedgerGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_ledger_group_dispose;
  widget_class->unmap = unmap;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/settings/ledger-group.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookLedgerGroup, on_switch);
  gtk_widget_class_bind_template_child (widget_class, DaybookLedgerGroup, first_row);
  gtk_widget_class_bind_template_child (widget_class, DaybookLedgerGroup, first);
  gtk_widget_class_bind_template_callback (widget_class, on_switched);
  gtk_widget_class_bind_template_callback (widget_class, on_first_changed);
}

static void
daybook_ledger_group_init (DaybookLedgerGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_adjustment_configure (self->first, DAYBOOK_LEDGER_FIRST, 1, DAYBOOK_LEDGER_FIRST_MOST, 10, 100, 0);
}

void
daybook_ledger_group_set_store (DaybookLedgerGroup *self,
                                DaybookStore       *store)
{
  g_return_if_fail (self->store == NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
}
