/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/columns.h"
#include "app/common/result-model.h"
#include "app/common/shell.h"

G_BEGIN_DECLS

/* Hands a list to the shell that `widget` stands in, to be written into a file or
 * printed. `keys`: the selected rows, taken over, or NULL for all. */
void daybook_list_export (GtkWidget          *widget,
                          DaybookTake         as,
                          const DaybookQuery *query,
                          DaybookColumns     *columns,
                          DaybookResultModel *model,
                          GArray             *keys,
                          const char         *title);

G_END_DECLS
