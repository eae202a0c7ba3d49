/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/register-money.h"

G_BEGIN_DECLS

/* What a case comes to in money: refund, less the difference, less the freight, by who bears them;
 * against what was moved so far (UX 15). Pure arithmetic over one case, in its one currency, in
 * minor units. */

/* What an amount does to what the customer gets. */
typedef enum
{
  DAYBOOK_BEARS_ADDS,    /* it goes to the customer */
  DAYBOOK_BEARS_TAKES,   /* it comes off */
  DAYBOOK_BEARS_OTHERS,  /* somebody else bears it */
  DAYBOOK_BEARS_UNSAID,  /* nobody has said who bears it */
} DaybookBears;

typedef struct
{
  const char  *label;  /* of the field; borrowed from the register */
  const char  *bearer; /* the word that was chosen, or NULL; borrowed */
  gint64       amount; /* never below 0 */
  DaybookBears bears;
} DaybookBalanceTerm;

typedef enum
{
  DAYBOOK_BALANCE_NOTHING, /* no money is in it */
  DAYBOOK_BALANCE_OPEN,    /* the refund is not decided */
  DAYBOOK_BALANCE_TO_PAY,  /* to the customer; nothing was moved */
  DAYBOOK_BALANCE_OWED,    /* by the customer; nothing has come */
  DAYBOOK_BALANCE_PARTLY,  /* a part was moved */
  DAYBOOK_BALANCE_SETTLED,
  DAYBOOK_BALANCE_TOO_MUCH, /* more than that was moved, or without need */
  DAYBOOK_BALANCE_LET_GO,  /* the case is closed, and nothing was moved */
} DaybookBalanceState;

typedef struct
{
  DaybookBalanceTerm  terms[DAYBOOK_MONEY_PARTS_MOST + 2];
  guint               n_terms;
  gint64              due;   /* to the customer; below 0: from the customer */
  gint64              moved; /* the same way round */
  gint64              left;  /* due - moved */
  DaybookBalanceState state;
} DaybookBalance;

/* `row` is of the register; `moved`: the sum of its money events. The balance borrows texts from
 * the register. */
void        daybook_balance_reckon   (DaybookBalance      *balance,
                                      DaybookRegister     *definition,
                                      const DaybookRow    *row,
                                      gint64               moved);
/* The word of a state for scripts: "partly". */
const char *daybook_balance_word     (DaybookBalanceState  state);
/* The same for people, as on a chip. */
const char *daybook_balance_name     (DaybookBalanceState  state);
/* What the customer still owes; 0: nothing. */
gint64      daybook_balance_owed     (const DaybookBalance *balance);

/* For people, in their language. "128.00 − 0.00 − 8.00 = 120.00" (transfer full) */
char       *daybook_balance_figures  (const DaybookBalance *balance,
                                      const char           *currency);
/* What each figure is: "To be refunded ¥128.00 · Freight back ¥8.00: The buyer" (transfer full) */
char       *daybook_balance_explain  (const DaybookBalance *balance,
                                      const char           *currency);
/* What is to be done: "¥120.00 goes to the customer: ¥50.00 moved, ¥70.00 left." (transfer full) */
char       *daybook_balance_say      (const DaybookBalance *balance,
                                      const char           *currency);

G_END_DECLS
