/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/told-parts.h"

#include "core/han.h"
#include "core/kin-words.h"
#include "core/tokens.h"

#include <string.h>

#define CELL_BORDER " | "
#define INDENT "  "
/* What the first paragraph's words, and those of a heading, count beside others. */
#define FIRST_SHARE 1.25
#define HEADING_SHARE 2.0

typedef struct
{
  char *heading; /* or "" */
  char *text;
} Part;

static void
part_free (gpointer data)
{
  Part *part = data;

  g_free (part->heading);
  g_free (part->text);
  g_free (part);
}

/* --- Blocks ---------------------------------------------------------------------------------- */

static gboolean
is_heading (const DaybookMarkdown *doc,
            guint                  i)
{
  return daybook_markdown_block (doc, i)->kind == DAYBOOK_MARKDOWN_HEADING;
}

/* A paragraph that is a bracket, and nothing else. */
static gboolean
is_for_the_shop (const char *text)
{
  static const char *const PAIRS[][2] = { { "[", "]" }, { "【", "】" }, { "［", "］" } };

  for (guint i = 0; i < G_N_ELEMENTS (PAIRS); i++)
    {
      const char *end = g_str_has_prefix (text, PAIRS[i][0]) ? strstr (text, PAIRS[i][1]) : NULL;

      if (end != NULL && end[strlen (PAIRS[i][1])] == '\0')
        return TRUE;
    }

  return FALSE;
}

/* www.example.com of http://www.example.com. */
static gboolean
is_address_of (const char *words,
               const char *target)
{
  return strchr (words, '.') != NULL && g_str_has_suffix (target, words);
}

/* Where it leads, behind the words of a link, unless they say it. */
static void
append_target (const DaybookMarkdown     *doc,
               const DaybookMarkdownSpan *span,
               GString                   *out)
{
  const DaybookMarkdownLink *link = span->link >= 0 ? daybook_markdown_link (doc, span->link) : NULL;
  g_autofree char *words = g_strndup (doc->text + span->start, span->end - span->start);

  if (link != NULL && link->kind == DAYBOOK_MARKDOWN_TO_WEB && !link->is_picture && !is_address_of (words, link->target))
    g_string_append_printf (out, " (%s)", link->target);
}

/* The words of a block, a line for each row of a table. */
static char *
block_words (const DaybookMarkdown      *doc,
             const DaybookMarkdownBlock *block)
{
  g_autoptr(GString) out = g_string_new (NULL);
  gsize done = block->start;

  for (guint i = block->span; i < block->span + block->n_spans; i++)
    {
      const DaybookMarkdownSpan *span = daybook_markdown_span (doc, i);

      g_string_append_len (out, doc->text + done, (gssize) (span->end - done));
      append_target (doc, span, out);
      done = span->end;
    }
  g_string_append_len (out, doc->text + done, (gssize) (block->end - done));
  if (block->kind == DAYBOOK_MARKDOWN_TABLE)
    g_string_replace (out, "\t", CELL_BORDER, 0);
  return g_strdup (out->str);
}

/* "1. " and "- " before the first block of an item, and room for it before the others. */
static void
append_lead (const DaybookMarkdown      *doc,
             guint                       i,
             GString                    *out)
{
  int path[DAYBOOK_MARKDOWN_MAX_DEPTH];
  guint depth = daybook_markdown_path (doc, daybook_markdown_block (doc, i), path);

  for (guint k = 0; k < depth; k++)
    {
      const DaybookMarkdownHolder *holder = daybook_markdown_holder (doc, path[k]);

      if (holder->kind == DAYBOOK_MARKDOWN_QUOTE)
        continue;
      if (holder->block != i)
        g_string_append (out, INDENT);
      else if (holder->kind == DAYBOOK_MARKDOWN_NUMBER)
        g_string_append_printf (out, "%u. ", holder->number);
      else
        g_string_append (out, "- ");
    }
}

static void
append_block (const DaybookMarkdown *doc,
              guint                  i,
              GString               *out)
{
  const DaybookMarkdownBlock *block = daybook_markdown_block (doc, i);
  g_autofree char *words = block_words (doc, block);

  if (*g_strstrip (words) == '\0' || block->kind == DAYBOOK_MARKDOWN_PICTURE || is_for_the_shop (words))
    return;
  if (out->len > 0)
    g_string_append (out, block->kind == DAYBOOK_MARKDOWN_HEADING ? "\n\n" : "\n");
  append_lead (doc, i, out);
  g_string_append (out, words);
}

/* The blocks from `first` up to, not including, `end`. */
static char *
join_blocks (const DaybookMarkdown *doc,
             guint                  first,
             guint                  end)
{
  g_autoptr(GString) out = g_string_new (NULL);

  for (guint i = first; i < end; i++)
    append_block (doc, i, out);
  return g_strdup (out->str);
}

/* --- Parts ------------------------------------------------------------------------------------- */

static gboolean
is_known (GPtrArray  *parts,
          const char *text)
{
  for (guint i = 0; i < parts->len; i++)
    if (g_str_equal (((const Part *) g_ptr_array_index (parts, i))->text, text))
      return TRUE;

  return FALSE;
}

/* Takes over both. */
static void
add_part (GPtrArray *parts,
          char      *heading,
          char      *text)
{
  Part *part = g_new (Part, 1);

  *part = (Part) { heading, text };
  if (*text != '\0' && !is_known (parts, text))
    g_ptr_array_add (parts, part);
  else
    part_free (part);
}

static guint
find_first_paragraph (const DaybookMarkdown *doc)
{
  for (guint i = 0; i < doc->blocks->len; i++)
    {
      const DaybookMarkdownBlock *block = daybook_markdown_block (doc, i);
      g_autofree char *words = block_words (doc, block);

      if (block->kind == DAYBOOK_MARKDOWN_PARAGRAPH && block->inside < 0 && !is_for_the_shop (words))
        return i;
    }

  return doc->blocks->len;
}

/* All but the whole. */
static GPtrArray *
list_parts (const DaybookMarkdown *doc)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (part_free);
  guint n = doc->blocks->len, paragraph = find_first_paragraph (doc);
  guint first = 0;

  if (paragraph < n)
    add_part (parts, g_strdup (""), join_blocks (doc, paragraph, paragraph + 1));
  for (guint i = 0; i <= n; i++)
    if (i == n || is_heading (doc, i))
      {
        gboolean is_headed = first < n && is_heading (doc, first);
        char *heading = is_headed ? block_words (doc, daybook_markdown_block (doc, first)) : g_strdup ("");

        add_part (parts, heading, join_blocks (doc, first + is_headed, i));
        first = i;
      }
  if (parts->len == 0)
    {
      Part *none = g_new (Part, 1);

      *none = (Part) { g_strdup (""), g_strdup ("") };
      g_ptr_array_add (parts, none);
    }

  return parts;
}

char **
daybook_told_parts (const DaybookMarkdown *article)
{
  g_autoptr(GPtrArray) parts = list_parts (article);
  g_autofree char *whole = join_blocks (article, 0, article->blocks->len);
  GPtrArray *texts = g_ptr_array_new ();

  for (guint i = 0; i < parts->len; i++)
    g_ptr_array_add (texts, g_strdup (((const Part *) g_ptr_array_index (parts, i))->text));
  if (parts->len > 1 && !is_known (parts, whole))
    g_ptr_array_add (texts, g_steal_pointer (&whole));
  g_ptr_array_add (texts, NULL);
  return (char **) g_ptr_array_free (texts, FALSE);
}

/* --- Which answers ------------------------------------------------------------------------------- */

/* Each once; one character alone says nothing, nor do words that stand in any question. */
static int
add_word (const char *token,
          gsize       n,
          gsize       start,
          gsize       end,
          gpointer    data)
{
  g_autofree char *word = g_strndup (token, n);

  if (g_utf8_strlen (word, -1) > 1 && !daybook_word_is_idle (word))
    g_hash_table_add (data, g_steal_pointer (&word));
  return 0;
}

/* Adds what the word is worth to each part that has it: the more, the fewer have it. */
static void
weigh_word (GPtrArray  *parts,
            const char *word,
            double     *scores)
{
  g_autofree double *found = g_new0 (double, parts->len);
  guint n = 0;

  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = g_ptr_array_index (parts, i);

      found[i] = daybook_word_stands_in (part->text, word) + HEADING_SHARE * daybook_word_stands_in (part->heading, word);
      n += found[i] > 0;
    }
  for (guint i = 0; i < parts->len; i++)
    scores[i] += found[i] / MAX (n, 1);
}

static void
fold (char **text)
{
  char *folded = daybook_han_fold (*text);

  g_free (*text);
  *text = folded;
}

guint
daybook_told_parts_nearest (const DaybookMarkdown *article,
                            const char            *question)
{
  g_autoptr(GPtrArray) parts = list_parts (article);
  g_autoptr(GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree double *scores = g_new0 (double, parts->len);
  GHashTableIter iter;
  gpointer word;
  guint best = 0;

  if (question != NULL)
    daybook_tokens_foreach (question, strlen (question), DAYBOOK_TOKENS_TEXT, add_word, words);
  for (guint i = 0; i < parts->len; i++)
    {
      fold (&((Part *) g_ptr_array_index (parts, i))->heading);
      fold (&((Part *) g_ptr_array_index (parts, i))->text);
    }
  g_hash_table_iter_init (&iter, words);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    weigh_word (parts, word, scores);

  scores[0] *= FIRST_SHARE;
  for (guint i = 1; i < parts->len; i++)
    if (scores[i] > scores[best])
      best = i;
  return best;
}

DaybookPhraseText *
daybook_told_text (const char *body,
                   const char *selected,
                   const char *question,
                   guint      *variant)
{
  g_autoptr(DaybookMarkdown) article = daybook_markdown_parse (body, -1);
  g_autoptr(GStrvBuilder) ways = g_strv_builder_new ();
  g_auto(GStrv) parts = daybook_told_parts (article);
  g_auto(GStrv) all = NULL;

  if (selected != NULL)
    g_strv_builder_add (ways, selected);
  g_strv_builder_addv (ways, (const char **) parts);
  all = g_strv_builder_end (ways);
  *variant = selected != NULL ? 0 : daybook_told_parts_nearest (article, question);
  return daybook_phrase_text_bracketed ((const char *const *) all);
}
