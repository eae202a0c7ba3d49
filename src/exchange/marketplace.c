/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the exports of most Chinese platforms have in common (PLATFORMS §1.1). */

#include "exchange/order-code.h"

#include "core/moment.h"

#include <string.h>

/* PDD's numbers: "260517-607198974342268". */
#define DATE_DIGITS 6

/* An amount goes before a word: 退款成功 is said of a part too. A word alone, of an order that
 * goes on, is of a part: one that is wholly refunded is closed. */
static void
weigh_refund (DaybookOrderRecord *record)
{
  const DaybookValue *refund = &record->values[DAYBOOK_ORDER_REFUND];
  gint64 stage = daybook_record_number (record, DAYBOOK_ORDER_STAGE);
  gboolean has_amount = daybook_record_carries (record, DAYBOOK_ORDER_REFUNDED)
                        && daybook_record_number (record, DAYBOOK_ORDER_REFUNDED) > 0;

  if (refund->type != DAYBOOK_VALUE_INT || has_amount)
    {
      record->values[DAYBOOK_ORDER_REFUND] = (DaybookValue) DAYBOOK_VALUE_INIT;
      record->carried &= ~(G_GUINT64_CONSTANT (1) << DAYBOOK_ORDER_REFUND);
    }
  else if (refund->number == DAYBOOK_REFUND_FULL && stage != DAYBOOK_STAGE_CLOSED)
    daybook_record_set_int (record, DAYBOOK_ORDER_REFUND, DAYBOOK_REFUND_PART);
}

/* Their columns say what is to be paid, also of an order that was closed before it was. */
static void
settle_paid (DaybookOrderRecord *record)
{
  gint64 stage = daybook_record_number (record, DAYBOOK_ORDER_STAGE);

  if ((stage == DAYBOOK_STAGE_UNPAID || stage == DAYBOOK_STAGE_CLOSED)
      && !daybook_record_was_paid (record)
      && record->values[DAYBOOK_ORDER_PAID].type == DAYBOOK_VALUE_INT)
    daybook_record_set_int (record, DAYBOOK_ORDER_PAID, 0);
}

void
daybook_marketplace_finish (DaybookOrderRecord       *record,
                            const DaybookOrderExtras *extras)
{
  const char *title = daybook_record_text (record, DAYBOOK_ORDER_TITLE);

  daybook_record_read_address (record);
  if (record->lines->len > 0)
    daybook_record_conclude_items (record);
  else if (*title != '\0')
    daybook_record_add_provisional (record, title, strlen (title), daybook_record_number (record, DAYBOOK_ORDER_QUANTITY));
  weigh_refund (record);
  settle_paid (record);
}

/* The day that an order's number begins with, where the file leaves out when it was made
 * (PLATFORMS §1.2, quirk 12): a guess, as it has no time. */
static void
guess_created (DaybookOrderRecord       *record,
               const DaybookOrderExtras *extras)
{
  const char *number = daybook_record_text (record, DAYBOOK_ORDER_NUMBER);
  g_autoptr(GTimeZone) zone = NULL;
  g_autofree char *day = NULL;
  gint64 moment;

  if (record->values[DAYBOOK_ORDER_CREATED].type != DAYBOOK_VALUE_NONE
      || strspn (number, "0123456789") != DATE_DIGITS || number[DATE_DIGITS] != '-')
    return;

  zone = g_time_zone_new_identifier (extras->profile->zone != NULL ? extras->profile->zone : "UTC");
  day = g_strdup_printf ("20%.2s-%.2s-%.2s", number, number + 2, number + 4);
  if (zone == NULL || !daybook_moment_parse (day, zone, &moment, NULL))
    return;
  daybook_record_set_int (record, DAYBOOK_ORDER_CREATED, moment);
  record->carried &= ~(G_GUINT64_CONSTANT (1) << DAYBOOK_ORDER_CREATED);
}

void
daybook_pdd_finish (DaybookOrderRecord       *record,
                    const DaybookOrderExtras *extras)
{
  guess_created (record, extras);
  daybook_marketplace_finish (record, extras);
}

static gboolean
is_ascii (const char *text)
{
  return *text != '\0' && g_str_is_ascii (text);
}

static void
append_part (GString    *joined,
             const char *text)
{
  if (*text == '\0')
    return;
  if (joined->len > 0)
    g_string_append (joined, ", ");
  g_string_append (joined, text);
}

/* One parcel: "SF123-顺丰速运" (Douyin), "圆通速递:YT123" (1688), or a number alone. */
static void
split_parcel (const char *text,
              GString    *tracking,
              GString    *couriers)
{
  g_auto(GStrv) parts = g_strsplit_set (text, "-:", 2);
  gboolean number_first = is_ascii (parts[0]);

  if (g_strv_length (parts) < 2 || number_first == is_ascii (parts[1]))
    {
      append_part (tracking, text);
      return;
    }

  append_part (tracking, g_strstrip (parts[number_first ? 0 : 1]));
  if (strstr (couriers->str, g_strstrip (parts[number_first ? 1 : 0])) == NULL)
    append_part (couriers, parts[number_first ? 1 : 0]);
}

/* Number and courier of each parcel stand in one cell. */
static void
split_parcels (DaybookOrderRecord *record)
{
  g_auto(GStrv) parcels = g_strsplit_set (daybook_record_text (record, DAYBOOK_ORDER_TRACKING), ",;\n", -1);
  g_autoptr(GString) tracking = g_string_new (NULL);
  g_autoptr(GString) couriers = g_string_new (NULL);

  for (guint i = 0; parcels[i] != NULL; i++)
    if (*g_strstrip (parcels[i]) != '\0')
      split_parcel (parcels[i], tracking, couriers);
  if (couriers->len == 0)
    return;

  daybook_record_set_text (record, DAYBOOK_ORDER_TRACKING, tracking->str);
  daybook_record_set_text (record, DAYBOOK_ORDER_COURIER, couriers->str);
  record->carried |= G_GUINT64_CONSTANT (1) << DAYBOOK_ORDER_COURIER;
}

/* Of the platforms whose column of parcels names the courier too. */
void
daybook_parcels_finish (DaybookOrderRecord       *record,
                        const DaybookOrderExtras *extras)
{
  split_parcels (record);
  daybook_marketplace_finish (record, extras);
}
