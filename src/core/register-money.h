/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/register.h"

G_BEGIN_DECLS

/* Which of a register's fields play which part where money and goods move: what a definition says
 * of it, so that no rule knows a register or a field by its name. */

/* More parts a register has not: a balance has room for these. */
#define DAYBOOK_MONEY_PARTS_MOST 6

/* Whom an amount meets, by who bears it. */
typedef struct
{
  char  *amount; /* a field of money */
  char  *by;     /* the choice that says who bears it */
  char **takes;  /* its words by which it goes off what the customer gets */
  char **gives;  /* its words by which it is added to that */
} DaybookMoneyPart;

typedef struct
{
  char      *refund;       /* field of what goes back of what was paid; or NULL */
  char      *compensation; /* field of what goes to the customer besides; or NULL */
  GPtrArray *parts;        /* DaybookMoneyPart */
} DaybookRegisterMoney;

/* Into what else a case may turn (UX 15): it is continued in another register. */
typedef struct
{
  char **into;  /* keys of registers, which need not be there */
  char  *stage; /* in which the old one ends; NULL: it stays where it is */
  char  *link;  /* the old one's field that takes the new case; or NULL */
  char  *from;  /* the field of a new one that takes the case it came of; or NULL */
} DaybookRegisterOutcomes;

/* What is claimed of a courier, an insurance, a supplier. */
typedef struct
{
  char *amount; /* NULL: the register knows no claims */
  char *paid;   /* what came of it; empty: it is open */
} DaybookRegisterClaim;

/* Whose complaints are counted, for the ledger that a shop may switch on (core/ledger.h). */
typedef struct
{
  char *agent;  /* the field of the person concerned; NULL: the register keeps none */
  char *counts; /* the yes or no by which a case is one of those */
} DaybookRegisterLedger;

const DaybookRegisterMoney    *daybook_register_get_money    (DaybookRegister *self);
const DaybookRegisterOutcomes *daybook_register_get_outcomes (DaybookRegister *self);
const DaybookRegisterClaim    *daybook_register_get_claim    (DaybookRegister *self);
const DaybookRegisterLedger   *daybook_register_get_ledger   (DaybookRegister *self);
/* The field of the parcel by which other goods go out for those that the case names; NULL: none
 * do. */
const char                    *daybook_register_get_replaces (DaybookRegister *self);
/* Whether the field is one from which the balance of a case is reckoned. */
gboolean                       daybook_register_is_reckoned  (DaybookRegister *self,
                                                              const char      *name);
/* The amount in the field that a role names; 0: none, or no such role. `row` is of any register. */
gint64                         daybook_row_role_amount       (const DaybookRow *row,
                                                              const char       *role);
/* The field that a role names in the table of the register's cases, or -1. */
int                            daybook_table_role            (const DaybookTable *table,
                                                              const char         *role);

G_END_DECLS
