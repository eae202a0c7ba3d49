/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/remembered-day.h"

#include "core/fields.h"

static const DaybookWord KIND_WORDS[] = {
  [DAYBOOK_DAY_BIRTHDAY] = WORD ("birthday", "day", "Birthday"),
  [DAYBOOK_DAY_CHILD] = WORD ("child", "day", "Child’s birthday"),
  [DAYBOOK_DAY_WEDDING] = WORD ("wedding", "day", "Wedding"),
  [DAYBOOK_DAY_MATERNITY] = WORD ("maternity", "day", "Child expected"),
  [DAYBOOK_DAY_ANNIVERSARY] = WORD ("anniversary", "day", "Anniversary"),
  [DAYBOOK_DAY_FESTIVAL] = WORD ("festival", "day", "Festival"),
  [DAYBOOK_DAY_OTHER] = WORD ("other", "day", "Other"),
  { NULL, NULL, NULL },
};

static const DaybookField FIELDS[] = {
  [DAYBOOK_REMEMBERED_DELETED] = DELETED_FIELD,
  [DAYBOOK_REMEMBERED_CUSTOMER] = { "customer", N_("Customer"), REF (REGISTER, "customer"), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_REMEMBERED_KIND] = { "kind", N_("Kind"), ENUM (REGISTER, KIND_WORDS) },
  [DAYBOOK_REMEMBERED_NAME] = { "name", N_("Name"), TEXT (REGISTER) },
  [DAYBOOK_REMEMBERED_LUNAR] = { "lunar", N_("Lunar calendar"), BOOL (REGISTER) },
  [DAYBOOK_REMEMBERED_YEAR] = { "year", N_("Year"), INT (REGISTER) },
  [DAYBOOK_REMEMBERED_MONTH] = { "month", N_("Month"), INT (REGISTER), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_REMEMBERED_DAY] = { "day", N_("Day"), INT (REGISTER), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_REMEMBERED_LEAP] = { "leap", N_("Leap month"), BOOL (REGISTER) },
  [DAYBOOK_REMEMBERED_AHEAD] = { "ahead", N_("Days ahead"), INT (REGISTER) },
  [DAYBOOK_REMEMBERED_ONCE] = { "once", N_("Once only"), BOOL (REGISTER) },
  [DAYBOOK_REMEMBERED_NOTE] = { "note", N_("Note"), TEXT (TEXT), .flags = DAYBOOK_FIELD_MULTILINE },
};

const DaybookTable daybook_remembered_days = {
  "remembered_day", "remembered_days", N_("Day to remember"), N_("Days to remember"),
  FIELDS, G_N_ELEMENTS (FIELDS), DAYBOOK_REMEMBERED_CUSTOMER, DAYBOOK_REMEMBERED_NAME, -1,
};
