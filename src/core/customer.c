/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/customer.h"

#include "core/fields.h"

static const DaybookWord CONTACT_WORDS[] = {
  [DAYBOOK_CONTACT_PHONE] = WORD ("phone", "contact", "Phone"),
  [DAYBOOK_CONTACT_EMAIL] = WORD ("email", "contact", "E-mail"),
  [DAYBOOK_CONTACT_ADDRESS] = WORD ("address", "contact", "Address"),
  [DAYBOOK_CONTACT_WECHAT] = WORD ("wechat", "contact", "WeChat"),
  [DAYBOOK_CONTACT_QQ] = WORD ("qq", "contact", "QQ"),
  [DAYBOOK_CONTACT_OTHER] = WORD ("other", "contact", "Other"),
  { NULL, NULL, NULL },
};

const DaybookWord daybook_grade_words[] = {
  [DAYBOOK_GRADE_NONE] = QUIET_WORD ("none", "grade", "No grade"),
  [DAYBOOK_GRADE_1] = WORD ("vip_1", "grade", "VIP 1"),
  [DAYBOOK_GRADE_2] = WORD ("vip_2", "grade", "VIP 2"),
  [DAYBOOK_GRADE_3] = WORD ("vip_3", "grade", "VIP 3"),
  { NULL, NULL, NULL },
};

static const DaybookWord CONSENT_WORDS[] = {
  [DAYBOOK_CONSENT_UNASKED] = QUIET_WORD ("unasked", "consent", "Not asked"),
  [DAYBOOK_CONSENT_GIVEN] = WORD ("given", "consent", "Given"),
  [DAYBOOK_CONSENT_REFUSED] = WORD ("refused", "consent", "Refused"),
  [DAYBOOK_CONSENT_WITHDRAWN] = WORD ("withdrawn", "consent", "Withdrawn"),
  { NULL, NULL, NULL },
};

static const DaybookField CUSTOMER_FIELDS[] = {
  [DAYBOOK_CUSTOMER_DELETED] = DELETED_FIELD,
  [DAYBOOK_CUSTOMER_NAME] = { "name", N_("Name"), TEXT (PLATFORM), .mask = DAYBOOK_MASK_NAME, .flags = DAYBOOK_FIELD_SEARCH | DAYBOOK_FIELD_PERSON },
  [DAYBOOK_CUSTOMER_FIRST_SEEN] = { "first_seen", N_("First order"), TIME (PLATFORM), .flags = DAYBOOK_FIELD_SORT },
  [DAYBOOK_CUSTOMER_NOTE] = { "note", N_("Note"), TEXT (TEXT), .flags = DAYBOOK_FIELD_SEARCH | DAYBOOK_FIELD_MULTILINE },
  [DAYBOOK_CUSTOMER_MERGED_INTO] = { "merged_into", N_("Merged into"), REF (REGISTER, "customer"), .flags = DAYBOOK_FIELD_HIDDEN },
  [DAYBOOK_CUSTOMER_GRADE] = { "grade", N_("VIP grade"), ENUM (REGISTER, daybook_grade_words) },
  [DAYBOOK_CUSTOMER_GRADE_HELD] = { "grade_held", N_("Grade by hand"), BOOL (REGISTER) },
  [DAYBOOK_CUSTOMER_TAGS] = { "tags", N_("Tags"), TEXT (REGISTER), .flags = DAYBOOK_FIELD_SEARCH },
  [DAYBOOK_CUSTOMER_WISHES] = { "wishes", N_("Wishes"), TEXT (TEXT), .flags = DAYBOOK_FIELD_SEARCH | DAYBOOK_FIELD_MULTILINE },
  [DAYBOOK_CUSTOMER_FRIEND] = { "friend", N_("Added as a friend"), BOOL (REGISTER) },
  [DAYBOOK_CUSTOMER_QUIET] = { "quiet", N_("Wants no messages"), BOOL (REGISTER) },
  [DAYBOOK_CUSTOMER_CONSENT] = { "consent", N_("Consent"), ENUM (REGISTER, CONSENT_WORDS) },
  [DAYBOOK_CUSTOMER_CONSENT_AT] = { "consent_at", N_("Consent as of"), TIME (REGISTER) },
  [DAYBOOK_CUSTOMER_CONSENT_HOW] = { "consent_how", N_("How it was given"), TEXT (REGISTER) },
  [DAYBOOK_CUSTOMER_INTERVAL] = { "interval", N_("Contact every so many days"), INT (REGISTER) },
};

static const DaybookField HANDLE_FIELDS[] = {
  [DAYBOOK_HANDLE_DELETED] = DELETED_FIELD,
  [DAYBOOK_HANDLE_CUSTOMER] = { "customer", N_("Customer"), REF (REGISTER, "customer"), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_HANDLE_PLATFORM] = { "platform", N_("Platform"), TEXT (REGISTER), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_HANDLE_ACCOUNT] = { "account", N_("Account"), TEXT (REGISTER), .mask = DAYBOOK_MASK_ACCOUNT, .flags = DAYBOOK_FIELD_REQUIRED },
};

static const DaybookField CONTACT_FIELDS[] = {
  [DAYBOOK_CONTACT_DELETED] = DELETED_FIELD,
  [DAYBOOK_CONTACT_CUSTOMER] = { "customer", N_("Customer"), REF (REGISTER, "customer"), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_CONTACT_KIND] = { "kind", N_("Kind"), ENUM (REGISTER, CONTACT_WORDS) },
  [DAYBOOK_CONTACT_VALUE] = { "value", N_("Value"), TEXT (REGISTER), .mask = DAYBOOK_MASK_CONTACT, .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_CONTACT_MASKED] = { "masked", N_("Masked"), BOOL (REGISTER), .flags = DAYBOOK_FIELD_HIDDEN },
  [DAYBOOK_CONTACT_VALID_UNTIL] = { "valid_until", N_("Valid until"), TIME (REGISTER) },
  [DAYBOOK_CONTACT_NOTE] = { "note", N_("Note"), TEXT (REGISTER) },
};

const DaybookTable daybook_customers = {
  "customer", "customers", N_("Customer"), N_("Customers"),
  CUSTOMER_FIELDS, G_N_ELEMENTS (CUSTOMER_FIELDS), -1, DAYBOOK_CUSTOMER_NAME, DAYBOOK_CUSTOMER_FIRST_SEEN,
};

const DaybookTable daybook_handles = {
  "handle", "handles", N_("Account"), N_("Accounts"),
  HANDLE_FIELDS, G_N_ELEMENTS (HANDLE_FIELDS), DAYBOOK_HANDLE_CUSTOMER, DAYBOOK_HANDLE_ACCOUNT, -1,
};

const DaybookTable daybook_contacts = {
  "contact", "contacts", N_("Contact"), N_("Contacts"),
  CONTACT_FIELDS, G_N_ELEMENTS (CONTACT_FIELDS), DAYBOOK_CONTACT_CUSTOMER, DAYBOOK_CONTACT_VALUE, -1,
};
