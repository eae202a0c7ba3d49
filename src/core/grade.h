/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/registry.h"

G_BEGIN_DECLS

/* What a VIP grade (core/customer.h) is to the shop: its name, when a customer is proposed for it, and what they have
 * of it (CU-04, OR-12). One row each, whose id is derived from the grade. */
enum
{
  DAYBOOK_GRADE_RULE_DELETED,
  DAYBOOK_GRADE_RULE_GRADE,
  DAYBOOK_GRADE_RULE_NAME,     /* the shop's own; none: “VIP 2” */
  DAYBOOK_GRADE_RULE_CURRENCY,
  DAYBOOK_GRADE_RULE_SPENT,    /* at least so much; none: money does not count */
  DAYBOOK_GRADE_RULE_ORDERS,   /* at least so many; none: their number does not count */
  DAYBOOK_GRADE_RULE_DAYS,     /* within the last so many days; none: ever */
  DAYBOOK_GRADE_RULE_EITHER,   /* one of the two is enough */
  DAYBOOK_GRADE_RULE_BY_HAND,  /* nobody is proposed for it */
  DAYBOOK_GRADE_RULE_DISCOUNT, /* in tenths of a percent off; none: none */
  DAYBOOK_GRADE_RULE_STACKED,  /* it comes on top of other discounts (折上折) */
  DAYBOOK_GRADE_RULE_BENEFITS, /* what else they have, in words */
  DAYBOOK_GRADE_RULE_INTERVAL, /* they hear from the shop at least every so many days; none: nobody counts */
  DAYBOOK_GRADE_RULE_N_FIELDS,
};

extern const DaybookTable daybook_grades;

G_END_DECLS
