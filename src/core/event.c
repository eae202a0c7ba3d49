/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/event.h"

#include "core/case.h"
#include "core/fields.h"

static const DaybookWord KIND_WORDS[] = {
  [DAYBOOK_EVENT_NOTE] = WORD ("note", "event", "Note"),
  [DAYBOOK_EVENT_CALL] = WORD ("call", "event", "Call"),
  [DAYBOOK_EVENT_TOLD] = WORD ("told", "event", "Told the customer"),
  [DAYBOOK_EVENT_HEARD] = WORD ("heard", "event", "The customer says"),
  [DAYBOOK_EVENT_QUESTION] = WORD ("question", "event", "Question to the customer"),
  [DAYBOOK_EVENT_ESCALATED] = WORD ("escalated", "event", "Escalated"),
  [DAYBOOK_EVENT_SENT_BACK] = WORD ("sent_back", "event", "Result sent back"),
  [DAYBOOK_EVENT_MONEY] = WORD ("money", "event", "Money"),
  [DAYBOOK_EVENT_GOODS] = WORD ("goods", "event", "Parcel received"),
  [DAYBOOK_EVENT_MERGED] = WORD ("merged", "event", "Merged"),
  [DAYBOOK_EVENT_OPINION] = WORD ("opinion", "event", "Opinion"),
  [DAYBOOK_EVENT_BOTH] = WORD ("both", "event", "Both are meant"),
  { NULL, NULL, NULL },
};

static const DaybookWord WAY_WORDS[] = {
  [DAYBOOK_WAY_UNKNOWN] = QUIET_WORD ("unknown", "money", "Unknown"),
  [DAYBOOK_WAY_PLATFORM] = WORD ("platform", "money", "The platform’s refund"),
  [DAYBOOK_WAY_ALIPAY] = WORD ("alipay", "money", "Alipay"),
  [DAYBOOK_WAY_WECHAT] = WORD ("wechat", "money", "WeChat"),
  [DAYBOOK_WAY_BANK] = WORD ("bank", "money", "Bank"),
  [DAYBOOK_WAY_CASH] = WORD ("cash", "money", "Cash"),
  [DAYBOOK_WAY_VOUCHER] = WORD ("voucher", "money", "Voucher"),
  [DAYBOOK_WAY_OTHER] = WORD ("other", "money", "Otherwise"),
  { NULL, NULL, NULL },
};

static const DaybookField FIELDS[] = {
  [DAYBOOK_EVENT_DELETED] = DELETED_FIELD,
  [DAYBOOK_EVENT_CASE] = { "case", N_("Case"), REF (APPEND_ONLY, "case") },
  [DAYBOOK_EVENT_ORDER] = { "order", N_("Order"), REF (APPEND_ONLY, "order") },
  [DAYBOOK_EVENT_CUSTOMER] = { "customer", N_("Customer"), REF (APPEND_ONLY, "customer") },
  [DAYBOOK_EVENT_KIND] = { "kind", N_("Kind"), ENUM (APPEND_ONLY, KIND_WORDS) },
  [DAYBOOK_EVENT_AT] = { "at", N_("When"), TIME (APPEND_ONLY), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_EVENT_AGENT] = { "agent", N_("Agent"), REF (APPEND_ONLY, "agent") },
  [DAYBOOK_EVENT_TO] = { "to", N_("To"), REF (APPEND_ONLY, "agent") },
  [DAYBOOK_EVENT_CHANNEL] = { "channel", N_("Channel"), ENUM (APPEND_ONLY, daybook_channel_words) },
  [DAYBOOK_EVENT_TEXT] = { "text", N_("Text"), TEXT (APPEND_ONLY), .flags = DAYBOOK_FIELD_MULTILINE },
  [DAYBOOK_EVENT_CONTACT] = { "contact", N_("Contact"), TEXT (APPEND_ONLY), .mask = DAYBOOK_MASK_CONTACT },
  [DAYBOOK_EVENT_PROMISED_AT] = { "promised_at", N_("Promised"), TIME (APPEND_ONLY) },
  [DAYBOOK_EVENT_AMOUNT] = { "amount", N_("Amount"), MONEY (APPEND_ONLY) },
  [DAYBOOK_EVENT_CURRENCY] = { "currency", N_("Currency"), TEXT (APPEND_ONLY), .flags = DAYBOOK_FIELD_HIDDEN },
  [DAYBOOK_EVENT_WAY] = { "way", N_("Way"), ENUM (APPEND_ONLY, WAY_WORDS) },
  [DAYBOOK_EVENT_REFERENCE] = { "reference", N_("Reference"), TEXT (APPEND_ONLY) },
};

const DaybookTable daybook_events = {
  "event", "events", N_("Event"), N_("Events"),
  FIELDS, G_N_ELEMENTS (FIELDS), -1, DAYBOOK_EVENT_TEXT, -1,
};
