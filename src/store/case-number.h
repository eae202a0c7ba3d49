/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/database.h"

G_BEGIN_DECLS

/* The next number of a case of that register: its prefix, the laptop's letter, a running number
 * that this laptop gives once (RECORDS §4). A register that is not known has C. Within a
 * transaction. (transfer full) */
char *daybook_case_number_next (DaybookDatabase  *db,
                                const char       *key,
                                GError          **error);

G_END_DECLS
