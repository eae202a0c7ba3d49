/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/pick.h"

#include <string.h>

#define DIGITS "0123456789"
#define WORTHY_DIGITS "123456789"
/* As amounts are written. */
#define AMOUNT DIGITS ".,"

int
daybook_pick_sign (const char *amount)
{
  gsize before = strcspn (amount, DIGITS);
  const char *note = strpbrk (amount, "(");
  gsize end = note != NULL && note > amount ? (gsize) (note - amount) : strlen (amount);
  gsize worthy = strcspn (amount, WORTHY_DIGITS);

  if (worthy >= end)
    return 0;
  for (gsize i = 0; i < before; i++)
    if (amount[i] == '-' || (i == 0 && amount[i] == '(') || strncmp (amount + i, "−", strlen ("−")) == 0)
      return -1;
  return 1;
}

static gboolean
keep (GString *text,
      gsize    from,
      gsize    start,
      gsize    length)
{
  g_string_truncate (text, start + length);
  g_string_erase (text, (gssize) from, (gssize) (start - from));
  return length > 0;
}

static gboolean
keep_behind (const char *const *words,
             GString           *text,
             gsize              from)
{
  for (; *words != NULL; words++)
    if (g_str_has_prefix (text->str + from, *words))
      return keep (text, from, from + strlen (*words), text->len - from - strlen (*words));

  return FALSE;
}

static gboolean
keep_note (const char *const *words,
           GString           *text,
           gsize              from)
{
  for (; *words != NULL; words++)
    {
      const char *found = strstr (text->str + from, *words);
      const char *amount = found != NULL ? strpbrk (found + strlen (*words), DIGITS) : NULL;

      if (amount != NULL)
        return keep (text, from, (gsize) (amount - text->str), strspn (amount, AMOUNT));
    }

  return FALSE;
}

gboolean
daybook_pick_cell (DaybookPick        pick,
                   const char *const *words,
                   GString           *text,
                   gsize              from)
{
  gboolean any = TRUE;

  switch (pick)
    {
    case DAYBOOK_PICK_NONZERO:
      any = daybook_pick_sign (text->str + from) != 0;
      break;
    case DAYBOOK_PICK_BEHIND:
      any = keep_behind (words, text, from);
      break;
    case DAYBOOK_PICK_NOTE:
      any = keep_note (words, text, from);
      break;
    case DAYBOOK_PICK_ALL:
    case DAYBOOK_PICK_CURRENCY:
    default:
      break;
    }

  if (!any)
    g_string_truncate (text, from);
  return any;
}
