/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "store/source.h"
#include "store/staging.h"

#define HEADER "Name\x1f" "Vendor\x1f" "Lineitem name"

/* A file of one order whose rows have these cells. */
static DaybookStaging *
stage (Book       *book,
       const char *number,
       const char *raw,
       guint64     form,
       const char *header,
       gint64      as_of)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOrderRecord) record = daybook_record_new ();
  DaybookStagingSpec spec = {
    .shop = *daybook_store_get_shop (book->store), .platform = "shopify", .kind = "orders",
    .file = "orders.csv", .encoding = "UTF-8", .form = form, .header = header,
  };
  DaybookStaging *staging = daybook_staging_new (book->store, &spec, &error);

  g_assert_no_error (error);
  daybook_record_set_text (record, DAYBOOK_ORDER_NUMBER, number);
  daybook_record_set_int (record, DAYBOOK_ORDER_CREATED, BOOK_NOW - 86400);
  g_string_append (record->raw, raw);
  g_assert_true (daybook_staging_add (staging, record, &error));
  daybook_staging_set_as_of (staging, as_of);
  g_assert_true (daybook_staging_finish (staging, 1, "{}", &error));
  g_assert_no_error (error);
  return staging;
}

static void
import (Book       *book,
        const char *number,
        const char *raw,
        guint64     form,
        const char *header,
        gint64      as_of)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookStaging) staging = stage (book, number, raw, form, header, as_of);
  g_autoptr(DaybookOutcome) outcome = daybook_store_merge (book->store, staging, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  daybook_staging_discard (staging);
}

static GPtrArray *
read_source (Book       *book,
             const char *number,
             guint       max_rows)
{
  g_autoptr(GError) error = NULL;
  DaybookReader *reader = daybook_store_get_reader (book->store);
  g_autoptr(GPtrArray) orders = daybook_reader_orders_numbered (reader, number, &error);

  g_assert_cmpuint (orders->len, ==, 1);
  const DaybookRow *order = g_ptr_array_index (orders, 0);
  GPtrArray *tables = daybook_reader_source (reader, order, max_rows, &error);
  g_assert_no_error (error);
  g_assert_cmpint (daybook_reader_has_source (reader, order), ==, tables->len > 0);
  return tables;
}

static void
assert_cells (char       **cells,
              const char  *wanted)
{
  g_autofree char *text = g_strjoinv ("|", cells);

  g_assert_cmpstr (text, ==, wanted);
}

static void
test_rows_are_split_into_cells (void)
{
  Book book;

  book_open (&book);
  import (&book, "#1", "#1\x1fTea House\x1fTeapot\x1e#1\x1f\x1f" "Cup", 7, HEADER, BOOK_NOW);
  g_autoptr(GPtrArray) tables = read_source (&book, "#1", 0);
  g_assert_cmpuint (tables->len, ==, 1);
  const DaybookSourceTable *table = g_ptr_array_index (tables, 0);
  g_assert_cmpuint (table->form, ==, 7);
  assert_cells (table->headings, "Name|Vendor|Lineitem name");
  g_assert_cmpuint (table->n_rows, ==, 2);
  g_assert_cmpuint (table->rows->len, ==, 2);
  assert_cells (g_ptr_array_index (table->rows, 0), "#1|Tea House|Teapot");
  assert_cells (g_ptr_array_index (table->rows, 1), "#1||Cup");

  g_autoptr(GPtrArray) first = read_source (&book, "#1", 1);
  table = g_ptr_array_index (first, 0);
  g_assert_cmpuint (table->rows->len, ==, 1);
  g_assert_cmpuint (table->n_rows, ==, 2);
  book_close (&book);
}

static void
test_each_form_has_its_rows (void)
{
  Book book;

  book_open (&book);
  import (&book, "#1", "#1\x1fTea House\x1fTeapot", 7, HEADER, BOOK_NOW);
  import (&book, "#1", "#1\x1f" "12.00", 8, "Name\x1fTotal", BOOK_NOW + 60);
  g_autoptr(GPtrArray) tables = read_source (&book, "#1", 0);
  g_assert_cmpuint (tables->len, ==, 2);
  assert_cells (((DaybookSourceTable *) g_ptr_array_index (tables, 1))->headings, "Name|Total");
  assert_cells (g_ptr_array_index (((DaybookSourceTable *) g_ptr_array_index (tables, 1))->rows, 0), "#1|12.00");
  book_close (&book);
}

/* As an older Daybook left it: the rows without the headings, until the file comes again. */
static void
test_headings_come_with_the_next_import (void)
{
  Book book;

  book_open (&book);
  import (&book, "#1", "#1\x1fTea House\x1fTeapot", 7, "", BOOK_NOW);
  g_autoptr(GPtrArray) before = read_source (&book, "#1", 0);
  g_assert_cmpuint (before->len, ==, 1);
  g_assert_null (((DaybookSourceTable *) g_ptr_array_index (before, 0))->headings);

  import (&book, "#1", "#1\x1fTea House\x1fTeapot", 7, HEADER, BOOK_NOW);
  g_autoptr(GPtrArray) after = read_source (&book, "#1", 0);
  assert_cells (((DaybookSourceTable *) g_ptr_array_index (after, 0))->headings, "Name|Vendor|Lineitem name");
  book_close (&book);
}

static void
test_an_order_without_a_file_has_none (void)
{
  Book book;

  book_open (&book);
  import (&book, "#1", "", 7, HEADER, BOOK_NOW);
  g_autoptr(GPtrArray) tables = read_source (&book, "#1", 0);
  g_assert_cmpuint (tables->len, ==, 0);
  book_close (&book);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/source/rows-are-split-into-cells", test_rows_are_split_into_cells);
  g_test_add_func ("/source/each-form-has-its-rows", test_each_form_has_its_rows);
  g_test_add_func ("/source/headings-come-with-the-next-import", test_headings_come_with_the_next_import);
  g_test_add_func ("/source/an-order-without-a-file-has-none", test_an_order_without_a_file_has_none);
  return g_test_run ();
}
