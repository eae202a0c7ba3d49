/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/presence-bound.h"

#include "core/presence.h"

gboolean
daybook_presence_read_hours (DaybookDatabase  *db,
                             guint            *hours,
                             GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, "SELECT value FROM settings WHERE key = :key AND deleted = 0", error);
  gboolean found;

  if (statement == NULL)
    return FALSE;

  daybook_bind_text (statement, ":key", DAYBOOK_PRESENCE_HOURS_SETTING);
  if (!daybook_statement_found (statement, &found, error))
    return FALSE;

  *hours = daybook_presence_hours (found ? daybook_column_text (statement, 0) : "");
  return TRUE;
}

gboolean
daybook_presence_bound (DaybookDatabase  *db,
                        gint64            now,
                        gint64           *bound,
                        GError          **error)
{
  guint hours;

  if (!daybook_presence_read_hours (db, &hours, error))
    return FALSE;

  *bound = now - (gint64) hours * 3600;
  return TRUE;
}
