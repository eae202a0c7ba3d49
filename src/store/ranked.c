/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/ranked.h"

#include "store/search-writer.h"

gboolean
daybook_table_is_ranked (const DaybookTable *table)
{
  const DaybookSearchPlace *place = daybook_search_place (table);

  return place != NULL && place->heads != NULL;
}
