/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/view-saver.h"

#include "app/common/view-icons.h"

#include <glib/gi18n-lib.h>

struct _DaybookViewSaver
{
  AdwBin       parent_instance;

  /* Template widgets */
  GtkRevealer *revealer;
  GtkEditable *name_entry;
  GtkDropDown *icon_choice;
};

G_DEFINE_FINAL_TYPE (DaybookViewSaver, daybook_view_saver, ADW_TYPE_BIN)

enum
{
  SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_icon_setup (GtkSignalListItemFactory *factory,
               GtkListItem              *list_item)
{
  gtk_list_item_set_child (list_item, gtk_image_new ());
}

static void
on_icon_bind (GtkSignalListItemFactory *factory,
              GtkListItem              *list_item)
{
  GtkWidget *image = gtk_list_item_get_child (list_item);
  guint position = gtk_list_item_get_position (list_item);
  const char *name = daybook_view_icon_name (position);
  guint n_icons;

  gtk_image_set_from_icon_name (GTK_IMAGE (image), daybook_view_icons (&n_icons)[position].icon);
  gtk_widget_set_tooltip_text (image, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
fill_icons (DaybookViewSaver *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  guint n_icons;

  daybook_view_icons (&n_icons);
  for (guint i = 0; i < n_icons; i++)
    gtk_string_list_append (names, daybook_view_icon_name (i));

  g_signal_connect (factory, "setup", G_CALLBACK (on_icon_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_icon_bind), NULL);
  gtk_drop_down_set_factory (self->icon_choice, factory);
  gtk_drop_down_set_model (self->icon_choice, G_LIST_MODEL (names));
}

static void
on_close_clicked (DaybookViewSaver *self)
{
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

static void
on_save_clicked (DaybookViewSaver *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name_entry)));
  guint n_icons;

  if (*name == '\0')
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      gtk_widget_grab_focus (GTK_WIDGET (self->name_entry));
      return;
    }

  on_close_clicked (self);
  g_signal_emit (self, signals[SAVED], 0, name,
                 daybook_view_icons (&n_icons)[gtk_drop_down_get_selected (self->icon_choice)].icon);
  gtk_editable_set_text (self->name_entry, "");
}

static void
daybook_view_saver_class_init (DaybookViewSaverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/daybook/Daybook/common/view-saver.ui");
  gtk_widget_class_bind_template_child (widget_class, DaybookViewSaver, revealer);
  gtk_widget_class_bind_template_child (widget_class, DaybookViewSaver, name_entry);
  gtk_widget_class_bind_template_child (widget_class, DaybookViewSaver, icon_choice);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_close_clicked);
}

static void
daybook_view_saver_init (DaybookViewSaver *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_icons (self);
}

void
daybook_view_saver_begin (DaybookViewSaver *self)
{
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->name_entry));
}

gboolean
daybook_view_saver_end (DaybookViewSaver *self)
{
  gboolean was_open = gtk_revealer_get_reveal_child (self->revealer);

  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  return was_open;
}
