/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/row.h"
#include "exchange/paper.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a picture of that hash holds; NULL: it is not there. (transfer full) */
typedef GBytes *(*DaybookPictureFunc) (const char *hash,
                                       gpointer    data);

/* Articles on paper: each begins a page; several stand behind a list of them all. `rows` in their order, those of one
 * category together. (element-type DaybookRow) `progress` (or NULL) is told how many are on paper. (transfer full)
 * Errors: CANCELLED. */
DaybookPaper *daybook_articles_paper_fill (GPtrArray              *rows,
                                           const char             *shop,
                                           const char             *printed,
                                           DaybookPictureFunc      picture,
                                           gpointer                picture_data,
                                           GFileProgressCallback   progress,
                                           gpointer                progress_data,
                                           GCancellable           *cancellable,
                                           GError                **error);

G_END_DECLS
