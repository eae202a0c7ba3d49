/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/settings/people-group.h"

#include "app/common/desk.h"
#include "app/common/prefs.h"
#include "app/common/shell.h"
#include "app/settings/person-row.h"
#include "core/presence.h"
#include "core/shop.h"
#include "store/setting.h"

#include <glib/gi18n-lib.h>

struct _DaybookPeopleGroup
{
  AdwPreferencesGroup parent_instance;

  AdwComboRow  *desk_row;
  GtkWidget    *idle_row;
  GtkWidget    *idle_button;
  AdwComboRow  *hours_row;
  GSettings    *settings; /* of the device, or NULL */

  DaybookStore *store;
  GPtrArray    *agents; /* DaybookRow */
  GHashTable   *rows;   /* DaybookId * (of the row) → DaybookPersonRow, borrowed */
  DaybookId     added;  /* here last: the row is opened when it appears, for a name */
  GArray       *hours;  /* guint: what the row of hours offers */
};

G_DEFINE_FINAL_TYPE (DaybookPeopleGroup, daybook_people_group, ADW_TYPE_PREFERENCES_GROUP)

static guint
count_owners (GPtrArray *agents)
{
  guint n = 0;

  for (guint i = 0; i < agents->len; i++)
    n += daybook_row_int (g_ptr_array_index (agents, i), DAYBOOK_AGENT_ROLE) == DAYBOOK_ROLE_OWNER;

  return n;
}

static void
show_mode (DaybookPeopleGroup *self)
{
  const char *text = self->agents->len > 1
    ? _("Every act carries who did it.")
    : _("One person works here, so nothing asks who it is. Add a second person, and every act says who did it.");

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), text);
  gtk_widget_set_visible (GTK_WIDGET (self->desk_row), self->agents->len > 1);
  gtk_widget_set_visible (self->idle_row, self->agents->len > 1 && self->settings != NULL);
}

static void
show_desk (DaybookPeopleGroup *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < self->agents->len; i++)
    {
      const DaybookRow *agent = g_ptr_array_index (self->agents, i);

      gtk_string_list_append (names, daybook_row_text (agent, DAYBOOK_AGENT_NAME));
      if (daybook_id_equal (&agent->id, daybook_store_get_agent (self->store)))
        selected = i;
    }

  g_signal_handlers_block_matched (self->desk_row, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, self);
  adw_combo_row_set_model (self->desk_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->desk_row, selected);
  g_signal_handlers_unblock_matched (self->desk_row, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, self);
}

static void
on_desk_selected (DaybookPeopleGroup *self)
{
  guint selected = adw_combo_row_get_selected (self->desk_row);

  if (self->agents != NULL && selected < self->agents->len)
    {
      const DaybookRow *agent = g_ptr_array_index (self->agents, selected);

      g_autofree char *id = daybook_id_to_string (&agent->id);

      gtk_widget_activate_action (GTK_WIDGET (daybook_shell_of (GTK_WIDGET (self))), "win.sit", "s", id);
      show_desk (self);
    }
}

/* --- Hours of a forgotten shift ----------------------------------------------------------- */

static const guint HOURS[] = { 8, 10, 12, DAYBOOK_PRESENCE_HOURS, 16, 24 };

static void
offer_hours (DaybookPeopleGroup *self,
             GtkStringList      *words,
             guint               hours)
{
  g_autofree char *word = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u hour", "%u hours", hours), hours);

  gtk_string_list_append (words, word);
  g_array_append_val (self->hours, hours);
}

/* A number that was set elsewhere stands beside those offered. */
static void
show_hours (DaybookPeopleGroup *self)
{
  g_autofree char *setting = daybook_setting_get (daybook_store_get_reader (self->store), DAYBOOK_PRESENCE_HOURS_SETTING);
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);
  guint hours = daybook_presence_hours (setting);
  guint place = G_N_ELEMENTS (HOURS);

  g_array_set_size (self->hours, 0);
  for (guint i = 0; i < G_N_ELEMENTS (HOURS); i++)
    {
      offer_hours (self, words, HOURS[i]);
      place = HOURS[i] == hours ? i : place;
    }
  if (place == G_N_ELEMENTS (HOURS))
    offer_hours (self, words, hours);

  g_signal_handlers_block_matched (self->hours_row, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, self);
  adw_combo_row_set_model (self->hours_row, G_LIST_MODEL (words));
  adw_combo_row_set_selected (self->hours_row, place);
  g_signal_handlers_unblock_matched (self->hours_row, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, self);
  gtk_widget_set_visible (GTK_WIDGET (self->hours_row), self->agents->len > 1);
  gtk_widget_set_sensitive (GTK_WIDGET (self->hours_row), daybook_desk_may (daybook_desk_of (self->store), DAYBOOK_RIGHT_SETTINGS));
}

static void
on_hours_selected (DaybookPeopleGroup *self)
{
  guint place = adw_combo_row_get_selected (self->hours_row);
  guint hours = place < self->hours->len ? g_array_index (self->hours, guint, place) : 0;
  g_autofree char *value = g_strdup_printf ("%u", hours);
  /* Translators: the title of an act. */
  g_autofree char *title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "A forgotten shift ends after %u hour",
                                                         "A forgotten shift ends after %u hours", hours), hours);
  g_autoptr(DaybookEdit) edit = NULL;

  if (hours == 0 || self->store == NULL)
    return;

  edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (self->store));
  daybook_setting_set (edit, daybook_store_get_reader (self->store), DAYBOOK_PRESENCE_HOURS_SETTING, value);
  daybook_shell_commit (daybook_shell_of (GTK_WIDGET (self)), edit, NULL);
}

/* --- Rows ----------------------------------------------------------------------------------- */

/* Takes away those who are gone. */
static void
remove_gone (DaybookPeopleGroup *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    {
      gboolean there = FALSE;

      for (guint i = 0; i < self->agents->len && !there; i++)
        {
          const DaybookRow *agent = g_ptr_array_index (self->agents, i);

          there = daybook_id_equal (&agent->id, daybook_person_row_get_id (row));
        }
      if (!there)
        {
          g_hash_table_iter_remove (&iter);
          adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), row);
        }
    }
}

static void
add_row (DaybookPeopleGroup *self,
         DaybookRow         *agent)
{
  GtkWidget *row = daybook_person_row_new (self->store);

  daybook_person_row_show (DAYBOOK_PERSON_ROW (row), agent, count_owners (self->agents));
  g_hash_table_insert (self->rows, (gpointer) daybook_person_row_get_id (DAYBOOK_PERSON_ROW (row)), row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  if (daybook_id_equal (&agent->id, &self->added))
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
}

/* Rows stay the same widgets, so that one that is open stays open. */
static void
show_people (DaybookPeopleGroup *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) agents = daybook_reader_all (daybook_store_get_reader (self->store), &daybook_agents, &error);

  if (agents == NULL)
    {
      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), error->message);
      return;
    }

  g_clear_pointer (&self->agents, g_ptr_array_unref);
  self->agents = g_steal_pointer (&agents);
  remove_gone (self);
  for (guint i = 0; i < self->agents->len; i++)
    {
      DaybookRow *agent = g_ptr_array_index (self->agents, i);
      DaybookPersonRow *row = g_hash_table_lookup (self->rows, &agent->id);

      if (row != NULL)
        daybook_person_row_show (row, agent, count_owners (self->agents));
      else
        add_row (self, agent);
    }

  show_mode (self);
  show_desk (self);
  show_hours (self);
}

static void
on_add_clicked (DaybookPeopleGroup *self)
{
  g_autoptr (DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, _("Add a person"),
                                                   daybook_store_get_agent (self->store));

  daybook_id_fresh (&self->added, daybook_store_get_now (self->store) * 1000);
  daybook_edit_create (edit, &daybook_agents, &self->added);
  daybook_edit_give (edit, DAYBOOK_AGENT_NAME, daybook_value_text (_("New person")));
  daybook_edit_give (edit, DAYBOOK_AGENT_ROLE, daybook_value_int (DAYBOOK_ROLE_AGENT));
  daybook_shell_commit (daybook_shell_of (GTK_WIDGET (self)), edit, _("Person added"));
}

static void
daybook_people_group_dispose (GObject *object)
{
  DaybookPeopleGroup *self = DAYBOOK_PEOPLE_GROUP (object);

  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_pointer (&self->hours, g_array_unref);
  g_clear_pointer (&self->agents, g_ptr_array_unref);
  g_clear_object (&self->store);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (daybook_people_group_parent_class)->dispose (object);
}

static void
daybook_people_group_class_init (DaybookPeopleGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = daybook_people_group_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/settings/people-group.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookPeopleGroup, desk_row);
  gtk_widget_class_bind_template_child (widget_class, DaybookPeopleGroup, idle_row);
  gtk_widget_class_bind_template_child (widget_class, DaybookPeopleGroup, idle_button);
  gtk_widget_class_bind_template_child (widget_class, DaybookPeopleGroup, hours_row);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_hours_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_desk_selected);
}

static void
daybook_people_group_init (DaybookPeopleGroup *self)
{
  self->rows = g_hash_table_new (daybook_id_hash, daybook_id_equal);
  self->hours = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = daybook_prefs_new ();
  if (self->settings != NULL)
    g_settings_bind (self->settings, "idle-lock-minutes", self->idle_button, "value", G_SETTINGS_BIND_DEFAULT);
}

void
daybook_people_group_set_store (DaybookPeopleGroup *self,
                                DaybookStore       *store)
{
  g_return_if_fail (DAYBOOK_IS_PEOPLE_GROUP (self));

  g_set_object (&self->store, store);
  g_signal_connect_object (store, "changed", G_CALLBACK (show_people), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (daybook_desk_of (store), "agent-changed", G_CALLBACK (show_people), self, G_CONNECT_SWAPPED);
  show_people (self);
}
