/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* When something is to be done, as people write it: 明天10点, 后天下午3点半, 今晚, 半小时后, 下周一, 月底, 25号,
 * "tomorrow 10:00", "in 2 hours", "Fri 17:00", "Dec 1 9:30", "2026-12-01". Simplified, traditional and
 * English, whatever the program's language; as wide or narrow as they come.
 *
 * It is always a moment after `now`: what is past today comes to pass next (8:00 in the evening is
 * tomorrow's, 周一 on a Tuesday next week's), and what can only be past is no such word. A day without
 * an hour is its 9:00, 今晚 is 20:00; 3点 is that of the afternoon. Moments are UTC seconds; `zone` is
 * the shop's. Pure. */

/* Where one stands in a line. */
typedef struct
{
  gsize  from; /* bytes */
  gsize  to;
  gint64 moment;
} DaybookSoon;

/* The moment that the whole text means. FALSE, and nothing set: it is none. */
gboolean daybook_soon_word (const char  *text,
                            gint64       now,
                            GTimeZone   *zone,
                            gint64      *moment);
/* The first one in a line that is folded already (core/folded.h), at `from` or behind it. What might as
 * well be something else (“3-4”, “sat”) is none here. FALSE: there is none. */
gboolean daybook_soon_find (const char  *folded,
                            gsize        from,
                            gint64       now,
                            GTimeZone   *zone,
                            DaybookSoon *found);

G_END_DECLS
