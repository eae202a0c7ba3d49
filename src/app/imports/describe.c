/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/imports/describe.h"

#include "app/common/words.h"
#include "core/moment.h"

#include <glib/gi18n-lib.h>

char *
daybook_describe_import (DaybookStore  *store,
                         DaybookImport *import)
{
  g_autofree char *as_of = daybook_moment_format_long (daybook_import_get_as_of (import),
                                                       daybook_store_get_zone (store));

  /* Translators: what a file is: the platform ("Tmall"), what it holds ("orders"),
   * its character encoding ("GB18030"), the time of the export */
  return g_strdup_printf (_("%s %s, %s, as of %s"),
                          daybook_words_platform (daybook_import_get_platform (import)),
                          daybook_words_kind (daybook_import_get_kind (import)),
                          daybook_import_get_encoding (import), as_of);
}

char *
daybook_describe_first_look (const DaybookFirstLook *look)
{
  /* Translators: what a file is: the platform ("Tmall"), what it holds ("orders"), its character encoding ("GB18030") */
  return g_markup_printf_escaped (_("%s %s, %s"), daybook_words_platform (look->platform), daybook_words_kind (look->kind), look->encoding);
}

/* Adds "120 new", unless there are none. */
static void
add_count (GString    *text,
           const char *format,
           guint64     count)
{
  g_autofree char *number = daybook_words_count (count);
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);

  if (count == 0)
    return;

  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, parts[0]);
  g_string_append (text, number);
  g_string_append (text, parts[1]);
}

char *
daybook_describe_counts (const DaybookStagingCounts *counts)
{
  GString *text = g_string_new (NULL);

  /* Translators: what an import did; %s is a number of orders */
  add_count (text, _("%s new"), counts->n_new);
  /* Translators: what an import did; %s is a number of orders */
  add_count (text, _("%s updated"), counts->n_updated);
  /* Translators: what an import did; %s is a number of orders */
  add_count (text, _("%s the same"), counts->n_same);
  /* Translators: what an import did; %s is a number of rows */
  add_count (text, _("%s with problems"), counts->n_problems);
  if (text->len == 0)
    g_string_append (text, _("nothing"));

  return g_string_free (text, FALSE);
}

char *
daybook_describe_progress (goffset current,
                           goffset total)
{
  if (total <= 0)
    return g_strdup ("");

  /* Translators: how much of a long work is done */
  return g_strdup_printf (_("%d %%"), (int) (CLAMP (current, 0, total) * 100 / total));
}

void
daybook_describe_show_cases (GtkLabel        *label,
                             DaybookImport   *import,
                             DaybookBornTime  time)
{
  g_autofree char *text = daybook_born_describe (daybook_staging_get_born (daybook_import_get_staging (import)), time);

  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}
