/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/list-export.h"

void
daybook_list_export (GtkWidget          *widget,
                     DaybookTake         as,
                     const DaybookQuery *query,
                     DaybookColumns     *columns,
                     DaybookResultModel *model,
                     GArray             *keys,
                     const char         *title)
{
  g_autoptr(GArray) rows = keys;
  g_autoptr(GArray) shown = daybook_columns_get_shown (columns);
  const DaybookListExport list = {
    .as = as,
    .query = query,
    .columns = shown,
    .keys = rows,
    .n_rows = rows != NULL ? rows->len : g_list_model_get_n_items (G_LIST_MODEL (model)),
    .title = title,
  };

  daybook_shell_export (daybook_shell_of (widget), &list);
}
