/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/tags.h"

/* What stands between two blanks, be they those of Chinese texts, is one. */
static gboolean
is_between (gunichar c)
{
  return g_unichar_isspace (c) || g_unichar_iscntrl (c);
}

static const char *
skip_marks (const char *from,
            const char *end)
{
  while (from < end && (g_utf8_get_char (from) == '#' || g_utf8_get_char (from) == 0xff03))
    from = g_utf8_next_char (from);

  return from;
}

static void
add (GPtrArray  *tags,
     const char *from,
     const char *end)
{
  const char *start = skip_marks (from, end);
  g_autofree char *tag = g_strndup (start, (gsize) (end - start));

  if (*tag != '\0' && !g_ptr_array_find_with_equal_func (tags, tag, g_str_equal, NULL))
    g_ptr_array_add (tags, g_steal_pointer (&tag));
}

char **
daybook_tags_split (const char *text)
{
  GPtrArray *tags = g_ptr_array_new ();
  const char *from = text != NULL ? text : "", *end = from;

  for (; *end != '\0'; end = g_utf8_next_char (end))
    if (is_between (g_utf8_get_char (end)))
      {
        add (tags, from, end);
        from = g_utf8_next_char (end);
      }
  add (tags, from, end);
  g_ptr_array_add (tags, NULL);
  return (char **) g_ptr_array_free (tags, FALSE);
}

static char *
join (char **tags)
{
  return *tags != NULL ? g_strjoinv (" ", tags) : NULL;
}

char *
daybook_tags_with (const char *text,
                   const char *more)
{
  g_autofree char *both = g_strconcat (text != NULL ? text : "", " ", more, NULL);
  g_auto(GStrv) tags = daybook_tags_split (both);

  return join (tags);
}

char *
daybook_tags_without (const char *text,
                      const char *tag)
{
  g_auto(GStrv) tags = daybook_tags_split (text);
  g_autoptr(GStrvBuilder) left = g_strv_builder_new ();
  g_auto(GStrv) kept = NULL;

  for (char **each = tags; *each != NULL; each++)
    if (!g_str_equal (*each, tag))
      g_strv_builder_add (left, *each);
  kept = g_strv_builder_end (left);
  return join (kept);
}
