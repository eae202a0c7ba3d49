/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-book.h"

/* Numbers for people (RECORDS §4): prefix of the register, letter of the laptop, a running number. */

#define N_EACH 40

static void
assert_number (Book            *book,
               const DaybookId *id,
               const char      *number)
{
  case_assert_text (book, id, "number", number);
}

static void
set_up (Book *book)
{
  book_open (book);
  case_adopt (book, case_keys_register);
}

static void
test_numbers_run_for_each_register (void)
{
  static const struct { const char *key; const char *number; } EXPECTED[] = {
    { "keys", "K-A1001" }, { "keys", "K-A1002" }, { "return", "R-A1001" }, { "keys", "K-A1003" }, { "return", "R-A1002" },
  };
  Book book;
  set_up (&book);

  for (gsize i = 0; i < G_N_ELEMENTS (EXPECTED); i++)
    {
      DaybookId id = case_make (&book, EXPECTED[i].key, "numbered");

      assert_number (&book, &id, EXPECTED[i].number);
    }
  book_close (&book);
}

static void
test_numbers_go_on_after_a_start (void)
{
  Book book;
  set_up (&book);

  case_make (&book, "keys", "first");
  book_reopen (&book);
  DaybookId id = case_make (&book, "keys", "second");
  assert_number (&book, &id, "K-A1002");
  book_close (&book);
}

static void
test_each_laptop_has_a_letter (void)
{
  Book book;
  set_up (&book);

  case_make (&book, "keys", "first");
  book_run_sql (&book, "UPDATE devices SET letter = 'B' WHERE key = 1");
  DaybookId id = case_make (&book, "keys", "second");
  assert_number (&book, &id, "K-B1001");
  book_run_sql (&book, "UPDATE devices SET letter = 'A' WHERE key = 1");
  DaybookId back = case_make (&book, "keys", "third");
  assert_number (&book, &back, "K-A1002");
  book_close (&book);
}

static void
test_two_cases_of_one_edit (void)
{
  Book book;
  set_up (&book);
  g_autoptr(DaybookCaseDraft) first = case_begin (&book, "keys");
  g_autoptr(DaybookCaseDraft) second = case_begin (&book, "keys");
  g_autoptr(DaybookEdit) edit = case_edit (&book, DAYBOOK_ACT_EDIT);

  daybook_case_draft_build (first, NULL, edit);
  daybook_case_draft_build (second, NULL, edit);
  case_commit (&book, edit);
  assert_number (&book, &daybook_case_draft_row (first)->id, "K-A1001");
  assert_number (&book, &daybook_case_draft_row (second)->id, "K-A1002");
  book_close (&book);
}

/* On paper it may stand for good. */
static void
test_a_number_is_given_once (void)
{
  Book book;
  set_up (&book);

  case_make (&book, "keys", "undone");
  g_autoptr(DaybookOutcome) undone = case_undo (&book, NULL);
  DaybookId second = case_make (&book, "keys", "thrown away");
  assert_number (&book, &second, "K-A1002");
  case_set (&book, &second, "deleted", daybook_value_int (1));
  DaybookId third = case_make (&book, "keys", "third");
  assert_number (&book, &third, "K-A1003");
  g_autoptr(DaybookOutcome) redone = case_redo (&book);
  g_assert_cmpint (book_number (&book, "SELECT count (*) FROM cases WHERE number = 'K-A1001' AND deleted = 0"), ==, 1);
  book_close (&book);
}

/* What was refused was never written down. */
static void
test_what_is_refused_takes_no_number (void)
{
  Book book;
  set_up (&book);
  DaybookCaseDraft *draft = case_begin (&book, "return");

  case_move (draft, "agreed");
  case_save_refused (&book, draft, "needs: Reason");
  DaybookId id = case_make (&book, "return", "first");
  assert_number (&book, &id, "R-A1001");
  book_close (&book);
}

/* A case that another laptop or a file has numbered. */
static void
test_a_number_that_is_given_stays (void)
{
  Book book;
  set_up (&book);
  g_autoptr(DaybookCaseDraft) draft = case_begin (&book, "keys");
  g_autoptr(DaybookEdit) edit = case_edit (&book, DAYBOOK_ACT_IMPORT);

  case_put (draft, "number", daybook_value_text ("OLD-17"));
  daybook_case_draft_build (draft, NULL, edit);
  case_commit (&book, edit);
  assert_number (&book, &daybook_case_draft_row (draft)->id, "OLD-17");
  DaybookId id = case_make (&book, "keys", "next");
  assert_number (&book, &id, "K-A1001");
  book_close (&book);
}

static void
test_a_register_that_nobody_knows (void)
{
  Book book;
  set_up (&book);
  g_autoptr(DaybookEdit) edit = case_edit (&book, DAYBOOK_ACT_IMPORT);
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_cases, &id);
  daybook_edit_give (edit, DAYBOOK_CASE_SHOP, daybook_value_id (daybook_store_get_shop (book.store)));
  daybook_edit_give (edit, DAYBOOK_CASE_REGISTER, daybook_value_text ("saints"));
  daybook_edit_give (edit, DAYBOOK_CASE_STAGE, daybook_value_text ("born"));
  daybook_edit_give (edit, DAYBOOK_CASE_OPENED_AT, daybook_value_int (BOOK_NOW));
  case_commit (&book, edit);
  assert_number (&book, &id, "C-A1001");

  /* Complaints begin with C, too: none has the same number. */
  DaybookId complaint = case_make (&book, "complaint", "She shouts");
  g_autoptr(DaybookRow) row = case_row (&book, &complaint);
  g_assert_cmpstr (daybook_row_text (row, DAYBOOK_CASE_NUMBER), !=, "C-A1001");
  book_close (&book);
}

/* The shop has thought of another prefix: what was numbered stays so. */
static void
test_another_prefix (void)
{
  Book book;
  set_up (&book);
  DaybookId first = case_make (&book, "keys", "first");
  g_autoptr(GString) changed = g_string_new (case_keys_register);

  g_string_replace (changed, "\"prefix\": \"K\"", "\"prefix\": \"KEY\"", 1);
  case_adopt (&book, changed->str);
  DaybookId second = case_make (&book, "keys", "second");
  assert_number (&book, &first, "K-A1001");
  assert_number (&book, &second, "KEY-A1001");
  book_close (&book);
}

/* --- Two programs on one folder ------------------------------------------------ */

typedef struct
{
  DaybookStore    *store;
  DaybookRegister *definition; /* that both know: readers belong to the main thread */
} Writer;

static gpointer
make_many (gpointer data)
{
  const Writer *writer = data;

  for (guint i = 0; i < N_EACH; i++)
    {
      g_autoptr(DaybookCaseDraft) draft = daybook_case_draft_new (writer->definition, daybook_store_get_shop (writer->store), NULL, "CNY", BOOK_NOW);
      g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Case", NULL);
      g_autoptr(GError) error = NULL;

      daybook_case_draft_build (draft, NULL, edit);
      g_autoptr(DaybookOutcome) outcome = daybook_store_commit (writer->store, edit, &error);
      g_assert_no_error (error);
    }

  return NULL;
}

static void
test_two_programs_give_no_number_twice (void)
{
  g_autoptr(GError) error = NULL;
  Book book;
  set_up (&book);
  g_autoptr(DaybookStore) other = daybook_store_open_at (book.folder, DAYBOOK_STORE_EXISTING, BOOK_NOW, &error);
  g_assert_no_error (error);
  DaybookRegister *definition = daybook_reader_register (daybook_store_get_reader (book.store), "keys");
  Writer writers[] = { { book.store, definition }, { other, definition } };
  GThread *threads[G_N_ELEMENTS (writers)];

  for (gsize i = 0; i < G_N_ELEMENTS (writers); i++)
    threads[i] = g_thread_new ("writer", make_many, &writers[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  g_assert_cmpint (book_number (&book, "SELECT count (DISTINCT number) FROM cases"), ==, 2 * N_EACH);
  g_assert_cmpint (book_number (&book, "SELECT count (*) FROM cases WHERE number BETWEEN 'K-A1001' AND 'K-A1080'"), ==, 2 * N_EACH);
  book_close (&book);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("LANGUAGE", "en", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/case-number/numbers-run-for-each-register", test_numbers_run_for_each_register);
  g_test_add_func ("/case-number/numbers-go-on-after-a-start", test_numbers_go_on_after_a_start);
  g_test_add_func ("/case-number/each-laptop-has-a-letter", test_each_laptop_has_a_letter);
  g_test_add_func ("/case-number/two-cases-of-one-edit", test_two_cases_of_one_edit);
  g_test_add_func ("/case-number/a-number-is-given-once", test_a_number_is_given_once);
  g_test_add_func ("/case-number/what-is-refused-takes-no-number", test_what_is_refused_takes_no_number);
  g_test_add_func ("/case-number/a-number-that-is-given-stays", test_a_number_that_is_given_stays);
  g_test_add_func ("/case-number/a-register-that-nobody-knows", test_a_register_that_nobody_knows);
  g_test_add_func ("/case-number/another-prefix", test_another_prefix);
  g_test_add_func ("/case-number/two-programs-give-no-number-twice", test_two_programs_give_no_number_twice);

  return g_test_run ();
}
