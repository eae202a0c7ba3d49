/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Why a row was found: the place in a text where the terms of a search stand.
 * The text is shown as it is, so personal data is masked before. */

/* Bytes from `start` up to, not including, `end`. */
typedef struct
{
  gsize start;
  gsize end;
} DaybookSpan;

typedef struct
{
  char   *text;    /* one line of valid UTF-8; … where something is left out */
  GArray *matches; /* DaybookSpan: in `text`, in order, apart from each other */
} DaybookExcerpt;

typedef enum
{
  DAYBOOK_FOUND_IN_TEXT,
  DAYBOOK_FOUND_IN_NAME, /* found by its sound too */
} DaybookFoundIn;

/* Where the terms of daybook_terms_parse() stand in `text`, by the same tokens
 * as in the index: in order, apart from each other; empty when they do not.
 * (element-type DaybookSpan) (transfer full) */
GArray         *daybook_search_matches (const char     *text,
                                        DaybookFoundIn  kind,
                                        GPtrArray      *terms);
/* At most `max_chars` characters around the first match, and what matches in
 * them. NULL when nothing does: try another field. */
DaybookExcerpt *daybook_search_excerpt (const char     *text,
                                        DaybookFoundIn  kind,
                                        GPtrArray      *terms,
                                        guint           max_chars);
/* One in which nothing is marked; `text` is taken over. */
DaybookExcerpt *daybook_excerpt_new_plain (char        *text);
/* Says something before it: “Tags: ”. */
void            daybook_excerpt_put_before (DaybookExcerpt *self,
                                        const char     *words);
void            daybook_excerpt_free   (DaybookExcerpt *excerpt);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookExcerpt, daybook_excerpt_free)

G_END_DECLS
