/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fixture.h"

#include "store/staging.h"

/* Orders as a file gives them, staged and merged into the book of a test. */

typedef struct
{
  const char  *number;
  DaybookStage stage;
  gint64       paid;
  const char  *account;
  const char  *phone;
  const char  *receiver;
  const char  *tracking;
  gboolean     guessed; /* the file has no column for the stage */
  const char  *lines;   /* "title|title", "?title" guessed from joined titles, "number:title"; or NULL: one with a SKU */
  gint64       shipped_at; /* 0: not said */
  gint64       completed_at; /* likewise */
} Row;

/* Two of one buyer, and one that is masked. */
#define N_THREE 3
extern const Row THREE[N_THREE];

DaybookStaging *
stage_rows (Book      *book,
            const Row *rows,
            guint      n_rows,
            gint64     as_of);

void
assert_counts (DaybookStaging *staging,
               guint64         n_new,
               guint64         n_updated,
               guint64         n_same);

/* Stages and merges, checking what the preview said. */
DaybookId
import_rows (Book      *book,
             const Row *rows,
             guint      n_rows,
             gint64     as_of,
             guint64    n_new,
             guint64    n_updated,
             guint64    n_same);

DaybookRow *
find_order (Book       *book,
            const char *number);

void
assert_paid (Book       *book,
             const char *number,
             gint64      paid);

void
undo_act (Book            *book,
          const DaybookId *act,
          guint64          n_kept);

/* The titles of an order's lines, or the numbers of its parcels, that are seen. */
void
assert_parts (Book               *book,
              const char         *number,
              const DaybookTable *table,
              guint               field,
              const char         *expected);

void
assert_lines (Book       *book,
              const char *number,
              const char *expected);

void
assert_parcels (Book       *book,
                const char *number,
                const char *expected);
