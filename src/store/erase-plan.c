/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/erase-plan.h"

#include "store/customer-group.h"
#include "store/erase-fields.h"
#include "store/erased.h"
#include "store/registers.h"

#include <string.h>

/* A shorter text stands in other words too. */
#define STRONG_BYTES 6
#define LEAST_BYTES 4

DaybookErasePlan *
daybook_erase_plan_new (void)
{
  DaybookErasePlan *plan = g_new0 (DaybookErasePlan, 1);

  plan->customers = g_ptr_array_new_with_free_func (g_free);
  plan->strong = g_ptr_array_new_with_free_func (g_free);
  plan->weak = g_ptr_array_new_with_free_func (g_free);
  plan->nicks = g_ptr_array_new_with_free_func (g_free);
  plan->shared = g_ptr_array_new_with_free_func (g_free);
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
  g_ptr_array_unref (plan->nicks);
  g_ptr_array_unref (plan->shared);
  g_ptr_array_unref (plan->masked);
  g_ptr_array_unref (plan->hashes);
  g_ptr_array_unref (plan->files);
  g_free (plan);
}

void
daybook_erase_add_text (GPtrArray  *texts,
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
    daybook_erase_add_text (plan->masked, masked);
}

/* What is covered tells nothing, and stands with others too; and what others have in one file is theirs in all. */
static void
note_text (DaybookErasePlan *plan,
           GPtrArray        *texts,
           const char       *text)
{
  if (strlen (text) >= LEAST_BYTES && !daybook_mask_is_masked (text)
      && !g_ptr_array_find_with_equal_func (plan->shared, text, g_str_equal, NULL))
    daybook_erase_add_text (texts, text);
}

/* A phone as it stands and as it is dialled, an e-mail, an address ... Whatever is shorter is a hotline or a word. */
static void
note_said (DaybookErasePlan *plan,
           const char       *text)
{
  g_autofree char *dialled = daybook_phone_normalise (text);

  if (strlen (text) < STRONG_BYTES)
    return;

  note_text (plan, plan->strong, text);
  if (dialled != NULL && strlen (dialled) >= STRONG_BYTES)
    note_text (plan, plan->strong, dialled);
}

/* A nick; or what serves as one: a phone, an e-mail, the number of a card. */
static void
note_account (DaybookErasePlan *plan,
              const char       *text)
{
  g_autofree char *dialled = daybook_phone_normalise (text);

  if (dialled != NULL || strchr (text, '@') != NULL)
    note_said (plan, text);
  else
    note_text (plan, plan->nicks, text);
}

void
daybook_erase_plan_note (DaybookErasePlan *plan,
                         DaybookMask       mask,
                         const char       *text)
{
  switch (mask)
    {
    case DAYBOOK_MASK_NONE:
      break;
    case DAYBOOK_MASK_NAME:
      note_text (plan, plan->weak, text);
      note_masked (plan, text);
      break;
    case DAYBOOK_MASK_ACCOUNT:
    case DAYBOOK_MASK_CHAT:
      note_account (plan, text);
      break;
    case DAYBOOK_MASK_PHONE:
    case DAYBOOK_MASK_ADDRESS:
    case DAYBOOK_MASK_EMAIL:
    case DAYBOOK_MASK_CONTACT:
    default:
      note_said (plan, text);
      break;
    }
}

/* --- What the file has ------------------------------------------------------ */

gboolean
daybook_erase_has_column (DaybookDatabase *db,
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

gboolean
daybook_erase_run_if (DaybookDatabase  *db,
                      const char       *table,
                      const char       *column,
                      const char       *sql,
                      GError          **error)
{
  return !daybook_erase_has_column (db, table, column) || daybook_database_run (db, sql, error);
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

  daybook_erase_plan_note (plan, DAYBOOK_MASK_NAME, daybook_column_text (statement, 1));
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

  daybook_erase_plan_note (plan, DAYBOOK_MASK_ACCOUNT, account);
  daybook_erase_add_text (plan->hashes, hash);
}

/* What they are reached by: a file that has it means them. */
static void
note_reach (DaybookErasePlan *plan,
            DaybookDatabase  *db,
            DaybookStatement *statement)
{
  const char *value = daybook_column_text (statement, 0);
  g_autofree char *hash = daybook_erased_hash_reach (db, value, NULL);

  daybook_erase_plan_note (plan, DAYBOOK_MASK_CONTACT, value);
  daybook_erase_add_text (plan->hashes, hash);
}

static void
note_contact (DaybookErasePlan *plan,
              DaybookDatabase  *db,
              DaybookStatement *statement)
{
  daybook_erase_plan_note (plan, DAYBOOK_MASK_CONTACT, daybook_column_text (statement, 0));
}

static void
note_name (DaybookErasePlan *plan,
           DaybookDatabase  *db,
           DaybookStatement *statement)
{
  daybook_erase_plan_note (plan, DAYBOOK_MASK_NAME, daybook_column_text (statement, 0));
}

static void
note_file (DaybookErasePlan *plan,
           DaybookDatabase  *db,
           DaybookStatement *statement)
{
  daybook_erase_add_text (plan->files, daybook_column_text (statement, 0));
}

static gboolean
keep_texts (DaybookDatabase  *db,
            GPtrArray        *texts,
            GError          **error)
{
  for (guint i = 0; i < texts->len; i++)
    {
      g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, "INSERT OR IGNORE INTO temp.gone_texts VALUES (:text)", error);

      if (statement == NULL)
        return FALSE;
      daybook_bind_text (statement, ":text", g_ptr_array_index (texts, i));
      if (!daybook_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
note_texts (DaybookErasePlan  *plan,
            DaybookDatabase   *db,
            GError           **error)
{
  /* The look is repeated, and what was found to be shared is to be found again: no hash of it stays. */
  return keep_texts (db, plan->strong, error) && keep_texts (db, plan->nicks, error) && keep_texts (db, plan->shared, error);
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
  drop_text (plan->nicks, text);
  drop_text (plan->hashes, hash);
  daybook_erase_add_text (plan->shared, text);
  daybook_erase_add_text (plan->shared, dialled);
}

/* An order without a customer, since its nick was covered, may have the phone all the same. */
#define FIND_ORDERS \
  "INSERT OR IGNORE INTO temp.gone_orders SELECT rowid FROM orders WHERE customer IN " DAYBOOK_GONE \
  " OR (customer IS NULL AND (phone IN (SELECT row FROM temp.gone_texts) OR email IN (SELECT row FROM temp.gone_texts)))"

#define FIND_CASES \
  "INSERT OR IGNORE INTO temp.gone_cases SELECT rowid FROM cases WHERE customer IN " DAYBOOK_GONE " OR \"order\" IN " DAYBOOK_GONE_ORDERS

/* What somebody else has too, and where: those who live together have one address, and sometimes one phone; and a hotline is
 * called in many cases. An older book lacks some. */
static const struct
{
  const char *table;
  const char *column;
  const char *where;
} OTHERS[] = {
  { "handles", "account", "customer NOT IN " DAYBOOK_GONE },
  { "contacts", "value", "customer NOT IN " DAYBOOK_GONE },
  { "orders", "buyer", "customer IS NOT NULL AND rowid NOT IN " DAYBOOK_GONE_ORDERS },
  { "orders", "phone", "rowid NOT IN " DAYBOOK_GONE_ORDERS },
  { "orders", "email", "rowid NOT IN " DAYBOOK_GONE_ORDERS },
  { "cases", "contact", "rowid NOT IN " DAYBOOK_GONE_CASES },
  { "events", "contact", "NOT ifnull (" DAYBOOK_GONE_EVENTS ", 0)" },
  { "trade_contacts", "phone", "1" },
  { "trade_contacts", "email", "1" },
};

/* A street is part of the addresses of all who live there. That costs a look at every order: nothing but addresses is worth it. */
#define FIND_STREETS \
  "SELECT t.row FROM temp.gone_texts t WHERE t.row GLOB '*[^ -~]*' AND length (t.row) >= 6" \
  " AND EXISTS (SELECT 1 FROM orders o WHERE instr (o.address, t.row) > 0 AND o.rowid NOT IN " DAYBOOK_GONE_ORDERS ")"

/* By which the book knows its tables, registers and platforms. */
static gboolean
is_of_book (DaybookDatabase *db,
            const char      *word)
{
  g_autoptr(DaybookStatement) statement = NULL;

  if (daybook_registry_find (word) != NULL || daybook_register_in_force (db, word) != NULL)
    return TRUE;

  statement = daybook_database_prepare (db, "SELECT 1 FROM handles WHERE platform = :word LIMIT 1", NULL);
  if (statement == NULL)
    return FALSE;

  daybook_bind_text (statement, ":word", word);
  return daybook_statement_next (statement, NULL);
}

static void
drop_words (DaybookErasePlan *plan,
            DaybookDatabase  *db)
{
  for (guint i = plan->nicks->len; i-- > 0;)
    if (is_of_book (db, g_ptr_array_index (plan->nicks, i)))
      g_ptr_array_remove_index (plan->nicks, i);
}

static gboolean
find_shared (DaybookErasePlan  *plan,
             DaybookDatabase   *db,
             GError           **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (OTHERS); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT DISTINCT %s FROM %s WHERE %s IN (SELECT row FROM temp.gone_texts) AND %s",
                                              OTHERS[i].column, OTHERS[i].table, OTHERS[i].column, OTHERS[i].where);

      if (daybook_erase_has_column (db, OTHERS[i].table, OTHERS[i].column) && !each (plan, db, sql, note_shared, error))
        return FALSE;
    }
  drop_words (plan, db);
  return each (plan, db, FIND_STREETS, note_shared, error);
}

static gboolean
look_at_people (DaybookErasePlan  *plan,
                DaybookDatabase   *db,
                GError           **error)
{
  return each (plan, db, "SELECT id, ifnull (name, '') FROM customers WHERE rowid IN " DAYBOOK_GONE, note_customer, error)
         && each (plan, db, "SELECT ifnull (platform, ''), ifnull (account, '') FROM handles WHERE customer IN " DAYBOOK_GONE, note_handle, error)
         && each (plan, db, "SELECT ifnull (value, '') FROM contacts WHERE customer IN " DAYBOOK_GONE, note_reach, error)
         && note_texts (plan, db, error);
}

static gboolean
look_at_orders (DaybookErasePlan  *plan,
                DaybookDatabase   *db,
                GError           **error)
{
  return daybook_database_run (db, FIND_ORDERS, error)
         && each (plan, db, "SELECT ifnull (phone, '') FROM orders WHERE rowid IN " DAYBOOK_GONE_ORDERS
                  " UNION SELECT ifnull (email, '') FROM orders WHERE rowid IN " DAYBOOK_GONE_ORDERS
                  " UNION SELECT ifnull (address, '') FROM orders WHERE rowid IN " DAYBOOK_GONE_ORDERS, note_reach, error)
         && each (plan, db, "SELECT ifnull (platform, ''), ifnull (buyer, '') FROM orders WHERE rowid IN " DAYBOOK_GONE_ORDERS, note_handle, error)
         && each (plan, db, "SELECT ifnull (receiver, '') FROM orders WHERE rowid IN " DAYBOOK_GONE_ORDERS, note_name, error);
}

/* Articles have files in the same folder (store/attachment-book.h). */
static gboolean
look_at_files (DaybookErasePlan  *plan,
               DaybookDatabase   *db,
               GError           **error)
{
  gboolean pictures = daybook_erase_has_column (db, "pictures", "hash");
  g_autofree char *sql = g_strconcat (
    "SELECT DISTINCT hash FROM attachments a WHERE a.\"case\" IN " DAYBOOK_GONE_CASES
    " AND NOT EXISTS (SELECT 1 FROM attachments o WHERE o.hash = a.hash AND o.\"case\" NOT IN " DAYBOOK_GONE_CASES ")",
    pictures ? " AND NOT EXISTS (SELECT 1 FROM pictures p WHERE p.hash = a.hash)" : "", NULL);

  return each (plan, db, sql, note_file, error);
}

static gboolean
look_at_cases (DaybookErasePlan  *plan,
               DaybookDatabase   *db,
               GError           **error)
{
  if (!daybook_erase_has_column (db, "cases", "customer"))
    return TRUE;

  return daybook_database_run (db, FIND_CASES, error) && look_at_files (plan, db, error)
         && each (plan, db, "SELECT contact FROM cases WHERE contact IS NOT NULL AND rowid IN " DAYBOOK_GONE_CASES
                  " UNION SELECT contact FROM events WHERE contact IS NOT NULL AND (" DAYBOOK_GONE_EVENTS ")", note_contact, error)
         && daybook_erase_fields_look (plan, db, error);
}

gboolean
daybook_erase_look (DaybookErasePlan  *plan,
                    DaybookDatabase   *db,
                    GError           **error)
{
  return daybook_database_run (db, "PRAGMA temp_store = MEMORY", error)
         && make_tables (db, error) && find_customers (plan, db, error)
         && look_at_people (plan, db, error) && look_at_orders (plan, db, error) && look_at_cases (plan, db, error)
         && note_texts (plan, db, error) && find_shared (plan, db, error);
}

gint64
daybook_erase_count (DaybookDatabase *db,
                     const char      *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM temp.gone_%s", table);

  return daybook_database_number (db, sql, 0, NULL);
}
