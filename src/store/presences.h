/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/edit.h"
#include "core/presence.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* Who is on a shift, and away from the desk within it (SH-06, SH-07). */

typedef enum
{
  DAYBOOK_PRESENCE_SIGN_ON,
  DAYBOOK_PRESENCE_SIGN_OFF, /* who is away comes back by it */
  DAYBOOK_PRESENCE_LEAVE,    /* the desk */
  DAYBOOK_PRESENCE_RETURN,
  DAYBOOK_PRESENCE_N_ACTS,
} DaybookPresenceAct;

/* How somebody is there now. What nobody has ended for too long (core/presence.h) counts no more. */
typedef struct
{
  gint64 on_since;   /* UTC seconds; 0: not on a shift */
  gint64 away_since; /* 0: at the desk */
  char  *note;       /* of who is away; or NULL */
} DaybookAttendance;

#define DAYBOOK_ATTENDANCE_INIT { 0 }

void         daybook_attendance_clear (DaybookAttendance  *self);

gboolean     daybook_attendance_read  (DaybookReader      *reader,
                                       const DaybookId    *agent,
                                       DaybookAttendance  *attendance,
                                       GError            **error);
/* "on shift since 18:02", "away since 19:30: dinner"; "" of who is not on a shift. (transfer full) */
char        *daybook_attendance_describe (const DaybookAttendance *attendance,
                                       gint64              now,
                                       GTimeZone          *zone);
/* Whether who is there so may do that now. */
gboolean     daybook_attendance_allows (const DaybookAttendance *attendance,
                                       DaybookPresenceAct  act);
/* The edit that does it at `now` (UTC seconds) for `agent`, by the person at the desk. `note`, or NULL: of who goes
 * away. Errors: CONSTRAINT: they are so already. (transfer full) */
DaybookEdit *daybook_presence_edit    (DaybookReader      *reader,
                                       const DaybookRow   *agent,
                                       DaybookPresenceAct  act,
                                       const char         *note,
                                       gint64              now,
                                       GError            **error);

/* Ends what should be over, each by an act of the program (DAYBOOK_ACT_RULE), and says of how many people it was.
 * -1: error. Blocks; any thread. */
int          daybook_presences_end_forgotten (DaybookStore *store,
                                       GError            **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DaybookAttendance, daybook_attendance_clear)

G_END_DECLS
