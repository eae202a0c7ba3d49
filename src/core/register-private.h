/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/birth.h"
#include "core/register-money.h"
#include "core/register-read.h"
#include "core/register.h"

G_BEGIN_DECLS

/* Of core/register-*.c alone: the parser fills it, and it is not changed then. */
struct _DaybookRegister
{
  GObject             parent_instance;

  char               *key;
  char               *prefix;
  char               *title;
  char               *label;
  char              **words;
  char               *help;
  char               *icon;
  char               *color;
  gboolean            first;
  GPtrArray          *fields; /* DaybookRegisterField */
  GPtrArray          *stages; /* DaybookStageRule */
  guint               start;
  GPtrArray          *reasons;
  GPtrArray          *causes;
  GPtrArray          *respond; /* DaybookLimit */
  GPtrArray          *resolve;
  guint               roles; /* bit i: DaybookRole i */
  DaybookAsks         asks;    /* of its ends that do not say themselves */
  DaybookCallBackWhen call_back_when;
  DaybookCallBackBy   call_back_by;
  guint               call_back_after; /* seconds */
  DaybookCallFirst    call_first;
  char              **questions;
  char              **columns;
  GPtrArray          *print;
  DaybookRegisterMoney    money;    /* these five are register-money.c's */
  DaybookRegisterOutcomes outcomes;
  DaybookRegisterClaim    claim;
  DaybookRegisterLedger   ledger;
  char                   *replaces;
  DaybookBirth       *birth; /* or NULL */
  const DaybookTable *table; /* NULL until it is asked for; atomic */
};


/* Empty, for the parser to fill. */
DaybookRegister *daybook_register_new   (void);

GPtrArray       *daybook_options_new    (void);

/* The member's limits, maybe none: one, or several with conditions. (transfer full) */
GPtrArray       *daybook_register_read_limits   (DaybookRegisterRead *read,
                                                 JsonObject          *object,
                                                 const char          *member);
/* The member's requirements, maybe none. (transfer full) */
GPtrArray       *daybook_register_read_requires (DaybookRegisterRead *read,
                                                 JsonObject          *object,
                                                 const char          *member);
/* The object's condition, if it has one. daybook_register_clear_when() frees what is in it. */
void             daybook_register_read_when     (DaybookRegisterRead *read,
                                                 JsonObject          *object,
                                                 DaybookWhen         *when);
void             daybook_register_clear_when    (DaybookWhen         *when);
/* 30min, 24h, 3d. `seconds` is not touched where there is none. */
void             daybook_register_read_span     (DaybookRegisterRead *read,
                                                 JsonObject          *object,
                                                 const char          *member,
                                                 DaybookMemberNeed    need,
                                                 guint               *seconds);

/* The same as daybook_register_parse() of what was read already. `faults` (DaybookRegisterFault)
 * gets all that is wrong, or is NULL. NULL where something is. */
DaybookRegister *daybook_register_parse_node    (JsonNode  *node,
                                                 GPtrArray *faults);
/* Which fields play a part in money and goods. */
void             daybook_register_init_roles    (DaybookRegister     *self);
void             daybook_register_clear_roles   (DaybookRegister     *self);
void             daybook_register_read_roles    (DaybookRegisterRead *read,
                                                 JsonObject          *root,
                                                 DaybookRegister     *self);
void             daybook_register_check_roles   (DaybookRegister     *self,
                                                 DaybookRegisterRead *read,
                                                 JsonObject          *root);
/* Of which rows its cases are born; NULL: of none. Once its stages were read. (transfer full) */
DaybookBirth    *daybook_register_read_birth    (DaybookRegisterRead *read,
                                                 JsonObject          *root,
                                                 DaybookRegister     *self);

/* Whether the name is that of a parcel's courier. */
gboolean         daybook_register_is_courier    (DaybookRegister            *self,
                                                 const char                 *name);
/* What the field is in the register's table. */
DaybookType      daybook_register_field_type    (const DaybookRegisterField *own);

/* Whether the definition hangs together, once all of it was read. */
void             daybook_register_check (DaybookRegister     *self,
                                         DaybookRegisterRead *read,
                                         JsonObject          *root);
/* The same of the rows of which its cases are born. */
void             daybook_register_check_birth (DaybookRegister     *self,
                                         DaybookRegisterRead *read,
                                         JsonObject          *root);

G_END_DECLS
