/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/announcement.h"
#include "core/edit.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* What stands first in Today, and who has read an announcement (RH-12, SH-09). Whose marks there are: store/read-marks.h. */

/* All that `agent` is to read before the next call, and has not: as daybook_unread(). (element-type DaybookRow) */
GPtrArray   *daybook_notices_unread       (DaybookReader    *reader,
                                           const DaybookId  *agent,
                                           gint64            now,
                                           GError          **error);
/* An act: that `agent` has read these announcements and articles, an article as it is in its newest revision.
 * (element-type DaybookRow) (transfer full) */
DaybookEdit *daybook_notices_act_read     (DaybookReader    *reader,
                                           GPtrArray        *rows,
                                           const DaybookId  *agent,
                                           gint64            now,
                                           GError          **error);

/* One of those who are to read something. */
typedef struct
{
  DaybookRow *agent; /* owned */
  gint64      at;    /* when they read it, UTC seconds; 0: they have not */
} DaybookReading;

void         daybook_reading_free         (DaybookReading   *reading);
/* Everybody whom the announcement is for, and whoever else has read it, while they belong to the shop: first who has
 * not, then the last to read it. (element-type DaybookReading) */
GPtrArray   *daybook_announcement_readers (DaybookReader    *reader,
                                           const DaybookRow *row,
                                           GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookReading, daybook_reading_free)

G_END_DECLS
