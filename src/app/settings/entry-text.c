/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/settings/entry-text.h"

/* On the row: what was shown last. */
#define SHOWN "daybook-shown"

void
daybook_entry_text_show (AdwEntryRow *row,
                         const char  *text)
{
  const char *shown = g_object_get_data (G_OBJECT (row), SHOWN);
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (row));

  if ((shown == NULL || g_str_equal (typed, shown)) && !g_str_equal (typed, text))
    gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_object_set_data_full (G_OBJECT (row), SHOWN, g_strdup (text), g_free);
}
