/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/ledger.h"

#include "core/money.h"

guint
daybook_ledger_first (const char *setting)
{
  guint64 first;

  return g_ascii_string_to_unsigned (setting, 10, 1, DAYBOOK_LEDGER_FIRST_MOST, &first, NULL) ? (guint) first : 0;
}

char *
daybook_ledger_setting (guint first)
{
  return first > 0 ? g_strdup_printf ("%u", first) : g_strdup ("");
}

gint64
daybook_ledger_sum (guint       first,
                    guint       n,
                    const char *currency)
{
  gint64 sum = 0, fine = first;

  for (guint i = 0; i < n && sum < DAYBOOK_LEDGER_MOST; i++)
    {
      sum += fine;
      fine *= 2;
    }

  sum = MIN (sum, DAYBOOK_LEDGER_MOST);
  for (int i = daybook_money_digits (currency); i > 0; i--)
    sum *= 10;
  return sum;
}
