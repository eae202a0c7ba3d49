/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-book.h"

#include <string.h>

/* Cases with fields of their own: written, and read back by whatever reads. */

/* With the register of keys, a colleague, and two cases to point at. */
static void
set_up (Book *book)
{
  book_open (book);
  case_adopt (book, case_keys_register);
  case_add_agent (book, "小王", DAYBOOK_ROLE_AGENT);
  case_make (book, "keys", "first");
  case_make (book, "keys", "second");
}

/* The row is whole, in the table of its register. */
static void
assert_full (Book             *book,
             const DaybookRow *row)
{
  g_assert_true (row->table == case_table (book, "keys"));
  for (const char *const *name = case_keys_fields; *name != NULL; name++)
    {
      g_auto(DaybookValue) expected = case_keys_value (book, *name, 0);
      int field = daybook_table_field (row->table, *name);

      g_test_message ("%s", *name);
      g_assert_cmpint (field, >=, 0);
      g_assert_true (daybook_value_equal (&row->values[field], &expected));
    }
  g_assert_cmpstr (daybook_row_text (row, case_field (book, "keys", "stamp")), ==, "2025-K");
  g_assert_cmpstr (daybook_row_text (row, DAYBOOK_CASE_SUBJECT), ==, "A bunch of keys");
  g_assert_cmpstr (daybook_row_text (row, DAYBOOK_CASE_STAGE), ==, "open");
}

/* The row of that id among those read, which are handed over. */
static void
assert_among (Book            *book,
              GPtrArray       *rows,
              const DaybookId *id)
{
  g_autoptr(GPtrArray) owned = rows;
  guint n = 0;

  g_assert_nonnull (rows);
  for (guint i = 0; i < rows->len; i++)
    {
      const DaybookRow *row = g_ptr_array_index (rows, i);

      g_assert_true (row->table == case_table (book, "keys"));
      if (!daybook_id_equal (&row->id, id))
        continue;
      assert_full (book, row);
      n++;
    }
  g_assert_cmpuint (n, ==, 1);
}

static void
test_each_reader_gives_the_whole_case (void)
{
  Book book;
  set_up (&book);
  DaybookReader *reader = daybook_store_get_reader (book.store);
  DaybookId id = case_make_full (&book);
  g_autoptr(DaybookRow) found = daybook_reader_find (reader, &daybook_cases, &id, NULL);
  g_autoptr(DaybookRow) by_key = daybook_reader_row (reader, &daybook_cases, found->rowid, NULL);
  g_autoptr(DaybookRow) by_table = daybook_reader_row (reader, case_table (&book, "keys"), found->rowid, NULL);
  g_autoptr(DaybookRow) by_other = daybook_reader_find (reader, daybook_table_with_any (&daybook_cases, "extra.fee"), &id, NULL);
  const DaybookId *me = daybook_store_get_agent (book.store);

  assert_full (&book, found);
  assert_full (&book, by_key);
  assert_full (&book, by_table);
  assert_full (&book, by_other);
  assert_among (&book, daybook_reader_rows (reader, &daybook_cases, &found->rowid, 1, NULL), &id);
  assert_among (&book, daybook_reader_all (reader, &daybook_cases, NULL), &id);
  assert_among (&book, daybook_reader_parts (reader, &daybook_cases, DAYBOOK_CASE_OWNER, me, NULL), &id);
  assert_among (&book, daybook_reader_some_parts (reader, &daybook_cases, DAYBOOK_CASE_OWNER, me, DAYBOOK_PARTS_LAST, 1, NULL), &id);
  g_assert_cmpint (daybook_reader_count_parts (reader, &daybook_cases, DAYBOOK_CASE_OWNER, me, 0, NULL), ==, 3);
  book_close (&book);
}

static void
test_a_case_is_found_by_its_number (void)
{
  Book book;
  set_up (&book);
  DaybookReader *reader = daybook_store_get_reader (book.store);
  DaybookId id = case_make_full (&book);
  g_autoptr(DaybookRow) row = case_row (&book, &id);
  DaybookMask mask;
  g_autofree char *title = daybook_reader_title (reader, row, &mask);
  DaybookId same;

  g_assert_cmpstr (title, ==, "K-A1003");
  g_assert_cmpint (mask, ==, DAYBOOK_MASK_NONE);
  g_assert_cmpint (daybook_reader_case_numbered (reader, "K-A1003", NULL), ==, row->rowid);
  g_assert_cmpint (daybook_reader_case_numbered (reader, "K-A1009", NULL), ==, 0);
  g_assert_cmpint (daybook_reader_case_numbered (reader, "", NULL), ==, 0);
  g_assert_true (daybook_reader_id (reader, row->table, row->rowid, &same, NULL));
  g_assert_true (daybook_id_equal (&same, &id));
  book_close (&book);
}

/* The number of one that lives before that of one in the trash. */
static void
test_a_number_finds_what_is_in_the_trash_too (void)
{
  Book book;
  set_up (&book);
  DaybookReader *reader = daybook_store_get_reader (book.store);
  DaybookId id = case_make_full (&book);
  g_autoptr(DaybookRow) row = case_row (&book, &id);

  case_set (&book, &id, "deleted", daybook_value_int (1));
  g_assert_cmpint (daybook_reader_case_numbered (reader, "K-A1003", NULL), ==, row->rowid);
  book_run_sql (&book, "UPDATE cases SET number = 'K-A1003' WHERE number = 'K-A1001'");
  g_assert_cmpint (daybook_reader_case_numbered (reader, "K-A1003", NULL), !=, row->rowid);
  book_close (&book);
}

static void
test_a_case_may_have_none_of_them (void)
{
  Book book;
  set_up (&book);
  DaybookId id = case_make (&book, "keys", "nothing else");
  g_autoptr(DaybookRow) row = case_row (&book, &id);

  for (guint i = daybook_cases.n_fields; i < row->table->n_fields; i++)
    {
      gboolean answer = row->table->fields[i].type == DAYBOOK_TYPE_ENUM;

      g_test_message ("%s", row->table->fields[i].name);
      /* As those of the registry: an answer that nobody gave is the first word. */
      g_assert_cmpint (row->values[i].type, ==, answer ? DAYBOOK_VALUE_INT : DAYBOOK_VALUE_NONE);
      g_assert_cmpint (daybook_row_int (row, i), ==, 0);
    }
  g_assert_cmpint (book_number (&book, "SELECT count (*) FROM cases WHERE subject = 'nothing else' AND extra = '{}'"), ==, 1);
  book_close (&book);
}

static void
test_each_field_is_set_and_emptied (void)
{
  Book book;
  set_up (&book);
  DaybookId id = case_make (&book, "keys", "to be filled");

  for (const char *const *name = case_keys_fields; *name != NULL; name++)
    for (guint round = 0; round < 2; round++)
      {
        g_auto(DaybookValue) expected = case_keys_value (&book, *name, round);

        g_test_message ("%s, %u", *name, round);
        case_set (&book, &id, *name, daybook_value_copy (&expected));
        case_assert (&book, &id, *name, &expected);
      }

  /* An empty field leaves nothing behind, and an answer that is taken back the first word. */
  for (const char *const *name = case_keys_fields; *name != NULL; name++)
    case_set (&book, &id, *name, (DaybookValue) DAYBOOK_VALUE_INIT);
  g_assert_cmpint (book_number (&book, "SELECT count (*) FROM cases WHERE subject = 'to be filled' AND extra = '{\"ours\":0}'"), ==, 1);
  case_assert_int (&book, &id, "ours", DAYBOOK_ANSWER_UNKNOWN);
  book_close (&book);
}

/* What is the same already is no change. */
static void
test_an_equal_value_is_no_operation (void)
{
  Book book;
  set_up (&book);
  DaybookId id = case_make_full (&book);
  const DaybookTable *table = case_table (&book, "keys");
  g_autoptr(DaybookEdit) edit = case_edit (&book, DAYBOOK_ACT_EDIT);
  gint64 n_ops = book_number (&book, "SELECT count (*) FROM ops");

  for (const char *const *name = case_keys_fields; *name != NULL; name++)
    daybook_edit_set (edit, table, &id, case_field (&book, "keys", *name), case_keys_value (&book, *name, 0));
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (book.store, edit, NULL);
  g_assert_cmpuint (outcome->n_changes, ==, 0);
  g_assert_cmpint (book_number (&book, "SELECT count (*) FROM ops"), ==, n_ops);

  /* Nor is it one to empty what is empty. */
  DaybookId bare = case_make (&book, "keys", "bare");
  g_autoptr(DaybookEdit) emptying = case_edit (&book, DAYBOOK_ACT_EDIT);
  for (const char *const *name = case_keys_fields; *name != NULL; name++)
    daybook_edit_set (emptying, table, &bare, case_field (&book, "keys", *name), (DaybookValue) DAYBOOK_VALUE_INIT);
  g_autoptr(DaybookOutcome) nothing = daybook_store_commit (book.store, emptying, NULL);
  g_assert_cmpuint (nothing->n_changes, ==, 0);
  book_close (&book);
}

/* The definition tells what a person may write, and the book what is written once. */
static void
test_an_edit_is_held_to_the_definition (void)
{
  Book book;
  set_up (&book);
  DaybookId id = case_make_full (&book);
  const DaybookTable *table = case_table (&book, "keys");
  g_autoptr(DaybookEdit) door = case_edit (&book, DAYBOOK_ACT_EDIT);
  g_autoptr(DaybookEdit) stamp = case_edit (&book, DAYBOOK_ACT_EDIT);
  g_autoptr(GError) error = NULL;

  daybook_edit_set (door, table, &id, case_field (&book, "keys", "door"), daybook_value_text ("back"));
  case_commit_refused (&book, door, "“Door”");
  daybook_edit_set (stamp, table, &id, case_field (&book, "keys", "stamp"), daybook_value_text ("another"));
  g_assert_null (daybook_store_commit (book.store, stamp, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED);
  book_close (&book);
}

/* A newer Daybook, or a hand, has put something there that is no value here. */
static void
test_what_cannot_be_read_counts_as_nothing (void)
{
  static const char *const EXTRAS[] = {
    "{\"fee\": 1.5, \"place\": [\"a\"], \"door\": true, \"finder\": {\"id\": \"nobody\"}, \"other\": {}, \"ours\": null, \"found\": {\"id\": null}}",
    "[]", "5", "\"text\"", "{}",
  };
  Book book;
  set_up (&book);
  DaybookId id = case_make_full (&book);

  for (gsize i = 0; i < G_N_ELEMENTS (EXTRAS); i++)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE cases SET extra = '%s' WHERE number = 'K-A1003'", EXTRAS[i]);

      g_test_message ("%s", EXTRAS[i]);
      book_run_sql (&book, sql);
      g_autoptr(DaybookRow) row = case_row (&book, &id);
      for (guint field = daybook_cases.n_fields; field < row->table->n_fields; field++)
        {
          g_test_message ("%s", row->table->fields[field].name);
          g_assert_true (row->values[field].type == DAYBOOK_VALUE_NONE || row->table->fields[field].type == DAYBOOK_TYPE_ENUM);
          g_assert_cmpint (daybook_row_int (row, field), ==, 0);
        }
    }
  book_close (&book);
}

/* Nobody knows the register any more, or a newer Daybook's is not here yet. */
static void
test_a_case_of_an_unknown_register_is_a_case (void)
{
  Book book;
  set_up (&book);
  DaybookId id = case_make_full (&book);

  book_run_sql (&book, "UPDATE cases SET register = 'saints'");
  g_autoptr(DaybookRow) row = case_row (&book, &id);
  g_assert_true (row->table == &daybook_cases);
  g_assert_cmpstr (daybook_row_text (row, DAYBOOK_CASE_SUBJECT), ==, "A bunch of keys");
  g_assert_cmpuint (book_count (&book, &daybook_cases, ""), ==, 3);

  /* It can be written in, and keeps what it has. */
  case_set (&book, &id, "subject", daybook_value_text ("still here"));
  g_assert_cmpint (book_number (&book, "SELECT json_extract (extra, '$.fee') FROM cases WHERE subject = 'still here'"), ==, 12800);
  book_close (&book);
}

/* The shop has given the register another field: cases that were there before have it too. */
static void
test_a_field_that_is_new_is_empty (void)
{
  Book book;
  set_up (&book);
  DaybookId id = case_make_full (&book);
  g_autoptr(GString) changed = g_string_new (case_keys_register);

  g_string_replace (changed, "\"fields\": {", "\"fields\": {\"rumour\": {\"type\": \"text\", \"label\": \"Rumour\"},", 1);
  case_adopt (&book, changed->str);
  g_autoptr(DaybookRow) row = case_row (&book, &id);
  assert_full (&book, row);
  g_assert_false (daybook_row_has (row, case_field (&book, "keys", "rumour")));
  case_set (&book, &id, "rumour", daybook_value_text ("they say"));
  case_assert_text (&book, &id, "rumour", "they say");
  book_close (&book);
}

/* A field that came to be of another type: what does not fit is not shown as if it did. */
static void
test_a_field_of_another_type (void)
{
  Book book;
  set_up (&book);
  DaybookId id = case_make_full (&book);
  g_autoptr(GString) changed = g_string_new (case_keys_register);

  g_string_replace (changed, "{\"type\": \"text\", \"label\": \"Place\"}", "{\"type\": \"money\", \"label\": \"Place\"}", 1);
  case_adopt (&book, changed->str);
  g_autoptr(DaybookRow) row = case_row (&book, &id);
  g_assert_cmpint (daybook_row_int (row, case_field (&book, "keys", "place")), ==, 0);

  case_set (&book, &id, "place", daybook_value_int (500));
  case_assert_int (&book, &id, "place", 500);
  g_autoptr(DaybookOutcome) undone = case_undo (&book, NULL);
  g_assert_cmpuint (undone->n_changes, ==, 1);
  g_assert_cmpint (book_number (&book, "SELECT json_extract (extra, '$.place') = 'Under the mat' FROM cases WHERE number = 'K-A1003'"), ==, 1);
  book_close (&book);
}

/* A row in the trash that is made anew comes back with what it is given, and with its number. */
static void
test_a_case_comes_back_from_the_trash (void)
{
  Book book;
  set_up (&book);
  DaybookId id = case_make_full (&book);

  case_set (&book, &id, "deleted", daybook_value_int (1));
  DaybookCaseDraft *draft = case_begin (&book, "keys");
  daybook_case_draft_name (draft, &id);
  case_put (draft, "fee", daybook_value_int (7));
  case_save (&book, draft);
  case_assert_int (&book, &id, "deleted", 0);
  case_assert_int (&book, &id, "fee", 7);
  case_assert_text (&book, &id, "number", "K-A1003");
  case_assert_text (&book, &id, "place", "Under the mat");
  book_close (&book);
}

/* A newer version, or another laptop, has made something of one of ours that cannot be read here:
 * its cases come as we bring the register. */
static void
test_a_change_that_breaks_a_register_leaves_ours (void)
{
  Book book;
  set_up (&book);
  DaybookId id = case_make (&book, "return", "Too small");
  const DaybookTable *ours = case_table (&book, "return");
  g_autoptr(DaybookEdit) edit = case_edit (&book, DAYBOOK_ACT_EDIT);
  DaybookId row_id;

  daybook_register_row_id (&row_id, "return");
  daybook_edit_create (edit, &daybook_registers, &row_id);
  daybook_edit_give (edit, DAYBOOK_REGISTER_KEY, daybook_value_text ("return"));
  daybook_edit_give (edit, DAYBOOK_REGISTER_CHANGES, daybook_value_text ("{\"title\": \"Mine\", \"stages\": {\"asked\": null}}"));
  case_commit (&book, edit);
  g_assert_true (case_table (&book, "return") == ours);
  g_autoptr(DaybookRow) row = case_row (&book, &id);
  g_assert_true (row->table == ours);

  /* Mended, it is theirs. */
  book_set (&book, &daybook_registers, &row_id, DAYBOOK_REGISTER_CHANGES, daybook_value_text ("{\"title\": \"Mine\"}"));
  g_assert_true (case_table (&book, "return") != ours);
  g_assert_cmpstr (case_table (&book, "return")->labels, ==, "Mine");
  book_close (&book);
}

/* Whoever is asked for what a field of the register points at is asked of that column. */
static void
test_cases_that_an_own_field_links_are_its_parts (void)
{
  Book book;
  set_up (&book);
  DaybookReader *reader = daybook_store_get_reader (book.store);
  DaybookId id = case_make_full (&book);
  const DaybookTable *table = case_table (&book, "keys");
  guint other = case_field (&book, "keys", "other");
  g_autoptr(DaybookRow) row = case_row (&book, &id);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) parts = daybook_reader_parts (reader, table, other, daybook_row_ref_id (row, other), &error);

  g_assert_no_error (error);
  g_assert_cmpuint (parts->len, ==, 1);
  g_assert_true (daybook_id_equal (&((DaybookRow *) g_ptr_array_index (parts, 0))->id, &id));
  book_close (&book);
}

/* Of a register's table only its own cases are rows. */
static void
test_a_registers_rows_are_its_own (void)
{
  Book book;
  set_up (&book);
  DaybookReader *reader = daybook_store_get_reader (book.store);
  const DaybookId *me = daybook_store_get_agent (book.store);

  case_make (&book, "inquiry", "another register's");
  g_autoptr(GPtrArray) all = daybook_reader_all (reader, case_table (&book, "keys"), NULL);
  g_autoptr(GPtrArray) mine = daybook_reader_parts (reader, case_table (&book, "keys"), DAYBOOK_CASE_OWNER, me, NULL);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpuint (mine->len, ==, 2);
  g_assert_cmpint (daybook_reader_count_parts (reader, case_table (&book, "keys"), DAYBOOK_CASE_OWNER, me, 0, NULL), ==, 2);
  book_close (&book);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("LANGUAGE", "en", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cases/each-reader-gives-the-whole-case", test_each_reader_gives_the_whole_case);
  g_test_add_func ("/cases/a-case-is-found-by-its-number", test_a_case_is_found_by_its_number);
  g_test_add_func ("/cases/a-number-finds-what-is-in-the-trash-too", test_a_number_finds_what_is_in_the_trash_too);
  g_test_add_func ("/cases/a-case-may-have-none-of-them", test_a_case_may_have_none_of_them);
  g_test_add_func ("/cases/each-field-is-set-and-emptied", test_each_field_is_set_and_emptied);
  g_test_add_func ("/cases/an-equal-value-is-no-operation", test_an_equal_value_is_no_operation);
  g_test_add_func ("/cases/an-edit-is-held-to-the-definition", test_an_edit_is_held_to_the_definition);
  g_test_add_func ("/cases/what-cannot-be-read-counts-as-nothing", test_what_cannot_be_read_counts_as_nothing);
  g_test_add_func ("/cases/a-case-of-an-unknown-register-is-a-case", test_a_case_of_an_unknown_register_is_a_case);
  g_test_add_func ("/cases/a-field-that-is-new-is-empty", test_a_field_that_is_new_is_empty);
  g_test_add_func ("/cases/a-field-of-another-type", test_a_field_of_another_type);
  g_test_add_func ("/cases/a-case-comes-back-from-the-trash", test_a_case_comes_back_from_the_trash);
  g_test_add_func ("/cases/a-change-that-breaks-a-register-leaves-ours", test_a_change_that_breaks_a_register_leaves_ours);
  g_test_add_func ("/cases/cases-that-an-own-field-links-are-its-parts", test_cases_that_an_own_field_links_are_its_parts);
  g_test_add_func ("/cases/a-registers-rows-are-its-own", test_a_registers_rows_are_its_own);

  return g_test_run ();
}
