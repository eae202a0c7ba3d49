/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/output.h"

G_BEGIN_DECLS

/* Prints the control sums of an import of this kind (`json` as in CLI.md, `sums`) for people: what
 * they lay beside the platform's own page. Prints nothing when it counts no orders. */
void daybook_print_sums (DaybookCli *cli,
                         const char *kind,
                         const char *json);

G_END_DECLS
