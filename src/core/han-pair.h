/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The shape of the tables that unihan.py makes: flat from DAYBOOK_HAN_FIRST to
 * DAYBOOK_HAN_LAST, and lists of pairs, sorted, for characters beyond. */
#define DAYBOOK_HAN_FIRST 0x3400
#define DAYBOOK_HAN_LAST 0x9fff

typedef struct
{
  guint32 from;
  guint32 to;
} HanPair;

/* What `c` has in the list, or `otherwise`. */
guint32 daybook_han_pair_find (const HanPair *pairs,
                               gsize          n_pairs,
                               gunichar       c,
                               guint32        otherwise);

G_END_DECLS
