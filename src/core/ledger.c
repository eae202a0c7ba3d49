/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/ledger.h"

guint
daybook_ledger_first (const char *setting)
{
  guint64 first;

  return g_ascii_string_to_unsigned (setting, 10, 1, DAYBOOK_LEDGER_FIRST_MOST, &first, NULL) ? (guint) first : 0;
}

gint64
daybook_ledger_sum (guint first,
                    guint n)
{
  gint64 sum = 0, fine = first;

  for (guint i = 0; i < n && sum < DAYBOOK_LEDGER_MOST; i++)
    {
      sum += fine;
      fine *= 2;
    }
  return MIN (sum, DAYBOOK_LEDGER_MOST);
}
