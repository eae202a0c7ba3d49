/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/entry-text.h"

/* On the row: what was shown last, or confirmed since. */
#define SHOWN "daybook-shown"

static void
remember (AdwEntryRow *row,
          const char  *text)
{
  g_object_set_data_full (G_OBJECT (row), SHOWN, g_strdup (text), g_free);
}

/* What was confirmed is being typed no longer, though the book may say so only later, or be
 * undone until then. A text that was refused is. */
static void
on_applied (AdwEntryRow *row)
{
  if (!gtk_widget_has_css_class (GTK_WIDGET (row), "error"))
    remember (row, gtk_editable_get_text (GTK_EDITABLE (row)));
}

void
daybook_entry_text_show (AdwEntryRow *row,
                         const char  *text)
{
  const char *shown = g_object_get_data (G_OBJECT (row), SHOWN);
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (row));

  /* Letter by letter: after a blank the next word is to come. */
  if ((shown == NULL || g_str_equal (typed, shown)) && !g_str_equal (typed, text))
    gtk_editable_set_text (GTK_EDITABLE (row), text);
  if (shown == NULL)
    g_signal_connect_after (row, "apply", G_CALLBACK (on_applied), NULL);
  remember (row, text);
}

void
daybook_entry_text_turn (AdwEntryRow *row,
                         const char  *text)
{
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (row)), text))
    gtk_editable_set_text (GTK_EDITABLE (row), text);
  daybook_entry_text_show (row, text);
}
