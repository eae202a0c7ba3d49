/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/counted.h"

#include "core/use.h"

/* Of uses that stand and were not found wrong; by the index of a phrase's uses. */
#define USES_OF_PHRASE "FROM uses u WHERE u.phrase = t.rowid AND u.deleted = 0 AND u.verdict <> 2"

G_STATIC_ASSERT (DAYBOOK_VERDICT_WRONG == 2);

static const struct
{
  const char *name;
  const char *expression;
} COUNTED[] = {
  { "uses", "(SELECT count (*) " USES_OF_PHRASE ")" },
  { "used_at", "(SELECT u.at " USES_OF_PHRASE " ORDER BY u.at DESC LIMIT 1)" },
};

const char *
daybook_counted_expression (const DaybookField *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (COUNTED); i++)
    if (g_str_equal (COUNTED[i].name, daybook_field_get_name (field)))
      return COUNTED[i].expression;

  g_return_val_if_reached ("NULL");
}

gboolean
daybook_counted_fill (DaybookDatabase  *db,
                      DaybookRow       *row,
                      GError          **error)
{
  guint n_base = daybook_table_base (row->table)->n_fields;
  g_autoptr(GString) sql = g_string_new ("SELECT 0");
  g_autoptr(DaybookStatement) statement = NULL;

  for (guint i = n_base; i < row->table->n_fields; i++)
    g_string_append_printf (sql, ", %s", daybook_counted_expression (&row->table->fields[i]));
  g_string_append_printf (sql, " FROM %s t WHERE t.rowid = :row", row->table->plural);

  statement = daybook_database_prepare (db, sql->str, error);
  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":row", row->rowid);
  if (!daybook_statement_next (statement, error))
    return FALSE;

  for (guint i = n_base; i < row->table->n_fields; i++)
    row->values[i] = daybook_column_value (statement, (int) (i - n_base) + 1);
  return TRUE;
}
