/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/entry.h"
#include "core/row.h"
#include "store/merge-rule.h"

G_BEGIN_DECLS

/* What a file may change about a row of after-sales, a review or a line of a bill that is there
 * already. These rows come whole, one file says all of one, so that a row has one time: an older
 * file only fills what is empty, an empty cell takes nothing away, a masked value never
 * overwrites a full one. */

/* Identity (RECORDS §4). `shop`: its id as text. */
void     daybook_entry_id          (const DaybookEntry  *entry,
                                    const char          *shop,
                                    const char          *platform,
                                    DaybookId           *id);
/* From when the book knows the row (`key`), UTC seconds: as of the file that changed it last, or
 * of a later one in force that said the same. -1 with the error set. */
gint64   daybook_entry_known_from  (DaybookDatabase     *db,
                                    const DaybookRow    *row,
                                    GError             **error);
/* Whether the entry's value of a field is to be taken over. `known`: from when the row is known;
 * `as_of`: the file's time. */
gboolean daybook_entry_takes       (const DaybookRow    *row,
                                    const DaybookEntry  *entry,
                                    guint                field,
                                    gint64               known,
                                    gint64               as_of);
/* What the entry would do to the book. */
gboolean daybook_entry_find_effect (DaybookDatabase     *db,
                                    const DaybookEntry  *entry,
                                    const DaybookId     *id,
                                    DaybookFinding      *finding,
                                    GError             **error);

G_END_DECLS
