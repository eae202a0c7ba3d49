/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/order-each.h"

#include "core/edit.h"

#include <string.h>

#define SEPARATOR ", "

DaybookRefund
daybook_order_each_refund (DaybookRefund one,
                           DaybookRefund other)
{
  if (one == other)
    return one;
  if (MAX (one, other) == DAYBOOK_REFUND_ASKED)
    return DAYBOOK_REFUND_ASKED;

  return DAYBOOK_REFUND_PART;
}

guint
daybook_order_each_decide (const DaybookStage *stages,
                           guint               n)
{
  guint least = 0;

  for (guint i = 1; i < n; i++)
    if (stages[i] != DAYBOOK_STAGE_CLOSED
        && (stages[least] == DAYBOOK_STAGE_CLOSED || daybook_stage_rank (stages[i]) < daybook_stage_rank (stages[least])))
      least = i;

  return least;
}

static gboolean
has_part (const char *joined,
          const char *text)
{
  g_auto(GStrv) parts = g_strsplit (joined, SEPARATOR, -1);

  return g_strv_contains ((const char *const *) parts, text);
}

static void
join_texts (DaybookOrderRecord *record,
            guint               field,
            const char         *before,
            const char         *text)
{
  g_autofree char *both = NULL;

  if (!has_part (before, text) && strlen (before) + strlen (SEPARATOR) + strlen (text) <= DAYBOOK_TEXT_MAX)
    both = g_strconcat (before, SEPARATOR, text, NULL);
  daybook_record_set_text (record, field, both != NULL ? both : before);
}

/* A row that says nothing of a refund has none. */
static void
join_refunds (DaybookOrderRecord *record,
              const DaybookValue *before)
{
  const DaybookValue *value = &record->values[DAYBOOK_ORDER_REFUND];
  gint64 one = before->type == DAYBOOK_VALUE_INT ? before->number : DAYBOOK_REFUND_NONE;
  gint64 other = value->type == DAYBOOK_VALUE_INT ? value->number : DAYBOOK_REFUND_NONE;

  if (before->type == DAYBOOK_VALUE_INT || value->type == DAYBOOK_VALUE_INT)
    daybook_record_set_int (record, DAYBOOK_ORDER_REFUND,
                            daybook_order_each_refund ((DaybookRefund) one, (DaybookRefund) other));
}

static void
join_numbers (DaybookOrderRecord *record,
              guint               field,
              gint64              before)
{
  gint64 number = record->values[field].number;

  if (daybook_orders.fields[field].type == DAYBOOK_TYPE_TIME)
    daybook_record_set_int (record, field, MAX (before, number));
  else
    daybook_record_set_int (record, field, before + number);
}

void
daybook_order_each_join (DaybookOrderRecord *record,
                         guint               field,
                         const DaybookValue *before)
{
  DaybookValue *value = &record->values[field];

  if (field == DAYBOOK_ORDER_REFUND)
    join_refunds (record, before);
  else if (value->type == DAYBOOK_VALUE_NONE)
    *value = *before;
  else if (before->type == DAYBOOK_VALUE_TEXT)
    join_texts (record, field, before->text, value->text);
  else if (before->type == DAYBOOK_VALUE_INT && daybook_orders.fields[field].type != DAYBOOK_TYPE_ENUM)
    join_numbers (record, field, before->number);
}
