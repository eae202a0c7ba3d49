/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/typed-time.h"

#include "core/moment.h"
#include "core/query.h"
#include "core/soon-word.h"
#include "core/task.h"

gboolean
daybook_typed_time_read (const char  *text,
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
  if (daybook_soon_word (bare, now, zone, moment))
    return TRUE;
  /* What is past is no such word, but it is a time; so is now+2h. */
  if (!daybook_query_resolve (&daybook_tasks.fields[DAYBOOK_TASK_DUE], bare, now, zone, NULL, &value, error))
    return FALSE;

  *moment = value.number;
  return TRUE;
}

char *
daybook_typed_time_print (gint64     moment,
                          GTimeZone *zone)
{
  g_autofree char *iso = moment != 0 ? daybook_moment_to_iso (moment, zone) : NULL;

  return iso != NULL ? g_strdup_printf ("%.10s %.5s", iso, iso + 11) : g_strdup ("");
}
