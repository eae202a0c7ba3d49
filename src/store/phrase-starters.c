/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/phrase-starters.h"

#include "store/phrases-resource.h"
#include "store/reader-private.h"
#include "store/row-sql.h"

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

/* --- Making phrases of them ---------------------------------------------------------------------- */

static void
give_text (DaybookEdit *edit,
           guint        field,
           const char  *text)
{
  if (text != NULL)
    daybook_edit_give (edit, field, daybook_value_text (text));
}

static void
add_starter (DaybookEdit                *edit,
             const DaybookPhraseStarter *starter,
             const DaybookId            *id,
             DaybookLanguage             language)
{
  daybook_edit_create (edit, &daybook_phrases, id);
  give_text (edit, DAYBOOK_PHRASE_TITLE, starter->titles[language]);
  give_text (edit, DAYBOOK_PHRASE_KEY, starter->key);
  give_text (edit, DAYBOOK_PHRASE_TEXT, starter->texts[language]);
  daybook_edit_give (edit, DAYBOOK_PHRASE_PURPOSE, daybook_value_int (starter->purpose));
  daybook_edit_give (edit, DAYBOOK_PHRASE_LANGUAGE, daybook_value_int (language));
  daybook_edit_give (edit, DAYBOOK_PHRASE_DAYPART, daybook_value_int (starter->daypart));
  give_text (edit, DAYBOOK_PHRASE_CHANNELS, starter->channels);
  give_text (edit, DAYBOOK_PHRASE_REGISTERS, starter->registers);
  give_text (edit, DAYBOOK_PHRASE_PATHS, starter->paths[language]);
  give_text (edit, DAYBOOK_PHRASE_STAGE, starter->stage);
  give_text (edit, DAYBOOK_PHRASE_SNOOZE, starter->snooze);
  give_text (edit, DAYBOOK_PHRASE_PROMISE, starter->promise);
  daybook_edit_give (edit, DAYBOOK_PHRASE_STARTER, daybook_value_int (TRUE));
}

gboolean
daybook_phrase_starters_add (DaybookEdit      *edit,
                             DaybookReader    *reader,
                             DaybookLanguage   language,
                             GError          **error)
{
  GPtrArray *starters = daybook_phrase_starters ();

  for (guint i = 0; i < starters->len; i++)
    {
      const DaybookPhraseStarter *starter = g_ptr_array_index (starters, i);
      GError *local = NULL;
      DaybookId id;

      daybook_phrase_starter_id (&id, starter->key, language);
      /* Known, in the trash too: the shop has it, or had it. */
      if (daybook_row_key (reader->db, &daybook_phrases, &id, NULL, NULL, &local) == 0 && local == NULL)
        add_starter (edit, starter, &id, language);
      if (local != NULL)
        {
          g_propagate_error (error, local);
          return FALSE;
        }
    }

  return TRUE;
}
