/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "core/aftersale.h"
#include "core/entry.h"
#include "core/membership.h"
#include "core/payment.h"
#include "core/review.h"
#include "store/staging.h"

#include <string.h>

/* Rows of files that are no orders: after-sales, reviews, lines of bills. */

#define DAY 86400

/* One row of after-sales, by its amount (minor units; -1: the cell is empty). */
typedef struct
{
  const char           *number;
  const char           *order;
  DaybookAftersaleStage stage;
  gint64                amount;
  const char           *words;
  const char           *buyer;
} Row;

static void
fill_row (DaybookEntry *entry,
          const Row    *row,
          guint         place)
{
  daybook_entry_reset (entry);
  entry->first_row = place + 2;
  daybook_entry_set_text (entry, DAYBOOK_AFTERSALE_NUMBER, row->number);
  daybook_entry_set_text (entry, DAYBOOK_AFTERSALE_ORDER_NUMBER, row->order);
  daybook_entry_set_int (entry, DAYBOOK_AFTERSALE_STAGE, row->stage);
  daybook_entry_set_text (entry, DAYBOOK_AFTERSALE_CURRENCY, "CNY");
  daybook_entry_set_int (entry, DAYBOOK_AFTERSALE_ASKED_AT, BOOK_NOW - DAY);
  if (row->amount >= 0)
    daybook_entry_set_int (entry, DAYBOOK_AFTERSALE_AMOUNT, row->amount);
  if (row->words != NULL)
    daybook_entry_set_text (entry, DAYBOOK_AFTERSALE_WORDS, row->words);
  if (row->buyer != NULL)
    daybook_entry_set_text (entry, DAYBOOK_AFTERSALE_BUYER, row->buyer);
  g_string_append (entry->raw, row->number);
}

static DaybookStaging *
begin_staging (Book *book)
{
  g_autoptr(GError) error = NULL;
  DaybookStagingSpec spec = {
    .shop = *daybook_store_get_shop (book->store), .table = &daybook_aftersales,
    .platform = "tmall", .kind = "refunds", .file = "refunds.xlsx", .encoding = "XLSX", .form = 43, .header = "退款编号",
  };
  DaybookStaging *staging = daybook_staging_new (book->store, &spec, &error);

  g_assert_no_error (error);
  return staging;
}

static DaybookStaging *
stage_rows (Book      *book,
            const Row *rows,
            guint      n_rows,
            gint64     as_of)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookEntry) entry = daybook_entry_new (&daybook_aftersales);
  DaybookStaging *staging = begin_staging (book);

  for (guint i = 0; i < n_rows; i++)
    {
      DaybookStanding standing;

      fill_row (entry, &rows[i], i);
      g_assert_true (daybook_staging_add_entry (staging, entry, &standing, &error));
      g_assert_no_error (error);
    }

  daybook_staging_set_as_of (staging, as_of);
  g_assert_true (daybook_staging_finish (staging, n_rows, "{}", &error));
  g_assert_no_error (error);
  return staging;
}

/* Stages and merges, checking what the preview said. */
static DaybookId
import_rows (Book      *book,
             const Row *rows,
             guint      n_rows,
             gint64     as_of,
             guint64    n_new,
             guint64    n_updated)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookStaging) staging = stage_rows (book, rows, n_rows, as_of);
  const DaybookStagingCounts *counts = daybook_staging_get_counts (staging);

  g_assert_cmpuint (counts->n_new, ==, n_new);
  g_assert_cmpuint (counts->n_updated, ==, n_updated);
  g_assert_cmpuint (counts->n_same, ==, n_rows - n_new - n_updated);
  g_autoptr(DaybookOutcome) outcome = daybook_store_merge (book->store, staging, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  daybook_staging_discard (staging);
  return outcome->act;
}

static DaybookRow *
find_row (Book       *book,
          const char *number)
{
  char shop[DAYBOOK_ID_STRING_SIZE];
  const char *parts[] = { shop, "tmall", number };
  DaybookId id;

  daybook_id_print (daybook_store_get_shop (book->store), shop);
  daybook_id_derive (&id, "aftersale", parts, G_N_ELEMENTS (parts));
  return book_row (book, &daybook_aftersales, &id);
}

static void
undo (Book            *book,
      const DaybookId *act)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOutcome) outcome = daybook_store_undo (book->store, act, &error);

  g_assert_no_error (error);
}

static void
test_the_registry_knows_their_fields (void)
{
  const DaybookTable *const ENTRIES[] = { &daybook_aftersales, &daybook_reviews, &daybook_payments };
  DaybookEntryFields fields;

  for (gsize i = 0; i < G_N_ELEMENTS (ENTRIES); i++)
    {
      g_assert_true (daybook_entry_fields (ENTRIES[i], &fields));
      g_assert_cmpuint (ENTRIES[i]->n_fields, <=, DAYBOOK_ENTRY_MAX_FIELDS);
      g_assert_cmpint (ENTRIES[i]->dated, >, (int) fields.number);
    }
  g_assert_false (daybook_entry_fields (&daybook_products, &fields));
}

static void
test_a_newer_file_goes_on (void)
{
  const Row first[] = { { "1001", "501", DAYBOOK_AFTERSALE_ASKED, 3000, "尺码不合", "小鱼儿" },
                        { "1002", "502", DAYBOOK_AFTERSALE_ASKED, 1000, NULL, NULL } };
  const Row second[] = { { "1001", "501", DAYBOOK_AFTERSALE_DONE, 2500, NULL, "小**" },
                         { "1002", "502", DAYBOOK_AFTERSALE_ASKED, 1000, NULL, NULL } };
  Book book;
  book_open (&book);

  import_rows (&book, first, 2, BOOK_NOW - 3 * DAY, 2, 0);
  import_rows (&book, first, 2, BOOK_NOW - 3 * DAY, 0, 0);
  DaybookId newer = import_rows (&book, second, 2, BOOK_NOW - DAY, 0, 1);
  g_autoptr(DaybookRow) row = find_row (&book, "1001");
  g_assert_cmpint (daybook_row_int (row, DAYBOOK_AFTERSALE_STAGE), ==, DAYBOOK_AFTERSALE_DONE);
  g_assert_cmpint (daybook_row_int (row, DAYBOOK_AFTERSALE_AMOUNT), ==, 2500);
  /* An empty cell takes nothing away, nor does a masked one. */
  g_assert_cmpstr (daybook_row_text (row, DAYBOOK_AFTERSALE_WORDS), ==, "尺码不合");
  g_assert_cmpstr (daybook_row_text (row, DAYBOOK_AFTERSALE_BUYER), ==, "小鱼儿");
  g_assert_cmpint (daybook_row_int (row, DAYBOOK_AFTERSALE_AS_OF), ==, BOOK_NOW - DAY);

  undo (&book, &newer);
  g_autoptr(DaybookRow) back = find_row (&book, "1001");
  g_assert_cmpint (daybook_row_int (back, DAYBOOK_AFTERSALE_STAGE), ==, DAYBOOK_AFTERSALE_ASKED);
  g_assert_cmpint (daybook_row_int (back, DAYBOOK_AFTERSALE_AMOUNT), ==, 3000);
  g_assert_cmpint (daybook_row_int (back, DAYBOOK_AFTERSALE_AS_OF), ==, BOOK_NOW - 3 * DAY);
  book_close (&book);
}

static void
test_an_older_file_only_fills (void)
{
  const Row newer[] = { { "1001", "501", DAYBOOK_AFTERSALE_DONE, 2500, NULL, "小**" } };
  const Row older[] = { { "1001", "501", DAYBOOK_AFTERSALE_ASKED, 3000, "尺码不合", "小鱼儿" } };
  Book book;
  book_open (&book);

  import_rows (&book, newer, 1, BOOK_NOW - DAY, 1, 0);
  import_rows (&book, older, 1, BOOK_NOW - 3 * DAY, 0, 1);
  g_autoptr(DaybookRow) row = find_row (&book, "1001");
  g_assert_cmpint (daybook_row_int (row, DAYBOOK_AFTERSALE_STAGE), ==, DAYBOOK_AFTERSALE_DONE);
  g_assert_cmpint (daybook_row_int (row, DAYBOOK_AFTERSALE_AMOUNT), ==, 2500);
  g_assert_cmpstr (daybook_row_text (row, DAYBOOK_AFTERSALE_WORDS), ==, "尺码不合");
  g_assert_cmpstr (daybook_row_text (row, DAYBOOK_AFTERSALE_BUYER), ==, "小鱼儿");
  g_assert_cmpint (daybook_row_int (row, DAYBOOK_AFTERSALE_AS_OF), ==, BOOK_NOW - DAY);
  book_close (&book);
}

/* A file that says what the book has makes it newer, until it is taken back. */
static void
test_a_file_that_repeats (void)
{
  const Row asked[] = { { "1001", "501", DAYBOOK_AFTERSALE_ASKED, 3000, NULL, NULL } };
  const Row refused[] = { { "1001", "501", DAYBOOK_AFTERSALE_REFUSED, 3000, NULL, NULL } };
  Book book;
  book_open (&book);

  import_rows (&book, asked, 1, BOOK_NOW - 5 * DAY, 1, 0);
  DaybookId again = import_rows (&book, asked, 1, BOOK_NOW - DAY, 0, 0);
  import_rows (&book, refused, 1, BOOK_NOW - 3 * DAY, 0, 0);
  g_autoptr(DaybookRow) row = find_row (&book, "1001");
  g_assert_cmpint (daybook_row_int (row, DAYBOOK_AFTERSALE_STAGE), ==, DAYBOOK_AFTERSALE_ASKED);

  undo (&book, &again);
  import_rows (&book, refused, 1, BOOK_NOW - 3 * DAY, 0, 1);
  g_autoptr(DaybookRow) then = find_row (&book, "1001");
  g_assert_cmpint (daybook_row_int (then, DAYBOOK_AFTERSALE_STAGE), ==, DAYBOOK_AFTERSALE_REFUSED);
  book_close (&book);
}

static void
test_undo_and_again (void)
{
  const Row full[] = { { "1001", "501", DAYBOOK_AFTERSALE_ASKED, 3000, "尺码不合", NULL } };
  const Row less[] = { { "1001", "501", DAYBOOK_AFTERSALE_ASKED, 3000, NULL, NULL } };
  Book book;
  book_open (&book);

  import_rows (&book, full, 1, BOOK_NOW - 3 * DAY, 1, 0);
  undo (&book, NULL);
  g_assert_cmpuint (book_count (&book, &daybook_aftersales, ""), ==, 0);

  /* What only the file said that was taken back does not come back. */
  import_rows (&book, less, 1, BOOK_NOW - 5 * DAY, 1, 0);
  g_autoptr(DaybookRow) row = find_row (&book, "1001");
  g_assert_cmpint (daybook_row_int (row, DAYBOOK_FIELD_DELETED), ==, 0);
  g_assert_false (daybook_row_has (row, DAYBOOK_AFTERSALE_WORDS));
  g_assert_cmpint (daybook_row_int (row, DAYBOOK_AFTERSALE_AS_OF), ==, BOOK_NOW - 5 * DAY);
  book_close (&book);
}

/* Who adds it is told how it stands to those before it; it is staged once. */
static void
test_a_number_twice (void)
{
  static const struct { const char *number; DaybookAftersaleStage stage; DaybookStanding standing; } ROWS[] = {
    { "1001", DAYBOOK_AFTERSALE_ASKED, DAYBOOK_STANDING_NEW },
    { "1001", DAYBOOK_AFTERSALE_ASKED, DAYBOOK_STANDING_AGAIN },
    { "1001", DAYBOOK_AFTERSALE_DONE, DAYBOOK_STANDING_OTHERWISE },
    { "1002", DAYBOOK_AFTERSALE_DONE, DAYBOOK_STANDING_NEW },
  };
  Book book;
  book_open (&book);
  g_autoptr(DaybookStaging) staging = begin_staging (&book);
  g_autoptr(DaybookEntry) entry = daybook_entry_new (&daybook_aftersales);

  for (guint i = 0; i < G_N_ELEMENTS (ROWS); i++)
    {
      const Row row = { ROWS[i].number, "501", ROWS[i].stage, 3000, NULL, NULL };
      DaybookStanding standing;

      fill_row (entry, &row, i);
      g_assert_true (daybook_staging_add_entry (staging, entry, &standing, NULL));
      g_assert_cmpint (standing, ==, ROWS[i].standing);
    }
  g_assert_cmpuint (daybook_staging_get_counts (staging)->orders, ==, 2);
  daybook_staging_discard (staging);
  book_close (&book);
}

/* A bill's rows of one number are told apart by what its form names. */
static void
test_told_apart (void)
{
  Book book;
  book_open (&book);
  g_autoptr(DaybookStaging) staging = begin_staging (&book);
  g_autoptr(DaybookEntry) entry = daybook_entry_new (&daybook_aftersales);
  const Row first = { "1001", "501", DAYBOOK_AFTERSALE_ASKED, 3000, NULL, NULL };
  const Row second = { "1001", "501", DAYBOOK_AFTERSALE_ASKED, 1000, NULL, NULL };
  DaybookStanding standing;

  fill_row (entry, &first, 0);
  entry->apart = G_GUINT64_CONSTANT (1) << DAYBOOK_AFTERSALE_AMOUNT;
  g_assert_true (daybook_staging_add_entry (staging, entry, &standing, NULL));
  fill_row (entry, &second, 1);
  entry->apart = G_GUINT64_CONSTANT (1) << DAYBOOK_AFTERSALE_AMOUNT;
  g_assert_true (daybook_staging_add_entry (staging, entry, &standing, NULL));
  g_assert_cmpint (standing, ==, DAYBOOK_STANDING_NEW);
  g_assert_true (daybook_staging_add_entry (staging, entry, &standing, NULL));
  g_assert_cmpint (standing, ==, DAYBOOK_STANDING_AGAIN);
  daybook_staging_discard (staging);
  book_close (&book);
}

static gint64
count_found (Book               *book,
             const DaybookTable *table,
             const char         *words)
{
  g_autoptr(DaybookQuery) query = daybook_query_new (table);
  g_autoptr(GArray) keys = NULL;

  daybook_store_settle (book->store);
  query->search = g_strdup (words);
  keys = daybook_reader_keys (daybook_store_get_reader (book->store), query, 0, NULL);
  return keys != NULL ? (gint64) keys->len : -1;
}

static void
test_searched (void)
{
  const Row rows[] = { { "1001", "501", DAYBOOK_AFTERSALE_ASKED, 3000, "杯口有裂 50%", NULL },
                       { "1002", "502", DAYBOOK_AFTERSALE_DONE, 1000, "太小", NULL } };
  Book book;
  book_open (&book);

  import_rows (&book, rows, 2, BOOK_NOW, 2, 0);
  g_assert_cmpint (count_found (&book, &daybook_aftersales, "裂"), ==, 1);
  g_assert_cmpint (count_found (&book, &daybook_aftersales, "001"), ==, 1);
  g_assert_cmpint (count_found (&book, &daybook_aftersales, "001 裂"), ==, 1);
  g_assert_cmpint (count_found (&book, &daybook_aftersales, "002 裂"), ==, 0);
  g_assert_cmpint (count_found (&book, &daybook_aftersales, "nowhere"), ==, 0);
  book_close (&book);
}

static void
add_membership (Book       *book,
                const char *number,
                const char *note)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_IMPORT, "Imported", NULL);
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_memberships, &id);
  daybook_edit_give (edit, DAYBOOK_MEMBERSHIP_SHOP, daybook_value_id (daybook_store_get_shop (book->store)));
  daybook_edit_give (edit, DAYBOOK_MEMBERSHIP_PLATFORM, daybook_value_text ("youzan"));
  daybook_edit_give (edit, DAYBOOK_MEMBERSHIP_NUMBER, daybook_value_text (number));
  daybook_edit_give (edit, DAYBOOK_MEMBERSHIP_NOTE, daybook_value_text (note));
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (book->store, edit, &error);
  g_assert_no_error (error);
}

/* Of what no index of words has, each word is looked for in what can be searched. */
static void
test_searched_without_an_index (void)
{
  Book book;
  book_open (&book);

  add_membership (&book, "M-1001", "tea 50%");
  add_membership (&book, "M-1002", "tea 50 cups");
  g_assert_cmpint (count_found (&book, &daybook_memberships, "tea"), ==, 2);
  g_assert_cmpint (count_found (&book, &daybook_memberships, "50%"), ==, 1);
  g_assert_cmpint (count_found (&book, &daybook_memberships, "cups tea"), ==, 1);
  g_assert_cmpint (count_found (&book, &daybook_memberships, "50% cups"), ==, 0);
  g_assert_cmpint (count_found (&book, &daybook_memberships, "nowhere"), ==, 0);
  book_close (&book);
}

static void
assert_refund (Book            *book,
               const DaybookId *order,
               DaybookRefund    refund,
               gint64           refunded)
{
  g_autoptr(DaybookRow) row = book_row (book, &daybook_orders, order);

  g_assert_cmpint (daybook_row_int (row, DAYBOOK_ORDER_REFUND), ==, refund);
  g_assert_cmpint (daybook_row_int (row, DAYBOOK_ORDER_REFUNDED), ==, refunded);
}

/* An order as its own file has it: nothing gone back that it knows of. */
static DaybookId
import_order (Book       *book,
              const char *number,
              gint64      as_of)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOrderRecord) record = daybook_record_new ();
  DaybookStagingSpec spec = {
    .shop = *daybook_store_get_shop (book->store),
    .platform = "taobao", .kind = "orders", .file = "orders.csv", .encoding = "UTF-8", .form = 42, .header = "订单编号",
  };
  g_autoptr(DaybookStaging) staging = daybook_staging_new (book->store, &spec, &error);
  g_assert_no_error (error);

  daybook_record_set_text (record, DAYBOOK_ORDER_NUMBER, number);
  daybook_record_set_int (record, DAYBOOK_ORDER_STAGE, DAYBOOK_STAGE_SHIPPED);
  daybook_record_set_int (record, DAYBOOK_ORDER_CREATED, BOOK_NOW - 9 * DAY);
  daybook_record_set_text (record, DAYBOOK_ORDER_CURRENCY, "CNY");
  daybook_record_set_int (record, DAYBOOK_ORDER_TOTAL, 10000);
  daybook_record_set_int (record, DAYBOOK_ORDER_PAID, 10000);
  record->carried = G_GUINT64_CONSTANT (1) << DAYBOOK_ORDER_STAGE | G_GUINT64_CONSTANT (1) << DAYBOOK_ORDER_TOTAL
                    | G_GUINT64_CONSTANT (1) << DAYBOOK_ORDER_PAID | G_GUINT64_CONSTANT (1) << DAYBOOK_ORDER_CURRENCY;
  g_assert_true (daybook_staging_add (staging, record, &error));
  daybook_staging_set_as_of (staging, as_of);
  g_assert_true (daybook_staging_finish (staging, 1, "{}", &error));
  g_autoptr(DaybookOutcome) outcome = daybook_store_merge (book->store, staging, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  daybook_staging_discard (staging);

  g_autoptr(GPtrArray) found = daybook_reader_orders_numbered (daybook_store_get_reader (book->store), number, NULL);
  g_assert_cmpuint (found->len, ==, 1);
  return ((DaybookRow *) g_ptr_array_index (found, 0))->id;
}

/* The list of after-sales tells of the order's refund, whichever file comes first. */
static void
test_an_orders_refund (void)
{
  const Row asked[] = { { "1001", "501", DAYBOOK_AFTERSALE_ASKED, 3000, NULL, NULL } };
  const Row part[] = { { "1001", "501", DAYBOOK_AFTERSALE_DONE, 3000, NULL, NULL } };
  const Row full[] = { { "1001", "501", DAYBOOK_AFTERSALE_DONE, 3000, NULL, NULL },
                       { "1002", "501", DAYBOOK_AFTERSALE_DONE, 7000, NULL, NULL } };
  const Row late[] = { { "2001", "502", DAYBOOK_AFTERSALE_DONE, 10000, NULL, NULL } };
  Book book;
  book_open (&book);
  const DaybookId order = import_order (&book, "501", BOOK_NOW - 8 * DAY);
  assert_refund (&book, &order, DAYBOOK_REFUND_NONE, 0);

  import_rows (&book, asked, 1, BOOK_NOW - 7 * DAY, 1, 0);
  assert_refund (&book, &order, DAYBOOK_REFUND_ASKED, 0);
  import_rows (&book, part, 1, BOOK_NOW - 6 * DAY, 0, 1);
  assert_refund (&book, &order, DAYBOOK_REFUND_PART, 3000);
  import_rows (&book, full, 2, BOOK_NOW - 5 * DAY, 1, 0);
  assert_refund (&book, &order, DAYBOOK_REFUND_FULL, 10000);
  import_rows (&book, full, 2, BOOK_NOW - 4 * DAY, 0, 0);
  assert_refund (&book, &order, DAYBOOK_REFUND_FULL, 10000);

  import_rows (&book, late, 1, BOOK_NOW - 3 * DAY, 1, 0);
  const DaybookId other = import_order (&book, "502", BOOK_NOW - 8 * DAY);
  assert_refund (&book, &other, DAYBOOK_REFUND_FULL, 10000);
  book_close (&book);
}

/* What was asked for and came to nothing is over, unless a newer file says that more is asked. */
static void
test_a_refund_that_came_to_nothing (void)
{
  const Row asked[] = { { "1001", "501", DAYBOOK_AFTERSALE_ASKED, 3000, NULL, NULL } };
  const Row closed[] = { { "1001", "501", DAYBOOK_AFTERSALE_CLOSED, 3000, NULL, NULL } };
  Book book;
  book_open (&book);
  const DaybookId order = import_order (&book, "501", BOOK_NOW - 8 * DAY);

  import_rows (&book, asked, 1, BOOK_NOW - 7 * DAY, 1, 0);
  DaybookId over = import_rows (&book, closed, 1, BOOK_NOW - 6 * DAY, 0, 1);
  assert_refund (&book, &order, DAYBOOK_REFUND_NONE, 0);
  undo (&book, &over);
  assert_refund (&book, &order, DAYBOOK_REFUND_ASKED, 0);
  book_close (&book);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/entries/fields", test_the_registry_knows_their_fields);
  g_test_add_func ("/entries/newer", test_a_newer_file_goes_on);
  g_test_add_func ("/entries/older", test_an_older_file_only_fills);
  g_test_add_func ("/entries/repeats", test_a_file_that_repeats);
  g_test_add_func ("/entries/undo", test_undo_and_again);
  g_test_add_func ("/entries/twice", test_a_number_twice);
  g_test_add_func ("/entries/told-apart", test_told_apart);
  g_test_add_func ("/entries/searched", test_searched);
  g_test_add_func ("/entries/searched-without-an-index", test_searched_without_an_index);
  g_test_add_func ("/entries/refund-of-an-order", test_an_orders_refund);
  g_test_add_func ("/entries/refund-that-came-to-nothing", test_a_refund_that_came_to_nothing);

  return g_test_run ();
}
