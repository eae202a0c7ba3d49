/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "store/consents.h"

/* Whose data rows hold, and who of them has allowed that it is given away. */

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

static DaybookId
add_customer (Book           *book,
              DaybookConsent  consent)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Customer", daybook_store_get_agent (book->store));
  g_autoptr(DaybookOutcome) outcome = NULL;
  g_autoptr(GError) error = NULL;
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_customers, &id);
  daybook_edit_give (edit, DAYBOOK_CUSTOMER_NOTE, daybook_value_text ("regular"));
  daybook_edit_give (edit, DAYBOOK_CUSTOMER_CONSENT, daybook_value_int (consent));
  outcome = daybook_store_commit (book->store, edit, &error);
  g_assert_no_error (error);
  return id;
}

static gint64
key_of (Book               *book,
        const DaybookTable *table,
        const DaybookId    *id)
{
  g_autoptr(DaybookRow) row = book_row (book, table, id);

  return row->rowid;
}

static void
add_order (Book            *book,
           const char      *number,
           const DaybookId *customer)
{
  DaybookId id = book_add_order (book, number, BOOK_NOW);

  if (customer != NULL)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE orders SET customer = %" G_GINT64_FORMAT " WHERE rowid = %" G_GINT64_FORMAT,
                                              key_of (book, &daybook_customers, customer), key_of (book, &daybook_orders, &id));
      book_run_sql (book, sql);
    }
}

static void
merge (Book            *book,
       const DaybookId *customer,
       const DaybookId *into)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE customers SET merged_into = %" G_GINT64_FORMAT " WHERE rowid = %" G_GINT64_FORMAT,
                                          key_of (book, &daybook_customers, into), key_of (book, &daybook_customers, customer));

  book_run_sql (book, sql);
}

static GArray *
keys_of (Book               *book,
         const DaybookTable *table)
{
  g_autoptr(DaybookQuery) query = daybook_query_new (table);
  GArray *keys = daybook_reader_keys (daybook_store_get_reader (book->store), query, 0, NULL);

  g_assert_nonnull (keys);
  return keys;
}

static DaybookConsents
count (Book               *book,
       const DaybookTable *table)
{
  g_autoptr(GArray) keys = keys_of (book, table);
  g_autoptr(GError) error = NULL;
  DaybookConsents consents;

  g_assert_true (daybook_reader_consents (daybook_store_get_reader (book->store), table, keys, &consents, &error));
  g_assert_no_error (error);
  return consents;
}

static guint
count_consenting (Book               *book,
                  const DaybookTable *table)
{
  g_autoptr(GArray) keys = keys_of (book, table);
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) kept = daybook_reader_consenting (daybook_store_get_reader (book->store), table, keys, &error);

  g_assert_no_error (error);
  return kept->len;
}

/* A person with two orders is one; an order of nobody is nobody's consent. */
static void
test_people (Book          *book,
             gconstpointer  data)
{
  DaybookId yes = add_customer (book, DAYBOOK_CONSENT_GIVEN), no = add_customer (book, DAYBOOK_CONSENT_REFUSED);
  DaybookId unasked = add_customer (book, DAYBOOK_CONSENT_UNASKED), over = add_customer (book, DAYBOOK_CONSENT_WITHDRAWN);

  add_order (book, "1", &yes);
  add_order (book, "2", &yes);
  add_order (book, "3", &no);
  add_order (book, "4", &unasked);
  add_order (book, "5", &over);
  add_order (book, "6", NULL);

  DaybookConsents orders = count (book, &daybook_orders), customers = count (book, &daybook_customers);
  g_assert_cmpuint (orders.n_rows, ==, 6);
  g_assert_cmpuint (orders.n_people, ==, 4);
  g_assert_cmpuint (orders.n_given, ==, 1);
  g_assert_cmpuint (orders.n_refused, ==, 2);
  g_assert_cmpuint (orders.n_unknown, ==, 1);
  g_assert_cmpuint (count_consenting (book, &daybook_orders), ==, 2);
  g_assert_cmpuint (customers.n_people, ==, 4);
  g_assert_cmpuint (count_consenting (book, &daybook_customers), ==, 1);
}

/* What one of several rows of a person refused is refused; merged into each other, they end. */
static void
test_merged (Book          *book,
             gconstpointer  data)
{
  DaybookId first = add_customer (book, DAYBOOK_CONSENT_REFUSED), second = add_customer (book, DAYBOOK_CONSENT_GIVEN);
  DaybookId third = add_customer (book, DAYBOOK_CONSENT_UNASKED);

  add_order (book, "1", &first);
  add_order (book, "2", &third);
  merge (book, &first, &second);
  merge (book, &third, &second);
  g_assert_cmpuint (count (book, &daybook_orders).n_people, ==, 1);
  g_assert_cmpuint (count_consenting (book, &daybook_orders), ==, 1);

  merge (book, &second, &first);
  g_assert_cmpuint (count_consenting (book, &daybook_orders), ==, 0);
}

#define TEST(path, test) g_test_add (path, Book, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  TEST ("/consents/people", test_people);
  TEST ("/consents/merged", test_merged);

  return g_test_run ();
}
