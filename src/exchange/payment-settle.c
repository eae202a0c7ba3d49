/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/payment-settle.h"

#include "core/payment.h"

void
daybook_payment_settle (DaybookEntry *entry)
{
  static const guint AMOUNTS[] = { DAYBOOK_PAYMENT_AMOUNT, DAYBOOK_PAYMENT_FEE, DAYBOOK_PAYMENT_REFUNDED_SUM };

  for (gsize i = 0; i < G_N_ELEMENTS (AMOUNTS); i++)
    {
      const DaybookValue *value = &entry->values[AMOUNTS[i]];

      if (value->type == DAYBOOK_VALUE_INT && value->number < 0)
        daybook_entry_set_int (entry, AMOUNTS[i], -value->number);
    }
}
