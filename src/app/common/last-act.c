/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/last-act.h"

#include "app/common/shell.h"

static void
on_committed (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit_finish (DAYBOOK_STORE (source), result, &error);

  if (outcome == NULL)
    g_warning ("%s", error->message);
  daybook_last_act_release ();
}

void
daybook_last_act_hold (void)
{
  /* Tests of single widgets have none. */
  if (g_application_get_default () != NULL)
    g_application_hold (g_application_get_default ());
}

void
daybook_last_act_release (void)
{
  if (g_application_get_default () != NULL)
    g_application_release (g_application_get_default ());
}

void
daybook_last_act_commit (GtkWidget    *widget,
                         DaybookStore *store,
                         DaybookEdit  *edit)
{
  DaybookShell *shell = widget != NULL ? daybook_shell_of (widget) : NULL;

  if (shell != NULL)
    {
      daybook_shell_commit (shell, edit, NULL);
      return;
    }

  daybook_last_act_hold ();
  daybook_store_commit_async (store, edit, NULL, NULL, NULL, on_committed, NULL);
}
