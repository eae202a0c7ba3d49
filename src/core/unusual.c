/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/unusual.h"

#define HOUR 3600

static DaybookSeen *
seen_at (GArray *looks,
         guint   index)
{
  return &g_array_index (looks, DaybookSeen, index);
}

/* How many looks of the same person, this one too, are within an hour that begins with it and goes on in the order of
 * the array. */
static guint
count_hour (GArray *looks,
            guint   from)
{
  const DaybookSeen *first = seen_at (looks, from);
  guint n = 0;

  for (guint i = from; i < looks->len && ABS (seen_at (looks, i)->at - first->at) < HOUR; i++)
    n += seen_at (looks, i)->agent == first->agent && seen_at (looks, i)->n_rows > 0;

  return n;
}

static void
mark_hour (GArray *looks,
           guint   from)
{
  const DaybookSeen *first = seen_at (looks, from);

  for (guint i = from; i < looks->len && ABS (seen_at (looks, i)->at - first->at) < HOUR; i++)
    if (seen_at (looks, i)->agent == first->agent)
      seen_at (looks, i)->unusual |= DAYBOOK_UNUSUAL_MANY;
}

static DaybookUnusual
judge (const DaybookSeen *seen)
{
  DaybookUnusual unusual = seen->unusual;

  if (seen->n_rows == 0)
    return unusual | DAYBOOK_UNUSUAL_REFUSED;
  if (seen->n_rows >= DAYBOOK_LIST_LOOK)
    unusual |= DAYBOOK_UNUSUAL_LIST;
  else if (!seen->has_case)
    unusual |= DAYBOOK_UNUSUAL_NO_CASE;
  if (seen->signs_on && !seen->on_shift)
    unusual |= DAYBOOK_UNUSUAL_OFF_SHIFT;

  return unusual;
}

void
daybook_unusual_find (GArray *looks)
{
  for (guint i = 0; i < looks->len; i++)
    seen_at (looks, i)->unusual = DAYBOOK_UNUSUAL_NOTHING;
  for (guint i = 0; i < looks->len; i++)
    if (count_hour (looks, i) >= DAYBOOK_MANY_LOOKS)
      mark_hour (looks, i);
  for (guint i = 0; i < looks->len; i++)
    seen_at (looks, i)->unusual = judge (seen_at (looks, i));
}
