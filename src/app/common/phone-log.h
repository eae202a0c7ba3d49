/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/query.h"
#include "core/row.h"
#include "store/store.h"

G_BEGIN_DECLS

/* Whoever types a whole phone number learns whose it is: that is written down
 * (RECORDS §8). Of `rows` (DaybookRow), which `text` found, those that it found by
 * their phone are; with any other text it does nothing. In the background: what was
 * found is shown masked in any case. */
void daybook_phone_log_note (DaybookStore *store,
                             const char   *text,
                             GPtrArray    *rows);
/* The same of a list that is filtered by a whole number, or by another whole value
 * that is masked; `n_rows` is what the list came to. */
void daybook_phone_log_note_question (DaybookStore       *store,
                             const DaybookQuery *query,
                             guint64             n_rows);

G_END_DECLS
