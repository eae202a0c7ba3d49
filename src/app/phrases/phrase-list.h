/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "core/case.h"
#include "core/phrase.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Where phrases are looked for: by words, purpose and whose they are, the likeliest first; with nothing typed the
 * favourites before all. */
#define DAYBOOK_TYPE_PHRASE_LIST (daybook_phrase_list_get_type ())
G_DECLARE_FINAL_TYPE (DaybookPhraseList, daybook_phrase_list, DAYBOOK, PHRASE_LIST, AdwBin)

/* Once. */
void daybook_phrase_list_set_desk (DaybookPhraseList *self,
                                   DaybookDesk       *desk);
/* For what is looked for from now on: a case, or another row, or NULL. Asks anew; what is selected stays so where it is
 * the same row. */
void daybook_phrase_list_set_of   (DaybookPhraseList *self,
                                   const DaybookRow  *of);
/* Puts the focus where words are typed, and selects those that are there. */
void daybook_phrase_list_focus    (DaybookPhraseList *self);
/* Looks for what is for that purpose and has the words; "": any. */
void daybook_phrase_list_look_for (DaybookPhraseList *self,
                                   DaybookPurpose     purpose,
                                   const char        *words);
/* Forgets the words. */
void daybook_phrase_list_clear    (DaybookPhraseList *self);

/* Signals: `taken` (DaybookRow *): a phrase is wanted. `favourite` (guint): that of the key. `stopped`: Esc was pressed.
 * `failed` (const char *): the book could not be read, in a sentence. */

G_END_DECLS
