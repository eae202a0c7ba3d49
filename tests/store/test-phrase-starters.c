/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/phrase-starters.h"

#include "core/phrase-path.h"
#include "core/phrase-text.h"
#include "core/register.h"
#include "store/phrases-resource.h"
#include "store/registers-resource.h"

#include <gio/gio.h>
#include <string.h>

/* What holds of the phrases that Daybook brings, whoever writes them. */

#define PHRASES "/io/github/daybook/Daybook/phrases"
#define REGISTERS "/io/github/daybook/Daybook/registers/"

static const DaybookLanguage LANGUAGES[] = { DAYBOOK_LANGUAGE_ZH_CN, DAYBOOK_LANGUAGE_ZH_TW, DAYBOOK_LANGUAGE_EN };

/* Says what is wrong, and goes on with the next. */
static void
expect (gboolean    holds,
        const char *key,
        const char *what,
        const char *more)
{
  if (holds)
    return;

  g_test_message ("%s: %s: %s", key, what, more);
  g_test_fail ();
}

static void
test_each_file_is_read (void)
{
  g_auto(GStrv) files = g_resource_enumerate_children (daybook_phrase_files_get_resource (), PHRASES, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  guint n = 0;

  g_assert_nonnull (files);
  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (PHRASES "/", files[i], NULL);
      g_autofree char *purpose = g_strndup (files[i], strlen (files[i]) - MIN (strlen (files[i]), strlen (".json")));
      g_autoptr(GBytes) bytes = g_resource_lookup_data (daybook_phrase_files_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) starters = daybook_phrase_starters_parse (g_bytes_get_data (bytes, NULL), -1, files[i], &error);

      g_assert_no_error (error);
      g_assert_cmpint (daybook_word_index (daybook_purpose_words, purpose), ==,
                       ((const DaybookPhraseStarter *) g_ptr_array_index (starters, 0))->purpose);
      n += starters->len;
    }

  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (daybook_phrase_starters ()->len, ==, n);
}

static void
test_keys_are_unique (void)
{
  GPtrArray *starters = daybook_phrase_starters ();
  g_autoptr(GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < starters->len; i++)
    {
      const DaybookPhraseStarter *starter = g_ptr_array_index (starters, i);

      expect (g_hash_table_add (keys, starter->key), starter->key, "two phrases have the name", starter->key);
      g_assert_true (daybook_phrase_starter_find (starter->key) != NULL);
    }

  g_assert_null (daybook_phrase_starter_find ("no_such_phrase"));
}

static void
test_paths_lead_somewhere (void)
{
  GPtrArray *starters = daybook_phrase_starters ();

  for (guint i = 0; i < starters->len; i++)
    {
      const DaybookPhraseStarter *starter = g_ptr_array_index (starters, i);

      for (guint k = 0; k < G_N_ELEMENTS (LANGUAGES); k++)
        {
          g_autoptr(GError) error = NULL;
          g_autoptr(GPtrArray) paths = daybook_phrase_paths_parse (starter->paths[LANGUAGES[k]], &error);

          g_assert_no_error (error);
          for (guint n = 0; n < paths->len; n++)
            {
              const DaybookPhrasePath *path = g_ptr_array_index (paths, n);

              expect (daybook_phrase_starter_find (path->key) != NULL, starter->key, "a path leads nowhere", path->key);
            }
        }
    }
}

static void
test_placeholders_are_known (void)
{
  GPtrArray *starters = daybook_phrase_starters ();

  for (guint i = 0; i < starters->len; i++)
    {
      const DaybookPhraseStarter *starter = g_ptr_array_index (starters, i);

      for (guint k = 0; k < G_N_ELEMENTS (LANGUAGES); k++)
        {
          g_autoptr(GPtrArray) wrong = daybook_phrase_text_check (starter->texts[LANGUAGES[k]]);

          for (guint n = 0; n < wrong->len; n++)
            expect (FALSE, starter->key, daybook_language_code (LANGUAGES[k]), g_ptr_array_index (wrong, n));
        }
    }
}

/* So many are asked for in the first way to say it, in every language the same. */
static void
test_blanks_are_the_same (void)
{
  GPtrArray *starters = daybook_phrase_starters ();

  for (guint i = 0; i < starters->len; i++)
    {
      const DaybookPhraseStarter *starter = g_ptr_array_index (starters, i);
      guint n[G_N_ELEMENTS (LANGUAGES)];

      for (guint k = 0; k < G_N_ELEMENTS (LANGUAGES); k++)
        {
          g_autoptr(DaybookPhraseText) text = daybook_phrase_text_parse (starter->texts[LANGUAGES[k]]);
          g_autoptr(GPtrArray) blanks = daybook_phrase_text_blanks (text, 0);

          n[k] = blanks->len;
          expect (n[k] == n[0], starter->key, "other blanks than in Chinese", daybook_language_code (LANGUAGES[k]));
        }
    }
}

/* --- Registers and their stages ------------------------------------------------------------- */

static DaybookRegister *
read_register (const char *key)
{
  g_autofree char *path = g_strconcat (REGISTERS, key, ".json", NULL);
  g_autoptr(GBytes) bytes = g_resource_lookup_data (daybook_registers_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  return bytes != NULL ? daybook_register_parse (g_bytes_get_data (bytes, NULL), -1, key, NULL) : NULL;
}

static void
check_place (const DaybookPhraseStarter *starter,
             const char                 *place)
{
  g_auto(GStrv) parts = g_strsplit (place, "/", 2);
  g_autoptr(DaybookRegister) definition = read_register (parts[0]);

  expect (definition != NULL, starter->key, "no such register", place);
  if (definition == NULL)
    return;

  expect (parts[1] == NULL || daybook_register_find_stage (definition, parts[1]) >= 0, starter->key, "no such stage", place);
  expect (starter->stage == NULL || daybook_register_find_stage (definition, starter->stage) >= 0, starter->key,
          "proposes a stage that a register of its has not", place);
}

static void
test_places_exist (void)
{
  GPtrArray *starters = daybook_phrase_starters ();

  for (guint i = 0; i < starters->len; i++)
    {
      const DaybookPhraseStarter *starter = g_ptr_array_index (starters, i);
      g_auto(GStrv) places = g_strsplit (starter->registers != NULL ? starter->registers : "", " ", -1);

      expect (starter->stage == NULL || places[0] != NULL, starter->key, "proposes a stage, and names no register", starter->stage);
      for (guint k = 0; places[k] != NULL; k++)
        check_place (starter, places[k]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/phrase-starters/read", test_each_file_is_read);
  g_test_add_func ("/phrase-starters/keys", test_keys_are_unique);
  g_test_add_func ("/phrase-starters/paths", test_paths_lead_somewhere);
  g_test_add_func ("/phrase-starters/placeholders", test_placeholders_are_known);
  g_test_add_func ("/phrase-starters/blanks", test_blanks_are_the_same);
  g_test_add_func ("/phrase-starters/places", test_places_exist);

  return g_test_run ();
}
