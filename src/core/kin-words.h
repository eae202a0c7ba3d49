/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What people mean by the words of a question: customers say “receipt” where the shop's article says “invoice”, and many
 * of their words say nothing of the matter. Pure; any thread. */

/* Whether a word, folded as by core/han.h, says nothing of what is asked: “the”, “how”, 怎么. */
gboolean   daybook_word_is_idle  (const char *word);
/* Whether a word stands in a text, both folded; in a Latin word's place may stand what begins so. */
gboolean   daybook_word_stands_in (const char *text,
                                  const char *word);
/* The matters of which a word stands in the text: each is words of the trade for one thing, in all languages, folded, ended
 * by NULL. At most `limit`. (element-type char**) (transfer container) */
GPtrArray *daybook_kin_words     (const char *text,
                                  guint       limit);

G_END_DECLS
