/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/guard-words.h"
#include "store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The words that are guarded, thousands of them: looked for as one types, narrowed to a rule or to the shop's own. Those
 * that Daybook brings have a switch; Delete takes away the shop's own. */
#define DAYBOOK_TYPE_WORD_LIST (daybook_word_list_get_type ())
G_DECLARE_FINAL_TYPE (DaybookWordList, daybook_word_list, DAYBOOK, WORD_LIST, AdwBin)

void        daybook_word_list_set_store (DaybookWordList *self,
                                         DaybookStore    *store);
/* Puts the focus where words are looked for. */
void        daybook_word_list_focus     (DaybookWordList *self);
/* A word was added just now: it is shown once the list has it, at its top. */
void        daybook_word_list_expect    (DaybookWordList *self);
/* The keys of the shop's own words as the list has them (core/guard-list.h); empty while it is read. (transfer full) */
GHashTable *daybook_word_list_keys      (DaybookWordList *self);

/* Signals: `opened` (const DaybookGuardedEntry *entry): a person wants to see or change one. `add` (const char *text):
 * wants to add one, maybe what was looked for in vain. `paste`: many. */

G_END_DECLS
