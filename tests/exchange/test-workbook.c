/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixtures.h"

#include "core/error.h"
#include "exchange/serial.h"
#include "exchange/table.h"

#include <string.h>
#include <xlsxwriter.h>

#define WORKBOOK_XML(sheets) \
  "<workbook xmlns:r=\"r\"><workbookPr date1904=\"1\"/><sheets>" sheets "</sheets></workbook>"
#define ONE_SHEET WORKBOOK_XML ("<sheet name=\"a\" r:id=\"x\"/>")
#define SHEET_XML(rows) "<x:worksheet xmlns:x=\"m\"><x:dimension ref=\"A1:B2\"/><x:sheetData>" rows "</x:sheetData></x:worksheet>"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = fixture_folder ();
  fixture->path = g_build_filename (fixture->folder, "book.xlsx", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_free (fixture->path);
  fixture_folder_free (fixture->folder);
}

static void
assert_sheet (Fixture    *fixture,
              guint       sheet,
              const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *got = fixture_dump (fixture->path, sheet, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (got, ==, expected);
}

static void
assert_refused (Fixture    *fixture,
                const char *words)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *got = fixture_dump (fixture->path, 0, &error);

  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
  g_assert_null (got);
  g_assert_nonnull (strstr (error->message, words));
}

static void
write_workbook (Fixture *fixture,
                guint8   constant_memory)
{
  lxw_workbook_options options = { .constant_memory = constant_memory, .tmpdir = fixture->folder };
  lxw_workbook *book = workbook_new_opt (fixture->path, &options);
  lxw_worksheet *first = workbook_add_worksheet (book, "订单");
  lxw_worksheet *second;
  lxw_format *date = workbook_add_format (book);

  format_set_num_format (date, "yyyy/m/d h:mm");
  worksheet_write_string (first, 0, 0, "订单编号", NULL);
  worksheet_write_string (first, 0, 1, "金额", NULL);
  worksheet_write_string (first, 0, 2, "订单付款时间 ", NULL);
  worksheet_write_string (first, 1, 0, "\"1930679858170647\t", NULL);
  worksheet_write_number (first, 1, 1, 62.86, NULL);
  worksheet_write_number (first, 1, 2, 43236.401388888888, date);
  worksheet_write_number (first, 4, 0, 193067985817064712.0, NULL);
  worksheet_write_boolean (first, 4, 1, TRUE, NULL);
  worksheet_write_string (first, 4, 3, "<&> line\nbreak", NULL);
  second = workbook_add_worksheet (book, "b");
  worksheet_write_string (second, 0, 0, "x", NULL);
  g_assert_cmpint (workbook_close (book), ==, LXW_NO_ERROR);
}

/* With shared strings, and with strings inline as its constant-memory mode
 * writes them (PLATFORMS §1.2, quirk 14). */
static void
test_written_by_a_library (Fixture       *fixture,
                           gconstpointer  data)
{
  for (guint8 constant_memory = 0; constant_memory < 2; constant_memory++)
    {
      write_workbook (fixture, constant_memory);
      assert_sheet (fixture, 0,
                    "1|订单编号|金额|订单付款时间 \n"
                    "2|\"1930679858170647\t|62.86|2018-05-16 09:38:00\n"
                    "5|1.93067985817065E+17|TRUE||<&> line\nbreak\n");
      assert_sheet (fixture, 1, "1|x\n");
    }
}

static void
test_kinds_of_cells (Fixture       *fixture,
                     gconstpointer  data)
{
  fixture_write_zip (fixture->path,
             "xl/workbook.xml", ONE_SHEET,
             "xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"x\" Target=\"/xl/deep/one.xml\"/></Relationships>",
             "xl/styles.xml", "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"[Red]yyyy\"/></numFmts>"
                              "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
                              "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>",
             "xl/sharedStrings.xml", "<sst><si><t>一</t></si><si><r><t>two </t></r><rPh><t>aid</t></rPh><r><t>runs</t></r></si></sst>",
             "xl/deep/one.xml", SHEET_XML ("<x:row r=\"3\"><x:c t=\"s\"><x:v>1</x:v></x:c><x:c r=\"C3\" t=\"s\"><x:v>0</x:v></x:c>"
                                           "<x:c><x:v>1930679858170647</x:v></x:c></x:row>"
                                           "<x:row><x:c s=\"1\"><x:v>0.5</x:v></x:c><x:c s=\"2\"><x:v>1.25</x:v></x:c>"
                                           "<x:c t=\"d\"><x:v>2020-02-01T00:14:15</x:v></x:c>"
                                           "<x:c t=\"str\"><x:f>A1</x:f><x:v>shown</x:v></x:c>"
                                           "<x:c t=\"inlineStr\"><x:is><x:t>in</x:t><x:rPh><x:t>aid</x:t></x:rPh><x:t>_x000D_\nline</x:t></x:is></x:c>"
                                           "<x:c t=\"e\"><x:v>#N/A</x:v></x:c><x:c><x:v>62.859999999999999</x:v></x:c></x:row>"),
             NULL);

  assert_sheet (fixture, 0,
                "3|two runs||一|1930679858170647\n"
                "4|12:00:00|1904-01-02 06:00:00|2020-02-01 00:14:15|shown|in\nline|#N/A|62.86\n");
}

/* Rows count from 1, whatever a bent file says. */
static void
test_a_row_of_no_number (Fixture       *fixture,
                         gconstpointer  data)
{
  fixture_write_zip (fixture->path,
             "xl/workbook.xml", ONE_SHEET,
             "xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"x\" Target=\"/xl/deep/one.xml\"/></Relationships>",
             "xl/deep/one.xml", SHEET_XML ("<x:row r=\"0\"><x:c><x:v>7</x:v></x:c></x:row>"), NULL);

  assert_sheet (fixture, 0, "1|7\n");
}

/* As programs write them that do not calculate; openpyxl leaves the value empty. */
static void
test_formulas_without_results (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookTableReader) reader = NULL;
  DaybookTableRow row;

  fixture_write_zip (fixture->path, "xl/workbook.xml", ONE_SHEET, "xl/worksheets/sheet1.xml",
             SHEET_XML ("<row><c><f>A1</f></c><c><f>A1</f><v/></c><c t=\"str\"><f t=\"shared\" si=\"0\"/></c>"
                        "<c t=\"str\"><f>A1</f><v></v></c><c><f>A1</f><v>0</v></c><c/><c t=\"str\"><v>a</v></c></row>"), NULL);
  reader = daybook_table_reader_open (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (daybook_table_reader_next (reader, &row, &error), ==, DAYBOOK_TABLE_ROW);
  g_assert_cmpuint (row.n_cells, ==, 7);
  for (guint i = 0; i < row.n_cells; i++)
    g_assert_cmpint (row.cells[i].kind == DAYBOOK_CELL_UNKNOWN, ==, i < 3);
  assert_sheet (fixture, 0, "1|||||0||a\n");
}

/* Orders of several rows rely on it: what a merged cell covers is blank. */
static void
test_merged_cells (Fixture       *fixture,
                   gconstpointer  data)
{
  fixture_write_zip (fixture->path, "xl/workbook.xml", ONE_SHEET, "xl/worksheets/sheet1.xml",
             "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>no</v></c><c r=\"B1\" t=\"str\"><v>title</v></c></row>"
             "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>7001</v></c><c r=\"B2\" t=\"str\"><v>cup</v></c></row>"
             "<row r=\"3\"><c r=\"A3\" s=\"1\"/><c r=\"B3\" t=\"str\"><v>plate</v></c></row></sheetData>"
             "<mergeCells count=\"1\"><mergeCell ref=\"A2:A3\"/></mergeCells></worksheet>", NULL);
  assert_sheet (fixture, 0, "1|no|title\n2|7001|cup\n3||plate\n");
}

static void
test_lost_relations (Fixture       *fixture,
                     gconstpointer  data)
{
  fixture_write_zip (fixture->path, "xl/workbook.xml", ONE_SHEET, "xl/worksheets/sheet1.xml",
             SHEET_XML ("<row><c t=\"str\"><v>a</v></c></row>"), NULL);
  assert_sheet (fixture, 0, "1|a\n");
}

/* A row that ends twice, the outer one with nothing of its own (found by the fuzzer). */
static void
test_a_row_within_a_row (Fixture       *fixture,
                         gconstpointer  data)
{
  fixture_write_zip (fixture->path, "xl/workbook.xml", ONE_SHEET, "xl/worksheets/sheet1.xml",
             SHEET_XML ("<row><row><c t=\"str\"><v>a</v></c></row></row><row><c t=\"str\"><v>b</v></c></row>"), NULL);
  assert_sheet (fixture, 0, "2|a\n3|b\n");
}

static void
test_broken_workbooks (Fixture       *fixture,
                       gconstpointer  data)
{
  fixture_write_zip (fixture->path, "xl/workbook.xml", WORKBOOK_XML (""), NULL);
  assert_refused (fixture, "no sheets");
  fixture_write_zip (fixture->path, "xl/workbook.xml", ONE_SHEET, NULL);
  assert_refused (fixture, "damaged");
  fixture_write_zip (fixture->path, "xl/workbook.xml", ONE_SHEET, "xl/worksheets/sheet1.xml",
             SHEET_XML ("<row><c t=\"s\"><v>7</v></c></row>"), NULL);
  assert_refused (fixture, "damaged");
  fixture_write_zip (fixture->path, "xl/workbook.xml", ONE_SHEET, "xl/worksheets/sheet1.xml", "<worksheet><sheetData><row><c>", NULL);
  assert_refused (fixture, "damaged");
  fixture_write_zip (fixture->path, "xl/workbook.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]>" ONE_SHEET, NULL);
  assert_refused (fixture, "damaged");
  fixture_write_zip (fixture->path, "xl/workbook.xml", ONE_SHEET, "xl/worksheets/sheet1.xml",
             SHEET_XML ("<row><c r=\"XFD1\" t=\"str\"><v>a</v></c></row>"), NULL);
  assert_refused (fixture, "1000 columns");
}

static void
test_other_archives (Fixture       *fixture,
                     gconstpointer  data)
{
  fixture_write_zip (fixture->path, "xl/workbook.bin", "x", NULL);
  assert_refused (fixture, "XLSB");
  fixture_write_zip (fixture->path, "word/document.xml", "<a/>", NULL);
  assert_refused (fixture, "document, not a table");
  fixture_write_zip (fixture->path, "Index/Document.iwa", "x", "Metadata/Properties.plist", "x", NULL);
  assert_refused (fixture, "Apple Numbers");
  fixture_write_zip (fixture->path, "Index.zip", "x", NULL);
  assert_refused (fixture, "Apple Numbers");
}

static void
test_a_large_cell (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *cell = g_strnfill (1024 * 1024, 'x');
  g_autofree char *sheet = g_strconcat ("<worksheet><sheetData><row><c t=\"str\"><v>", cell, "</v></c></row></sheetData></worksheet>", NULL);

  fixture_write_zip (fixture->path, "xl/workbook.xml", ONE_SHEET, "xl/worksheets/sheet1.xml", sheet, NULL);
  assert_refused (fixture, "256 kB");
}

/* 200 MB of blanks shrink to 200 kB. */
static void
test_a_zip_bomb (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *blanks = g_strnfill (200 * 1024 * 1024, ' ');

  memcpy (blanks, "<worksheet>", strlen ("<worksheet>"));
  fixture_write_zip (fixture->path, "xl/workbook.xml", ONE_SHEET, "xl/worksheets/sheet1.xml", blanks, NULL);
  assert_refused (fixture, "made to harm");
}

static void
test_cut_off (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *bytes = NULL;
  gsize length;

  write_workbook (fixture, 0);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) length / 2, NULL));
  assert_refused (fixture, "not saved whole");
}

static void
test_serials (void)
{
  static const struct
  {
    double       serial;
    DaybookEpoch epoch;
    const char  *text;
  } CASES[] = {
    { 1, DAYBOOK_EPOCH_1900, "1900-01-01 00:00:00" },
    { 59, DAYBOOK_EPOCH_1900, "1900-02-28 00:00:00" },
    { 61, DAYBOOK_EPOCH_1900, "1900-03-01 00:00:00" },
    { 25569, DAYBOOK_EPOCH_1900, "1970-01-01 00:00:00" },
    { 43236.401388888888, DAYBOOK_EPOCH_1900, "2018-05-16 09:38:00" },
    { 43889.999999999, DAYBOOK_EPOCH_1900, "2020-02-29 00:00:00" },
    { 24107, DAYBOOK_EPOCH_1904, "1970-01-01 00:00:00" },
    { 0.75, DAYBOOK_EPOCH_1904, "18:00:00" },
    { -1, DAYBOOK_EPOCH_1900, "" },
    { 3e6, DAYBOOK_EPOCH_1900, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      char text[DAYBOOK_SERIAL_SIZE] = "";

      daybook_serial_print (CASES[i].serial, CASES[i].epoch, text);
      g_assert_cmpstr (text, ==, CASES[i].text);
    }
}

static void
test_number_formats (void)
{
  static const struct
  {
    guint       id;
    const char *code;
    gboolean    is_date;
  } CASES[] = {
    { 0, NULL, FALSE }, { 14, NULL, TRUE }, { 22, NULL, TRUE }, { 31, NULL, TRUE }, { 49, NULL, FALSE },
    { 176, "0.00_ ", FALSE }, { 176, "yyyy/m/d h:mm;@", TRUE }, { 176, "[$-804]yyyy\"年\"m\"月\"", TRUE },
    { 176, "[h]:mm", TRUE }, { 176, "#,##0\"day\"", FALSE }, { 176, "[Red]0.00", FALSE }, { 176, "General", FALSE },
    { 176, "0;d", FALSE }, { 176, "\\d0", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    g_assert_cmpint (daybook_format_is_date (CASES[i].id, CASES[i].code), ==, CASES[i].is_date);
}

/* What each of the shared samples must come to. */
static void
test_samples (void)
{
  static const struct
  {
    const char *name;
    guint       sheet;
    const char *contains; /* in the rows, or in the refusal when it begins with ! */
  } CASES[] = {
    { "taobao/1月.xlsx", 1, "2|mmbooks101|********|41.86|交易成功|赵某人|贵州省 贵阳市 花溪区|1**********|2018-05-16 09:38:00|" },
    { "taobao/1月.xlsx", 2, "2|bhbooks1|" },
    { "taobao/TB2018-small.xls", 0, "4|mr003|48.86|1|零基础学C语言|图书|2018-01-19 00:00:00" },
    { "bills/example-alipay-records.csv", 0, "\n7|导出时间：[2023-02-13 09:12:52]\n" },
    { "bills/example-citic-records.xls", 0, "\n3|2024-11-09|2024-11-09|" },
    { "bills/example-hxsec-records.xls", 0, "1|=\"交收日期\"|=\"成交时间\"" },
    { "bills/example-htsec-records.xlsx", 0, "1|" },
    { "bills/example-wechat-records.xlsx", 1, "|交易单号|" },
    { "bills/example-spdb_debit-records.xls", 0, "!encrypted, damaged or not a table" },
    { "xlsx/1904/1900.xlsx", 0, "\n5|11111|1930-06-02 00:00:00|" },
    { "xlsx/1904/1904.xlsx", 0, "\n5|11111|1934-06-03 00:00:00|" },
    { "xlsx/1904/1904.xls", 0, "\n5|11111|1934-06-03 00:00:00" },
    { "xlsx/1904/1900.biff5", 0, "!encrypted, damaged or not a table" },
    { "xlsx/1904/1900.ods", 0, "\n5|11111|1930-06-02 00:00:00|" },
    { "xlsx/1904/1904.ods", 0, "\n5|11111|1934-06-03 00:00:00|1934-06-03" },
    { "xlsx/merge_cells.ods", 0, "1|A1:B2||C1:C2|Separate blocks\n3|A3:B3||C3\n4|" },
    { "xlsx/1904/1900.slk", 0, "!SYLK" },
    { "xlsx/1904/1900.xlsb", 0, "!XLSB" },
    { "xlsx/1904/1900.xml", 0, "!XML" },
    { "xlsx/BadWorkbook.xlsx", 0, "!no sheets" },
    { "xlsx/encryptAES.xlsx", 0, "!password" },
    { "xlsx/encryptSHA1.xlsx", 0, "!password" },
    { "xlsx/encryptSHA512.xlsx", 0, "!password" },
    { "xlsx/password_2002_40_xor.xls", 0, "!encrypted with a password" },
    { "xlsx/merge_cells.xls", 0, "1|A1:B2||C1:C2|Separate blocks" },
    { "xlsx/merge_cells.xlsx", 0, "1|A1:B2||C1:C2|Separate blocks" },
    { "xlsx/RkNumber.xls", 0, "\n5|1|1|12004.55" },
    { "xlsx/RkNumber.xlsx", 0, "\n5|1|1|12004.55" },
    { "xlsx/mixed_sheets.xlsx", 1, "\n2|yes_no|Yes|Yes" },
    { "xlsx/OverflowNumericCell.xlsx", 0, "1|8595602512225" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *path = fixture_sample (CASES[i].name);
      g_autofree char *rows = NULL;
      gboolean refused = CASES[i].contains[0] == '!';

      if (path == NULL)
        return;
      rows = fixture_dump (path, CASES[i].sheet, &error);
      if (refused)
        g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
      else
        g_assert_no_error (error);
      if (strstr (refused ? error->message : rows, CASES[i].contains + refused) == NULL)
        g_error ("%s gives “%s”", CASES[i].name, refused ? error->message : rows);
    }
}

/* libfreexl believes what it reads; whatever becomes of it, we go on and say so. */
static void
test_bent_xls (void)
{
  g_autoptr(GRand) dice = g_rand_new_with_seed (20261122);
  g_autofree char *folder = NULL;
  g_autofree char *sample = fixture_sample ("xlsx/RkNumber.xls");
  g_autofree char *bytes = NULL;
  guint n_refused = 0;
  gsize length;

  if (sample == NULL)
    return;

  folder = fixture_folder ();
  for (guint i = 0; i < 60; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *path = NULL;
      g_autofree char *rows = NULL;

      g_clear_pointer (&bytes, g_free);
      g_assert_true (g_file_get_contents (sample, &bytes, &length, NULL));
      for (guint hit = 0; hit < 200; hit++)
        bytes[g_rand_int_range (dice, 8, (gint32) length)] = (char) g_rand_int (dice);
      path = fixture_write (folder, "bent.xls", bytes, (gssize) length);
      rows = fixture_dump (path, 0, &error);
      n_refused += rows == NULL;
      if (rows == NULL)
        g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
    }

  g_assert_cmpuint (n_refused, >, 0);
  fixture_folder_free (g_steal_pointer (&folder));
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/workbook/library", test_written_by_a_library);
  ADD ("/workbook/cells", test_kinds_of_cells);
  ADD ("/workbook/a-row-of-no-number", test_a_row_of_no_number);
  ADD ("/workbook/formulas-without-results", test_formulas_without_results);
  ADD ("/workbook/merged-cells", test_merged_cells);
  ADD ("/workbook/lost-relations", test_lost_relations);
  ADD ("/workbook/row-within-a-row", test_a_row_within_a_row);
  ADD ("/workbook/broken", test_broken_workbooks);
  ADD ("/workbook/archives", test_other_archives);
  ADD ("/workbook/large-cell", test_a_large_cell);
  ADD ("/workbook/zip-bomb", test_a_zip_bomb);
  ADD ("/workbook/cut-off", test_cut_off);
  g_test_add_func ("/workbook/serials", test_serials);
  g_test_add_func ("/workbook/number-formats", test_number_formats);
  g_test_add_func ("/workbook/bent-xls", test_bent_xls);
  g_test_add_func ("/workbook/samples", test_samples);

  return g_test_run ();
}
