/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

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

G_END_DECLS
