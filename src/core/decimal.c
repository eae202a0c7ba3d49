/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/decimal.h"

#include <string.h>

static gint64
power_of_ten (guint digits)
{
  gint64 power = 1;

  for (guint i = 0; i < digits; i++)
    power *= 10;

  return power;
}

char *
daybook_decimal_print (gint64 number,
                       guint  digits)
{
  gint64 one = power_of_ten (digits);
  guint64 size = number < 0 ? -(guint64) number : (guint64) number;

  if (digits == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, number);

  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%0*" G_GUINT64_FORMAT, number < 0 ? "-" : "", size / (guint64) one,
                          (int) digits, size % (guint64) one);
}

gboolean
daybook_decimal_parse (const char *text,
                       guint       digits,
                       gint64     *number)
{
  const char *point = strchr (text, '.');
  g_autofree char *plain = NULL;
  gsize behind = point != NULL ? strlen (point + 1) : 0;

  /* A sign, at most, and then a digit: zeros are added below. */
  if (!g_ascii_isdigit (text[*text == '-' || *text == '+']))
    return FALSE;
  if (behind > digits || (point != NULL && (behind == 0 || !g_ascii_isdigit (point[1]))))
    return FALSE;

  /* The digits as if there were no point, with the zeros that are missing behind it. */
  plain = g_strdup_printf ("%.*s%s%.*s", (int) (point != NULL ? point - text : (gssize) strlen (text)), text,
                           point != NULL ? point + 1 : "", (int) (digits - behind), "0000000000");
  return g_ascii_string_to_signed (plain, 10, G_MININT64, G_MAXINT64, number, NULL);
}
