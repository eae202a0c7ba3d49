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
  DAYBOOK_RULE_CALL_BACK, /* a customer is called, as a plan says (CU-08, RH-25) */
  DAYBOOK_RULE_UNPAID,    /* an order waits for its payment (RH-07) */
  DAYBOOK_RULE_UNSHIPPED, /* an order is to go with today's courier (RH-08, TM-11) */
  DAYBOOK_RULE_UNTRACKED, /* a parcel went without a tracking number (RH-05) */
  DAYBOOK_RULE_TRACE,     /* yesterday's parcels are looked up (RH-05) */
  DAYBOOK_RULE_CONFIRM,   /* the platform confirms by itself, and nobody has seen it arrive (TM-12) */
  DAYBOOK_RULE_TELL,      /* the customer is told that it was sent (RH-09) */
  DAYBOOK_RULE_NO_AGENT,  /* whose sale was it (OR-03) */
  DAYBOOK_RULE_STOCK,     /* little is left (OR-09) */
  DAYBOOK_RULE_STALE,     /* the newest export is old (OR-17) */
  DAYBOOK_RULE_GRADE_1,  /* how much of a limit customers of the grade are given (CU-11) */
  DAYBOOK_RULE_GRADE_2,
  DAYBOOK_RULE_GRADE_3,
  DAYBOOK_RULE_VIP_CONTACT, /* a customer hears from the shop again (CU-11) */
  DAYBOOK_RULE_REVIEW_BY, /* an article is looked at before its review is over (KB-06) */
  DAYBOOK_RULE_DAY,       /* a day of a customer's to remember (CU-07) */
  DAYBOOK_RULE_CAMPAIGN,     /* what is planned begins soon (CU-12, CU-14) */
  DAYBOOK_RULE_CAMPAIGN_END, /* ... and its last day has come */
  DAYBOOK_N_RULES,
} DaybookRuleId;

/* Which of a rule's values mean something. */
typedef enum
{
  DAYBOOK_RULE_SWITCHED = 1 << 0, /* it may be off */
  DAYBOOK_RULE_BEFORE = 1 << 1,   /* `within`: so long before it is due it is said to be near */
  DAYBOOK_RULE_COUNTED = 1 << 2,  /* `number` */
  DAYBOOK_RULE_AFTER = 1 << 3,    /* `within`: so long after it began it is due */
  DAYBOOK_RULE_AT = 1 << 4,       /* `at` */
  DAYBOOK_RULE_OFF = 1 << 5,      /* it is off until somebody wants it */
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
  guint             at;      /* a time of day: minutes since midnight */
  guint             facts;   /* DaybookOrderFacts without which it raises nothing */
  guint             lasts;   /* so long after it was due it means nothing any more, in seconds; 0: for ever */
  const char       *explain; /* msgid: since %1$s, due %2$s; NULL: as its parts say */
} DaybookRuleKind;

/* As it is in force in a shop. */
typedef struct
{
  gboolean used;
  guint    within; /* seconds */
  guint    number;
  guint    at;     /* minutes since midnight */
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
  DAYBOOK_RULE_ROW_AT,     /* 16:00; likewise */
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
 * not there. `within` and `at` may be NULL. */
void                   daybook_rules_say      (DaybookRules       *rules,
                                               const char         *key,
                                               gint64              used,
                                               const char         *within,
                                               const DaybookValue *number,
                                               const char         *at);
/* Whether a person may give the rule that number. Errors: CONSTRAINT, with a sentence. */
gboolean               daybook_rule_check     (DaybookRuleId       id,
                                               gint64              number,
                                               GError            **error);

/* Whether it is one on orders and goods (core/due-order.h), of which the exports tell. */
gboolean               daybook_rule_is_follow_up (DaybookRuleId     id);

G_END_DECLS
