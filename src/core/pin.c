/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/pin.h"

#include "core/error.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

/* Enough that all four digits take an hour, and little enough for an old laptop. */
#define COST crypto_pwhash_OPSLIMIT_INTERACTIVE
#define MEMORY crypto_pwhash_MEMLIMIT_INTERACTIVE

static gboolean
is_one_digit (const char *pin)
{
  return strspn (pin, (const char[]) { pin[0], '\0' }) == strlen (pin);
}

/* 1234, 45678, 9876: each digit is one away from the last, always the same way. */
static gboolean
is_run (const char *pin)
{
  int step = pin[1] - pin[0];

  for (const char *p = pin; p[1] != '\0'; p++)
    if (p[1] - p[0] != step)
      return FALSE;

  return step == 1 || step == -1;
}

gboolean
daybook_pin_check (const char  *pin,
                   GError     **error)
{
  gsize length = strspn (pin, G_CSET_DIGITS);

  if (pin[length] != '\0' || length < DAYBOOK_PIN_LEAST || length > DAYBOOK_PIN_MOST)
    g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT,
                 _("A PIN has %d to %d digits and nothing else."), DAYBOOK_PIN_LEAST, DAYBOOK_PIN_MOST);
  else if (is_one_digit (pin) || is_run (pin))
    g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT,
                         _("This PIN is among the first that anybody would try. Take digits that do not repeat or count."));
  else
    return TRUE;

  return FALSE;
}

char *
daybook_pin_hash (const char  *pin,
                  GError     **error)
{
  char hash[crypto_pwhash_STRBYTES];

  if (!daybook_pin_check (pin, error))
    return NULL;

  if (sodium_init () >= 0 && crypto_pwhash_str (hash, pin, strlen (pin), COST, MEMORY) == 0)
    return g_strdup (hash);

  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED,
                       _("There is not enough memory for keeping a PIN safely. Close other programs and try again."));
  return NULL;
}

gboolean
daybook_pin_matches (const char *hash,
                     const char *pin)
{
  return sodium_init () >= 0 && crypto_pwhash_str_verify (hash, pin, strlen (pin)) == 0;
}

guint
daybook_pin_wait (guint n_failures)
{
  guint n_paid = n_failures > DAYBOOK_PIN_FREE_FAILURES ? n_failures - DAYBOOK_PIN_FREE_FAILURES : 0;

  if (n_paid == 0)
    return 0;

  return n_paid > 10 ? DAYBOOK_PIN_LONGEST_WAIT : MIN (1u << (n_paid - 1), DAYBOOK_PIN_LONGEST_WAIT);
}
