/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reviews copied from a page, and the table that is made of them. */

#include "harness.h"

#include "exchange/paste-reviews.h"

#include <string.h>

static GPtrArray *
get_profiles (void)
{
  static GPtrArray *profiles;

  if (profiles == NULL)
    profiles = daybook_profiles_load (NULL, NULL);
  g_assert_nonnull (profiles);
  return profiles;
}

static gsize
count_signs (const char *text)
{
  gsize n = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    n += g_unichar_isalnum (g_utf8_get_char (text)) != 0;
  return n;
}

/* Letters and figures that the reviews have, and those that were left out. */
static gsize
count_kept (const DaybookPaste *paste)
{
  gsize n = 0;

  for (guint i = 0; i < paste->reviews->len; i++)
    {
      const DaybookPastedReview *review = g_ptr_array_index (paste->reviews, i);

      g_assert_true (daybook_pasted_review_is_one (review));
      g_assert_cmpuint (review->stars, <=, 5);
      n += count_signs (review->words->str) + count_signs (review->follow_up->str) + count_signs (review->reply->str);
    }
  for (guint i = 0; i < paste->left_out->len; i++)
    n += count_signs (g_ptr_array_index (paste->left_out, i));
  return n;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *text = g_utf8_make_valid ((const char *) data, (gssize) size);
  g_autoptr(DaybookPaste) paste = daybook_paste_read (text, strlen (text), get_profiles (), NULL);
  g_autofree char *path = NULL;
  g_autoptr(GString) csv = NULL;

  if (paste == NULL || paste->is_table)
    return 0;

  /* Nothing is there twice. */
  g_assert_cmpuint (count_kept (paste), <=, count_signs (text));
  csv = daybook_paste_to_csv (paste);
  g_assert_true (g_utf8_validate (csv->str, (gssize) csv->len, NULL));
  path = harness_file (csv->str, csv->len);
  harness_read_table (path);
  harness_file_free (g_steal_pointer (&path));
  return 0;
}
