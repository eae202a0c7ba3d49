/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/due.h"

G_BEGIN_DECLS

/* Until when things are put off with one key (UX 4): each at its exact time. Pure. */
typedef enum
{
  DAYBOOK_SNOOZE_QUARTER,   /* 15 minutes */
  DAYBOOK_SNOOZE_HOUR,
  DAYBOOK_SNOOZE_CLOSING,   /* the shop closes */
  DAYBOOK_SNOOZE_OPENING,   /* the shop opens again */
  DAYBOOK_SNOOZE_SHIFT_END, /* one's own shift ends */
  DAYBOOK_SNOOZE_NEXT_SHIFT,
  DAYBOOK_SNOOZE_TOMORROW,  /* at nine */
  DAYBOOK_SNOOZE_MONDAY,    /* the next one, at nine */
  DAYBOOK_SNOOZE_THREE_DAYS,
  DAYBOOK_N_SNOOZES,
} DaybookSnoozeChoice;

const char *daybook_snooze_label (DaybookSnoozeChoice    choice);
/* UTC seconds; 0: there is no such moment, as of a shop that never closes. `shift`: when whoever puts it off works;
 * NULL: nobody has said. */
gint64      daybook_snooze_until (DaybookSnoozeChoice    choice,
                                  const DaybookDueTerms *terms,
                                  const DaybookCalendar *shift,
                                  gint64                 now);

G_END_DECLS
