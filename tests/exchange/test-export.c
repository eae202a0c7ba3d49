/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-fixture.h"
#include "fixtures.h"

#include "core/customer.h"
#include "core/order.h"
#include "core/phrase.h"
#include "core/reveal.h"
#include "core/shop.h"
#include "core/use.h"
#include "exchange/clean.h"
#include "exchange/export-writer.h"
#include "exchange/export.h"
#include "exchange/table.h"
#include "exchange/zip-part.h"
#include "store/reader.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* Lists in files: what stands in them, byte by byte, and what our own importer makes of it. */

#define MARK "\xef\xbb\xbf"
#define HEADER "订单编号,买家会员名,总金额,买家实际支付金额,订单状态,收货人姓名,联系手机,收货地址,订单创建时间,宝贝标题,宝贝总数量,物流单号,订单备注\n"
#define ROW(number, title, tracking, note) \
  number ",nick1,100.00,99.50,卖家已发货，等待买家确认,张三丰,13812345678,江苏省 扬州市 广陵区 某路1号,2026-10-30 10:00:05," \
  title ",1," tracking "," note "\n"
#define NUMBER "3800000000000000001"
#define SHOPIFY "Name,Email,Financial Status,Fulfillment Status,Currency,Subtotal,Shipping,Total,Created at,Lineitem name,Lineitem quantity,Lineitem price\n" \
  "#1001,ann@example.com,paid,unfulfilled,JPY,1200,0,1200,2026-10-29 10:00:00 +0800,Cup,1,1200\n"

static const guint COLUMNS[] = {
  DAYBOOK_ORDER_NUMBER, DAYBOOK_ORDER_STAGE, DAYBOOK_ORDER_PAID, DAYBOOK_ORDER_CREATED, DAYBOOK_ORDER_TITLE,
  DAYBOOK_ORDER_TRACKING, DAYBOOK_ORDER_SELLER_NOTE, DAYBOOK_ORDER_RECEIVER, DAYBOOK_ORDER_PHONE,
};

static void
import_one (Fixture    *fixture,
            const char *title,
            const char *tracking,
            const char *note)
{
  g_autofree char *text = g_strdup_printf (HEADER ROW (NUMBER, "%s", "%s", "%s"), title, tracking, note);
  g_autoptr(DaybookRow) order = book_import (fixture, "ExportOrderList202611010900.csv", text, NUMBER);

  g_assert_nonnull (order);
}

static DaybookExport *
new_export (Fixture             *fixture,
            const char          *path,
            DaybookExportFormat  format)
{
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_orders);
  DaybookExport *export = daybook_export_new (fixture->store, query, path, format);

  daybook_export_set_columns (export, COLUMNS, G_N_ELEMENTS (COLUMNS));
  return export;
}

static void
disclose (DaybookExport      *export,
          DaybookRevealBasis  basis,
          const char         *reason)
{
  g_autoptr(DaybookDisclosure) disclosure = daybook_disclosure_new (basis, NULL, reason);

  daybook_export_disclose (export, disclosure);
}

static char *
target (Fixture    *fixture,
        const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static void
run (DaybookExport *export,
     gint64         n_rows)
{
  g_autoptr(GError) error = NULL;
  gint64 written = daybook_export_run (export, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (written, ==, n_rows);
}

static char *
read_file (const char *path)
{
  g_autoptr(GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* Whether nothing is there but these. */
static void
assert_files (const char *folder,
              const char *only)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (!g_str_has_prefix (name, "ExportOrderList") && !g_str_equal (name, "book"))
      g_assert_cmpstr (name, ==, only);
}

/* --- CSV ---------------------------------------------------------------- */

static void
test_csv (Fixture       *fixture,
          gconstpointer  data)
{
  g_autofree char *path = target (fixture, "orders.csv");
  g_autoptr(DaybookExport) export = new_export (fixture, path, DAYBOOK_EXPORT_CSV);
  g_autofree char *text = NULL;

  import_one (fixture, "\"杯子 \"\"大\"\", 两只\"", "001234567890", "\"加急\nVIP\"");
  run (export, 1);
  text = read_file (path);
  g_assert_cmpstr (text, ==,
                   MARK "Order number,Stage,Paid,Ordered,Items,Tracking number,Platform note,Receiver,Phone\r\n"
                   "\"" NUMBER "\t\",Shipped,99.50,2026-10-30 10:00:05,\"杯子 \"\"大\"\", 两只\",\"001234567890\t\","
                   "\"加急\nVIP\",张**,138****5678\r\n");
  assert_files (fixture->folder, "orders.csv");
}

/* What is counted out of other rows is told as what is kept. */
static void
test_counted (Fixture       *fixture,
              gconstpointer  data)
{
  static const guint SEEN[] = { DAYBOOK_PHRASE_TITLE, DAYBOOK_PHRASE_USES };
  g_autofree char *path = target (fixture, "phrases.csv");
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_used_phrases);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Phrases", daybook_store_get_agent (fixture->store));
  g_autoptr(DaybookOutcome) outcome = NULL;
  g_autoptr(DaybookExport) export = NULL;
  g_autofree char *text = NULL;
  DaybookId phrase, use;

  daybook_id_random (&phrase);
  daybook_id_random (&use);
  daybook_edit_create (edit, &daybook_phrases, &phrase);
  daybook_edit_give (edit, DAYBOOK_PHRASE_TITLE, daybook_value_text ("Hello"));
  daybook_edit_give (edit, DAYBOOK_PHRASE_TEXT, daybook_value_text ("Hello"));
  daybook_edit_create (edit, &daybook_uses, &use);
  daybook_edit_give (edit, DAYBOOK_USE_PHRASE, daybook_value_id (&phrase));
  outcome = daybook_store_commit (fixture->store, edit, NULL);
  g_assert_nonnull (outcome);
  export = daybook_export_new (fixture->store, query, path, DAYBOOK_EXPORT_CSV);
  daybook_export_set_columns (export, SEEN, G_N_ELEMENTS (SEEN));
  run (export, 1);
  text = read_file (path);
  g_assert_cmpstr (text, ==, MARK "Title,Uses\r\nHello,1\r\n");
}

static void
assert_guarded (Fixture    *fixture,
                const char *title,
                const char *cell)
{
  g_autofree char *path = target (fixture, "guards.csv");
  g_autoptr(DaybookExport) export = new_export (fixture, path, DAYBOOK_EXPORT_CSV);
  static const guint TITLE[] = { DAYBOOK_ORDER_TITLE, DAYBOOK_ORDER_QUANTITY };
  g_autofree char *expected = g_strdup_printf (MARK "Items,Quantity\r\n%s,1\r\n", cell);
  g_autofree char *text = NULL;

  import_one (fixture, title, "", "");
  daybook_export_set_columns (export, TITLE, G_N_ELEMENTS (TITLE));
  run (export, 1);
  text = read_file (path);
  g_assert_cmpstr (text, ==, expected);
}

/* What a spreadsheet program would run, or round, comes as a text. */
static void
test_guards (Fixture       *fixture,
             gconstpointer  data)
{
  assert_guarded (fixture, "=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0");
  assert_guarded (fixture, "@SUM(A1)", "'@SUM(A1)");
  assert_guarded (fixture, "+1 送一只", "'+1 送一只");
  assert_guarded (fixture, "-买一送一-", "'-买一送一-");
  assert_guarded (fixture, "\"=1,2\"", "\"'=1,2\"");
  assert_guarded (fixture, "＝1+1", "'＝1+1");
  assert_guarded (fixture, "1234567890123456", "\"1234567890123456\t\"");
  assert_guarded (fixture, "007", "\"007\t\"");
  assert_guarded (fixture, "12E45", "\"12E45\t\"");
  assert_guarded (fixture, "1001", "1001");
  assert_guarded (fixture, "a;b", "\"a;b\"");
}

static DaybookTableRow
next_row (DaybookTableReader *table)
{
  g_autoptr(GError) error = NULL;
  DaybookTableRow row = { 0 };

  g_assert_cmpint (daybook_table_reader_next (table, &row, &error), ==, DAYBOOK_TABLE_ROW);
  return row;
}

/* Our own importer's reader and its cleaning give what stands in the book. */
static void
assert_reads_back (const char       *path,
                   const DaybookRow *order)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookTableReader) table = daybook_table_reader_open (path, &error);
  DaybookTableRow cells;

  g_assert_no_error (error);
  next_row (table);
  cells = next_row (table);
  g_assert_cmpuint (cells.n_cells, ==, G_N_ELEMENTS (COLUMNS));
  for (guint i = 0; i < cells.n_cells; i++)
    {
      g_autoptr(GString) clean = g_string_new (NULL);

      if (daybook_orders.fields[COLUMNS[i]].type != DAYBOOK_TYPE_TEXT)
        continue;
      daybook_clean_text (cells.cells[i].text, cells.cells[i].length, clean);
      g_assert_cmpstr (clean->str, ==, daybook_row_text (order, COLUMNS[i]));
    }
}

static void
test_round_trip (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char *const TITLES[] = {
    "=1+1", "-5 元 券", "+86 13812345678", "@home", "\"a \"\"quoted\"\", one\nand two\"", "0012", "12E45", "明前龙井",
    "9007199254740993", "'n Sync",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (TITLES); i++)
    for (int format = DAYBOOK_EXPORT_CSV; format <= DAYBOOK_EXPORT_XLSX; format++)
      {
        g_autofree char *path = target (fixture, format == DAYBOOK_EXPORT_CSV ? "trip.csv" : "trip.xlsx");
        g_autoptr(DaybookExport) export = new_export (fixture, path, (DaybookExportFormat) format);
        g_autoptr(GPtrArray) found = NULL;

        import_one (fixture, TITLES[i], "0000000000000123456", TITLES[i]);
        disclose (export, DAYBOOK_BASIS_ORDER, NULL);
        run (export, 1);
        found = daybook_reader_orders_numbered (daybook_store_get_reader (fixture->store), NUMBER, NULL);
        assert_reads_back (path, g_ptr_array_index (found, 0));
      }
}

/* --- Currencies --------------------------------------------------------- */

static void
test_currencies (Fixture       *fixture,
                 gconstpointer  data)
{
  static const guint PAID[] = { DAYBOOK_ORDER_NUMBER, DAYBOOK_ORDER_TOTAL };
  g_autofree char *path = target (fixture, "money.csv");
  g_autoptr(DaybookExport) one = new_export (fixture, path, DAYBOOK_EXPORT_CSV);
  g_autoptr(DaybookExport) two = new_export (fixture, path, DAYBOOK_EXPORT_CSV);
  g_autoptr(DaybookRow) foreign = NULL;
  g_autofree char *alone = NULL;
  g_autofree char *mixed = NULL;

  daybook_export_set_columns (one, PAID, G_N_ELEMENTS (PAID));
  daybook_export_set_columns (two, PAID, G_N_ELEMENTS (PAID));
  import_one (fixture, "杯子", "", "");
  run (one, 1);
  alone = read_file (path);
  g_assert_cmpstr (alone, ==, MARK "Order number,Total\r\n\"" NUMBER "\t\",100.00\r\n");

  foreign = book_import (fixture, "orders_export_1.csv", SHOPIFY, "#1001");
  run (two, 2);
  mixed = read_file (path);
  g_assert_cmpstr (mixed, ==, MARK "Order number,Total,Currency\r\n\"" NUMBER "\t\",100.00,CNY\r\n#1001,1200,JPY\r\n");
}

/* --- Customers ---------------------------------------------------------- */

/* What tells one from another is in the file as it is in the list. */
static void
test_customers (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *path = target (fixture, "customers.csv");
  g_autofree char *books = target (fixture, "customers.xlsx");
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_customers);
  g_autoptr(DaybookExport) export = daybook_export_new (fixture->store, query, path, DAYBOOK_EXPORT_CSV);
  g_autoptr(DaybookExport) workbook = daybook_export_new (fixture->store, query, books, DAYBOOK_EXPORT_XLSX);
  g_autoptr(DaybookRow) foreign = NULL;
  g_autofree char *text = NULL;
  g_autofree char *dump = NULL;

  import_one (fixture, "杯子", "", "");
  foreign = book_import (fixture, "orders_export_1.csv", SHOPIFY, "#1001");
  run (export, 2);
  text = read_file (path);
  g_assert_nonnull (strstr (text, "Name,First order,Note,VIP grade,Grade by hand,Tags,Wishes,Added as a friend,Wants no messages,Consent,"
                                  "Consent as of,How it was given,Contact every so many days,Account,Orders,Last order,Paid\r\n"));
  g_assert_nonnull (strstr (text, ",Taobao · nick1,1,2026-10-30 10:00:05,99.50\r\n"));
  g_assert_nonnull (strstr (text, ",Shopify · a***@example.com,1,2026-10-29 10:00:00,1200 JPY\r\n"));
  run (workbook, 2);
  dump = fixture_dump (books, 0, NULL);
  g_assert_nonnull (strstr (dump, "|Taobao · nick1|1|2026-10-30 10:00:05|99.5\n"));
}

/* --- Who may see what --------------------------------------------------- */

static guint
count_reveals (Fixture *fixture)
{
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_reveals);

  return (guint) daybook_reader_count (daybook_store_get_reader (fixture->store), query, 0, NULL);
}

static void
test_unmasked_is_written_down (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autofree char *path = target (fixture, "full.csv");
  g_autoptr(DaybookExport) masked = new_export (fixture, path, DAYBOOK_EXPORT_CSV);
  g_autoptr(DaybookExport) full = new_export (fixture, path, DAYBOOK_EXPORT_CSV);
  g_autoptr(GPtrArray) reveals = NULL;
  g_autofree char *text = NULL;

  import_one (fixture, "杯子", "", "");
  run (masked, 1);
  g_assert_cmpuint (count_reveals (fixture), ==, 0);

  disclose (full, DAYBOOK_BASIS_LEGAL, " City court 2026/118 ");
  run (full, 1);
  text = read_file (path);
  g_assert_nonnull (strstr (text, "张三丰,13812345678"));
  reveals = daybook_reader_all (daybook_store_get_reader (fixture->store), &daybook_reveals, NULL);
  g_assert_cmpuint (reveals->len, ==, 1);
  g_assert_cmpint (daybook_row_int (g_ptr_array_index (reveals, 0), DAYBOOK_REVEAL_HOW), ==, DAYBOOK_REVEAL_EXPORT);
  g_assert_cmpstr (daybook_row_text (g_ptr_array_index (reveals, 0), DAYBOOK_REVEAL_ROW_KIND), ==, "order");
  g_assert_cmpint (daybook_row_int (g_ptr_array_index (reveals, 0), DAYBOOK_REVEAL_BASIS), ==, DAYBOOK_BASIS_LEGAL);
  g_assert_cmpstr (daybook_row_text (g_ptr_array_index (reveals, 0), DAYBOOK_REVEAL_REASON), ==, "City court 2026/118");
}

static void
set_consent (Fixture        *fixture,
             DaybookConsent  consent)
{
  g_autoptr(GPtrArray) customers = daybook_reader_all (daybook_store_get_reader (fixture->store), &daybook_customers, NULL);
  const DaybookRow *customer = g_ptr_array_index (customers, 0);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Consent", daybook_store_get_agent (fixture->store));
  g_autoptr(DaybookOutcome) outcome = NULL;

  daybook_edit_set (edit, &daybook_customers, &customer->id, DAYBOOK_CUSTOMER_CONSENT, daybook_value_int (consent));
  outcome = daybook_store_commit (fixture->store, edit, NULL);
  g_assert_nonnull (outcome);
}

/* Consent is that of those who gave it; whoever did not is in no file that rests on it, and in no log. */
static void
test_without_consent_left_out (Fixture       *fixture,
                               gconstpointer  data)
{
  static const struct { DaybookConsent consent; guint n_rows; } TRIES[] = {
    { DAYBOOK_CONSENT_UNASKED, 0 }, { DAYBOOK_CONSENT_GIVEN, 1 }, { DAYBOOK_CONSENT_WITHDRAWN, 0 },
  };
  g_autofree char *path = target (fixture, "orders.csv");

  import_one (fixture, "杯子", "", "");
  for (gsize i = 0; i < G_N_ELEMENTS (TRIES); i++)
    {
      g_autoptr(DaybookExport) export = new_export (fixture, path, DAYBOOK_EXPORT_CSV);
      g_autofree char *text = NULL;

      if (TRIES[i].consent != DAYBOOK_CONSENT_UNASKED)
        set_consent (fixture, TRIES[i].consent);
      disclose (export, DAYBOOK_BASIS_CONSENT, NULL);
      run (export, TRIES[i].n_rows);
      g_assert_cmpuint (daybook_export_get_n_left_out (export), ==, 1 - TRIES[i].n_rows);
      text = read_file (path);
      g_assert_true ((strstr (text, "张三丰") != NULL) == (TRIES[i].n_rows > 0));
    }

  g_assert_cmpuint (count_reveals (fixture), ==, 1);
}

static void
assert_fails (DaybookExport *export,
              int            code,
              const char    *says)
{
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (daybook_export_run (export, NULL, NULL, NULL, &error), ==, -1);
  g_assert_error (error, DAYBOOK_ERROR, code);
  g_assert_nonnull (strstr (error->message, says));
}

/* Where the question was not answered, there is no file. */
static void
test_no_basis_no_file (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *path = target (fixture, "orders.csv");
  g_autoptr(DaybookExport) export = new_export (fixture, path, DAYBOOK_EXPORT_CSV);

  import_one (fixture, "杯子", "", "");
  disclose (export, DAYBOOK_BASIS_NONE, "because");
  assert_fails (export, DAYBOOK_ERROR_REFUSED, "by what right");
  disclose (export, DAYBOOK_BASIS_LEGAL, "  ");
  assert_fails (export, DAYBOOK_ERROR_REFUSED, "authority");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_reveals (fixture), ==, 0);
}

static void
sit_down (Fixture     *fixture,
          DaybookRole  role)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Somebody came", daybook_store_get_agent (fixture->store));
  g_autoptr(DaybookOutcome) outcome = NULL;
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_agents, &id);
  daybook_edit_give (edit, DAYBOOK_AGENT_NAME, daybook_value_text ("Mei"));
  daybook_edit_give (edit, DAYBOOK_AGENT_ROLE, daybook_value_int (role));
  outcome = daybook_store_commit (fixture->store, edit, NULL);
  g_assert_nonnull (outcome);
  daybook_store_set_agent (fixture->store, &id);
}

static void
test_roles (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *path = target (fixture, "orders.csv");
  g_autoptr(DaybookExport) export = new_export (fixture, path, DAYBOOK_EXPORT_CSV);
  g_autoptr(GError) error = NULL;

  sit_down (fixture, DAYBOOK_ROLE_LEAD);
  g_assert_true (daybook_export_check_person (fixture->store, NULL));
  sit_down (fixture, DAYBOOK_ROLE_AGENT);
  g_assert_cmpint (daybook_export_run (export, NULL, NULL, NULL, &error), ==, -1);
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED);
  assert_files (fixture->folder, NULL);
}

/* --- Failing ------------------------------------------------------------ */

static void
test_no_such_place (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *nowhere = target (fixture, "nowhere/orders.csv");
  g_autofree char *taken = target (fixture, "taken.xlsx");
  g_autoptr(DaybookExport) first = new_export (fixture, nowhere, DAYBOOK_EXPORT_CSV);
  g_autoptr(DaybookExport) second = new_export (fixture, taken, DAYBOOK_EXPORT_XLSX);

  import_one (fixture, "杯子", "", "");
  disclose (first, DAYBOOK_BASIS_ORDER, NULL);
  assert_fails (first, DAYBOOK_ERROR_NOT_FOUND, "orders.csv");
  g_assert_cmpuint (count_reveals (fixture), ==, 0);
  g_assert_cmpint (g_mkdir (taken, 0700), ==, 0);
  assert_fails (second, DAYBOOK_ERROR_REFUSED, "is a folder");
  assert_files (fixture->folder, "taken.xlsx");
}

static void
stop_at_once (goffset  done,
              goffset  total,
              gpointer cancellable)
{
  g_assert_cmpint (done, <=, total);
  g_cancellable_cancel (cancellable);
}

/* What was there before is there still, and nothing besides. */
static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  static const char *const NAMES[DAYBOOK_N_EXPORT_FORMATS] = { "old.csv", "old.xlsx", "old.json", "old.pdf" };

  import_one (fixture, "杯子", "", "");
  for (int format = 0; format < DAYBOOK_N_EXPORT_FORMATS; format++)
    {
      g_autoptr(GCancellable) cancellable = g_cancellable_new ();
      g_autoptr(GError) error = NULL;
      g_autofree char *path = fixture_write (fixture->folder, NAMES[format], "old", -1);
      g_autoptr(DaybookExport) export = new_export (fixture, path, (DaybookExportFormat) format);
      g_autofree char *text = NULL;

      g_assert_cmpint (daybook_export_run (export, stop_at_once, cancellable, cancellable, &error), ==, -1);
      g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CANCELLED);
      text = read_file (path);
      g_assert_cmpstr (text, ==, "old");
      assert_files (fixture->folder, NAMES[format]);
      g_unlink (path);
    }
}

/* --- On paper ----------------------------------------------------------- */

/* For a printer there is no file. */
static void
test_paper (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(DaybookExport) export = NULL;
  g_autoptr(DaybookPaper) paper = NULL;

  import_one (fixture, "杯子", "", "");
  export = new_export (fixture, NULL, DAYBOOK_EXPORT_PDF);
  run (export, 1);
  paper = daybook_export_take_paper (export);
  g_assert_nonnull (paper);
  g_assert_cmpuint (daybook_paper_get_n_pages (paper), ==, 1);
  assert_files (fixture->folder, "none");
}

/* More than anybody reads is refused before anything is read. */
static void
test_paper_many (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *path = target (fixture, "many.pdf");
  g_autoptr(DaybookExport) export = new_export (fixture, path, DAYBOOK_EXPORT_PDF);
  g_autoptr(GError) error = NULL;
  GArray *keys = g_array_sized_new (FALSE, TRUE, sizeof (gint64), DAYBOOK_PRINT_MOST_ROWS + 1);

  g_array_set_size (keys, DAYBOOK_PRINT_MOST_ROWS + 1);
  daybook_export_set_keys (export, keys);
  g_assert_cmpint (daybook_export_run (export, NULL, NULL, NULL, &error), ==, -1);
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED);
  assert_files (fixture->folder, "none");
}

/* --- In the background -------------------------------------------------- */

typedef struct
{
  gint64  n_rows;
  goffset done;
  goffset total;
  gboolean ended;
} Async;

static void
on_progress (goffset  done,
             goffset  total,
             gpointer data)
{
  Async *async = data;

  g_assert_false (async->ended);
  async->done = done;
  async->total = total;
}

static void
on_exported (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Async *async = data;

  async->n_rows = daybook_export_run_finish (DAYBOOK_EXPORT (source), result, NULL);
  async->ended = TRUE;
}

static void
test_async (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *path = target (fixture, "orders.json");
  g_autoptr(DaybookExport) export = new_export (fixture, path, DAYBOOK_EXPORT_JSON);
  Async async = { 0 };

  import_one (fixture, "杯子", "", "");
  daybook_export_run_async (export, on_progress, &async, NULL, on_exported, &async);
  while (!async.ended)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (async.n_rows, ==, 1);
  g_assert_cmpint (async.done, ==, 1);
  g_assert_cmpint (async.total, ==, 1);
}

/* --- JSON --------------------------------------------------------------- */

static void
test_json (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *path = target (fixture, "orders.json");
  g_autofree char *nothing = target (fixture, "nothing.json");
  g_autoptr(DaybookExport) export = new_export (fixture, path, DAYBOOK_EXPORT_JSON);
  g_autoptr(DaybookExport) empty = new_export (fixture, nothing, DAYBOOK_EXPORT_JSON);
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autofree char *text = NULL;
  JsonObject *row, *paid;

  run (empty, 0);
  text = read_file (nothing);
  g_assert_cmpstr (text, ==, "[]\n");

  import_one (fixture, "=1+1", "", "");
  run (export, 1);
  g_assert_true (json_parser_load_from_file (parser, path, NULL));
  row = json_array_get_object_element (json_node_get_array (json_parser_get_root (parser)), 0);
  paid = json_object_get_object_member (row, "paid");
  g_assert_cmpstr (json_object_get_string_member (row, "kind"), ==, "order");
  g_assert_cmpstr (json_object_get_string_member (row, "stage"), ==, "shipped");
  g_assert_cmpstr (json_object_get_string_member (row, "order_title"), ==, "=1+1");
  g_assert_true (json_object_get_null_member (row, "tracking"));
  g_assert_cmpint (json_object_get_int_member (paid, "minor"), ==, 9950);
  g_assert_cmpstr (json_object_get_string_member (paid, "currency"), ==, "CNY");
  g_assert_false (json_object_has_member (row, "quantity"));
}

/* --- XLSX --------------------------------------------------------------- */

static char *
read_part (const char *path,
           const char *name)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookZipPart) part = daybook_zip_part_open (path, name, &error);
  g_autoptr(GString) text = g_string_new (NULL);
  char buffer[4096];
  gssize n;

  g_assert_no_error (error);
  g_assert_nonnull (part);
  while ((n = daybook_zip_part_read (part, buffer, sizeof buffer, &error)) > 0)
    g_string_append_len (text, buffer, n);
  g_assert_no_error (error);
  return g_strdup (text->str);
}

static void
assert_holds (const char *text,
              const char *piece)
{
  if (strstr (text, piece) == NULL)
    g_error ("“%s” is not in %s", piece, text);
}

static void
test_xlsx (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *path = target (fixture, "orders.xlsx");
  g_autoptr(DaybookExport) export = new_export (fixture, path, DAYBOOK_EXPORT_XLSX);
  g_autofree char *sheet = NULL;
  g_autofree char *book = NULL;
  g_autofree char *styles = NULL;

  import_one (fixture, "=1+1", "0012", "");
  daybook_export_set_title (export, "To Ship [1/2]");
  run (export, 1);
  sheet = read_part (path, "xl/worksheets/sheet1.xml");
  book = read_part (path, "xl/workbook.xml");
  styles = read_part (path, "xl/styles.xml");

  assert_holds (book, "name=\"To Ship  1 2\"");
  assert_holds (sheet, "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>");
  assert_holds (sheet, "<autoFilter ref=\"A1:I2\"/>");
  assert_holds (sheet, "<c r=\"A2\" t=\"inlineStr\"><is><t>" NUMBER "</t></is></c>");
  assert_holds (sheet, "<v>99.5</v></c>");
  assert_holds (sheet, "<c r=\"E2\" t=\"inlineStr\"><is><t>=1+1</t></is></c>");
  assert_holds (sheet, "<c r=\"F2\" t=\"inlineStr\"><is><t>0012</t></is></c>");
  assert_holds (styles, "formatCode=\"yyyy-mm-dd hh:mm\"");
  g_assert_null (strstr (sheet, "<f>"));
  assert_files (fixture->folder, "orders.xlsx");
}

/* The time of day on the wall of the shop, as a date of the workbook. */
static void
test_xlsx_times (Fixture       *fixture,
                 gconstpointer  data)
{
  static const guint TIMES[] = { DAYBOOK_ORDER_CREATED, DAYBOOK_ORDER_PAID };
  g_autofree char *path = target (fixture, "times.xlsx");
  g_autoptr(DaybookExport) export = new_export (fixture, path, DAYBOOK_EXPORT_XLSX);
  g_autofree char *dump = NULL;

  import_one (fixture, "杯子", "", "");
  daybook_export_set_columns (export, TIMES, G_N_ELEMENTS (TIMES));
  run (export, 1);
  dump = fixture_dump (path, 0, NULL);
  g_assert_cmpstr (dump, ==, "1|Ordered|Paid\n2|2026-10-30 10:00:05|99.5\n");
}

/* A sheet has 1,048,576 rows: what is more goes on in another, with headings of its own. */
static void
test_xlsx_many (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *path = target (fixture, "many.xlsx");
  g_autoptr(GArray) columns = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(DaybookRow) row = daybook_row_new (&daybook_orders);
  g_autoptr(DaybookExportSheet) sheet = NULL;
  g_autoptr(DaybookNewFile) file = daybook_new_file_create (path, NULL);
  g_autoptr(DaybookTableReader) table = NULL;
  DaybookTableRow last;
  guint quantity = DAYBOOK_ORDER_QUANTITY;
  gpointer writer;

  row->values[DAYBOOK_ORDER_QUANTITY] = daybook_value_int (7);
  g_array_append_val (columns, quantity);
  sheet = daybook_export_sheet_new (&daybook_orders, columns, "Many", daybook_store_get_reader (fixture->store),
                                    daybook_store_get_zone (fixture->store), "CNY", DAYBOOK_SHOW_MASKED);
  writer = daybook_xlsx_writer.open (sheet, file, 1048577, NULL);
  for (guint i = 0; i < 1048577; i++)
    g_assert_true (daybook_xlsx_writer.add (writer, row, NULL));
  g_assert_true (daybook_xlsx_writer.close (writer, NULL));
  daybook_xlsx_writer.free (writer);
  g_assert_true (daybook_new_file_keep (file, NULL));

  table = daybook_table_reader_open (path, NULL);
  g_assert_cmpuint (daybook_table_reader_n_sheets (table), ==, 2);
  g_assert_cmpstr (daybook_table_reader_sheet_name (table, 1), ==, "Many 2");
  g_assert_true (daybook_table_reader_select (table, 1, NULL));
  g_assert_cmpstr (next_row (table).cells[0].text, ==, "Quantity");
  next_row (table);
  last = next_row (table);
  g_assert_cmpuint (last.number, ==, 3);
  g_assert_cmpstr (last.cells[0].text, ==, "7");
  g_assert_cmpint (daybook_table_reader_next (table, &last, NULL), ==, DAYBOOK_TABLE_END);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define TEST(path, function) g_test_add (path, Fixture, NULL, book_fixture_set_up, function, book_fixture_tear_down)
  TEST ("/export/csv", test_csv);
  TEST ("/export/counted", test_counted);
  TEST ("/export/guards", test_guards);
  TEST ("/export/round-trip", test_round_trip);
  TEST ("/export/currencies", test_currencies);
  TEST ("/export/customers", test_customers);
  TEST ("/export/unmasked-is-written-down", test_unmasked_is_written_down);
  TEST ("/export/without-consent-left-out", test_without_consent_left_out);
  TEST ("/export/no-basis-no-file", test_no_basis_no_file);
  TEST ("/export/roles", test_roles);
  TEST ("/export/no-such-place", test_no_such_place);
  TEST ("/export/cancel", test_cancel);
  TEST ("/export/paper", test_paper);
  TEST ("/export/paper-many", test_paper_many);
  TEST ("/export/async", test_async);
  TEST ("/export/json", test_json);
  TEST ("/export/xlsx", test_xlsx);
  TEST ("/export/xlsx-times", test_xlsx_times);
  TEST ("/export/xlsx-many", test_xlsx_many);

  return g_test_run ();
}
