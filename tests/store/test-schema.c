/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "core/call-plan-starter.h"
#include "store/database.h"
#include "store/due-rebuild.h"
#include "store/staging-private.h"

#include <glib/gstdio.h>
#include <string.h>

#define DAY G_GINT64_CONSTANT (86400)

static DaybookDatabase *
open_database (Book *book)
{
  g_autoptr(GError) error = NULL;
  DaybookDatabase *db = daybook_database_open (daybook_store_get_path (book->store), DAYBOOK_DATABASE_READ, 0, &error);

  g_assert_no_error (error);
  return db;
}

static const char *
sql_type (DaybookType type)
{
  return type == DAYBOOK_TYPE_TEXT || type == DAYBOOK_TYPE_DATE ? "TEXT" : "INTEGER";
}

/* The registry and the schema are two descriptions of the same tables. */
static void
test_registry_equals_schema (void)
{
  Book book;
  guint n_tables;
  const DaybookTable *const *tables = daybook_registry_tables (&n_tables);
  book_open (&book);
  g_autoptr(DaybookDatabase) db = open_database (&book);

  for (guint i = 0; i < n_tables; i++)
    {
      g_autofree char *sql = g_strdup_printf ("PRAGMA table_info (%s)", tables[i]->plural);
      guint n_extra = tables[i]->parted != 0;
      g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, sql, NULL);
      guint columns = 0;

      while (daybook_statement_next (statement, NULL))
        {
          const char *name = daybook_column_text (statement, 1);

          columns++;
          if (columns <= 3) /* rowid, id, born */
            continue;
          if (columns == tables[i]->n_fields + 4)
            {
              g_assert_cmpstr (name, ==, "extra");
              continue;
            }
          const DaybookField *field = &tables[i]->fields[columns - 4];
          g_assert_cmpstr (name, ==, field->name);
          g_assert_cmpstr (daybook_column_text (statement, 2), ==, sql_type (field->type));
          g_assert_cmpint (sqlite3_column_int (statement, 3), ==,
                           field->type == DAYBOOK_TYPE_ENUM || field->type == DAYBOOK_TYPE_BOOL);
        }
      g_assert_cmpuint (columns, ==, tables[i]->n_fields + 3 + n_extra);
    }

  book_close (&book);
}

static void
test_parts_have_owners_indexed (void)
{
  Book book;
  guint n_tables;
  const DaybookTable *const *tables = daybook_registry_tables (&n_tables);
  book_open (&book);
  g_autoptr(DaybookDatabase) db = open_database (&book);

  for (guint i = 0; i < n_tables; i++)
    {
      if (tables[i]->owner < 0)
        continue;
      g_autofree char *sql = g_strdup_printf ("EXPLAIN QUERY PLAN SELECT rowid FROM %s WHERE \"%s\" = 1",
                                              tables[i]->plural, tables[i]->fields[tables[i]->owner].name);
      g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, sql, NULL);
      g_assert_true (daybook_statement_next (statement, NULL));
      g_assert_nonnull (strstr (daybook_column_text (statement, 3), "USING"));
    }

  book_close (&book);
}

static void
test_files_are_private (void)
{
  Book book;
  GStatBuf file;
  book_open (&book);

  g_assert_cmpint (g_stat (daybook_store_get_path (book.store), &file), ==, 0);
  g_assert_cmpuint (file.st_mode & 0777, ==, 0600);

  book_close (&book);
}

static void
test_opening_again_keeps_the_shop (void)
{
  Book book;
  book_open (&book);
  DaybookId shop = *daybook_store_get_shop (book.store);
  DaybookId owner = *daybook_store_get_agent (book.store);
  g_assert_false (daybook_id_is_null (&shop));
  g_assert_false (daybook_id_is_null (&owner));

  book_reopen (&book);
  g_assert_true (daybook_id_equal (&shop, daybook_store_get_shop (book.store)));
  g_assert_true (daybook_id_equal (&owner, daybook_store_get_agent (book.store)));
  g_assert_cmpuint (book_count (&book, &daybook_agents, ""), ==, 1);

  book_close (&book);
}

static void
assert_open_fails (const char  *content,
                   int          code)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("daybook-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "daybook.db", NULL);
  g_autofree char *after = NULL;
  gsize length = 0;

  g_file_set_contents (path, content, -1, NULL);
  g_assert_null (daybook_store_open (folder, DAYBOOK_STORE_CREATE, &error));
  g_assert_error (error, DAYBOOK_ERROR, code);
  g_assert_true (g_file_get_contents (path, &after, &length, NULL));
  g_assert_cmpmem (after, length, content, strlen (content));
  book_remove_folder (folder);
}

static void
test_what_is_no_book_is_refused (void)
{
  g_autofree char *text = g_strnfill (5000, 'x');

  assert_open_fails (text, DAYBOOK_ERROR_CORRUPT);
}

static void
run_sql (const char *folder,
         const char *sql)
{
  g_autofree char *path = g_build_filename (folder, "daybook.db", NULL);
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  sqlite3_busy_timeout (handle, 5000); /* the book may be writing */
  sqlite3_exec (handle, sql, NULL, NULL, NULL);
  g_assert_cmpstr (sqlite3_errmsg (handle), ==, "not an error");
  sqlite3_close (handle);
}

static void
set_version (const char *folder,
             int         version)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA user_version = %d", version);

  run_sql (folder, sql);
}

/* A step of the schema asks for it; in empty tables of nothing. */
static void
find_no_parcel (sqlite3_context *context,
                int              n_values,
                sqlite3_value  **values)
{
  sqlite3_result_null (context);
}

/* The empty tables of that version. (transfer full) */
static sqlite3 *
make_tables (int version)
{
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (":memory:", &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_create_function (handle, "parcel_number", 1, SQLITE_UTF8, NULL, find_no_parcel, NULL, NULL), ==, SQLITE_OK);
  for (int i = 1; i <= version; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *name = g_strdup_printf ("/io/github/daybook/store/%d.sql", i);
      g_autoptr(GBytes) sql = g_resources_lookup_data (name, 0, &error);

      g_assert_no_error (error);
      g_assert_cmpint (sqlite3_exec (handle, g_bytes_get_data (sql, NULL), NULL, NULL, NULL), ==, SQLITE_OK);
    }

  return handle;
}

/* "DROP INDEX orders_bills", "ALTER TABLE orders DROP COLUMN bills": by which each thing goes that a book may have, in
 * the order in which they can go. */
#define PARTS \
  "SELECT 'DROP INDEX ' || name, 1 AS rank FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL" \
  " UNION ALL SELECT 'ALTER TABLE ' || s.name || ' DROP COLUMN \"' || c.name || '\"', 2" \
  "   FROM sqlite_schema s, pragma_table_info (s.name) c WHERE s.type = 'table'" \
  " UNION ALL SELECT 'DROP TABLE ' || name, 3 FROM sqlite_schema WHERE type = 'table'" \
  " ORDER BY rank"

static GPtrArray *
list_parts (sqlite3 *handle)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement;

  g_assert_cmpint (sqlite3_prepare_v2 (handle, PARTS, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_ptr_array_add (parts, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
  sqlite3_finalize (statement);
  return parts;
}

/* What later steps made goes, so that they can make it again: all that the tables of that version do not have. A column
 * of a table that is no more than later goes with it. */
static void
make_version (const char *folder,
              int         version)
{
  g_autofree char *path = g_build_filename (folder, "daybook.db", NULL);
  sqlite3 *tables = make_tables (version);
  g_autoptr(GPtrArray) kept = list_parts (tables);
  g_autoptr(GPtrArray) parts = NULL;
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  parts = list_parts (handle);
  for (guint i = 0; i < parts->len; i++)
    {
      const char *part = g_ptr_array_index (parts, i);

      if (!g_ptr_array_find_with_equal_func (kept, part, g_str_equal, NULL))
        sqlite3_exec (handle, part, NULL, NULL, NULL);
    }
  g_assert_cmpint (sqlite3_table_column_metadata (handle, NULL, "uses", NULL, NULL, NULL, NULL, NULL, NULL), ==,
                   version < 15 ? SQLITE_ERROR : SQLITE_OK);
  sqlite3_close (handle);
  sqlite3_close (tables);
  set_version (folder, version);
}

/* What the first version made is brought up to date, after a copy of it. */
static void
test_an_older_book_is_migrated (void)
{
  Book book;
  g_autoptr(GError) error = NULL;
  book_open (&book);
  book_add_order (&book, "1001", BOOK_NOW);
  g_clear_object (&book.store);
  make_version (book.folder, 1);

  book.store = daybook_store_open_at (book.folder, DAYBOOK_STORE_CREATE, BOOK_NOW, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (book_count (&book, &daybook_orders, ""), ==, 1);
  g_autofree char *copy = g_build_filename (book.folder, "daybook.db.before-v2", NULL);
  g_assert_true (g_file_test (copy, G_FILE_TEST_EXISTS));
  run_sql (book.folder, "SELECT \"order\", act FROM sights");
  run_sql (book.folder, "SELECT extra FROM cases");

  book_close (&book);
}

/* What an import that was killed has staged. */
static char *
leave_staged (Book            *book,
              const DaybookId *act)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOrderRecord) record = daybook_record_new ();
  const DaybookStagingSpec spec = {
    .shop = *daybook_store_get_shop (book->store),
    .platform = "tmall", .kind = "orders", .file = "orders.csv", .encoding = "UTF-8",
    .form = 42, .header = "订单编号", .as_of = BOOK_NOW,
  };
  g_autoptr(DaybookStaging) staging = daybook_staging_new (book->store, &spec, &error);

  g_assert_no_error (error);
  daybook_record_set_text (record, DAYBOOK_ORDER_NUMBER, "1002");
  g_assert_true (daybook_staging_add (staging, record, &error));
  g_assert_true (daybook_staging_finish (staging, 1, "{}", &error));
  g_assert_true (daybook_staging_set_act (staging, act, &error));
  g_assert_no_error (error);
  return g_path_get_basename (staging->path);
}

static void
run_sql_on (const char *folder,
            const char *name,
            const char *sql)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(DaybookDatabase) db = daybook_database_open (path, DAYBOOK_DATABASE_WRITE, 0, &error);

  g_assert_no_error (error);
  g_assert_true (daybook_database_run (db, sql, &error));
  g_assert_no_error (error);
}

/* The program was killed in an import, and is a newer one when it starts again: what the old
 * one had staged means nothing to it, and the book opens all the same. */
static void
test_what_an_older_program_left_is_taken_back (void)
{
  Book book;
  DaybookId act = { { 0 } };
  g_autoptr(GError) error = NULL;
  book_open (&book);
  book_add_order (&book, "1001", BOOK_NOW);

  g_autoptr(GPtrArray) acts = daybook_reader_history (daybook_store_get_reader (book.store), NULL, NULL, 0, 1, &error);
  g_assert_no_error (error);
  act = ((const DaybookAct *) g_ptr_array_index (acts, 0))->id;
  g_autofree char *staged = leave_staged (&book, &act);
  g_clear_object (&book.store);
  run_sql_on (book.folder, staged, "ALTER TABLE sights DROP COLUMN carried; INSERT INTO sights VALUES (1);"
                                   " DELETE FROM meta WHERE key = 'shape'; UPDATE meta SET value = 0 WHERE key = 'known_from'");
  run_sql (book.folder, "UPDATE acts SET state = 1 WHERE key = (SELECT max (key) FROM acts)");

  book.store = daybook_store_open_at (book.folder, DAYBOOK_STORE_EXISTING, BOOK_NOW, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (daybook_store_get_recovery (book.store), "taken back"));
  g_assert_cmpuint (book_count (&book, &daybook_orders, ""), ==, 0);

  book_close (&book);
}

/* The second version kept one sight of an order; it is kept. */
static void
test_sights_are_kept (void)
{
  Book book;
  g_autoptr(GError) error = NULL;
  book_open (&book);
  book_add_order (&book, "1001", BOOK_NOW);
  g_clear_object (&book.store);
  run_sql (book.folder, "DROP TABLE sights");
  run_sql (book.folder, "CREATE TABLE sights (\"order\" INTEGER PRIMARY KEY, act INTEGER NOT NULL REFERENCES acts (key)) STRICT");
  run_sql (book.folder, "INSERT INTO sights VALUES (1, 1)");
  make_version (book.folder, 2);

  book.store = daybook_store_open_at (book.folder, DAYBOOK_STORE_CREATE, BOOK_NOW, &error);
  g_assert_no_error (error);
  g_autofree char *path = g_build_filename (book.folder, "daybook.db", NULL);
  g_autoptr(DaybookDatabase) db = daybook_database_open (path, DAYBOOK_DATABASE_READ, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (daybook_database_number (db, "SELECT count (*) FROM sights WHERE \"order\" = 1 AND act = 1", 0, NULL), ==, 1);

  g_clear_pointer (&db, daybook_database_close);
  book_close (&book);
}

/* The sixth version kept problems without their rows: they stay, and there are no rows. */
static void
test_problems_are_kept (void)
{
  Book book;
  g_autoptr(GError) error = NULL;
  book_open (&book);
  book_add_order (&book, "1001", BOOK_NOW);
  g_clear_object (&book.store);
  make_version (book.folder, 6);
  run_sql (book.folder, "INSERT INTO import_problems VALUES (1, 0, 12, 'Total', 'ten', 'It is no amount.')");

  book.store = daybook_store_open_at (book.folder, DAYBOOK_STORE_CREATE, BOOK_NOW, &error);
  g_assert_no_error (error);
  g_autofree char *path = g_build_filename (book.folder, "daybook.db", NULL);
  g_autoptr(DaybookDatabase) db = daybook_database_open (path, DAYBOOK_DATABASE_READ, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (daybook_database_number (db, "SELECT count (*) FROM import_problems WHERE row = 12", 0, NULL), ==, 1);
  g_assert_cmpint (daybook_database_number (db, "SELECT count (*) FROM import_problem_rows", -1, NULL), ==, 0);

  g_clear_pointer (&db, daybook_database_close);
  book_close (&book);
}

/* --- The follow-up that became a call-back plan ------------------------------------------------------ */

/* Two orders that were received two days ago, of which one was called about; the older book's shop had wanted that. */
static void
leave_old_rule (Book *book,
                int   used)
{
  DaybookId called;
  char id[DAYBOOK_ID_STRING_SIZE];

  book_open (book);
  book_add_order (book, "1001", BOOK_NOW - 9 * DAY);
  called = book_add_order (book, "1002", BOOK_NOW - 9 * DAY);
  daybook_id_print (&called, id);
  g_clear_object (&book->store);
  make_version (book->folder, 15);

  g_autofree char *rule = g_strdup_printf ("INSERT INTO rules (id, born, key, used, within) VALUES (randomblob (16), 0, 'delivered', %d, '36h')", used);
  g_autofree char *done = g_strdup_printf (
    "INSERT INTO attentions (id, born, rule, \"of\", row, cycle, done_at) VALUES (randomblob (16), 0, 'delivered', 'order', '%s', '0', %" G_GINT64_FORMAT ")",
    id, BOOK_NOW - DAY);
  g_autofree char *received = g_strdup_printf ("UPDATE orders SET stage = %d, completed_at = %" G_GINT64_FORMAT, DAYBOOK_STAGE_COMPLETED, BOOK_NOW - 2 * DAY);
  run_sql (book->folder, rule);
  run_sql (book->folder, done);
  run_sql (book->folder, received);
}

static void
open_left (Book *book)
{
  g_autoptr(GError) error = NULL;

  book->store = daybook_store_open_at (book->folder, DAYBOOK_STORE_EXISTING, BOOK_NOW, &error);
  g_assert_no_error (error);
  daybook_due_rebuild (book->store, NULL, NULL, &error);
  g_assert_no_error (error);
}

static gint64
count_calls (Book *book)
{
  return book_number (book, "SELECT count (*) FROM due_items d JOIN orders o ON o.rowid = d.row WHERE d.rule = 'call_back' AND o.number = '1001'");
}

static void
test_an_old_rule_becomes_a_plan (void)
{
  Book book;
  leave_old_rule (&book, 1);
  open_left (&book);

  g_assert_cmpint (book_number (&book, "SELECT count (*) FROM call_plans WHERE starter = 'after_delivery' AND used AND days = 2"), ==, 1);
  g_assert_cmpint (count_calls (&book), ==, 1);
  g_assert_cmpint (book_number (&book, "SELECT count (*) FROM due_items WHERE rule = 'call_back'"), ==, 1);

  /* Whoever switches it off has it off. */
  book_run_sql (&book, "UPDATE call_plans SET used = 0");
  g_clear_object (&book.store);
  open_left (&book);
  g_assert_cmpint (book_number (&book, "SELECT count (*) FROM call_plans"), ==, 1);
  g_assert_cmpint (count_calls (&book), ==, 0);

  book_close (&book);
}

/* Taken back, it does not come again. */
static void
test_an_old_rule_s_plan_is_taken_back (void)
{
  Book book;
  DaybookId plan, act;
  leave_old_rule (&book, 1);
  open_left (&book);

  daybook_call_starter_id ("after_delivery", &plan);
  g_autoptr(GPtrArray) acts = daybook_reader_history (daybook_store_get_reader (book.store), &daybook_call_plans, &plan, 0, 1, NULL);
  g_assert_cmpuint (acts->len, ==, 1);
  act = ((DaybookAct *) g_ptr_array_index (acts, 0))->id;
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOutcome) undone = daybook_store_undo (book.store, &act, &error);
  g_assert_no_error (error);
  g_clear_object (&book.store);
  open_left (&book);
  g_assert_cmpuint (book_count (&book, &daybook_call_plans, ""), ==, 0);
  g_assert_cmpint (count_calls (&book), ==, 0);

  book_close (&book);
}

static void
test_an_old_rule_that_was_off_becomes_none (void)
{
  Book book;
  leave_old_rule (&book, 2);
  open_left (&book);

  g_assert_cmpint (book_number (&book, "SELECT count (*) FROM call_plans"), ==, 0);

  book_close (&book);
}

static void
test_a_newer_book_is_refused (void)
{
  Book book;
  g_autoptr(GError) error = NULL;
  book_open (&book);
  g_clear_object (&book.store);
  set_version (book.folder, 99);

  g_assert_null (daybook_store_open (book.folder, DAYBOOK_STORE_CREATE, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NEWER);

  book_close (&book);
}

/* A laptop that goes on with the old program while another process migrated. */
static void
test_a_book_that_became_newer_is_not_written (void)
{
  Book book;
  g_autoptr(GError) error = NULL;
  DaybookId id;
  book_open (&book);
  set_version (book.folder, 99);

  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Added", daybook_store_get_agent (book.store));
  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_agents, &id);
  daybook_edit_give (edit, DAYBOOK_AGENT_NAME, daybook_value_text ("late"));
  g_assert_null (daybook_store_commit (book.store, edit, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NEWER);
  g_assert_cmpuint (book_count (&book, &daybook_agents, ""), ==, 1);

  book_close (&book);
}

static void
test_no_book_is_said (void)
{
  g_autofree char *folder = g_dir_make_tmp ("daybook-test-XXXXXX", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_null (daybook_store_open (folder, DAYBOOK_STORE_EXISTING, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND);
  book_remove_folder (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/schema/registry-equals-schema", test_registry_equals_schema);
  g_test_add_func ("/schema/parts-have-owners-indexed", test_parts_have_owners_indexed);
  g_test_add_func ("/schema/files-are-private", test_files_are_private);
  g_test_add_func ("/schema/opening-again-keeps-the-shop", test_opening_again_keeps_the_shop);
  g_test_add_func ("/schema/what-is-no-book-is-refused", test_what_is_no_book_is_refused);
  g_test_add_func ("/schema/an-older-book-is-migrated", test_an_older_book_is_migrated);
  g_test_add_func ("/schema/sights-are-kept", test_sights_are_kept);
  g_test_add_func ("/schema/problems-are-kept", test_problems_are_kept);
  g_test_add_func ("/schema/what-an-older-program-left-is-taken-back", test_what_an_older_program_left_is_taken_back);
  g_test_add_func ("/schema/an-old-rule-becomes-a-plan", test_an_old_rule_becomes_a_plan);
  g_test_add_func ("/schema/an-old-rule-s-plan-is-taken-back", test_an_old_rule_s_plan_is_taken_back);
  g_test_add_func ("/schema/an-old-rule-that-was-off-becomes-none", test_an_old_rule_that_was_off_becomes_none);
  g_test_add_func ("/schema/a-newer-book-is-refused", test_a_newer_book_is_refused);
  g_test_add_func ("/schema/a-book-that-became-newer-is-not-written", test_a_book_that_became_newer_is_not_written);
  g_test_add_func ("/schema/no-book-is-said", test_no_book_is_said);

  return g_test_run ();
}
