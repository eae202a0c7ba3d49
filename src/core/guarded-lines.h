/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A line of a list of words to be guarded, as people paste it (PH-03): the word, behind a tab or comma the better
 * wording, behind another tab why. */
typedef struct
{
  guint  number;  /* of the line, from 1 */
  char  *text;
  char  *instead; /* or NULL */
  char  *why;     /* or NULL */
  char  *fault;   /* a sentence: it cannot be added; or NULL */
} DaybookGuardedLine;

/* Those in which something is. `known`: the keys (core/guard-list.h) of words that are guarded by now, and gets those of
 * the lines: what is written twice is a fault of the later one. (element-type DaybookGuardedLine) (transfer full) */
GPtrArray *daybook_guarded_lines_read  (const char *text,
                                        GHashTable *known);
/* How many can be added. */
guint      daybook_guarded_lines_count (GPtrArray  *lines);

G_END_DECLS
