/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/desk-button.h"

#include "app/common/words.h"
#include "core/shop.h"
#include "store/presences.h"

#include <glib/gi18n-lib.h>

struct _DaybookDeskButton
{
  AdwBin         parent_instance;

  GtkMenuButton *button;
  GtkLabel      *label;

  DaybookDesk   *desk;
  GSimpleAction *sit; /* its state is the id of who sits there */
  gboolean       is_old; /* the book has changed since the menu was made */
};

G_DEFINE_FINAL_TYPE (DaybookDeskButton, daybook_desk_button, ADW_TYPE_BIN)

/* "林晓 007 · away since 19:30: dinner" */
static char *
name_present (DaybookDeskButton *self,
              const DaybookRow  *agent)
{
  g_auto(DaybookAttendance) attendance = DAYBOOK_ATTENDANCE_INIT;
  DaybookStore *store = daybook_desk_get_store (self->desk);
  g_autofree char *name = daybook_desk_agent_name (agent);
  g_autofree char *standing = NULL;

  if (!daybook_attendance_read (daybook_store_get_reader (store), &agent->id, &attendance, NULL) || attendance.on_since == 0)
    return g_steal_pointer (&name);

  standing = daybook_attendance_describe (&attendance, daybook_store_get_now (store), daybook_store_get_zone (store));
  return g_strdup_printf (_("%s · %s"), name, standing);
}

static void
show_sitting (DaybookDeskButton *self,
              const DaybookRow  *agent)
{
  g_autofree char *id = daybook_id_to_string (&agent->id);
  g_autofree char *name = daybook_desk_agent_name (agent);
  /* Translators: %s is a person */
  g_autofree char *said = g_strdup_printf (_("At the desk: %s"), name);

  g_simple_action_set_state (self->sit, g_variant_new_string (id));
  gtk_label_set_label (self->label, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
}

static GMenu *
make_people (DaybookDeskButton *self)
{
  GPtrArray *agents = daybook_desk_get_agents (self->desk);
  const DaybookId *sitting = daybook_store_get_agent (daybook_desk_get_store (self->desk));
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < agents->len; i++)
    {
      const DaybookRow *agent = g_ptr_array_index (agents, i);
      g_autofree char *id = daybook_id_to_string (&agent->id);
      g_autofree char *name = name_present (self, agent);
      g_autofree char *label = daybook_words_in_menu (name);
      g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "desk.sit", "s", id);
      g_menu_append_item (menu, item);
      if (daybook_id_equal (&agent->id, sitting))
        show_sitting (self, agent);
    }

  return menu;
}

/* What whoever sits there can say of themselves now. */
static GMenu *
make_presence (DaybookDeskButton *self)
{
  static const struct
  {
    const char *label;
    const char *action;
  } ITEMS[] = {
    [DAYBOOK_PRESENCE_SIGN_ON] = { N_("Sign _On for a Shift"), "win.sign-on" },
    [DAYBOOK_PRESENCE_SIGN_OFF] = { N_("Sign O_ff"), "win.sign-off" },
    [DAYBOOK_PRESENCE_LEAVE] = { N_("_Away From the Desk…"), "win.away" },
    [DAYBOOK_PRESENCE_RETURN] = { N_("_Back at the Desk"), "win.at-desk" },
  };
  g_auto(DaybookAttendance) attendance = DAYBOOK_ATTENDANCE_INIT;
  DaybookStore *store = daybook_desk_get_store (self->desk);
  GMenu *menu = g_menu_new ();

  if (!daybook_attendance_read (daybook_store_get_reader (store), daybook_store_get_agent (store), &attendance, NULL))
    return menu;

  for (int act = 0; act < DAYBOOK_PRESENCE_N_ACTS; act++)
    if (daybook_attendance_allows (&attendance, (DaybookPresenceAct) act))
      g_menu_append (menu, _(ITEMS[act].label), ITEMS[act].action);
  return menu;
}

static void
show_people (DaybookDeskButton *self)
{
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenu) people = make_people (self);
  g_autoptr(GMenu) presence = make_presence (self);

  g_menu_append_section (menu, NULL, G_MENU_MODEL (people));
  if (daybook_desk_may (self->desk, DAYBOOK_RIGHT_WORK_OWN))
    g_menu_append_section (menu, NULL, G_MENU_MODEL (presence));
  g_menu_append (menu, _("_Lock, or Somebody Else…"), "win.lock");
  gtk_menu_button_set_menu_model (self->button, G_MENU_MODEL (menu));
  gtk_widget_set_visible (GTK_WIDGET (self), daybook_desk_get_agents (self->desk)->len > 1);
}

static void
on_sit (DaybookDeskButton *self,
        GVariant          *target)
{
  gtk_widget_activate_action_variant (GTK_WIDGET (self), "win.sit", target);
}

/* Who is on may be another: said once, when the menu is asked for. */
static void
on_store_changed (DaybookDeskButton *self)
{
  self->is_old = TRUE;
}

static void
on_opening (GtkMenuButton     *button,
            DaybookDeskButton *self)
{
  if (self->is_old)
    show_people (self);
  self->is_old = FALSE;
}

static void
daybook_desk_button_dispose (GObject *object)
{
  DaybookDeskButton *self = DAYBOOK_DESK_BUTTON (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->sit);

  G_OBJECT_CLASS (daybook_desk_button_parent_class)->dispose (object);
}

static void
daybook_desk_button_class_init (DaybookDeskButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = daybook_desk_button_dispose;
}

static GtkWidget *
make_face (DaybookDeskButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->label, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("avatar-default-symbolic"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("pan-up-symbolic"));
  return box;
}

static void
daybook_desk_button_init (DaybookDeskButton *self)
{
  g_autoptr(GSimpleActionGroup) actions = g_simple_action_group_new ();

  self->sit = g_simple_action_new_stateful ("sit", G_VARIANT_TYPE_STRING, g_variant_new_string (""));
  g_signal_connect_object (self->sit, "activate", G_CALLBACK (on_sit), self, G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (self->sit));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "desk", G_ACTION_GROUP (actions));

  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_child (self->button, make_face (self));
  gtk_menu_button_set_create_popup_func (self->button, (GtkMenuButtonCreatePopupFunc) on_opening, self, NULL);
  gtk_menu_button_set_direction (self->button, GTK_ARROW_UP);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "desk-button");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _("Who is at the desk: every act carries this name"));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
}

void
daybook_desk_button_set_desk (DaybookDeskButton *self,
                              DaybookDesk       *desk)
{
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "names-changed", G_CALLBACK (show_people), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "agent-changed", G_CALLBACK (show_people), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (daybook_desk_get_store (desk), "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  show_people (self);
}
