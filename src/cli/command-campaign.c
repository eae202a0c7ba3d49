/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/plain-rows.h"

#include <glib/gi18n-lib.h>

const DaybookCommand daybook_command_campaign = {
  "campaign", DAYBOOK_PLAIN_ROWS_USAGE, N_("Plan sales, events and publicity by the day"), DAYBOOK_WORDS_TEXT, daybook_plain_rows_run,
};
