/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/case.h"

G_BEGIN_DECLS

/* Enquiries that were answered at once (IN-21): what became a case is counted by its register, and
 * rates want to know of how many. A row for each, and none is changed afterwards: two laptops count
 * at the same time, and the sum of their rows is right, which that of two counters would not be. */
enum
{
  DAYBOOK_TALLY_DELETED,
  DAYBOOK_TALLY_CLASS,   /* key of one of the inquiry register's classes */
  DAYBOOK_TALLY_CHANNEL, /* DaybookChannel */
  DAYBOOK_TALLY_COUNT,   /* so many at once; mostly 1 */
  DAYBOOK_TALLY_AT,
  DAYBOOK_TALLY_AGENT,
  DAYBOOK_TALLY_N_FIELDS,
};

/* The register whose classes are counted, and its field. */
#define DAYBOOK_TALLY_REGISTER "inquiry"
#define DAYBOOK_TALLY_FIELD "class"

/* More at once is a slip of the hand. */
#define DAYBOOK_TALLY_MOST 9999

extern const DaybookTable daybook_tallies;

G_END_DECLS
