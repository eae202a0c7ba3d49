/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/reason-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define SHOW "show"

typedef struct
{
  GtkEditable       *entry;
  DaybookReasonGiven given;
  gpointer           data;
} Asked;

static char *
read_reason (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

static void
on_reason_changed (AdwMessageDialog *dialog,
                   GtkEditable      *entry)
{
  g_autofree char *reason = read_reason (entry);

  adw_message_dialog_set_response_enabled (dialog, SHOW, *reason != '\0');
}

static void
on_response (AdwMessageDialog *dialog,
             const char       *response,
             Asked            *asked)
{
  g_autofree char *reason = g_str_equal (response, SHOW) ? read_reason (asked->entry) : NULL;

  /* A text that goes with the focus tells its entry, which is gone by then. */
  gtk_window_set_focus (GTK_WINDOW (dialog), NULL);
  asked->given (reason, asked->data);
}

static GtkWidget *
make_entry (AdwMessageDialog *dialog)
{
  GtkWidget *entry = gtk_entry_new ();
  const char *label = _("Reason");

  g_object_set (entry, "placeholder-text", _("The courier asks for the number"), "activates-default", TRUE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (entry, "changed", G_CALLBACK (on_reason_changed), dialog, G_CONNECT_SWAPPED);
  return entry;
}

static void
free_asked (gpointer  data,
            GClosure *closure)
{
  g_free (data);
}

void
daybook_reason_dialog_ask (GtkWidget          *widget,
                           DaybookReasonGiven  given,
                           gpointer            data)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
    _("Why Must You See It?"), _("It is written down with the reason, and the owner can read it.")));
  Asked *asked = g_new0 (Asked, 1);

  asked->entry = GTK_EDITABLE (make_entry (dialog));
  asked->given = given;
  asked->data = data;
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), SHOW, _("_Show in Full"), NULL);
  adw_message_dialog_set_response_appearance (dialog, SHOW, ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (dialog, SHOW, FALSE);
  adw_message_dialog_set_default_response (dialog, SHOW);
  adw_message_dialog_set_close_response (dialog, "cancel");
  adw_message_dialog_set_extra_child (dialog, GTK_WIDGET (asked->entry));
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), asked, free_asked, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
