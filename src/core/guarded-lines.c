/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/guarded-lines.h"

#include "core/guard-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The columns of a line that has tabs. */
enum
{
  COLUMN_TEXT,
  COLUMN_INSTEAD,
  COLUMN_WHY,
  N_COLUMNS,
};

static void
line_free (gpointer data)
{
  DaybookGuardedLine *line = data;

  g_free (line->text);
  g_free (line->instead);
  g_free (line->why);
  g_free (line->fault);
  g_free (line);
}

/* --- One line --------------------------------------------------------------------------- */

/* What of it is left without blanks; NULL: nothing. (transfer full) */
static char *
trim (const char *text)
{
  char *trimmed = text != NULL ? g_strstrip (g_strdup (text)) : NULL;

  if (trimmed != NULL && *trimmed == '\0')
    g_clear_pointer (&trimmed, g_free);
  return trimmed;
}

/* The first comma, of either kind; NULL: there is none. `length`: its bytes. */
static const char *
find_comma (const char *text,
            gsize      *length)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (*p == ',' || g_utf8_get_char (p) == 0xff0c)
      {
        *length = (gsize) (g_utf8_next_char (p) - p);
        return p;
      }

  return NULL;
}

static void
split_at_tabs (DaybookGuardedLine *line,
               const char         *text)
{
  g_auto(GStrv) columns = g_strsplit (text, "\t", -1);
  guint n = g_strv_length (columns);

  line->text = trim (columns[COLUMN_TEXT]);
  line->instead = n > COLUMN_INSTEAD ? trim (columns[COLUMN_INSTEAD]) : NULL;
  line->why = n > COLUMN_WHY ? trim (columns[COLUMN_WHY]) : NULL;
  for (guint i = N_COLUMNS; i < n && line->fault == NULL; i++)
    if (*g_strstrip (columns[i]) != '\0')
      line->fault = g_strdup_printf (_("Line %u has more than a word, a better wording and why."), line->number);
}

static void
split_at_comma (DaybookGuardedLine *line,
                const char         *text)
{
  gsize length = 0;
  const char *comma = find_comma (text, &length);
  g_autofree char *word = comma != NULL ? g_strndup (text, (gsize) (comma - text)) : g_strdup (text);

  line->text = trim (word);
  line->instead = comma != NULL ? trim (comma + length) : NULL;
}

/* What is wrong with the word; NULL: nothing is. `known` gets it then. (transfer full) */
static char *
fault_of (const DaybookGuardedLine *line,
          GHashTable               *known)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *key = NULL;

  if (line->text == NULL)
    return g_strdup_printf (_("Line %u has no word before the better wording."), line->number);
  if (!daybook_guard_check_word (line->text, &error))
    /* Translators: of a line of a list, and what is wrong with it: a sentence. */
    return g_strdup_printf (_("Line %1$u: %2$s"), line->number, error->message);

  key = daybook_guard_word_key (line->text);
  if (g_hash_table_contains (known, key))
    return g_strdup_printf (_("Line %1$u: “%2$s” is guarded already."), line->number, line->text);

  g_hash_table_add (known, g_steal_pointer (&key));
  return NULL;
}

static DaybookGuardedLine *
read_line (const char *text,
           guint       number,
           GHashTable *known)
{
  DaybookGuardedLine *line = g_new0 (DaybookGuardedLine, 1);

  line->number = number;
  if (strchr (text, '\t') != NULL)
    split_at_tabs (line, text);
  else
    split_at_comma (line, text);
  if (line->fault == NULL)
    line->fault = fault_of (line, known);
  return line;
}

/* --- All of them ------------------------------------------------------------------------ */

GPtrArray *
daybook_guarded_lines_read (const char *text,
                            GHashTable *known)
{
  g_auto(GStrv) texts = g_strsplit (text, "\n", -1);
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autofree char *whole = trim (texts[i]);

      /* A tab at the front is an empty column. */
      if (whole != NULL)
        g_ptr_array_add (lines, read_line (texts[i], i + 1, known));
    }
  return lines;
}

guint
daybook_guarded_lines_count (GPtrArray *lines)
{
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    n += ((const DaybookGuardedLine *) g_ptr_array_index (lines, i))->fault == NULL;
  return n;
}
