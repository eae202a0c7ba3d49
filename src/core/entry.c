/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/entry.h"

#include <string.h>

#define CHUNK_SIZE 4096

gboolean
daybook_entry_fields (const DaybookTable *table,
                      DaybookEntryFields *fields)
{
  const int shop = daybook_table_field (table, "shop");
  const int platform = daybook_table_field (table, "platform");
  const int number = daybook_table_field (table, "number");
  const int order_number = daybook_table_field (table, "order_number");
  const int as_of = daybook_table_field (table, "as_of");

  if (shop < 0 || platform < 0 || number < 0 || order_number < 0 || as_of < 0)
    return FALSE;

  *fields = (DaybookEntryFields) {
    (guint) shop, (guint) platform, (guint) number, (guint) order_number, (guint) as_of, daybook_table_field (table, "deadline"),
  };
  return TRUE;
}

DaybookEntry *
daybook_entry_new (const DaybookTable *table)
{
  DaybookEntry *entry = g_new0 (DaybookEntry, 1);

  g_return_val_if_fail (table->n_fields <= DAYBOOK_ENTRY_MAX_FIELDS, NULL);
  entry->table = table;
  entry->raw = g_string_new (NULL);
  entry->chunk = g_string_chunk_new (CHUNK_SIZE);
  return entry;
}

void
daybook_entry_free (DaybookEntry *entry)
{
  g_string_free (entry->raw, TRUE);
  g_string_chunk_free (entry->chunk);
  g_free (entry);
}

void
daybook_entry_reset (DaybookEntry *entry)
{
  memset (entry->values, 0, sizeof entry->values);
  entry->carried = 0;
  entry->apart = 0;
  entry->first_row = 0;
  g_string_truncate (entry->raw, 0);
  g_string_chunk_clear (entry->chunk);
}

void
daybook_entry_set_text (DaybookEntry *entry,
                        guint         field,
                        const char   *text)
{
  entry->values[field] = (DaybookValue) { .type = DAYBOOK_VALUE_TEXT, .text = g_string_chunk_insert (entry->chunk, text) };
}

void
daybook_entry_set_int (DaybookEntry *entry,
                       guint         field,
                       gint64        number)
{
  entry->values[field] = daybook_value_int (number);
}

const char *
daybook_entry_text (const DaybookEntry *entry,
                    guint               field)
{
  return entry->values[field].type == DAYBOOK_VALUE_TEXT ? entry->values[field].text : "";
}
