/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/shell.h"

#include "app/common/passing-copy.h"

#include <glib/gi18n-lib.h>

G_DEFINE_INTERFACE (DaybookShell, daybook_shell, GTK_TYPE_WIDGET)

static void
daybook_shell_default_init (DaybookShellInterface *iface)
{
}

DaybookShell *
daybook_shell_of (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  /* A dialog speaks through the window it belongs to. */
  while (root != NULL && !DAYBOOK_IS_SHELL (root))
    root = GTK_IS_WINDOW (root) ? GTK_ROOT (gtk_window_get_transient_for (GTK_WINDOW (root))) : NULL;

  return root != NULL ? DAYBOOK_SHELL (root) : NULL;
}

void
daybook_shell_commit (DaybookShell *self,
                      DaybookEdit  *edit,
                      const char   *done)
{
  g_return_if_fail (DAYBOOK_IS_SHELL (self));

  DAYBOOK_SHELL_GET_IFACE (self)->commit (self, edit, done);
}

void
daybook_shell_tell (DaybookShell         *self,
                    const DaybookOutcome *outcome,
                    const char           *done)
{
  g_return_if_fail (DAYBOOK_IS_SHELL (self));

  DAYBOOK_SHELL_GET_IFACE (self)->tell (self, outcome, done);
}

void
daybook_shell_say (DaybookShell *self,
                   const char   *text)
{
  g_return_if_fail (DAYBOOK_IS_SHELL (self));

  DAYBOOK_SHELL_GET_IFACE (self)->say (self, text);
}

static void
say_copied (GtkWidget  *widget,
            const char *said)
{
  /* Translators: %s is what was copied: an order number, or the name of a field, e.g. "Phone". */
  g_autofree char *text = g_strdup_printf (_("Copied: %s"), said);
  DaybookShell *shell = daybook_shell_of (widget);

  if (shell != NULL)
    daybook_shell_say (shell, text);
}

void
daybook_shell_copy (GtkWidget  *widget,
                    const char *value,
                    const char *said)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), value);
  say_copied (widget, said);
}

void
daybook_shell_copy_person (GtkWidget  *widget,
                           const char *value,
                           const char *said)
{
  daybook_passing_copy (gtk_widget_get_clipboard (widget), value);
  say_copied (widget, said);
}

void
daybook_shell_say_error (DaybookShell *self,
                         const GError *error)
{
  daybook_shell_say (self, error->message);
}

gboolean
daybook_shell_can_show (DaybookShell       *self,
                        const DaybookTable *table)
{
  g_return_val_if_fail (DAYBOOK_IS_SHELL (self), FALSE);

  return DAYBOOK_SHELL_GET_IFACE (self)->can_show (self, table);
}

void
daybook_shell_show_row (DaybookShell       *self,
                        const DaybookTable *table,
                        const DaybookId    *id)
{
  g_return_if_fail (DAYBOOK_IS_SHELL (self));

  DAYBOOK_SHELL_GET_IFACE (self)->show_row (self, table, id);
}

void
daybook_shell_show_act (DaybookShell       *self,
                        const DaybookTable *table,
                        const DaybookId    *act)
{
  g_autoptr(DaybookQuery) query = daybook_query_new (table);

  query->act = *act;
  daybook_shell_show_query (self, query);
}

void
daybook_shell_show_query (DaybookShell       *self,
                          const DaybookQuery *query)
{
  g_return_if_fail (DAYBOOK_IS_SHELL (self));

  DAYBOOK_SHELL_GET_IFACE (self)->show_query (self, query);
}

void
daybook_shell_import (DaybookShell *self,
                      GListModel   *files)
{
  g_return_if_fail (DAYBOOK_IS_SHELL (self));

  DAYBOOK_SHELL_GET_IFACE (self)->import (self, files);
}

void
daybook_shell_export (DaybookShell            *self,
                      const DaybookListExport *list)
{
  DAYBOOK_SHELL_GET_IFACE (self)->export (self, list);
}

void
daybook_shell_print (DaybookShell *self,
                     DaybookPrint *print,
                     const char   *title,
                     DaybookTake   as)
{
  DAYBOOK_SHELL_GET_IFACE (self)->print (self, print, title, as);
}
