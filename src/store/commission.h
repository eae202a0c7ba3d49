/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* Whose orders a month's are (OR-03, OR-04): by the agent that stands on each, with what was paid and what went
 * back. No rates and no pay: those are the owner's business. */

/* One agent's orders in one currency. */
typedef struct
{
  DaybookId agent;
  char     *name;
  char     *code;
  char     *currency;
  guint     n_orders;
  guint     n_sales;  /* that came about (daybook_order_is_sale()) */
  gint64    paid;     /* minor units, with what went back later */
  gint64    refunded;
  gint64    net;
  GArray   *keys;     /* gint64: the orders, oldest first */
} DaybookCommissionRow;

typedef struct
{
  char       month[16]; /* "2026-11" */
  gboolean   own_only;  /* whoever asks sees no others than their own */
  GPtrArray *rows;      /* DaybookCommissionRow: by name, then currency */
  GArray    *nameless;  /* gint64: sales that have nobody's name, oldest first; empty for whoever sees their own alone */
} DaybookCommission;

/* Of the month of the shop's zone in which `moment` is, for `viewer`. It reads a month of orders: not
 * for the main thread. Errors: NOT_FOUND (nobody is that viewer); as daybook_reader_new(). */
DaybookCommission *daybook_commission_read        (DaybookStore        *store,
                                                   const DaybookId     *viewer,
                                                   gint64               moment,
                                                   GCancellable        *cancellable,
                                                   GError             **error);
/* The same in a thread of its own, for whoever is at the desk. */
void               daybook_commission_read_async  (DaybookStore        *store,
                                                   gint64               moment,
                                                   GCancellable        *cancellable,
                                                   GAsyncReadyCallback  callback,
                                                   gpointer             data);
DaybookCommission *daybook_commission_read_finish (DaybookStore        *store,
                                                   GAsyncResult        *result,
                                                   GError             **error);
void               daybook_commission_free        (DaybookCommission   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookCommission, daybook_commission_free)

G_END_DECLS
