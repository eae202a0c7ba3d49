/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/entry.h"

G_BEGIN_DECLS

/* What all bills have in common: amounts are kept without their sign, which the kind has told.
 * @entry: of core/payment.h, its kind known. */
void daybook_payment_settle (DaybookEntry *entry);

G_END_DECLS
