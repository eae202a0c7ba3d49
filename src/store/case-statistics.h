/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/register.h"
#include "store/store.h"

G_BEGIN_DECLS

/* How many cases of a register there were, by what is counted of them and by months (RV-02, RV-07): by
 * their causes, by their reasons, and by stars where they have some. A month is one of the shop's
 * zone, and a case is of that in which it was opened. */

/* One cause, reason, or number of stars. */
typedef struct
{
  char  *key;    /* "": nobody has said */
  char  *label;
  guint  total;
  guint *months; /* as many as there are months */
} DaybookStatisticsRow;

typedef struct
{
  const char *name;  /* of the field, as it is called on the command line */
  char       *label;
  GPtrArray  *rows;  /* DaybookStatisticsRow: the most frequent first, stars by their number; those of
                      * which nobody has said anything last */
} DaybookStatisticsPart;

/* What complaints about agents come to (core/ledger.h), for the owner's eyes. */
typedef struct
{
  guint                 first;
  char                 *currency;
  DaybookStatisticsPart agents; /* those complained of, with how many complaints */
} DaybookStatisticsLedger;

typedef struct
{
  char      *title;      /* of the register */
  GPtrArray *months;     /* char *: "2026-11", oldest first */
  GPtrArray *parts;      /* DaybookStatisticsPart */
  guint      n_cases;
  guint      n_answered; /* closed, or the customer was told something */
  guint      n_timed;    /* of which it is known whether the answer was in time: see below */
  guint      n_in_time;
  DaybookStatisticsLedger *ledger; /* NULL: the register keeps none, it is off, or whoever asks is not the owner */
} DaybookStatistics;

/* What a shop's hours are is not known here: whether an answer was in time is known of cases whose
 * limit counts round the clock, once they are answered or late. */

#define DAYBOOK_STATISTICS_MOST_MONTHS 60

/* Of the last `n_months`, the present one among them, for `viewer` (NULL: nobody has said who asks). It reads all of them: not for the main thread.
 * Errors: NOT_FOUND: there is no such register; as daybook_reader_new(). */
DaybookStatistics *daybook_case_statistics_read  (DaybookStore         *store,
                                                  const DaybookId      *viewer,
                                                  const char           *key,
                                                  guint                 n_months,
                                                  GCancellable         *cancellable,
                                                  GError              **error);
/* The same in a thread of its own, for whoever is at the desk. */
void               daybook_case_statistics_read_async (DaybookStore    *store,
                                                  const char           *key,
                                                  guint                 n_months,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              data);
DaybookStatistics *daybook_case_statistics_read_finish (DaybookStore   *store,
                                                  GAsyncResult         *result,
                                                  GError              **error);
void               daybook_case_statistics_free  (DaybookStatistics    *self);

/* What an agent's complaints of a month come to, and those of all months together; minor units. */
gint64             daybook_statistics_ledger_sum (const DaybookStatistics    *self,
                                                  const DaybookStatisticsRow *agent,
                                                  guint                       month);
gint64             daybook_statistics_ledger_total (const DaybookStatistics    *self,
                                                  const DaybookStatisticsRow *agent);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookStatistics, daybook_case_statistics_free)

G_END_DECLS
