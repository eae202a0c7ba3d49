/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/output.h"
#include "core/row.h"

G_BEGIN_DECLS

/* What a case comes to in money: its balance, what the platform says, and other cases that do the
 * opposite with the same goods. */

/* Sets the members `balance`, `platform_money` and `doubles` of a case's object; null and empty
 * where no money plays a part. */
gboolean daybook_money_to_json (DaybookCli        *cli,
                                const DaybookRow  *row,
                                JsonObject        *object,
                                GError           **error);
/* The same for people. */
gboolean daybook_print_money   (DaybookCli        *cli,
                                const DaybookRow  *row,
                                GError           **error);

G_END_DECLS
