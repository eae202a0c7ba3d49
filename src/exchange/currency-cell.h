/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/profile.h"

G_BEGIN_DECLS

/* Platforms without a column of the currency say it beside their amounts: "$1,325.00", "116,99 €",
 * "EUR 5.00". Replaces a cleaned amount by its currency's code; by nothing where it names none, or
 * a sign of several of which the profile does not say which it means. */
void daybook_currency_cell_read (const DaybookProfile *profile,
                                 GString              *text);

G_END_DECLS
