/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/phrase-path.h"

#include "core/clip.h"
#include "core/register.h"
#include "core/soon-word.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Some moment: whether a text is a time does not hang on it, but for days that are past. */
#define ANY_MOMENT 0

static void
free_path (gpointer data)
{
  DaybookPhrasePath *path = data;

  g_free (path->label);
  g_free (path->key);
  g_free (path);
}

GPtrArray *
daybook_phrase_paths_new (void)
{
  return g_ptr_array_new_with_free_func (free_path);
}

void
daybook_phrase_paths_add (GPtrArray  *paths,
                          const char *label,
                          const char *key)
{
  DaybookPhrasePath *path = g_new0 (DaybookPhrasePath, 1);

  path->label = g_strdup (label);
  path->key = g_strdup (key);
  g_ptr_array_add (paths, path);
}

/* The last arrow: what the customer says may have one. */
static gboolean
read_path (GPtrArray   *paths,
           const char  *line,
           GError     **error)
{
  const char *arrow = g_strrstr (line, DAYBOOK_PHRASE_ARROW);
  g_autofree char *label = arrow != NULL ? g_strstrip (g_strndup (line, (gsize) (arrow - line))) : g_strdup ("");
  g_autofree char *key = arrow != NULL ? g_strstrip (g_strdup (arrow + strlen (DAYBOOK_PHRASE_ARROW))) : NULL;

  if (*label != '\0' && daybook_is_key (key))
    {
      daybook_phrase_paths_add (paths, label, key);
      return TRUE;
    }

  g_autofree char *clip = daybook_clip (line);
  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT,
               /* Translators: a line that somebody has written. */
               _("“%s” leads to no phrase: write what the customer says, “->”, and the name of the phrase that follows."), clip);
  return FALSE;
}

GPtrArray *
daybook_phrase_paths_parse (const char  *text,
                            GError     **error)
{
  g_auto(GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);
  g_autoptr(GPtrArray) paths = daybook_phrase_paths_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0' && !read_path (paths, lines[i], error))
      return NULL;

  return g_steal_pointer (&paths);
}

char *
daybook_phrase_paths_print (GPtrArray *paths)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < paths->len; i++)
    {
      const DaybookPhrasePath *path = g_ptr_array_index (paths, i);

      g_string_append_printf (text, "%s%s " DAYBOOK_PHRASE_ARROW " %s", i > 0 ? "\n" : "", path->label, path->key);
    }

  return g_string_free (text, paths->len == 0);
}

gboolean
daybook_phrase_paths_check (const char  *text,
                            GError     **error)
{
  g_autoptr(GPtrArray) paths = daybook_phrase_paths_parse (text, error);

  return paths != NULL;
}

/* --- When -------------------------------------------------------------------------------- */

gboolean
daybook_phrase_when (const char  *text,
                     gint64       now,
                     GTimeZone   *zone,
                     gint64      *moment,
                     GError     **error)
{
  guint seconds;

  if (daybook_span_parse (text, &seconds) && seconds > 0)
    {
      *moment = now + seconds;
      return TRUE;
    }
  if (daybook_soon_word (text, now, zone, moment))
    return TRUE;

  g_autofree char *clip = daybook_clip (text);
  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT,
               _("“%s” is no time to come: write a span such as 2h or 3d, or a time such as “tomorrow 10:00”."), clip);
  return FALSE;
}

gboolean
daybook_phrase_when_check (const char  *text,
                           GError     **error)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  gint64 moment;

  return daybook_phrase_when (text, ANY_MOMENT, utc, &moment, error);
}
