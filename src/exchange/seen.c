/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/seen.h"

#include <sodium.h>
#include <string.h>

#define FIRST_SIZE 1024 /* slots; a power of two */

struct _DaybookSeen
{
  guint64 *slots; /* 0 is free */
  guint32 *contents; /* of the slots */
  gsize    size;
  gsize    used;
  guchar   key[crypto_shorthash_KEYBYTES]; /* random: no file can be made to collide */
};

DaybookSeen *
daybook_seen_new (void)
{
  DaybookSeen *seen = g_new0 (DaybookSeen, 1);

  seen->size = FIRST_SIZE;
  seen->slots = g_new0 (guint64, seen->size);
  seen->contents = g_new0 (guint32, seen->size);
  crypto_shorthash_keygen (seen->key);
  return seen;
}

void
daybook_seen_free (DaybookSeen *seen)
{
  g_free (seen->slots);
  g_free (seen->contents);
  g_free (seen);
}

/* The slot of a hash: its own, or the free one where it belongs. */
static gsize
find_slot (DaybookSeen *seen,
           guint64      hash)
{
  gsize mask = seen->size - 1;
  gsize at = hash & mask;

  while (seen->slots[at] != 0 && seen->slots[at] != hash)
    at = (at + 1) & mask;
  return at;
}

static void
grow (DaybookSeen *seen)
{
  g_autofree guint64 *old = g_steal_pointer (&seen->slots);
  g_autofree guint32 *old_contents = g_steal_pointer (&seen->contents);
  gsize old_size = seen->size;

  seen->size *= 2;
  seen->slots = g_new0 (guint64, seen->size);
  seen->contents = g_new0 (guint32, seen->size);
  for (gsize i = 0; i < old_size; i++)
    {
      gsize at = find_slot (seen, old[i]);

      if (old[i] == 0)
        continue;
      seen->slots[at] = old[i];
      seen->contents[at] = old_contents[i];
    }
}

static guint64
hash_number (const DaybookSeen *seen,
             const char        *number)
{
  guint64 hash = 0;

  crypto_shorthash ((guchar *) &hash, (const guchar *) number, strlen (number), seen->key);
  return MAX (hash, 1);
}

DaybookSeenState
daybook_seen_add (DaybookSeen *seen,
                  const char  *number,
                  guint32      content)
{
  guint64 hash = hash_number (seen, number);
  gsize at = find_slot (seen, hash);

  if (seen->slots[at] == hash)
    return seen->contents[at] == content ? DAYBOOK_SEEN_AGAIN : DAYBOOK_SEEN_OTHERWISE;

  seen->slots[at] = hash;
  seen->contents[at] = content;
  /* Probes stay short while a quarter is free. */
  if (++seen->used * 4 > seen->size * 3)
    grow (seen);
  return DAYBOOK_SEEN_NEW;
}

gboolean
daybook_seen_has (DaybookSeen *seen,
                  const char  *number)
{
  return seen->slots[find_slot (seen, hash_number (seen, number))] != 0;
}
