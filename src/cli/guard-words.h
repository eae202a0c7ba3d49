/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli.h"

G_BEGIN_DECLS

/* What `guard list`, `add`, `set`, `remove`, `on` and `off` do: the words that are guarded. */
gboolean daybook_run_guard_list   (DaybookCli  *cli,
                                   char       **arguments,
                                   GError     **error);
gboolean daybook_run_guard_add    (DaybookCli  *cli,
                                   char       **arguments,
                                   GError     **error);
gboolean daybook_run_guard_set    (DaybookCli  *cli,
                                   char       **arguments,
                                   GError     **error);
gboolean daybook_run_guard_remove (DaybookCli  *cli,
                                   char       **arguments,
                                   GError     **error);
gboolean daybook_run_guard_on     (DaybookCli  *cli,
                                   char       **arguments,
                                   GError     **error);
gboolean daybook_run_guard_off    (DaybookCli  *cli,
                                   char       **arguments,
                                   GError     **error);

G_END_DECLS
