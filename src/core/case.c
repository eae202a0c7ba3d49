/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/case.h"

#include "core/fields.h"

const DaybookWord daybook_channel_words[] = {
  [DAYBOOK_CHANNEL_UNKNOWN] = QUIET_WORD ("unknown", "channel", "Unknown"),
  [DAYBOOK_CHANNEL_SHOP_CHAT] = WORD ("shop_chat", "channel", "Shop chat"),
  [DAYBOOK_CHANNEL_PHONE] = WORD ("phone", "channel", "Phone"),
  [DAYBOOK_CHANNEL_WECHAT] = WORD ("wechat", "channel", "WeChat"),
  [DAYBOOK_CHANNEL_WECHAT_ACCOUNT] = WORD ("wechat_account", "channel", "WeChat official account"),
  [DAYBOOK_CHANNEL_WEB_CHAT] = WORD ("web_chat", "channel", "Website chat"),
  [DAYBOOK_CHANNEL_EMAIL] = WORD ("email", "channel", "E-mail"),
  [DAYBOOK_CHANNEL_FORUM] = WORD ("forum", "channel", "Forum"),
  [DAYBOOK_CHANNEL_QQ] = WORD ("qq", "channel", "QQ"),
  [DAYBOOK_CHANNEL_SMS] = WORD ("sms", "channel", "SMS"),
  [DAYBOOK_CHANNEL_STATION_MAIL] = WORD ("station_mail", "channel", "Station mail"),
  [DAYBOOK_CHANNEL_BACK_OFFICE] = WORD ("back_office", "channel", "Back office"),
  [DAYBOOK_CHANNEL_IN_PERSON] = WORD ("in_person", "channel", "In person"),
  { NULL },
};

static const DaybookWord PRIORITY_WORDS[] = {
  [DAYBOOK_URGENCY_NORMAL] = QUIET_WORD ("normal", "priority", "Normal"),
  [DAYBOOK_URGENCY_LOW] = WORD ("low", "priority", "Low"),
  [DAYBOOK_URGENCY_HIGH] = WORD ("high", "priority", "High"),
  [DAYBOOK_URGENCY_URGENT] = WORD ("urgent", "priority", "Urgent"),
  { NULL },
};

static const DaybookWord RESULT_WORDS[] = {
  [DAYBOOK_RESULT_NONE] = QUIET_WORD ("none", "result", "None"),
  [DAYBOOK_RESULT_TO_REVIEW] = WORD ("to_review", "result", "To be reviewed"),
  [DAYBOOK_RESULT_ACCEPTED] = WORD ("accepted", "result", "Accepted"),
  [DAYBOOK_RESULT_SENT_BACK] = WORD ("sent_back", "result", "Sent back"),
  { NULL },
};

const DaybookWord daybook_answer_words[] = {
  [DAYBOOK_ANSWER_UNKNOWN] = QUIET_WORD ("unknown", "answer", "Unknown"),
  [DAYBOOK_ANSWER_YES] = WORD ("yes", "answer", "Yes"),
  [DAYBOOK_ANSWER_NO] = WORD ("no", "answer", "No"),
  { NULL },
};

static const DaybookField FIELDS[] = {
  [DAYBOOK_CASE_DELETED] = DELETED_FIELD,
  [DAYBOOK_CASE_SHOP] = { "shop", N_("Shop"), REF (APPEND_ONLY, "shop"), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_CASE_REGISTER] = { "register", N_("Register"), TEXT (APPEND_ONLY), .flags = DAYBOOK_FIELD_REQUIRED | DAYBOOK_FIELD_HIDDEN },
  [DAYBOOK_CASE_NUMBER] = { "number", N_("Case number"), TEXT (APPEND_ONLY), .flags = DAYBOOK_FIELD_NUMBER },
  [DAYBOOK_CASE_STAGE] = { "stage", N_("Stage"), TEXT (REGISTER), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_CASE_STAGE_SINCE] = { "stage_since", N_("In this stage since"), TIME (REGISTER) },
  [DAYBOOK_CASE_SUBJECT] = { "subject", N_("Subject"), TEXT (REGISTER), .flags = DAYBOOK_FIELD_SEARCH },
  [DAYBOOK_CASE_CONTENT] = { "content", N_("Content"), TEXT (TEXT), .flags = DAYBOOK_FIELD_SEARCH | DAYBOOK_FIELD_MULTILINE },
  [DAYBOOK_CASE_CHANNEL] = { "channel", N_("Channel"), ENUM (REGISTER, daybook_channel_words) },
  [DAYBOOK_CASE_ORDER] = { "order", N_("Order"), REF (REGISTER, "order") },
  [DAYBOOK_CASE_CUSTOMER] = { "customer", N_("Customer"), REF (REGISTER, "customer") },
  [DAYBOOK_CASE_NAME] = { "name", N_("Name"), TEXT (REGISTER), .mask = DAYBOOK_MASK_NAME, .flags = DAYBOOK_FIELD_SEARCH | DAYBOOK_FIELD_PERSON },
  [DAYBOOK_CASE_CONTACT] = { "contact", N_("Contact"), TEXT (REGISTER), .mask = DAYBOOK_MASK_CONTACT },
  [DAYBOOK_CASE_PLATFORM] = { "platform", N_("Platform"), TEXT (APPEND_ONLY) },
  [DAYBOOK_CASE_PLATFORM_NUMBER] = { "platform_number", N_("Platform’s number"), TEXT (APPEND_ONLY), .flags = DAYBOOK_FIELD_NUMBER },
  [DAYBOOK_CASE_PLATFORM_DEADLINE] = { "platform_deadline", N_("Platform’s deadline"), TIME (PLATFORM) },
  [DAYBOOK_CASE_REASON] = { "reason", N_("Reason"), TEXT (REGISTER) },
  [DAYBOOK_CASE_PRIORITY] = { "priority", N_("Priority"), ENUM (REGISTER, PRIORITY_WORDS) },
  [DAYBOOK_CASE_OWNER] = { "owner", N_("In charge"), REF (REGISTER, "agent") },
  [DAYBOOK_CASE_HANDLER] = { "handler", N_("Handler"), REF (REGISTER, "agent") },
  [DAYBOOK_CASE_NEED] = { "need", N_("What is required"), TEXT (REGISTER), .flags = DAYBOOK_FIELD_SEARCH },
  [DAYBOOK_CASE_EXPECTED_AT] = { "expected_at", N_("Expected"), TIME (REGISTER) },
  [DAYBOOK_CASE_PROMISED_AT] = { "promised_at", N_("Promised"), TIME (REGISTER) },
  [DAYBOOK_CASE_LEVEL] = { "level", N_("Level"), INT (REGISTER) },
  [DAYBOOK_CASE_OPINION] = { "opinion", N_("Handling opinion"), TEXT (TEXT), .flags = DAYBOOK_FIELD_SEARCH | DAYBOOK_FIELD_MULTILINE },
  [DAYBOOK_CASE_CALL_BACK] = { "call_back", N_("Who calls back"), REF (REGISTER, "agent") },
  [DAYBOOK_CASE_RESULT_REVIEW] = { "result_review", N_("Review of the result"), ENUM (REGISTER, RESULT_WORDS) },
  [DAYBOOK_CASE_RESULT] = { "result", N_("Result"), TEXT (TEXT), .flags = DAYBOOK_FIELD_SEARCH | DAYBOOK_FIELD_MULTILINE },
  [DAYBOOK_CASE_CAUSE] = { "cause", N_("Cause"), TEXT (REGISTER) },
  [DAYBOOK_CASE_TOLD] = { "told", N_("Customer was told"), ENUM (REGISTER, daybook_answer_words) },
  [DAYBOOK_CASE_SATISFIED] = { "satisfied", N_("Customer is satisfied"), ENUM (REGISTER, daybook_answer_words) },
  [DAYBOOK_CASE_REOPENED] = { "reopened", N_("Opened again"), INT (REGISTER) },
  [DAYBOOK_CASE_OPENED_AT] = { "opened_at", N_("Opened"), TIME (APPEND_ONLY), .flags = DAYBOOK_FIELD_REQUIRED | DAYBOOK_FIELD_SORT },
  [DAYBOOK_CASE_CLOSED_AT] = { "closed_at", N_("Closed"), TIME (REGISTER) },
  [DAYBOOK_CASE_CURRENCY] = { "currency", N_("Currency"), TEXT (APPEND_ONLY), .flags = DAYBOOK_FIELD_HIDDEN },
  [DAYBOOK_CASE_TAGS] = { "tags", N_("Tags"), TEXT (REGISTER), .flags = DAYBOOK_FIELD_SEARCH },
  [DAYBOOK_CASE_MERGED_INTO] = { "merged_into", N_("Merged into"), REF (REGISTER, "case"), .flags = DAYBOOK_FIELD_HIDDEN },
};

const DaybookTable daybook_cases = {
  "case", "cases", N_("Case"), N_("Cases"),
  FIELDS, G_N_ELEMENTS (FIELDS), -1, DAYBOOK_CASE_NUMBER, DAYBOOK_CASE_OPENED_AT,
  .parted = DAYBOOK_CASE_REGISTER,
};

gboolean
daybook_case_field_follows (guint field)
{
  switch (field)
    {
    case DAYBOOK_CASE_DELETED:
    case DAYBOOK_CASE_REGISTER:
    case DAYBOOK_CASE_NUMBER:
    case DAYBOOK_CASE_STAGE:
    case DAYBOOK_CASE_STAGE_SINCE:
    case DAYBOOK_CASE_REOPENED:
    case DAYBOOK_CASE_CLOSED_AT:
    case DAYBOOK_CASE_CURRENCY:
    case DAYBOOK_CASE_MERGED_INTO:
      return TRUE;
    default:
      return FALSE;
    }
}
