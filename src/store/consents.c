/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/consents.h"

#include "core/customer.h"
#include "store/order-number.h"
#include "store/reader-private.h"

/* Customers are merged into one another in a chain; one that is longer goes in a circle. */
#define CHAIN_MOST 16

/* One customer, for whomever they were merged into. */
typedef struct
{
  gint64         root; /* a key; 0: nobody */
  DaybookConsent consent;
} Person;

typedef struct
{
  DaybookReader *reader; /* borrowed */
  char          *sql;    /* gives the customer of :row, and else shop and number of its order */
} Look;

static void
clear_look (Look *look)
{
  g_free (look->sql);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Look, clear_look)

/* --- Whose a row is ---------------------------------------------------------------------- */

static gboolean
has (const DaybookTable *table,
     const char         *field)
{
  return daybook_table_field (table, field) >= 0;
}

/* SQL of the customer of the row of alias t: its own, or its order's, or its case's. */
static char *
customer_of (const DaybookTable *table)
{
  g_autoptr(GString) sql = g_string_new ("COALESCE (NULL");

  if (table == &daybook_customers)
    g_string_append (sql, ", t.rowid");
  if (has (table, "customer"))
    g_string_append (sql, ", t.customer");
  if (has (table, "order"))
    g_string_append (sql, ", (SELECT o.customer FROM orders o WHERE o.rowid = t.\"order\")");
  if (has (table, "case"))
    g_string_append (sql, ", (SELECT c.customer FROM cases c WHERE c.rowid = t.\"case\")");
  g_string_append (sql, ", 0)");
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static char *
make_sql (const DaybookTable *table)
{
  const DaybookTable *base = daybook_table_base (table);
  g_autofree char *customer = customer_of (base);
  const char *order = has (base, "shop") && has (base, "order_number") ? "t.shop, t.order_number" : "0, NULL";

  return g_strdup_printf ("SELECT %s, %s FROM %s t WHERE t.rowid = :row", customer, order, base->plural);
}

/* What names its order by number alone: a platform's list of after-sales, of reviews. */
static gboolean
find_by_number (DaybookReader  *reader,
                gint64          shop,
                const char     *number,
                gint64         *customer,
                GError        **error)
{
  g_autoptr(GArray) orders = daybook_orders_of_number (reader->db, shop, number, error);
  g_autoptr(DaybookStatement) statement = NULL;
  GError *local = NULL;

  if (orders == NULL || orders->len != 1)
    return orders != NULL;
  statement = daybook_database_prepare (reader->db, "SELECT customer FROM orders WHERE rowid = :row", error);
  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":row", g_array_index (orders, gint64, 0));
  if (daybook_statement_next (statement, &local))
    *customer = sqlite3_column_int64 (statement, 0);
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

static gboolean
find_customer (Look    *look,
               gint64   row,
               gint64  *customer,
               GError **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (look->reader->db, look->sql, error);
  g_autofree char *number = NULL;
  GError *local = NULL;
  gint64 shop = 0;

  *customer = 0;
  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":row", row);
  if (daybook_statement_next (statement, &local))
    {
      *customer = sqlite3_column_int64 (statement, 0);
      shop = sqlite3_column_int64 (statement, 1);
      number = g_strdup (daybook_column_text (statement, 2));
    }
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }

  return *customer != 0 || number == NULL || *number == '\0' || find_by_number (look->reader, shop, number, customer, error);
}

/* --- What they have said ------------------------------------------------------------------- */

static gboolean
is_refusal (DaybookConsent consent)
{
  return consent == DAYBOOK_CONSENT_REFUSED || consent == DAYBOOK_CONSENT_WITHDRAWN;
}

/* One step of the chain: FALSE at its end, and with an error. */
static gboolean
step (DaybookReader  *reader,
      Person         *person,
      GError        **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db,
    "SELECT consent, merged_into FROM customers WHERE rowid = :row", error);
  gint64 into;

  if (statement == NULL)
    return FALSE;

  daybook_bind_int (statement, ":row", person->root);
  if (!daybook_statement_next (statement, error))
    return FALSE;

  if (!is_refusal (person->consent))
    person->consent = (DaybookConsent) sqlite3_column_int64 (statement, 0);
  into = sqlite3_column_int64 (statement, 1);
  if (into == 0)
    return FALSE;

  person->root = into;
  return TRUE;
}

static gboolean
find_person (Look    *look,
             gint64   row,
             Person  *person,
             GError **error)
{
  GError *local = NULL;

  *person = (Person) { 0 };
  if (!find_customer (look, row, &person->root, error))
    return FALSE;

  for (guint i = 0; i < CHAIN_MOST && person->root != 0 && step (look->reader, person, &local); i++)
    ;
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

/* --- Counting and choosing ------------------------------------------------------------------ */

static void
count (DaybookConsents *consents,
       GHashTable      *known,
       const Person    *person)
{
  gint64 root = person->root;

  if (root == 0)
    {
      consents->n_unknown++;
      return;
    }
  if (!g_hash_table_add (known, g_memdup2 (&root, sizeof root)))
    return;

  consents->n_people++;
  consents->n_given += person->consent == DAYBOOK_CONSENT_GIVEN;
  consents->n_refused += is_refusal (person->consent);
}

gboolean
daybook_reader_consents (DaybookReader       *self,
                         const DaybookTable  *table,
                         GArray              *keys,
                         DaybookConsents     *consents,
                         GError             **error)
{
  g_auto(Look) look = { self, make_sql (table) };
  g_autoptr(GHashTable) known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  DaybookConsents counted = { .n_rows = keys->len };

  for (guint i = 0; i < keys->len; i++)
    {
      Person person;

      if (!find_person (&look, g_array_index (keys, gint64, i), &person, error))
        return FALSE;
      count (&counted, known, &person);
    }

  *consents = counted;
  return TRUE;
}

GArray *
daybook_reader_consenting (DaybookReader       *self,
                           const DaybookTable  *table,
                           GArray              *keys,
                           GError             **error)
{
  g_auto(Look) look = { self, make_sql (table) };
  g_autoptr(GArray) kept = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < keys->len; i++)
    {
      Person person;

      if (!find_person (&look, g_array_index (keys, gint64, i), &person, error))
        return NULL;
      if (person.root != 0 && person.consent == DAYBOOK_CONSENT_GIVEN)
        g_array_append_val (kept, g_array_index (keys, gint64, i));
    }

  return g_steal_pointer (&kept);
}
