/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/phrase-facts.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A text that is made of phrases, and of parts of articles, in a buffer that people edit as they like: what is known is put in, what is asked of
 * the person is a blank in square brackets, which is selected as a whole, so that typing replaces it. It has a blank
 * left as long as one stands in it, however it came there. */
#define DAYBOOK_TYPE_PHRASE_DRAFT (daybook_phrase_draft_get_type ())
G_DECLARE_FINAL_TYPE (DaybookPhraseDraft, daybook_phrase_draft, DAYBOOK, PHRASE_DRAFT, GObject)

DaybookPhraseDraft *daybook_phrase_draft_new          (GtkTextBuffer            *buffer);
/* Of whom and what phrases speak that are added from now on. `about` and what is in it stay the caller's, and as they
 * are until the next call. */
void                daybook_phrase_draft_set_about    (DaybookPhraseDraft       *self,
                                                       const DaybookPhraseAbout *about);
/* Fills those anew that are there; what the person has given for blanks is forgotten. */
void                daybook_phrase_draft_refill       (DaybookPhraseDraft       *self);
/* What is promised, UTC seconds; 0: nothing but what the case has to come. Only its places change. */
void                daybook_phrase_draft_set_promised (DaybookPhraseDraft       *self,
                                                       gint64                    promised);
/* Adds a phrase (daybook_phrases) as a paragraph at the end. */
void                daybook_phrase_draft_add          (DaybookPhraseDraft       *self,
                                                       const DaybookRow         *phrase);
/* Adds a part of an article (daybook_articles) in the same way: `selected` where somebody has selected words of it, else
 * the part that answers the question; its other parts are ways to say it (core/told-parts.h). Both may be NULL. */
void                daybook_phrase_draft_add_article  (DaybookPhraseDraft       *self,
                                                       const DaybookRow         *article,
                                                       const char               *question,
                                                       const char               *selected);
/* Empties it; nothing of it can be taken back. */
void                daybook_phrase_draft_clear        (DaybookPhraseDraft       *self);
gboolean            daybook_phrase_draft_is_empty     (DaybookPhraseDraft       *self);
/* The phrases and articles of which something is left, each once. (element-type DaybookRow) (transfer full) */
GPtrArray          *daybook_phrase_draft_get_phrases  (DaybookPhraseDraft       *self);
/* (transfer full) */
char               *daybook_phrase_draft_get_text     (DaybookPhraseDraft       *self);

/* How many ways there are to say the phrase that the cursor is in; 0: it is in none. */
guint               daybook_phrase_draft_count_ways   (DaybookPhraseDraft       *self);
/* The article that the cursor is in; NULL: it is in none. (transfer none) */
const DaybookRow   *daybook_phrase_draft_get_article  (DaybookPhraseDraft       *self);
/* Says it in the next (1) or the last (-1) of them. FALSE: there is no other one. */
gboolean            daybook_phrase_draft_turn         (DaybookPhraseDraft       *self,
                                                       int                       step);

/* What the first blank is called; NULL: there is none. (transfer full) */
char               *daybook_phrase_draft_find_blank   (DaybookPhraseDraft       *self);
/* Selects the next blank (1) or the last one (-1) from the cursor on, and begins anew at the end; or the first (0). What was typed for one
 * stands wherever the same is asked then. FALSE: there is none. */
gboolean            daybook_phrase_draft_go_to_blank  (DaybookPhraseDraft       *self,
                                                       int                       step);
/* Puts what was typed for a blank wherever the same is asked. */
void                daybook_phrase_draft_settle       (DaybookPhraseDraft       *self);
/* Whether a promise stands in it, or is asked for. */
gboolean            daybook_phrase_draft_has_promise  (DaybookPhraseDraft       *self);

/* Signals: `edited`: the text is another one, by whomever. `given` (const char *name, const char *value): the person has
 * filled a blank. */

G_END_DECLS
