/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/order.h"

#include "core/fields.h"

#include <string.h>

static const DaybookWord STAGE_WORDS[] = {
  [DAYBOOK_STAGE_UNKNOWN] = WORD ("unknown", "stage", "Unknown"),
  [DAYBOOK_STAGE_UNPAID] = WORD ("unpaid", "stage", "Unpaid"),
  [DAYBOOK_STAGE_PAID] = WORD ("paid", "stage", "To ship"),
  [DAYBOOK_STAGE_SHIPPED] = WORD ("shipped", "stage", "Shipped"),
  [DAYBOOK_STAGE_DELIVERED] = WORD ("delivered", "stage", "Delivered"),
  [DAYBOOK_STAGE_COMPLETED] = WORD ("completed", "stage", "Completed"),
  [DAYBOOK_STAGE_CLOSED] = WORD ("closed", "stage", "Closed"),
  { NULL, NULL, NULL },
};

static const DaybookWord REFUND_WORDS[] = {
  [DAYBOOK_REFUND_NONE] = WORD ("none", "refund", "None"),
  [DAYBOOK_REFUND_ASKED] = WORD ("asked", "refund", "Asked for"),
  [DAYBOOK_REFUND_PART] = WORD ("part", "refund", "Partly refunded"),
  [DAYBOOK_REFUND_FULL] = WORD ("full", "refund", "Refunded"),
  { NULL, NULL, NULL },
};

static const DaybookWord FLAG_WORDS[] = {
  [DAYBOOK_FLAG_NONE] = WORD ("none", "flag", "None"),
  [DAYBOOK_FLAG_RED] = WORD ("red", "flag", "Red"),
  [DAYBOOK_FLAG_YELLOW] = WORD ("yellow", "flag", "Yellow"),
  [DAYBOOK_FLAG_GREEN] = WORD ("green", "flag", "Green"),
  [DAYBOOK_FLAG_BLUE] = WORD ("blue", "flag", "Blue"),
  [DAYBOOK_FLAG_PURPLE] = WORD ("purple", "flag", "Purple"),
  { NULL, NULL, NULL },
};

static const DaybookWord BILLS_WORDS[] = {
  [DAYBOOK_BILLS_NONE] = WORD ("none", "bills", "In no bill"),
  [DAYBOOK_BILLS_AGREE] = WORD ("agree", "bills", "Agree"),
  [DAYBOOK_BILLS_DIFFER] = WORD ("differ", "bills", "Differ"),
  [DAYBOOK_BILLS_WAIT] = WORD ("wait", "bills", "Refund in no bill"),
  { NULL, NULL, NULL },
};

static const DaybookField ORDER_FIELDS[] = {
  [DAYBOOK_ORDER_DELETED] = DELETED_FIELD,
  [DAYBOOK_ORDER_SHOP] = { "shop", N_("Shop"), REF (PLATFORM, "shop"), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_ORDER_PLATFORM] = { "platform", N_("Platform"), TEXT (PLATFORM), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_ORDER_NUMBER] = { "number", N_("Order number"), TEXT (PLATFORM), .flags = DAYBOOK_FIELD_REQUIRED | DAYBOOK_FIELD_NUMBER },
  [DAYBOOK_ORDER_CUSTOMER] = { "customer", N_("Customer"), REF (PLATFORM, "customer") },
  [DAYBOOK_ORDER_STAGE] = { "stage", N_("Stage"), ENUM (PLATFORM, STAGE_WORDS), .flags = DAYBOOK_FIELD_SORT },
  [DAYBOOK_ORDER_STATUS] = { "status", N_("Platform status"), TEXT (PLATFORM) },
  [DAYBOOK_ORDER_REFUND] = { "refund", N_("Refund"), ENUM (PLATFORM, REFUND_WORDS) },
  [DAYBOOK_ORDER_CREATED] = { "created", N_("Ordered"), TIME (PLATFORM), .flags = DAYBOOK_FIELD_SORT },
  [DAYBOOK_ORDER_PAID_AT] = { "paid_at", N_("Paid on"), TIME (PLATFORM) },
  [DAYBOOK_ORDER_SHIPPED_AT] = { "shipped_at", N_("Shipped on"), TIME (PLATFORM) },
  [DAYBOOK_ORDER_COMPLETED_AT] = { "completed_at", N_("Completed on"), TIME (PLATFORM) },
  [DAYBOOK_ORDER_TITLE] = { "title", N_("Items"), TEXT (PLATFORM), .flags = DAYBOOK_FIELD_SEARCH },
  [DAYBOOK_ORDER_QUANTITY] = { "quantity", N_("Quantity"), INT (PLATFORM) },
  [DAYBOOK_ORDER_CURRENCY] = { "currency", N_("Currency"), TEXT (PLATFORM), .flags = DAYBOOK_FIELD_HIDDEN },
  [DAYBOOK_ORDER_TOTAL] = { "total", N_("Total"), MONEY (PLATFORM) },
  [DAYBOOK_ORDER_POSTAGE] = { "postage", N_("Postage"), MONEY (PLATFORM) },
  [DAYBOOK_ORDER_PAID] = { "paid", N_("Paid"), MONEY (PLATFORM), .flags = DAYBOOK_FIELD_SORT },
  [DAYBOOK_ORDER_REFUNDED] = { "refunded", N_("Refunded"), MONEY (PLATFORM) },
  [DAYBOOK_ORDER_BUYER] = { "buyer", N_("Buyer"), TEXT (PLATFORM), .mask = DAYBOOK_MASK_ACCOUNT, .flags = DAYBOOK_FIELD_SEARCH | DAYBOOK_FIELD_PERSON },
  [DAYBOOK_ORDER_RECEIVER] = { "receiver", N_("Receiver"), TEXT (PLATFORM), .mask = DAYBOOK_MASK_NAME, .flags = DAYBOOK_FIELD_SEARCH | DAYBOOK_FIELD_PERSON },
  [DAYBOOK_ORDER_PHONE] = { "phone", N_("Phone"), TEXT (PLATFORM), .mask = DAYBOOK_MASK_PHONE },
  [DAYBOOK_ORDER_EMAIL] = { "email", N_("E-mail"), TEXT (PLATFORM), .mask = DAYBOOK_MASK_EMAIL },
  [DAYBOOK_ORDER_REGION] = { "region", N_("Region"), TEXT (PLATFORM), .flags = DAYBOOK_FIELD_SEARCH },
  [DAYBOOK_ORDER_ADDRESS] = { "address", N_("Address"), TEXT (PLATFORM), .mask = DAYBOOK_MASK_ADDRESS, .flags = DAYBOOK_FIELD_MULTILINE },
  [DAYBOOK_ORDER_COURIER] = { "courier", N_("Courier"), TEXT (PLATFORM) },
  [DAYBOOK_ORDER_TRACKING] = { "tracking", N_("Tracking number"), TEXT (PLATFORM), .flags = DAYBOOK_FIELD_NUMBER },
  [DAYBOOK_ORDER_PAYMENT] = { "payment", N_("Payment number"), TEXT (PLATFORM) },
  [DAYBOOK_ORDER_BUYER_NOTE] = { "buyer_note", N_("Buyer’s message"), TEXT (PLATFORM), .flags = DAYBOOK_FIELD_SEARCH | DAYBOOK_FIELD_MULTILINE },
  [DAYBOOK_ORDER_SELLER_NOTE] = { "seller_note", N_("Platform note"), TEXT (PLATFORM), .flags = DAYBOOK_FIELD_SEARCH | DAYBOOK_FIELD_MULTILINE },
  [DAYBOOK_ORDER_SELLER_FLAG] = { "seller_flag", N_("Platform flag"), ENUM (PLATFORM, FLAG_WORDS) },
  [DAYBOOK_ORDER_CLOSE_REASON] = { "close_reason", N_("Why closed"), TEXT (PLATFORM) },
  [DAYBOOK_ORDER_AS_OF] = { "as_of", N_("As of"), TIME (PLATFORM) },
  [DAYBOOK_ORDER_NOTE] = { "note", N_("Note"), TEXT (TEXT), .flags = DAYBOOK_FIELD_SEARCH | DAYBOOK_FIELD_MULTILINE },
  [DAYBOOK_ORDER_FLAG] = { "flag", N_("Flag"), ENUM (REGISTER, FLAG_WORDS), .flags = DAYBOOK_FIELD_SORT },
  [DAYBOOK_ORDER_AGENT] = { "agent", N_("Agent"), REF (REGISTER, "agent"), .flags = DAYBOOK_FIELD_SORT },
  [DAYBOOK_ORDER_BILLS] = { "bills", N_("Bills"), ENUM (PLATFORM, BILLS_WORDS), .flags = DAYBOOK_FIELD_SETTLED },
  [DAYBOOK_ORDER_RECEIVED] = { "received", N_("Received by the bills"), MONEY (PLATFORM), .flags = DAYBOOK_FIELD_SETTLED },
  [DAYBOOK_ORDER_RETURNED] = { "returned", N_("Refunded by the bills"), MONEY (PLATFORM), .flags = DAYBOOK_FIELD_SETTLED },
  [DAYBOOK_ORDER_VIP_OFF] = { "vip_off", N_("VIP discount"), MONEY (REGISTER) },
};

static const DaybookField LINE_FIELDS[] = {
  [DAYBOOK_LINE_DELETED] = DELETED_FIELD,
  [DAYBOOK_LINE_ORDER] = { "order", N_("Order"), REF (PLATFORM, "order"), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_LINE_PRODUCT] = { "product", N_("Product"), REF (PLATFORM, "product") },
  [DAYBOOK_LINE_NUMBER] = { "number", N_("Line number"), TEXT (PLATFORM) },
  [DAYBOOK_LINE_POSITION] = { "position", N_("Position"), INT (PLATFORM), .flags = DAYBOOK_FIELD_HIDDEN },
  [DAYBOOK_LINE_TITLE] = { "title", N_("Title"), TEXT (PLATFORM) },
  [DAYBOOK_LINE_VARIANT] = { "variant", N_("Variant"), TEXT (PLATFORM) },
  [DAYBOOK_LINE_SKU] = { "sku", N_("SKU"), TEXT (PLATFORM) },
  [DAYBOOK_LINE_QUANTITY] = { "quantity", N_("Quantity"), INT (PLATFORM) },
  [DAYBOOK_LINE_CURRENCY] = { "currency", N_("Currency"), TEXT (PLATFORM), .flags = DAYBOOK_FIELD_HIDDEN },
  [DAYBOOK_LINE_PRICE] = { "price", N_("Price"), MONEY (PLATFORM) },
  [DAYBOOK_LINE_STATUS] = { "status", N_("Status"), TEXT (PLATFORM) },
  [DAYBOOK_LINE_PROVISIONAL] = { "provisional", N_("Provisional"), BOOL (PLATFORM), .flags = DAYBOOK_FIELD_HIDDEN },
};

static const DaybookField PARCEL_FIELDS[] = {
  [DAYBOOK_PARCEL_DELETED] = DELETED_FIELD,
  [DAYBOOK_PARCEL_ORDER] = { "order", N_("Order"), REF (PLATFORM, "order"), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_PARCEL_TRACKING] = { "tracking", N_("Tracking number"), TEXT (PLATFORM), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_PARCEL_COURIER] = { "courier", N_("Courier"), TEXT (PLATFORM) },
  [DAYBOOK_PARCEL_SHIPPED_AT] = { "shipped_at", N_("Shipped on"), TIME (PLATFORM) },
};

const DaybookTable daybook_orders = {
  "order", "orders", N_("Order"), N_("Orders"),
  ORDER_FIELDS, G_N_ELEMENTS (ORDER_FIELDS), -1, DAYBOOK_ORDER_NUMBER, DAYBOOK_ORDER_CREATED,
};

const DaybookTable daybook_order_lines = {
  "order_line", "order_lines", N_("Line"), N_("Lines"),
  LINE_FIELDS, G_N_ELEMENTS (LINE_FIELDS), DAYBOOK_LINE_ORDER, DAYBOOK_LINE_TITLE, -1, TRUE,
};

const DaybookTable daybook_parcels = {
  "parcel", "parcels", N_("Parcel"), N_("Parcels"),
  PARCEL_FIELDS, G_N_ELEMENTS (PARCEL_FIELDS), DAYBOOK_PARCEL_ORDER, DAYBOOK_PARCEL_TRACKING, -1, TRUE,
};

gboolean
daybook_order_number_is_derived (const char *number)
{
  const char *digits = number + strlen (DAYBOOK_DERIVED_PREFIX);

  return g_str_has_prefix (number, DAYBOOK_DERIVED_PREFIX)
         && strlen (digits) == DAYBOOK_DERIVED_DIGITS
         && strspn (digits, "0123456789abcdef") == DAYBOOK_DERIVED_DIGITS;
}

int
daybook_stage_rank (DaybookStage stage)
{
  /* Closed and completed are both ends: neither takes the other back. */
  static const int RANKS[DAYBOOK_N_STAGES] = {
    [DAYBOOK_STAGE_UNKNOWN] = 0,
    [DAYBOOK_STAGE_UNPAID] = 1,
    [DAYBOOK_STAGE_PAID] = 2,
    [DAYBOOK_STAGE_SHIPPED] = 3,
    [DAYBOOK_STAGE_DELIVERED] = 4,
    [DAYBOOK_STAGE_COMPLETED] = 5,
    [DAYBOOK_STAGE_CLOSED] = 5,
  };

  return (guint) stage < DAYBOOK_N_STAGES ? RANKS[stage] : 0;
}

DaybookRefund
daybook_refund_of_amounts (gint64 refunded,
                           gint64 total,
                           gint64 paid)
{
  if (refunded <= 0)
    return DAYBOOK_REFUND_NONE;
  if (paid == 0 || (total > 0 && refunded >= total))
    return DAYBOOK_REFUND_FULL;
  if (paid < 0)
    return total > 0 ? DAYBOOK_REFUND_PART : DAYBOOK_REFUND_FULL;

  /* The whole of what was paid, unless that is what is left. */
  return refunded == paid && refunded + paid != total ? DAYBOOK_REFUND_FULL : DAYBOOK_REFUND_PART;
}

gboolean
daybook_order_is_sale (DaybookStage  stage,
                       DaybookRefund refund,
                       gint64        paid)
{
  return (stage != DAYBOOK_STAGE_UNKNOWN || paid > 0) && stage != DAYBOOK_STAGE_UNPAID && stage != DAYBOOK_STAGE_CLOSED && refund != DAYBOOK_REFUND_FULL;
}

gint64
daybook_order_net (gint64 paid,
                   gint64 refunded,
                   gint64 total)
{
  gint64 whole = paid >= 0 ? paid : MAX (0, total);

  if (refunded <= 0)
    return whole;

  /* What was paid and what went back make the whole: the refund is already off. */
  return paid >= 0 && total > 0 && paid + refunded <= total ? paid : MAX (0, whole - refunded);
}
