/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table-rows.h"

#include <string.h>

static guint
find_heading (char       **headings,
              const char  *heading)
{
  g_autofree char *quoted = g_strdup_printf ("\"%s\"", heading);

  for (guint i = 0; headings[i] != NULL; i++)
    if (g_str_equal (headings[i], heading) || g_str_equal (headings[i], quoted))
      return i;

  g_error ("no column %s", heading);
}

void
add_row (GString    *table,
         const char *header,
         char        delimiter,
         ...)
{
  const char between[] = { delimiter, '\0' };
  g_autofree char *line = g_strndup (header, strcspn (header, "\n"));
  g_auto(GStrv) headings = g_strsplit (line, between, -1);
  guint n = g_strv_length (headings);
  g_autofree const char **cells = g_new0 (const char *, n);
  const char *heading;
  va_list args;

  va_start (args, delimiter);
  while ((heading = va_arg (args, const char *)) != NULL)
    cells[find_heading (headings, heading)] = va_arg (args, const char *);
  va_end (args);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (table, "%s%s", i > 0 ? between : "", cells[i] != NULL ? cells[i] : "");
  g_string_append_c (table, '\n');
}
