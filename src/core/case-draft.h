/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/case-rule.h"
#include "core/edit.h"

G_BEGIN_DECLS

/* A case on its way: what a form, a command line or an import makes of it, with what follows by
 * the register's rules. It becomes an edit at the end. Not for several threads at once. */
typedef struct _DaybookCaseDraft DaybookCaseDraft;

/* Of a new case. `shop`, `agent` (its owner; NULL: nobody) and `currency` are copied; `now` is
 * UTC seconds. */
DaybookCaseDraft *daybook_case_draft_new   (DaybookRegister       *definition,
                                            const DaybookId       *shop,
                                            const DaybookId       *agent,
                                            const char            *currency,
                                            gint64                 now);
/* Of a case that exists; `row` is in the register's table. */
DaybookCaseDraft *daybook_case_draft_of    (DaybookRegister       *definition,
                                            const DaybookRow      *row,
                                            gint64                 now);
void              daybook_case_draft_free  (DaybookCaseDraft      *self);

/* As it would be; a new one's id is fresh. */
const DaybookRow *daybook_case_draft_row   (DaybookCaseDraft      *self);
/* Gives a new case another id: that which follows from a platform's number. */
void              daybook_case_draft_name  (DaybookCaseDraft      *self,
                                            const DaybookId       *id);
/* The tasks of the case (DaybookRow): opened again, it gives up those call-backs that are open. */
void              daybook_case_draft_know_tasks (DaybookCaseDraft *self,
                                            GPtrArray             *tasks);
/* Takes over `value`. */
void              daybook_case_draft_set   (DaybookCaseDraft      *self,
                                            guint                  field,
                                            DaybookValue           value);
/* What an order says of its case: shop, customer, currency, platform. */
void              daybook_case_draft_take_order (DaybookCaseDraft *self,
                                            const DaybookRow      *order);
/* Of a customer there is no order yet. What is known of them stays in their file: nothing of it is
 * written down a second time. `handles` (DaybookRow): their accounts, of which the platform follows
 * where there is but one. */
void              daybook_case_draft_take_customer (DaybookCaseDraft *self,
                                            const DaybookRow      *customer,
                                            GPtrArray             *handles);
/* To another stage: since when, whether it is closed by that, and how often it was opened
 * again, follow. */
void              daybook_case_draft_move  (DaybookCaseDraft      *self,
                                            guint                  stage);
/* Adds to the edit what has changed, the call with which the register begins (AS-28), and the
 * call-back that closing makes (AS-14, AS-23). `lead`: who calls where the register wants one of
 * the leads; or NULL. Whoever has a reader asks store/case-write.h, which knows the rest. */
void              daybook_case_draft_build (DaybookCaseDraft      *self,
                                            const DaybookId       *lead,
                                            DaybookEdit           *edit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookCaseDraft, daybook_case_draft_free)

G_END_DECLS
