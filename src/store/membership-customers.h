/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/entry.h"
#include "store/merge.h"

G_BEGIN_DECLS

/* Lines of customer lists and the customers they speak of. */

/* A copy of the entry, whose number gives way to a hash of it under the book's key: neither account
 * nor phone is to be had from the row's id. @keyed borrows everything but the number, which
 * `number` holds. FALSE with the error. */
gboolean daybook_membership_key  (DaybookDatabase      *db,
                                  const DaybookEntry   *entry,
                                  DaybookEntry         *keyed,
                                  char                **number,
                                  GError              **error);
/* The customer of a line (a key), found by account, else by phone or e-mail where one customer
 * alone has it, else made; what the line says of them fills what was not known. */
gboolean daybook_membership_tell (DaybookMergeContext  *context,
                                  const DaybookEntry   *entry,
                                  gint64                line,
                                  GError              **error);

G_END_DECLS
