/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/edit.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* The shop's settings: shared rows, each named by its key (RECORDS §4). */

/* "" when it was never set. (transfer full) */
char *daybook_setting_get (DaybookReader *reader,
                           const char    *key);
/* Adds to an edit that the setting is `value` from now on. */
void  daybook_setting_set (DaybookEdit   *edit,
                           DaybookReader *reader,
                           const char    *key,
                           const char    *value);

G_END_DECLS
