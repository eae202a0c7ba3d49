/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "notify/jump.h"

G_BEGIN_DECLS

/* The clock on the wall with one alarm. The alarm is for a moment of that clock, also when the machine was
 * asleep or the clock was set meanwhile, and costs no wake-up before. */
typedef struct _DaybookClocks DaybookClocks;

/* `rung` is called on the main context at the alarm, and whenever the clock was set. Errors: of the system. */
DaybookClocks *daybook_clocks_new     (void           (*rung) (gpointer data),
                                       gpointer         data,
                                       GError         **error);
void           daybook_clocks_free    (DaybookClocks   *self);
/* `reading` borrows from `self`. */
void           daybook_clocks_read    (DaybookClocks   *self,
                                       DaybookClockReading *reading);
/* UTC seconds; G_MAXINT64: no alarm. There is one at a time. */
void           daybook_clocks_set     (DaybookClocks   *self,
                                       gint64           moment);
/* A test has set the clock: it is not the system's. */
gboolean       daybook_clocks_is_test (DaybookClocks   *self);

G_END_DECLS
