/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/edit.h"
#include "core/shop.h"

G_BEGIN_DECLS

/* Who may do what (RECORDS §9): rights of roles, as one table. A person has the rights of their role that the
 * laptop's role has too; in a shop of one person there are no limits. */

typedef enum
{
  DAYBOOK_RIGHT_LOOK_OWN,  /* see what is assigned to oneself, masked */
  DAYBOOK_RIGHT_LOOK_ANY,  /* look up any order, customer or case, masked */
  DAYBOOK_RIGHT_LIST,      /* lists of orders and customers that are not one's own */
  DAYBOOK_RIGHT_BULK,      /* more of them in one answer than anybody reads */
  DAYBOOK_RIGHT_WORK_OWN,  /* change what is assigned to oneself */
  DAYBOOK_RIGHT_WORK_ANY,  /* change any order, case, customer or task */
  DAYBOOK_RIGHT_REVEAL,    /* see one row in full; it is logged */
  DAYBOOK_RIGHT_UNMASKED,  /* see and export many rows in full */
  DAYBOOK_RIGHT_EXPORT,    /* lists into files */
  DAYBOOK_RIGHT_IMPORT,
  DAYBOOK_RIGHT_KNOWLEDGE, /* articles and the shop's phrases */
  DAYBOOK_RIGHT_MERGE,     /* two customers into one */
  DAYBOOK_RIGHT_GRADE,     /* who is a VIP */
  DAYBOOK_RIGHT_SETTINGS,  /* the shop: registers, rules, opening hours, chores, grades */
  DAYBOOK_RIGHT_PEOPLE,    /* who works here, and their PINs */
  DAYBOOK_RIGHT_OWNERS,    /* the owners among them, and who is trusted with personal data */
  DAYBOOK_RIGHT_AUDIT,     /* who has looked at what */
  DAYBOOK_RIGHT_BACKUP,    /* backups, and going back to one */
  DAYBOOK_RIGHT_ERASE,     /* a person's data, for good */
  DAYBOOK_N_RIGHTS,
} DaybookRight;

typedef enum
{
  DAYBOOK_DUTY_OFF,
  DAYBOOK_DUTY_ON, /* signed on for a shift (core/presence.h) */
} DaybookDuty;

/* Bit i: DaybookRight i. */
typedef guint32 DaybookRights;

#define DAYBOOK_RIGHTS_ALL ((DaybookRights) ((1u << DAYBOOK_N_RIGHTS) - 1))

/* Whoever is about to do something. */
typedef struct
{
  DaybookRole   role;
  DaybookRole   laptop;
  DaybookDuty   duty;
  gboolean      alone; /* nobody else works here */
  const char   *name;
} DaybookPerson;

DaybookRights daybook_rights_of     (DaybookRole          role,
                                     DaybookDuty          duty);
gboolean      daybook_rights_have   (DaybookRights        rights,
                                     DaybookRight         right);
DaybookRights daybook_person_rights (const DaybookPerson *person);
/* Errors: REFUSED, with who may, or what to do first. */
gboolean      daybook_person_check  (const DaybookPerson *person,
                                     DaybookRight         right,
                                     GError             **error);

/* How far a right to work goes. */
typedef enum
{
  DAYBOOK_SCOPE_ANY,   /* it takes the right, whosever the row is */
  DAYBOOK_SCOPE_OWN,   /* WORK_ANY, or WORK_OWN where the row is one's own */
  DAYBOOK_SCOPE_SELF,  /* it says something of its author only: a read mark, a shift begun. WORK_OWN */
} DaybookScope;

/* What it takes to make a row of the table (`field` -1), or to change the field of one. */
DaybookRight  daybook_right_to_change (const DaybookTable *table,
                                       int                 field,
                                       DaybookScope       *scope);

/* The reveals a day of a role, for whom the owner has said no other number; 0: as many as they like. */
guint         daybook_right_quota     (DaybookRole         role);

G_END_DECLS
