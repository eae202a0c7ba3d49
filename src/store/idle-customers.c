/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/idle-customers.h"

#include "core/case.h"
#include "core/customer.h"
#include "core/event.h"
#include "core/membership.h"
#include "core/order.h"
#include "store/erase-fields.h"

/* The header's SQL names them by number. */
G_STATIC_ASSERT (DAYBOOK_MASK_NAME == 1 && DAYBOOK_MASK_PHONE == 2 && DAYBOOK_MASK_ADDRESS == 3 && DAYBOOK_MASK_EMAIL == 4);
G_STATIC_ASSERT (DAYBOOK_MASK_CONTACT == 5 && DAYBOOK_MASK_CHAT == 7 && DAYBOOK_CONTACT_PHONE == 0 && DAYBOOK_CONTACT_EMAIL == 1
                 && DAYBOOK_CONTACT_WECHAT == 3 && DAYBOOK_CONTACT_QQ == 4);

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

/* --- Registers' own fields ------------------------------------------------------------- */

typedef struct
{
  gint64      of;   /* key of the case */
  char       *name;
  DaybookMask mask;
} OwnField;

static void
free_own_field (gpointer data)
{
  OwnField *self = data;

  g_free (self->name);
  g_free (self);
}

#define FIND_OWN_FIELDS \
  "SELECT c.rowid, c.register, e.key FROM cases c, json_each (c.extra) e WHERE c.customer = :key AND e.type = 'text'" \
  " UNION SELECT c.rowid, c.register, substr (o.field, 7) FROM cases c JOIN ops o ON o.tbl = 'case' AND o.row = c.rowid" \
  " WHERE c.customer = :key AND o.kind = 1 AND o.field GLOB '" DAYBOOK_EXTRA_PREFIX "*'"

/* What they say, or have said, that is covered. (element-type OwnField) */
static GPtrArray *
find_own_fields (DaybookDatabase  *db,
                 gint64            customer,
                 GError          **error)
{
  g_autoptr(GPtrArray) fields = g_ptr_array_new_with_free_func (free_own_field);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, FIND_OWN_FIELDS, error);
  GError *local = NULL;

  if (statement == NULL)
    return NULL;

  daybook_bind_int (statement, ":key", customer);
  while (daybook_statement_next (statement, &local))
    {
      const DaybookField *field = daybook_erase_fields_find (db, daybook_column_text (statement, 1), daybook_column_text (statement, 2));
      OwnField *own;

      if (field == NULL || field->type != DAYBOOK_TYPE_TEXT || !is_masked (field))
        continue;
      own = g_new0 (OwnField, 1);
      own->of = sqlite3_column_int64 (statement, 0);
      own->name = g_strdup (daybook_column_text (statement, 2));
      own->mask = field->mask;
      g_ptr_array_add (fields, own);
    }
  if (local == NULL)
    return g_steal_pointer (&fields);

  g_propagate_error (error, local);
  return NULL;
}

/* In SQL, with :key and :field. */
#define OF_FIELD "tbl = 'case' AND row = :key AND field = '" DAYBOOK_EXTRA_PREFIX "' || :field"

static gboolean
run_of (DaybookDatabase  *db,
        const char       *sql,
        const OwnField   *own,
        GError          **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":key", own->of);
  daybook_bind_text (statement, ":field", own->name);
  if (sqlite3_bind_parameter_index (statement, ":mask") > 0)
    daybook_bind_int (statement, ":mask", own->mask);
  return daybook_statement_run (statement, error);
}

static gboolean
mask_own_field (DaybookDatabase  *db,
                const OwnField   *own,
                GError          **error)
{
  return run_of (db, "UPDATE cases SET extra = json_set (extra, '$.' || :field, " DAYBOOK_MASK_FUNCTION " (:mask, json_extract (extra, '$.' || :field)))"
                     " WHERE rowid = :key AND json_type (extra, '$.' || :field) = 'text'", own, error)
         && run_of (db, "UPDATE ops SET value = " DAYBOOK_MASK_FUNCTION " (:mask, value), old = " DAYBOOK_MASK_FUNCTION " (:mask, old)"
                        " WHERE kind = 1 AND " OF_FIELD, own, error)
         && run_of (db, "DELETE FROM shadows WHERE " OF_FIELD, own, error) && run_of (db, "DELETE FROM conflicts WHERE " OF_FIELD, own, error)
         && run_of (db, "DELETE FROM case_parcels WHERE \"case\" = :key AND field = :field", own, error);
}

static gboolean
mask_own_fields (DaybookDatabase  *db,
                 gint64            customer,
                 GError          **error)
{
  g_autoptr(GPtrArray) fields = find_own_fields (db, customer, error);

  for (guint i = 0; fields != NULL && i < fields->len; i++)
    if (!mask_own_field (db, g_ptr_array_index (fields, i), error))
      return FALSE;

  return fields != NULL;
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
  return mask_own_fields (db, customer, error)
         && run (db, "UPDATE source_rows SET raw = '' WHERE \"order\" IN (SELECT rowid FROM orders WHERE customer = :key)", customer, error)
         && run (db, "UPDATE entry_sources SET raw = '' WHERE tbl = 'membership' AND row IN (SELECT rowid FROM memberships WHERE customer = :key)",
                 customer, error);
}
