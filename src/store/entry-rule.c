/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/entry-rule.h"

#include "core/mask.h"
#include "store/history.h"
#include "store/row-sql.h"

/* No number has it. */
#define APART_SEPARATOR '\x1e'

static void
add_apart (GString            *number,
           const DaybookValue *value)
{
  g_string_append_c (number, APART_SEPARATOR);
  if (value->type == DAYBOOK_VALUE_TEXT)
    g_string_append (number, value->text);
  else if (value->type == DAYBOOK_VALUE_INT)
    g_string_append_printf (number, "%" G_GINT64_FORMAT, value->number);
}

void
daybook_entry_id (const DaybookEntry *entry,
                  const char         *shop,
                  const char         *platform,
                  DaybookId          *id)
{
  DaybookEntryFields fields = { 0 };

  g_autoptr(GString) number = g_string_new (NULL);

  daybook_entry_fields (entry->table, &fields);
  g_string_assign (number, daybook_entry_text (entry, fields.number));
  for (guint i = 0; i < entry->table->n_fields; i++)
    if ((entry->apart >> i & 1) != 0)
      add_apart (number, &entry->values[i]);

  const char *parts[] = { shop, platform, number->str };
  daybook_id_derive (id, entry->table->kind, parts, G_N_ELEMENTS (parts));
}

gint64
daybook_entry_known_from (DaybookDatabase   *db,
                          const DaybookRow  *row,
                          GError           **error)
{
  DaybookEntryFields fields = { 0 };
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT a.key, a.as_of FROM entry_sources s CROSS JOIN acts a ON a.key = s.act"
    " WHERE s.tbl = :tbl AND s.row = :row AND a.as_of > :known", error);
  GError *local = NULL;

  if (statement == NULL)
    return -1;

  daybook_entry_fields (row->table, &fields);
  gint64 known = daybook_row_int (row, fields.as_of);
  daybook_bind_text (statement, ":tbl", row->table->kind);
  daybook_bind_int (statement, ":row", row->rowid);
  daybook_bind_int (statement, ":known", known);
  while (daybook_statement_next (statement, &local))
    {
      gboolean undone;

      daybook_history_last (db, sqlite3_column_int64 (statement, 0), &undone);
      if (!undone)
        known = MAX (known, sqlite3_column_int64 (statement, 1));
    }
  if (local == NULL)
    return known;

  g_propagate_error (error, local);
  return -1;
}

static gboolean
is_nothing (const DaybookRow *row,
            guint             field)
{
  const DaybookValue *value = &row->values[field];

  return daybook_value_is_empty (value) || (row->table->fields[field].type == DAYBOOK_TYPE_ENUM && value->number == 0);
}

static gboolean
is_masked (const DaybookValue *value)
{
  return value->type == DAYBOOK_VALUE_TEXT && daybook_mask_is_masked (value->text);
}

gboolean
daybook_entry_takes (const DaybookRow   *row,
                     const DaybookEntry *entry,
                     guint               field,
                     gint64              known,
                     gint64              as_of)
{
  const DaybookValue *value = &entry->values[field];
  const DaybookValue *old = &row->values[field];
  DaybookEntryFields fields = { 0 };

  daybook_entry_fields (row->table, &fields);
  if (field == DAYBOOK_FIELD_DELETED || field == fields.shop || field == fields.platform || field == fields.number || field == fields.as_of)
    return FALSE;
  if (daybook_value_is_empty (value) || daybook_value_equal (old, value))
    return FALSE;
  if (is_nothing (row, field))
    return TRUE;
  if (entry->table->fields[field].mask != DAYBOOK_MASK_NONE && is_masked (value) != is_masked (old))
    return is_masked (old);

  return as_of >= known;
}

static void
compare (const DaybookRow   *row,
         const DaybookEntry *entry,
         gint64              known,
         DaybookFinding     *finding)
{
  for (guint i = 0; i < row->table->n_fields; i++)
    if (daybook_entry_takes (row, entry, i, known, DAYBOOK_EFFECT_ALWAYS))
      finding->effect = DAYBOOK_EFFECT_ALWAYS;
    else if (daybook_entry_takes (row, entry, i, known, known))
      {
        finding->effect = MIN (finding->effect, known);
        finding->followed.whole = known;
      }
}

gboolean
daybook_entry_find_effect (DaybookDatabase     *db,
                           const DaybookEntry  *entry,
                           const DaybookId     *id,
                           DaybookFinding      *finding,
                           GError             **error)
{
  GError *local = NULL;
  gboolean deleted = FALSE;
  gint64 key = daybook_row_key (db, entry->table, id, NULL, &deleted, &local);

  *finding = (DaybookFinding) { .effect = DAYBOOK_EFFECT_NEVER };
  if (local == NULL && (key == 0 || deleted))
    finding->effect = DAYBOOK_EFFECT_NEW;
  else if (local == NULL)
    {
      g_autoptr(DaybookRow) row = daybook_row_load (db, entry->table, key, &local);
      gint64 known = row != NULL ? daybook_entry_known_from (db, row, &local) : -1;

      if (known >= 0)
        compare (row, entry, known, finding);
    }
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}
