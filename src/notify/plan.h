/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/calendar.h"
#include "store/reminders.h"

G_BEGIN_DECLS

/* What is to be done about what is due: a pure function, which neither asks the clock nor tells anybody
 * (DESIGN §7, UX 3). */

/* When the person may be told. */
typedef struct
{
  DaybookCalendar *open;  /* the shop's hours; NULL: always */
  DaybookCalendar *shift; /* the person's own; NULL: has none */
  GTimeZone       *zone;  /* the shop's */
} DaybookNotifyHours;

typedef enum
{
  DAYBOOK_BUBBLE_NONE,   /* none stands: there was none, or a person closed it */
  DAYBOOK_BUBBLE_LOST,   /* it stood with a server that has gone: no person has closed it */
  DAYBOOK_BUBBLE_OTHERS, /* it stands, shown by an earlier process: its buttons reach nobody */
  DAYBOOK_BUBBLE_OURS,
} DaybookBubbleState;

/* How things are. Moments are UTC seconds. */
typedef struct
{
  const GArray       *reminders; /* DaybookReminder: due or near at `now`, the worst first */
  gint64              now;
  gint64              looked;    /* what came due until then could be told in time; 0: never yet */
  gint64              next;      /* the next moment at which something changes; G_MAXINT64: none */
  DaybookNotifyHours  hours;
  gboolean            server;    /* somebody is there who shows bubbles */
  DaybookBubbleState  bubble;
  guint               shown_n;   /* of how many things it speaks, and which is its worst; 0: not known */
  gint64              shown_key;
} DaybookNotifyView;

typedef enum
{
  DAYBOOK_PLAN_NOTHING,
  DAYBOOK_PLAN_SHOW,     /* there is something new to tell */
  DAYBOOK_PLAN_UPDATE,   /* the same in other words */
  DAYBOOK_PLAN_WITHDRAW,
} DaybookPlanAct;

typedef struct
{
  DaybookPlanAct  act;
  GArray         *about;   /* guint: places of what a bubble speaks of, the worst first */
  GArray         *told;    /* DaybookReminderMark: to be remembered once the bubble is accepted */
  GArray         *missed;  /* DaybookReminderMark: to be remembered in any case */
  gint64          looked;  /* what the next view has */
  gint64          wake;    /* not before it is anything to be done, unless the book changes; G_MAXINT64: never */
} DaybookNotifyPlan;

/* Somebody who comes late by less than this was not missed. Seconds. */
#define DAYBOOK_NOTIFY_GRACE 60

/* The first moment not before `from` at which the person may be told; G_MAXINT64: there is none in sight. */
gint64   daybook_notify_hours_next  (const DaybookNotifyHours *hours,
                                     gint64                    from);
/* Fills `plan`, which daybook_notify_plan_clear() empties. */
void     daybook_notify_plan        (const DaybookNotifyView  *view,
                                     DaybookNotifyPlan        *plan);
void     daybook_notify_plan_clear  (DaybookNotifyPlan        *plan);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DaybookNotifyPlan, daybook_notify_plan_clear)

G_END_DECLS
