/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <sqlite3.h>

/* What the main thread reads, which is little of whatever there is much of. */

#define MANY 120

/* A reseller: one nick, and whoever the parcels went to. */
static DaybookId
add_reseller (Book *book)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_IMPORT, "Imported", daybook_store_get_agent (book->store));
  g_autoptr(DaybookOutcome) outcome = NULL;
  DaybookId customer;

  daybook_id_random (&customer);
  daybook_edit_create (edit, &daybook_customers, &customer);
  for (int i = 0; i < MANY; i++)
    {
      DaybookId contact;
      g_autofree char *phone = g_strdup_printf ("1380013%04d", i);

      daybook_id_random (&contact);
      daybook_edit_create (edit, &daybook_contacts, &contact);
      daybook_edit_give (edit, DAYBOOK_CONTACT_CUSTOMER, daybook_value_id (&customer));
      daybook_edit_give (edit, DAYBOOK_CONTACT_KIND, daybook_value_int (DAYBOOK_CONTACT_PHONE));
      daybook_edit_give (edit, DAYBOOK_CONTACT_VALUE, daybook_value_text (phone));
    }

  outcome = daybook_store_commit (book->store, edit, NULL);
  g_assert_nonnull (outcome);
  return customer;
}

/* "first–last (how many)" */
static char *
read_some (Book            *book,
           const DaybookId *customer,
           DaybookPartsEnd  end,
           guint            limit)
{
  g_autoptr(GPtrArray) parts = daybook_reader_some_parts (daybook_store_get_reader (book->store), &daybook_contacts,
                                                          DAYBOOK_CONTACT_CUSTOMER, customer, end, limit, NULL);

  g_assert_nonnull (parts);
  g_assert_cmpuint (parts->len, >, 0);
  return g_strdup_printf ("%s–%s (%u)", daybook_row_text (parts->pdata[0], DAYBOOK_CONTACT_VALUE),
                          daybook_row_text (parts->pdata[parts->len - 1], DAYBOOK_CONTACT_VALUE), parts->len);
}

static void
test_some_of_many_parts (void)
{
  Book book;
  book_open (&book);
  DaybookReader *reader = daybook_store_get_reader (book.store);
  DaybookId customer = add_reseller (&book);
  g_autofree char *first = read_some (&book, &customer, DAYBOOK_PARTS_FIRST, 50);
  g_autofree char *last = read_some (&book, &customer, DAYBOOK_PARTS_LAST, 50);
  g_autofree char *all = read_some (&book, &customer, DAYBOOK_PARTS_LAST, 0);

  g_assert_cmpstr (first, ==, "13800130000–13800130049 (50)");
  g_assert_cmpstr (last, ==, "13800130070–13800130119 (50)");
  g_assert_cmpstr (all, ==, "13800130000–13800130119 (120)");
  g_assert_cmpint (daybook_reader_count_parts (reader, &daybook_contacts, DAYBOOK_CONTACT_CUSTOMER, &customer, 0, NULL), ==, MANY);
  g_assert_cmpint (daybook_reader_count_parts (reader, &daybook_contacts, DAYBOOK_CONTACT_CUSTOMER, &customer, 70, NULL), ==, 70);

  book_close (&book);
}

/* The fields of an act's changes, in their order: "note flag". */
static char *
read_changes (Book            *book,
              const DaybookId *act,
              guint            limit)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) changes = daybook_reader_act_changes (daybook_store_get_reader (book->store), act, limit, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < changes->len; i++)
    {
      const DaybookActChange *change = g_ptr_array_index (changes, i);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", change->table->fields[change->field].name);
    }

  return g_string_free (text, FALSE);
}

static void
run_sql (Book       *book,
         const char *sql)
{
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (daybook_store_get_path (book->store), &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
}

/* Those of another laptop are numbered down from nought. */
static void
test_changes_in_the_order_they_were_made (void)
{
  static const guint FIELDS[] = { DAYBOOK_ORDER_NOTE, DAYBOOK_ORDER_RECEIVER, DAYBOOK_ORDER_STATUS, DAYBOOK_ORDER_TITLE };
  Book book;
  book_open (&book);
  DaybookId order = book_add_order (&book, "1001", BOOK_NOW);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_IMPORT, "Imported", daybook_store_get_agent (book.store));
  for (gsize i = 0; i < G_N_ELEMENTS (FIELDS); i++)
    daybook_edit_set (edit, &daybook_orders, &order, FIELDS[i], daybook_value_text ("x"));
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (book.store, edit, NULL);
  g_assert_nonnull (outcome);

  g_autofree char *here = read_changes (&book, &outcome->act, 0);
  g_autofree char *first = read_changes (&book, &outcome->act, 3);
  g_assert_cmpstr (here, ==, "note receiver status title");
  g_assert_cmpstr (first, ==, "note receiver status");

  run_sql (&book, "UPDATE ops SET n = -n WHERE act = (SELECT max (key) FROM acts)");
  g_autofree char *elsewhere = read_changes (&book, &outcome->act, 0);
  g_autofree char *first_elsewhere = read_changes (&book, &outcome->act, 2);
  g_assert_cmpstr (elsewhere, ==, "note receiver status title");
  g_assert_cmpstr (first_elsewhere, ==, "note receiver");

  /* Of both kinds: one act's numbers never meet, and are put in order by their size. */
  run_sql (&book, "UPDATE ops SET n = -n WHERE act = (SELECT max (key) FROM acts) AND field IN ('receiver', 'title')");
  g_autofree char *mixed = read_changes (&book, &outcome->act, 3);
  g_assert_cmpstr (mixed, ==, "note receiver status");

  book_close (&book);
}

static gpointer
ask_for_reader (gpointer store)
{
  return daybook_store_get_reader (store);
}

static void
test_another_thread_is_told (void)
{
  Book book;
  book_open (&book);

  g_test_expect_message ("Daybook", G_LOG_LEVEL_CRITICAL, "*in another thread*");
  g_thread_join (g_thread_new ("other", ask_for_reader, book.store));
  g_test_assert_expected_messages ();
  g_assert_nonnull (daybook_store_get_reader (book.store));

  book_close (&book);
}

static gpointer
open_in_thread (gpointer folder)
{
  DaybookStore *store = daybook_store_open_in_thread (folder, DAYBOOK_STORE_EXISTING, BOOK_NOW, NULL);

  g_assert_nonnull (store);
  g_assert_nonnull (daybook_store_get_reader (store));
  return store;
}

static void
test_who_begins_has_the_reader (void)
{
  Book book;
  book_open (&book);
  g_clear_object (&book.store);

  book.store = g_thread_join (g_thread_new ("opener", open_in_thread, book.folder));
  daybook_store_begin (book.store);
  g_assert_nonnull (daybook_store_get_reader (book.store));

  book_close (&book);
}

#define N_OPENED 400

static int is_over; /* atomic */

/* Whoever closes a connection holds the file's lock for a moment, to see whether it was the last. */
static gpointer
open_and_close (gpointer store)
{
  while (!g_atomic_int_get (&is_over))
    {
      DaybookReader *reader = daybook_reader_new (store, NULL);

      g_clear_pointer (&reader, daybook_reader_free);
    }

  return NULL;
}

/* Readers in threads wait for that moment: a file that somebody drops on the window is read. */
static void
test_readers_come_and_go (void)
{
  GThread *others[3];
  Book book;
  book_open (&book);

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    others[i] = g_thread_new ("other", open_and_close, book.store);
  for (guint i = 0; i < N_OPENED; i++)
    {
      g_autoptr(GError) error = NULL;
      DaybookReader *reader = daybook_reader_new (book.store, &error);

      g_assert_no_error (error);
      daybook_reader_free (reader);
    }
  g_atomic_int_set (&is_over, TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    g_thread_join (others[i]);
  book_close (&book);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reader/some-of-many-parts", test_some_of_many_parts);
  g_test_add_func ("/reader/changes-in-the-order-they-were-made", test_changes_in_the_order_they_were_made);
  g_test_add_func ("/reader/another-thread-is-told", test_another_thread_is_told);
  g_test_add_func ("/reader/who-begins-has-the-reader", test_who_begins_has_the_reader);
  g_test_add_func ("/reader/readers-come-and-go", test_readers_come_and_go);
  return g_test_run ();
}
