/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/clip.h"

#include <string.h>

enum
{
  MAX_CHARS = 40,
  MAX_BYTES = MAX_CHARS * 4,
};

/* Control characters would break a message's line or a terminal. */
static void
add_visible (GString  *clip,
             gunichar  c)
{
  if (c < 0x20 || (c >= 0x7f && c < 0xa0))
    c = ' ';
  g_string_append_unichar (clip, c);
}

char *
daybook_clip (const char *text)
{
  gsize length = text != NULL ? strnlen (text, MAX_BYTES + 1) : 0;
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", (gssize) length);
  GString *clip = g_string_new (NULL);
  const char *p = valid;

  for (int n = 0; *p != '\0' && n < MAX_CHARS; n++, p = g_utf8_next_char (p))
    add_visible (clip, g_utf8_get_char (p));
  if (*p != '\0')
    g_string_append (clip, "…");

  return g_string_free (clip, FALSE);
}
