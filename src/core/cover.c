/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/cover.h"

#include "core/excerpt.h"
#include "core/folded.h"
#include "core/han.h"
#include "core/mask.h"

#include <string.h>

#define COVER "…"

/* Seven digits and more, with single blanks or dashes between, but no day; an e-mail address. Of folded text. */
#define NUMBERS "(?<![0-9])(?![0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?![0-9]))\\+?[0-9](?:[ -]?[0-9]){6,}"
#define ADDRESSES "[a-z0-9._%+-]+@[a-z0-9.-]+\\.[a-z]{2,}"

static void
free_covered (gpointer data)
{
  DaybookCovered *self = data;

  g_free (self->text);
  g_free (self);
}

GPtrArray *
daybook_covered_new (void)
{
  return g_ptr_array_new_with_free_func (free_covered);
}

static void
add (GPtrArray          *all,
     DaybookCoveredKind  kind,
     const char         *text)
{
  DaybookCovered *self = g_new (DaybookCovered, 1);

  *self = (DaybookCovered) { kind, g_strdup (text) };
  g_ptr_array_add (all, self);
}

/* Mary Smith is known by either. */
static void
add_parts (GPtrArray  *all,
           const char *name)
{
  g_auto(GStrv) parts = g_strsplit_set (name, " \t·•", -1);

  for (char **part = parts; parts[1] != NULL && *part != NULL; part++)
    if (g_utf8_strlen (*part, -1) > 2)
      add (all, DAYBOOK_COVERED_WORD, *part);
}

void
daybook_covered_add (GPtrArray          *all,
                     DaybookCoveredKind  kind,
                     const char         *text)
{
  g_autofree char *bare = text != NULL ? g_strstrip (g_utf8_make_valid (text, -1)) : NULL;

  if (bare == NULL || g_utf8_strlen (bare, -1) < 2 || daybook_mask_is_masked (bare))
    return;

  add (all, kind, bare);
  if (kind == DAYBOOK_COVERED_NAME)
    add_parts (all, bare);
}

/* --- Finding ------------------------------------------------------------------------------ */

static void
add_span (GArray *spans,
          gsize   start,
          gsize   end)
{
  const DaybookSpan span = { start, end };

  g_array_append_val (spans, span);
}

/* Ann is not in Anniversary. */
static gboolean
is_apart (const char *text,
          const char *start,
          gsize       length)
{
  return (start == text || !g_ascii_isalnum (start[-1]) || !g_ascii_isalnum (*start))
         && (!g_ascii_isalnum (start[length]) || !g_ascii_isalnum (start[length - 1]));
}

static void
find_word (GArray     *spans,
           const char *text,
           const char *word)
{
  g_autoptr(DaybookFolded) folded = daybook_folded_new (word);

  for (const char *at = text; (at = strstr (at, folded->text)) != NULL; at += folded->length)
    if (is_apart (text, at, folded->length))
      add_span (spans, (gsize) (at - text), (gsize) (at - text) + folded->length);
}

/* How a Chinese person is called whose name begins so. */
static void
find_title (GArray     *spans,
            const char *text,
            const char *name)
{
  static const char *const TITLES[] = { "先生", "小姐", "女士", "太太", "阿姨", "老师", "总", "姐", "哥" };
  g_autoptr(DaybookFolded) folded = daybook_folded_new (name);

  if (!daybook_han_is (g_utf8_get_char (folded->text)))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (TITLES); i++)
    {
      g_autofree char *called = g_strdup_printf ("%.*s%s", (int) (g_utf8_next_char (folded->text) - folded->text), folded->text, TITLES[i]);

      find_word (spans, text, called);
    }
}

static void
find_pattern (GArray     *spans,
              const char *text,
              const char *pattern)
{
  g_autoptr(GRegex) regex = g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  int start, end;

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    if (g_match_info_fetch_pos (match, 0, &start, &end))
      add_span (spans, (gsize) start, (gsize) end);
}

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  const DaybookSpan *first = a, *second = b;

  return (first->start > second->start) - (first->start < second->start);
}

/* In the order of the text; they may lie over each other. */
static GArray *
find_all (const char *text,
          GPtrArray  *all)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (DaybookSpan));

  for (guint i = 0; i < all->len; i++)
    {
      const DaybookCovered *covered = g_ptr_array_index (all, i);

      find_word (spans, text, covered->text);
      if (covered->kind == DAYBOOK_COVERED_NAME)
        find_title (spans, text, covered->text);
    }
  find_pattern (spans, text, NUMBERS);
  find_pattern (spans, text, ADDRESSES);
  g_array_sort (spans, compare_spans);
  return spans;
}

char *
daybook_cover (const char *text,
               GPtrArray  *all)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr(DaybookFolded) folded = daybook_folded_new (valid);
  g_autoptr(GArray) spans = find_all (folded->text, all);
  GString *out = g_string_new (NULL);
  gsize done = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const DaybookSpan *span = &g_array_index (spans, DaybookSpan, i);
      gsize start = folded->origins[span->start], end = folded->origins[span->end];

      if (end <= done)
        continue;
      if (start >= done)
        {
          g_string_append_len (out, valid + done, (gssize) (start - done));
          g_string_append (out, COVER);
        }
      done = end;
    }
  g_string_append (out, valid + done);
  return g_string_free (out, FALSE);
}
