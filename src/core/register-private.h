/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/register-read.h"
#include "core/register.h"

G_BEGIN_DECLS

/* Of register.c, register-parse.c and register-check.c alone: the parser fills it, and it is not changed then. */
struct _DaybookRegister
{
  GObject             parent_instance;

  char               *key;
  char               *prefix;
  char               *title;
  char               *label;
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

/* Whether the definition hangs together, once all of it was read. */
void             daybook_register_check (DaybookRegister     *self,
                                         DaybookRegisterRead *read,
                                         JsonObject          *root);

G_END_DECLS
