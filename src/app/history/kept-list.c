/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/history/kept-list.h"

#include "core/moment.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

static char *
describe_reason (DaybookStore      *store,
                 const DaybookKept *kept)
{
  GTimeZone *zone = daybook_store_get_zone (store);
  g_autofree char *at = daybook_moment_format (kept->at, daybook_store_get_now (store), zone);

  if (kept->reason != NULL)
    return g_strdup (kept->reason);
  if (kept->by == NULL || *kept->by == '\0')
    /* Translators: why an undo left a field as it is; the time of the later change */
    return g_strdup_printf (_("changed %s"), at);

  /* Translators: why an undo left a field as it is: who changed it later, and when */
  return g_strdup_printf (_("changed by %s, %s"), kept->by, at);
}

static GtkWidget *
new_row (DaybookStore      *store,
         const DaybookKept *kept)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *reason = describe_reason (store, kept);
  /* Translators: a field of a row: the row’s title ("1234567890"), the field’s name ("Note") */
  g_autofree char *title = g_strdup_printf (_("%s · %s"), kept->title, _(kept->table->fields[kept->field].label));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), reason);
  return row;
}

void
daybook_kept_list_fill (GtkListBox   *list,
                        DaybookStore *store,
                        GPtrArray    *kept)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));

  for (guint i = 0; kept != NULL && i < kept->len; i++)
    gtk_list_box_append (list, new_row (store, g_ptr_array_index (kept, i)));
}
