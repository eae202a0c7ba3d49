/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/markdown-write.h"

#include <string.h>

/* They mean something wherever they stand. */
#define ANYWHERE "\\`*_[]<>~|&"

/* They do where a line begins: lists, headings. */
#define IN_FRONT "-+#="

/* "1." begins a numbered list: the sign behind the number, or NULL. */
static const char *
number_sign (const char *p,
             const char *end)
{
  const char *after = p;

  while (after < end && g_ascii_isdigit (*after))
    after++;
  return after > p && after < end && (*after == '.' || *after == ')') ? after : NULL;
}

void
daybook_markdown_append_plain (GString    *out,
                               const char *text,
                               gssize      length)
{
  const char *end = text + (length >= 0 ? (gsize) length : strlen (text));
  const char *sign = NULL;
  gboolean fresh = out->len == 0 || out->str[out->len - 1] == '\n';

  for (const char *p = text; p < end; p++)
    {
      gboolean blank = *p == ' ' || *p == '\t';

      /* Blanks in front of a line would make code of it. */
      if (fresh && blank)
        continue;
      if (fresh)
        sign = number_sign (p, end);
      if ((fresh && strchr (IN_FRONT, *p) != NULL) || p == sign || strchr (ANYWHERE, *p) != NULL)
        g_string_append_c (out, '\\');
      g_string_append_c (out, *p);
      fresh = *p == '\n';
    }
}
