/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/han-pair.h"

#include <stdlib.h>

static int
compare_from (const void *key,
              const void *pair)
{
  gunichar c = *(const gunichar *) key;
  guint32 from = ((const HanPair *) pair)->from;

  return c < from ? -1 : c > from;
}

guint32
daybook_han_pair_find (const HanPair *pairs,
                       gsize          n_pairs,
                       gunichar       c,
                       guint32        otherwise)
{
  const HanPair *found = bsearch (&c, pairs, n_pairs, sizeof *pairs, compare_from);

  return found != NULL ? found->to : otherwise;
}
