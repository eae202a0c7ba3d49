/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/list-emptiness.h"

gboolean
daybook_list_is_bare (DaybookReader      *reader,
                      const DaybookQuery *query)
{
  g_autoptr(DaybookQuery) all = NULL;

  if (query->conditions->len == 0 && query->search == NULL && !daybook_query_names_rows (query))
    return TRUE;

  all = daybook_query_new (query->table);
  return daybook_reader_count (reader, all, 1, NULL) == 0;
}

void
daybook_list_say_failure (GtkStack      *stack,
                          AdwStatusPage *failed,
                          const GError  *error)
{
  /* A status page's description is markup in libadwaita 1.2. */
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);

  adw_status_page_set_icon_name (failed, "dialog-warning-symbolic");
  adw_status_page_set_description (failed, escaped);
  gtk_stack_set_visible_child_name (stack, "failed");
}
