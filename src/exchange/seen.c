/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/seen.h"

#include <sodium.h>
#include <string.h>

#define FIRST_SIZE 1024 /* slots; a power of two */

struct _DaybookSeen
{
  guint64 *slots; /* 0 is free */
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
  crypto_shorthash_keygen (seen->key);
  return seen;
}

void
daybook_seen_free (DaybookSeen *seen)
{
  g_free (seen->slots);
  g_free (seen);
}

/* The slot of a hash: its own, or the free one where it belongs. */
static guint64 *
find_slot (DaybookSeen *seen,
           guint64      hash)
{
  gsize mask = seen->size - 1;
  gsize at = hash & mask;

  while (seen->slots[at] != 0 && seen->slots[at] != hash)
    at = (at + 1) & mask;
  return &seen->slots[at];
}

static void
grow (DaybookSeen *seen)
{
  g_autofree guint64 *old = g_steal_pointer (&seen->slots);
  gsize old_size = seen->size;

  seen->size *= 2;
  seen->slots = g_new0 (guint64, seen->size);
  for (gsize i = 0; i < old_size; i++)
    if (old[i] != 0)
      *find_slot (seen, old[i]) = old[i];
}

gboolean
daybook_seen_add (DaybookSeen *seen,
                  const char  *text)
{
  guint64 hash = 0;
  guint64 *slot;

  crypto_shorthash ((guchar *) &hash, (const guchar *) text, strlen (text), seen->key);
  hash = MAX (hash, 1);
  slot = find_slot (seen, hash);
  if (*slot == hash)
    return FALSE;

  *slot = hash;
  /* Probes stay short while a quarter is free. */
  if (++seen->used * 4 > seen->size * 3)
    grow (seen);
  return TRUE;
}
