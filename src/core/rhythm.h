/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/due.h"
#include "core/grade-rule.h"

G_BEGIN_DECLS

/* How often a customer is to hear from the shop (CU-11): at least every so many days, which is said of the customer, else of
 * their VIP grade. */

/* Of the shop's day on which it is due, minutes since midnight. */
#define DAYBOOK_RHYTHM_AT (10 * 60)

typedef enum
{
  DAYBOOK_RHYTHM_FRESH,
  DAYBOOK_RHYTHM_SOON, /* the greater part of the time is over */
  DAYBOOK_RHYTHM_LATE,
} DaybookRhythm;

/* Days; 0: nobody counts: nothing was said, or the customer wants no messages, or is in the trash or another one now. */
gint64        daybook_rhythm_interval (const DaybookRow        *customer,
                                       const DaybookGradeRules *rules);
/* Adds when the customer is to hear from the shop. `last`: their last contact, UTC seconds; 0: there was none: then it is
 * reckoned from the first order. */
void          daybook_due_of_customer (const DaybookDueTerms   *terms,
                                       const DaybookRow        *customer,
                                       gint64                   interval,
                                       gint64                   last,
                                       GArray                  *items);
/* When the next contact is near: the greater part of the time is over. */
gint64        daybook_rhythm_warn     (gint64                   began,
                                       gint64                   due);
/* `began`, `due`: of what daybook_due_of_customer() adds. */
DaybookRhythm daybook_rhythm_state    (gint64                   began,
                                       gint64                   due,
                                       gint64                   now);

G_END_DECLS
