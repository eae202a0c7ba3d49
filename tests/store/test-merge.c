/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "merge-rows.h"

#include "core/customer.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

static void
test_new_then_same_then_undone (void)
{
  Book book;
  g_autoptr(GError) error = NULL;
  book_open (&book);

  DaybookId act = import_rows (&book, THREE, 3, BOOK_NOW, 3, 0, 0);
  g_assert_cmpuint (book_count (&book, &daybook_orders, ""), ==, 3);
  g_assert_cmpuint (book_count (&book, &daybook_order_lines, ""), ==, 3);
  g_assert_cmpuint (book_count (&book, &daybook_parcels, ""), ==, 2);
  g_assert_cmpuint (book_count (&book, &daybook_customers, ""), ==, 1);
  g_assert_cmpuint (book_count (&book, &daybook_contacts, ""), ==, 1);
  g_assert_cmpuint (book_count (&book, &daybook_products, ""), ==, 1);
  g_autoptr(GPtrArray) as_of = daybook_reader_as_of (daybook_store_get_reader (book.store),
                                                     daybook_store_get_shop (book.store), &error);
  g_assert_cmpint (((DaybookPlatformAsOf *) g_ptr_array_index (as_of, 0))->as_of, ==, BOOK_NOW);

  DaybookId again = import_rows (&book, THREE, 3, BOOK_NOW, 0, 0, 3);
  g_assert_true (daybook_id_is_null (&again));

  g_autoptr(DaybookOutcome) undone = daybook_store_undo (book.store, &act, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (undone->n_kept, ==, 0);
  g_assert_cmpuint (book_count (&book, &daybook_orders, ""), ==, 0);
  g_assert_cmpuint (book_count (&book, &daybook_customers, ""), ==, 0);
  g_assert_cmpuint (book_count (&book, &daybook_products, ""), ==, 0);
  g_assert_cmpuint (book_count (&book, &daybook_imports, ""), ==, 0);

  import_rows (&book, THREE, 3, BOOK_NOW, 3, 0, 0);
  g_assert_cmpuint (book_count (&book, &daybook_orders, ""), ==, 3);
  g_assert_cmpuint (book_count (&book, &daybook_customers, ""), ==, 1);

  book_close (&book);
}

static void
test_status_goes_forward_unless_newer (void)
{
  const Row shipped = { "1001", DAYBOOK_STAGE_SHIPPED, 12800, "小王子88", "13812341234", "张三", NULL };
  Book book;
  book_open (&book);
  import_rows (&book, &shipped, 1, BOOK_NOW, 1, 0, 0);

  /* An older file takes nothing back ... */
  import_rows (&book, THREE, 1, BOOK_NOW - 86400, 0, 0, 1);
  g_autoptr(DaybookRow) kept = find_order (&book, "1001");
  g_assert_cmpint (daybook_row_int (kept, DAYBOOK_ORDER_STAGE), ==, DAYBOOK_STAGE_SHIPPED);

  /* ... a newer one may. */
  import_rows (&book, THREE, 1, BOOK_NOW + 86400, 0, 1, 0);
  g_autoptr(DaybookRow) back = find_order (&book, "1001");
  g_assert_cmpint (daybook_row_int (back, DAYBOOK_ORDER_STAGE), ==, DAYBOOK_STAGE_PAID);
  g_assert_cmpint (daybook_row_int (back, DAYBOOK_ORDER_AS_OF), ==, BOOK_NOW + 86400);

  book_close (&book);
}

/* The preview says what the merge does, whatever the file's time, and when that is corrected. */
static void
test_amounts_change_in_a_newer_file (void)
{
  const Row refunded = { "1001", DAYBOOK_STAGE_PAID, 2000, "小王子88", "13812341234", "张三", NULL };
  Book book;
  book_open (&book);
  import_rows (&book, THREE, 1, BOOK_NOW, 1, 0, 0);

  g_autoptr(DaybookStaging) staging = stage_rows (&book, &refunded, 1, BOOK_NOW + 60);
  assert_counts (staging, 0, 1, 0);
  daybook_staging_set_as_of (staging, BOOK_NOW - 60);
  assert_counts (staging, 0, 0, 1);
  daybook_staging_set_as_of (staging, BOOK_NOW);
  assert_counts (staging, 0, 1, 0);
  daybook_staging_discard (staging);

  import_rows (&book, &refunded, 1, BOOK_NOW - 60, 0, 0, 1);
  g_autoptr(DaybookRow) kept = find_order (&book, "1001");
  g_assert_cmpint (daybook_row_int (kept, DAYBOOK_ORDER_PAID), ==, 12800);

  import_rows (&book, &refunded, 1, BOOK_NOW + 60, 0, 1, 0);
  g_autoptr(DaybookRow) changed = find_order (&book, "1001");
  g_assert_cmpint (daybook_row_int (changed, DAYBOOK_ORDER_PAID), ==, 2000);

  book_close (&book);
}

static void
assert_stage (Book         *book,
              DaybookStage  stage,
              const char   *status)
{
  g_autoptr(DaybookRow) row = find_order (book, "1001");

  g_assert_cmpint (daybook_row_int (row, DAYBOOK_ORDER_STAGE), ==, stage);
  g_assert_cmpstr (daybook_row_text (row, DAYBOOK_ORDER_STATUS), ==, status);
}

/* Many exports tell no time of their own: which of two is the newer is not known then, and
 * the order goes on, never back. The rest is as the one says that comes second. */
static void
test_two_files_of_one_time (void)
{
  const Row completed = { "1001", DAYBOOK_STAGE_COMPLETED, 12800, NULL, NULL, NULL, NULL };
  const Row shipped = { "1001", DAYBOOK_STAGE_SHIPPED, 10000, NULL, NULL, NULL, NULL };
  Book book;
  book_open (&book);

  import_rows (&book, &completed, 1, BOOK_NOW, 1, 0, 0);
  import_rows (&book, &shipped, 1, BOOK_NOW, 0, 1, 0);
  assert_stage (&book, DAYBOOK_STAGE_COMPLETED, "completed");
  g_autoptr(DaybookRow) cheaper = find_order (&book, "1001");
  g_assert_cmpint (daybook_row_int (cheaper, DAYBOOK_ORDER_PAID), ==, 10000);

  /* An older file that is further on takes its status along. */
  import_rows (&book, &shipped, 1, BOOK_NOW + 60, 0, 1, 0);
  assert_stage (&book, DAYBOOK_STAGE_SHIPPED, "shipped");
  import_rows (&book, &completed, 1, BOOK_NOW - 60, 0, 1, 0);
  assert_stage (&book, DAYBOOK_STAGE_COMPLETED, "completed");

  book_close (&book);
}

static DaybookStaging *
stage_line (Book   *book,
            gint64  price,
            gint64  as_of)
{
  g_autoptr(DaybookOrderRecord) record = daybook_record_new ();
  DaybookStagingSpec spec = {
    .shop = *daybook_store_get_shop (book->store), .platform = "shopify", .kind = "orders", .file = "orders.csv",
    .encoding = "UTF-8", .form = 43, .header = "Name",
  };
  DaybookStaging *staging = daybook_staging_new (book->store, &spec, NULL);
  DaybookLineRecord *line;

  daybook_record_set_text (record, DAYBOOK_ORDER_NUMBER, "#1001");
  daybook_record_set_int (record, DAYBOOK_ORDER_CREATED, BOOK_NOW - 86400);
  daybook_record_set_text (record, DAYBOOK_ORDER_CURRENCY, "CNY");
  line = daybook_record_add_line (record);
  daybook_record_line_text (record, line, DAYBOOK_LINE_TITLE, "Teapot");
  line->values[DAYBOOK_LINE_PRICE] = daybook_value_int (price);
  g_string_append (record->raw, "#1001");
  g_assert_true (daybook_staging_add (staging, record, NULL));
  daybook_staging_set_as_of (staging, as_of);
  g_assert_true (daybook_staging_finish (staging, 1, "{}", NULL));
  return staging;
}

static void
import_line (Book    *book,
             gint64   price,
             gint64   as_of,
             guint64  n_new,
             guint64  n_updated,
             guint64  n_same)
{
  g_autoptr(DaybookStaging) staging = stage_line (book, price, as_of);
  g_autoptr(DaybookOutcome) outcome = NULL;

  assert_counts (staging, n_new, n_updated, n_same);
  outcome = daybook_store_merge (book->store, staging, NULL, NULL, NULL, NULL);
  g_assert_nonnull (outcome);
  daybook_staging_discard (staging);
}

static void
test_an_older_file_changes_no_line (void)
{
  Book book;
  book_open (&book);

  import_line (&book, 900, BOOK_NOW, 1, 0, 0);
  import_line (&book, 500, BOOK_NOW - 60, 0, 0, 1);
  g_assert_cmpuint (book_count (&book, &daybook_order_lines, "price = 9"), ==, 1);
  import_line (&book, 500, BOOK_NOW + 60, 0, 1, 0);
  g_assert_cmpuint (book_count (&book, &daybook_order_lines, "price = 5"), ==, 1);

  /* What was said of a line alone makes the order newer too. */
  import_line (&book, 700, BOOK_NOW + 30, 0, 0, 1);
  g_assert_cmpuint (book_count (&book, &daybook_order_lines, "price = 5"), ==, 1);

  book_close (&book);
}

static void
test_a_guessed_stage_takes_nothing_back (void)
{
  const Row closed = { "1001", DAYBOOK_STAGE_CLOSED, 12800, NULL, NULL, NULL, NULL, FALSE };
  const Row guess = { "1001", DAYBOOK_STAGE_UNPAID, 12800, NULL, NULL, NULL, NULL, TRUE };
  Book book;
  book_open (&book);
  import_rows (&book, &closed, 1, BOOK_NOW, 1, 0, 0);
  import_rows (&book, &guess, 1, BOOK_NOW + 60, 0, 0, 1);
  g_autoptr(DaybookRow) kept = find_order (&book, "1001");
  g_assert_cmpint (daybook_row_int (kept, DAYBOOK_ORDER_STAGE), ==, DAYBOOK_STAGE_CLOSED);
  book_close (&book);
}

static void
test_masked_never_overwrites_full (void)
{
  const Row masked = { "1001", DAYBOOK_STAGE_PAID, 12800, "小王子88", "138****1234", "张*", NULL };
  Book book;
  book_open (&book);
  import_rows (&book, THREE, 1, BOOK_NOW, 1, 0, 0);
  import_rows (&book, &masked, 1, BOOK_NOW + 60, 0, 0, 1);
  g_autoptr(DaybookRow) full = find_order (&book, "1001");
  g_assert_cmpstr (daybook_row_text (full, DAYBOOK_ORDER_PHONE), ==, "13812341234");
  g_assert_cmpstr (daybook_row_text (full, DAYBOOK_ORDER_RECEIVER), ==, "张三");
  book_close (&book);

  book_open (&book);
  import_rows (&book, &masked, 1, BOOK_NOW, 1, 0, 0);
  import_rows (&book, THREE, 1, BOOK_NOW - 60, 0, 1, 0);
  g_autoptr(DaybookRow) unmasked = find_order (&book, "1001");
  g_assert_cmpstr (daybook_row_text (unmasked, DAYBOOK_ORDER_PHONE), ==, "13812341234");
  book_close (&book);
}

static void
test_peoples_fields_survive (void)
{
  const Row completed = { "1001", DAYBOOK_STAGE_COMPLETED, 12800, "小王子88", "13812341234", "张三", NULL };
  Book book;
  book_open (&book);
  import_rows (&book, THREE, 1, BOOK_NOW, 1, 0, 0);
  g_autoptr(DaybookRow) order = find_order (&book, "1001");
  book_set (&book, &daybook_orders, &order->id, DAYBOOK_ORDER_NOTE, daybook_value_text ("told her"));

  DaybookId act = import_rows (&book, &completed, 1, BOOK_NOW + 60, 0, 1, 0);
  g_autoptr(DaybookRow) after = find_order (&book, "1001");
  g_assert_cmpstr (daybook_row_text (after, DAYBOOK_ORDER_NOTE), ==, "told her");
  g_assert_cmpint (daybook_row_int (after, DAYBOOK_ORDER_STAGE), ==, DAYBOOK_STAGE_COMPLETED);

  g_autoptr(DaybookOutcome) undone = daybook_store_undo (book.store, &act, NULL);
  g_assert_nonnull (undone);
  g_autoptr(DaybookRow) back = find_order (&book, "1001");
  g_assert_cmpstr (daybook_row_text (back, DAYBOOK_ORDER_NOTE), ==, "told her");
  g_assert_cmpint (daybook_row_int (back, DAYBOOK_ORDER_STAGE), ==, DAYBOOK_STAGE_PAID);

  /* After the undo the same file is news again. */
  import_rows (&book, &completed, 1, BOOK_NOW + 60, 0, 1, 0);
  book_close (&book);
}

static void
test_an_order_in_several_places_is_one (void)
{
  const Row scattered[] = {
    { "1001", DAYBOOK_STAGE_PAID, 12800, NULL, NULL, NULL, NULL },
    { "1002", DAYBOOK_STAGE_PAID, 100, NULL, NULL, NULL, NULL },
    { "1001", DAYBOOK_STAGE_PAID, 12800, NULL, NULL, NULL, "SF300" },
  };
  Book book;
  book_open (&book);
  import_rows (&book, scattered, 3, BOOK_NOW, 2, 0, 0);
  g_autoptr(DaybookRow) order = find_order (&book, "1001");
  g_autoptr(GPtrArray) lines = daybook_reader_parts (daybook_store_get_reader (book.store), &daybook_order_lines,
                                                     DAYBOOK_LINE_ORDER, &order->id, NULL);
  g_assert_cmpuint (lines->len, ==, 2);
  g_assert_cmpstr (daybook_row_text (order, DAYBOOK_ORDER_TRACKING), ==, "SF300");
  import_rows (&book, scattered, 3, BOOK_NOW, 0, 0, 2);
  book_close (&book);
}

/* Cancels when the first progress is reported. */
static void
on_progress (goffset  done,
             goffset  total,
             gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
}

static void
test_cancel_takes_everything_back (void)
{
  enum { N = 6000 };
  g_autofree Row *rows = g_new0 (Row, N);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  Book book;
  book_open (&book);
  for (guint i = 0; i < N; i++)
    rows[i] = (Row) { g_strdup_printf ("%u", 100000 + i), DAYBOOK_STAGE_PAID, 100, "nick", NULL, NULL, NULL };

  g_autoptr(DaybookStaging) staging = stage_rows (&book, rows, N, BOOK_NOW);
  g_assert_null (daybook_store_merge (book.store, staging, on_progress, cancellable, cancellable, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED);
  daybook_staging_discard (staging);
  g_assert_cmpuint (book_count (&book, &daybook_orders, ""), ==, 0);
  g_assert_cmpuint (book_count (&book, &daybook_customers, ""), ==, 0);

  import_rows (&book, rows, N, BOOK_NOW, N, 0, 0);
  g_assert_cmpuint (book_count (&book, &daybook_orders, ""), ==, N);
  for (guint i = 0; i < N; i++)
    g_free ((char *) rows[i].number);
  book_close (&book);
}

static gpointer
let_go (gpointer data)
{
  g_usleep (100000);
  close (GPOINTER_TO_INT (data));
  return NULL;
}

/* Each program that is started looks for a moment for what was left half-done: an
 * import that begins just then waits for it. */
static void
test_a_program_that_starts_is_waited_for (void)
{
  Book book;
  book_open (&book);
  g_autofree char *path = g_build_filename (book.folder, "daybook.lock", NULL);
  int lock = g_open (path, O_RDWR | O_CLOEXEC, 0600);

  g_assert_cmpint (flock (lock, LOCK_EX | LOCK_NB), ==, 0);
  GThread *other = g_thread_new ("other", let_go, GINT_TO_POINTER (lock));
  import_rows (&book, THREE, 3, BOOK_NOW, 3, 0, 0);
  g_thread_join (other);
  g_assert_cmpuint (book_count (&book, &daybook_orders, ""), ==, 3);
  book_close (&book);
}

/* The newest file says what lines an order has; one that is older adds none. */
static void
test_lines_are_those_of_the_newest_list (void)
{
  static const char *const PREFIX[] = { "", "?" };
  Book book;

  for (gsize i = 0; i < G_N_ELEMENTS (PREFIX); i++)
    {
      book_open (&book);
      g_autofree char *cup = g_strconcat (PREFIX[i], "Cup|", PREFIX[i], "Plate", NULL);
      g_autofree char *plate = g_strconcat (PREFIX[i], "Plate", NULL);
      g_autofree char *old = g_strconcat (PREFIX[i], "Old name", NULL);

      import_rows (&book, (const Row[]) { { "1001", DAYBOOK_STAGE_PAID, 1, .lines = cup } }, 1, BOOK_NOW - 100, 1, 0, 0);
      assert_lines (&book, "1001", "Cup|Plate");
      DaybookId fewer = import_rows (&book, (const Row[]) { { "1001", DAYBOOK_STAGE_PAID, 1, .lines = plate } }, 1, BOOK_NOW, 0, 1, 0);
      assert_lines (&book, "1001", "Plate");
      DaybookId older = import_rows (&book, (const Row[]) { { "1001", DAYBOOK_STAGE_PAID, 1, .lines = old } }, 1, BOOK_NOW - 50, 0, 0, 1);
      g_assert_true (daybook_id_is_null (&older));
      assert_lines (&book, "1001", "Plate");
      undo_act (&book, &fewer, 0);
      assert_lines (&book, "1001", "Cup|Plate");

      book_close (&book);
    }
}

/* A line with the platform's own number stands for itself, in whatever file. */
static void
test_numbered_lines_stay (void)
{
  Book book;
  book_open (&book);

  import_rows (&book, (const Row[]) { { "1001", DAYBOOK_STAGE_PAID, 1, .lines = "?Both joined" } }, 1, BOOK_NOW - 100, 1, 0, 0);
  DaybookId items = import_rows (&book, (const Row[]) { { "1001", DAYBOOK_STAGE_PAID, 1, .lines = "11:Cup" } }, 1, BOOK_NOW, 0, 1, 0);
  assert_lines (&book, "1001", "Cup");
  DaybookId second = import_rows (&book, (const Row[]) { { "1001", DAYBOOK_STAGE_PAID, 1, .lines = "12:Plate" } }, 1, BOOK_NOW - 50, 0, 1, 0);
  assert_lines (&book, "1001", "Cup|Plate");
  /* A joined title does not stand beside them. */
  import_rows (&book, (const Row[]) { { "1001", DAYBOOK_STAGE_PAID, 1, .lines = "?Other" } }, 1, BOOK_NOW + 10, 0, 0, 1);
  assert_lines (&book, "1001", "Cup|Plate");

  /* What was undone comes with the next file that has it. */
  undo_act (&book, &second, 0);
  assert_lines (&book, "1001", "Cup");
  import_rows (&book, (const Row[]) { { "1001", DAYBOOK_STAGE_PAID, 1, .lines = "12:Saucer" } }, 1, BOOK_NOW - 50, 0, 1, 0);
  assert_lines (&book, "1001", "Cup|Saucer");
  undo_act (&book, &items, 0);
  assert_lines (&book, "1001", "Saucer");

  book_close (&book);
}

static void
test_an_older_file_adds_no_parcel (void)
{
  Book book;
  book_open (&book);
  const Row sf = { "1001", DAYBOOK_STAGE_SHIPPED, 1, .tracking = "SF1" };
  const Row yt = { "1001", DAYBOOK_STAGE_SHIPPED, 1, .tracking = "YT2" };
  const Row zz = { "1001", DAYBOOK_STAGE_SHIPPED, 1, .tracking = "ZZ3" };

  import_rows (&book, &sf, 1, BOOK_NOW - 100, 1, 0, 0);
  DaybookId newer = import_rows (&book, &yt, 1, BOOK_NOW, 0, 1, 0);
  assert_parcels (&book, "1001", "SF1|YT2");
  DaybookId older = import_rows (&book, &zz, 1, BOOK_NOW - 50, 0, 0, 1);
  g_assert_true (daybook_id_is_null (&older));
  assert_parcels (&book, "1001", "SF1|YT2");

  undo_act (&book, &newer, 0);
  assert_parcels (&book, "1001", "SF1");
  import_rows (&book, &yt, 1, BOOK_NOW, 0, 1, 0);
  assert_parcels (&book, "1001", "SF1|YT2");

  book_close (&book);
}

/* Lines far from each other in a file, of which the first is in the book already. */
static void
test_a_part_of_an_order_is_no_list (void)
{
  Book book;
  book_open (&book);

  import_rows (&book, (const Row[]) { { "1001", DAYBOOK_STAGE_PAID, 1, .lines = "Cup" } }, 1, BOOK_NOW, 1, 0, 0);
  import_rows (&book, (const Row[]) { { "1001", DAYBOOK_STAGE_PAID, 1, .lines = "Cup" },
                                      { "1002", DAYBOOK_STAGE_PAID, 1, .lines = "Bowl" },
                                      { "1001", DAYBOOK_STAGE_PAID, 1, .lines = "Plate" } }, 3, BOOK_NOW + 10, 1, 1, 0);
  assert_lines (&book, "1001", "Cup|Plate");

  book_close (&book);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/merge/new-then-same-then-undone", test_new_then_same_then_undone);
  g_test_add_func ("/merge/status-goes-forward-unless-newer", test_status_goes_forward_unless_newer);
  g_test_add_func ("/merge/amounts-change-in-a-newer-file", test_amounts_change_in_a_newer_file);
  g_test_add_func ("/merge/two-files-of-one-time", test_two_files_of_one_time);
  g_test_add_func ("/merge/an-older-file-changes-no-line", test_an_older_file_changes_no_line);
  g_test_add_func ("/merge/a-guessed-stage-takes-nothing-back", test_a_guessed_stage_takes_nothing_back);
  g_test_add_func ("/merge/masked-never-overwrites-full", test_masked_never_overwrites_full);
  g_test_add_func ("/merge/peoples-fields-survive", test_peoples_fields_survive);
  g_test_add_func ("/merge/an-order-in-several-places-is-one", test_an_order_in_several_places_is_one);
  g_test_add_func ("/merge/cancel-takes-everything-back", test_cancel_takes_everything_back);
  g_test_add_func ("/merge/a-program-that-starts-is-waited-for", test_a_program_that_starts_is_waited_for);
  g_test_add_func ("/merge/lines-are-those-of-the-newest-list", test_lines_are_those_of_the_newest_list);
  g_test_add_func ("/merge/numbered-lines-stay", test_numbered_lines_stay);
  g_test_add_func ("/merge/an-older-file-adds-no-parcel", test_an_older_file_adds_no_parcel);
  g_test_add_func ("/merge/a-part-of-an-order-is-no-list", test_a_part_of_an_order_is_no_list);

  return g_test_run ();
}
