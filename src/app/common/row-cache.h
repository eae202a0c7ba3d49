/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/row.h"

G_BEGIN_DECLS

/* The rows read last, so that scrolling back reads nothing again. */
typedef struct _DaybookRowCache DaybookRowCache;

DaybookRowCache *daybook_row_cache_new    (guint            capacity);
void             daybook_row_cache_free   (DaybookRowCache *self);
/* (transfer full), or NULL when it is not there. */
DaybookRow      *daybook_row_cache_lookup (DaybookRowCache *self,
                                           gint64           key);
/* Takes a reference; the row used longest ago makes room. */
void             daybook_row_cache_insert (DaybookRowCache *self,
                                           DaybookRow      *row);
void             daybook_row_cache_clear  (DaybookRowCache *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookRowCache, daybook_row_cache_free)

G_END_DECLS
