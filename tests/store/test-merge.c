/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "core/customer.h"
#include "store/staging.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

typedef struct
{
  const char  *number;
  DaybookStage stage;
  gint64       paid;
  const char  *account;
  const char  *phone;
  const char  *receiver;
  const char  *tracking;
  gboolean     guessed; /* the file has no column for the stage */
  const char  *lines;   /* "title|title", "?title" guessed from joined titles, "number:title"; or NULL: one with a SKU */
} Row;

static void
add_line (DaybookOrderRecord *record,
          const char         *text)
{
  DaybookLineRecord *line = daybook_record_add_line (record);
  const char *colon = strchr (text, ':');
  g_autofree char *number = colon != NULL ? g_strndup (text, (gsize) (colon - text)) : NULL;

  line->values[DAYBOOK_LINE_POSITION] = daybook_value_int (record->lines->len - 1);
  line->values[DAYBOOK_LINE_PROVISIONAL] = daybook_value_int (*text == '?');
  daybook_record_line_text (record, line, DAYBOOK_LINE_NUMBER, number);
  daybook_record_line_text (record, line, DAYBOOK_LINE_TITLE, colon != NULL ? colon + 1 : text + (*text == '?'));
}

static void
add_lines (DaybookOrderRecord *record,
           const char         *text)
{
  g_auto(GStrv) lines = text != NULL ? g_strsplit (text, "|", -1) : NULL;

  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    add_line (record, lines[i]);
  if (lines != NULL)
    return;

  DaybookLineRecord *line = daybook_record_add_line (record);
  daybook_record_line_text (record, line, DAYBOOK_LINE_TITLE, "红色连衣裙");
  daybook_record_line_text (record, line, DAYBOOK_LINE_SKU, "A-100");
}

static DaybookStaging *
stage_rows (Book      *book,
            const Row *rows,
            guint      n_rows,
            gint64     as_of)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOrderRecord) record = daybook_record_new ();
  DaybookStagingSpec spec = {
    .shop = *daybook_store_get_shop (book->store),
    .platform = "tmall", .kind = "orders", .file = "orders.csv", .encoding = "UTF-8",
    .form = 42, .header = "订单编号",
  };
  DaybookStaging *staging = daybook_staging_new (book->store, &spec, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < n_rows; i++)
    {
      daybook_record_reset (record);
      daybook_record_set_text (record, DAYBOOK_ORDER_NUMBER, rows[i].number);
      daybook_record_set_int (record, DAYBOOK_ORDER_STAGE, rows[i].stage);
      daybook_record_set_text (record, DAYBOOK_ORDER_STATUS, rows[i].guessed ? NULL :
                               daybook_field_word_name (&daybook_orders.fields[DAYBOOK_ORDER_STAGE], rows[i].stage));
      daybook_record_set_int (record, DAYBOOK_ORDER_PAID, rows[i].paid);
      daybook_record_set_int (record, DAYBOOK_ORDER_CREATED, BOOK_NOW - 86400 * (i % 30));
      daybook_record_set_text (record, DAYBOOK_ORDER_CURRENCY, "CNY");
      daybook_record_set_text (record, DAYBOOK_ORDER_PHONE, rows[i].phone);
      daybook_record_set_text (record, DAYBOOK_ORDER_RECEIVER, rows[i].receiver);
      daybook_record_set_text (record, DAYBOOK_ORDER_TRACKING, rows[i].tracking);
      record->carried = rows[i].guessed ? 0 : ~DAYBOOK_RECORD_PART;
      record->account = rows[i].account != NULL ? g_string_chunk_insert (record->chunk, rows[i].account) : NULL;
      g_string_append (record->raw, rows[i].number);
      add_lines (record, rows[i].lines);
      g_assert_true (daybook_staging_add (staging, record, &error));
      g_assert_no_error (error);
    }

  /* As with a real file, whose newest row may say when it was made. */
  daybook_staging_set_as_of (staging, as_of);
  g_assert_true (daybook_staging_finish (staging, n_rows, "{}", &error));
  g_assert_no_error (error);
  return staging;
}

static void
assert_counts (DaybookStaging *staging,
               guint64         n_new,
               guint64         n_updated,
               guint64         n_same)
{
  const DaybookStagingCounts *counts = daybook_staging_get_counts (staging);

  g_assert_cmpuint (counts->n_new, ==, n_new);
  g_assert_cmpuint (counts->n_updated, ==, n_updated);
  g_assert_cmpuint (counts->n_same, ==, n_same);
}

/* Stages and merges, checking what the preview said. */
static DaybookId
import_rows (Book      *book,
             const Row *rows,
             guint      n_rows,
             gint64     as_of,
             guint64    n_new,
             guint64    n_updated,
             guint64    n_same)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookStaging) staging = stage_rows (book, rows, n_rows, as_of);
  assert_counts (staging, n_new, n_updated, n_same);

  g_autoptr(DaybookOutcome) outcome = daybook_store_merge (book->store, staging, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  daybook_staging_discard (staging);
  return outcome->act;
}

static DaybookRow *
find_order (Book       *book,
            const char *number)
{
  g_autoptr(GPtrArray) found = daybook_reader_orders_numbered (daybook_store_get_reader (book->store), number, NULL);

  return found->len == 1 ? daybook_row_ref (g_ptr_array_index (found, 0)) : NULL;
}

static const Row THREE[] = {
  { "1001", DAYBOOK_STAGE_PAID, 12800, "小王子88", "13812341234", "张三", NULL },
  { "1002", DAYBOOK_STAGE_SHIPPED, 5600, "小王子88", "13812341234", "张三", "SF100, SF200" },
  { "1003", DAYBOOK_STAGE_UNPAID, 0, NULL, "1******6198", "李*", NULL },
};

static void
assert_paid (Book       *book,
             const char *number,
             gint64      paid)
{
  g_autoptr(DaybookRow) row = find_order (book, number);

  g_assert_cmpint (daybook_row_int (row, DAYBOOK_ORDER_PAID), ==, paid);
}

static void
undo_act (Book            *book,
          const DaybookId *act,
          guint64          n_kept)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOutcome) undone = daybook_store_undo (book->store, act, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (undone->n_kept, ==, n_kept);
}

/* The titles of an order's lines, or the numbers of its parcels, that are seen. */
static void
assert_parts (Book               *book,
              const char         *number,
              const DaybookTable *table,
              guint               field,
              const char         *expected)
{
  g_autoptr(DaybookRow) order = find_order (book, number);
  g_autoptr(GPtrArray) parts =
    daybook_reader_parts (daybook_store_get_reader (book->store), table, (guint) table->owner, &order->id, NULL);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", daybook_row_text (g_ptr_array_index (parts, i), field));
  g_assert_cmpstr (text->str, ==, expected);
}

static void
assert_lines (Book       *book,
              const char *number,
              const char *expected)
{
  assert_parts (book, number, &daybook_order_lines, DAYBOOK_LINE_TITLE, expected);
}

static void
assert_parcels (Book       *book,
                const char *number,
                const char *expected)
{
  assert_parts (book, number, &daybook_parcels, DAYBOOK_PARCEL_TRACKING, expected);
}

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

/* Many exports tell no time of their own: which of two is the newer is not known then, and
 * the order goes on, never back. The rest is as the one says that comes second. */
static void
test_two_files_of_one_time (void)
{
  const Row completed = { "1001", DAYBOOK_STAGE_COMPLETED, 12800, NULL, NULL, NULL, NULL };
  const Row shipped = { "1001", DAYBOOK_STAGE_SHIPPED, 12800, NULL, NULL, NULL, NULL };
  const Row cheaper = { "1001", DAYBOOK_STAGE_SHIPPED, 10000, NULL, NULL, NULL, NULL };
  Book book;
  book_open (&book);

  import_rows (&book, &completed, 1, BOOK_NOW, 1, 0, 0);
  import_rows (&book, &shipped, 1, BOOK_NOW, 0, 0, 1);
  import_rows (&book, &cheaper, 1, BOOK_NOW, 0, 1, 0);
  g_autoptr(DaybookRow) same = find_order (&book, "1001");
  g_assert_cmpint (daybook_row_int (same, DAYBOOK_ORDER_STAGE), ==, DAYBOOK_STAGE_COMPLETED);
  g_assert_cmpstr (daybook_row_text (same, DAYBOOK_ORDER_STATUS), ==, "completed");
  g_assert_cmpint (daybook_row_int (same, DAYBOOK_ORDER_PAID), ==, 10000);

  import_rows (&book, &shipped, 1, BOOK_NOW + 60, 0, 1, 0);
  g_autoptr(DaybookRow) after = find_order (&book, "1001");
  g_assert_cmpint (daybook_row_int (after, DAYBOOK_ORDER_STAGE), ==, DAYBOOK_STAGE_SHIPPED);
  g_assert_cmpstr (daybook_row_text (after, DAYBOOK_ORDER_STATUS), ==, "shipped");
  import_rows (&book, &completed, 1, BOOK_NOW + 60, 0, 1, 0);
  import_rows (&book, &shipped, 1, BOOK_NOW + 120, 0, 1, 0);

  /* An older file that is further on takes its status along. */
  import_rows (&book, &completed, 1, BOOK_NOW - 60, 0, 1, 0);
  g_autoptr(DaybookRow) later = find_order (&book, "1001");
  g_assert_cmpint (daybook_row_int (later, DAYBOOK_ORDER_STAGE), ==, DAYBOOK_STAGE_COMPLETED);
  g_assert_cmpstr (daybook_row_text (later, DAYBOOK_ORDER_STATUS), ==, "completed");

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

/* The newest file says again what the first said: a file from in between is old. */
static void
test_a_file_from_in_between_is_old (void)
{
  static const Row THEN[] = { { "1001", DAYBOOK_STAGE_PAID, 1000 }, { "1002", DAYBOOK_STAGE_PAID, 2000 } };
  static const Row BETWEEN[] = { { "1001", DAYBOOK_STAGE_PAID, 9900 } };
  static const Row BOTH[] = { { "1001", DAYBOOK_STAGE_PAID, 7700 }, { "1002", DAYBOOK_STAGE_PAID, 2000 } };
  Book book;
  g_autoptr(GError) error = NULL;
  book_open (&book);

  import_rows (&book, THEN, 2, BOOK_NOW - 2000, 2, 0, 0);
  DaybookId newest = import_rows (&book, THEN, 2, BOOK_NOW - 1000, 0, 0, 2);
  g_assert_false (daybook_id_is_null (&newest));
  DaybookId again = import_rows (&book, THEN, 2, BOOK_NOW - 1000, 0, 0, 2);
  g_assert_true (daybook_id_is_null (&again));

  import_rows (&book, BETWEEN, 1, BOOK_NOW - 1500, 0, 0, 1);
  assert_paid (&book, "1001", 1000);

  /* What it had seen counts no longer when it is undone, else a wrong time could
   * never be put right. */
  g_autoptr(DaybookOutcome) undone = daybook_store_undo (book.store, &newest, &error);
  g_assert_no_error (error);
  /* ... and again when that is taken back. */
  g_autoptr(DaybookOutcome) redone = daybook_store_undo (book.store, &undone->act, &error);
  g_assert_no_error (error);
  import_rows (&book, BETWEEN, 1, BOOK_NOW - 1450, 0, 0, 1);
  assert_paid (&book, "1001", 1000);
  g_autoptr(DaybookOutcome) back = daybook_store_undo (book.store, &redone->act, &error);
  g_assert_no_error (error);

  DaybookId between = import_rows (&book, BETWEEN, 1, BOOK_NOW - 1400, 0, 1, 0);
  g_assert_false (daybook_id_is_null (&between));
  assert_paid (&book, "1001", 9900);

  /* Seen in a file that brings something else. */
  import_rows (&book, BOTH, 2, BOOK_NOW - 900, 0, 1, 1);
  import_rows (&book, (const Row[]) { { "1002", DAYBOOK_STAGE_PAID, 100 } }, 1, BOOK_NOW - 950, 0, 0, 1);
  assert_paid (&book, "1002", 2000);
  import_rows (&book, (const Row[]) { { "1002", DAYBOOK_STAGE_PAID, 100 } }, 1, BOOK_NOW - 900, 0, 1, 0);
  assert_paid (&book, "1002", 100);
  book_close (&book);
}

/* What a file had said that was taken back does not come back with the next file. */
static void
test_an_undone_order_is_made_anew (void)
{
  Book book;
  book_open (&book);

  DaybookId wrong = import_rows (&book, (const Row[]) { { "1001", DAYBOOK_STAGE_CLOSED, 1000, "小王子88", "13812341234", "李四", "SF1",
                                                          .lines = "Wrong|Both|Wrong too" } }, 1, BOOK_NOW, 1, 0, 0);
  undo_act (&book, &wrong, 0);
  DaybookId right = import_rows (&book, (const Row[]) { { "1001", DAYBOOK_STAGE_PAID, 3000, "小王子88", NULL, "张三", "SF2",
                                                          .lines = "Both" } }, 1, BOOK_NOW - 5000, 1, 0, 0);
  assert_paid (&book, "1001", 3000);
  assert_lines (&book, "1001", "Both");
  assert_parcels (&book, "1001", "SF2");
  g_autoptr(DaybookRow) order = find_order (&book, "1001");
  g_assert_cmpint (daybook_row_int (order, DAYBOOK_ORDER_STAGE), ==, DAYBOOK_STAGE_PAID);
  g_assert_cmpint (daybook_row_int (order, DAYBOOK_ORDER_AS_OF), ==, BOOK_NOW - 5000);
  g_assert_cmpstr (daybook_row_text (order, DAYBOOK_ORDER_PHONE), ==, "");
  g_assert_cmpuint (book_count (&book, &daybook_contacts, ""), ==, 0);
  g_autoptr(GPtrArray) customers = daybook_reader_all (daybook_store_get_reader (book.store), &daybook_customers, NULL);
  g_assert_cmpuint (customers->len, ==, 1);
  g_assert_cmpstr (daybook_row_text (g_ptr_array_index (customers, 0), DAYBOOK_CUSTOMER_NAME), ==, "张三");

  /* The same file is known, and goes back to nothing. */
  import_rows (&book, (const Row[]) { { "1001", DAYBOOK_STAGE_PAID, 3000, "小王子88", NULL, "张三", "SF2",
                                        .lines = "Both" } }, 1, BOOK_NOW - 5000, 0, 0, 1);
  undo_act (&book, &right, 0);
  g_assert_cmpuint (book_count (&book, &daybook_orders, ""), ==, 0);
  g_assert_cmpuint (book_count (&book, &daybook_customers, ""), ==, 0);

  book_close (&book);
}

/* An order that a person deleted is known from living files: an older one only completes it. */
static void
test_a_deleted_order_keeps_what_is_newer (void)
{
  Book book;
  book_open (&book);

  import_rows (&book, (const Row[]) { { "1001", DAYBOOK_STAGE_CLOSED, 1000 } }, 1, BOOK_NOW, 1, 0, 0);
  g_autoptr(DaybookRow) order = find_order (&book, "1001");
  book_set (&book, &daybook_orders, &order->id, DAYBOOK_FIELD_DELETED, daybook_value_int (1));
  import_rows (&book, (const Row[]) { { "1001", DAYBOOK_STAGE_PAID, 9900 } }, 1, BOOK_NOW - 5000, 1, 0, 0);
  assert_paid (&book, "1001", 1000);

  book_close (&book);
}

/* Three files of one order, undone from the newest on. */
static void
test_files_undone_in_turn_leave_nothing (void)
{
  Book book;
  book_open (&book);
  DaybookId acts[4];

  for (int i = 0; i < 4; i++)
    acts[i] = import_rows (&book, (const Row[]) { { "1001", DAYBOOK_STAGE_PAID, 1000 * (i + 1) } }, 1, BOOK_NOW + i, i == 0, i > 0, 0);
  for (int i = 3; i >= 0; i--)
    {
      assert_paid (&book, "1001", 1000 * (i + 1));
      undo_act (&book, &acts[i], 0);
    }
  g_assert_cmpuint (book_count (&book, &daybook_orders, ""), ==, 0);

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

/* Of several files that only saw an order each counts, whichever of them is undone. */
static void
test_each_sight_counts (void)
{
  static const Row THEN[] = { { "1001", DAYBOOK_STAGE_PAID, 1000 } };
  static const Row BETWEEN[] = { { "1001", DAYBOOK_STAGE_PAID, 9900 } };
  Book book;
  book_open (&book);
  DaybookId sights[7];

  import_rows (&book, THEN, 1, BOOK_NOW - 2000, 1, 0, 0);
  for (int i = 0; i < 7; i++)
    sights[i] = import_rows (&book, THEN, 1, BOOK_NOW - 1000 + i, 0, 0, 1);
  for (int i = 6; i > 3; i--)
    {
      undo_act (&book, &sights[i], 0);
      import_rows (&book, BETWEEN, 1, BOOK_NOW - 1000, 0, 0, 1);
      assert_paid (&book, "1001", 1000);
    }

  book_close (&book);
}

/* A redo that has to leave a later file's time still tells of its own. */
static void
test_a_redone_file_is_no_older_than_it_was (void)
{
  Book book;
  book_open (&book);
  const Row first = { "1001", DAYBOOK_STAGE_PAID, 1000, .receiver = "张三" };
  const Row newest = { "1001", DAYBOOK_STAGE_CLOSED, 1000, .receiver = "张三" };
  const Row second = { "1001", DAYBOOK_STAGE_PAID, 1000, .receiver = "李四" };
  const Row third = { "1001", DAYBOOK_STAGE_SHIPPED, 1000, .receiver = "李四" };
  g_autoptr(GError) error = NULL;

  import_rows (&book, &first, 1, BOOK_NOW - 2000, 1, 0, 0);
  DaybookId act = import_rows (&book, &newest, 1, BOOK_NOW, 0, 1, 0);
  g_autoptr(DaybookOutcome) undone = daybook_store_undo (book.store, &act, &error);
  g_assert_no_error (error);
  import_rows (&book, &second, 1, BOOK_NOW - 1000, 0, 1, 0);
  g_autoptr(DaybookOutcome) redone = daybook_store_undo (book.store, &undone->act, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (redone->n_kept, ==, 1);
  import_rows (&book, &third, 1, BOOK_NOW - 500, 0, 0, 1);
  g_autoptr(DaybookRow) order = find_order (&book, "1001");
  g_assert_cmpint (daybook_row_int (order, DAYBOOK_ORDER_STAGE), ==, DAYBOOK_STAGE_CLOSED);

  book_close (&book);
}

/* What an undo kept, or a person took out of the trash, is found and whole. */
static void
test_what_stays_of_an_undone_import (void)
{
  Book book;
  g_autoptr(GError) error = NULL;
  book_open (&book);

  DaybookId act = import_rows (&book, THREE, 3, BOOK_NOW, 3, 0, 0);
  g_autoptr(DaybookRow) kept = find_order (&book, "1003");
  g_autoptr(DaybookRow) restored = find_order (&book, "1001");
  book_set (&book, &daybook_orders, &kept->id, DAYBOOK_ORDER_NOTE, daybook_value_text ("worked on"));
  undo_act (&book, &act, 1);
  g_autoptr(DaybookRow) found = find_order (&book, "1003");
  g_assert_nonnull (found);
  g_assert_cmpuint (book_count (&book, &daybook_customers, ""), ==, 0);

  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Restored", daybook_store_get_agent (book.store));
  daybook_edit_restore (edit, &daybook_orders, &restored->id);
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (book.store, edit, &error);
  g_assert_no_error (error);
  g_autoptr(DaybookRow) back = find_order (&book, "1001");
  g_assert_nonnull (back);
  g_assert_cmpuint (book_count (&book, &daybook_customers, ""), ==, 1);
  g_assert_cmpuint (book_count (&book, &daybook_products, ""), ==, 1);
  undo_act (&book, &outcome->act, 0);
  g_assert_cmpuint (book_count (&book, &daybook_customers, ""), ==, 0);

  book_close (&book);
}

/* What others had seen of an order that was undone says nothing of the one made anew. */
static void
test_an_order_made_anew_was_seen_by_none (void)
{
  Book book;
  book_open (&book);

  DaybookId first = import_rows (&book, (const Row[]) { { "1001", DAYBOOK_STAGE_PAID, 1000 } }, 1, BOOK_NOW - 1000, 1, 0, 0);
  import_rows (&book, (const Row[]) { { "1001", DAYBOOK_STAGE_PAID, 1000 } }, 1, BOOK_NOW, 0, 0, 1);
  undo_act (&book, &first, 0);
  import_rows (&book, (const Row[]) { { "1001", DAYBOOK_STAGE_PAID, 1100 } }, 1, BOOK_NOW - 800, 1, 0, 0);
  import_rows (&book, (const Row[]) { { "1001", DAYBOOK_STAGE_PAID, 1200 } }, 1, BOOK_NOW - 500, 0, 1, 0);
  assert_paid (&book, "1001", 1200);

  book_close (&book);
}

/* A redo that puts nothing back has not been seen. */
static void
test_a_redo_of_nothing_is_no_sight (void)
{
  Book book;
  g_autoptr(GError) error = NULL;
  book_open (&book);

  import_rows (&book, (const Row[]) { { "1001", DAYBOOK_STAGE_PAID, 1000 } }, 1, BOOK_NOW - 1000, 1, 0, 0);
  DaybookId second = import_rows (&book, (const Row[]) { { "1001", DAYBOOK_STAGE_PAID, 1100 } }, 1, BOOK_NOW, 0, 1, 0);
  g_autoptr(DaybookOutcome) undone = daybook_store_undo (book.store, &second, &error);
  DaybookId third = import_rows (&book, (const Row[]) { { "1001", DAYBOOK_STAGE_PAID, 1200 } }, 1, BOOK_NOW - 500, 0, 1, 0);
  undo_act (&book, &undone->act, 2);
  undo_act (&book, &third, 0);
  import_rows (&book, (const Row[]) { { "1001", DAYBOOK_STAGE_PAID, 1400 } }, 1, BOOK_NOW - 300, 0, 1, 0);
  assert_paid (&book, "1001", 1400);

  book_close (&book);
}

/* The import that made an order is in force again: to undo another one does not
 * take the order away. */
static void
test_an_order_in_force_stays (void)
{
  Book book;
  g_autoptr(GError) error = NULL;
  book_open (&book);

  DaybookId first = import_rows (&book, (const Row[]) { { "1001", DAYBOOK_STAGE_PAID, 1000 } }, 1, BOOK_NOW, 1, 0, 0);
  g_autoptr(DaybookOutcome) undone = daybook_store_undo (book.store, &first, &error);
  DaybookId second = import_rows (&book, (const Row[]) { { "1001", DAYBOOK_STAGE_PAID, 1100 } }, 1, BOOK_NOW - 100, 1, 0, 0);
  g_autoptr(DaybookOutcome) redone = daybook_store_undo (book.store, &undone->act, &error);
  g_assert_no_error (error);
  undo_act (&book, &second, 0);
  assert_paid (&book, "1001", 1000);

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
  g_test_add_func ("/merge/a-file-from-in-between-is-old", test_a_file_from_in_between_is_old);
  g_test_add_func ("/merge/a-guessed-stage-takes-nothing-back", test_a_guessed_stage_takes_nothing_back);
  g_test_add_func ("/merge/masked-never-overwrites-full", test_masked_never_overwrites_full);
  g_test_add_func ("/merge/peoples-fields-survive", test_peoples_fields_survive);
  g_test_add_func ("/merge/an-order-in-several-places-is-one", test_an_order_in_several_places_is_one);
  g_test_add_func ("/merge/cancel-takes-everything-back", test_cancel_takes_everything_back);
  g_test_add_func ("/merge/a-program-that-starts-is-waited-for", test_a_program_that_starts_is_waited_for);
  g_test_add_func ("/merge/an-undone-order-is-made-anew", test_an_undone_order_is_made_anew);
  g_test_add_func ("/merge/a-deleted-order-keeps-what-is-newer", test_a_deleted_order_keeps_what_is_newer);
  g_test_add_func ("/merge/files-undone-in-turn-leave-nothing", test_files_undone_in_turn_leave_nothing);
  g_test_add_func ("/merge/lines-are-those-of-the-newest-list", test_lines_are_those_of_the_newest_list);
  g_test_add_func ("/merge/numbered-lines-stay", test_numbered_lines_stay);
  g_test_add_func ("/merge/an-older-file-adds-no-parcel", test_an_older_file_adds_no_parcel);
  g_test_add_func ("/merge/what-stays-of-an-undone-import", test_what_stays_of_an_undone_import);
  g_test_add_func ("/merge/an-order-made-anew-was-seen-by-none", test_an_order_made_anew_was_seen_by_none);
  g_test_add_func ("/merge/a-redo-of-nothing-is-no-sight", test_a_redo_of_nothing_is_no_sight);
  g_test_add_func ("/merge/an-order-in-force-stays", test_an_order_in_force_stays);
  g_test_add_func ("/merge/a-part-of-an-order-is-no-list", test_a_part_of_an_order_is_no_list);
  g_test_add_func ("/merge/each-sight-counts", test_each_sight_counts);
  g_test_add_func ("/merge/a-redone-file-is-no-older-than-it-was", test_a_redone_file_is_no_older_than_it_was);

  return g_test_run ();
}
