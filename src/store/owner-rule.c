/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/owner-rule.h"

#include "core/shop.h"

#include <glib/gi18n-lib.h>

char *
daybook_owner_rule_before (DaybookDatabase  *db,
                           GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT name FROM agents WHERE role = :owner AND deleted = 0 ORDER BY rowid LIMIT 1", error);

  if (statement == NULL)
    return NULL;

  daybook_bind_int (statement, ":owner", DAYBOOK_ROLE_OWNER);
  return daybook_statement_next (statement, error) ? g_strdup (daybook_column_text (statement, 0)) : NULL;
}

gboolean
daybook_owner_rule_check (DaybookDatabase  *db,
                          const char       *before,
                          GError          **error)
{
  GError *local = NULL;
  g_autofree char *owner = before != NULL ? daybook_owner_rule_before (db, &local) : NULL;

  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  if (before == NULL || owner != NULL)
    return TRUE;

  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED,
               _("“%s” is the only owner: make somebody else an owner first."), before);
  return FALSE;
}
