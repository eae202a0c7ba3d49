/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/profile.h"
#include "store/store.h"

G_BEGIN_DECLS

/* The platforms whose files can say something of an order, and no others: what no file
 * carries is missing from every order and no reason for an alarm (RECORDS §6). Those of
 * `profiles` that have a form with a column for the order field, with their variants,
 * and those for which the shop remembers a mapping of one. Ids, without doubles;
 * NULL-terminated and perhaps empty. (transfer full) */
char **daybook_carried_platforms (GPtrArray    *profiles,
                                  DaybookStore *store,
                                  guint         field);

G_END_DECLS
