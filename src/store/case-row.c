/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/case-row.h"

#include "core/case-parts.h"
#include "core/case.h"
#include "store/history.h"
#include "store/registers.h"
#include "store/row-sql.h"

/* The register's key of a case, or NULL. */
static char *
read_part (DaybookDatabase     *db,
           const DaybookTable  *base,
           gint64               rowid,
           GError             **error)
{
  g_autoptr(DaybookStatement) statement =
    daybook_database_prepare (db, daybook_table_sql (base)->select_field[base->parted], error);

  if (statement == NULL)
    return NULL;

  daybook_bind_int (statement, ":row", rowid);
  return daybook_statement_next (statement, error) ? g_strdup (daybook_column_text (statement, 0)) : NULL;
}

DaybookRow *
daybook_row_load_whole (DaybookDatabase     *db,
                        const DaybookTable  *table,
                        gint64               rowid,
                        GError             **error)
{
  const DaybookTable *base = daybook_table_base (table);
  GError *local = NULL;

  if (base->parted == 0)
    return daybook_row_load (db, table, rowid, error);

  g_autofree char *part = read_part (db, base, rowid, &local);
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return NULL;
    }

  DaybookRegister *definition = part != NULL ? daybook_register_in_force (db, part) : NULL;
  return daybook_row_load (db, definition != NULL ? daybook_register_get_table (definition) : base, rowid, error);
}

gboolean
daybook_case_id_of_row (DaybookDatabase     *db,
                        const DaybookTable  *table,
                        gint64               rowid,
                        DaybookId           *id,
                        GError             **error)
{
  const DaybookTable *base = daybook_table_base (table);

  *id = (DaybookId) { { 0 } };
  if (base == &daybook_cases)
    return daybook_row_id (db, base, rowid, id, error);

  return (base != &daybook_case_lines && base != &daybook_attachments) || daybook_row_owner (db, base, rowid, id, error);
}

GArray *
daybook_case_births (DaybookDatabase  *db,
                     gint64            rowid,
                     GError          **error)
{
  g_autoptr(GArray) births = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT born FROM events WHERE \"case\" = :row AND deleted = 0"
    " UNION SELECT born FROM case_lines WHERE \"case\" = :row AND deleted = 0"
    " UNION SELECT born FROM attachments WHERE \"case\" = :row AND deleted = 0"
    " UNION SELECT born FROM tasks WHERE \"case\" = :row AND deleted = 0"
    " UNION SELECT born FROM case_links WHERE other = :row AND deleted = 0", error);

  if (statement == NULL)
    return NULL;

  daybook_bind_int (statement, ":row", rowid);
  return daybook_statement_add_keys (statement, births, error) ? g_steal_pointer (&births) : NULL;
}
