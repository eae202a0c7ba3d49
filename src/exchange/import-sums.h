/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/order.h"

G_BEGIN_DECLS

/* The control sums of an import, read from the JSON that the importer makes and
 * the book keeps (CLI.md, `sums`). A person compares them with the page of the
 * platform. */

/* Money in a currency that is not the shop's own. */
typedef struct
{
  char   *currency;
  gint64  paid;
  gint64  refunded;
} DaybookCurrencySum;

typedef struct
{
  const DaybookTable *table; /* what was counted: orders, after-sales requests, reviews, payments */
  gboolean   has_paid;       /* such a file says it */
  gboolean   has_refunded;
  guint64    orders;         /* rows of `table` */
  guint64    lines;
  gint64     paid;     /* minor units of the shop's currency */
  gint64     refunded;
  guint64    by_stage[DAYBOOK_N_STAGES];
  char      *first_date; /* ISO 8601 (2026-11-22), or NULL */
  char      *last_date;
  GPtrArray *currencies; /* DaybookCurrencySum */
} DaybookImportSums;

/* Whatever is missing or of another type counts nothing: the text may come from
 * another version. NULL, unreadable JSON and one that counts no orders give NULL. `kind`: of the import.
 * `currency` is the shop's: it is left out of `currencies`. */
DaybookImportSums *daybook_import_sums_parse (const char        *kind,
                                              const char        *json,
                                              const char        *currency);
void               daybook_import_sums_free  (DaybookImportSums *sums);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookImportSums, daybook_import_sums_free)

G_END_DECLS
