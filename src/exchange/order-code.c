/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/order-code.h"

#include "core/money.h"
#include "exchange/clean.h"

#include <string.h>

#define MAX_TITLE 1000
#define BIT(field) (G_GUINT64_CONSTANT (1) << (field))

static const struct
{
  const char        *name;
  DaybookOrderFinish finish;
} CODES[] = {
  { "taobao", daybook_taobao_finish },
  { "shopify", daybook_shopify_finish },
  { "itemised", daybook_itemised_finish },
  { "etsy", daybook_etsy_finish },
  { "woocommerce", daybook_woocommerce_finish },
  { "marketplace", daybook_marketplace_finish },
  { "parcels", daybook_parcels_finish },
  { "pdd", daybook_pdd_finish },
  { "generic", daybook_generic_finish },
};

DaybookOrderFinish
daybook_order_code_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (CODES); i++)
    if (g_strcmp0 (CODES[i].name, name) == 0)
      return CODES[i].finish;

  return NULL;
}

const char *
daybook_order_extra (const DaybookOrderExtras *extras,
                     const char               *name)
{
  int index = daybook_profile_extra (extras->profile, name);

  return index >= 0 && (extras->present & BIT (index)) != 0 ? extras->values[index]->str : NULL;
}

gboolean
daybook_order_extra_money (const DaybookOrderExtras *extras,
                           const char               *name,
                           const DaybookOrderRecord *record,
                           gint64                   *minor)
{
  const char *text = daybook_order_extra (extras, name);

  return text != NULL && *text != '\0' &&
         daybook_money_parse_as (text, daybook_record_text (record, DAYBOOK_ORDER_CURRENCY), extras->profile->decimal,
                                 minor, NULL);
}

void
daybook_record_conclude (DaybookOrderRecord *record,
                         guint               field,
                         gint64              number)
{
  daybook_record_set_int (record, field, number);
  record->carried |= BIT (field);
}

gint64
daybook_record_number (const DaybookOrderRecord *record,
                       guint                     field)
{
  return record->values[field].type == DAYBOOK_VALUE_INT ? record->values[field].number : 0;
}

const char *
daybook_record_text (const DaybookOrderRecord *record,
                     guint                     field)
{
  return record->values[field].type == DAYBOOK_VALUE_TEXT ? record->values[field].text : "";
}

gboolean
daybook_record_was_paid (const DaybookOrderRecord *record)
{
  gint64 stage = daybook_record_number (record, DAYBOOK_ORDER_STAGE);
  gboolean dated = daybook_record_number (record, DAYBOOK_ORDER_PAID_AT) != 0;

  /* ... though the file may leave out when. */
  if (stage == DAYBOOK_STAGE_COMPLETED || daybook_record_number (record, DAYBOOK_ORDER_REFUNDED) > 0)
    return TRUE;
  if (stage == DAYBOOK_STAGE_UNPAID)
    return dated;
  return dated || !daybook_record_carries (record, DAYBOOK_ORDER_PAID_AT);
}

/* Of how much the refund is, a file of few columns may not tell: then all is a guess,
 * which the book may know better. */
void
daybook_record_settle_refund (DaybookOrderRecord *record)
{
  const DaybookValue *refunded = &record->values[DAYBOOK_ORDER_REFUNDED];
  const DaybookValue *paid = &record->values[DAYBOOK_ORDER_PAID];
  gint64 total = daybook_record_number (record, DAYBOOK_ORDER_TOTAL);
  DaybookRefund refund;

  /* A blank cell says nothing, as everywhere. */
  if (daybook_record_carries (record, DAYBOOK_ORDER_REFUND)
      || !daybook_record_carries (record, DAYBOOK_ORDER_REFUNDED)
      || refunded->type != DAYBOOK_VALUE_INT)
    return;

  refund = daybook_refund_of_amounts (refunded->number, total,
                                      paid->type == DAYBOOK_VALUE_INT ? paid->number : DAYBOOK_AMOUNT_UNKNOWN);
  if (refund != DAYBOOK_REFUND_NONE && total <= 0 && paid->type != DAYBOOK_VALUE_INT)
    daybook_record_set_int (record, DAYBOOK_ORDER_REFUND, refund);
  else
    daybook_record_conclude (record, DAYBOOK_ORDER_REFUND, refund);
}

void
daybook_record_add_provisional (DaybookOrderRecord *record,
                                const char         *title,
                                gsize               length,
                                gint64              quantity)
{
  guint position = record->lines->len;
  DaybookLineRecord *line = daybook_record_add_line (record);
  g_autofree char *copy = g_strndup (title, length);

  daybook_record_line_text (record, line, DAYBOOK_LINE_TITLE, copy);
  line->values[DAYBOOK_LINE_POSITION] = daybook_value_int (position);
  line->values[DAYBOOK_LINE_PROVISIONAL] = daybook_value_int (TRUE);
  if (quantity > 0)
    line->values[DAYBOOK_LINE_QUANTITY] = daybook_value_int (quantity);
}

void
daybook_record_conclude_items (DaybookOrderRecord *record)
{
  g_autoptr(GString) title = g_string_new (NULL);
  gint64 quantity = 0;

  for (guint i = 0; i < record->lines->len; i++)
    {
      const DaybookLineRecord *line = &g_array_index (record->lines, DaybookLineRecord, i);
      const DaybookValue *text = &line->values[DAYBOOK_LINE_TITLE];

      if (line->values[DAYBOOK_LINE_QUANTITY].type == DAYBOOK_VALUE_INT)
        quantity += line->values[DAYBOOK_LINE_QUANTITY].number;
      if (text->type == DAYBOOK_VALUE_TEXT && title->len < MAX_TITLE)
        g_string_append_printf (title, "%s%s", title->len > 0 ? ", " : "", text->text);
    }

  if (title->len > 0 && !daybook_record_carries (record, DAYBOOK_ORDER_TITLE))
    {
      daybook_record_set_text (record, DAYBOOK_ORDER_TITLE, title->str);
      record->carried |= BIT (DAYBOOK_ORDER_TITLE);
    }
  if (quantity > 0 && !daybook_record_carries (record, DAYBOOK_ORDER_QUANTITY))
    {
      daybook_record_conclude (record, DAYBOOK_ORDER_QUANTITY, quantity);
      record->summed |= BIT (DAYBOOK_ORDER_QUANTITY);
    }
}

void
daybook_record_read_address (DaybookOrderRecord *record)
{
  const char *address = daybook_record_text (record, DAYBOOK_ORDER_ADDRESS);
  g_autoptr(GString) text = NULL;

  if (!daybook_record_carries (record, DAYBOOK_ORDER_ADDRESS))
    return;

  text = g_string_sized_new (128);
  if (!daybook_record_carries (record, DAYBOOK_ORDER_REGION))
    {
      daybook_clean_region (address, text);
      daybook_record_set_text (record, DAYBOOK_ORDER_REGION, text->len > 0 ? text->str : NULL);
      record->carried |= BIT (DAYBOOK_ORDER_REGION);
    }
  if (strstr (address, "null") != NULL)
    {
      daybook_clean_address (address, text);
      daybook_record_set_text (record, DAYBOOK_ORDER_ADDRESS, text->str);
    }
}

/* A table that a person mapped: what the title says is all there is of lines. */
void
daybook_generic_finish (DaybookOrderRecord       *record,
                        const DaybookOrderExtras *extras)
{
  const char *title = daybook_record_text (record, DAYBOOK_ORDER_TITLE);

  daybook_record_read_address (record);
  if (record->lines->len == 0 && *title != '\0')
    daybook_record_add_provisional (record, title, strlen (title),
                                    daybook_record_number (record, DAYBOOK_ORDER_QUANTITY));
}
