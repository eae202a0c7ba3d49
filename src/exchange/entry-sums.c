/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/entry-sums.h"

#include "core/aftersale.h"
#include "core/payment.h"

static gint64
number_of (const DaybookEntry *entry,
           guint               field)
{
  return entry->values[field].type == DAYBOOK_VALUE_INT ? entry->values[field].number : 0;
}

/* What the clock on the wall showed, as if that wall stood in UTC. */
static gint64
wall_of (const DaybookEntry *entry,
         GTimeZone          *zone)
{
  gint64 moment = number_of (entry, (guint) entry->table->dated);
  g_autoptr(GDateTime) utc = moment != 0 ? g_date_time_new_from_unix_utc (moment) : NULL;
  g_autoptr(GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;

  return local != NULL ? moment + g_date_time_get_utc_offset (local) / G_TIME_SPAN_SECOND : 0;
}

static gboolean
has_moved (const DaybookEntry *entry,
           DaybookPaymentKind  kind)
{
  return entry->table == &daybook_payments && number_of (entry, DAYBOOK_PAYMENT_KIND) == kind
         && number_of (entry, DAYBOOK_PAYMENT_STAGE) == DAYBOOK_PAYMENT_DONE;
}

void
daybook_entry_sums_add (DaybookSums        *sums,
                        const DaybookEntry *entry,
                        GTimeZone          *zone)
{
  int currency = daybook_table_field (entry->table, "currency");
  gint64 paid = 0;
  gint64 refunded = 0;

  if (entry->table == &daybook_aftersales && number_of (entry, DAYBOOK_AFTERSALE_STAGE) == DAYBOOK_AFTERSALE_DONE)
    refunded = number_of (entry, DAYBOOK_AFTERSALE_AMOUNT);
  if (has_moved (entry, DAYBOOK_PAYMENT_RECEIVED))
    paid = number_of (entry, DAYBOOK_PAYMENT_AMOUNT);
  if (has_moved (entry, DAYBOOK_PAYMENT_REFUNDED))
    refunded = number_of (entry, DAYBOOK_PAYMENT_AMOUNT);

  daybook_sums_add_entry (sums, currency >= 0 ? daybook_entry_text (entry, (guint) currency) : "", paid, refunded, wall_of (entry, zone));
}
