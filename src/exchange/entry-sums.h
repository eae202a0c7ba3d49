/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/entry.h"
#include "exchange/sums.h"

G_BEGIN_DECLS

/* Adds an entry to the control sums of its file: of after-sales what has gone back, of a bill
 * what came from buyers and went back to them. `zone`: in which the file's days are. */
void daybook_entry_sums_add (DaybookSums        *sums,
                             const DaybookEntry *entry,
                             GTimeZone          *zone);

G_END_DECLS
