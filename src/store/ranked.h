/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/registry.h"

G_BEGIN_DECLS

/* Whether what words find in the table comes the best first (daybook_reader_search()), and not the newest. */
gboolean daybook_table_is_ranked (const DaybookTable *table);

G_END_DECLS
