/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/entry-settle.h"

#include "core/mask.h"
#include "core/membership.h"
#include "core/payment.h"

#include <glib/gi18n-lib.h>

static const char *
settle_payment (DaybookEntry *entry)
{
  static const guint AMOUNTS[] = { DAYBOOK_PAYMENT_AMOUNT, DAYBOOK_PAYMENT_FEE, DAYBOOK_PAYMENT_REFUNDED_SUM };

  for (gsize i = 0; i < G_N_ELEMENTS (AMOUNTS); i++)
    {
      const DaybookValue *value = &entry->values[AMOUNTS[i]];

      if (value->type == DAYBOOK_VALUE_INT && value->number < 0)
        daybook_entry_set_int (entry, AMOUNTS[i], -value->number);
    }

  return NULL;
}

/* Stars stand for several people. The same phone may be written in several ways. */
static const char *
settle_membership (DaybookEntry *entry)
{
  static const guint TELLING[] = { DAYBOOK_MEMBERSHIP_NUMBER, DAYBOOK_MEMBERSHIP_PHONE, DAYBOOK_MEMBERSHIP_EMAIL };

  for (gsize i = 0; i < G_N_ELEMENTS (TELLING); i++)
    {
      const char *text = daybook_entry_text (entry, TELLING[i]);
      g_autofree char *phone = NULL;

      if (*text == '\0' || daybook_mask_is_masked (text))
        continue;
      if (g_str_equal (text, daybook_entry_text (entry, DAYBOOK_MEMBERSHIP_PHONE)))
        phone = daybook_phone_normalise (text);
      daybook_entry_set_text (entry, DAYBOOK_MEMBERSHIP_NUMBER, phone != NULL ? phone : text);
      return NULL;
    }

  return _("What tells whose row this is has stars in it: that may be several people. Export the list with full phone numbers or accounts.");
}

const char *
daybook_entry_settle (DaybookEntry *entry)
{
  if (entry->table == &daybook_payments)
    return settle_payment (entry);
  return entry->table == &daybook_memberships ? settle_membership (entry) : NULL;
}
