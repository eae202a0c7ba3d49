/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "core/remembered-day.h"

G_BEGIN_DECLS

/* The day that it is in the shop. */
void  daybook_day_today  (DaybookDesk             *desk,
                          GDate                   *today);
/* By which words its greetings are found among the congratulations; "" where there are none of its own. (transfer none) */
const char *daybook_day_greeting (DaybookDayKind      kind);
/* The customer's next day to remember: "Birthday in 12 days"; NULL: there is none. (transfer full) */
char *daybook_day_next_words (DaybookDesk         *desk,
                          const DaybookRow        *customer);

G_END_DECLS
