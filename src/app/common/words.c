/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/words.h"

#include <glib/gi18n-lib.h>

/* Grouped as amounts of money are (core/money.h), in every locale. */
char *
daybook_words_count (guint64 count)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, count);
  gsize n = strlen (digits);
  GString *text = g_string_sized_new (n + n / 3);

  for (gsize i = 0; i < n; i++)
    {
      if (i > 0 && (n - i) % 3 == 0)
        g_string_append_c (text, ',');
      g_string_append_c (text, digits[i]);
    }

  return g_string_free (text, FALSE);
}

char *
daybook_words_rest (gint64 total,
                    guint  shown)
{
  guint64 n = total > (gint64) shown ? (guint64) total - shown : 0;
  g_autofree char *count = daybook_words_count (n);
  g_autofree char *text = g_strconcat (count, total >= DAYBOOK_WORDS_REST_MAX ? "+" : "", NULL);

  if (n == 0)
    return g_strdup ("");

  /* Translators: below a list of the newest ones; %s is a number. */
  return g_strdup_printf (ngettext ("and %s more", "and %s more", n), text);
}

char *
daybook_words_in_menu (const char *text)
{
  g_auto(GStrv) parts = g_strsplit (text, "_", -1);

  return g_strjoinv ("__", parts);
}
