/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/aftersale.h"

#include "core/fields.h"

static const DaybookWord KIND_WORDS[] = {
  [DAYBOOK_AFTERSALE_OTHER] = WORD ("other", "after-sales", "Other"),
  [DAYBOOK_AFTERSALE_REFUND] = WORD ("refund", "after-sales", "Refund only"),
  [DAYBOOK_AFTERSALE_RETURN] = WORD ("return", "after-sales", "Return and refund"),
  [DAYBOOK_AFTERSALE_EXCHANGE] = WORD ("exchange", "after-sales", "Exchange"),
  [DAYBOOK_AFTERSALE_RESEND] = WORD ("resend", "after-sales", "Resend"),
  [DAYBOOK_AFTERSALE_REPAIR] = WORD ("repair", "after-sales", "Repair"),
  [DAYBOOK_AFTERSALE_DISPUTE] = WORD ("dispute", "after-sales", "Dispute"),
  { NULL, NULL, NULL },
};

static const DaybookWord STAGE_WORDS[] = {
  [DAYBOOK_AFTERSALE_UNKNOWN] = WORD ("unknown", "after-sales", "Unknown"),
  [DAYBOOK_AFTERSALE_ASKED] = WORD ("asked", "after-sales", "To be answered"),
  [DAYBOOK_AFTERSALE_AGREED] = WORD ("agreed", "after-sales", "Buyer to send back"),
  [DAYBOOK_AFTERSALE_RETURNING] = WORD ("returning", "after-sales", "On its way back"),
  [DAYBOOK_AFTERSALE_REFUSED] = WORD ("refused", "after-sales", "Refused"),
  [DAYBOOK_AFTERSALE_PAYING] = WORD ("paying", "after-sales", "Being refunded"),
  [DAYBOOK_AFTERSALE_DONE] = WORD ("done", "after-sales", "Done"),
  [DAYBOOK_AFTERSALE_CLOSED] = WORD ("closed", "after-sales", "Closed"),
  { NULL, NULL, NULL },
};

static const DaybookField FIELDS[] = {
  [DAYBOOK_AFTERSALE_DELETED] = DELETED_FIELD,
  [DAYBOOK_AFTERSALE_SHOP] = { "shop", N_("Shop"), REF (PLATFORM, "shop"), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_AFTERSALE_PLATFORM] = { "platform", N_("Platform"), TEXT (PLATFORM), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_AFTERSALE_NUMBER] = { "number", N_("After-sales number"), TEXT (PLATFORM), .flags = DAYBOOK_FIELD_REQUIRED | DAYBOOK_FIELD_NUMBER },
  [DAYBOOK_AFTERSALE_ORDER_NUMBER] = { "order_number", N_("Order number"), TEXT (PLATFORM), .flags = DAYBOOK_FIELD_NUMBER },
  [DAYBOOK_AFTERSALE_KIND] = { "kind", N_("Kind"), ENUM (PLATFORM, KIND_WORDS) },
  [DAYBOOK_AFTERSALE_STAGE] = { "stage", N_("Stage"), ENUM (PLATFORM, STAGE_WORDS) },
  [DAYBOOK_AFTERSALE_STATUS] = { "status", N_("Status"), TEXT (PLATFORM) },
  [DAYBOOK_AFTERSALE_BUYER] = { "buyer", N_("Buyer"), TEXT (PLATFORM), .mask = DAYBOOK_MASK_ACCOUNT, .flags = DAYBOOK_FIELD_SEARCH | DAYBOOK_FIELD_PERSON },
  [DAYBOOK_AFTERSALE_TITLE] = { "title", N_("Items"), TEXT (PLATFORM), .flags = DAYBOOK_FIELD_SEARCH },
  [DAYBOOK_AFTERSALE_SKU] = { "sku", N_("SKU"), TEXT (PLATFORM), .flags = DAYBOOK_FIELD_SEARCH },
  [DAYBOOK_AFTERSALE_QUANTITY] = { "quantity", N_("Quantity"), INT (PLATFORM) },
  [DAYBOOK_AFTERSALE_CURRENCY] = { "currency", N_("Currency"), TEXT (PLATFORM), .flags = DAYBOOK_FIELD_HIDDEN },
  [DAYBOOK_AFTERSALE_PAID] = { "paid", N_("Paid"), MONEY (PLATFORM) },
  [DAYBOOK_AFTERSALE_AMOUNT] = { "amount", N_("To be refunded"), MONEY (PLATFORM) },
  [DAYBOOK_AFTERSALE_ASKED_AT] = { "asked_at", N_("Asked for"), TIME (PLATFORM), .flags = DAYBOOK_FIELD_SORT },
  [DAYBOOK_AFTERSALE_DEADLINE] = { "deadline", N_("Deadline"), TIME (PLATFORM), .flags = DAYBOOK_FIELD_SORT },
  [DAYBOOK_AFTERSALE_ENDED_AT] = { "ended_at", N_("Ended"), TIME (PLATFORM) },
  [DAYBOOK_AFTERSALE_REASON] = { "reason", N_("Reason"), TEXT (PLATFORM), .flags = DAYBOOK_FIELD_SEARCH },
  [DAYBOOK_AFTERSALE_WORDS] = { "words", N_("Buyer’s words"), TEXT (PLATFORM), .flags = DAYBOOK_FIELD_SEARCH | DAYBOOK_FIELD_MULTILINE },
  [DAYBOOK_AFTERSALE_GOODS] = { "goods", N_("Goods"), TEXT (PLATFORM) },
  [DAYBOOK_AFTERSALE_COURIER] = { "courier", N_("Courier"), TEXT (PLATFORM) },
  [DAYBOOK_AFTERSALE_TRACKING] = { "tracking", N_("Tracking number"), TEXT (PLATFORM), .flags = DAYBOOK_FIELD_NUMBER },
  [DAYBOOK_AFTERSALE_SELLER_NOTE] = { "seller_note", N_("Platform note"), TEXT (PLATFORM), .flags = DAYBOOK_FIELD_SEARCH | DAYBOOK_FIELD_MULTILINE },
  [DAYBOOK_AFTERSALE_AS_OF] = { "as_of", N_("As of"), TIME (PLATFORM) },
};

const DaybookTable daybook_aftersales = {
  "aftersale", "aftersales", N_("After-sales request"), N_("After-sales"),
  FIELDS, G_N_ELEMENTS (FIELDS), -1, DAYBOOK_AFTERSALE_NUMBER, DAYBOOK_AFTERSALE_ASKED_AT,
};
