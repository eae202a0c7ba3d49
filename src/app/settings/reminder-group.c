/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/settings/reminder-group.h"

#include "app/common/prefs.h"
#include "app/common/reminder-start.h"

struct _DaybookReminderGroup
{
  AdwPreferencesGroup parent_instance;

  GtkSwitch    *on_switch;

  GSettings    *prefs; /* NULL where the schema is not installed */
  DaybookStore *store;
};

G_DEFINE_FINAL_TYPE (DaybookReminderGroup, daybook_reminder_group, ADW_TYPE_PREFERENCES_GROUP)

/* Switched off, the process ends by itself. */
static void
on_switched (DaybookReminderGroup *self)
{
  gboolean on = gtk_switch_get_active (self->on_switch);

  if (self->prefs == NULL || self->store == NULL || on == g_settings_get_boolean (self->prefs, DAYBOOK_REMINDER_SWITCH))
    return;

  g_settings_set_boolean (self->prefs, DAYBOOK_REMINDER_SWITCH, on);
  daybook_reminder_start (self->prefs, daybook_store_get_folder (self->store));
}

static void
daybook_reminder_group_dispose (GObject *object)
{
  DaybookReminderGroup *self = DAYBOOK_REMINDER_GROUP (object);

  g_clear_object (&self->prefs);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (daybook_reminder_group_parent_class)->dispose (object);
}

static void
daybook_reminder_group_class_init (DaybookReminderGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_reminder_group_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/settings/reminder-group.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookReminderGroup, on_switch);
  gtk_widget_class_bind_template_callback (widget_class, on_switched);
}

static void
daybook_reminder_group_init (DaybookReminderGroup *self)
{
  self->prefs = daybook_prefs_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
daybook_reminder_group_set_store (DaybookReminderGroup *self,
                                  DaybookStore         *store)
{
  g_return_if_fail (self->store == NULL);

  gtk_switch_set_active (self->on_switch, self->prefs == NULL || g_settings_get_boolean (self->prefs, DAYBOOK_REMINDER_SWITCH));
  gtk_widget_set_sensitive (GTK_WIDGET (self), self->prefs != NULL);
  self->store = g_object_ref (store);
}
