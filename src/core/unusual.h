/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Looks at personal data that an owner wants to know of (DESIGN §9). */

typedef enum
{
  DAYBOOK_UNUSUAL_NOTHING = 0,
  DAYBOOK_UNUSUAL_MANY = 1 << 0,      /* one of many within an hour */
  DAYBOOK_UNUSUAL_OFF_SHIFT = 1 << 1, /* by somebody who was on no shift, and signs on for them */
  DAYBOOK_UNUSUAL_NO_CASE = 1 << 2,   /* nothing was open with that buyer */
  DAYBOOK_UNUSUAL_REFUSED = 1 << 3,   /* their number of the day was used up */
  DAYBOOK_UNUSUAL_LIST = 1 << 4,      /* many rows at once, into a file or on the command line */
} DaybookUnusual;

/* So many within an hour are unusual. */
#define DAYBOOK_MANY_LOOKS 12
#define DAYBOOK_LIST_LOOK 20

/* One look: what one person has seen at one moment. */
typedef struct
{
  gint64         at;       /* UTC seconds */
  gint64         agent;    /* by whatever number they are told apart */
  guint          n_rows;   /* 0: it was refused */
  gboolean       has_case; /* a case or task of the buyer was open, or it was the agent's own order */
  gboolean       signs_on; /* they have signed on for shifts */
  gboolean       on_shift; /* and were on one */
  DaybookUnusual unusual;  /* what daybook_unusual_find() finds */
} DaybookSeen;

/* Says of each what is unusual about it; `looks` (DaybookSeen) are in the order of their time, whichever way. */
void daybook_unusual_find (GArray *looks);

G_END_DECLS
