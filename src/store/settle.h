/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/writer.h"

G_BEGIN_DECLS

/* A long act that was cut off by a fault (a full disk, most often) and could not
 * be taken back for the same reason is settled by the same process as soon as
 * the disk takes it: before the next long act, or after the next commit. What is
 * not settled until then is recovered at the next start. Writer's thread only. */
DaybookSettler *daybook_settler_new   (void);
void            daybook_settler_free  (DaybookSettler *self);

/* Remembers that an act of this process was left half-done. */
void            daybook_settler_leave (DaybookSettler *self);
/* One transaction: half an import is taken back, half an undo finished. DONE when
 * nothing is left or another process runs a long act, or with an error. */
DaybookStep     daybook_settler_step  (DaybookSettler *self,
                                       DaybookWriter  *writer,
                                       GError        **error);
/* Queues the settling behind what is asked for already, unless nothing is left. */
void            daybook_settler_queue (DaybookSettler *self,
                                       DaybookWriter  *writer);

G_END_DECLS
