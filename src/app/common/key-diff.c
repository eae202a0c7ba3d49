/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/key-diff.h"

/* Beyond this, looking for what stayed would hold up the main loop. */
#define MIDDLE_MAX 20000

/* The part between what is the same at both ends. */
typedef struct
{
  const gint64 *from;
  const gint64 *to;
  guint         n_from;
  guint         n_to;
  guint         start; /* keys that are the same before it */
} Middle;

/* Where each key of the middle stands: key -> index + 1. */
typedef struct
{
  GHashTable *in_from;
  GHashTable *in_to;
} Places;

static Middle
find_middle (const gint64 *from,
             guint         n_from,
             const gint64 *to,
             guint         n_to)
{
  guint start = 0;

  while (start < n_from && start < n_to && from[start] == to[start])
    start++;
  while (n_from > start && n_to > start && from[n_from - 1] == to[n_to - 1])
    {
      n_from--;
      n_to--;
    }

  return (Middle) { from + start, to + start, n_from - start, n_to - start, start };
}

static GHashTable *
index_keys (const gint64 *keys,
            guint         n_keys)
{
  GHashTable *places = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < n_keys; i++)
    g_hash_table_insert (places, (gpointer) &keys[i], GUINT_TO_POINTER (i + 1));

  return places;
}

/* How far ahead of `here` the key stands; 0 when it does not stand ahead. */
static guint
distance (GHashTable   *places,
          const gint64 *key,
          guint         here)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, key));

  return place > here ? place - here : 0;
}

static void
add_step (GArray *steps,
          guint   position,
          guint   removed,
          guint   added)
{
  DaybookKeyStep *last = steps->len > 0 ? &g_array_index (steps, DaybookKeyStep, steps->len - 1) : NULL;
  DaybookKeyStep step = { position, removed, added };

  if (last != NULL && last->position + last->added == position)
    {
      last->removed += removed;
      last->added += added;
    }
  else
    g_array_append_val (steps, step);
}

/* Of two keys that differ, the one whose other place is farther off has moved;
 * the list goes on along the other one. */
static void
walk (const Middle *middle,
      const Places *places,
      GArray       *steps)
{
  guint i = 0;
  guint j = 0;

  while (i < middle->n_from || j < middle->n_to)
    {
      guint stays = i < middle->n_from ? distance (places->in_to, &middle->from[i], j) : 0;
      guint comes = j < middle->n_to ? distance (places->in_from, &middle->to[j], i) : 0;

      if (stays == 1 && comes == 1)
        {
          i++;
          j++;
        }
      else if (i < middle->n_from && (stays == 0 || (comes != 0 && stays >= comes)))
        {
          add_step (steps, middle->start + j, 1, 0);
          i++;
        }
      else
        {
          add_step (steps, middle->start + j, 0, 1);
          j++;
        }
    }
}

GArray *
daybook_key_diff (const gint64 *from,
                  guint         n_from,
                  const gint64 *to,
                  guint         n_to)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (DaybookKeyStep));
  Middle middle = find_middle (from, n_from, to, n_to);

  if (middle.n_from == 0 && middle.n_to == 0)
    return steps;

  if (middle.n_from > 0 && middle.n_to > 0 && middle.n_from < MIDDLE_MAX && middle.n_to < MIDDLE_MAX)
    {
      g_autoptr(GHashTable) in_from = index_keys (middle.from, middle.n_from);
      g_autoptr(GHashTable) in_to = index_keys (middle.to, middle.n_to);

      walk (&middle, &(Places) { in_from, in_to }, steps);
      if (steps->len <= DAYBOOK_KEY_STEPS_MAX)
        return steps;
    }

  g_array_set_size (steps, 0);
  add_step (steps, middle.start, middle.n_from, middle.n_to);
  return steps;
}
