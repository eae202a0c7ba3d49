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
  DaybookLimit        respond;
  DaybookLimit        resolve;
  guint               roles; /* bit i: DaybookRole i */
  DaybookAsks         asks;
  DaybookCallBackWhen call_back_when;
  DaybookCallBackBy   call_back_by;
  guint               call_back_after; /* seconds */
  char              **questions;
  char              **columns;
  GPtrArray          *print;
};

/* Empty, for the parser to fill. */
DaybookRegister *daybook_register_new   (void);

GPtrArray       *daybook_options_new    (void);

/* Whether the definition hangs together, once all of it was read. */
void             daybook_register_check (DaybookRegister     *self,
                                         DaybookRegisterRead *read,
                                         JsonObject          *root);

G_END_DECLS
