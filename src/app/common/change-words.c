/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/common/change-words.h"

#include "app/common/desk.h"

#include <glib/gi18n-lib.h>

/* How a value is written depends on its row: its currency, the kind of a
 * contact. So the row is taken as it is now, with this one value in it. */
static DaybookRow *
row_with (const DaybookRow       *present,
          const DaybookActChange *change,
          const DaybookValue     *value)
{
  DaybookRow *row = daybook_row_new (change->table);

  row->id = change->row;
  for (guint i = 0; present != NULL && i < change->table->n_fields; i++)
    if (i != change->field)
      row->values[i] = daybook_value_copy (&present->values[i]);
  row->values[change->field] = daybook_value_copy (value);
  return row;
}

static char *
format_value (DaybookStore           *store,
              const DaybookRow       *present,
              const DaybookActChange *change,
              const DaybookValue     *value)
{
  g_autoptr (DaybookRow) row = row_with (present, change, value);
  g_autofree char *text = daybook_desk_format (daybook_desk_of (store), row, change->field, DAYBOOK_SHOW_MASKED);

  /* Translators: a field that had no value, in "old → new" */
  return *text != '\0' ? g_steal_pointer (&text) : g_strdup (C_("value", "empty"));
}

static char *
describe_deleted (const DaybookActChange *change)
{
  gboolean deleted = change->value.type == DAYBOOK_VALUE_INT && change->value.number != 0;

  return g_strdup (deleted ? _("Moved to the trash") : _("Brought back"));
}

char *
daybook_change_describe (DaybookStore           *store,
                         const DaybookActChange *change)
{
  DaybookReader *reader = daybook_store_get_reader (store);
  g_autoptr (DaybookRow) present = NULL;
  g_autofree char *old = NULL;
  g_autofree char *value = NULL;

  if (change->kind == DAYBOOK_CHANGE_CREATE)
    return g_strdup (_("Added"));
  if (change->field == DAYBOOK_FIELD_DELETED)
    return describe_deleted (change);

  present = daybook_reader_find (reader, change->table, &change->row, NULL);
  old = format_value (store, present, change, &change->old);
  value = format_value (store, present, change, &change->value);
  /* Translators: a change of the history: the field’s name, the old value, the new one */
  return g_strdup_printf (_("%s: %s → %s"), _(change->table->fields[change->field].label), old, value);
}
