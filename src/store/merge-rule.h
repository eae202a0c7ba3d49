/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/record.h"
#include "store/known-order.h"

G_BEGIN_DECLS

/* What a file may change about an order that is there already (PLATFORMS §2):
 * a status goes forward only, unless the file is not older; an older file only fills
 * what is empty; an empty cell takes nothing away; a masked value never
 * overwrites a full one. Older is what tells of a field from before the file that the
 * book has it from. */

/* What a record does to the book that a person can see: the time from which on a file
 * that says this changes something, which is known before the file's own time is. */
typedef gint64 DaybookRecordEffect;

#define DAYBOOK_EFFECT_NEW G_MININT64             /* makes an order */
#define DAYBOOK_EFFECT_IDENTICAL (G_MININT64 + 1) /* this very record was merged last: nothing at all to do */
#define DAYBOOK_EFFECT_ALWAYS (G_MININT64 + 2)    /* changes something however old it is */
#define DAYBOOK_EFFECT_NEVER G_MAXINT64

/* When a file is followed in all that a record of it says, UTC seconds: as of `whole` or later,
 * and before `ahead` too (daybook_merge_is_ahead()). 0 and 0: always. */
typedef struct
{
  gint64 whole;
  gint64 ahead;
} DaybookFollowed;

/* With the order that the record tells of. */
typedef struct
{
  DaybookRecordEffect effect;
  DaybookFollowed     followed;
  gint64              order; /* key; 0: none */
  gint64              as_of; /* from when the book knows it, UTC seconds */
  gint64              other; /* the book's order of this number was made on another day: when, UTC seconds; 0 */
} DaybookFinding;

/* The platform fields that a record can fill, without those the store knows. */
#define DAYBOOK_RECORD_FIRST DAYBOOK_ORDER_NUMBER
#define DAYBOOK_RECORD_LAST DAYBOOK_ORDER_CLOSE_REASON
gboolean daybook_record_fills        (guint                     field);

/* A status goes forward only: a file that should be older than the book's status, and whose
 * own is further on, is newer in all that it says. Exports that carry no time are often given
 * an earlier one than is theirs. `as_of`: the file's. */
gboolean daybook_merge_is_ahead      (const DaybookKnownOrder  *known,
                                      const DaybookOrderRecord *record,
                                      gint64                    as_of);
/* What the record says of an order field that nobody has told of: no currency that is only
 * the shop's where there is no amount. Borrows the text. */
DaybookValue daybook_merge_first_value (const DaybookOrderRecord *record,
                                      guint                     field);
/* An amount of the record, minor units, for an order in a currency (NULL or "": none yet). A
 * file that names no currency was read in the shop's. */
gint64   daybook_merge_amount        (const char               *currency,
                                      const DaybookOrderRecord *record,
                                      gint64                    minor);
/* What the record says of an order field, seen with what the book knows. Borrows the text
 * from the record. */
DaybookValue daybook_merge_value     (const DaybookKnownOrder  *known,
                                      const DaybookOrderRecord *record,
                                      guint                     field);
/* Whether the record's value of an order field is to be taken over. `as_of` is the file's
 * time. What is not carried is guessed from the file's other columns: it fills, goes before
 * an older guess, and takes a stage back only where no missing column may say that stage. */
gboolean daybook_merge_takes         (const DaybookKnownOrder  *known,
                                      const DaybookOrderRecord *record,
                                      guint                     field,
                                      gint64                    as_of);
/* Whether the book goes on saying otherwise than the record after all of it that
 * may be was taken over: the record is then to be looked at again when it comes
 * from a newer file. */
gboolean daybook_merge_overrules     (const DaybookKnownOrder  *known,
                                      const DaybookOrderRecord *record,
                                      gint64                    as_of);
/* Bit i: what the record says of order field i only follows from other cells. Currencies are
 * not among them. */
guint64      daybook_merge_guesses   (const DaybookOrderRecord *record);

/* Identity (RECORDS §4). */
void     daybook_merge_order_id      (const char               *shop,
                                      const char               *platform,
                                      const char               *number,
                                      DaybookId                *id);
/* Ids of a record's lines, in their order: a GArray of DaybookId. */
GArray  *daybook_merge_line_ids      (const DaybookOrderRecord *record,
                                      const DaybookId          *order);

/* A number that differs when anything differs that the record tells of its buyer. */
guint64  daybook_merge_buyer_facts   (const DaybookOrderRecord *record);

/* A number that differs when anything the record says differs; the sum over the parts of an
 * order that a file tells in several places. */
guint64  daybook_record_digest       (const DaybookOrderRecord *record);

/* What the record would do to the book. `digest` and `form` let an unchanged
 * one be seen by a single look-up. */
gboolean daybook_record_find_effect  (DaybookDatabase          *db,
                                      const DaybookOrderRecord *record,
                                      const DaybookId          *order,
                                      guint64                   form,
                                      guint64                   digest,
                                      DaybookFinding           *finding,
                                      GError                  **error);
/* Brings `effect` forward to that of the record's lines, if that is earlier. */
gboolean daybook_lines_find_effect   (DaybookDatabase          *db,
                                      const DaybookOrderRecord *record,
                                      const DaybookKnownOrder  *known,
                                      DaybookRecordEffect      *effect,
                                      GError                  **error);

G_END_DECLS
