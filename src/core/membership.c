/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/membership.h"

#include "core/fields.h"

static const DaybookField FIELDS[] = {
  [DAYBOOK_MEMBERSHIP_DELETED] = DELETED_FIELD,
  [DAYBOOK_MEMBERSHIP_SHOP] = { "shop", N_("Shop"), REF (PLATFORM, "shop"), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_MEMBERSHIP_PLATFORM] = { "platform", N_("Platform"), TEXT (PLATFORM), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_MEMBERSHIP_NUMBER] = { "number", N_("Account or phone"), TEXT (PLATFORM), .flags = DAYBOOK_FIELD_REQUIRED | DAYBOOK_FIELD_HIDDEN },
  [DAYBOOK_MEMBERSHIP_CUSTOMER] = { "customer", N_("Customer"), REF (PLATFORM, "customer"), .flags = DAYBOOK_FIELD_SETTLED },
  [DAYBOOK_MEMBERSHIP_NAME] = { "name", N_("Name"), TEXT (PLATFORM), .mask = DAYBOOK_MASK_NAME, .flags = DAYBOOK_FIELD_SEARCH | DAYBOOK_FIELD_PERSON },
  [DAYBOOK_MEMBERSHIP_NICK] = { "nick", N_("Nick"), TEXT (PLATFORM), .mask = DAYBOOK_MASK_ACCOUNT, .flags = DAYBOOK_FIELD_SEARCH | DAYBOOK_FIELD_PERSON },
  [DAYBOOK_MEMBERSHIP_ACCOUNT] = { "account", N_("Account"), TEXT (PLATFORM), .mask = DAYBOOK_MASK_ACCOUNT },
  [DAYBOOK_MEMBERSHIP_PHONE] = { "phone", N_("Phone"), TEXT (PLATFORM), .mask = DAYBOOK_MASK_PHONE },
  [DAYBOOK_MEMBERSHIP_EMAIL] = { "email", N_("E-mail"), TEXT (PLATFORM), .mask = DAYBOOK_MASK_EMAIL },
  [DAYBOOK_MEMBERSHIP_ADDRESS] = { "address", N_("Address"), TEXT (PLATFORM), .mask = DAYBOOK_MASK_ADDRESS, .flags = DAYBOOK_FIELD_MULTILINE },
  [DAYBOOK_MEMBERSHIP_BIRTHDAY] = { "birthday", N_("Birthday"), TEXT (PLATFORM) },
  [DAYBOOK_MEMBERSHIP_GENDER] = { "gender", N_("Gender"), TEXT (PLATFORM) },
  [DAYBOOK_MEMBERSHIP_TAGS] = { "tags", N_("Tags"), TEXT (PLATFORM), .flags = DAYBOOK_FIELD_SEARCH },
  [DAYBOOK_MEMBERSHIP_GRADE] = { "grade", N_("Grade"), TEXT (PLATFORM) },
  [DAYBOOK_MEMBERSHIP_POINTS] = { "points", N_("Points"), INT (PLATFORM) },
  [DAYBOOK_MEMBERSHIP_CURRENCY] = { "currency", N_("Currency"), TEXT (PLATFORM), .flags = DAYBOOK_FIELD_HIDDEN },
  [DAYBOOK_MEMBERSHIP_BALANCE] = { "balance", N_("Balance"), MONEY (PLATFORM) },
  [DAYBOOK_MEMBERSHIP_N_ORDERS] = { "n_orders", N_("Orders"), INT (PLATFORM) },
  [DAYBOOK_MEMBERSHIP_SPENT] = { "spent", N_("Spent"), MONEY (PLATFORM) },
  [DAYBOOK_MEMBERSHIP_REFUNDED] = { "refunded", N_("Refunded"), MONEY (PLATFORM) },
  [DAYBOOK_MEMBERSHIP_BOUGHT_AT] = { "bought_at", N_("Last order"), TIME (PLATFORM) },
  [DAYBOOK_MEMBERSHIP_JOINED_AT] = { "joined_at", N_("Customer since"), TIME (PLATFORM), .flags = DAYBOOK_FIELD_SORT },
  [DAYBOOK_MEMBERSHIP_NOTE] = { "note", N_("Platform note"), TEXT (PLATFORM), .flags = DAYBOOK_FIELD_SEARCH | DAYBOOK_FIELD_MULTILINE },
  [DAYBOOK_MEMBERSHIP_AS_OF] = { "as_of", N_("As of"), TIME (PLATFORM) },
};

const DaybookTable daybook_memberships = {
  "membership", "memberships", N_("Line of a customer list"), N_("Customer lists"),
  FIELDS, G_N_ELEMENTS (FIELDS), -1, DAYBOOK_MEMBERSHIP_NAME, DAYBOOK_MEMBERSHIP_JOINED_AT,
};
