/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/due.h"
#include "core/row.h"

G_BEGIN_DECLS

/* So many years ahead are reckoned: the book begins anew each year. */
#define DAYBOOK_DAYS_YEARS 3

/* Adds the times of a customer's day (core/remembered-day.h) from the year of the terms on: due at the rule's time of that
 * day, near so many days before, of no meaning some days later. They are anybody's. */
void daybook_due_of_day (const DaybookDueTerms *terms,
                         const DaybookRow      *row,
                         GArray                *items);

G_END_DECLS
