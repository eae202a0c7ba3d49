/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/soon-parts.h"

G_BEGIN_DECLS

/* How the words of a moment to come are read, piece by piece: of core/soon-*.c alone. All of these move
 * `at` behind what they read, and touch nothing where they read nothing. */

/* A word and what it is worth. */
typedef struct
{
  const char *text;
  int         value;
} DaybookSoonWord;

/* A Latin word ends where its letters end. */
gboolean daybook_soon_skip        (const char            **at,
                                   const char             *word);
void     daybook_soon_skip_blanks (const char            **at);
/* The first of the words, which end with NULL. */
gboolean daybook_soon_skip_any    (const char            **at,
                                   const char *const      *words);
gboolean daybook_soon_begins      (const char             *text,
                                   const char *const      *words);
/* Tables end with a NULL text; longer words stand before those with which they begin. */
gboolean daybook_soon_read_word   (const char            **at,
                                   const DaybookSoonWord  *words,
                                   int                    *value);
/* How many digits stand there; `most` + 1: more than that. A line of digits is not counted again and again. */
gsize    daybook_soon_count_digits (const char           *text,
                                   gsize                   most);
/* No more digits than that. */
gboolean daybook_soon_read_digits (const char            **at,
                                   gsize                   most,
                                   int                    *number);
/* Digits, or as one says them up to 99: 二十五. */
gboolean daybook_soon_read_number (const char            **at,
                                   gsize                   most,
                                   int                    *number);

/* One piece each; FALSE also where there is one of its kind already. */
gboolean daybook_soon_read_day    (const char            **at,
                                   DaybookSoonParts       *parts);
gboolean daybook_soon_read_hour   (const char            **at,
                                   DaybookSoonParts       *parts);
/* Of a day: 早上, "at noon". */
gboolean daybook_soon_read_part   (const char            **at,
                                   DaybookSoonParts       *parts);

G_END_DECLS
