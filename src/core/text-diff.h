/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/excerpt.h"

G_BEGIN_DECLS

/* What two versions of a text have in common, for people to read: line by line, and within lines that were changed
 * word by word, of Chinese character by character. */

typedef enum
{
  DAYBOOK_DIFF_SAME,
  DAYBOOK_DIFF_REMOVED,
  DAYBOOK_DIFF_ADDED,
} DaybookDiffKind;

/* Whole lines, with their ends. Bytes of the text that has them, up to, not including, the end. */
typedef struct
{
  DaybookDiffKind kind;
  gsize           old_start; /* not of ADDED */
  gsize           old_end;
  gsize           new_start; /* not of REMOVED */
  gsize           new_end;
  guint           n_lines;
  gboolean        detailed;  /* its pieces are what differs of it, of REMOVED from the ADDED behind it and the other way
                              * round; FALSE: all of it does */
  guint           piece;     /* its first */
  guint           n_pieces;
} DaybookDiffRun;

typedef struct
{
  GArray *runs;      /* DaybookDiffRun: in their order; what was removed before what was added in its place */
  GArray *pieces;    /* DaybookSpan: of the text that the run is of, in order, apart from each other */
  guint   n_removed; /* lines */
  guint   n_added;
} DaybookTextDiff;

/* Any bytes do. Two texts of a megabyte that have little in common take as long as two that have much: of what
 * would take too long whole lines are replaced. */
DaybookTextDiff      *daybook_text_diff_new   (const char            *old,
                                               const char            *new);
void                  daybook_text_diff_free  (DaybookTextDiff       *self);
const DaybookDiffRun *daybook_text_diff_run   (const DaybookTextDiff *self,
                                               guint                  i);
const DaybookSpan    *daybook_text_diff_piece (const DaybookTextDiff *self,
                                               guint                  i);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookTextDiff, daybook_text_diff_free)

G_END_DECLS
