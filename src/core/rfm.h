/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/error.h"

G_BEGIN_DECLS

/* Recency, frequency, money: when a customer bought last, how often, and for how much, each as a score from 1
 * to 5, and the named segments that the three make (CU-09). */

/* The score of what is best. */
#define DAYBOOK_RFM_BEST 5
#define DAYBOOK_RFM_N_BOUNDS (DAYBOOK_RFM_BEST - 1)

/* The shop's own bounds, or as proposed by its customers. Each row rises. */
typedef struct
{
  gint64 recency[DAYBOOK_RFM_N_BOUNDS];   /* days: no more than the first is best */
  gint64 frequency[DAYBOOK_RFM_N_BOUNDS]; /* sales: as many as the last is best */
  gint64 money[DAYBOOK_RFM_N_BOUNDS];     /* minor units: as much as the last is best */
} DaybookRfmBounds;

typedef struct
{
  guint8 recency, frequency, money; /* 1 to DAYBOOK_RFM_BEST */
} DaybookRfmScore;

/* A setting of the shop: "30,90,180,365;2,3,4,5;5000,10000,20000,50000"; empty: as proposed. */
#define DAYBOOK_RFM_SETTING "customer-value-bounds"

/* FALSE without error: the text is empty. Errors: FORMAT (no such text), CONSTRAINT (a row does not rise). */
gboolean        daybook_rfm_bounds_parse   (const char             *text,
                                            DaybookRfmBounds       *bounds,
                                            GError                **error);
/* (transfer full) */
char           *daybook_rfm_bounds_print   (const DaybookRfmBounds *bounds);
/* Proposes bounds that part the customers into fifths, as far as they differ: where nearly all have bought
 * once, the second sale is the first step. The arrays, of `n` each, come into another order. */
void            daybook_rfm_propose        (DaybookRfmBounds       *bounds,
                                            gint64                 *days,
                                            gint64                 *sales,
                                            gint64                 *spent,
                                            guint                   n);
DaybookRfmScore daybook_rfm_score          (const DaybookRfmBounds *bounds,
                                            gint64                  days,
                                            gint64                  sales,
                                            gint64                  spent);

/* A kind of customer, by the scores from the least to the most of each; the first that fits is meant. */
typedef struct
{
  const char     *key;   /* "champions"; NULL ends the table */
  const char     *label; /* msgid of context "segment" */
  const char     *hint;  /* msgid: who they are, and what is to be done */
  DaybookRfmScore least, most;
} DaybookSegment;

extern const DaybookSegment daybook_segments[];
#define DAYBOOK_N_SEGMENTS 9

/* Its place in the table: each score has one. */
guint           daybook_segment_of         (DaybookRfmScore         score);
/* -1: no segment has that key. */
int             daybook_segment_find       (const char             *key);
const char     *daybook_segment_get_label  (const DaybookSegment   *segment);

G_END_DECLS
