/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/binding.h"

G_BEGIN_DECLS

/* A platform that writes dates as the account's country does (PayPal: MM/DD/YYYY or DD/MM/YYYY)
 * writes one file in one way: 13 in the first place tells how all of it is meant.
 * @patterns: the platform's, or NULL.
 * @sample: char ** rows of the table.
 * Returns those of the patterns that read every date of the sample, NULL-terminated and borrowed;
 * all of them where none does. */
GPtrArray *daybook_date_style_find (const char *const    *patterns,
                                    const DaybookBinding *binding,
                                    const GPtrArray      *sample);

G_END_DECLS
