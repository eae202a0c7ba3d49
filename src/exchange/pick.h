/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/form.h"

G_BEGIN_DECLS

/* Leaves of the cleaned cell that `text` ends with, from byte `from` on, what the pick takes.
 * FALSE, and the cell gone, where it has none of it. The currency is the caller's.
 * @words: of picks that go by words, as written. */
gboolean daybook_pick_cell  (DaybookPick         pick,
                             const char *const  *words,
                             GString            *text,
                             gsize               from);

/* Whether an amount as written is above (1) or below (-1) zero, or neither (0). */
int      daybook_pick_sign  (const char         *amount);

G_END_DECLS
