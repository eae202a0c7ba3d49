/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "core/reveal.h"
#include "store/backup.h"
#include "store/retention.h"
#include "store/setting.h"

#include <string.h>

/* What is no longer needed goes, and nothing else does. */

#define DAY 86400
#define SECRET "13800001111"

static void
set_up (Book          *book,
        gconstpointer  data)
{
  book_open (book);
}

static void
tear_down (Book          *book,
           gconstpointer  data)
{
  book_close (book);
}

static DaybookReader *
reader_of (Book *book)
{
  return daybook_store_get_reader (book->store);
}

static void
keep (Book        *book,
      DaybookKeep  kind,
      const char  *number)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Kept", daybook_store_get_agent (book->store));
  g_autoptr(DaybookOutcome) outcome = NULL;

  daybook_setting_set (edit, reader_of (book), daybook_keep_kind (kind)->setting, number);
  outcome = daybook_store_commit (book->store, edit, NULL);
  g_assert_nonnull (outcome);
}

static guint64
count_due (Book        *book,
           DaybookKeep  kind)
{
  g_autoptr(GError) error = NULL;
  g_auto(DaybookRetention) due = { 0 };

  g_assert_true (daybook_reader_retention (reader_of (book), kind, &due, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (due.ids->len, ==, MIN (due.n_due, DAYBOOK_RETENTION_IDS));
  return due.n_due;
}

/* FALSE: nothing was due. */
static gboolean
run (Book *book)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOutcome) outcome = daybook_retention_run (book->store, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return outcome != NULL;
}

/* An order of so many days ago, with the row of its file. */
static void
add_order (Book *book,
           guint days)
{
  g_autofree char *number = g_strdup_printf ("90%u", days);
  g_autofree char *sql = g_strdup_printf ("INSERT INTO source_rows (\"order\", form, digest, raw)"
                                          " SELECT rowid, 7, 42, 'x" SECRET "' FROM orders WHERE number = '%s'", number);

  book_add_order (book, number, BOOK_NOW - (gint64) days * DAY);
  book_run_sql (book, sql);
}

static void
test_rows_of_files (Book          *book,
                    gconstpointer  data)
{
  for (guint i = 0; i < 40; i++)
    add_order (book, i);

  g_assert_cmpuint (count_due (book, DAYBOOK_KEEP_SOURCE), ==, 0);
  g_assert_false (run (book));

  /* The keys know days of UTC: the shop's own day, not over there yet, stays. */
  keep (book, DAYBOOK_KEEP_SOURCE, "30");
  g_assert_cmpuint (count_due (book, DAYBOOK_KEEP_SOURCE), ==, 8);
  g_assert_true (run (book));
  g_assert_cmpint (book_number (book, "SELECT count (*) FROM source_rows WHERE raw = ''"), ==, 8);
  g_assert_cmpint (book_number (book, "SELECT count (*) FROM source_rows WHERE raw <> ''"), ==, 32);
  /* By the digest the next import knows that nothing has changed. */
  g_assert_cmpint (book_number (book, "SELECT count (*) FROM source_rows WHERE digest = 42"), ==, 40);
  g_assert_false (run (book));
}

/* More than one transaction takes. */
static void
test_many_rows (Book          *book,
                gconstpointer  data)
{
  book_run_sql (book, "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 1750)"
                      " INSERT INTO source_rows (\"order\", form, digest, raw) SELECT i, 1 + i % 2, i, 'x' FROM n");
  keep (book, DAYBOOK_KEEP_SOURCE, "1");
  g_assert_true (run (book));
  g_assert_cmpint (book_number (book, "SELECT count (*) FROM source_rows WHERE raw = ''"), ==, 1750);
}

static void
test_problems (Book          *book,
               gconstpointer  data)
{
  book_run_sql (book, "INSERT INTO import_problems (act, place, row, value) SELECT key, 0, 2, 'bad' FROM acts");
  book_run_sql (book, "INSERT INTO import_problem_rows (act, tbl, sheet, row, raw) SELECT key, 0, 0, 2, 'x" SECRET "' FROM acts");
  keep (book, DAYBOOK_KEEP_PROBLEMS, "10");
  g_assert_cmpuint (count_due (book, DAYBOOK_KEEP_PROBLEMS), ==, 0);
  g_assert_false (run (book));

  daybook_store_fix_now (book->store, BOOK_NOW + 12 * DAY);
  g_assert_cmpuint (count_due (book, DAYBOOK_KEEP_PROBLEMS), >, 0);
  g_assert_true (run (book));
  g_assert_cmpint (book_number (book, "SELECT count (*) FROM import_problems"), ==, 0);
  g_assert_cmpint (book_number (book, "SELECT count (*) FROM import_problem_rows"), ==, 0);
}

static DaybookId
add_contact (Book   *book,
             gint64  until)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Number", daybook_store_get_agent (book->store));
  g_autoptr(DaybookOutcome) outcome = NULL;
  DaybookId customer, id;

  daybook_id_random (&customer);
  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_customers, &customer);
  daybook_edit_give (edit, DAYBOOK_CUSTOMER_NOTE, daybook_value_text ("regular"));
  daybook_edit_create (edit, &daybook_contacts, &id);
  daybook_edit_give (edit, DAYBOOK_CONTACT_CUSTOMER, daybook_value_id (&customer));
  daybook_edit_give (edit, DAYBOOK_CONTACT_VALUE, daybook_value_text (SECRET));
  if (until != 0)
    daybook_edit_give (edit, DAYBOOK_CONTACT_VALID_UNTIL, daybook_value_int (until));
  outcome = daybook_store_commit (book->store, edit, NULL);
  g_assert_nonnull (outcome);
  return id;
}

static gboolean
is_gone (Book            *book,
         const DaybookId *contact)
{
  g_autoptr(DaybookRow) row = book_row (book, &daybook_contacts, contact);

  return daybook_row_int (row, DAYBOOK_CONTACT_DELETED) != 0;
}

/* Into the trash, by an act of the program that the history has and that can be undone. */
static void
test_virtual_numbers (Book          *book,
                      gconstpointer  data)
{
  DaybookId over = add_contact (book, BOOK_NOW - 40 * DAY), lately = add_contact (book, BOOK_NOW - 2 * DAY), own = add_contact (book, 0);
  g_autoptr(DaybookOutcome) outcome = NULL;
  g_autoptr(DaybookOutcome) undone = NULL;

  keep (book, DAYBOOK_KEEP_VIRTUAL, "30");
  outcome = daybook_retention_run (book->store, NULL, NULL, NULL, NULL);
  g_assert_nonnull (outcome);
  g_assert_nonnull (strstr (outcome->title, "Virtual numbers: 1"));
  g_assert_true (is_gone (book, &over));
  g_assert_false (is_gone (book, &lately));
  g_assert_false (is_gone (book, &own));

  undone = daybook_store_undo (book->store, &outcome->act, NULL);
  g_assert_nonnull (undone);
  g_assert_false (is_gone (book, &over));
}

static void
assert_sound (Book *book)
{
  g_autoptr(GPtrArray) checks = daybook_store_verify (book->store, NULL, NULL);

  for (guint i = 0; i < checks->len; i++)
    g_assert_null (((DaybookCheck *) g_ptr_array_index (checks, i))->fault);
}

static void
test_log (Book          *book,
          gconstpointer  data)
{
  const gint64 ages[] = { 0, 300, 800 };

  for (gsize i = 0; i < G_N_ELEMENTS (ages); i++)
    {
      const DaybookLook look = { .agent = *daybook_store_get_agent (book->store), .at = BOOK_NOW - ages[i] * DAY, .how = DAYBOOK_REVEAL_EXPORT };
      g_autoptr(DaybookEdit) edit = daybook_reveal_edit_new (&look);
      g_autoptr(DaybookOutcome) outcome = NULL;

      daybook_reveal_add_list (edit, &look, &daybook_orders, 3);
      outcome = daybook_store_commit (book->store, edit, NULL);
      g_assert_nonnull (outcome);
    }

  keep (book, DAYBOOK_KEEP_REVEALS, "2");
  g_assert_cmpuint (count_due (book, DAYBOOK_KEEP_REVEALS), ==, 1);
  g_assert_true (run (book));
  g_assert_cmpuint (count_due (book, DAYBOOK_KEEP_REVEALS), ==, 0);
  g_assert_cmpint (book_number (book, "SELECT count (*) FROM reveals"), ==, 2);
  assert_sound (book);
}

/* On one day what is due goes once; on the next again. */
static void
test_daily (Book          *book,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  keep (book, DAYBOOK_KEEP_SOURCE, "30");
  add_order (book, 35);
  g_assert_true (daybook_retention_run_daily (book->store, &error));
  g_assert_no_error (error);
  g_assert_cmpint (book_number (book, "SELECT count (*) FROM source_rows WHERE raw <> ''"), ==, 0);

  add_order (book, 36);
  g_assert_true (daybook_retention_run_daily (book->store, &error));
  g_assert_cmpint (book_number (book, "SELECT count (*) FROM source_rows WHERE raw <> ''"), ==, 1);

  daybook_store_fix_now (book->store, BOOK_NOW + DAY);
  g_assert_true (daybook_retention_run_daily (book->store, &error));
  g_assert_cmpint (book_number (book, "SELECT count (*) FROM source_rows WHERE raw <> ''"), ==, 0);
}

/* Stopped before it began, nothing has gone. */
static void
test_cancel (Book          *book,
             gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  keep (book, DAYBOOK_KEEP_SOURCE, "30");
  add_order (book, 35);
  g_cancellable_cancel (cancellable);
  g_assert_null (daybook_retention_run (book->store, NULL, NULL, cancellable, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED);
  g_assert_cmpint (book_number (book, "SELECT count (*) FROM source_rows WHERE raw <> ''"), ==, 1);
}

#define TEST(path, test) g_test_add (path, Book, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  TEST ("/retained/rows-of-files", test_rows_of_files);
  TEST ("/retained/many-rows", test_many_rows);
  TEST ("/retained/problems", test_problems);
  TEST ("/retained/virtual-numbers", test_virtual_numbers);
  TEST ("/retained/log", test_log);
  TEST ("/retained/daily", test_daily);
  TEST ("/retained/cancel", test_cancel);

  return g_test_run ();
}
