/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "app/common/lane.h"
#include "app/common/shell.h"
#include "app/search/palette-item.h"

G_BEGIN_DECLS

/* Rows of every kind that what was typed finds, as palette items, orders first, newest first, of phrases and articles the
 * best first. Asked on a lane; the answer is a GPtrArray of DaybookPaletteItem. `shell`: what it has no page for is
 * not looked for, if it opens nowhere else; NULL: it has none for articles. */
void       daybook_palette_search_async  (DaybookLane         *lane,
                                          DaybookStore        *store,
                                          DaybookShell        *shell,
                                          const char          *text,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             data);
/* Errors: as daybook_reader_search(); CANCELLED. */
GPtrArray *daybook_palette_search_finish (GAsyncResult        *result,
                                          GError             **error);

/* A row of any kind without words that it was found by, named as people may see it. */
DaybookPaletteItem *daybook_palette_item_of_row (DaybookStore     *store,
                                                 const DaybookRow *row);

G_END_DECLS
