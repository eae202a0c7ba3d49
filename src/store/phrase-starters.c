/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/phrase-starters.h"

#include "store/phrases-resource.h"

#include <gio/gio.h>

#define RESOURCE_PATH "/io/github/daybook/Daybook/phrases/"

/* Those of one purpose, whose word is the file's name. */
static void
add_file (GPtrArray  *starters,
          const char *purpose)
{
  g_autofree char *name = g_strconcat (purpose, ".json", NULL);
  g_autofree char *path = g_strconcat (RESOURCE_PATH, name, NULL);
  g_autoptr(GBytes) bytes = g_resource_lookup_data (daybook_phrase_files_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) read = NULL;

  if (bytes == NULL)
    return;

  read = daybook_phrase_starters_parse (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), name, &error);
  /* It is ours: a test reads each of them. */
  if (read == NULL)
    g_warning ("%s", error->message);
  else
    g_ptr_array_extend_and_steal (starters, g_steal_pointer (&read));
}

static gpointer
read_all (gpointer data G_GNUC_UNUSED)
{
  GPtrArray *starters = g_ptr_array_new ();

  for (const DaybookWord *purpose = daybook_purpose_words; purpose->word != NULL; purpose++)
    add_file (starters, purpose->word);
  return starters;
}

GPtrArray *
daybook_phrase_starters (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, read_all, NULL);
}

const DaybookPhraseStarter *
daybook_phrase_starter_find (const char *key)
{
  GPtrArray *starters = daybook_phrase_starters ();

  for (guint i = 0; i < starters->len; i++)
    {
      const DaybookPhraseStarter *starter = g_ptr_array_index (starters, i);

      if (g_str_equal (starter->key, key))
        return starter;
    }

  return NULL;
}
