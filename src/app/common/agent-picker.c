/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/agent-picker.h"

#include "app/compat/drop-down.h"
#include "core/shop.h"

#include <glib/gi18n-lib.h>

struct _DaybookAgentPicker
{
  AdwBin       parent_instance;

  GtkDropDown *drop_down;
  DaybookDesk *desk;
  GPtrArray   *agents; /* DaybookRow: those of the list, after "Nobody" */
  DaybookId    agent;  /* shown; null is nobody */
  guint        roles;  /* of those in the list */
  gboolean     showing;
};

G_DEFINE_FINAL_TYPE (DaybookAgentPicker, daybook_agent_picker, ADW_TYPE_BIN)

enum
{
  PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_selected (DaybookAgentPicker *self)
{
  guint selected = gtk_drop_down_get_selected (self->drop_down);
  const DaybookRow *row = NULL;

  if (self->showing || selected == GTK_INVALID_LIST_POSITION)
    return;

  if (selected > 0 && selected <= self->agents->len)
    row = g_ptr_array_index (self->agents, selected - 1);
  self->agent = row != NULL ? row->id : (DaybookId) { 0 };
  g_signal_emit (self, signals[PICKED], 0, row);
}

static guint
find (DaybookAgentPicker *self)
{
  for (guint i = 0; i < self->agents->len; i++)
    if (daybook_id_equal (&((DaybookRow *) g_ptr_array_index (self->agents, i))->id, &self->agent))
      return i + 1;

  return 0;
}

/* Those of the roles, and whoever is shown. (transfer full) */
static GPtrArray *
list_agents (DaybookAgentPicker *self)
{
  GPtrArray *all = daybook_desk_get_agents (self->desk);
  GPtrArray *agents = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);

  for (guint i = 0; i < all->len; i++)
    {
      DaybookRow *agent = g_ptr_array_index (all, i);

      if ((self->roles >> daybook_row_int (agent, DAYBOOK_AGENT_ROLE) & 1) != 0 || daybook_id_equal (&agent->id, &self->agent))
        g_ptr_array_add (agents, daybook_row_ref (agent));
    }
  return agents;
}

static void
fill (DaybookAgentPicker *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  g_ptr_array_unref (self->agents);
  self->agents = list_agents (self);
  /* Translators: no agent has this order. */
  gtk_string_list_append (names, _("Nobody"));
  for (guint i = 0; i < self->agents->len; i++)
    {
      g_autofree char *name = daybook_agent_label (g_ptr_array_index (self->agents, i));

      gtk_string_list_append (names, name);
    }

  self->showing = TRUE;
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->drop_down, find (self));
  self->showing = FALSE;
}

static void
daybook_agent_picker_finalize (GObject *object)
{
  DaybookAgentPicker *self = DAYBOOK_AGENT_PICKER (object);

  g_clear_object (&self->desk);
  g_ptr_array_unref (self->agents);

  G_OBJECT_CLASS (daybook_agent_picker_parent_class)->finalize (object);
}

static void
daybook_agent_picker_class_init (DaybookAgentPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = daybook_agent_picker_finalize;

  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, DAYBOOK_TYPE_ROW);
}

static void
on_name_setup (GtkListItemFactory *factory,
               GtkListItem        *list_item,
               gpointer            ellipsize)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), (PangoEllipsizeMode) GPOINTER_TO_INT (ellipsize));
  gtk_list_item_set_child (list_item, label);
}

static void
on_name_bind (GtkListItemFactory *factory,
              GtkListItem        *list_item)
{
  GtkStringObject *name = gtk_list_item_get_item (list_item);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (list_item)), gtk_string_object_get_string (name));
}

static GtkListItemFactory *
make_factory (PangoEllipsizeMode ellipsize)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_name_setup), GINT_TO_POINTER (ellipsize));
  g_signal_connect (factory, "bind", G_CALLBACK (on_name_bind), NULL);
  return factory;
}

/* In a narrow panel the button gives way; the list shows names in full. */
static void
set_factories (GtkDropDown *drop_down)
{
  g_autoptr(GtkListItemFactory) button = make_factory (PANGO_ELLIPSIZE_END);
  g_autoptr(GtkListItemFactory) list = make_factory (PANGO_ELLIPSIZE_NONE);

  gtk_drop_down_set_factory (drop_down, button);
  gtk_drop_down_set_list_factory (drop_down, list);
}

static void
daybook_agent_picker_init (DaybookAgentPicker *self)
{
  self->agents = g_ptr_array_new ();
  self->roles = G_MAXUINT;
  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  set_factories (self->drop_down);
  daybook_drop_down_set_question (self->drop_down, _("Agent"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Agent"), -1);
  g_signal_connect_swapped (self->drop_down, "notify::selected", G_CALLBACK (on_selected), self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->drop_down));
}

void
daybook_agent_picker_set_desk (DaybookAgentPicker *self,
                               DaybookDesk        *desk)
{
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "names-changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
}

void
daybook_agent_picker_set_roles (DaybookAgentPicker *self,
                                guint               roles)
{
  self->roles = roles;
  if (self->desk != NULL)
    fill (self);
}

void
daybook_agent_picker_set_agent (DaybookAgentPicker *self,
                                const DaybookId    *agent)
{
  self->agent = agent != NULL ? *agent : (DaybookId) { 0 };
  if (agent != NULL && find (self) == 0)
    fill (self);
  self->showing = TRUE;
  gtk_drop_down_set_selected (self->drop_down, find (self));
  self->showing = FALSE;
}

void
daybook_agent_picker_set_mixed (DaybookAgentPicker *self)
{
  self->agent = (DaybookId) { 0 };
  self->showing = TRUE;
  gtk_drop_down_set_selected (self->drop_down, GTK_INVALID_LIST_POSITION);
  self->showing = FALSE;
}

void
daybook_agent_picker_begin (DaybookAgentPicker *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->drop_down));
  gtk_widget_activate (GTK_WIDGET (self->drop_down));
}

char *
daybook_agent_label (const DaybookRow *agent)
{
  const char *code = daybook_row_text (agent, DAYBOOK_AGENT_CODE);

  return g_strconcat (daybook_row_text (agent, DAYBOOK_AGENT_NAME), *code != '\0' ? " " : "", code, NULL);
}
