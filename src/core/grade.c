/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/grade.h"

#include "core/customer.h"
#include "core/fields.h"

static const DaybookField FIELDS[] = {
  [DAYBOOK_GRADE_RULE_DELETED] = DELETED_FIELD,
  [DAYBOOK_GRADE_RULE_GRADE] = { "grade", N_("VIP grade"), ENUM (APPEND_ONLY, daybook_grade_words) },
  [DAYBOOK_GRADE_RULE_NAME] = { "name", N_("Name"), TEXT (REGISTER) },
  [DAYBOOK_GRADE_RULE_CURRENCY] = { "currency", N_("Currency"), TEXT (REGISTER), .flags = DAYBOOK_FIELD_HIDDEN },
  [DAYBOOK_GRADE_RULE_SPENT] = { "spent", N_("Spent"), MONEY (REGISTER) },
  [DAYBOOK_GRADE_RULE_ORDERS] = { "orders", N_("Orders"), INT (REGISTER) },
  [DAYBOOK_GRADE_RULE_DAYS] = { "days", N_("Within days"), INT (REGISTER) },
  [DAYBOOK_GRADE_RULE_EITHER] = { "either", N_("Either is enough"), BOOL (REGISTER) },
  [DAYBOOK_GRADE_RULE_BY_HAND] = { "by_hand", N_("Given by hand only"), BOOL (REGISTER) },
  [DAYBOOK_GRADE_RULE_DISCOUNT] = { "discount", N_("Discount in percent"), INT (REGISTER), .digits = 1 },
  [DAYBOOK_GRADE_RULE_STACKED] = { "stacked", N_("On top of other discounts"), BOOL (REGISTER) },
  [DAYBOOK_GRADE_RULE_BENEFITS] = { "benefits", N_("Benefits"), TEXT (TEXT), .flags = DAYBOOK_FIELD_MULTILINE },
  [DAYBOOK_GRADE_RULE_INTERVAL] = { "interval", N_("Contact every so many days"), INT (REGISTER) },
};

const DaybookTable daybook_grades = {
  "grade", "grades", N_("VIP grade"), N_("VIP grades"),
  FIELDS, G_N_ELEMENTS (FIELDS), -1, DAYBOOK_GRADE_RULE_NAME, -1,
};
