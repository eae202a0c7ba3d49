/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Chinese addresses, as far as the list needs them. */

#include "exchange/clean.h"

#include <string.h>

/* Ends of names of the first and second order, the longer before the shorter. */
static const char *const PROVINCES[] = { "特别行政区", "自治区", "省", NULL };
static const char *const CITIES[] = { "自治州", "地区", "盟", "市", NULL };
static const char *const MUNICIPALITIES[] = { "北京", "上海", "天津", "重庆", NULL };

/* No name of an administrative division is longer, in bytes. */
#define MAX_NAME 48

/* The place behind the first of `ends` within the beginning of `text`, or NULL. */
static const char *
behind_name (const char        *text,
             const char *const *ends)
{
  const char *best = NULL;

  for (guint i = 0; ends[i] != NULL; i++)
    {
      const char *found = g_strstr_len (text, MAX_NAME, ends[i]);

      if (found != NULL && found > text && (best == NULL || found + strlen (ends[i]) < best))
        best = found + strlen (ends[i]);
    }

  return best;
}

static void
append_name (GString    *out,
             const char *name,
             gsize       length)
{
  if (length == 0 || (length == 4 && strncmp (name, "null", 4) == 0))
    return;
  if (out->len > 0)
    g_string_append_c (out, ' ');
  g_string_append_len (out, name, (gssize) length);
}

/* "江苏省 扬州市 广陵区 …": the first two words, whatever they are. */
static void
region_of_words (const char *address,
                 GString    *out)
{
  const char *first = address + strcspn (address, " ");
  const char *second = first + strspn (first, " ");

  append_name (out, address, (gsize) (first - address));
  append_name (out, second, strcspn (second, " "));
}

static const char *
behind_province (const char *address)
{
  for (guint i = 0; MUNICIPALITIES[i] != NULL; i++)
    if (g_str_has_prefix (address, MUNICIPALITIES[i]))
      return address + strlen (MUNICIPALITIES[i]);

  return behind_name (address, PROVINCES);
}

/* "江苏省扬州市广陵区…" */
static void
region_of_run (const char *address,
               GString    *out)
{
  const char *province = behind_province (address);
  const char *city = province != NULL && *province != '\0' ? behind_name (province, CITIES) : NULL;

  if (province != NULL && g_str_has_prefix (province, "市"))
    city = province = province + strlen ("市");
  if (province != NULL)
    append_name (out, address, (gsize) (province - address));
  if (city != NULL && city > province)
    append_name (out, province, (gsize) (city - province));
}

void
daybook_clean_region (const char *address,
                      GString    *out)
{
  const char *blank = strchr (address, ' ');

  g_string_truncate (out, 0);
  /* Addresses in Latin letters have no such order of words. */
  if ((guchar) *address < 0x80)
    return;
  if (blank != NULL && blank - address <= MAX_NAME)
    region_of_words (address, out);
  else
    region_of_run (address, out);
}

void
daybook_clean_address (const char *address,
                       GString    *out)
{
  g_string_truncate (out, 0);
  while (*address != '\0')
    {
      gsize n = strcspn (address, " ");

      append_name (out, address, n);
      address += n;
      address += strspn (address, " ");
    }
}
