/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A phrase as a person writes it, and a file of phrases. */

#include "harness.h"

#include "core/phrase-fill.h"
#include "core/phrase-path.h"
#include "core/phrase-starter.h"

#include <string.h>

/* What it says of places in a text is so, and of what is asked for nothing is left once it is given. */
static void
check_variant (const DaybookPhraseText *text,
               guint                    variant)
{
  g_autoptr(DaybookPhraseFilling) open = daybook_phrase_fill (text, variant, NULL, NULL, NULL);
  g_autoptr(GHashTable) values = daybook_phrase_values_new ();

  g_assert_true (g_utf8_validate (open->text, -1, NULL));
  for (guint i = 0; i < open->blanks->len; i++)
    {
      const DaybookPhraseBlank *blank = g_ptr_array_index (open->blanks, i);
      gsize length = strlen (blank->name);

      for (guint n = 0; n < blank->places->len; n++)
        {
          const DaybookPhrasePlace *place = &g_array_index (blank->places, DaybookPhrasePlace, n);

          g_assert_cmpuint (place->to - place->from, ==, length + strlen ("[]"));
          g_assert_true (strncmp (open->text + place->from + 1, blank->name, length) == 0);
          g_assert_cmpint (g_utf8_pointer_to_offset (open->text, open->text + place->from), ==, place->first);
          g_assert_cmpint (g_utf8_pointer_to_offset (open->text, open->text + place->to), ==, place->end);
        }
      daybook_phrase_values_set (values, blank->name, "x");
    }

  g_autoptr(DaybookPhraseFilling) done = daybook_phrase_fill (text, variant, values, NULL, NULL);
  g_assert_cmpuint (done->blanks->len, ==, 0);
}

static void
check_paths (const char *text)
{
  g_autoptr(GPtrArray) paths = daybook_phrase_paths_parse (text, NULL);
  g_autofree char *printed = paths != NULL ? daybook_phrase_paths_print (paths) : NULL;
  g_autoptr(GPtrArray) again = daybook_phrase_paths_parse (printed, NULL);

  g_assert_true (paths == NULL || (again != NULL && again->len == paths->len));
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *input = g_strndup ((const char *) data, size);
  g_autofree char *valid = g_utf8_make_valid (input, -1);
  g_autoptr(DaybookPhraseText) text = daybook_phrase_text_parse (input);
  g_autoptr(GPtrArray) sentences = daybook_phrase_text_check (input);
  g_autoptr(GPtrArray) starters = daybook_phrase_starters_parse (valid, -1, "fuzz", NULL);

  for (guint i = 0; i < text->variants->len; i++)
    check_variant (text, i);
  check_paths (valid);
  for (guint i = 0; starters != NULL && i < starters->len; i++)
    {
      const DaybookPhraseStarter *starter = g_ptr_array_index (starters, i);

      g_assert_true (daybook_is_key (starter->key));
      g_assert_nonnull (starter->texts[DAYBOOK_LANGUAGE_ZH_TW]);
      check_paths (starter->paths[DAYBOOK_LANGUAGE_EN]);
    }
  return 0;
}
