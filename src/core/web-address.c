/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/web-address.h"

#include <string.h>

/* The bytes of the address at `text`, without what ends a sentence or a bracket around it; 0: none is there. */
static gsize
measure_address (const char *text)
{
  gsize scheme = g_ascii_strncasecmp (text, "https://", 8) == 0 ? 8 : g_ascii_strncasecmp (text, "http://", 7) == 0 ? 7 : 0;
  gsize n = scheme;
  int open = 0;

  if (scheme == 0 || !g_ascii_isalnum (text[n]))
    return 0;

  for (; g_ascii_isgraph (text[n]) && strchr ("<>\"`{}|\\^", text[n]) == NULL; n++)
    {
      open += text[n] == '(' ? 1 : text[n] == ')' ? -1 : 0;
      if (open < 0)
        break;
    }
  while (strchr (".,;:!?'*_~", text[n - 1]) != NULL)
    n--;
  return n;
}

const char *
daybook_web_address_find (const char *text,
                          gsize      *n)
{
  for (const char *p = text; (p = strstr (p, "://")) != NULL; p += 3)
    {
      const char *start = p;

      while (start > text && g_ascii_isalpha (start[-1]))
        start--;
      *n = measure_address (start);
      if (*n > 0)
        return start;
    }
  return NULL;
}
