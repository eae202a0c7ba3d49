/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/settings/word-row.h"

#include "app/settings/word-item.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  DaybookWordSwitched switched;
  gpointer            data;
} Told;

typedef struct
{
  GtkWidget  *row;
  GtkLabel   *word;
  GtkLabel   *below;
  GtkSwitch  *on_switch;
  gboolean    filling;
  const Told *told;
} Parts;

static GtkLabel *
make_label (GtkWidget *box)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
on_switched (GtkListItem *list_item,
             GParamSpec  *pspec,
             GtkSwitch   *on_switch)
{
  const Parts *parts = g_object_get_data (G_OBJECT (list_item), "parts");
  gpointer item = gtk_list_item_get_item (list_item);

  if (!parts->filling && item != NULL)
    parts->told->switched (item, gtk_switch_get_active (on_switch), parts->told->data);
}

static void
on_setup (GtkListItemFactory *factory,
          GtkListItem        *list_item,
          gpointer            data)
{
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  Parts *parts = g_new0 (Parts, 1);

  parts->told = data;
  parts->row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  parts->word = make_label (text);
  parts->below = make_label (text);
  gtk_widget_add_css_class (GTK_WIDGET (parts->below), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (parts->below), "dim-label");
  gtk_widget_set_hexpand (text, TRUE);
  parts->on_switch = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (parts->on_switch), GTK_ALIGN_CENTER);
  g_signal_connect_object (parts->on_switch, "notify::active", G_CALLBACK (on_switched), list_item, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (parts->row), text);
  gtk_box_append (GTK_BOX (parts->row), GTK_WIDGET (parts->on_switch));
  g_object_set_data_full (G_OBJECT (list_item), "parts", parts, g_free);
  gtk_list_item_set_child (list_item, parts->row);
}

static void
show_switch (Parts                     *parts,
             const DaybookGuardedEntry *entry)
{
  parts->filling = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (parts->on_switch), entry->shipped);
  gtk_widget_set_sensitive (GTK_WIDGET (parts->on_switch), !entry->rule_off);
  gtk_switch_set_active (parts->on_switch, !entry->off && !entry->rule_off);
  gtk_accessible_update_property (GTK_ACCESSIBLE (parts->on_switch), GTK_ACCESSIBLE_PROPERTY_LABEL, entry->text, -1);
  parts->filling = FALSE;
}

static void
on_bind (GtkListItemFactory *factory,
         GtkListItem        *list_item)
{
  DaybookWordItem *item = gtk_list_item_get_item (list_item);
  const DaybookGuardedEntry *entry = daybook_word_item_get_entry (item);
  Parts *parts = g_object_get_data (G_OBJECT (list_item), "parts");
  g_autofree char *below = daybook_word_item_describe (item);

  gtk_label_set_label (parts->word, entry->text);
  gtk_label_set_label (parts->below, below);
  gtk_widget_set_tooltip_text (parts->row, entry->why);
  if (entry->off || entry->rule_off)
    gtk_widget_add_css_class (GTK_WIDGET (parts->word), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (parts->word), "dim-label");
  show_switch (parts, entry);
}

static void
free_told (gpointer  told,
           GClosure *closure)
{
  g_free (told);
}

GtkListItemFactory *
daybook_word_row_factory_new (DaybookWordSwitched switched,
                              gpointer            data)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Told *told = g_new0 (Told, 1);

  told->switched = switched;
  told->data = data;
  g_signal_connect_data (factory, "setup", G_CALLBACK (on_setup), told, free_told, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  return factory;
}
