/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/likeness.h"

#include "core/han.h"
#include "core/mask.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* "Shanghai, Xuhui" is no address of anybody. */
#define ADDRESS_LEAST 12

static void
add_folded (GString  *plain,
            gunichar  c)
{
  gunichar folded[DAYBOOK_HAN_FOLD_MAX];
  guint n = daybook_han_fold_char (c, folded);

  for (guint i = 0; i < n; i++)
    if (g_unichar_isalnum (folded[i]))
      g_string_append_unichar (plain, folded[i]);
}

/* Letters and digits alone, folded, behind what is there; FALSE where a part is covered or nothing is left. All addresses of
 * a book come by here: no text is made on the way. */
static gboolean
fold (GString    *plain,
      const char *text)
{
  gsize before = plain->len;

  if (*text == '\0' || daybook_mask_is_masked (text) || !g_utf8_validate (text, -1, NULL))
    return FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if ((guchar) *p >= 0x80)
      add_folded (plain, g_utf8_get_char (p));
    else if (g_ascii_isalnum (*p))
      g_string_append_c (plain, g_ascii_tolower (*p));
  return plain->len > before;
}

char *
daybook_likeness_phone (const char *phone)
{
  return *phone == '\0' || daybook_mask_is_masked (phone) ? NULL : daybook_phone_normalise (phone);
}

/* A nick may be made of signs alone, and differs from another by them. */
char *
daybook_likeness_nick (const char *platform,
                       const char *account)
{
  g_autofree char *stripped = g_strstrip (g_strdup (account));
  g_autofree char *folded = NULL;

  if (*stripped == '\0' || daybook_mask_is_masked (stripped))
    return NULL;

  folded = daybook_han_fold (stripped);
  return g_strconcat (platform, "\x1f", folded, NULL);
}

static gboolean
has_digit (const char *text)
{
  return strpbrk (text, "0123456789") != NULL;
}

char *
daybook_likeness_address (const char *name,
                          const char *address)
{
  g_autoptr(GString) plain = g_string_sized_new (strlen (name) + strlen (address) + 1);
  gsize where;

  if (!fold (plain, name))
    return NULL;

  g_string_append_c (plain, '\x1f');
  where = plain->len;
  if (!fold (plain, address) || (!has_digit (plain->str + where) && g_utf8_strlen (plain->str + where, -1) < ADDRESS_LEAST))
    return NULL;

  return g_string_free (g_steal_pointer (&plain), FALSE);
}

char *
daybook_likeness_name (const char *name)
{
  g_autoptr(GString) plain = g_string_new (NULL);

  return fold (plain, name) ? g_string_free (g_steal_pointer (&plain), FALSE) : NULL;
}

char *
daybook_likeness_words (DaybookLikeness likeness)
{
  const char *words[4];
  guint n = 0;

  if (likeness & DAYBOOK_LIKE_PHONE)
    words[n++] = _("same full phone number");
  if (likeness & DAYBOOK_LIKE_NICK)
    words[n++] = _("same nick on one platform");
  if (likeness & DAYBOOK_LIKE_ADDRESS)
    words[n++] = _("same name at one address");
  words[n] = NULL;

  return g_strjoinv (" · ", (char **) words);
}
