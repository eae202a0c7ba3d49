/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/mapping-private.h"

#include "core/shop.h"

DaybookMapping *
daybook_mapping_recall (DaybookReader *book,
                        guint64        fingerprint)
{
  g_autofree char *key = daybook_mapping_setting_key (fingerprint);
  const char *parts[] = { key };
  g_autoptr(DaybookRow) row = NULL;
  DaybookId id;

  daybook_id_derive (&id, daybook_settings.kind, parts, G_N_ELEMENTS (parts));
  row = daybook_reader_find (book, &daybook_settings, &id, NULL);
  if (row == NULL || daybook_row_int (row, DAYBOOK_SETTING_DELETED) != 0)
    return NULL;

  return daybook_mapping_from_json (daybook_row_text (row, DAYBOOK_SETTING_VALUE), NULL);
}
