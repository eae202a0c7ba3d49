/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window/window.h"

G_BEGIN_DECLS

/* Something that was asked for in a window and is under way: what takes longer than a
 * moment is shown at its foot and can be stopped (window/work-bar.h). The window may be
 * gone when it ends; the program is not (common/last-act.h). */
typedef struct _DaybookWork DaybookWork;

/* `what` goes on, and `stopping` while it is being stopped: for people, and borrowed. */
DaybookWork   *daybook_work_new             (DaybookWindow *window,
                                             const char    *what,
                                             const char    *stopping);
void           daybook_work_free            (DaybookWork   *self);
/* (transfer none) */
GCancellable  *daybook_work_get_cancellable (DaybookWork   *self);
/* NULL when it is gone. (transfer full) */
DaybookWindow *daybook_work_get_window      (DaybookWork   *self);
/* A GFileProgressCallback; `work` is the DaybookWork. What tells nothing is not shown. */
void           daybook_work_progress        (goffset        current,
                                             goffset        total,
                                             gpointer       work);
/* Nothing is under way for now: a question is to be answered first. */
void           daybook_work_rest            (DaybookWork   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookWork, daybook_work_free)

G_END_DECLS
