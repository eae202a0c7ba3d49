/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/entry-settle.h"

#include "core/aftersale.h"
#include "core/mask.h"
#include "core/membership.h"
#include "core/payment.h"

#include <glib/gi18n-lib.h>

/* Amounts are kept without a sign: what a row is tells which way they go. */
static void
drop_sign (DaybookEntry *entry,
           guint         field)
{
  const DaybookValue *value = &entry->values[field];

  if (value->type == DAYBOOK_VALUE_INT && value->number < 0)
    daybook_entry_set_int (entry, field, -value->number);
}

static gint64
number_of (const DaybookEntry *entry,
           guint               field)
{
  return entry->values[field].type == DAYBOOK_VALUE_INT ? entry->values[field].number : 0;
}

/* With a refund the fee comes back, whatever sign the platform gives it; but where both are
 * taken from the account, the refund cost something. */
static gboolean
gives_fee_back (const DaybookEntry *entry)
{
  return number_of (entry, DAYBOOK_PAYMENT_KIND) == DAYBOOK_PAYMENT_REFUNDED
         && !(number_of (entry, DAYBOOK_PAYMENT_AMOUNT) < 0 && number_of (entry, DAYBOOK_PAYMENT_FEE) < 0);
}

static const char *
settle_payment (DaybookEntry *entry)
{
  gboolean back = gives_fee_back (entry);

  drop_sign (entry, DAYBOOK_PAYMENT_AMOUNT);
  drop_sign (entry, DAYBOOK_PAYMENT_REFUNDED_SUM);
  drop_sign (entry, DAYBOOK_PAYMENT_FEE);
  if (back && number_of (entry, DAYBOOK_PAYMENT_FEE) > 0)
    daybook_entry_set_int (entry, DAYBOOK_PAYMENT_FEE, -number_of (entry, DAYBOOK_PAYMENT_FEE));

  return NULL;
}

static const char *
settle_aftersale (DaybookEntry *entry)
{
  drop_sign (entry, DAYBOOK_AFTERSALE_AMOUNT);
  drop_sign (entry, DAYBOOK_AFTERSALE_PAID);
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
  if (entry->table == &daybook_aftersales)
    return settle_aftersale (entry);
  return entry->table == &daybook_memberships ? settle_membership (entry) : NULL;
}
