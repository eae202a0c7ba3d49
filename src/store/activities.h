/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/campaign.h"
#include "core/case.h"
#include "core/edit.h"
#include "core/phrase-fill.h"
#include "core/query.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* Activity lists (CU-04, CU-06): customers of one segment, each told something with a filled phrase, by hand. The list is
 * frozen when it is made. Whoever wants no messages, or is another customer by now, is left out. */

/* Whom a segment comes to. */
typedef struct
{
  GArray *ids;      /* DaybookId, each once, in the query's order */
  guint   n_quiet;  /* left out: they want no messages */
  guint   n_merged; /* left out: they are others, who are among them */
  guint   n_no_consent; /* of those on it: have not agreed that others are given their data (CF-01) */
} DaybookActivityPeople;

/* Everything is borrowed. */
typedef struct
{
  const char      *title;
  const char      *where;    /* in words or as EXPR: whom it is for */
  const DaybookId *phrase;   /* or NULL: each is told in the agent's own words */
  const DaybookId *campaign; /* or NULL */
  DaybookChannel   channel;
} DaybookActivityPlan;

/* How far a list is. */
typedef struct
{
  guint of[DAYBOOK_ACTIVITY_UNWANTED + 1]; /* by DaybookActivityOutcome */
  guint all;
} DaybookActivityCounts;

/* Of a query over customers. It looks at each: not for the thread of the window. */
DaybookActivityPeople *daybook_reader_activity_people (DaybookReader               *reader,
                                                       const DaybookQuery          *query,
                                                       GError                     **error);
void                   daybook_activity_people_free   (DaybookActivityPeople       *people);
/* The list, new; `id` is its. Errors: CONSTRAINT: there is nobody on it, or it has no title. */
DaybookEdit           *daybook_activity_act_new       (DaybookStore                *store,
                                                       const DaybookActivityPlan   *plan,
                                                       const DaybookActivityPeople *people,
                                                       DaybookId                   *id,
                                                       GError                     **error);
void                   daybook_activity_line_id       (DaybookId                   *id,
                                                       const DaybookId             *activity,
                                                       const DaybookId             *customer);

gboolean               daybook_reader_activity_counts (DaybookReader               *reader,
                                                       const DaybookRow            *activity,
                                                       DaybookActivityCounts       *counts,
                                                       GError                     **error);
/* The first open line behind the one of key `after` (0: from the first on), and behind the last again the first; NULL
 * without error: nobody is left. Whoever wants no messages by now is passed over, and so is one who was merged since with
 * another of the list, whose line comes first or is done. (transfer full) */
DaybookRow            *daybook_reader_activity_next   (DaybookReader               *reader,
                                                       const DaybookRow            *activity,
                                                       gint64                       after,
                                                       GError                     **error);
/* The lists on which a customer is, the newest first, at most `limit`. (element-type DaybookRow): lines. */
GPtrArray             *daybook_reader_activities_of   (DaybookReader               *reader,
                                                       const DaybookRow            *customer,
                                                       guint                        limit,
                                                       GError                     **error);
/* The phrase of the list, filled for the customer. `values`: see core/phrase-fill.h; or NULL. Errors: CONSTRAINT: the list
 * has no phrase; as the reader. */
DaybookPhraseFilling  *daybook_activity_fill          (DaybookStore                *store,
                                                       const DaybookRow            *activity,
                                                       const DaybookRow            *customer,
                                                       GHashTable                  *values,
                                                       GError                     **error);

/* The customer was told `text`: as every other telling (store/telling.h), and the line is done. Errors: CONSTRAINT:
 * somebody was faster, be it on another line of the same person, the list is closed, or nothing was written. */
DaybookEdit           *daybook_activity_act_sent      (DaybookStore                *store,
                                                       const DaybookRow            *activity,
                                                       const DaybookRow            *line,
                                                       const char                  *text,
                                                       GError                     **error);
/* SKIPPED, or UNWANTED: then no other list will have the customer either, or the one they were merged into; or OPEN again. */
DaybookEdit           *daybook_activity_act_leave     (DaybookStore                *store,
                                                       const DaybookRow            *line,
                                                       DaybookActivityOutcome       outcome,
                                                       const char                  *note,
                                                       GError                     **error);
/* Nobody goes on with it; or somebody does again. */
DaybookEdit           *daybook_activity_act_close     (DaybookStore                *store,
                                                       const DaybookRow            *activity,
                                                       gboolean                     closed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookActivityPeople, daybook_activity_people_free)

G_END_DECLS
