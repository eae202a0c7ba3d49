/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/house-rule.h"

#include "core/shop.h"

#include <glib/gi18n-lib.h>

static char *
read_text (DaybookDatabase  *db,
           const char       *sql,
           GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, sql, error);

  if (statement == NULL)
    return NULL;

  return daybook_statement_next (statement, error) ? g_strdup (daybook_column_text (statement, 0)) : NULL;
}

gboolean
daybook_house_read (DaybookDatabase  *db,
                    DaybookHouse     *house,
                    GError          **error)
{
  GError *local = NULL;
  g_autofree char *sql = g_strdup_printf ("SELECT name FROM agents WHERE role = %d AND deleted = 0 ORDER BY rowid LIMIT 1",
                                          DAYBOOK_ROLE_OWNER);

  *house = (DaybookHouse) { .owner = read_text (db, sql, &local) };
  if (local == NULL)
    house->n_shops = daybook_database_number (db, "SELECT count (*) FROM shops WHERE deleted = 0", 0, &local);
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

void
daybook_house_clear (DaybookHouse *house)
{
  g_clear_pointer (&house->owner, g_free);
}

static gboolean
check_owner (const DaybookHouse  *before,
             const DaybookHouse  *now,
             GError             **error)
{
  if (before->owner == NULL || now->owner != NULL)
    return TRUE;

  g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED,
               _("“%s” is the only owner: make somebody else an owner first."), before->owner);
  return FALSE;
}

static gboolean
check_shops (DaybookDatabase     *db,
             const DaybookHouse  *before,
             const DaybookHouse  *now,
             GError             **error)
{
  g_autofree char *full = NULL;
  GError *local = NULL;

  if (now->n_shops >= before->n_shops)
    return TRUE;
  if (now->n_shops == 0)
    {
      g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED, _("This is the only shop: the book cannot be without one."));
      return FALSE;
    }

  full = read_text (db, "SELECT name FROM shops s WHERE deleted <> 0"
                        /* By the act at hand, which is the newest. */
                        " AND EXISTS (SELECT 1 FROM field_ops f JOIN ops p ON p.n = f.op WHERE f.tbl = 'shop'"
                        "  AND f.row = s.rowid AND f.field = 'deleted' AND p.act = (SELECT max (key) FROM acts))"
                        " AND EXISTS (SELECT 1 FROM orders o WHERE o.shop = s.rowid AND o.deleted = 0) LIMIT 1", &local);
  if (full != NULL)
    g_set_error (&local, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED,
                 _("The shop “%s” has orders. Move them to the trash first."), full);
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

gboolean
daybook_house_check (DaybookDatabase     *db,
                     const DaybookHouse  *before,
                     GError             **error)
{
  g_auto(DaybookHouse) now = { 0 };

  return daybook_house_read (db, &now, error)
         && check_owner (before, &now, error)
         && check_shops (db, before, &now, error);
}
