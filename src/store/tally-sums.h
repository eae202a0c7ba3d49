/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/edit.h"
#include "core/register.h"
#include "core/tally.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* How many enquiries of a class came by a channel and were answered at once (IN-21). */
typedef struct
{
  char   *day;     /* 2026-11-29; NULL: of all that were asked for */
  char   *class;
  gint64  channel; /* DaybookChannel; another one where a newer laptop wrote it */
  gint64  count;
} DaybookTallySum;

/* The sums from one moment up to another, classes and channels in their order; what was not counted is
 * not among them. (element-type DaybookTallySum) */
GPtrArray   *daybook_reader_tally_sums  (DaybookReader    *self,
                                         gint64            from,
                                         gint64            until,
                                         GError          **error);
/* So many days are summed one by one at most: a year. */
#define DAYBOOK_TALLY_DAYS 366
/* The same day by day, the newest first: from the local day of `from` to that of `to`, in the store's
 * zone. Errors: CONSTRAINT: more days than that, or none. */
GPtrArray   *daybook_reader_tally_days  (DaybookReader    *self,
                                         gint64            from,
                                         gint64            to,
                                         GError          **error);
/* What was counted last by this person (NULL: by anybody); NULL without error: nothing yet. */
DaybookRow  *daybook_reader_tally_last  (DaybookReader    *self,
                                         const DaybookId  *agent,
                                         GError          **error);
/* The classes, by number: DaybookOption, those not retired. Empty where the shop's register has none.
 * (transfer container) */
GPtrArray   *daybook_reader_tally_classes (DaybookReader  *self);
/* What people call the class. (transfer full) */
char        *daybook_tally_class_label  (DaybookReader    *self,
                                         const char       *class);

/* Counts `count` more. Errors: CONSTRAINT: no such class, or more than a person counts at once. */
DaybookEdit *daybook_tally_act_add      (DaybookReader    *reader,
                                         const char       *class,
                                         DaybookChannel    channel,
                                         gint64            count,
                                         const DaybookId  *agent,
                                         gint64            now,
                                         GError          **error);

G_END_DECLS
