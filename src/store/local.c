/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/local.h"

gboolean
daybook_local_read (DaybookDatabase  *db,
                    const char       *key,
                    gint64           *number,
                    GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, "SELECT value FROM local WHERE key = :key", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_text (statement, ":key", key);
  return daybook_statement_number (statement, number, error);
}

gboolean
daybook_local_write (DaybookDatabase  *db,
                     const char       *key,
                     gint64            number,
                     GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "INSERT INTO local (key, value) VALUES (:key, :number) ON CONFLICT (key) DO UPDATE SET value = :number", error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_text (statement, ":key", key);
  daybook_bind_int (statement, ":number", number);
  return daybook_statement_run (statement, error);
}
