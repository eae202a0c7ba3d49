/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/calls/call-window.h"

#include "app/calls/call-sheet.h"
#include "app/common/shell.h"

#include <glib/gi18n-lib.h>

#define WIDTH 440
#define HEIGHT 680

static void
on_edit_wanted (GtkWidget   *window,
                DaybookEdit *edit)
{
  DaybookShell *shell = daybook_shell_of (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (window))));

  daybook_shell_commit (shell, edit, NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
on_escape (GtkWidget *window,
           GVariant  *arguments,
           gpointer   data)
{
  gtk_window_close (GTK_WINDOW (window));
  return TRUE;
}

static void
add_escape (GtkWidget *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0), gtk_callback_action_new (on_escape, NULL, NULL)));
  gtk_widget_add_controller (window, keys);
}

void
daybook_call_window_present (GtkWidget        *parent,
                             DaybookDesk      *desk,
                             const DaybookRow *of)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *sheet = daybook_call_sheet_new (desk);

  gtk_window_set_title (GTK_WINDOW (window), _("Call"));
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (gtk_widget_get_root (parent)));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_widget_set_vexpand (sheet, TRUE);
  g_signal_connect_object (sheet, "edit", G_CALLBACK (on_edit_wanted), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (sheet, "cancelled", G_CALLBACK (gtk_window_close), window, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (column), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (column), sheet);
  adw_window_set_content (ADW_WINDOW (window), column);
  add_escape (window);
  daybook_call_sheet_show_row (DAYBOOK_CALL_SHEET (sheet), of);
  gtk_window_present (GTK_WINDOW (window));
}
