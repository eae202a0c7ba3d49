/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/intern.h"

const char *
daybook_intern (const char *text)
{
  static GMutex mutex;
  static GHashTable *texts;

  if (text == NULL)
    return NULL;

  g_mutex_lock (&mutex);
  if (texts == NULL)
    texts = g_hash_table_new (g_str_hash, g_str_equal);

  char *kept = g_hash_table_lookup (texts, text);
  if (kept == NULL)
    {
      kept = g_strdup (text);
      g_hash_table_add (texts, kept);
    }
  g_mutex_unlock (&mutex);
  return kept;
}
