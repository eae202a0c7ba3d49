/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/setting.h"

#include "core/shop.h"

/* Two laptops that set the same thing set one row. */
static DaybookRow *
find (DaybookReader *reader,
      const char    *key,
      DaybookId     *id)
{
  const char *const parts[] = { key };

  daybook_id_derive (id, daybook_settings.kind, parts, G_N_ELEMENTS (parts));
  return daybook_reader_find (reader, &daybook_settings, id, NULL);
}

char *
daybook_setting_get (DaybookReader *reader,
                     const char    *key)
{
  DaybookId id;
  g_autoptr (DaybookRow) row = find (reader, key, &id);

  if (row == NULL || daybook_row_int (row, DAYBOOK_SETTING_DELETED) != 0)
    return g_strdup ("");

  return g_strdup (daybook_row_text (row, DAYBOOK_SETTING_VALUE));
}

void
daybook_setting_set (DaybookEdit   *edit,
                     DaybookReader *reader,
                     const char    *key,
                     const char    *value)
{
  DaybookId id;
  g_autoptr (DaybookRow) row = find (reader, key, &id);

  /* A deleted row comes back with the values it is given. */
  if (row == NULL || daybook_row_int (row, DAYBOOK_SETTING_DELETED) != 0)
    {
      daybook_edit_create (edit, &daybook_settings, &id);
      daybook_edit_give (edit, DAYBOOK_SETTING_KEY, daybook_value_text (key));
      daybook_edit_give (edit, DAYBOOK_SETTING_VALUE, daybook_value_text (value));
    }
  else
    daybook_edit_set (edit, &daybook_settings, &id, DAYBOOK_SETTING_VALUE, daybook_value_text (value));
}
