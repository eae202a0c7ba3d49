/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/guard.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* The lists that Daybook brings, in the person's language; read once, and they live for good. Any thread.
 * (element-type DaybookGuardList) (transfer none) */
GPtrArray    *daybook_guard_shipped        (void);

/* A guard of these lists and the shop's own words (core/guarded-word.h), and where it wants that of the names of its people. */
DaybookGuard *daybook_reader_guard         (DaybookReader     *self,
                                            GError           **error);

/* By what the customer is reached, of whom an order, a case or a row of customers is: what a text to them may
 * hold. Of a customer with very many contacts the last. (transfer full). Errors: as the reader; CONSTRAINT: it
 * is a row of another kind. */
char        **daybook_reader_contacts_of   (DaybookReader     *self,
                                            const DaybookRow  *row,
                                            GError           **error);

G_END_DECLS
