/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/date-style.h"

#include "core/moment.h"
#include "exchange/clean.h"

#include <string.h>

static gboolean
reads (const char *pattern,
       const char *date)
{
  const char *const one[] = { pattern, NULL };
  gint64 wall;

  return daybook_moment_parse_wall (date, one, &wall);
}

/* A date that no pattern reads tells nothing of how the others are written. */
static gboolean
any_reads (const char *const *patterns,
           const char        *date)
{
  gint64 wall;

  for (; *patterns != NULL; patterns++)
    if (reads (*patterns, date))
      return TRUE;
  return daybook_moment_parse_wall (date, NULL, &wall);
}

static void
leave_out (GPtrArray         *left,
           const char *const *patterns,
           const char        *date)
{
  if (*date == '\0' || !any_reads (patterns, date))
    return;

  for (guint i = left->len; i > 0; i--)
    if (!reads (g_ptr_array_index (left, i - 1), date))
      g_ptr_array_remove_index (left, i - 1);
}

static void
look_at_column (GPtrArray         *left,
                const char *const *patterns,
                guint              column,
                const GPtrArray   *sample)
{
  g_autoptr(GString) date = g_string_new (NULL);

  for (guint i = 0; i < sample->len; i++)
    {
      char **cells = g_ptr_array_index (sample, i);

      g_string_truncate (date, 0);
      if (column < g_strv_length (cells))
        daybook_clean_text (cells[column], strlen (cells[column]), date);
      leave_out (left, patterns, date->str);
    }
}

static GPtrArray *
make_list (const char *const *patterns)
{
  GPtrArray *list = g_ptr_array_new ();

  for (; patterns != NULL && *patterns != NULL; patterns++)
    g_ptr_array_add (list, (gpointer) *patterns);
  return list;
}

GPtrArray *
daybook_date_style_find (const char *const    *patterns,
                         const DaybookBinding *binding,
                         const GPtrArray      *sample)
{
  GPtrArray *left = make_list (patterns);

  for (guint i = 0; left->len > 1 && i < binding->order->len; i++)
    {
      const DaybookBound *bound = g_ptr_array_index (binding->order, i);
      const GArray *columns = g_ptr_array_index (bound->parts, 0);

      for (guint c = 0; bound->field->type == DAYBOOK_TYPE_TIME && c < columns->len; c++)
        look_at_column (left, patterns, g_array_index (columns, guint, c), sample);
    }

  if (left->len == 0)
    {
      g_ptr_array_unref (left);
      left = make_list (patterns);
    }
  g_ptr_array_add (left, NULL);
  return left;
}
