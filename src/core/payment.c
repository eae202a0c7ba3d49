/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/payment.h"

#include "core/fields.h"

static const DaybookWord KIND_WORDS[] = {
  [DAYBOOK_PAYMENT_OTHER] = WORD ("other", "payment", "Other"),
  [DAYBOOK_PAYMENT_RECEIVED] = WORD ("received", "payment", "Received"),
  [DAYBOOK_PAYMENT_REFUNDED] = WORD ("refunded", "payment", "Refunded"),
  [DAYBOOK_PAYMENT_SPENT] = WORD ("spent", "payment", "Spent"),
  [DAYBOOK_PAYMENT_RETURNED] = WORD ("returned", "payment", "Came back"),
  [DAYBOOK_PAYMENT_CHARGED] = WORD ("charged", "payment", "Fee"),
  [DAYBOOK_PAYMENT_SETTLED] = WORD ("settled", "payment", "Paid out"),
  [DAYBOOK_PAYMENT_RECLAIMED] = WORD ("reclaimed", "payment", "Taken back"),
  { NULL, NULL, NULL },
};

static const DaybookWord STAGE_WORDS[] = {
  [DAYBOOK_PAYMENT_UNKNOWN] = WORD ("unknown", "payment", "Unknown"),
  [DAYBOOK_PAYMENT_PENDING] = WORD ("pending", "payment", "Pending"),
  [DAYBOOK_PAYMENT_DONE] = WORD ("done", "payment", "Done"),
  [DAYBOOK_PAYMENT_FAILED] = WORD ("failed", "payment", "Failed"),
  { NULL, NULL, NULL },
};

static const DaybookField FIELDS[] = {
  [DAYBOOK_PAYMENT_DELETED] = DELETED_FIELD,
  [DAYBOOK_PAYMENT_SHOP] = { "shop", N_("Shop"), REF (PLATFORM, "shop"), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_PAYMENT_PLATFORM] = { "platform", N_("Platform"), TEXT (PLATFORM), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_PAYMENT_NUMBER] = { "number", N_("Payment number"), TEXT (PLATFORM), .flags = DAYBOOK_FIELD_REQUIRED | DAYBOOK_FIELD_NUMBER },
  [DAYBOOK_PAYMENT_ORDER_NUMBER] = { "order_number", N_("Order number"), TEXT (PLATFORM), .flags = DAYBOOK_FIELD_NUMBER },
  [DAYBOOK_PAYMENT_AT] = { "at", N_("Time"), TIME (PLATFORM), .flags = DAYBOOK_FIELD_SORT },
  [DAYBOOK_PAYMENT_KIND] = { "kind", N_("Kind"), ENUM (PLATFORM, KIND_WORDS) },
  [DAYBOOK_PAYMENT_STAGE] = { "stage", N_("Stage"), ENUM (PLATFORM, STAGE_WORDS) },
  [DAYBOOK_PAYMENT_STATUS] = { "status", N_("Status"), TEXT (PLATFORM) },
  [DAYBOOK_PAYMENT_CURRENCY] = { "currency", N_("Currency"), TEXT (PLATFORM), .flags = DAYBOOK_FIELD_HIDDEN },
  [DAYBOOK_PAYMENT_AMOUNT] = { "amount", N_("Amount"), MONEY (PLATFORM) },
  [DAYBOOK_PAYMENT_FEE] = { "fee", N_("Fee"), MONEY (PLATFORM) },
  [DAYBOOK_PAYMENT_REFUNDED_SUM] = { "refunded", N_("Refunded"), MONEY (PLATFORM) },
  [DAYBOOK_PAYMENT_PARTY] = { "party", N_("With whom"), TEXT (PLATFORM), .mask = DAYBOOK_MASK_NAME, .flags = DAYBOOK_FIELD_SEARCH | DAYBOOK_FIELD_PERSON },
  [DAYBOOK_PAYMENT_MERCHANT_NUMBER] = { "merchant_number", N_("Our reference"), TEXT (PLATFORM), .flags = DAYBOOK_FIELD_NUMBER },
  [DAYBOOK_PAYMENT_TITLE] = { "title", N_("For what"), TEXT (PLATFORM), .flags = DAYBOOK_FIELD_SEARCH },
  [DAYBOOK_PAYMENT_NOTE] = { "note", N_("Remark"), TEXT (PLATFORM), .flags = DAYBOOK_FIELD_SEARCH | DAYBOOK_FIELD_MULTILINE },
  [DAYBOOK_PAYMENT_AS_OF] = { "as_of", N_("As of"), TIME (PLATFORM) },
};

const DaybookTable daybook_payments = {
  "payment", "payments", N_("Payment"), N_("Payments"),
  FIELDS, G_N_ELEMENTS (FIELDS), -1, DAYBOOK_PAYMENT_NUMBER, DAYBOOK_PAYMENT_AT,
};
