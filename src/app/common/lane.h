/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/reader.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Long reads, one after the other, off the main thread, on a reader of their
 * own. Whoever asks often (a list, the counts) has a lane; a new question
 * cancels the old one and takes its place. */
typedef struct _DaybookLane DaybookLane;

/* Runs in the lane's thread. Cancelling interrupts the reader's statement. */
typedef gpointer (*DaybookLaneFunc) (DaybookReader *reader,
                                     gpointer       data,
                                     GCancellable  *cancellable,
                                     GError       **error);

DaybookLane *daybook_lane_new       (DaybookStore        *store);
/* Cancels what is running or waiting, and waits for the thread. */
void         daybook_lane_free      (DaybookLane         *self);

/* `data` is freed with `free_data` in the main thread or the lane's; a result
 * nobody finishes with `free_result`. `callback` comes in the caller's context,
 * also after daybook_lane_free() (CANCELLED): it holds a reference to its object. */
void         daybook_lane_run_async (DaybookLane         *self,
                                     DaybookLaneFunc      func,
                                     gpointer             data,
                                     GDestroyNotify       free_data,
                                     GDestroyNotify       free_result,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
/* Errors: those of `func`; DAYBOOK_ERROR_CANCELLED. */
gpointer     daybook_lane_run_finish (GAsyncResult       *result,
                                      GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookLane, daybook_lane_free)

G_END_DECLS
