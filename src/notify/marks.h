/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/reminders.h"

G_BEGIN_DECLS

/* What is to be remembered of reminders, before it is written. Arrays of DaybookReminder and DaybookReminderMark. */

/* What was told and could not be written yet is known all the same. */
void  daybook_notify_overlay   (GArray       *reminders,
                                const GArray *marks);
/* All that the bubble is about was acknowledged, as it is at `now`. */
void  daybook_notify_mark_seen (GArray       *marks,
                                const GArray *about,
                                gint64        now);
/* The clock was ahead and is right again: what was told of things that are not due before `now` was told too early,
 * and is told again in its time (see daybook_reminders_forget(), for what is written). */
void  daybook_notify_forget    (GArray       *marks,
                                gint64        now);
/* How many are due, and not only near. */
guint daybook_notify_count_due (const GArray *about,
                                gint64        now);

G_END_DECLS
