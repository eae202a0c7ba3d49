/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/settings/guard-group.h"

#include "app/common/shell.h"
#include "store/guard-words.h"
#include "store/word-guard.h"

#include <glib/gi18n-lib.h>

struct _DaybookGuardGroup
{
  AdwPreferencesGroup parent_instance;

  DaybookStore       *store;
  GPtrArray          *switches; /* GtkSwitch, borrowed */
  gboolean            filling;
};

G_DEFINE_FINAL_TYPE (DaybookGuardGroup, daybook_guard_group, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  WORDS,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

#define RULE "rule"
#define NAME "name"

static void
on_switched (DaybookGuardGroup *self,
             GParamSpec        *pspec,
             GtkSwitch         *on_switch)
{
  const char *rule = g_object_get_data (G_OBJECT (on_switch), RULE), *name = g_object_get_data (G_OBJECT (on_switch), NAME);
  gboolean on = gtk_switch_get_active (on_switch);
  g_autofree char *title = g_strdup_printf (on ? _("Word guard: “%s” is on") : _("Word guard: “%s” is off"), name);
  g_autoptr(DaybookEdit) edit = NULL;

  if (self->filling)
    return;

  edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (self->store));
  daybook_guard_rule_switch (edit, daybook_store_get_reader (self->store), rule, on);
  daybook_shell_commit (daybook_shell_of (GTK_WIDGET (self)), edit, NULL);
}

/* Texts are there for good. */
static void
add_row (DaybookGuardGroup *self,
         const char        *rule,
         const char        *name,
         const char        *why)
{
  GtkWidget *row = adw_action_row_new (), *on_switch = gtk_switch_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), why);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (on_switch, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (on_switch), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (on_switch), RULE, (gpointer) rule);
  g_object_set_data (G_OBJECT (on_switch), NAME, (gpointer) name);
  g_signal_connect_object (on_switch, "notify::active", G_CALLBACK (on_switched), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), on_switch);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), on_switch);
  g_ptr_array_add (self->switches, on_switch);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

static void
on_words_activated (DaybookGuardGroup *self)
{
  g_signal_emit (self, signals[WORDS], 0);
}

static void
add_way_to_words (DaybookGuardGroup *self)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Words"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("Add your own with what you say instead, switch single ones off, try a text"));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_words_activated), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

static void
fill (DaybookGuardGroup *self)
{
  DaybookReader *reader = daybook_store_get_reader (self->store);

  self->filling = TRUE;
  for (guint i = 0; i < self->switches->len; i++)
    {
      GtkSwitch *on_switch = g_ptr_array_index (self->switches, i);

      gtk_switch_set_active (on_switch, daybook_reader_guard_rule_is_on (reader, g_object_get_data (G_OBJECT (on_switch), RULE)));
    }
  self->filling = FALSE;
}

static void
daybook_guard_group_dispose (GObject *object)
{
  DaybookGuardGroup *self = DAYBOOK_GUARD_GROUP (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->switches, g_ptr_array_unref);

  G_OBJECT_CLASS (daybook_guard_group_parent_class)->dispose (object);
}

static void
daybook_guard_group_class_init (DaybookGuardGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_guard_group_dispose;
  signals[WORDS] = g_signal_new ("words", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
daybook_guard_group_init (DaybookGuardGroup *self)
{
  GPtrArray *lists = daybook_guard_shipped ();

  self->switches = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Word Guard"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         _("What is not said to customers is underlined while one writes, with the better wording beside it. It stops nobody."));
  add_way_to_words (self);
  for (guint i = 0; i < lists->len; i++)
    {
      const DaybookGuardList *list = g_ptr_array_index (lists, i);

      add_row (self, list->rule, list->title, list->why);
    }
  add_row (self, DAYBOOK_GUARD_NAMES, _("Names of colleagues"),
           _("Customers know who works here by their codes: a name is underlined, with the code beside it."));
}

void
daybook_guard_group_set_store (DaybookGuardGroup *self,
                               DaybookStore      *store)
{
  g_return_if_fail (self->store == NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
}
