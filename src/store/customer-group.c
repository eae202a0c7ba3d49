/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/customer-group.h"

#include "core/id.h"
#include "store/reader-private.h"

#include <glib/gi18n-lib.h>

static gint64
read_key (DaybookDatabase  *db,
          const char       *sql,
          gint64            customer,
          GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, sql, error);

  if (statement == NULL)
    return 0;

  daybook_bind_int (statement, ":row", customer);
  return daybook_statement_next (statement, error) ? sqlite3_column_int64 (statement, 0) : 0;
}

/* Whom a chain without an end goes around: the same one on every laptop. */
#define SELECT_OF_RING \
  "WITH RECURSIVE up (row) AS (VALUES (:row)" \
  " UNION SELECT m.merged_into FROM up u JOIN customers m ON m.rowid = u.row WHERE m.merged_into IS NOT NULL)" \
  " SELECT m.rowid FROM up u JOIN customers m ON m.rowid = u.row ORDER BY m.id LIMIT 1"

gint64
daybook_customer_root (DaybookDatabase  *db,
                       gint64            customer,
                       GError          **error)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GError *local = NULL;
  gint64 root = customer, next;

  while ((next = read_key (db, "SELECT merged_into FROM customers WHERE rowid = :row", root, &local)) != 0
         && g_hash_table_add (seen, g_memdup2 (&root, sizeof root)))
    root = next;
  if (local == NULL && next != 0)
    root = read_key (db, SELECT_OF_RING, root, &local);
  if (local == NULL)
    return root;

  g_propagate_error (error, local);
  return 0;
}

/* Nearly everybody is, and each document of the search and each part of a card asks. */
#define SELECT_ALONE \
  "SELECT c.rowid FROM customers c WHERE c.rowid = :row AND c.merged_into IS NULL" \
  " AND NOT EXISTS (SELECT 1 FROM customers m WHERE m.merged_into = c.rowid)"

/* The others of the group whose root it is. */
static gboolean
add_others (DaybookDatabase  *db,
            gint64            root,
            GArray           *group,
            GError          **error)
{
  g_autoptr(DaybookStatement) statement =
    daybook_database_prepare (db, "SELECT row FROM " DAYBOOK_CUSTOMER_GROUP (":row") " WHERE row <> :row ORDER BY row", error);
  GError *local = NULL;

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":row", root);
  while (daybook_statement_next (statement, &local))
    {
      gint64 row = sqlite3_column_int64 (statement, 0);

      g_array_append_val (group, row);
    }
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

GArray *
daybook_customer_group (DaybookDatabase  *db,
                        gint64            customer,
                        GError          **error)
{
  g_autoptr(GArray) group = g_array_new (FALSE, FALSE, sizeof (gint64));
  GError *local = NULL;
  gint64 root = read_key (db, SELECT_ALONE, customer, &local);
  gboolean alone = root != 0;

  if (!alone && local == NULL)
    root = daybook_customer_root (db, customer, &local);
  if (local == NULL)
    {
      g_array_append_val (group, root);
      if (alone || add_others (db, root, group, &local))
        return g_steal_pointer (&group);
    }

  g_propagate_error (error, local);
  return NULL;
}

static void
remember_root (GHashTable *roots,
               gint64      customer,
               gint64      root)
{
  g_hash_table_insert (roots, g_memdup2 (&customer, sizeof customer), g_memdup2 (&root, sizeof root));
}

/* (element-type gint64) */
static GArray *
read_merged (DaybookDatabase  *db,
             GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, "SELECT rowid FROM customers WHERE merged_into IS NOT NULL", error);

  return statement != NULL ? daybook_statement_keys (statement, error) : NULL;
}

GHashTable *
daybook_customer_roots (DaybookDatabase  *db,
                        GError          **error)
{
  g_autoptr(GHashTable) roots = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr(GArray) merged = read_merged (db, error);

  for (guint i = 0; merged != NULL && i < merged->len; i++)
    {
      gint64 customer = g_array_index (merged, gint64, i), root = daybook_customer_root (db, customer, error);

      if (root == 0)
        return NULL;
      remember_root (roots, customer, root);
      remember_root (roots, root, root);
    }
  return merged != NULL ? g_steal_pointer (&roots) : NULL;
}

gboolean
daybook_customer_check_merge (DaybookDatabase  *db,
                              gint64            customer,
                              gint64            into,
                              GError          **error)
{
  GError *local = NULL;
  gint64 above = into;

  for (guint steps = 0; above != 0 && above != customer && local == NULL && steps < 1000; steps++)
    above = read_key (db, "SELECT merged_into FROM customers WHERE rowid = :row", above, &local);
  if (local == NULL && above == 0)
    return TRUE;

  if (local == NULL)
    g_set_error_literal (&local, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT,
                         _("A customer cannot be merged into one who was merged into them. Take those apart first."));
  g_propagate_error (error, local);
  return FALSE;
}
