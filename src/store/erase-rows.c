/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/erase-rows.h"

#include "core/aftersale.h"
#include "core/box.h"
#include "core/call-plan.h"
#include "core/campaign.h"
#include "core/case.h"
#include "core/customer.h"
#include "core/event.h"
#include "core/membership.h"
#include "core/order.h"
#include "core/payment.h"
#include "core/remembered-day.h"
#include "core/review.h"
#include "core/task.h"
#include "store/erase-cut.h"
#include "store/erase-fields.h"
#include "store/erased.h"

/* The SQL below names them by number. */
G_STATIC_ASSERT (DAYBOOK_CUT_SHOP == 1 && DAYBOOK_CUT_OTHERS == 2 && DAYBOOK_CUT_TITLES == 5 && DAYBOOK_CUT_CELLS == 6 && DAYBOOK_CUT_ROWS == 7);

/* Tables of which the rows of one person are nobody's without them. */
static const DaybookTable *const OWN[] = {
  &daybook_handles, &daybook_contacts, &daybook_remembered_days, &daybook_memberships, &daybook_activity_lines,
};

/* Rows that stay as figures, and by what they are the person's. */
static const struct
{
  const DaybookTable *table;
  const char *column;
  const char *where;
} FIGURES[] = {
  { &daybook_orders, "customer", "rowid IN " DAYBOOK_GONE_ORDERS },
  { &daybook_cases, "customer", "rowid IN " DAYBOOK_GONE_CASES },
  { &daybook_events, "case", DAYBOOK_GONE_EVENTS },
  { &daybook_tasks, "customer", "customer IN " DAYBOOK_GONE " OR \"case\" IN " DAYBOOK_GONE_CASES " OR \"order\" IN " DAYBOOK_GONE_ORDERS },
  { &daybook_surveys, "customer", "customer IN " DAYBOOK_GONE " OR \"case\" IN " DAYBOOK_GONE_CASES " OR \"order\" IN " DAYBOOK_GONE_ORDERS },
  { &daybook_boxes, "case", "\"case\" IN " DAYBOOK_GONE_CASES " OR \"order\" IN " DAYBOOK_GONE_ORDERS },
  { &daybook_aftersales, "order_number", "order_number IN (SELECT number FROM orders WHERE rowid IN " DAYBOOK_GONE_ORDERS ")" },
  { &daybook_reviews, "order_number", "order_number IN (SELECT number FROM orders WHERE rowid IN " DAYBOOK_GONE_ORDERS ")" },
  { &daybook_payments, "order_number", "order_number IN (SELECT number FROM orders WHERE rowid IN " DAYBOOK_GONE_ORDERS ")" },
};

/* "name = NULL, note = NULL"; "" where the table of the file has none of them. */
static char *
clearing_of (DaybookDatabase    *db,
             const DaybookTable *table)
{
  g_autoptr(GString) set = g_string_new (NULL);

  for (guint i = 0; i < table->n_fields; i++)
    if (daybook_erased_is_personal (&table->fields[i]) && daybook_erase_has_column (db, table->plural, table->fields[i].name))
      g_string_append_printf (set, "%s\"%s\" = NULL", set->len > 0 ? ", " : "", table->fields[i].name);
  return g_strdup (set->str);
}

/* What the history says of the fields that were cleared. */
static gboolean
clear_history (DaybookDatabase     *db,
               const DaybookTable  *table,
               const char          *where,
               GError             **error)
{
  g_autoptr(GString) fields = g_string_new ("''");
  g_autofree char *rows = g_strdup_printf ("(SELECT rowid FROM %s WHERE %s)", table->plural, where);
  g_autofree char *sql = NULL;

  for (guint i = 0; i < table->n_fields; i++)
    if (daybook_erased_is_personal (&table->fields[i]))
      g_string_append_printf (fields, ", '%s'", table->fields[i].name);
  sql = g_strdup_printf ("UPDATE ops SET value = NULL, old = NULL WHERE tbl = '%s' AND row IN %s AND (kind = 0 OR field IN (%s));"
                         "DELETE FROM shadows WHERE tbl = '%s' AND row IN %s AND field IN (%s);"
                         "DELETE FROM conflicts WHERE tbl = '%s' AND row IN %s AND field IN (%s);",
                         table->kind, rows, fields->str, table->kind, rows, fields->str, table->kind, rows, fields->str);
  return daybook_database_run (db, sql, error);
}

/* Operations of rows that are no more: they are of a table that nobody has, so that no row that gets the same key has
 * them in its history, and none of this laptop's numbers is missing. */
static gboolean
forget_history (DaybookDatabase  *db,
                const char       *kind,
                const char       *rows,
                GError          **error)
{
  g_autofree char *sql = g_strdup_printf (
    "UPDATE ops SET tbl = 'erased.%s', value = NULL, old = NULL WHERE tbl = '%s' AND row IN (%s);"
    "DELETE FROM field_ops WHERE tbl = 'erased.%s' AND row IN (%s);"
    "UPDATE field_ops SET tbl = 'erased.%s' WHERE tbl = '%s' AND row IN (%s);"
    "DELETE FROM shadows WHERE tbl = '%s' AND row IN (%s); DELETE FROM conflicts WHERE tbl = '%s' AND row IN (%s);"
    "INSERT INTO turned_rows (tbl, row) SELECT '%s', row FROM (SELECT 0 AS row WHERE 0 UNION %s);",
    kind, kind, rows, kind, rows, kind, kind, rows, kind, rows, kind, rows, kind, rows);

  return daybook_database_run (db, sql, error);
}

/* Nothing is due of a row that is no more, nor of one that gets its key. */
static gboolean
forget_due (DaybookDatabase  *db,
            const char       *kind,
            const char       *rows,
            GError          **error)
{
  g_autofree char *items = g_strdup_printf ("DELETE FROM due_items WHERE kind = '%s' AND row IN (%s)", kind, rows);
  g_autofree char *reminders = g_strdup_printf ("DELETE FROM reminders WHERE kind = '%s' AND row IN (%s)", kind, rows);

  return daybook_erase_run_if (db, "due_items", "rule", items, error) && daybook_erase_run_if (db, "reminders", "rule", reminders, error);
}

/* What files said, word for word. */
static gboolean
forget_sources (DaybookDatabase     *db,
                const DaybookTable  *table,
                const char          *where,
                GError             **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM entry_sources WHERE tbl = '%s' AND row IN (SELECT rowid FROM %s WHERE %s)",
                                          table->kind, table->plural, where);

  return daybook_erase_run_if (db, "entry_sources", "raw", sql, error);
}

static gboolean
clear_figures (DaybookDatabase     *db,
               const DaybookTable  *table,
               const char          *where,
               GError             **error)
{
  g_autofree char *set = clearing_of (db, table);
  g_autofree char *sql = g_strdup_printf ("UPDATE %s SET %s WHERE %s", table->plural, set, where);
  g_autofree char *turned = g_strdup_printf ("INSERT INTO turned_rows (tbl, row) SELECT '%s', rowid FROM %s WHERE %s",
                                             table->kind, table->plural, where);

  return clear_history (db, table, where, error) && forget_sources (db, table, where, error)
         && (*set == '\0' || daybook_database_run (db, sql, error))
         && daybook_erase_cut_table (db, table->plural, where, DAYBOOK_CUT_OWN, error)
         && daybook_database_run (db, turned, error);
}

static gboolean
forget_own (DaybookDatabase     *db,
            const DaybookTable  *table,
            GError             **error)
{
  const char *plural = table->plural;
  g_autofree char *rows = g_strdup_printf ("SELECT rowid FROM %s WHERE customer IN " DAYBOOK_GONE, plural);
  g_autofree char *where = g_strdup_printf ("customer IN " DAYBOOK_GONE);
  g_autofree char *reveals = g_strdup_printf ("DELETE FROM reveals WHERE row_kind = '%s' AND row IN (SELECT "
    "lower (substr (hex (id), 1, 8) || '-' || substr (hex (id), 9, 4) || '-' || substr (hex (id), 13, 4) || '-'"
    " || substr (hex (id), 17, 4) || '-' || substr (hex (id), 21)) FROM %s WHERE %s)", table->kind, plural, where);
  g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE %s", plural, where);

  return !daybook_erase_has_column (db, plural, "customer")
         || (daybook_erase_run_if (db, "reveals", "row_kind", reveals, error) && forget_sources (db, table, where, error)
             && forget_due (db, table->kind, rows, error) && forget_history (db, table->kind, rows, error)
             && daybook_database_run (db, sql, error));
}

/* Files go with the rows that tell of them. */
static gboolean
forget_files (DaybookDatabase  *db,
              GError          **error)
{
  return !daybook_erase_has_column (db, "attachments", "case")
         || (forget_history (db, "attachment", "SELECT rowid FROM attachments WHERE \"case\" IN " DAYBOOK_GONE_CASES, error)
             && daybook_database_run (db, "DELETE FROM attachments WHERE \"case\" IN " DAYBOOK_GONE_CASES, error));
}

/* Every column of the file that points at the customers: it points at nobody. */
static gboolean
let_go (DaybookDatabase  *db,
        GError          **error)
{
  g_autoptr(GPtrArray) updates = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT m.name, f.\"from\" FROM main.sqlite_master m, pragma_foreign_key_list (m.name) f"
    " WHERE m.type = 'table' AND f.\"table\" = 'customers'", error);

  while (statement != NULL && daybook_statement_next (statement, NULL))
    g_ptr_array_add (updates, g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = NULL WHERE \"%s\" IN " DAYBOOK_GONE, daybook_column_text (statement, 0),
                                               daybook_column_text (statement, 1), daybook_column_text (statement, 1)));
  for (guint i = 0; i < updates->len; i++)
    if (!daybook_database_run (db, g_ptr_array_index (updates, i), error))
      return FALSE;

  return statement != NULL;
}

/* The ids of the customers stand in operations that pointed at them. */
#define FORGET_POINTERS \
  "UPDATE ops SET value = NULL WHERE typeof (value) = 'blob' AND value IN (SELECT id FROM customers WHERE rowid IN " DAYBOOK_GONE ");" \
  "UPDATE ops SET old = NULL WHERE typeof (old) = 'blob' AND old IN (SELECT id FROM customers WHERE rowid IN " DAYBOOK_GONE ");"

static gboolean
forget_customers (DaybookDatabase  *db,
                  GError          **error)
{
  static const char REVEALS[] = "DELETE FROM reveals WHERE row_kind = 'customer' AND row IN (SELECT "
    "lower (substr (hex (id), 1, 8) || '-' || substr (hex (id), 9, 4) || '-' || substr (hex (id), 13, 4) || '-'"
    " || substr (hex (id), 17, 4) || '-' || substr (hex (id), 21)) FROM customers WHERE rowid IN " DAYBOOK_GONE ")";

  return daybook_erase_run_if (db, "reveals", "row_kind", REVEALS, error)
         && forget_due (db, "customer", "SELECT row FROM temp.gone_customers", error)
         && forget_history (db, "customer", "SELECT row FROM temp.gone_customers", error)
         && daybook_database_run (db, FORGET_POINTERS, error) && let_go (db, error)
         && daybook_database_run (db, "DELETE FROM customers WHERE rowid IN " DAYBOOK_GONE, error);
}

/* Rows that came into no table: the whole row goes. */
static gboolean
forget_raw (DaybookDatabase  *db,
            GError          **error)
{
  return daybook_erase_run_if (db, "source_rows", "raw",
                               "DELETE FROM source_rows WHERE \"order\" IN " DAYBOOK_GONE_ORDERS " OR erase_hit (1, raw)", error)
         && daybook_erase_run_if (db, "entry_sources", "raw", "DELETE FROM entry_sources WHERE erase_hit (6, raw)", error)
         && daybook_erase_run_if (db, "import_problem_rows", "raw", "DELETE FROM import_problem_rows WHERE row > 0 AND erase_hit (7, raw)", error)
         && daybook_erase_run_if (db, "import_problems", "value",
                    "UPDATE import_problems SET value = erase_cut (2, value), why = erase_cut (2, why)"
                    " WHERE erase_hit (2, value) OR erase_hit (2, why)", error)
         && daybook_database_run (db, "DELETE FROM held_ops WHERE erase_hit (1, op)", error);
}

/* Of acts on what is theirs the title names them. */
#define CUT_TITLES \
  "UPDATE acts SET title = erase_cut (5, title) WHERE key IN (SELECT o.act FROM ops o WHERE" \
  " (o.tbl = 'customer' AND o.row IN " DAYBOOK_GONE ") OR (o.tbl = 'order' AND o.row IN " DAYBOOK_GONE_ORDERS ")" \
  " OR (o.tbl = 'case' AND o.row IN " DAYBOOK_GONE_CASES "))"

gboolean
daybook_erase_rows (DaybookErasePlan  *plan,
                    DaybookDatabase   *db,
                    GError           **error)
{
  if (!daybook_erase_cut_register (plan, db, error) || !daybook_database_run (db, CUT_TITLES, error))
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (FIGURES); i++)
    if (daybook_erase_has_column (db, FIGURES[i].table->plural, FIGURES[i].column)
        && !clear_figures (db, FIGURES[i].table, FIGURES[i].where, error))
      return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (OWN); i++)
    if (!forget_own (db, OWN[i], error))
      return FALSE;

  return daybook_erase_fields_clear (db, error) && forget_files (db, error) && forget_raw (db, error) && forget_customers (db, error)
         && daybook_erase_cut_rest (plan, db, error);
}

gboolean
daybook_erase_packed (DaybookErasePlan  *plan,
                      DaybookDatabase   *db,
                      GError           **error)
{
  for (guint i = 0; daybook_erase_has_column (db, "packed_attachments", "hash") && i < plan->files->len; i++)
    {
      g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, "DELETE FROM packed_attachments WHERE hash = :hash", error);

      if (statement == NULL)
        return FALSE;
      daybook_bind_text (statement, ":hash", g_ptr_array_index (plan->files, i));
      if (!daybook_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}
