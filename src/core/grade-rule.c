/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/grade-rule.h"

#include "core/grade.h"
#include "core/money.h"
#include "core/words.h"

#include <glib/gi18n-lib.h>

/* What a small shop may begin with; in the shop's currency. */
static const struct
{
  gint64 spent;
  gint64 orders;
  gint64 days;
} FIRST[DAYBOOK_N_GRADES] = {
  [DAYBOOK_GRADE_1] = { 100000, 3, 365 },
  [DAYBOOK_GRADE_2] = { 500000, 10, 365 },
  [DAYBOOK_GRADE_3] = { 2000000, 30, 365 },
};

void
daybook_grade_rules_init (DaybookGradeRules *rules,
                          const char        *currency)
{
  for (guint i = 0; i < DAYBOOK_N_GRADES; i++)
    rules->of[i] = (DaybookGradeRule) {
      .currency = g_strdup (currency), .spent = FIRST[i].spent, .orders = FIRST[i].orders, .days = FIRST[i].days, .either = TRUE,
    };
}

static void
clear_rule (DaybookGradeRule *rule)
{
  g_clear_pointer (&rule->name, g_free);
  g_clear_pointer (&rule->currency, g_free);
  g_clear_pointer (&rule->benefits, g_free);
}

void
daybook_grade_rules_clear (DaybookGradeRules *rules)
{
  for (guint i = 0; i < DAYBOOK_N_GRADES; i++)
    clear_rule (&rules->of[i]);
}

/* -1: none. */
static gint64
number_of (const DaybookRow *row,
           guint             field)
{
  return daybook_row_has (row, field) ? MAX (0, daybook_row_int (row, field)) : -1;
}

static char *
text_of (const DaybookRow *row,
         guint             field)
{
  const char *text = daybook_row_text (row, field);

  return *text != '\0' ? g_strdup (text) : NULL;
}

void
daybook_grade_rules_say (DaybookGradeRules *rules,
                         const DaybookRow  *row)
{
  gint64 grade = daybook_row_int (row, DAYBOOK_GRADE_RULE_GRADE);
  DaybookGradeRule *rule = grade > DAYBOOK_GRADE_NONE && grade < DAYBOOK_N_GRADES ? &rules->of[grade] : NULL;
  char *currency;

  if (rule == NULL || daybook_row_int (row, DAYBOOK_GRADE_RULE_DELETED) != 0)
    return;

  currency = text_of (row, DAYBOOK_GRADE_RULE_CURRENCY);
  if (currency == NULL)
    currency = g_strdup (rule->currency);
  clear_rule (rule);
  *rule = (DaybookGradeRule) {
    .used = TRUE,
    .name = text_of (row, DAYBOOK_GRADE_RULE_NAME),
    .currency = currency,
    .spent = number_of (row, DAYBOOK_GRADE_RULE_SPENT),
    .orders = number_of (row, DAYBOOK_GRADE_RULE_ORDERS),
    .days = MAX (0, number_of (row, DAYBOOK_GRADE_RULE_DAYS)),
    .either = daybook_row_int (row, DAYBOOK_GRADE_RULE_EITHER) != 0,
    .by_hand = daybook_row_int (row, DAYBOOK_GRADE_RULE_BY_HAND) != 0,
    .discount = MAX (0, number_of (row, DAYBOOK_GRADE_RULE_DISCOUNT)),
    .stacked = daybook_row_int (row, DAYBOOK_GRADE_RULE_STACKED) != 0,
    .benefits = text_of (row, DAYBOOK_GRADE_RULE_BENEFITS),
    .interval = MAX (0, number_of (row, DAYBOOK_GRADE_RULE_INTERVAL)),
  };
}

void
daybook_grade_row_id (DaybookId    *id,
                      DaybookGrade  grade)
{
  g_autofree char *number = g_strdup_printf ("%d", (int) grade);
  const char *part = number;

  daybook_id_derive (id, daybook_grades.kind, &part, 1);
}

const char *
daybook_grade_name (const DaybookGradeRules *rules,
                    DaybookGrade             grade)
{
  const char *name = rules->of[grade].name;

  if (grade == DAYBOOK_GRADE_NONE)
    return _("no VIP");

  return name != NULL ? name : daybook_words_enum (&daybook_customers.fields[DAYBOOK_CUSTOMER_GRADE], grade);
}

gboolean
daybook_grade_rule_proposes (const DaybookGradeRule *rule)
{
  return rule->used && !rule->by_hand && (rule->spent >= 0 || rule->orders >= 0);
}

char *
daybook_grade_rule_asks (const DaybookGradeRule *rule)
{
  g_autofree char *money = rule->spent >= 0 ? daybook_money_format (rule->spent, rule->currency) : NULL;
  g_autofree char *orders = rule->orders >= 0
    ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u order", "%u orders", (gulong) rule->orders), (guint) rule->orders) : NULL;
  g_autofree char *both = NULL;

  if (money != NULL && orders != NULL)
    /* Translators: what a VIP grade asks: “¥5,000” and “10 orders”. */
    both = g_strdup_printf (rule->either ? _("%1$s or %2$s") : _("%1$s and %2$s"), money, orders);
  else
    both = g_strdup (money != NULL ? money : orders != NULL ? orders : _("nothing"));
  if (rule->days == 0)
    return g_steal_pointer (&both);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s within %2$u day", "%1$s within %2$u days", (gulong) rule->days), both, (guint) rule->days);
}

/* "5 %", "7.5 %" (transfer full) */
static char *
format_discount (gint64 tenths)
{
  if (tenths % 10 == 0)
    /* Translators: a discount in percent. */
    return g_strdup_printf (_("%u %%"), (guint) (tenths / 10));

  return g_strdup_printf (_("%u.%u %%"), (guint) (tenths / 10), (guint) (tenths % 10));
}

char *
daybook_grade_rule_gives (const DaybookGradeRule *rule)
{
  g_autofree char *discount = rule->discount > 0 ? format_discount (rule->discount) : NULL;
  /* Translators: a discount, “5 %”, that comes on top of others (折上折). */
  g_autofree char *off = discount != NULL ? g_strdup_printf (rule->stacked ? _("%s on top of other discounts") : _("%s off"), discount) : NULL;

  if (off == NULL || rule->benefits == NULL)
    return g_strdup (off != NULL ? off : rule->benefits != NULL ? rule->benefits : "");

  return g_strdup_printf ("%s · %s", off, rule->benefits);
}

gint64
daybook_grade_rule_off (const DaybookGradeRule *rule,
                        gint64                  paid)
{
  gint64 rest = 1000 - rule->discount;

  if (rule->discount <= 0 || rest <= 0 || paid <= 0 || paid > G_MAXINT64 / 2000)
    return 0;

  return (paid * rule->discount + rest / 2) / rest;
}
