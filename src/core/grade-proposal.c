/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/grade-proposal.h"

#include "core/money.h"
#include "core/order.h"

#include <glib/gi18n-lib.h>

#define DAY (24 * 60 * 60)

static gboolean
is_within (const DaybookGradeRule *rule,
           gint64                  created,
           gint64                  now)
{
  return rule->days == 0 || created >= now - rule->days * DAY;
}

void
daybook_grade_facts_add (DaybookGradeFacts       *facts,
                         const DaybookGradeRules *rules,
                         const DaybookGradeOrder *order,
                         gint64                   now)
{
  if (!daybook_order_is_sale ((DaybookStage) order->stage, (DaybookRefund) order->refund, order->paid))
    return;

  for (guint i = DAYBOOK_GRADE_1; i < DAYBOOK_N_GRADES; i++)
    if (rules->of[i].used && is_within (&rules->of[i], order->created, now))
      {
        facts->orders[i]++;
        if (g_strcmp0 (order->currency, rules->of[i].currency) == 0)
          facts->spent[i] += daybook_order_net (order->paid, order->refunded, order->total);
      }
}

void
daybook_grade_facts_join (DaybookGradeFacts       *facts,
                          const DaybookGradeFacts *others)
{
  for (guint i = DAYBOOK_GRADE_1; i < DAYBOOK_N_GRADES; i++)
    {
      facts->orders[i] += others->orders[i];
      facts->spent[i] += others->spent[i];
    }
}

static gboolean
is_met (const DaybookGradeRule *rule,
        gint64                  spent,
        guint                   orders)
{
  gboolean by_money = rule->spent >= 0 && spent >= rule->spent;
  gboolean by_number = rule->orders >= 0 && orders >= rule->orders;

  if (!daybook_grade_rule_proposes (rule))
    return FALSE;
  if (rule->either)
    return by_money || by_number;

  return (by_money || rule->spent < 0) && (by_number || rule->orders < 0);
}

DaybookGrade
daybook_grade_reached (const DaybookGradeRules *rules,
                       const DaybookGradeFacts *facts)
{
  for (guint i = DAYBOOK_N_GRADES - 1; i > DAYBOOK_GRADE_NONE; i--)
    if (is_met (&rules->of[i], facts->spent[i], facts->orders[i]))
      return (DaybookGrade) i;

  return DAYBOOK_GRADE_NONE;
}

gboolean
daybook_grade_propose (const DaybookGradeRules *rules,
                       const DaybookGradeFacts *facts,
                       DaybookGrade             grade,
                       gboolean                 held,
                       DaybookGradeProposal    *proposal)
{
  DaybookGrade to = daybook_grade_reached (rules, facts);
  DaybookGrade quoted = MAX (to, grade);

  if (held || to == grade || (to < grade && !daybook_grade_rule_proposes (&rules->of[grade])))
    return FALSE;

  *proposal = (DaybookGradeProposal) { grade, to, quoted, facts->spent[quoted], facts->orders[quoted] };
  return TRUE;
}

char *
daybook_grade_proposal_reason (const DaybookGradeProposal *proposal,
                               const DaybookGradeRules    *rules)
{
  const DaybookGradeRule *rule = &rules->of[proposal->quoted];
  g_autofree char *spent = daybook_money_format (proposal->spent, rule->currency);
  g_autofree char *orders = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u order", "%u orders", proposal->orders), proposal->orders);
  g_autofree char *asks = daybook_grade_rule_asks (rule);

  /* Translators: why a VIP grade is proposed: what the customer has spent, in how many orders, the grade, and what it
   * asks: “¥5,230 in 12 orders; VIP 2 asks ¥5,000 or 10 orders within 365 days”. */
  return g_strdup_printf (_("%1$s in %2$s; %3$s asks %4$s"), spent, orders, daybook_grade_name (rules, proposal->quoted), asks);
}

gint64
daybook_grade_proposal_cycle (const DaybookGradeProposal *proposal)
{
  return proposal->from * DAYBOOK_N_GRADES + proposal->to;
}

gboolean
daybook_grade_is_declined (const DaybookGradeProposal *proposal,
                           const DaybookGradeRules    *rules,
                           gint64                      declined_at,
                           gint64                      now)
{
  return is_within (&rules->of[proposal->quoted], declined_at, now);
}
