/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/print-row.h"
#include "core/query.h"

G_BEGIN_DECLS

/* How many rows a list prints unless --limit says otherwise (CLI.md). */
#define DAYBOOK_LIST_LIMIT 100

/* The part of a list that is wanted. */
typedef struct
{
  gint64 limit; /* 0: all */
  char  *after; /* --after: the id of the row before the first one, or NULL */
} DaybookListRange;

#define DAYBOOK_LIST_RANGE_INIT { DAYBOOK_LIST_LIMIT, NULL }

/* The two options of every list, for a table of GOptionEntry. */
#define DAYBOOK_LIST_OPTIONS(range) \
  { "limit", 0, 0, G_OPTION_ARG_INT64, &(range).limit, N_("At most so many rows (100; 0 is all)"), N_("N") }, \
  { "after", 0, 0, G_OPTION_ARG_FILENAME, &(range).after, N_("Only what follows this row"), N_("ID") }

void     daybook_list_range_clear (DaybookListRange    *range);

/* Runs the query and prints the rows of the range, in JSON or as a table.
 * `kind` is what the answer calls itself.
 * Errors: as daybook_reader_keys(); DAYBOOK_CLI_ERROR_USAGE (--limit, --after,
 * a value in --where). */
gboolean daybook_print_query      (DaybookCli             *cli,
                                   const char             *kind,
                                   const DaybookQuery     *query,
                                   const DaybookListRange *range,
                                   GError                **error);

/* The first and last place, of `n` rows whose ids `id_at` tells, that the range
 * wants. */
typedef gboolean (*DaybookListIdAt) (gpointer    data,
                                     guint       place,
                                     DaybookId  *id);
gboolean daybook_list_range_cut   (const DaybookListRange *range,
                                   guint                   n,
                                   DaybookListIdAt         id_at,
                                   gpointer                data,
                                   guint                  *first,
                                   guint                  *last,
                                   GError                **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DaybookListRange, daybook_list_range_clear)

G_END_DECLS
