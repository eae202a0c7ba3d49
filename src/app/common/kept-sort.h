/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/query.h"

G_BEGIN_DECLS

/* The order of a list while words are looked for in it. All zero: none is kept. */
typedef struct
{
  gboolean         is_kept;
  int              sort;
  DaybookSortOrder order;
} DaybookKeptSort;

/* Looks for those words, or for none (NULL). What words find comes the best first where that is known, whatever order
 * the rows have else; without words they are in that order again, unless the person has asked for another one
 * meanwhile. */
void daybook_kept_sort_search (DaybookKeptSort *kept,
                               DaybookQuery    *query,
                               const char      *text);

G_END_DECLS
