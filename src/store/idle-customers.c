/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/idle-customers.h"

#include "core/case.h"
#include "core/customer.h"
#include "core/event.h"
#include "core/membership.h"
#include "core/order.h"

/* The header's SQL names them by number. */
G_STATIC_ASSERT (DAYBOOK_MASK_NAME == 1 && DAYBOOK_MASK_PHONE == 2 && DAYBOOK_MASK_ADDRESS == 3 && DAYBOOK_MASK_EMAIL == 4);
G_STATIC_ASSERT (DAYBOOK_MASK_CHAT == 7 && DAYBOOK_CONTACT_PHONE == 0 && DAYBOOK_CONTACT_EMAIL == 1 && DAYBOOK_CONTACT_WECHAT == 3
                 && DAYBOOK_CONTACT_QQ == 4);

/* Where a customer's rows lie. */
static const struct
{
  const DaybookTable *table;
  const char         *where;
} PARTS[] = {
  { &daybook_customers, "rowid = :key" },
  { &daybook_contacts, "customer = :key" },
  { &daybook_orders, "customer = :key" },
  { &daybook_cases, "customer = :key" },
  { &daybook_events, "customer = :key" },
  { &daybook_memberships, "customer = :key" },
};

static gboolean
run (DaybookDatabase  *db,
     const char       *sql,
     gint64            key,
     GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":key", key);
  return daybook_statement_run (statement, error);
}

/* Which mask a contact has is said by its kind, `kind` in SQL (core/contact.h). (transfer full) */
static char *
mask_of (const DaybookTable *table,
         const DaybookField *field,
         const char         *value,
         const char         *kind)
{
  if (table == &daybook_contacts)
    return g_strdup_printf (DAYBOOK_MASK_FUNCTION " (CASE %s WHEN 0 THEN 2 WHEN 1 THEN 4 WHEN 3 THEN 7 WHEN 4 THEN 7 ELSE 3 END, %s)", kind, value);

  return g_strdup_printf (DAYBOOK_MASK_FUNCTION " (%d, %s)", (int) field->mask, value);
}

static gboolean
mask_rows (DaybookDatabase     *db,
           const DaybookTable  *table,
           const DaybookField  *field,
           const char          *where,
           gint64               key,
           GError             **error)
{
  g_autofree char *masked = mask_of (table, field, field->name, "kind");
  g_autofree char *sql = g_strdup_printf ("UPDATE %s SET \"%s\" = %s%s WHERE %s AND \"%s\" IS NOT NULL", table->plural, field->name, masked,
                                          table == &daybook_contacts ? ", masked = 1" : "", where, field->name);

  return run (db, sql, key, error);
}

/* What the history says of the field: the value in force stays that of its operation. */
static gboolean
mask_history (DaybookDatabase     *db,
              const DaybookTable  *table,
              const DaybookField  *field,
              const char          *where,
              gint64               key,
              GError             **error)
{
  const char *kind = "(SELECT k.kind FROM contacts k WHERE k.rowid = ops.row)";
  g_autofree char *rows = g_strdup_printf ("(SELECT rowid FROM %s WHERE %s)", table->plural, where);
  g_autofree char *value = mask_of (table, field, "value", kind);
  g_autofree char *old = mask_of (table, field, "old", kind);
  g_autofree char *ops = g_strdup_printf ("UPDATE ops SET value = %s, old = %s WHERE kind = 1 AND tbl = '%s' AND row IN %s AND field = '%s'",
                                          value, old, table->kind, rows, field->name);
  g_autofree char *shadows = g_strdup_printf ("DELETE FROM shadows WHERE tbl = '%s' AND row IN %s AND field = '%s'", table->kind, rows, field->name);
  g_autofree char *conflicts = g_strdup_printf ("DELETE FROM conflicts WHERE tbl = '%s' AND row IN %s AND field = '%s'", table->kind, rows, field->name);

  return run (db, ops, key, error) && run (db, shadows, key, error) && run (db, conflicts, key, error);
}

/* Creates carry all that was given; and the search index is told. */
static gboolean
forget_creates (DaybookDatabase     *db,
                const DaybookTable  *table,
                const char          *where,
                gint64               key,
                GError             **error)
{
  g_autofree char *creates = g_strdup_printf ("UPDATE ops SET value = NULL WHERE kind = 0 AND value IS NOT NULL AND n IN (SELECT born FROM %s WHERE %s)",
                                              table->plural, where);
  g_autofree char *turned = g_strdup_printf ("INSERT INTO turned_rows (tbl, row) SELECT '%s', rowid FROM %s WHERE %s", table->kind, table->plural, where);

  return run (db, creates, key, error) && run (db, turned, key, error);
}

/* A nick alone says nothing, and is how the platform knows them. */
static gboolean
is_masked (const DaybookField *field)
{
  return field->mask != DAYBOOK_MASK_NONE && field->mask != DAYBOOK_MASK_ACCOUNT;
}

static gboolean
mask_part (DaybookDatabase     *db,
           const DaybookTable  *table,
           const char          *where,
           gint64               key,
           GError             **error)
{
  for (guint i = 0; i < table->n_fields; i++)
    if (is_masked (&table->fields[i])
        && (!mask_rows (db, table, &table->fields[i], where, key, error) || !mask_history (db, table, &table->fields[i], where, key, error)))
      return FALSE;

  return forget_creates (db, table, where, key, error);
}

gboolean
daybook_idle_customer_mask (DaybookDatabase  *db,
                            gint64            customer,
                            GError          **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (PARTS); i++)
    if (!mask_part (db, PARTS[i].table, PARTS[i].where, customer, error))
      return FALSE;

  /* The rows of files, word for word. */
  return run (db, "UPDATE source_rows SET raw = '' WHERE \"order\" IN (SELECT rowid FROM orders WHERE customer = :key)", customer, error)
         && run (db, "UPDATE entry_sources SET raw = '' WHERE tbl = 'membership' AND row IN (SELECT rowid FROM memberships WHERE customer = :key)",
                 customer, error);
}
