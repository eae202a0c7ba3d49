/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* The quality record of a product or of a customer (CU-10): what was sold, what came of it, and why. It is counted
 * out of order lines, cases, lists of after-sales and reviews whenever somebody asks. */

/* The cases of one register. */
typedef struct
{
  char   *key;
  char   *title;
  guint   n;
  guint   pieces;  /* that the cases name */
  guint   damaged; /* ... and that were damaged */
  GArray *keys;    /* gint64: the cases */
} DaybookQualityKind;

/* Why: the cause of a case, or its reason while nobody has said the cause. */
typedef struct
{
  char   *label;
  guint   n;
  GArray *keys;
} DaybookQualityCause;

typedef struct
{
  char  label[16]; /* "2026-11" */
  guint sold;      /* pieces */
  guint cases;
  guint reviews;   /* bad ones */
} DaybookQualityMonth;

#define DAYBOOK_QUALITY_MONTHS 12
#define DAYBOOK_QUALITY_BAD_STARS 3 /* and fewer (中差评) */

typedef struct
{
  guint      n_sold;      /* pieces, ever */
  guint      n_cases;
  guint      n_reviews;   /* with so few stars */
  guint      n_listed;    /* after-sales of the platform's list that are no case */
  GPtrArray *kinds;       /* DaybookQualityKind: the most frequent first */
  GPtrArray *causes;      /* DaybookQualityCause: the most frequent first */
  DaybookQualityMonth months[DAYBOOK_QUALITY_MONTHS]; /* oldest first, the present one last */
} DaybookQuality;

/* `table`: daybook_products or daybook_customers, `row` a key of it. Reads all that hangs on it: not for the main
 * thread. Errors: NOT_FOUND; as daybook_reader_new(). */
DaybookQuality *daybook_quality_read        (DaybookStore        *store,
                                             const DaybookTable  *table,
                                             gint64               row,
                                             GCancellable        *cancellable,
                                             GError             **error);
void            daybook_quality_read_async  (DaybookStore        *store,
                                             const DaybookTable  *table,
                                             gint64               row,
                                             GCancellable        *cancellable,
                                             GAsyncReadyCallback  callback,
                                             gpointer             data);
DaybookQuality *daybook_quality_read_finish (DaybookStore        *store,
                                             GAsyncResult        *result,
                                             GError             **error);
void            daybook_quality_free        (DaybookQuality      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookQuality, daybook_quality_free)

G_END_DECLS
