/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window/presence-acts.h"

#include "app/common/shell.h"
#include "core/shop.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define LEAVE "leave"

static void
commit (DaybookShell       *shell,
        DaybookStore       *store,
        DaybookPresenceAct  act,
        const char         *note)
{
  DaybookReader *reader = daybook_store_get_reader (store);
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookRow) agent = daybook_reader_find (reader, &daybook_agents, daybook_store_get_agent (store), &error);
  g_autoptr(DaybookEdit) edit = agent != NULL ? daybook_presence_edit (reader, agent, act, note, daybook_store_get_now (store), &error) : NULL;

  if (edit != NULL)
    daybook_shell_commit (shell, edit, NULL);
  else if (error != NULL)
    daybook_shell_say_error (shell, error);
}

/* --- Away ----------------------------------------------------------------------------------- */

typedef struct
{
  DaybookStore *store; /* owned */
  GtkWidget    *asking; /* borrowed: the dialog is transient for its window */
  GtkEditable  *entry;
} Asked;

static void
free_asked (gpointer  data,
            GClosure *closure)
{
  Asked *asked = data;

  g_object_unref (asked->store);
  g_free (asked);
}

static void
on_response (AdwMessageDialog *dialog,
             const char       *response,
             Asked            *asked)
{
  g_autofree char *note = g_strstrip (g_strdup (gtk_editable_get_text (asked->entry)));

  /* A text that goes with the focus tells its entry, which is gone by then. */
  gtk_window_set_focus (GTK_WINDOW (dialog), NULL);
  if (g_str_equal (response, LEAVE))
    commit (daybook_shell_of (asked->asking), asked->store, DAYBOOK_PRESENCE_LEAVE, *note != '\0' ? note : NULL);
}

static GtkWidget *
make_entry (void)
{
  GtkWidget *entry = gtk_entry_new ();
  const char *label = _("Note");

  g_object_set (entry, "placeholder-text", _("Dinner, back at 20:00"), "activates-default", TRUE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return entry;
}

static void
ask (GtkWidget    *widget,
     DaybookStore *store)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
    _("Away From the Desk"), _("Your colleagues see it beside your name, with this note and since when.")));
  Asked *asked = g_new0 (Asked, 1);

  asked->store = g_object_ref (store);
  asked->asking = widget;
  asked->entry = GTK_EDITABLE (make_entry ());
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), LEAVE, _("_Away"), NULL);
  adw_message_dialog_set_response_appearance (dialog, LEAVE, ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, LEAVE);
  adw_message_dialog_set_close_response (dialog, "cancel");
  adw_message_dialog_set_extra_child (dialog, GTK_WIDGET (asked->entry));
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), asked, free_asked, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (GTK_WIDGET (asked->entry));
}

/* Nobody is asked for a note of what cannot be. */
static gboolean
may_leave (DaybookStore *store)
{
  g_auto(DaybookAttendance) attendance = DAYBOOK_ATTENDANCE_INIT;

  return daybook_attendance_read (daybook_store_get_reader (store), daybook_store_get_agent (store), &attendance, NULL)
         && daybook_attendance_allows (&attendance, DAYBOOK_PRESENCE_LEAVE);
}

void
daybook_presence_act (GtkWidget          *widget,
                      DaybookStore       *store,
                      DaybookPresenceAct  act)
{
  if (act == DAYBOOK_PRESENCE_LEAVE && may_leave (store))
    ask (widget, store);
  else
    commit (daybook_shell_of (widget), store, act, NULL);
}
