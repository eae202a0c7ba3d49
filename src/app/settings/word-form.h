/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/guard-words.h"
#include "store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One guarded word: what is said instead, why, under which rule, and by which channels alone. Saved as one act. */
#define DAYBOOK_TYPE_WORD_FORM (daybook_word_form_get_type ())
G_DECLARE_FINAL_TYPE (DaybookWordForm, daybook_word_form, DAYBOOK, WORD_FORM, AdwBin)

void daybook_word_form_set_store (DaybookWordForm           *self,
                                  DaybookStore              *store);
/* Begins with what `entry` has, NULL: with a new word. One that Daybook brings becomes one of the shop's own, which goes
 * before it. `keys`: of the shop's own words (core/guard-list.h); taken over. */
void daybook_word_form_show      (DaybookWordForm           *self,
                                  const DaybookGuardedEntry *entry,
                                  GHashTable                *keys);
/* A new word that begins with this text. */
void daybook_word_form_suggest   (DaybookWordForm           *self,
                                  const char                *text);
gboolean daybook_word_form_is_new (DaybookWordForm          *self);

/* Signal `done`: it was saved, or taken away. */

G_END_DECLS
