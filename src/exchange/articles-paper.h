/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/row.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Articles on paper: each begins a page, behind a list of them all. `rows` in their order, those of one category
 * together. (element-type DaybookRow) Errors: as daybook_paper_save(); CANCELLED. */
gboolean daybook_articles_paper_save (GPtrArray     *rows,
                                      const char    *path,
                                      const char    *shop,
                                      const char    *printed,
                                      GCancellable  *cancellable,
                                      GError       **error);

G_END_DECLS
