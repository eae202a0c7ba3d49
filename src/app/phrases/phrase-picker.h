/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "app/common/page.h"
#include "core/phrase.h"

G_BEGIN_DECLS

/* Where a phrase is found, filled and copied (UX 5): it stands over the panel of a page, beside its list. What is
 * copied is written down as told to the customer, with what the phrases propose, in one act. */
#define DAYBOOK_TYPE_PHRASE_PICKER (daybook_phrase_picker_get_type ())
G_DECLARE_FINAL_TYPE (DaybookPhrasePicker, daybook_phrase_picker, DAYBOOK, PHRASE_PICKER, AdwBin)

/* Opens it in a page, or the one that is open there, for a row: a case in its register's table, an order, a customer;
 * NULL: for nobody in particular. The focus is where phrases are looked for. (transfer none) */
DaybookPhrasePicker *daybook_phrase_picker_open     (DaybookPage         *page,
                                                     DaybookDesk         *desk,
                                                     const DaybookRow    *of);
/* Looks for phrases of that purpose that have the words; "": any. */
void                 daybook_phrase_picker_look_for (DaybookPhrasePicker *self,
                                                     DaybookPurpose       purpose,
                                                     const char          *words);
/* That which is open in the page; NULL: none is. (transfer none) */
DaybookPhrasePicker *daybook_phrase_picker_in       (DaybookPage         *page);
/* Another row, or the same one after it has changed. What was chosen is filled anew for another one. */
void                 daybook_phrase_picker_set_of   (DaybookPhrasePicker *self,
                                                     const DaybookRow    *of);
/* Takes a phrase into the text. One that is there no longer is said. */
void                 daybook_phrase_picker_take     (DaybookPhrasePicker *self,
                                                     const DaybookId     *phrase);
/* Takes of an article that customers may be told the part that answers the question, or the words that are selected of
 * it, into the text; both may be NULL. One that is there no longer is said. */
void                 daybook_phrase_picker_take_article (DaybookPhrasePicker *self,
                                                     const DaybookId     *article,
                                                     const char          *question,
                                                     const char          *selected);
/* There is a text into which what was chosen can be put instead of the clipboard: `insert` is emitted then. Whoever
 * listened before does no longer: of several texts the last that asked is the one. Connect then. */
void                 daybook_phrase_picker_allow_insert (DaybookPhrasePicker *self);

/* Signals: `insert` (const char *text, GPtrArray *phrases, gint64 promised): to be put in, and what was promised in
 * it (UTC seconds; 0: nothing); the phrases and articles (DaybookRow) count as used when that is written down.
 * `dropped`: it was closed, and nothing was chosen. */

G_END_DECLS
