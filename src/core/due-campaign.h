/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/due.h"
#include "core/row.h"

G_BEGIN_DECLS

/* Adds what is due of a campaign (core/campaign.h): that it begins, told so many days ahead as it says itself, else as the
 * rule does; and, of one that lasts, that its last day has come. Either is of that day: moved to another one, it is asked
 * for anew. It is theirs who are in charge, else anybody's. */
void daybook_due_of_campaign (const DaybookDueTerms *terms,
                              const DaybookRow      *row,
                              GArray                *items);

G_END_DECLS
