/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Taobao's and Tmall's ExportOrderList, one row an order, and their lists of items (PLATFORMS §1.1). */

#include "exchange/clean.h"
#include "exchange/order-code.h"

#include <string.h>

#define TITLE_SEPARATOR "，"
#define MAX_TITLES 200

static gboolean
is_stage (const DaybookOrderRecord *record,
          DaybookStage              stage)
{
  return daybook_record_number (record, DAYBOOK_ORDER_STAGE) == (gint64) stage;
}

/* Not carried: a file that tells of the refund knows better. The amount may be unknown. */
static void
guess_refund (DaybookOrderRecord *record,
              DaybookRefund       refund,
              gint64              amount)
{
  daybook_record_set_int (record, DAYBOOK_ORDER_REFUND, refund);
  if (amount > 0)
    daybook_record_set_int (record, DAYBOOK_ORDER_REFUNDED, amount);
}

/* Files without 退款金额 tell of refunds only by what does not fit (PLATFORMS
 * §1.2, quirk 10): paid and closed, or completed and less paid out than due. */
static void
infer_refund (DaybookOrderRecord       *record,
              const DaybookOrderExtras *extras)
{
  gint64 paid = daybook_record_number (record, DAYBOOK_ORDER_PAID);
  gint64 due, settled;

  if (daybook_record_carries (record, DAYBOOK_ORDER_REFUNDED))
    return;

  if (is_stage (record, DAYBOOK_STAGE_CLOSED) && daybook_record_number (record, DAYBOOK_ORDER_PAID_AT) != 0)
    guess_refund (record, DAYBOOK_REFUND_FULL, paid > 0 ? paid : daybook_record_number (record, DAYBOOK_ORDER_TOTAL));
  else if (is_stage (record, DAYBOOK_STAGE_COMPLETED) &&
           daybook_order_extra_money (extras, "due", record, &due) &&
           daybook_order_extra_money (extras, "settled", record, &settled) && settled > 0 && settled < due)
    guess_refund (record, DAYBOOK_REFUND_PART, due - settled);
}

static guint
count_titles (const char *title)
{
  guint n = 1;

  for (const char *p = title; (p = strstr (p, TITLE_SEPARATOR)) != NULL; p += strlen (TITLE_SEPARATOR))
    n++;
  return n;
}

/* 宝贝种类 says how many kinds of goods there are: a title may hold the comma
 * that joins titles, and then only the whole is certain. */
static gboolean
can_split (const DaybookOrderExtras *extras,
           guint                     n_titles)
{
  const char *kinds = daybook_order_extra (extras, "kinds");
  guint64 n;

  if (n_titles == 1 || n_titles > MAX_TITLES)
    return FALSE;
  return kinds == NULL || !g_ascii_string_to_unsigned (kinds, 10, 1, MAX_TITLES, &n, NULL) || n == n_titles;
}

static void
add_lines (DaybookOrderRecord       *record,
           const DaybookOrderExtras *extras)
{
  const char *title = daybook_record_text (record, DAYBOOK_ORDER_TITLE);
  gint64 quantity = daybook_record_number (record, DAYBOOK_ORDER_QUANTITY);
  guint n_titles = count_titles (title);
  const char *next;

  if (*title == '\0' || record->lines->len > 0)
    return;

  if (can_split (extras, n_titles))
    {
      quantity = quantity == n_titles ? 1 : 0;
      for (; (next = strstr (title, TITLE_SEPARATOR)) != NULL; title = next + strlen (TITLE_SEPARATOR))
        daybook_record_add_provisional (record, title, (gsize) (next - title), quantity);
    }
  daybook_record_add_provisional (record, title, strlen (title), quantity);
}

/* The SKU's properties are given for the order as a whole. */
static void
add_variant (DaybookOrderRecord       *record,
             const DaybookOrderExtras *extras)
{
  const char *variant = daybook_order_extra (extras, "variant");

  if (variant != NULL && *variant != '\0' && record->lines->len == 1)
    daybook_record_line_text (record, &g_array_index (record->lines, DaybookLineRecord, 0), DAYBOOK_LINE_VARIANT, variant);
}

/* Since 2026 Tmall puts “姓名，86-13912345678，地址 ，” into the cell of the address. */
static void
split_joined_address (DaybookOrderRecord *record)
{
  g_auto(GStrv) parts = NULL;
  g_autoptr(GString) address = NULL;

  if (strstr (daybook_record_text (record, DAYBOOK_ORDER_ADDRESS), "，86-") == NULL)
    return;
  parts = g_strsplit (daybook_record_text (record, DAYBOOK_ORDER_ADDRESS), "，", 3);
  if (g_strv_length (parts) < 3 || !g_str_has_prefix (parts[1], "86-"))
    return;

  address = g_string_new (NULL);
  if (g_str_has_suffix (g_strchomp (parts[2]), "，"))
    parts[2][strlen (parts[2]) - strlen ("，")] = '\0';
  daybook_clean_text (parts[2], strlen (parts[2]), address);
  daybook_record_set_text (record, DAYBOOK_ORDER_ADDRESS, address->str);
  if (*daybook_record_text (record, DAYBOOK_ORDER_RECEIVER) == '\0')
    daybook_record_set_text (record, DAYBOOK_ORDER_RECEIVER, parts[0]);
  if (*daybook_record_text (record, DAYBOOK_ORDER_PHONE) == '\0')
    daybook_record_set_text (record, DAYBOOK_ORDER_PHONE, parts[1]);
  record->carried |= G_GUINT64_CONSTANT (1) << DAYBOOK_ORDER_RECEIVER | G_GUINT64_CONSTANT (1) << DAYBOOK_ORDER_PHONE;
}

/* A list of items is not whole: of the order it lets guess. */
static void
guess_from_items (DaybookOrderRecord *record)
{
  const DaybookValue *refund = &record->values[DAYBOOK_ORDER_REFUND];
  const DaybookValue *paid = &record->values[DAYBOOK_ORDER_PAID];
  gint64 refunded = daybook_record_number (record, DAYBOOK_ORDER_REFUNDED);

  daybook_record_conclude_items (record);
  record->carried &= ~(G_GUINT64_CONSTANT (1) << DAYBOOK_ORDER_TITLE | G_GUINT64_CONSTANT (1) << DAYBOOK_ORDER_QUANTITY);
  if (refund->type != DAYBOOK_VALUE_INT && refunded > 0)
    daybook_record_set_int (record, DAYBOOK_ORDER_REFUND,
                            daybook_refund_of_amounts (refunded, 0, paid->type == DAYBOOK_VALUE_INT ? paid->number : DAYBOOK_AMOUNT_UNKNOWN));
  else if (refund->type == DAYBOOK_VALUE_INT && refund->number == DAYBOOK_REFUND_FULL && !is_stage (record, DAYBOOK_STAGE_CLOSED))
    daybook_record_set_int (record, DAYBOOK_ORDER_REFUND, DAYBOOK_REFUND_PART);
}

void
daybook_taobao_finish (DaybookOrderRecord       *record,
                       const DaybookOrderExtras *extras)
{
  split_joined_address (record);
  daybook_record_read_address (record);
  if (record->lines->len > 0)
    {
      guess_from_items (record);
      return;
    }

  add_lines (record, extras);
  add_variant (record, extras);
  infer_refund (record, extras);
}
