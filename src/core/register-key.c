/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/register-key.h"

#include "core/pinyin.h"

#include <string.h>

#define LONGEST 32

/* The pinyin of a run of Chinese, whole, as the first of its keys is. */
static void
append_run (GString *key,
            GString *run)
{
  g_autofree char *keys = run->len > 0 ? daybook_pinyin_keys (run->str) : NULL;

  if (keys == NULL || *keys == '\0')
    return;

  if (key->len > 0 && key->str[key->len - 1] != '_')
    g_string_append_c (key, '_');
  g_string_append_len (key, keys, (gssize) strcspn (keys, " "));
  g_string_append_c (key, '_');
  g_string_truncate (run, 0);
}

/* One underline between words. */
static void
append_letter (GString  *key,
               gunichar  letter)
{
  if (letter < 0x80 && g_ascii_isalnum ((char) letter))
    g_string_append_c (key, g_ascii_tolower ((char) letter));
  else if (!g_unichar_ismark (letter) && key->len > 0 && key->str[key->len - 1] != '_')
    g_string_append_c (key, '_');
}

static char *
spell (const char *label)
{
  g_autofree char *plain = g_utf8_normalize (label, -1, G_NORMALIZE_ALL);
  g_autoptr(GString) run = g_string_new (NULL);
  GString *key = g_string_new (NULL);

  for (const char *p = plain; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_get_script (g_utf8_get_char (p)) == G_UNICODE_SCRIPT_HAN)
      g_string_append_unichar (run, g_utf8_get_char (p));
    else
      {
        append_run (key, run);
        append_letter (key, g_utf8_get_char (p));
      }
  append_run (key, run);

  g_string_truncate (key, MIN (key->len, LONGEST));
  while (key->len > 0 && key->str[key->len - 1] == '_')
    g_string_truncate (key, key->len - 1);
  return g_string_free (key, FALSE);
}

char *
daybook_register_make_key (const char      *label,
                           const char      *otherwise,
                           DaybookKeyTaken  taken,
                           gpointer         data)
{
  g_autofree char *spelt = spell (label);
  g_autofree char *first = *spelt == '\0' ? g_strdup (otherwise)
    : g_ascii_isdigit (*spelt) ? g_strconcat (otherwise, "_", spelt, NULL) : g_strdup (spelt);
  char *key = g_strdup (first);

  for (guint i = 2; taken (key, data); i++)
    {
      g_free (key);
      key = g_strdup_printf ("%s_%u", first, i);
    }
  return key;
}

/* The letters of the label that may follow the first one, then all others. */
static char *
list_letters (const char *spelt)
{
  GString *letters = g_string_new (NULL);

  for (const char *p = spelt; *p != '\0'; p++)
    if (g_ascii_isalpha (*p))
      g_string_append_c (letters, g_ascii_toupper (*p));
  g_string_append (letters, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  return g_string_free (letters, FALSE);
}

char *
daybook_register_make_prefix (const char      *label,
                              DaybookKeyTaken  taken,
                              gpointer         data)
{
  g_autofree char *spelt = spell (label);
  g_autofree char *letters = list_letters (spelt);
  char prefix[4] = { letters[0], '\0' };

  if (!taken (prefix, data))
    return g_strdup (prefix);
  for (const char *second = letters + 1; *second != '\0'; second++)
    {
      prefix[1] = *second;
      if (!taken (prefix, data))
        return g_strdup (prefix);
    }

  return NULL;
}
