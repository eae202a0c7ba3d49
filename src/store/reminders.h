/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/due-list.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* What the person at this laptop was told of what is due (DESIGN §7): kept for each thing, not as a moment up
 * to which all was told, so that neither a restart nor a clock that was set repeats or loses anything. It is
 * of the device and no act; no history has it. */

typedef enum
{
  DAYBOOK_TOLD_NOTHING,
  DAYBOOK_TOLD_NEAR, /* that it gets near */
  DAYBOOK_TOLD_DUE,  /* that it is due */
} DaybookToldLevel;

/* Something that is due, or near, and not put off. */
typedef struct
{
  gint64           key;   /* of the due item (store/due-list.h) */
  gint64           due;   /* UTC seconds, as the next two */
  gint64           warn;
  gint64           shows; /* it was put off until then; 0: it was not */
  DaybookToldLevel told;
  DaybookToldLevel seen;  /* what was acknowledged: by an act, never by a bubble that went */
  gboolean         missed; /* found to have come due while nobody could be told, and not seen yet */
} DaybookReminder;

/* What is to be remembered of one. Levels are never lowered. */
typedef struct
{
  gint64           key;
  gint64           due;
  DaybookToldLevel told;
  DaybookToldLevel seen;
  gboolean         missed;
} DaybookReminderMark;

/* Beside each: the one bubble, and the clocks. */
typedef struct
{
  char    *server;     /* the notification server that has the bubble: its bus and name there; or NULL */
  guint    bubble;     /* its number there */
  gboolean standing;   /* nobody has closed it */
  gint64   looked;     /* UTC seconds: what came due until then could be told in time; 0: never yet */
  gint64   wall;       /* the clock on the wall, and ... */
  gint64   boot;       /* the one that nobody sets, in seconds since the machine was started ... */
  char    *boot_id;    /* that time; or NULL: never looked at */
  gint64   jump_at;    /* UTC seconds, after it: the clock was set ... */
  gint64   jump_by;    /* by so many seconds; 0: it was not, or that was seen */
  gint64   ahead_from; /* it was set forward, from and to; 0: not, or that was taken back */
  gint64   ahead_to;
} DaybookReminderState;

void     daybook_reminder_state_clear  (DaybookReminderState       *state);

/* All that is due or near at `now`, the worst first; `agent`: what is theirs and nobody's, NULL: everyone's.
 * (element-type DaybookReminder) */
GArray  *daybook_reminders_read        (DaybookReader              *reader,
                                        const DaybookId            *agent,
                                        gint64                      now,
                                        GError                    **error);
/* The next moment after `now` at which something gets near, is due, or comes back; G_MAXINT64: none. -1 on
 * error. */
gint64   daybook_reminders_next        (DaybookReader              *reader,
                                        gint64                      now,
                                        GError                    **error);
/* Errors: as the reader; NEWER: a newer program has written the book. */
gboolean daybook_reminders_read_state  (DaybookReader              *reader,
                                        DaybookReminderState       *state,
                                        GError                    **error);
/* What was missed and is due still, the worst first of what was found together; at most `limit`.
 * (element-type DaybookDueMark) */
GArray  *daybook_reminders_missed      (DaybookReader              *reader,
                                        guint                       limit,
                                        GError                    **error);

/* The writing ones are short transactions; they block. Errors: as daybook_store_commit(). */

/* `marks` (DaybookReminderMark) may be NULL. `now` is when it was told. */
gboolean daybook_reminders_write       (DaybookStore               *store,
                                        const GArray               *marks,
                                        const DaybookReminderState *state,
                                        gint64                      now,
                                        GError                    **error);
/* The clock was ahead and is right again: what was told from `since` on of things that are not due before
 * `now` was told too early, and is told again in its time. */
gboolean daybook_reminders_forget      (DaybookStore               *store,
                                        gint64                      since,
                                        gint64                      now,
                                        GError                    **error);
/* Who was told to be at this laptop's desk last: it is they who are reminded. Errors: NOT_FOUND: nobody has said so,
 * or they are not among the people of the shop any more. */
gboolean daybook_reminders_person      (DaybookReader              *reader,
                                        DaybookId                  *agent,
                                        GError                    **error);
/* Does not wait; what fails is logged. */
void     daybook_reminders_sit_down    (DaybookStore               *store,
                                        const DaybookId            *agent);
/* A person has seen what was missed, and that the clock was set. */
gboolean daybook_reminders_see_missed  (DaybookStore               *store,
                                        GError                    **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DaybookReminderState, daybook_reminder_state_clear)

G_END_DECLS
