/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/currency-cell.h"

#include "core/money.h"

#include <string.h>

#define DIGITS "0123456789"
#define CODE_LENGTH 3
/* What stands between a sign or code and the digits. */
#define BETWEEN "+-., \t"

/* A copy of the text without what stands between. */
static char *
trim (const char *text,
      gsize       length)
{
  while (length > 0 && strchr (BETWEEN, *text) != NULL)
    {
      text++;
      length--;
    }
  while (length > 0 && strchr (BETWEEN, text[length - 1]) != NULL)
    length--;

  return g_strndup (text, length);
}

/* What stands before the digits, else what follows them. */
static char *
find_name (const char *text)
{
  char *name = trim (text, strcspn (text, DIGITS));
  const char *end = text + strlen (text);

  if (*name != '\0')
    return name;

  g_free (name);
  while (end > text && !g_ascii_isdigit (end[-1]))
    end--;
  return trim (end, strcspn (end, "("));
}

static gboolean
is_code (const char *name)
{
  return strlen (name) == CODE_LENGTH && strspn (name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == CODE_LENGTH;
}

void
daybook_currency_cell_read (const DaybookProfile *profile,
                            GString              *text)
{
  g_autofree char *name = NULL;
  const char *code;

  g_string_replace (text, "\u00a0", " ", 0);
  g_string_replace (text, "−", "-", 0);
  name = find_name (text->str);
  code = g_hash_table_lookup (profile->signs, name);
  if (code == NULL)
    code = daybook_money_code_of_sign (name);
  if (code == NULL && is_code (name))
    code = name;

  g_string_assign (text, code != NULL ? code : "");
}
