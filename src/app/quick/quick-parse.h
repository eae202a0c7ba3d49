/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/lane.h"
#include "store/quick-add.h"

G_BEGIN_DECLS

/* Reads what was typed, off the main thread. What `wish` points at is copied. */
void              daybook_quick_parse_async  (DaybookLane             *lane,
                                              DaybookStore            *store,
                                              const char              *text,
                                              const DaybookQuickWish  *wish,
                                              GCancellable            *cancellable,
                                              GAsyncReadyCallback      callback,
                                              gpointer                 data);
/* (transfer full) Errors: as the reader; CANCELLED. */
DaybookQuickPlan *daybook_quick_parse_finish (GAsyncResult            *result,
                                              GError                 **error);

G_END_DECLS
