/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/clock.h"
#include "core/mask.h"
#include "core/right.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* What the pages over one book share: the names of its people and shops, the
 * clock, and how values are written for people. */
#define DAYBOOK_TYPE_DESK (daybook_desk_get_type ())
G_DECLARE_FINAL_TYPE (DaybookDesk, daybook_desk, DAYBOOK, DESK, GObject)

/* The desk of the store: made at the first call, on the main thread, and kept
 * as long as the store. (transfer none) */
DaybookDesk  *daybook_desk_of            (DaybookStore       *store);
DaybookStore *daybook_desk_get_store     (DaybookDesk        *self);
DaybookClock *daybook_desk_get_clock     (DaybookDesk        *self);
/* (element-type DaybookRow), those not deleted. */
GPtrArray    *daybook_desk_get_agents    (DaybookDesk        *self);
/* Whether the person at it may (RECORDS §9). */
gboolean      daybook_desk_may           (DaybookDesk        *self,
                                          DaybookRight        right);
/* It is the desk of the made-up shop. Said once, before a window shows it. */
void          daybook_desk_mark_sample   (DaybookDesk        *self);
gboolean      daybook_desk_is_sample     (DaybookDesk        *self);
/* Somebody else sits down at it. */
void          daybook_desk_set_agent     (DaybookDesk        *self,
                                          const DaybookId    *agent);
/* "林晓 007": the code is what colleagues call each other by. (transfer full) */
char         *daybook_desk_agent_name    (const DaybookRow   *agent);
/* The name of a row that a REF points at: a person, a shop, a customer.
 * "" for NULL and for a row that is not there. (transfer full) */
char         *daybook_desk_name          (DaybookDesk        *self,
                                          const char         *kind,
                                          const DaybookId    *id);
/* A field's value as people read it; "" when there is none. (transfer full) */
char         *daybook_desk_format        (DaybookDesk        *self,
                                          const DaybookRow   *row,
                                          guint               field,
                                          DaybookShow         show);
/* What an order is called: its number; of one whose file gave none "No number" with
 * its buyer and day. (transfer full) */
char         *daybook_desk_order_name    (DaybookDesk        *self,
                                          const DaybookRow   *order);
/* Whether the field holds an order number that was made up (core/order.h). */
gboolean      daybook_desk_is_made_up    (const DaybookRow   *row,
                                          guint               field);

/* Signal `names-changed`: people have other names, codes or roles, shops other names, or
 * there are others.
 * Signal `agent-changed`: another person is at the desk.
 * Signal `agent-gone`, after it: the person in this DaybookRow was there, and is no
 * longer among those of the shop; the owner has the place. */

G_END_DECLS
