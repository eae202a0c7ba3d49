/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/case.h"
#include "core/row.h"
#include "store/reader.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The word guard off the main thread: what it has read of the shop's words is kept while the book stays the same. */
typedef struct _DaybookGuardLane DaybookGuardLane;

/* Characters of the text, from `start` up to, not including, `end`. */
typedef struct
{
  guint  start, end;
  char  *words;   /* as they stand there */
  char  *title;   /* of the rule */
  char  *why;
  char  *instead; /* the better wording, or NULL */
} DaybookGuardFound;

DaybookGuardLane *daybook_guard_lane_new          (DaybookStore        *store);
/* Cancels what is under way, and waits for it. */
void              daybook_guard_lane_free         (DaybookGuardLane    *self);
/* Looks through `text`, which goes to whom the row is about (NULL: anybody) by the
 * channel. `of` is referenced. */
void              daybook_guard_lane_check_async  (DaybookGuardLane    *self,
                                                   const char          *text,
                                                   const DaybookRow    *of,
                                                   DaybookChannel       channel,
                                                   GCancellable        *cancellable,
                                                   GAsyncReadyCallback  callback,
                                                   gpointer             data);
/* (element-type DaybookGuardFound) (transfer full): in the order of the text. Errors: as the reader; CANCELLED. */
GPtrArray        *daybook_guard_lane_check_finish (GAsyncResult        *result,
                                                   GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookGuardLane, daybook_guard_lane_free)

G_END_DECLS
