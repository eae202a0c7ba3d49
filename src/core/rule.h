/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/id.h"
#include "core/registry.h"
#include "core/value.h"

G_BEGIN_DECLS

/* The rules by which things are due, beside the limits that a register has of its own
 * (core/register.h): each has the handbook's default, and a shop changes it (DESIGN §4). */

/* Their order is that of the page that lists them; books keep their keys. */
typedef enum
{
  DAYBOOK_RULE_RESPOND,  /* the customer is answered: the register's limit */
  DAYBOOK_RULE_RESOLVE,  /* the case is closed: the register's limit */
  DAYBOOK_RULE_STEP,     /* the case leaves its stage: the stage's limit (TM-10) */
  DAYBOOK_RULE_PROMISE,  /* what the customer was promised (TM-03, TM-07) */
  DAYBOOK_RULE_EXPECTED, /* what the handler was given time for (AS-04) */
  DAYBOOK_RULE_DEADLINE, /* the platform's own (OR-16) */
  DAYBOOK_RULE_TASK,     /* a task or a call (AS-28) */
  DAYBOOK_RULE_CHORE,    /* what comes again (RH-01 …) */
  DAYBOOK_RULE_GRADE_1,  /* how much of a limit customers of the grade are given (CU-11) */
  DAYBOOK_RULE_GRADE_2,
  DAYBOOK_RULE_GRADE_3,
  DAYBOOK_N_RULES,
} DaybookRuleId;

/* Which of a rule's values mean something. */
typedef enum
{
  DAYBOOK_RULE_SWITCHED = 1 << 0, /* it may be off */
  DAYBOOK_RULE_BEFORE = 1 << 1,   /* `within`: so long before it is due it is said to be near */
  DAYBOOK_RULE_COUNTED = 1 << 2,  /* `number` */
} DaybookRuleParts;

typedef struct
{
  const char       *key;   /* in books and on the command line */
  const char       *label; /* msgid */
  const char       *help;  /* msgid: what it watches over */
  DaybookRuleParts  parts;
  guint             within; /* seconds; the handbook's, or ours, as the next */
  guint             number;
  guint             least; /* of `number` */
  guint             most;
} DaybookRuleKind;

/* As it is in force in a shop. */
typedef struct
{
  gboolean used;
  guint    within; /* seconds */
  guint    number;
} DaybookRule;

typedef struct
{
  DaybookRule of[DAYBOOK_N_RULES];
} DaybookRules;

/* What a shop has said of a rule: a shared row. */
enum
{
  DAYBOOK_RULE_ROW_DELETED,
  DAYBOOK_RULE_ROW_KEY,
  DAYBOOK_RULE_ROW_USED,   /* DaybookAnswer; unknown: as it comes */
  DAYBOOK_RULE_ROW_WITHIN, /* 30min, 24h, 3d; none: as it comes */
  DAYBOOK_RULE_ROW_NUMBER, /* likewise */
  DAYBOOK_RULE_ROW_N_FIELDS,
};

extern const DaybookTable daybook_rules;

const DaybookRuleKind *daybook_rule_kind      (DaybookRuleId       id);
/* -1: there is none of that key. */
int                    daybook_rule_find      (const char         *key);
/* The id of the row: the same on every laptop. */
void                   daybook_rule_row_id    (DaybookId          *id,
                                               const char         *key);
/* As they come. */
void                   daybook_rules_init     (DaybookRules       *rules);
/* One row's values; what is no rule, or no value of it (another laptop's), is as if it were
 * not there. `within` may be NULL. */
void                   daybook_rules_say      (DaybookRules       *rules,
                                               const char         *key,
                                               gint64              used,
                                               const char         *within,
                                               const DaybookValue *number);
/* Whether a person may give the rule that number. Errors: CONSTRAINT, with a sentence. */
gboolean               daybook_rule_check     (DaybookRuleId       id,
                                               gint64              number,
                                               GError            **error);

G_END_DECLS
