/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Many guarded words at once, one a line: what is wrong with a line is said while it is typed, the others are added in one
 * act (core/guarded-lines.h). */
#define DAYBOOK_TYPE_WORD_PASTE (daybook_word_paste_get_type ())
G_DECLARE_FINAL_TYPE (DaybookWordPaste, daybook_word_paste, DAYBOOK, WORD_PASTE, AdwBin)

void daybook_word_paste_set_store (DaybookWordPaste *self,
                                   DaybookStore     *store);
/* `keys`: of the shop's own words (core/guard-list.h); taken over. What was left there stays. */
void daybook_word_paste_show      (DaybookWordPaste *self,
                                   GHashTable       *keys);

/* Signal `done`: they were added; what is wrong is left there. */

G_END_DECLS
