/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/today/task-time.h"

#include "core/moment.h"
#include "core/query.h"
#include "core/task.h"

#include <string.h>

/* "9:30", "14:30" */
static gboolean
is_time_alone (const char *text)
{
  const char *colon = strchr (text, ':');

  return colon != NULL && colon - text >= 1 && colon - text <= 2 && strlen (colon + 1) == 2
         && strspn (text, "0123456789:") == strlen (text) && strchr (colon + 1, ':') == NULL;
}

static gboolean
read_time_alone (const char  *text,
                 gint64       now,
                 GTimeZone   *zone,
                 gint64      *moment,
                 GError     **error)
{
  for (int day = 0; day < 2; day++)
    {
      g_autofree char *iso = daybook_moment_to_iso (daybook_moment_day (now, zone, day), zone);
      g_autofree char *both = g_strdup_printf ("%.10s %s", iso, text);

      if (!daybook_moment_parse (both, zone, moment, error))
        return FALSE;
      if (*moment > now)
        return TRUE;
    }
  return TRUE;
}

gboolean
daybook_task_time_read (const char  *text,
                        gint64       now,
                        GTimeZone   *zone,
                        gint64      *moment,
                        GError     **error)
{
  g_autofree char *bare = g_strstrip (g_strdup (text));
  g_auto(DaybookValue) value = DAYBOOK_VALUE_INIT;

  *moment = 0;
  if (*bare == '\0')
    return TRUE;
  if (is_time_alone (bare))
    return read_time_alone (bare, now, zone, moment, error);
  if (!daybook_query_resolve (&daybook_tasks.fields[DAYBOOK_TASK_DUE], bare, now, zone, NULL, &value, error))
    return FALSE;

  *moment = value.number;
  return TRUE;
}

char *
daybook_task_time_print (gint64     moment,
                         GTimeZone *zone)
{
  g_autofree char *iso = moment != 0 ? daybook_moment_to_iso (moment, zone) : NULL;

  return iso != NULL ? g_strdup_printf ("%.10s %.5s", iso, iso + 11) : g_strdup ("");
}
