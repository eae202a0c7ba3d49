/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/entries.h"
#include "exchange/intake.h"
#include "exchange/orders.h"
#include "exchange/recognise.h"
#include "exchange/stager.h"
#include "exchange/sums.h"
#include "exchange/table.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* Everything that one run holds. */
typedef struct
{
  const DaybookIntakeRequest *request;
  DaybookIntake        *intake;
  DaybookIntakeProgress progress;
  gpointer              progress_data;
  gint64                last_progress;
  GCancellable         *cancellable;

  char                 *name;     /* of the file */
  DaybookReader        *book;
  DaybookId             shop_id;
  DaybookRow           *shop;     /* whose zone and currency count */
  GTimeZone            *zone;
  GPtrArray            *profiles;
  GPtrArray            *remembered; /* DaybookForm *: of settings; they live as long as the run */
  DaybookForm          *mapped;   /* what the person's mapping means */
  DaybookTableReader   *table;
  DaybookRecognition   *found;
  const DaybookFoundTable *companion; /* of the table that was found; or NULL: see find_companion() */
  guint                 sheet;    /* that is being read */
  guint                 n_before; /* columns of the table before this one: its cells are kept behind them */
  DaybookOrderParser   *parser;  /* NULL in a file of entries */
  DaybookOrderParser   *earlier;  /* that of the table before; or NULL */
  DaybookStager        *stager;
  DaybookEntryParser   *entries; /* NULL in one of orders */
  DaybookSums          *sums;
} DaybookIntakeRun;

/* What the file is, and a staging for it. Errors: as daybook_intake_run(). */
gboolean daybook_intake_open  (DaybookIntakeRun  *run,
                               GError           **error);
/* Reads its tables into the staging. Errors: as daybook_intake_run(). */
gboolean daybook_intake_parse (DaybookIntakeRun  *run,
                               GError           **error);

G_END_DECLS
