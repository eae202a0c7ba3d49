/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/row-excerpt.h"

#include "core/article.h"
#include "core/markdown-parts.h"
#include "core/phrase-text.h"
#include "core/phrase.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What lies beyond is found, but not shown. */
#define MOST_BYTES (128 * 1024)

gboolean
daybook_table_has_excerpts (const DaybookTable *table)
{
  return table == &daybook_articles || table == &daybook_phrases;
}

/* --- The text ------------------------------------------------------------------------------ */

static DaybookMarkdown *
parse_body (const DaybookRow *article)
{
  const char *body = daybook_row_text (article, DAYBOOK_ARTICLE_BODY);

  return daybook_markdown_parse (body, (gssize) strnlen (body, MOST_BYTES));
}

/* All the ways to say it, a line each. */
static char *
phrase_words (const DaybookRow *phrase)
{
  g_autoptr(DaybookPhraseText) text = daybook_phrase_text_parse (daybook_row_text (phrase, DAYBOOK_PHRASE_TEXT));
  g_autoptr(GString) words = g_string_new (NULL);

  for (guint i = 0; i < text->variants->len; i++)
    {
      g_autofree char *way = daybook_phrase_text_words (text, i);

      g_string_append_printf (words, i > 0 ? "\n%s" : "%s", way);
    }

  return g_strdup (words->str);
}

char *
daybook_row_words (const DaybookRow *row)
{
  g_autoptr(DaybookMarkdown) body = NULL;

  if (row->table == &daybook_phrases)
    return phrase_words (row);
  if (row->table != &daybook_articles)
    return NULL;

  body = parse_body (row);
  return g_strdup (body->text);
}

static char *
first_words (const DaybookRow *row)
{
  g_autoptr(DaybookMarkdown) body = NULL;

  if (row->table == &daybook_phrases)
    {
      g_autoptr(DaybookPhraseText) text = daybook_phrase_text_parse (daybook_row_text (row, DAYBOOK_PHRASE_TEXT));

      return daybook_phrase_text_words (text, 0);
    }

  body = parse_body (row);
  return daybook_markdown_first_paragraph (body);
}

/* --- What was found ------------------------------------------------------------------------ */

static DaybookFoundIn
found_in (const DaybookField *field)
{
  return (field->flags & DAYBOOK_FIELD_PERSON) != 0 ? DAYBOOK_FOUND_IN_NAME : DAYBOOK_FOUND_IN_TEXT;
}

GArray *
daybook_row_title_matches (const DaybookRow *row,
                           GPtrArray        *terms)
{
  guint title = (guint) row->table->title;

  return daybook_search_matches (daybook_row_text (row, title), found_in (&row->table->fields[title]), terms);
}

static guint
text_field (const DaybookTable *table)
{
  return table == &daybook_articles ? DAYBOOK_ARTICLE_BODY : DAYBOOK_PHRASE_TEXT;
}

/* In a field beside its title and its text; NULL: in none. */
static DaybookExcerpt *
find_elsewhere (const DaybookRow *row,
                GPtrArray        *terms,
                guint             max_chars)
{
  for (guint i = 0; i < row->table->n_fields; i++)
    {
      const DaybookField *field = &row->table->fields[i];
      g_autoptr(DaybookExcerpt) excerpt = NULL;
      g_autofree char *lead = NULL;

      if ((field->flags & DAYBOOK_FIELD_SEARCH) == 0 || (int) i == row->table->title || i == text_field (row->table))
        continue;
      excerpt = daybook_search_excerpt (daybook_row_text (row, i), found_in (field), terms, max_chars);
      if (excerpt == NULL)
        continue;

      /* Translators: a field's name, and the words around what was found in it. */
      lead = g_strdup_printf (_("%s: %s"), _(field->label), "");
      daybook_excerpt_put_before (excerpt, lead);
      return g_steal_pointer (&excerpt);
    }

  return NULL;
}

static DaybookExcerpt *
begin (const DaybookRow *row,
       guint             max_chars)
{
  g_autofree char *words = first_words (row);
  char *beginning = g_utf8_substring (words, 0, MIN (g_utf8_strlen (words, -1), (glong) max_chars));

  return daybook_excerpt_new_plain (g_strdelimit (beginning, "\n\r\t\v\f", ' '));
}

DaybookExcerpt *
daybook_row_excerpt (const DaybookRow *row,
                     GPtrArray        *terms,
                     guint             max_chars)
{
  g_autofree char *words = daybook_row_words (row);
  g_autoptr(GArray) in_title = NULL;
  DaybookExcerpt *excerpt = words != NULL ? daybook_search_excerpt (words, DAYBOOK_FOUND_IN_TEXT, terms, max_chars) : NULL;

  if (words == NULL || excerpt != NULL)
    return excerpt;

  in_title = daybook_row_title_matches (row, terms);
  excerpt = in_title->len == 0 ? find_elsewhere (row, terms, max_chars) : NULL;
  return excerpt != NULL ? excerpt : begin (row, max_chars);
}
