/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What complaints about an agent come to within one month (RV-04): the first of them a sum that the
 * shop sets, in whole units of its currency, each further one twice as much as the one before: 20,
 * 40, 80. Daybook shows it to the owner and reckons no pay with it. */

/* The shop's setting that holds the first sum; "" where the ledger is off, as at first. */
#define DAYBOOK_LEDGER_SETTING "complaint-ledger"
#define DAYBOOK_LEDGER_FIRST 20
#define DAYBOOK_LEDGER_FIRST_MOST 10000
/* More than so many whole units is not reckoned: it would be of no use to anybody. */
#define DAYBOOK_LEDGER_MOST G_GINT64_CONSTANT (1000000000)

/* The first sum that a setting says; 0: the ledger is off. */
guint  daybook_ledger_first (const char *setting);
/* That setting, for a first sum; 0 switches the ledger off. (transfer full) */
char  *daybook_ledger_setting (guint     first);
/* What `n` complaints of one month come to, in minor units of the currency. */
gint64 daybook_ledger_sum   (guint       first,
                             guint       n,
                             const char *currency);

G_END_DECLS
