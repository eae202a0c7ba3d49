/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/guard-words.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* A guarded word in a list. */
#define DAYBOOK_TYPE_WORD_ITEM (daybook_word_item_get_type ())
G_DECLARE_FINAL_TYPE (DaybookWordItem, daybook_word_item, DAYBOOK, WORD_ITEM, GObject)

/* Takes over `entry`. */
DaybookWordItem           *daybook_word_item_new       (DaybookGuardedEntry *entry);
const DaybookGuardedEntry *daybook_word_item_get_entry (DaybookWordItem     *self);
/* Whether a list shows both alike. */
gboolean                   daybook_word_item_equal     (DaybookWordItem     *one,
                                                        DaybookWordItem     *other);
/* What stands below the word: its rule, the better wording, where it holds. (transfer full) */
char                      *daybook_word_item_describe  (DaybookWordItem     *self);

G_END_DECLS
