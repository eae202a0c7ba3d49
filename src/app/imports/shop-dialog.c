/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/imports/shop-dialog.h"

#include <glib/gi18n-lib.h>

char *
daybook_shop_dialog_get_name (AdwMessageDialog *dialog)
{
  GtkWidget *list = adw_message_dialog_get_extra_child (dialog);
  GtkWidget *row = gtk_widget_get_first_child (list);

  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static void
on_name_changed (AdwMessageDialog *dialog)
{
  g_autofree char *name = daybook_shop_dialog_get_name (dialog);

  adw_message_dialog_set_response_enabled (dialog, DAYBOOK_SHOP_DIALOG_OPEN, *name != '\0');
}

static void
on_name_entered (AdwMessageDialog *dialog)
{
  g_autofree char *name = daybook_shop_dialog_get_name (dialog);

  if (*name == '\0')
    return;

  adw_message_dialog_response (dialog, DAYBOOK_SHOP_DIALOG_OPEN);
  gtk_window_close (GTK_WINDOW (dialog));
}

static GtkWidget *
make_name_list (AdwMessageDialog *dialog)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Name of the Shop"));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  g_signal_connect_object (row, "changed", G_CALLBACK (on_name_changed), dialog, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (on_name_entered), dialog, G_CONNECT_SWAPPED);
  return list;
}

AdwMessageDialog *
daybook_shop_dialog_new (GtkWindow *parent)
{
  AdwMessageDialog *dialog =
    ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, _("Orders of Another Shop"),
                                                _("They are kept apart from those of your other shops, also where they have the same numbers.")));

  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), DAYBOOK_SHOP_DIALOG_OPEN, _("_Open the Shop"), NULL);
  adw_message_dialog_set_response_appearance (dialog, DAYBOOK_SHOP_DIALOG_OPEN, ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (dialog, DAYBOOK_SHOP_DIALOG_OPEN, FALSE);
  adw_message_dialog_set_default_response (dialog, DAYBOOK_SHOP_DIALOG_OPEN);
  adw_message_dialog_set_close_response (dialog, "cancel");
  adw_message_dialog_set_extra_child (dialog, make_name_list (dialog));
  return dialog;
}
