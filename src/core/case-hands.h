/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/case-draft.h"

G_BEGIN_DECLS

/* In whose hands a case is: its owner stays the customer's contact, a handler finds the result, which
 * comes back to the owner (AS-04 to AS-07, AS-27). */
typedef enum
{
  DAYBOOK_HANDS_OWN,       /* with its owner, or with nobody */
  DAYBOOK_HANDS_GIVEN,     /* with a handler, who has no result yet */
  DAYBOOK_HANDS_TO_REVIEW, /* the handler has one */
  DAYBOOK_HANDS_SENT_BACK, /* it was not good enough */
  DAYBOOK_HANDS_ACCEPTED,  /* the customer can be told */
} DaybookHands;

DaybookHands daybook_case_in_hands    (const DaybookRow *row);
/* Whether the person may say that the result is good, or is not: whoever did not find it. A null id:
 * that is not known. */
gboolean     daybook_case_may_review  (const DaybookRow *row,
                                       const DaybookId  *agent);
/* The newest question of a handler to the customer that nobody has answered, among the events of a
 * case, in the order in which they were made; NULL: there is none. */
const DaybookRow *daybook_case_open_question (GPtrArray  *events);

/* Clears what the handler before was asked for: a hand-off says all of it anew. */
void         daybook_case_ask_anew    (DaybookCaseDraft *draft);
/* Whether a hand-off says all that it has to, whatever was said before. `now`: UTC seconds.
 * Errors: CONSTRAINT. */
gboolean     daybook_case_check_hand_on (const DaybookRow *row,
                                       gint64            now,
                                       GError          **error);

G_END_DECLS
