/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/edit.h"
#include "core/order.h"
#include "core/proposal.h"
#include "store/reader.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a person does to one or many orders, as edits for the one door. Building
 * reads rows, which for many orders takes a while: the window does it on a lane. */

typedef enum
{
  DAYBOOK_ORDER_SET_FLAG,
  DAYBOOK_ORDER_SET_AGENT,
  DAYBOOK_ORDER_SET_NOTE,  /* in place of the old one */
  DAYBOOK_ORDER_ADD_NOTE,  /* under the old one */
  DAYBOOK_ORDER_TAKE_OVER, /* agent and flag from the platform's note and colour (OR-14) */
  DAYBOOK_ORDER_TRASH,
} DaybookOrderActKind;

typedef struct
{
  DaybookOrderActKind kind;
  GArray             *keys;    /* gint64: the orders */
  DaybookId           by;      /* who acts */
  DaybookFlag         flag;    /* SET_FLAG */
  DaybookId           agent;   /* SET_AGENT; null takes the name away */
  char               *name;    /* SET_AGENT: the agent's, for the title */
  char               *note;    /* SET_NOTE, ADD_NOTE */
} DaybookOrderAct;

/* `keys` is taken over. */
DaybookOrderAct *daybook_order_act_new    (DaybookOrderActKind  kind,
                                           GArray              *keys,
                                           const DaybookId     *by);
void             daybook_order_act_free   (DaybookOrderAct     *act);
/* An act on one order. */
DaybookOrderAct *daybook_order_act_new_one (DaybookOrderActKind kind,
                                           gint64               key,
                                           const DaybookId     *by);

/* The edit, titled for the history; an edit of size 0 when nothing is to change.
 * Orders that are gone meanwhile are left out. Errors: as the reader; FORMAT for
 * a pattern that is none (TAKE_OVER). */
DaybookEdit     *daybook_order_act_build  (const DaybookOrderAct *act,
                                           DaybookReader       *reader,
                                           GCancellable        *cancellable,
                                           GError             **error);

/* Reads the shop's people and how they sign. Errors: as the reader; FORMAT. */
DaybookProposer *daybook_order_proposer_new (DaybookReader      *reader,
                                           GError             **error);
/* "The platform’s note names 林小美; its colour is blue." (transfer full) */
char            *daybook_order_describe_proposal (const DaybookProposal *proposal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookOrderAct, daybook_order_act_free)

G_END_DECLS
