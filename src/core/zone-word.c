/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/zone-word.h"

#include <string.h>

#define NAME "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_/"
#define HOUR 3600

/* Those that the system's database does not have, or not as files mean them: CET in summer is
 * CET there, and CEST is nowhere. Source: the names in use of the IANA time zone database. */
static const struct
{
  const char *name;
  int         hours;
} SHORT[] = {
  { "GMT", 0 }, { "WET", 0 }, { "BST", 1 }, { "CET", 1 }, { "CEST", 2 }, { "EET", 2 }, { "EEST", 3 },
  { "EST", -5 }, { "EDT", -4 }, { "CST", -6 }, { "CDT", -5 }, { "MST", -7 }, { "MDT", -6 }, { "PST", -8 },
  { "PDT", -7 }, { "AKST", -9 }, { "AKDT", -8 }, { "HST", -10 }, { "HKT", 8 }, { "SGT", 8 }, { "JST", 9 },
  { "KST", 9 }, { "AEST", 10 }, { "AEDT", 11 }, { "NZST", 12 }, { "NZDT", 13 },
};

static gboolean
find_offset (const char *name,
             gint64      wall,
             int        *offset)
{
  g_autoptr(GTimeZone) zone = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (SHORT); i++)
    if (g_str_equal (name, SHORT[i].name))
      {
        *offset = SHORT[i].hours * HOUR;
        return TRUE;
      }

  /* An identifier, and not the path of a file. */
  zone = g_ascii_isupper (*name) && strchr (name, '/') != NULL ? g_time_zone_new_identifier (name) : NULL;
  if (zone == NULL)
    return FALSE;
  *offset = g_time_zone_get_offset (zone, g_time_zone_adjust_time (zone, G_TIME_TYPE_STANDARD, &wall));
  return TRUE;
}

gboolean
daybook_zone_word_read (const char **at,
                        gint64       wall,
                        int         *offset)
{
  gsize length = strspn (*at, NAME);
  g_autofree char *name = g_strndup (*at, length);

  if (!find_offset (name, wall, offset))
    return FALSE;

  *at += length;
  return TRUE;
}
