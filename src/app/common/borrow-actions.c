/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/borrow-actions.h"

void
daybook_borrow_actions (GtkWidget         *dialog,
                        GtkWindow         *window,
                        const char *const *names)
{
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();

  for (; *names != NULL; names++)
    {
      GAction *action = G_IS_ACTION_MAP (window) ? g_action_map_lookup_action (G_ACTION_MAP (window), *names) : NULL;

      if (action != NULL)
        g_action_map_add_action (G_ACTION_MAP (group), action);
    }
  gtk_widget_insert_action_group (dialog, "win", G_ACTION_GROUP (group));
}
