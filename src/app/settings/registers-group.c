/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/settings/registers-group.h"

#include "app/common/shell.h"
#include "store/registers.h"

#include <glib/gi18n-lib.h>

struct _DaybookRegistersGroup
{
  AdwPreferencesGroup parent_instance;

  DaybookStore       *store;
  GPtrArray          *rows; /* AdwActionRow, borrowed */
  gboolean            filling;
};

G_DEFINE_FINAL_TYPE (DaybookRegistersGroup, daybook_registers_group, ADW_TYPE_PREFERENCES_GROUP)

static void
on_switched (DaybookRegistersGroup *self,
             GParamSpec            *pspec,
             GtkSwitch             *on_switch)
{
  const char *key = g_object_get_data (G_OBJECT (on_switch), "key");
  gboolean used = gtk_switch_get_active (on_switch);
  g_autofree char *title = g_strdup_printf (used ? _("Register shown: %s") : _("Register hidden: %s"),
                                            (const char *) g_object_get_data (G_OBJECT (on_switch), "title"));
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, daybook_store_get_agent (self->store));
  g_autoptr(GError) error = NULL;

  if (self->filling)
    return;

  if (daybook_registers_use (daybook_store_get_reader (self->store), edit, key, used, &error))
    daybook_shell_commit (daybook_shell_of (GTK_WIDGET (self)), edit, NULL);
  else
    daybook_shell_say_error (daybook_shell_of (GTK_WIDGET (self)), error);
}

static GtkWidget *
make_edit_button (DaybookRegister *definition)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-edit-symbolic");
  /* Translators: %s is a register. */
  g_autofree char *name = g_strdup_printf (_("Edit “%s”"), daybook_register_get_title (definition));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.edit-register-of");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", daybook_register_get_key (definition));
  return button;
}

/* At the group's head. */
static GtkWidget *
make_new_button (const char *icon,
                 const char *name,
                 const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static void
add_row (DaybookRegistersGroup     *self,
         const DaybookShopRegister *one)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *on_switch = gtk_switch_new ();
  const char *title = daybook_register_get_title (one->definition);
  const char *help = daybook_register_get_help (one->definition);

  /* Names and words of a shop are no markup. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), help != NULL ? help : "");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (daybook_register_get_icon (one->definition)));
  gtk_widget_set_valign (on_switch, GTK_ALIGN_CENTER);
  gtk_switch_set_active (GTK_SWITCH (on_switch), one->used);
  gtk_accessible_update_property (GTK_ACCESSIBLE (on_switch), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data_full (G_OBJECT (on_switch), "key", g_strdup (daybook_register_get_key (one->definition)), g_free);
  g_object_set_data_full (G_OBJECT (on_switch), "title", g_strdup (title), g_free);
  g_signal_connect_object (on_switch, "notify::active", G_CALLBACK (on_switched), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_edit_button (one->definition));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), on_switch);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), on_switch);
  g_object_set_data (G_OBJECT (row), "switch", on_switch);
  g_object_set_data (G_OBJECT (row), "definition", one->definition);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
add_all (DaybookRegistersGroup *self,
         GPtrArray             *registers)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < registers->len; i++)
    add_row (self, g_ptr_array_index (registers, i));
}

/* Definitions live for good: another one is one that was changed. */
static gboolean
is_as_shown (DaybookRegistersGroup *self,
             GPtrArray             *registers)
{
  gboolean same = registers->len == self->rows->len;

  for (guint i = 0; i < registers->len && same; i++)
    same = g_object_get_data (self->rows->pdata[i], "definition") == ((const DaybookShopRegister *) registers->pdata[i])->definition;
  return same;
}

/* The rows are made anew only where there are others: the focus stays on the switch. */
static void
fill (DaybookRegistersGroup *self)
{
  g_autoptr(GPtrArray) registers = daybook_registers_read (daybook_store_get_reader (self->store), NULL, NULL);

  if (registers == NULL)
    return;

  self->filling = TRUE;
  if (!is_as_shown (self, registers))
    add_all (self, registers);
  for (guint i = 0; i < registers->len; i++)
    gtk_switch_set_active (g_object_get_data (g_ptr_array_index (self->rows, i), "switch"),
                           ((const DaybookShopRegister *) g_ptr_array_index (registers, i))->used);
  self->filling = FALSE;
}

static void
daybook_registers_group_dispose (GObject *object)
{
  DaybookRegistersGroup *self = DAYBOOK_REGISTERS_GROUP (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (daybook_registers_group_parent_class)->dispose (object);
}

static void
daybook_registers_group_class_init (DaybookRegistersGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_registers_group_dispose;
}

static void
daybook_registers_group_init (DaybookRegistersGroup *self)
{
  GtkWidget *ends = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->rows = g_ptr_array_new ();
  gtk_box_append (GTK_BOX (ends), make_new_button ("document-open-symbolic", _("Take a Register From a File…"), "win.take-register"));
  gtk_box_append (GTK_BOX (ends), make_new_button ("list-add-symbolic", _("New Register…"), "win.new-register"));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), ends);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Registers"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         _("Show those that your shop keeps. Cases of one that is hidden stay in the book, and are found by searching."));
}

void
daybook_registers_group_set_store (DaybookRegistersGroup *self,
                                   DaybookStore          *store)
{
  g_return_if_fail (self->store == NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
}
