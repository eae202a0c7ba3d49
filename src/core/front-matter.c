/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/front-matter.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FENCE "---"

static void
free_member (gpointer data)
{
  DaybookFrontMember *member = data;

  g_free (member->name);
  g_free (member->value);
  g_free (member);
}

void
daybook_front_matter_free (DaybookFrontMatter *self)
{
  g_ptr_array_unref (self->members);
  g_free (self->body);
  g_free (self);
}

/* --- Reading ------------------------------------------------------------------------------ */

/* The line that begins at `*at`, which then is behind its end. (transfer full) */
static char *
take_line (const char **at)
{
  gsize length = strcspn (*at, "\r\n");
  char *line = g_strndup (*at, length);

  *at += length;
  *at += g_str_has_prefix (*at, "\r\n") ? 2 : **at != '\0';
  return line;
}

static gboolean
is_name (const char *text)
{
  if (!g_ascii_islower (*text))
    return FALSE;

  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_islower (*p) && !g_ascii_isdigit (*p) && *p != '-' && *p != '_')
      return FALSE;
  return TRUE;
}

/* Of "…" and '…' what stands between. Only our own writing has signs in it that were escaped. */
static char *
unquote (char *value)
{
  gsize length = strlen (value);
  char quote = *value;

  if (length < 2 || (quote != '"' && quote != '\'') || value[length - 1] != quote)
    return g_strdup (value);

  value[length - 1] = '\0';
  return quote == '"' ? g_strcompress (value + 1) : g_strdup (value + 1);
}

static gboolean
add_member (DaybookFrontMatter  *self,
            char                *line,
            guint                number,
            const char          *name,
            GError             **error)
{
  char *colon = strchr (line, ':');
  DaybookFrontMember *member;

  if (colon != NULL)
    *colon = '\0';
  g_strchomp (line);
  if (colon == NULL || !is_name (line))
    {
      g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT, _("%1$s, line %2$u: a member is written “name: value”."), name, number);
      return FALSE;
    }
  if (daybook_front_matter_find (self, line) != NULL)
    {
      g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT, _("%1$s, line %2$u: “%3$s” is there twice."), name, number, line);
      return FALSE;
    }

  member = g_new0 (DaybookFrontMember, 1);
  member->name = g_strdup (line);
  member->value = unquote (g_strstrip (colon + 1));
  member->line = number;
  g_ptr_array_add (self->members, member);
  return TRUE;
}

static void
skip_empty_lines (DaybookFrontMatter  *self,
                  const char         **at)
{
  while (**at == '\r' || **at == '\n')
    {
      g_autofree char *line = take_line (at);

      self->line += *line == '\0';
    }
}

DaybookFrontMatter *
daybook_front_matter_parse (const char  *text,
                            const char  *name,
                            GError     **error)
{
  g_autoptr(DaybookFrontMatter) self = g_new0 (DaybookFrontMatter, 1);
  const char *at = g_str_has_prefix (text, "\xef\xbb\xbf") ? text + 3 : text, *start = at;
  g_autofree char *first = take_line (&at);
  gboolean ended = !g_str_equal (g_strchomp (first), FENCE);

  self->members = g_ptr_array_new_with_free_func (free_member);
  self->line = 1;
  if (ended)
    at = start;
  while (!ended && *at != '\0')
    {
      g_autofree char *line = take_line (&at);

      self->line++;
      ended = g_str_equal (g_strchomp (line), FENCE);
      if (!ended && *line != '\0' && !add_member (self, line, self->line, name, error))
        return NULL;
    }
  if (!ended)
    {
      g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT, _("%s: the line “---” that ends what stands in front of the text is missing."), name);
      return NULL;
    }

  self->line += at != start;
  skip_empty_lines (self, &at);
  self->body = g_strdup (at);
  return g_steal_pointer (&self);
}

const DaybookFrontMember *
daybook_front_matter_find (const DaybookFrontMatter *self,
                           const char               *name)
{
  for (guint i = 0; i < self->members->len; i++)
    {
      const DaybookFrontMember *member = g_ptr_array_index (self->members, i);

      if (g_str_equal (member->name, name))
        return member;
    }

  return NULL;
}

/* --- Writing ------------------------------------------------------------------------------- */

/* Whether it would be read otherwise: it has quotes around it, blanks, or lines. */
static gboolean
needs_quotes (const char *value)
{
  gsize length = strlen (value);

  return *value == '"' || *value == '\'' || g_ascii_isspace (*value) || g_ascii_isspace (value[length - 1])
         || strpbrk (value, "\r\n") != NULL;
}

void
daybook_front_matter_write (GString    *out,
                            const char *name,
                            const char *value)
{
  g_autofree char *escaped = NULL;

  if (value == NULL || *value == '\0')
    return;
  if (!needs_quotes (value))
    {
      g_string_append_printf (out, "%s: %s\n", name, value);
      return;
    }

  escaped = g_strescape (value, NULL);
  g_string_append_printf (out, "%s: \"%s\"\n", name, escaped);
}
