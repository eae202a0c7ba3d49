/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/erase-rows.h"

#include "core/aftersale.h"
#include "core/box.h"
#include "core/call-plan.h"
#include "core/campaign.h"
#include "core/case.h"
#include "core/customer.h"
#include "core/event.h"
#include "core/mask.h"
#include "core/membership.h"
#include "core/order.h"
#include "core/payment.h"
#include "core/remembered-day.h"
#include "core/review.h"
#include "core/task.h"
#include "store/customer-group.h"
#include "store/erased.h"

#include <string.h>

/* A shorter text stands in other words too. */
#define STRONG_BYTES 6
#define WEAK_BYTES 4

DaybookErasePlan *
daybook_erase_plan_new (void)
{
  DaybookErasePlan *plan = g_new0 (DaybookErasePlan, 1);

  plan->customers = g_ptr_array_new_with_free_func (g_free);
  plan->strong = g_ptr_array_new_with_free_func (g_free);
  plan->weak = g_ptr_array_new_with_free_func (g_free);
  plan->masked = g_ptr_array_new_with_free_func (g_free);
  plan->hashes = g_ptr_array_new_with_free_func (g_free);
  plan->files = g_ptr_array_new_with_free_func (g_free);
  return plan;
}

void
daybook_erase_plan_free (DaybookErasePlan *plan)
{
  g_ptr_array_unref (plan->customers);
  g_ptr_array_unref (plan->strong);
  g_ptr_array_unref (plan->weak);
  g_ptr_array_unref (plan->masked);
  g_ptr_array_unref (plan->hashes);
  g_ptr_array_unref (plan->files);
  g_free (plan);
}

static void
add_text (GPtrArray  *texts,
          const char *text)
{
  if (text != NULL && *text != '\0' && !g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL))
    g_ptr_array_add (texts, g_strdup (text));
}

/* The name as the titles of acts have it. */
static void
note_masked (DaybookErasePlan *plan,
             const char       *name)
{
  g_autofree char *masked = daybook_mask (DAYBOOK_MASK_NAME, name);

  if (!g_str_equal (masked, name))
    add_text (plan->masked, masked);
}

/* What is covered tells nothing, and stands with others too. */
static void
note_text (DaybookErasePlan *plan,
           const char       *text,
           gboolean          own)
{
  if (strlen (text) < WEAK_BYTES || daybook_mask_is_masked (text))
    return;

  add_text (own && strlen (text) >= STRONG_BYTES ? plan->strong : plan->weak, text);
}

/* --- What the file has ------------------------------------------------------ */

static gboolean
has_column (DaybookDatabase *db,
            const char      *table,
            const char      *column)
{
  g_autoptr(DaybookStatement) statement =
    daybook_database_prepare (db, "SELECT 1 FROM pragma_table_info (:table) WHERE name = :column", NULL);

  if (statement == NULL)
    return FALSE;

  daybook_bind_text (statement, ":table", table);
  daybook_bind_text (statement, ":column", column);
  return daybook_statement_next (statement, NULL);
}

/* Runs a statement that names tables of which an older book may lack some. */
static gboolean
run_if (DaybookDatabase  *db,
        const char       *table,
        const char       *column,
        const char       *sql,
        GError          **error)
{
  return !has_column (db, table, column) || daybook_database_run (db, sql, error);
}

typedef void (*Found) (DaybookErasePlan *plan,
                       DaybookDatabase  *db,
                       DaybookStatement *statement);

static gboolean
each (DaybookErasePlan  *plan,
      DaybookDatabase   *db,
      const char        *sql,
      Found              found,
      GError           **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, sql, error);
  GError *local = NULL;

  while (statement != NULL && daybook_statement_next (statement, &local))
    found (plan, db, statement);
  if (local == NULL)
    return statement != NULL;

  g_propagate_error (error, local);
  return FALSE;
}

/* --- Looking ------------------------------------------------------------------- */

#define GONE "(SELECT row FROM temp.gone_customers)"
#define GONE_ORDERS "(SELECT row FROM temp.gone_orders)"
#define GONE_CASES "(SELECT row FROM temp.gone_cases)"

static gboolean
make_tables (DaybookDatabase  *db,
             GError          **error)
{
  static const char *const NAMES[] = { "customers", "orders", "cases", "texts" };

  for (gsize i = 0; i < G_N_ELEMENTS (NAMES); i++)
    {
      g_autofree char *sql = g_strdup_printf (
        "CREATE TABLE IF NOT EXISTS temp.gone_%s (row PRIMARY KEY) WITHOUT ROWID; DELETE FROM temp.gone_%s", NAMES[i], NAMES[i]);

      if (!daybook_database_run (db, sql, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
find_customers (DaybookErasePlan  *plan,
                DaybookDatabase   *db,
                GError           **error)
{
  for (guint i = 0; i < plan->customers->len; i++)
    {
      g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
        "INSERT OR IGNORE INTO temp.gone_customers SELECT row FROM "
        DAYBOOK_CUSTOMER_GROUP ("SELECT rowid FROM customers WHERE id = :id") " WHERE row IS NOT NULL", error);

      if (statement == NULL)
        return FALSE;
      daybook_bind_id (statement, ":id", g_ptr_array_index (plan->customers, i));
      if (!daybook_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

static void
note_customer (DaybookErasePlan *plan,
               DaybookDatabase  *db,
               DaybookStatement *statement)
{
  DaybookId id;

  note_text (plan, daybook_column_text (statement, 1), FALSE);
  note_masked (plan, daybook_column_text (statement, 1));
  if (!daybook_column_id (statement, 0, &id))
    return;
  for (guint i = 0; i < plan->customers->len; i++)
    if (daybook_id_equal (g_ptr_array_index (plan->customers, i), &id))
      return;
  g_ptr_array_add (plan->customers, g_memdup2 (&id, sizeof id));
}

static void
note_handle (DaybookErasePlan *plan,
             DaybookDatabase  *db,
             DaybookStatement *statement)
{
  const char *account = daybook_column_text (statement, 1);
  g_autofree char *hash = daybook_erased_hash_account (db, daybook_column_text (statement, 0), account, NULL);

  note_text (plan, account, TRUE);
  add_text (plan->hashes, hash);
}

/* A phone as it stands and as it is dialled, an e-mail, an address ... */
static void
note_reach (DaybookErasePlan *plan,
            DaybookDatabase  *db,
            DaybookStatement *statement)
{
  const char *value = daybook_column_text (statement, 0);
  g_autofree char *dialled = NULL;
  g_autofree char *hash = NULL;

  if (*value == '\0' || daybook_mask_is_masked (value))
    return;

  dialled = daybook_phone_normalise (value);
  hash = daybook_erased_hash_reach (db, value, NULL);
  note_text (plan, value, TRUE);
  if (dialled != NULL)
    note_text (plan, dialled, TRUE);
  add_text (plan->hashes, hash);
}

static void
note_name (DaybookErasePlan *plan,
           DaybookDatabase  *db,
           DaybookStatement *statement)
{
  note_text (plan, daybook_column_text (statement, 0), FALSE);
  note_masked (plan, daybook_column_text (statement, 0));
}

static void
note_file (DaybookErasePlan *plan,
           DaybookDatabase  *db,
           DaybookStatement *statement)
{
  add_text (plan->files, daybook_column_text (statement, 0));
}

static gboolean
note_texts (DaybookErasePlan  *plan,
            DaybookDatabase   *db,
            GError           **error)
{
  for (guint i = 0; i < plan->strong->len; i++)
    {
      g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, "INSERT OR IGNORE INTO temp.gone_texts VALUES (:text)", error);

      if (statement == NULL)
        return FALSE;
      daybook_bind_text (statement, ":text", g_ptr_array_index (plan->strong, i));
      if (!daybook_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

static void
drop_text (GPtrArray  *texts,
           const char *text)
{
  guint place;

  if (text != NULL && g_ptr_array_find_with_equal_func (texts, text, g_str_equal, &place))
    g_ptr_array_remove_index (texts, place);
}

/* It goes with this person's rows alone, and a file may bring it again: as the other one's. */
static void
note_shared (DaybookErasePlan *plan,
             DaybookDatabase  *db,
             DaybookStatement *statement)
{
  g_autofree char *text = g_strdup (daybook_column_text (statement, 0));
  g_autofree char *dialled = daybook_phone_normalise (text);
  g_autofree char *hash = daybook_erased_hash_reach (db, text, NULL);

  drop_text (plan->strong, text);
  drop_text (plan->strong, dialled);
  drop_text (plan->hashes, hash);
}

/* An order without a customer, since its nick was covered, may have the phone all the same. */
#define FIND_ORDERS \
  "INSERT OR IGNORE INTO temp.gone_orders SELECT rowid FROM orders WHERE customer IN " GONE \
  " OR (customer IS NULL AND (phone IN (SELECT row FROM temp.gone_texts) OR email IN (SELECT row FROM temp.gone_texts)))"

/* What somebody else has too: those who live together have one address, and sometimes one phone. */
#define FIND_SHARED \
  "SELECT value FROM contacts WHERE customer NOT IN " GONE " AND value IN (SELECT row FROM temp.gone_texts)" \
  " UNION SELECT phone FROM orders WHERE rowid NOT IN " GONE_ORDERS " AND phone IN (SELECT row FROM temp.gone_texts)" \
  " UNION SELECT email FROM orders WHERE rowid NOT IN " GONE_ORDERS " AND email IN (SELECT row FROM temp.gone_texts)" \
  " UNION SELECT address FROM orders WHERE rowid NOT IN " GONE_ORDERS " AND address IN (SELECT row FROM temp.gone_texts)"

gboolean
daybook_erase_look (DaybookErasePlan  *plan,
                    DaybookDatabase   *db,
                    GError           **error)
{
  return daybook_database_run (db, "PRAGMA temp_store = MEMORY", error)
         && make_tables (db, error) && find_customers (plan, db, error)
         && each (plan, db, "SELECT id, ifnull (name, '') FROM customers WHERE rowid IN " GONE, note_customer, error)
         && each (plan, db, "SELECT ifnull (platform, ''), ifnull (account, '') FROM handles WHERE customer IN " GONE, note_handle, error)
         && each (plan, db, "SELECT ifnull (value, '') FROM contacts WHERE customer IN " GONE, note_reach, error)
         && note_texts (plan, db, error)
         && daybook_database_run (db, FIND_ORDERS, error)
         && each (plan, db, "SELECT ifnull (phone, '') FROM orders WHERE rowid IN " GONE_ORDERS
                  " UNION SELECT ifnull (email, '') FROM orders WHERE rowid IN " GONE_ORDERS
                  " UNION SELECT ifnull (address, '') FROM orders WHERE rowid IN " GONE_ORDERS, note_reach, error)
         && each (plan, db, "SELECT ifnull (platform, ''), ifnull (buyer, '') FROM orders WHERE rowid IN " GONE_ORDERS, note_handle, error)
         && each (plan, db, "SELECT ifnull (receiver, '') FROM orders WHERE rowid IN " GONE_ORDERS, note_name, error)
         && note_texts (plan, db, error) && each (plan, db, FIND_SHARED, note_shared, error)
         && run_if (db, "cases", "customer", "INSERT OR IGNORE INTO temp.gone_cases SELECT rowid FROM cases WHERE customer IN " GONE
                    " OR \"order\" IN " GONE_ORDERS, error)
         && (!has_column (db, "attachments", "hash")
             || each (plan, db, "SELECT DISTINCT hash FROM attachments a WHERE a.\"case\" IN " GONE_CASES
                      " AND NOT EXISTS (SELECT 1 FROM attachments o WHERE o.hash = a.hash AND o.\"case\" NOT IN " GONE_CASES ")",
                      note_file, error));
}

gint64
daybook_erase_count (DaybookDatabase *db,
                     const char      *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM temp.gone_%s", table);

  return daybook_database_number (db, sql, 0, NULL);
}

/* --- Cutting texts ------------------------------------------------------------------ */

static gboolean
cut_from (GString   *text,
          GPtrArray *needles)
{
  gboolean cut = FALSE;

  for (guint i = 0; i < needles->len; i++)
    cut |= g_string_replace (text, g_ptr_array_index (needles, i), "***", 0) > 0;
  return cut;
}

static gboolean
is_in (const char *text,
       GPtrArray  *needles)
{
  for (guint i = 0; i < needles->len; i++)
    if (strstr (text, g_ptr_array_index (needles, i)) != NULL)
      return TRUE;

  return FALSE;
}

/* erase_hit (all, text): whether the text holds anything of the person; `all`: names too. */
static void
hit (sqlite3_context  *context,
     int               n_arguments,
     sqlite3_value   **arguments)
{
  const DaybookErasePlan *plan = sqlite3_user_data (context);
  const char *text = sqlite3_value_type (arguments[1]) == SQLITE_TEXT ? (const char *) sqlite3_value_text (arguments[1]) : NULL;

  sqlite3_result_int (context, text != NULL && (is_in (text, plan->strong)
                                                || (sqlite3_value_int (arguments[0]) != 0 && is_in (text, plan->weak))));
}

/* erase_cut (all, text): the text without it; `all` 2: without masked names too. */
static void
cut (sqlite3_context  *context,
     int               n_arguments,
     sqlite3_value   **arguments)
{
  const DaybookErasePlan *plan = sqlite3_user_data (context);
  g_autoptr(GString) text = NULL;

  if (sqlite3_value_type (arguments[1]) != SQLITE_TEXT)
    {
      sqlite3_result_value (context, arguments[1]);
      return;
    }

  text = g_string_new ((const char *) sqlite3_value_text (arguments[1]));
  cut_from (text, plan->strong);
  if (sqlite3_value_int (arguments[0]) != 0)
    cut_from (text, plan->weak);
  if (sqlite3_value_int (arguments[0]) == 2)
    cut_from (text, plan->masked);
  sqlite3_result_text (context, text->str, -1, SQLITE_TRANSIENT);
}

static gboolean
register_functions (DaybookErasePlan  *plan,
                    DaybookDatabase   *db,
                    GError           **error)
{
  int flags = SQLITE_UTF8 | SQLITE_DIRECTONLY;
  int code = sqlite3_create_function_v2 (db->handle, "erase_hit", 2, flags, plan, hit, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    code = sqlite3_create_function_v2 (db->handle, "erase_cut", 2, flags, plan, cut, NULL, NULL, NULL);
  if (code == SQLITE_OK)
    return TRUE;

  daybook_database_set_error (error, db->handle, code);
  return FALSE;
}

/* The columns of a table that may hold a text and are no part of its key. (element-type utf8) */
static GPtrArray *
text_columns (DaybookDatabase *db,
              const char      *table)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT name FROM pragma_table_info (:table) WHERE type IN ('TEXT', 'ANY') AND pk = 0", NULL);

  if (statement == NULL)
    return columns;

  daybook_bind_text (statement, ":table", table);
  while (daybook_statement_next (statement, NULL))
    g_ptr_array_add (columns, g_strdup (daybook_column_text (statement, 0)));
  return columns;
}

/* Cuts what is the person's out of every text of the rows that fulfil `where`. */
static gboolean
cut_table (DaybookDatabase  *db,
           const char       *table,
           const char       *where,
           gboolean          all,
           GError          **error)
{
  g_autoptr(GPtrArray) columns = text_columns (db, table);
  g_autoptr(GString) set = g_string_new (NULL);
  g_autoptr(GString) hits = g_string_new (NULL);
  g_autofree char *sql = NULL;

  for (guint i = 0; i < columns->len; i++)
    {
      const char *column = g_ptr_array_index (columns, i);

      g_string_append_printf (set, "%s\"%s\" = erase_cut (%d, \"%s\")", i > 0 ? ", " : "", column, all, column);
      g_string_append_printf (hits, "%serase_hit (%d, \"%s\")", i > 0 ? " OR " : "", all, column);
    }
  if (columns->len == 0)
    return TRUE;

  sql = g_strdup_printf ("UPDATE main.\"%s\" SET %s WHERE (%s) AND (%s)", table, set->str, where, hits->str);
  return daybook_database_run (db, sql, error);
}

/* Of the names, those that nobody else has. */
static GPtrArray *
find_unique (DaybookDatabase *db,
             GPtrArray       *names)
{
  GPtrArray *unique = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
        "SELECT 1 FROM customers WHERE name = :name UNION ALL SELECT 1 FROM orders WHERE receiver = :name OR buyer = :name LIMIT 1", NULL);

      if (statement == NULL)
        continue;
      daybook_bind_text (statement, ":name", g_ptr_array_index (names, i));
      if (!daybook_statement_next (statement, NULL))
        add_text (unique, g_ptr_array_index (names, i));
    }
  return unique;
}

/* A name may be a word of the shop's, or one of its own people's. */
static gboolean
is_of_shop (const char *table)
{
  static const char *const SHOP[] = {
    "agents", "shops", "products", "order_lines", "registers", "rules", "calendars", "settings", "views", "articles", "revisions",
    "phrases", "guarded_words", "trade_contacts", "grades", "chores", "shift_templates", "call_plans", "campaigns", "market_notes", NULL,
  };

  return g_strv_contains (SHOP, table);
}

static gboolean
cut_everywhere (DaybookDatabase  *db,
                GError          **error)
{
  g_autoptr(GPtrArray) tables = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (db,
    "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'", error);

  while (statement != NULL && daybook_statement_next (statement, NULL))
    g_ptr_array_add (tables, g_strdup (daybook_column_text (statement, 0)));
  for (guint i = 0; i < tables->len; i++)
    if (!cut_table (db, g_ptr_array_index (tables, i), "1", !is_of_shop (g_ptr_array_index (tables, i)), error))
      return FALSE;

  return statement != NULL;
}

/* --- The person's rows ------------------------------------------------------------------ */

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
  { &daybook_orders, "customer", "rowid IN " GONE_ORDERS },
  { &daybook_cases, "customer", "rowid IN " GONE_CASES },
  { &daybook_events, "case", "\"case\" IN " GONE_CASES " OR \"order\" IN " GONE_ORDERS " OR customer IN " GONE },
  { &daybook_tasks, "customer", "customer IN " GONE " OR \"case\" IN " GONE_CASES " OR \"order\" IN " GONE_ORDERS },
  { &daybook_surveys, "customer", "customer IN " GONE " OR \"case\" IN " GONE_CASES " OR \"order\" IN " GONE_ORDERS },
  { &daybook_boxes, "case", "\"case\" IN " GONE_CASES " OR \"order\" IN " GONE_ORDERS },
  { &daybook_aftersales, "order_number", "order_number IN (SELECT number FROM orders WHERE rowid IN " GONE_ORDERS ")" },
  { &daybook_reviews, "order_number", "order_number IN (SELECT number FROM orders WHERE rowid IN " GONE_ORDERS ")" },
  { &daybook_payments, "order_number", "order_number IN (SELECT number FROM orders WHERE rowid IN " GONE_ORDERS ")" },
};

/* "name = NULL, note = NULL"; "" where the table of the file has none of them. */
static char *
clearing_of (DaybookDatabase    *db,
             const DaybookTable *table)
{
  g_autoptr(GString) set = g_string_new (NULL);

  for (guint i = 0; i < table->n_fields; i++)
    if (daybook_erased_is_personal (&table->fields[i]) && has_column (db, table->plural, table->fields[i].name))
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

/* What files said, word for word. */
static gboolean
forget_sources (DaybookDatabase     *db,
                const DaybookTable  *table,
                const char          *where,
                GError             **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM entry_sources WHERE tbl = '%s' AND row IN (SELECT rowid FROM %s WHERE %s)",
                                          table->kind, table->plural, where);

  return run_if (db, "entry_sources", "raw", sql, error);
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
         && cut_table (db, table->plural, where, TRUE, error)
         && daybook_database_run (db, turned, error);
}

static gboolean
forget_own (DaybookDatabase     *db,
            const DaybookTable  *table,
            GError             **error)
{
  const char *plural = table->plural;
  g_autofree char *rows = g_strdup_printf ("SELECT rowid FROM %s WHERE customer IN " GONE, plural);
  g_autofree char *where = g_strdup_printf ("customer IN " GONE);
  g_autofree char *reveals = g_strdup_printf ("DELETE FROM reveals WHERE row_kind = '%s' AND row IN (SELECT "
    "lower (substr (hex (id), 1, 8) || '-' || substr (hex (id), 9, 4) || '-' || substr (hex (id), 13, 4) || '-'"
    " || substr (hex (id), 17, 4) || '-' || substr (hex (id), 21)) FROM %s WHERE %s)", table->kind, plural, where);
  g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE %s", plural, where);

  return !has_column (db, plural, "customer")
         || (run_if (db, "reveals", "row_kind", reveals, error) && forget_sources (db, table, where, error)
             && forget_history (db, table->kind, rows, error) && daybook_database_run (db, sql, error));
}

/* Files go with the rows that tell of them. */
static gboolean
forget_files (DaybookDatabase  *db,
              GError          **error)
{
  return !has_column (db, "attachments", "case")
         || (forget_history (db, "attachment", "SELECT rowid FROM attachments WHERE \"case\" IN " GONE_CASES, error)
             && daybook_database_run (db, "DELETE FROM attachments WHERE \"case\" IN " GONE_CASES, error));
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
    g_ptr_array_add (updates, g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = NULL WHERE \"%s\" IN " GONE, daybook_column_text (statement, 0),
                                               daybook_column_text (statement, 1), daybook_column_text (statement, 1)));
  for (guint i = 0; i < updates->len; i++)
    if (!daybook_database_run (db, g_ptr_array_index (updates, i), error))
      return FALSE;

  return statement != NULL;
}

/* The ids of the customers stand in operations that pointed at them. */
#define FORGET_POINTERS \
  "UPDATE ops SET value = NULL WHERE typeof (value) = 'blob' AND value IN (SELECT id FROM customers WHERE rowid IN " GONE ");" \
  "UPDATE ops SET old = NULL WHERE typeof (old) = 'blob' AND old IN (SELECT id FROM customers WHERE rowid IN " GONE ");"

static gboolean
forget_customers (DaybookDatabase  *db,
                  GError          **error)
{
  static const char REVEALS[] = "DELETE FROM reveals WHERE row_kind = 'customer' AND row IN (SELECT "
    "lower (substr (hex (id), 1, 8) || '-' || substr (hex (id), 9, 4) || '-' || substr (hex (id), 13, 4) || '-'"
    " || substr (hex (id), 17, 4) || '-' || substr (hex (id), 21)) FROM customers WHERE rowid IN " GONE ")";

  return run_if (db, "reveals", "row_kind", REVEALS, error)
         && forget_history (db, "customer", "SELECT row FROM temp.gone_customers", error)
         && daybook_database_run (db, FORGET_POINTERS, error) && let_go (db, error)
         && daybook_database_run (db, "DELETE FROM customers WHERE rowid IN " GONE, error);
}

/* Rows that came into no table: the whole row goes. */
static gboolean
forget_raw (DaybookDatabase  *db,
            GError          **error)
{
  return run_if (db, "source_rows", "raw", "DELETE FROM source_rows WHERE \"order\" IN " GONE_ORDERS " OR erase_hit (0, raw)", error)
         && run_if (db, "entry_sources", "raw", "DELETE FROM entry_sources WHERE erase_hit (0, raw)", error)
         && run_if (db, "import_problem_rows", "raw", "DELETE FROM import_problem_rows WHERE row > 0 AND erase_hit (1, raw)", error)
         && run_if (db, "import_problems", "value",
                    "UPDATE import_problems SET value = erase_cut (1, value), why = erase_cut (1, why)"
                    " WHERE erase_hit (1, value) OR erase_hit (1, why)", error)
         && daybook_database_run (db, "DELETE FROM held_ops WHERE erase_hit (0, op)", error);
}

/* Of acts on what is theirs the title names them. */
#define CUT_TITLES \
  "UPDATE acts SET title = erase_cut (2, title) WHERE key IN (SELECT o.act FROM ops o WHERE" \
  " (o.tbl = 'customer' AND o.row IN " GONE ") OR (o.tbl = 'order' AND o.row IN " GONE_ORDERS ")" \
  " OR (o.tbl = 'case' AND o.row IN " GONE_CASES "))"

/* Wherever else the person is spoken of. */
static gboolean
cut_rest (DaybookErasePlan  *plan,
          DaybookDatabase   *db,
          GError           **error)
{
  g_autoptr(GPtrArray) unique = find_unique (db, plan->weak);
  GPtrArray *weak = plan->weak;
  gboolean ok;

  plan->weak = unique;
  ok = cut_everywhere (db, error);
  plan->weak = weak;
  return ok;
}

gboolean
daybook_erase_rows (DaybookErasePlan  *plan,
                    DaybookDatabase   *db,
                    GError           **error)
{
  if (!register_functions (plan, db, error) || !daybook_database_run (db, CUT_TITLES, error))
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (FIGURES); i++)
    if (has_column (db, FIGURES[i].table->plural, FIGURES[i].column)
        && !clear_figures (db, FIGURES[i].table, FIGURES[i].where, error))
      return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (OWN); i++)
    if (!forget_own (db, OWN[i], error))
      return FALSE;

  return forget_files (db, error) && forget_raw (db, error) && forget_customers (db, error) && cut_rest (plan, db, error);
}

gboolean
daybook_erase_packed (DaybookErasePlan  *plan,
                      DaybookDatabase   *db,
                      GError           **error)
{
  for (guint i = 0; has_column (db, "packed_attachments", "hash") && i < plan->files->len; i++)
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
