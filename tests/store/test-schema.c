/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "store/database.h"
#include "store/staging-private.h"

#include <glib/gstdio.h>
#include <string.h>

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
  return type == DAYBOOK_TYPE_TEXT ? "TEXT" : "INTEGER";
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
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
}

static void
set_version (const char *folder,
             int         version)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA user_version = %d", version);

  run_sql (folder, sql);
}

/* What the ninth step and those after it made. */
#define WITHOUT_CASES \
  "DROP TABLE uses; DROP TABLE read_marks; DROP TABLE announcements; DROP TABLE guarded_words; DROP TABLE favourites; DROP TABLE phrases;" \
  " DROP TABLE trainings; DROP TABLE pictures; DROP TABLE comments; DROP TABLE revisions; DROP TABLE articles;" \
  " ALTER TABLE agents DROP COLUMN shift; DROP TABLE shift_templates; DROP TABLE reminders; DROP TABLE reminder_state; DROP TABLE chores; DROP TABLE due_items; DROP TABLE order_facts; DROP INDEX orders_open; DROP INDEX orders_on_way; DROP INDEX products_left; DROP TABLE attentions; DROP TABLE calendars; DROP TABLE rules; ALTER TABLE customers DROP COLUMN grade; DROP TABLE boxes; DROP TABLE case_parcels; DROP TABLE tallies; DROP TABLE pass_ticks; DROP TABLE tasks; DROP TABLE attachments; DROP TABLE watchers; DROP TABLE case_links; DROP TABLE events;" \
  " DROP TABLE case_lines; DROP TABLE cases; "

/* What later steps made goes, so that they can make it again. */
static void
make_version (const char *folder,
              int         version)
{
  run_sql (folder, WITHOUT_CASES "DROP TABLE registers; DROP TABLE import_problem_rows; DROP TABLE import_problems; ALTER TABLE acts DROP COLUMN consent;"
                   " DROP TABLE aftersales; DROP TABLE reviews; DROP TABLE payments; DROP TABLE entry_sources;"
                   " DROP INDEX orders_bills; DROP INDEX orders_payment; ALTER TABLE orders DROP COLUMN bills;"
                   " ALTER TABLE orders DROP COLUMN received; ALTER TABLE orders DROP COLUMN returned;"
                   " DROP TABLE memberships; DROP TABLE stocks; DROP INDEX products_sku; ALTER TABLE products DROP COLUMN on_hand;"
                   " ALTER TABLE products DROP COLUMN counted");
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
  run_sql (book.folder, "DROP TABLE sights");
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
  run_sql (book.folder, WITHOUT_CASES "DROP TABLE registers; DROP TABLE import_problem_rows; INSERT INTO import_problems VALUES (1, 0, 12, 'Total', 'ten', 'It is no amount.')");
  set_version (book.folder, 6);

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
  g_test_add_func ("/schema/a-newer-book-is-refused", test_a_newer_book_is_refused);
  g_test_add_func ("/schema/a-book-that-became-newer-is-not-written", test_a_book_that_became_newer_is_not_written);
  g_test_add_func ("/schema/no-book-is-said", test_no_book_is_said);

  return g_test_run ();
}
