/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "store/commission.h"
#include "store/customer-value.h"
#include "store/quality.h"


/* What customers are worth, whose orders a month's are, and what became of goods: counted out of a real book. */

#define DAY 86400

static void
assert_none (GError *error)
{
  g_assert_no_error (error);
}

static DaybookCustomerValue *
read_value (Book *book)
{
  g_autoptr(GError) error = NULL;
  DaybookCustomerValue *value = daybook_customer_value_read (book->store, 12, NULL, NULL, NULL, &error);

  assert_none (error);
  return value;
}

/* A customer of that key. */
static void
add_customer (Book *book,
              int   key)
{
  g_autofree char *sql = g_strdup_printf ("INSERT INTO customers (rowid, id, born) VALUES (%d, randomblob (16), 0)", key);

  book_run_sql (book, sql);
}

/* An order as an import leaves it. */
static void
add_sale (Book          *book,
          const char    *number,
          int            customer,
          int            days_ago,
          DaybookStage   stage,
          int            paid,
          int            refunded,
          DaybookRefund  refund,
          const char    *currency)
{
  g_autofree char *sql = NULL;

  book_add_order (book, number, BOOK_NOW - (gint64) days_ago * DAY);
  sql = g_strdup_printf ("UPDATE orders SET customer = %d, stage = %d, refund = %d, paid = %d, total = %d, refunded = %d, currency = '%s' WHERE number = '%s'",
                         customer, stage, refund, paid, paid, refunded, currency, number);
  book_run_sql (book, sql);
}

static void
add_plain_sale (Book       *book,
                const char *number,
                int         customer,
                int         days_ago,
                int         paid)
{
  add_sale (book, number, customer, days_ago, DAYBOOK_STAGE_COMPLETED, paid, 0, DAYBOOK_REFUND_NONE, "CNY");
}

/* --- Value ------------------------------------------------------------------------------ */

/* What was never paid, called off or given back as a whole is no sale; a part that went back is taken off. */
static void
test_sales (void)
{
  Book book;

  book_open (&book);
  add_customer (&book, 1);
  add_plain_sale (&book, "1", 1, 10, 10000);
  add_sale (&book, "2", 1, 9, DAYBOOK_STAGE_UNPAID, 10000, 0, DAYBOOK_REFUND_NONE, "CNY");
  add_sale (&book, "3", 1, 8, DAYBOOK_STAGE_CLOSED, 10000, 0, DAYBOOK_REFUND_NONE, "CNY");
  add_sale (&book, "4", 1, 7, DAYBOOK_STAGE_COMPLETED, 10000, 10000, DAYBOOK_REFUND_FULL, "CNY");
  add_sale (&book, "5", 1, 6, DAYBOOK_STAGE_COMPLETED, 10000, 2500, DAYBOOK_REFUND_PART, "CNY");
  g_autoptr(DaybookCustomerValue) value = read_value (&book);

  g_assert_cmpuint (value->buyers->len, ==, 1);
  g_assert_cmpuint (g_array_index (value->buyers, DaybookBuyer, 0).n_sales, ==, 2);
  g_assert_cmpint (value->spent, ==, 17500);
  g_assert_cmpuint (value->n_again, ==, 1);
  book_close (&book);
}

/* The orders of all who were merged, and merged again, are one customer's, in the order of time. */
static void
test_merged (void)
{
  Book book;

  book_open (&book);
  for (int i = 1; i <= 4; i++)
    add_customer (&book, i);
  book_run_sql (&book, "UPDATE customers SET merged_into = 2 WHERE rowid = 1");
  book_run_sql (&book, "UPDATE customers SET merged_into = 3 WHERE rowid = 2");
  add_plain_sale (&book, "1", 1, 5, 100);
  add_plain_sale (&book, "2", 2, 200, 100);
  add_plain_sale (&book, "3", 3, 100, 100);
  add_plain_sale (&book, "4", 4, 1, 100);
  g_autoptr(DaybookCustomerValue) value = read_value (&book);

  g_assert_cmpuint (value->n_ever, ==, 2);
  g_assert_cmpuint (value->n_again, ==, 1);
  for (guint i = 0; i < value->buyers->len; i++)
    {
      const DaybookBuyer *buyer = &g_array_index (value->buyers, DaybookBuyer, i);

      g_assert_cmpuint (buyer->n_sales, ==, buyer->customer == 3 ? 3 : 1);
      if (buyer->customer == 3)
        g_assert_cmpint (buyer->last, ==, BOOK_NOW - 5 * DAY);
    }
  book_close (&book);
}

static void
test_other_money (void)
{
  Book book;

  book_open (&book);
  add_customer (&book, 1);
  add_plain_sale (&book, "1", 1, 5, 100);
  add_sale (&book, "2", 1, 4, DAYBOOK_STAGE_SHIPPED, 700, 0, DAYBOOK_REFUND_NONE, "USD");
  g_autoptr(DaybookCustomerValue) value = read_value (&book);

  g_assert_cmpint (value->spent, ==, 100);
  g_assert_cmpuint (value->others->len, ==, 1);
  g_assert_cmpstr (g_array_index (value->others, DaybookOtherMoney, 0).currency, ==, "USD");
  g_assert_cmpint (g_array_index (value->others, DaybookOtherMoney, 0).spent, ==, 700);
  book_close (&book);
}

/* A segment is a list: those in it, and nobody else. */
static void
test_segment_is_a_list (void)
{
  Book book;
  g_autoptr(GError) error = NULL;
  guint n = 0;

  book_open (&book);
  for (int i = 1; i <= 6; i++)
    {
      g_autofree char *number = g_strdup_printf ("%d", i);

      add_customer (&book, i);
      add_plain_sale (&book, number, i, i * 40, i * 1000);
    }
  g_autoptr(DaybookCustomerValue) value = read_value (&book);
  for (guint segment = 0; segment < DAYBOOK_N_SEGMENTS; segment++)
    {
      g_autoptr(DaybookQuery) query = daybook_customer_value_query (value, segment);
      g_autoptr(GArray) keys = daybook_reader_keys (daybook_store_get_reader (book.store), query, 0, &error);

      assert_none (error);
      g_assert_cmpuint (keys->len, ==, value->segments[segment].n);
      g_assert_cmpint (daybook_reader_count (daybook_store_get_reader (book.store), query, 0, &error), ==, keys->len);
      n += keys->len;
    }
  g_assert_cmpuint (n, ==, 6);
  book_close (&book);
}

static void
test_bounds_are_an_act (void)
{
  const DaybookRfmBounds bounds = { { 1, 2, 3, 4 }, { 2, 3, 4, 5 }, { 10, 20, 30, 40 } };
  Book book;
  g_autoptr(GError) error = NULL;

  book_open (&book);
  add_customer (&book, 1);
  add_plain_sale (&book, "1", 1, 0, 25);
  g_autoptr(DaybookEdit) edit = daybook_customer_value_act_bounds (book.store, &bounds);
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (book.store, edit, &error);
  assert_none (error);
  g_autoptr(DaybookCustomerValue) value = read_value (&book);
  g_assert_false (value->proposed);
  g_assert_cmpint (value->bounds.money[3], ==, 40);
  g_assert_cmpuint (g_array_index (value->buyers, DaybookBuyer, 0).score.money, ==, 3);

  g_autoptr(DaybookEdit) back = daybook_customer_value_act_bounds (book.store, NULL);
  g_autoptr(DaybookOutcome) undone = daybook_store_commit (book.store, back, &error);
  assert_none (error);
  g_autoptr(DaybookCustomerValue) again = read_value (&book);
  g_assert_true (again->proposed);
  book_close (&book);
}

static void
test_cancelled (void)
{
  Book book;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  book_open (&book);
  g_cancellable_cancel (cancellable);
  g_assert_null (daybook_customer_value_read (book.store, 12, NULL, NULL, cancellable, &error));
  g_assert_nonnull (error);
  book_close (&book);
}

/* --- More than one thread has to read ---------------------------------------------------- */

/* The last customer is the first one too. */
static void
add_many (Book *book)
{
  g_autofree char *orders = g_strdup_printf (
    "WITH RECURSIVE i (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i WHERE n < 6000)"
    " INSERT INTO orders (rowid, id, born, number, customer, stage, refund, created, currency, paid, total, refunded)"
    " SELECT n, randomblob (16), 0, 'N' || n, 1 + n * 7919 %% 4000, %d, 0, %" G_GINT64_FORMAT " - (n %% 300) * %d, 'CNY', 100 + n %% 50, 100 + n %% 50, 0 FROM i",
    DAYBOOK_STAGE_COMPLETED, BOOK_NOW, DAY);

  book_run_sql (book, "WITH RECURSIVE i (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i WHERE n < 4000)"
                      " INSERT INTO customers (rowid, id, born) SELECT n, randomblob (16), 0 FROM i");
  book_run_sql (book, orders);
  book_run_sql (book, "UPDATE customers SET merged_into = 1 WHERE rowid = 4000");
}

static void
on_progress (goffset  current,
             goffset  total,
             gpointer data)
{
  guint *n_told = data;

  g_assert_cmpint (current, >, 0);
  g_assert_cmpint (current, <=, total);
  (*n_told)++;
}

static void
assert_best_first (const DaybookCustomerValue *value)
{
  for (guint i = 1; i < value->buyers->len; i++)
    {
      const DaybookBuyer *one = &g_array_index (value->buyers, DaybookBuyer, i - 1), *next = &g_array_index (value->buyers, DaybookBuyer, i);

      g_assert_true (one->spent > next->spent || (one->spent == next->spent && one->customer < next->customer));
    }
}

/* Whoever reads what: each sale is counted once, and each customer is one. */
static void
test_many (void)
{
  g_autoptr(DaybookCustomerValue) value = NULL;
  g_autoptr(GError) error = NULL;
  guint n_told = 0, n_first = 0, n_sales = 0;
  Book book;

  book_open (&book);
  add_many (&book);
  value = daybook_customer_value_read (book.store, 12, on_progress, &n_told, NULL, &error);
  assert_none (error);
  for (guint i = 0; i < value->months->len; i++)
    {
      n_first += g_array_index (value->months, DaybookValueMonth, i).n_first;
      n_sales += g_array_index (value->months, DaybookValueMonth, i).n_sales;
    }
  g_assert_cmpint (value->n_ever, ==, book_number (&book, "SELECT count (DISTINCT iif (customer = 4000, 1, customer)) FROM orders"));
  g_assert_cmpint (value->n_again, ==, book_number (&book, "SELECT count (*) FROM (SELECT 1 FROM orders"
                                                           " GROUP BY iif (customer = 4000, 1, customer) HAVING count (*) > 1)"));
  g_assert_cmpint (value->spent, ==, book_number (&book, "SELECT sum (paid) FROM orders"));
  g_assert_cmpuint (n_sales, ==, 6000);
  g_assert_cmpuint (n_first, ==, value->n_ever);
  g_assert_cmpuint (value->buyers->len, ==, value->n_ever);
  g_assert_cmpuint (n_told, >, 0);
  assert_best_first (value);
  book_close (&book);
}

static void
on_progress_cancel (goffset  current,
                    goffset  total,
                    gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
}

static void
test_many_cancelled (void)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  Book book;

  book_open (&book);
  add_many (&book);
  g_assert_null (daybook_customer_value_read (book.store, 12, on_progress_cancel, cancellable, cancellable, &error));
  g_assert_nonnull (error);
  book_close (&book);
}

/* The pass reads nothing but the index. */
static void
test_index_has_all (void)
{
  Book book;

  book_open (&book);
  g_assert_cmpint (book_number (&book, "SELECT count (*) FROM pragma_index_info ('orders_customer') WHERE name IN ('customer', 'created', 'deleted', 'stage',"
                                       " 'refund', 'currency', 'paid', 'refunded', 'total')"), ==, 9);
  book_close (&book);
}

/* --- Commission ---------------------------------------------------------------------------- */

static gint64
add_agent (Book        *book,
           const char  *name,
           DaybookRole  role)
{
  g_autofree char *sql = g_strdup_printf ("INSERT INTO agents (id, born, name, code, role) VALUES (randomblob (16), 0, '%s', '%s', %d)", name, name, role);

  book_run_sql (book, sql);
  return book_number (book, "SELECT max (rowid) FROM agents");
}

static void
give (Book       *book,
      const char *number,
      gint64      agent)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE orders SET agent = %" G_GINT64_FORMAT " WHERE number = '%s'", agent, number);

  book_run_sql (book, sql);
}

static DaybookCommission *
read_commission (Book            *book,
                 const DaybookId *viewer,
                 int              days_ago)
{
  g_autoptr(GError) error = NULL;
  DaybookCommission *commission = daybook_commission_read (book->store, viewer, BOOK_NOW - (gint64) days_ago * DAY, NULL, &error);

  assert_none (error);
  return commission;
}

static void
fill_month (Book   *book,
            gint64 *lin,
            gint64 *wang)
{
  *lin = add_agent (book, "Lin", DAYBOOK_ROLE_AGENT);
  *wang = add_agent (book, "Wang", DAYBOOK_ROLE_AGENT);
  add_customer (book, 1);
  add_plain_sale (book, "1", 1, 1, 10000);
  add_sale (book, "2", 1, 2, DAYBOOK_STAGE_COMPLETED, 10000, 4000, DAYBOOK_REFUND_PART, "CNY");
  add_sale (book, "3", 1, 3, DAYBOOK_STAGE_CLOSED, 5000, 5000, DAYBOOK_REFUND_FULL, "CNY");
  add_plain_sale (book, "4", 1, 4, 700);
  add_plain_sale (book, "5", 1, 5, 800);
  add_plain_sale (book, "6", 1, 60, 900);
  give (book, "1", *lin);
  give (book, "2", *lin);
  give (book, "3", *lin);
  give (book, "4", *wang);
  give (book, "6", *lin);
}

static void
test_month (void)
{
  Book book;
  gint64 lin, wang;

  book_open (&book);
  fill_month (&book, &lin, &wang);
  g_autoptr(DaybookCommission) commission = read_commission (&book, daybook_store_get_agent (book.store), 0);
  const DaybookCommissionRow *row = g_ptr_array_index (commission->rows, 0);

  g_assert_cmpstr (commission->month, ==, "2025-11");
  g_assert_false (commission->own_only);
  g_assert_cmpuint (commission->rows->len, ==, 2);
  g_assert_cmpstr (row->name, ==, "Lin");
  g_assert_cmpuint (row->n_orders, ==, 3);
  g_assert_cmpuint (row->n_sales, ==, 2);
  g_assert_cmpint (row->refunded, ==, 9000);
  g_assert_cmpint (row->net, ==, 16000);
  g_assert_cmpint (row->paid, ==, 25000);
  g_assert_cmpuint (commission->nameless->len, ==, 1);
  book_close (&book);
}

/* Others than the owner and leads see theirs alone. */
static void
test_own_only (void)
{
  Book book;
  gint64 lin, wang;

  book_open (&book);
  fill_month (&book, &lin, &wang);
  g_autoptr(GPtrArray) agents = daybook_reader_rows (daybook_store_get_reader (book.store), &daybook_agents, &wang, 1, NULL);
  const DaybookRow *agent = g_ptr_array_index (agents, 0);
  g_autoptr(DaybookCommission) commission = read_commission (&book, &agent->id, 0);

  g_assert_true (commission->own_only);
  g_assert_cmpuint (commission->rows->len, ==, 1);
  g_assert_cmpstr (((const DaybookCommissionRow *) g_ptr_array_index (commission->rows, 0))->name, ==, "Wang");
  g_assert_cmpuint (commission->nameless->len, ==, 0);
  book_close (&book);
}

/* --- Quality ------------------------------------------------------------------------------------ */

static void
fill_goods (Book *book)
{
  book_run_sql (book, "INSERT INTO products (rowid, id, born, title, sku, number) VALUES (1, randomblob (16), 0, 'Cup', 'C1', 'C1'), (2, randomblob (16), 0, 'Pot', 'P1', 'P1')");
  add_customer (book, 1);
  add_plain_sale (book, "1", 1, 40, 10000);
  add_plain_sale (book, "2", 1, 10, 10000);
  add_sale (book, "3", 1, 5, DAYBOOK_STAGE_CLOSED, 100, 0, DAYBOOK_REFUND_NONE, "CNY");
  book_run_sql (book, "INSERT INTO order_lines (rowid, id, born, \"order\", product, quantity) SELECT rowid, randomblob (16), 0, rowid, 1, 3 FROM orders");
  book_run_sql (book, "INSERT INTO order_lines (id, born, \"order\", product, quantity) SELECT randomblob (16), 0, rowid, 2, 1 FROM orders WHERE number = '2'");
  book_run_sql (book, "INSERT INTO cases (rowid, id, born, register, reason, cause, \"order\", opened_at)"
                      " SELECT 1, randomblob (16), 0, 'return', 'damaged', 'packing', rowid, created FROM orders WHERE number = '2'");
  book_run_sql (book, "INSERT INTO case_lines (id, born, \"case\", line, quantity, damaged) SELECT randomblob (16), 0, 1, rowid, 2, 1 FROM orders WHERE number = '2'");
  book_run_sql (book, "INSERT INTO cases (rowid, id, born, register, \"order\", opened_at) SELECT 2, randomblob (16), 0, 'exchange', rowid, created FROM orders WHERE number = '1'");
  book_run_sql (book, "INSERT INTO cases (rowid, id, born, register, \"order\", opened_at) SELECT 3, randomblob (16), 0, 'inquiry', rowid, created FROM orders WHERE number = '1'");
  book_run_sql (book, "INSERT INTO reviews (id, born, order_number, product, stars, written_at) VALUES (randomblob (16), 0, '1', 'Cup', 1, 1763000000),"
                      " (randomblob (16), 0, '2', 'Cup', 5, 1763000000)");
  book_run_sql (book, "INSERT INTO aftersales (id, born, number, order_number, sku) VALUES (randomblob (16), 0, 'R1', '2', 'C1')");
}

static void
test_product (void)
{
  Book book;
  g_autoptr(GError) error = NULL;

  book_open (&book);
  fill_goods (&book);
  g_autoptr(DaybookQuality) quality = daybook_quality_read (book.store, &daybook_products, 1, NULL, &error);
  assert_none (error);
  g_assert_cmpuint (quality->n_sold, ==, 6);
  g_assert_cmpuint (quality->n_cases, ==, 2);
  g_assert_cmpuint (quality->n_reviews, ==, 1);
  g_assert_cmpuint (quality->n_listed, ==, 1);
  g_assert_cmpuint (quality->causes->len, ==, 2);
  g_assert_cmpuint (quality->kinds->len, ==, 2);

  /* The case is about the cups: it names them. */
  g_autoptr(DaybookQuality) pot = daybook_quality_read (book.store, &daybook_products, 2, NULL, &error);
  assert_none (error);
  g_assert_cmpuint (pot->n_cases, ==, 0);
  g_assert_cmpuint (pot->n_sold, ==, 1);
  book_close (&book);
}

static void
test_customer (void)
{
  Book book;
  g_autoptr(GError) error = NULL;

  book_open (&book);
  fill_goods (&book);
  g_autoptr(DaybookQuality) quality = daybook_quality_read (book.store, &daybook_customers, 1, NULL, &error);
  assert_none (error);
  g_assert_cmpuint (quality->n_cases, ==, 2);
  g_assert_cmpuint (quality->n_reviews, ==, 1);
  for (guint i = 0; i < quality->kinds->len; i++)
    {
      const DaybookQualityKind *kind = g_ptr_array_index (quality->kinds, i);

      g_assert_cmpuint (kind->damaged, ==, g_str_equal (kind->key, "return") ? 1 : 0);
    }
  g_assert_cmpuint (quality->months[DAYBOOK_QUALITY_MONTHS - 1].cases, ==, 1);
  book_close (&book);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/customer-value/sales", test_sales);
  g_test_add_func ("/customer-value/merged", test_merged);
  g_test_add_func ("/customer-value/other-money", test_other_money);
  g_test_add_func ("/customer-value/segment-is-a-list", test_segment_is_a_list);
  g_test_add_func ("/customer-value/bounds-are-an-act", test_bounds_are_an_act);
  g_test_add_func ("/customer-value/cancelled", test_cancelled);
  g_test_add_func ("/customer-value/many", test_many);
  g_test_add_func ("/customer-value/many-cancelled", test_many_cancelled);
  g_test_add_func ("/customer-value/index-has-all", test_index_has_all);
  g_test_add_func ("/commission/month", test_month);
  g_test_add_func ("/commission/own-only", test_own_only);
  g_test_add_func ("/quality/product", test_product);
  g_test_add_func ("/quality/customer", test_customer);
  return g_test_run ();
}
