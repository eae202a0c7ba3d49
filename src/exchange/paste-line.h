/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What one line of a page of reviews is, seen by itself. */

typedef enum
{
  DAYBOOK_PASTE_BLANK,
  DAYBOOK_PASTE_TEXT,
  DAYBOOK_PASTE_NICK,        /* it is said to be one */
  DAYBOOK_PASTE_MASKED,      /* it looks like a nick that the page has covered: t**8 */
  DAYBOOK_PASTE_TIME,
  DAYBOOK_PASTE_STARS,
  DAYBOOK_PASTE_VARIANT,
  DAYBOOK_PASTE_PRODUCT,
  DAYBOOK_PASTE_ORDER,
  DAYBOOK_PASTE_WORDS,
  DAYBOOK_PASTE_FOLLOW_UP,
  DAYBOOK_PASTE_FOLLOWED_AT,
  DAYBOOK_PASTE_REPLY,
  DAYBOOK_PASTE_REPLIED_AT,
  DAYBOOK_PASTE_PAGE,        /* a button of the page's, such as 有用(3) */
} DaybookPasteKind;

typedef struct
{
  DaybookPasteKind kind;
  char            *whole;  /* the line, without blanks around it */
  char            *text;   /* what it says, without its label; of a time what stands before it */
  char            *after;  /* of a time: what stands behind it */
  char            *time;   /* "2026-11-20 10:03", or NULL */
  guint            stars;
  gboolean         is_word; /* the stars are a word, which a page has in other places too */
} DaybookPasteLine;

/* `words`: of stars, see stars.h; or NULL. */
DaybookPasteLine *daybook_paste_line_read (const char       *line,
                                           gsize             length,
                                           GHashTable       *words);
void              daybook_paste_line_free (DaybookPasteLine *line);
/* Whether a text is so short, and so without a sentence's signs, that it may be a name. */
gboolean          daybook_paste_line_may_be_name (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookPasteLine, daybook_paste_line_free)

G_END_DECLS
