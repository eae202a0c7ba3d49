/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/right.h"

#include "core/announcement.h"
#include "core/article.h"
#include "core/attention.h"
#include "core/call-plan.h"
#include "core/chore.h"
#include "core/customer.h"
#include "core/erasure.h"
#include "core/grade.h"
#include "core/guarded-word.h"
#include "core/opening.h"
#include "core/phrase.h"
#include "core/presence.h"
#include "core/register.h"
#include "core/reveal.h"
#include "core/rule.h"
#include "core/shift.h"
#include "core/tally.h"
#include "core/use.h"

#include <glib/gi18n-lib.h>

/* Who has a right: each role has those of the ones below it, but for readers; a part-timer perhaps only on a shift. */
enum
{
  OWNER = 1 << DAYBOOK_ROLE_OWNER,
  LEAD = OWNER | 1 << DAYBOOK_ROLE_LEAD,
  AGENT = LEAD | 1 << DAYBOOK_ROLE_AGENT,
  PART_TIME = AGENT | 1 << DAYBOOK_ROLE_PART_TIME,
  READS = 1 << DAYBOOK_ROLE_READ_ONLY,
  DUTY = 1 << (DAYBOOK_ROLE_READ_ONLY + 1),
  ON_SHIFT = AGENT | DUTY,
};

static const guint WHO[DAYBOOK_N_RIGHTS] = {
  [DAYBOOK_RIGHT_LOOK_OWN] = PART_TIME | READS,
  [DAYBOOK_RIGHT_LOOK_ANY] = ON_SHIFT | READS,
  [DAYBOOK_RIGHT_LIST] = AGENT | READS,
  [DAYBOOK_RIGHT_BULK] = LEAD,
  [DAYBOOK_RIGHT_WORK_OWN] = PART_TIME,
  [DAYBOOK_RIGHT_WORK_ANY] = ON_SHIFT,
  [DAYBOOK_RIGHT_REVEAL] = PART_TIME,
  [DAYBOOK_RIGHT_UNMASKED] = LEAD,
  [DAYBOOK_RIGHT_EXPORT] = LEAD,
  [DAYBOOK_RIGHT_IMPORT] = ON_SHIFT,
  [DAYBOOK_RIGHT_KNOWLEDGE] = AGENT,
  [DAYBOOK_RIGHT_MERGE] = AGENT,
  [DAYBOOK_RIGHT_GRADE] = LEAD,
  [DAYBOOK_RIGHT_SETTINGS] = LEAD,
  [DAYBOOK_RIGHT_PEOPLE] = LEAD,
  [DAYBOOK_RIGHT_OWNERS] = OWNER,
  [DAYBOOK_RIGHT_AUDIT] = LEAD,
  [DAYBOOK_RIGHT_BACKUP] = LEAD,
  [DAYBOOK_RIGHT_ERASE] = OWNER,
};

static gboolean
has (DaybookRole  role,
     DaybookDuty  duty,
     DaybookRight right)
{
  gboolean by_shift = role == DAYBOOK_ROLE_PART_TIME && duty == DAYBOOK_DUTY_ON;

  return (WHO[right] & (1u << role | (by_shift ? DUTY : 0))) != 0;
}

DaybookRights
daybook_rights_of (DaybookRole role,
                   DaybookDuty duty)
{
  DaybookRights rights = 0;

  for (guint i = 0; i < DAYBOOK_N_RIGHTS; i++)
    if (has (role, duty, (DaybookRight) i))
      rights |= 1u << i;

  return rights;
}

gboolean
daybook_rights_have (DaybookRights rights,
                     DaybookRight  right)
{
  return (rights & 1u << right) != 0;
}

DaybookRights
daybook_person_rights (const DaybookPerson *person)
{
  if (person->alone)
    return DAYBOOK_RIGHTS_ALL;

  /* Only part-timers sign on in order to have rights: the laptop of one asks it of nobody else. */
  DaybookDuty duty = person->role == DAYBOOK_ROLE_PART_TIME ? person->duty : DAYBOOK_DUTY_ON;
  return daybook_rights_of (person->role, person->duty) & daybook_rights_of (person->laptop, duty);
}

/* --- Saying no -------------------------------------------------------------------------- */

/* What a refusal says. (transfer full) */
static char *
explain (const DaybookPerson *person,
         DaybookRight         right)
{
  if (has (person->role, person->duty, right))
    return g_strdup (_("This laptop may not be used for that. Do it at the shop’s own."));
  if (person->role == DAYBOOK_ROLE_READ_ONLY)
    return g_strdup_printf (_("“%s” may read but not change anything."), person->name);
  if (person->role == DAYBOOK_ROLE_PART_TIME && has (person->role, DAYBOOK_DUTY_ON, right))
    return g_strdup_printf (_("“%s” is off shift, and has only what is assigned to them. Sign on first."), person->name);
  if (WHO[right] == OWNER)
    return g_strdup_printf (_("Only the owner may do this; “%s” is not the owner."), person->name);
  if (WHO[right] == LEAD)
    return g_strdup_printf (_("Only the owner or a lead may do this; “%s” is neither."), person->name);

  return g_strdup_printf (_("Part-time agents may not do this; “%s” is one. Ask a colleague."), person->name);
}

gboolean
daybook_person_check (const DaybookPerson *person,
                      DaybookRight         right,
                      GError             **error)
{
  if (daybook_rights_have (daybook_person_rights (person), right))
    return TRUE;

  g_autofree char *sentence = explain (person, right);
  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED, sentence);
  return FALSE;
}

/* --- What a change takes ------------------------------------------------------------------ */

typedef struct
{
  const DaybookTable *table;
  DaybookRight        right;
  DaybookScope        scope;
} Rule;

static const Rule OF_TABLES[] = {
  { &daybook_shops, DAYBOOK_RIGHT_SETTINGS, DAYBOOK_SCOPE_ANY },
  { &daybook_settings, DAYBOOK_RIGHT_SETTINGS, DAYBOOK_SCOPE_ANY },
  { &daybook_registers, DAYBOOK_RIGHT_SETTINGS, DAYBOOK_SCOPE_ANY },
  { &daybook_rules, DAYBOOK_RIGHT_SETTINGS, DAYBOOK_SCOPE_ANY },
  { &daybook_openings, DAYBOOK_RIGHT_SETTINGS, DAYBOOK_SCOPE_ANY },
  { &daybook_chores, DAYBOOK_RIGHT_SETTINGS, DAYBOOK_SCOPE_ANY },
  { &daybook_shift_templates, DAYBOOK_RIGHT_SETTINGS, DAYBOOK_SCOPE_ANY },
  { &daybook_call_plans, DAYBOOK_RIGHT_SETTINGS, DAYBOOK_SCOPE_ANY },
  { &daybook_grades, DAYBOOK_RIGHT_SETTINGS, DAYBOOK_SCOPE_ANY },
  { &daybook_agents, DAYBOOK_RIGHT_PEOPLE, DAYBOOK_SCOPE_ANY },
  { &daybook_sub_accounts, DAYBOOK_RIGHT_PEOPLE, DAYBOOK_SCOPE_ANY },
  { &daybook_channel_people, DAYBOOK_RIGHT_PEOPLE, DAYBOOK_SCOPE_ANY },
  { &daybook_erasures, DAYBOOK_RIGHT_ERASE, DAYBOOK_SCOPE_ANY },
  { &daybook_imports, DAYBOOK_RIGHT_IMPORT, DAYBOOK_SCOPE_ANY },
  { &daybook_articles, DAYBOOK_RIGHT_KNOWLEDGE, DAYBOOK_SCOPE_ANY },
  { &daybook_revisions, DAYBOOK_RIGHT_KNOWLEDGE, DAYBOOK_SCOPE_ANY },
  { &daybook_pictures, DAYBOOK_RIGHT_KNOWLEDGE, DAYBOOK_SCOPE_ANY },
  { &daybook_guarded_words, DAYBOOK_RIGHT_KNOWLEDGE, DAYBOOK_SCOPE_ANY },
  { &daybook_phrases, DAYBOOK_RIGHT_KNOWLEDGE, DAYBOOK_SCOPE_OWN },
  { &daybook_trainings, DAYBOOK_RIGHT_WORK_OWN, DAYBOOK_SCOPE_SELF },
  { &daybook_comments, DAYBOOK_RIGHT_WORK_OWN, DAYBOOK_SCOPE_SELF },
  { &daybook_read_marks, DAYBOOK_RIGHT_WORK_OWN, DAYBOOK_SCOPE_SELF },
  { &daybook_favourites, DAYBOOK_RIGHT_WORK_OWN, DAYBOOK_SCOPE_SELF },
  { &daybook_uses, DAYBOOK_RIGHT_WORK_OWN, DAYBOOK_SCOPE_SELF },
  { &daybook_attentions, DAYBOOK_RIGHT_WORK_OWN, DAYBOOK_SCOPE_SELF },
  { &daybook_tallies, DAYBOOK_RIGHT_WORK_OWN, DAYBOOK_SCOPE_SELF },
  { &daybook_presences, DAYBOOK_RIGHT_WORK_OWN, DAYBOOK_SCOPE_SELF },
  { &daybook_reveals, DAYBOOK_RIGHT_REVEAL, DAYBOOK_SCOPE_SELF },
};

/* Fields that take another right than their table. */
static const struct
{
  const DaybookTable *table;
  int                 field;
  DaybookRight        right;
  DaybookScope        scope;
} OF_FIELDS[] = {
  { &daybook_customers, DAYBOOK_CUSTOMER_GRADE, DAYBOOK_RIGHT_GRADE, DAYBOOK_SCOPE_ANY },
  { &daybook_customers, DAYBOOK_CUSTOMER_GRADE_HELD, DAYBOOK_RIGHT_GRADE, DAYBOOK_SCOPE_ANY },
  { &daybook_customers, DAYBOOK_CUSTOMER_MERGED_INTO, DAYBOOK_RIGHT_MERGE, DAYBOOK_SCOPE_ANY },
  { &daybook_agents, DAYBOOK_AGENT_PIN, DAYBOOK_RIGHT_PEOPLE, DAYBOOK_SCOPE_OWN },
  { &daybook_agents, DAYBOOK_AGENT_TRUSTED, DAYBOOK_RIGHT_OWNERS, DAYBOOK_SCOPE_ANY },
  { &daybook_agents, DAYBOOK_AGENT_QUOTA, DAYBOOK_RIGHT_OWNERS, DAYBOOK_SCOPE_ANY },
};

DaybookRight
daybook_right_to_change (const DaybookTable *table,
                         int                 field,
                         DaybookScope       *scope)
{
  const DaybookTable *base = daybook_table_base (table);

  for (gsize i = 0; i < G_N_ELEMENTS (OF_FIELDS); i++)
    if (OF_FIELDS[i].table == base && OF_FIELDS[i].field == field)
      {
        *scope = OF_FIELDS[i].scope;
        return OF_FIELDS[i].right;
      }
  for (gsize i = 0; i < G_N_ELEMENTS (OF_TABLES); i++)
    if (OF_TABLES[i].table == base)
      {
        *scope = OF_TABLES[i].scope;
        return OF_TABLES[i].right;
      }

  *scope = DAYBOOK_SCOPE_OWN;
  return DAYBOOK_RIGHT_WORK_ANY;
}

guint
daybook_right_quota (DaybookRole role)
{
  static const guint QUOTAS[] = {
    [DAYBOOK_ROLE_OWNER] = 0,
    [DAYBOOK_ROLE_LEAD] = 200,
    [DAYBOOK_ROLE_AGENT] = 100,
    [DAYBOOK_ROLE_PART_TIME] = 30,
    [DAYBOOK_ROLE_READ_ONLY] = 0, /* who may reveal nothing */
  };

  return QUOTAS[role];
}
