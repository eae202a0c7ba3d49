/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/edit.h"
#include "core/event.h"
#include "core/rhythm.h"
#include "store/database.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* Who is to hear from the shop again, and when (core/rhythm.h). */

/* The customer's last contact, UTC seconds: a call, a message, an answer, a note, a phrase said; 0: there was none. */
gboolean daybook_rhythm_last      (DaybookDatabase        *db,
                                   gint64                  customer,
                                   gint64                 *last,
                                   GError                **error);
/* Appends what is due of a customer. Writer's thread, or a peek. */
gboolean daybook_rhythm_reckon    (DaybookDatabase        *db,
                                   const DaybookDueTerms  *terms,
                                   const DaybookRow       *customer,
                                   GArray                 *items,
                                   GError                **error);

/* One who is to be contacted. */
typedef struct
{
  gint64 customer; /* key */
  gint64 began;    /* the last contact, or the first order */
  gint64 due;
} DaybookRhythmMark;

typedef enum
{
  DAYBOOK_RHYTHMS_BY_TIME,  /* who has waited longest beyond the time first */
  DAYBOOK_RHYTHMS_BY_GRADE, /* the highest first, and then so */
} DaybookRhythmsOrder;

/* All of them. (element-type DaybookRhythmMark) (transfer full) */
GArray  *daybook_reader_rhythms   (DaybookReader          *reader,
                                   DaybookRhythmsOrder     order,
                                   GError                **error);
/* How many of them are over their time at `now`; -1 on error. */
gint64   daybook_reader_count_late (DaybookReader         *reader,
                                   gint64                  now,
                                   GError                **error);
/* Customers with a VIP grade, the highest first, at most `limit`; `due` 0: nobody counts the days.
 * (element-type DaybookRhythmMark) (transfer full) */
GArray  *daybook_reader_vips      (DaybookReader          *reader,
                                   guint                   limit,
                                   GError                **error);
/* Adds that somebody was in touch with the customer: TOLD, or a CALL. */
void     daybook_contacted_add    (DaybookEdit            *edit,
                                   const DaybookId        *customer,
                                   DaybookEventKind        kind,
                                   const DaybookId        *agent,
                                   gint64                  now);

G_END_DECLS
