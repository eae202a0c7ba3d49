/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/markdown.h"
#include "core/phrase-text.h"

G_BEGIN_DECLS

/* What of an article is told to a customer, as it is written in a chat: plain words, items and rows of tables a line
 * each, of a link into the world also where it leads. A paragraph that is one bracket as a whole (“[Shop: complete every
 * bracket]”) is for the shop, and left out. Pure; any thread. */

/* The parts that make sense by themselves: the first paragraph, which answers at once; what comes before the first heading
 * where that is more; each section, without its heading; and all of it, where there are several. Each once; at least one,
 * which may be "". Ended by NULL. (transfer full) */
char **daybook_told_parts         (const DaybookMarkdown *article);
/* Which of those answers a question: the first that has most of its words, of those the rarest; 0 where none has any.
 * `question`: in plain words, or NULL. */
guint  daybook_told_parts_nearest (const DaybookMarkdown *article,
                                   const char            *question);
/* The parts as ways to say it, in which what stands in brackets is a blank; before them what somebody has selected of the
 * article, or NULL. `variant` gets the one to begin with. (transfer full) */
DaybookPhraseText *daybook_told_text (const char *body,
                                      const char *selected,
                                      const char *question,
                                      guint      *variant);

G_END_DECLS
