/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/likeness.h"

#include "core/han.h"
#include "core/mask.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* "Shanghai, Xuhui" is no address of anybody. */
#define ADDRESS_LEAST 12

/* Letters and digits alone, folded; NULL where a part is covered. */
static char *
fold (const char *text)
{
  g_autofree char *folded = NULL;
  g_autoptr(GString) plain = NULL;

  if (*text == '\0' || strchr (text, '*') != NULL || daybook_mask_is_masked (text))
    return NULL;

  folded = daybook_han_fold (text);
  plain = g_string_sized_new (strlen (folded));
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (plain, g_utf8_get_char (p));
  return plain->len > 0 ? g_strdup (plain->str) : NULL;
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

  if (*stripped == '\0' || strchr (stripped, '*') != NULL || daybook_mask_is_masked (stripped))
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
  g_autofree char *who = fold (name);
  g_autofree char *where = who != NULL ? fold (address) : NULL;

  if (where == NULL || (!has_digit (where) && g_utf8_strlen (where, -1) < ADDRESS_LEAST))
    return NULL;

  return g_strconcat (who, "\x1f", where, NULL);
}

char *
daybook_likeness_name (const char *name)
{
  return fold (name);
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
