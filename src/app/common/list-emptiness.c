/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/list-emptiness.h"

gboolean
daybook_list_is_bare (DaybookReader      *reader,
                      const DaybookQuery *query)
{
  g_autoptr(DaybookQuery) all = NULL;

  if (query->conditions->len == 0 && query->search == NULL && daybook_id_is_null (&query->act))
    return TRUE;

  all = daybook_query_new (query->table);
  return daybook_reader_count (reader, all, 1, NULL) == 0;
}
