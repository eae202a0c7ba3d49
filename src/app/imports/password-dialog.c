/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/imports/password-dialog.h"

#include <glib/gi18n-lib.h>

char *
daybook_password_dialog_get (AdwMessageDialog *dialog)
{
  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog))));
}

static void
on_password_changed (AdwMessageDialog *dialog,
                     GtkEditable      *entry)
{
  adw_message_dialog_set_response_enabled (dialog, DAYBOOK_PASSWORD_DIALOG_OPEN, *gtk_editable_get_text (entry) != '\0');
}

/* A text that goes with the focus tells its entry, which is gone by then. */
static void
on_response (AdwMessageDialog *dialog)
{
  gtk_window_set_focus (GTK_WINDOW (dialog), NULL);
}

static GtkWidget *
make_entry (AdwMessageDialog *dialog)
{
  GtkWidget *entry = gtk_password_entry_new ();
  const char *label = _("Password of the File");

  gtk_password_entry_set_show_peek_icon (GTK_PASSWORD_ENTRY (entry), TRUE);
  g_object_set (entry, "placeholder-text", label, "activates-default", TRUE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (entry, "changed", G_CALLBACK (on_password_changed), dialog, G_CONNECT_SWAPPED);
  return entry;
}

AdwMessageDialog *
daybook_password_dialog_new (GtkWindow  *parent,
                             const char *name,
                             const char *why)
{
  /* Translators: %s is the name of a file */
  g_autofree char *heading = g_strdup_printf (_("“%s” Is Locked"), name);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, why));

  adw_message_dialog_add_responses (dialog, "cancel", _("_Leave It"), DAYBOOK_PASSWORD_DIALOG_OPEN, _("_Unlock"), NULL);
  adw_message_dialog_set_response_appearance (dialog, DAYBOOK_PASSWORD_DIALOG_OPEN, ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (dialog, DAYBOOK_PASSWORD_DIALOG_OPEN, FALSE);
  adw_message_dialog_set_default_response (dialog, DAYBOOK_PASSWORD_DIALOG_OPEN);
  adw_message_dialog_set_close_response (dialog, "cancel");
  adw_message_dialog_set_extra_child (dialog, make_entry (dialog));
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), NULL);
  return dialog;
}
