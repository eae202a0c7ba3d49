/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/kept-sort.h"

#include "store/ranked.h"

void
daybook_kept_sort_search (DaybookKeptSort *kept,
                          DaybookQuery    *query,
                          const char      *text)
{
  if (text != NULL && query->search == NULL && daybook_table_is_ranked (query->table))
    {
      *kept = (DaybookKeptSort) { TRUE, query->sort, query->order };
      query->sort = -1;
    }
  else if (text == NULL && kept->is_kept)
    {
      if (query->sort < 0)
        {
          query->sort = kept->sort;
          query->order = kept->order;
        }
      *kept = (DaybookKeptSort) { FALSE };
    }

  g_free (query->search);
  query->search = g_strdup (text);
}
