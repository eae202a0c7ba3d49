/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixtures.h"

#include "core/error.h"

#include <string.h>

#define CONTENT(tables) \
  "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\" xmlns:calcext=\"c\"><office:body>" \
  "<office:spreadsheet>" tables "</office:spreadsheet></office:body></office:document-content>"
#define TABLE(name, rows) "<table:table table:name=\"" name "\"><table:table-column/>" rows "</table:table>"
#define ROW(cells) "<table:table-row>" cells "</table:table-row>"
#define CELL(attributes, inside) "<table:table-cell " attributes ">" inside "</table:table-cell>"
#define TEXT(text) CELL ("office:value-type=\"string\"", "<text:p>" text "</text:p>")

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
  fixture->path = g_build_filename (fixture->folder, "book.ods", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_free (fixture->path);
  fixture_folder_free (fixture->folder);
}

static void
write_content (Fixture    *fixture,
               const char *content)
{
  fixture_write_zip (fixture->path, "mimetype", "application/vnd.oasis.opendocument.spreadsheet",
                     "content.xml", content, NULL);
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
test_kinds_of_cells (Fixture       *fixture,
                     gconstpointer  data)
{
  write_content (fixture, CONTENT (TABLE ("a",
    ROW (CELL ("office:value-type=\"float\" office:value=\"62.859999999999999\"", "<text:p>63</text:p>")
         CELL ("office:value-type=\"percentage\" office:value=\"0.15\"", "<text:p>15 %</text:p>")
         CELL ("office:value-type=\"currency\" office:currency=\"CNY\" office:value=\"1325\"", "<text:p>¥1,325.00</text:p>")
         CELL ("office:value-type=\"float\" office:value=\"1.93067985817064E+017\"", "<text:p>1.9E+17</text:p>")
         CELL ("office:value-type=\"boolean\" office:boolean-value=\"true\"", "<text:p>WAHR</text:p>")
         CELL ("office:value-type=\"boolean\" office:boolean-value=\"false\"", "<text:p>FALSCH</text:p>"))
    ROW (CELL ("office:value-type=\"date\" office:date-value=\"2018-05-16\"", "<text:p>16.05.18</text:p>")
         CELL ("office:value-type=\"date\" office:date-value=\"2018-05-16T09:38:00\"", "<text:p>16.05.</text:p>")
         CELL ("office:value-type=\"date\" office:date-value=\"2020-02-28T23:59:59.999999914\"", "<text:p>29.02.</text:p>")
         CELL ("office:value-type=\"date\" office:date-value=\"2020-02-28T23:59:59.2\"", "<text:p>28.02.</text:p>")
         CELL ("office:value-type=\"time\" office:time-value=\"PT09H38M00S\"", "<text:p>9:38</text:p>")
         CELL ("office:value-type=\"time\" office:time-value=\"PT30H15M59,7S\"", "<text:p>30:16</text:p>"))
    ROW (CELL ("table:formula=\"of:=A1\" office:value-type=\"float\" office:value=\"7\"", "<text:p>7</text:p>")
         CELL ("table:formula=\"of:=T()\" office:value-type=\"string\" office:string-value=\"real\"", "<text:p>shown</text:p>")
         CELL ("table:formula=\"of:=1/0\" office:value-type=\"string\" office:string-value=\"\" calcext:value-type=\"error\"", "<text:p>#DIV/0!</text:p>")
         CELL ("", "<text:p>no type</text:p>")
         CELL ("office:value-type=\"date\" office:date-value=\"2018-05-16T09:38:0，\"", "<text:p>bent</text:p>")))));

  assert_sheet (fixture, 0,
                "1|62.86|0.15|1325|1.93067985817064E+17|TRUE|FALSE\n"
                "2|2018-05-16 00:00:00|2018-05-16 09:38:00|2020-02-29 00:00:00|2020-02-28 23:59:59|09:38:00|30:16:00\n"
                "3|7|real|#DIV/0!|no type|2018-05-16T09:38:0，\n");
}

/* Blanks count where they are elements; what hangs on a cell is not in it. */
static void
test_texts (Fixture       *fixture,
            gconstpointer  data)
{
  write_content (fixture, CONTENT (TABLE ("a",
    ROW (TEXT ("\n   one \n  two") TEXT ("<text:s text:c=\"2\"/>a<text:s/>b<text:tab/>c<text:line-break/>d")
         CELL ("office:value-type=\"string\"", "<text:p>first</text:p><text:p/><text:p>third</text:p>")
         TEXT ("&lt;<text:span>sp<text:a>an</text:a></text:span>&gt;"))
    ROW (CELL ("office:value-type=\"string\"", "<office:annotation><text:p>a comment</text:p></office:annotation><text:p>cell</text:p>")
         TEXT ("text<office:annotation><text:p>inside</text:p></office:annotation> on")
         CELL ("", "<draw:frame><draw:text-box><text:p>box</text:p></draw:text-box></draw:frame>")
         TEXT ("last")))));

  assert_sheet (fixture, 0,
                "1|one two|  a b\tc\nd|first\n\nthird|<span>\n"
                "2|cell|text on||last\n");
}

/* Merged cells have their value once; what is below them is empty. */
static void
test_repeated_and_covered (Fixture       *fixture,
                           gconstpointer  data)
{
  write_content (fixture, CONTENT (TABLE ("a",
    ROW (CELL ("table:number-columns-spanned=\"2\" table:number-rows-spanned=\"2\" office:value-type=\"string\"", "<text:p>merged</text:p>")
         "<table:covered-table-cell office:value-type=\"string\"><text:p>hidden</text:p></table:covered-table-cell>" TEXT ("c"))
    ROW ("<table:covered-table-cell table:number-columns-repeated=\"2\"/>"
         CELL ("table:number-columns-repeated=\"2\" office:value-type=\"float\" office:value=\"5\"", "<text:p>5</text:p>")
         CELL ("table:number-columns-repeated=\"16380\"", ""))
    "<table:table-row table:number-rows-repeated=\"3\">" CELL ("", "") "</table:table-row>"
    "<table:table-row-group><table:table-header-rows><table:table-row table:number-rows-repeated=\"2\">" TEXT ("twice")
    "</table:table-row></table:table-header-rows></table:table-row-group>"
    ROW (TEXT ("end"))
    "<table:table-row table:number-rows-repeated=\"1048568\">" CELL ("table:number-columns-repeated=\"16384\"", "") "</table:table-row>")));

  assert_sheet (fixture, 0, "1|merged||c\n2|||5|5\n6|twice\n7|twice\n8|end\n");
}

static void
test_too_much_repeated (Fixture       *fixture,
                        gconstpointer  data)
{
  write_content (fixture, CONTENT (TABLE ("a",
    ROW (CELL ("table:number-columns-repeated=\"16384\" office:value-type=\"string\"", "<text:p>x</text:p>")))));
  assert_refused (fixture, "1000 columns");
  write_content (fixture, CONTENT (TABLE ("a",
    "<table:table-row table:number-rows-repeated=\"4000000000\">" TEXT ("x") "</table:table-row>")));
  assert_refused (fixture, "more than 1048576 rows");
  write_content (fixture, CONTENT (TABLE ("a", ROW (TEXT ("<text:s text:c=\"4000000000\"/>")))));
  assert_refused (fixture, "256 kB");
}

static void
test_several_sheets (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookTableReader) reader = NULL;

  write_content (fixture, CONTENT ("<table:tracked-changes><table:table-row>" TEXT ("old") "</table:table-row></table:tracked-changes>"
                                   TABLE ("汇总", ROW (TEXT ("sum")))
                                   TABLE ("明细", ROW (CELL ("office:value-type=\"string\"",
                                     "<text:p>one</text:p><table:table table:name=\"within\"><table:table-row>" TEXT ("no") "</table:table-row></table:table>"))
                                     ROW (TEXT ("two")))
                                   TABLE ("空", "<table:shapes><table:table><table:table-row>" TEXT ("drawn") "</table:table-row></table:table></table:shapes>")));
  reader = daybook_table_reader_open (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (daybook_table_reader_n_sheets (reader), ==, 3);
  g_assert_cmpstr (daybook_table_reader_sheet_name (reader, 1), ==, "明细");
  g_assert_cmpstr (daybook_table_reader_encoding (reader), ==, "ODS");
  assert_sheet (fixture, 0, "1|sum\n");
  assert_sheet (fixture, 1, "1|one\n2|two\n");
  assert_sheet (fixture, 2, "");
}

static void
test_formulas_without_results (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookTableReader) reader = NULL;
  DaybookTableRow row;

  write_content (fixture, CONTENT (TABLE ("a", ROW (CELL ("table:formula=\"of:=A1\"", "")
    CELL ("table:formula=\"of:=A1\" office:value-type=\"string\"", "") TEXT ("a")))));
  reader = daybook_table_reader_open (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (daybook_table_reader_next (reader, &row, &error), ==, DAYBOOK_TABLE_ROW);
  g_assert_cmpuint (row.n_cells, ==, 3);
  g_assert_cmpint (row.cells[0].kind, ==, DAYBOOK_CELL_UNKNOWN);
  g_assert_cmpint (row.cells[1].kind, ==, DAYBOOK_CELL_TEXT);
}

static void
test_broken_documents (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *deep = g_strnfill (300 * 3, ' ');

  write_content (fixture, "<office:document-content><office:body><office:text><text:p>a letter</text:p></office:text></office:body></office:document-content>");
  assert_refused (fixture, "document, not a table");
  write_content (fixture, CONTENT ("<table:table><table:table-row>"));
  assert_refused (fixture, "damaged");
  write_content (fixture, "<!DOCTYPE a [<!ENTITY b \"c\">]>" CONTENT (TABLE ("a", ROW (TEXT ("&b;")))));
  assert_refused (fixture, "damaged");
  for (guint i = 0; i < 300; i++)
    memcpy (deep + i * 3, "<a>", 3);
  write_content (fixture, deep);
  assert_refused (fixture, "damaged");
}

/* As LibreOffice locks the parts of a document, and since 24.8 the whole. */
static void
test_encrypted (Fixture       *fixture,
                gconstpointer  data)
{
  fixture_write_zip (fixture->path, "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", "\x01\x02\x03",
                     "META-INF/manifest.xml", "<manifest:manifest><manifest:file-entry manifest:full-path=\"content.xml\">"
                     "<manifest:encryption-data/></manifest:file-entry></manifest:manifest>", NULL);
  assert_refused (fixture, "save it without a password");
  fixture_write_zip (fixture->path, "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "encrypted-package", "\x01",
                     "META-INF/manifest.xml", "<manifest:manifest/>", NULL);
  assert_refused (fixture, "save it without a password");
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/ods/cells", test_kinds_of_cells);
  ADD ("/ods/texts", test_texts);
  ADD ("/ods/repeated-and-covered", test_repeated_and_covered);
  ADD ("/ods/too-much-repeated", test_too_much_repeated);
  ADD ("/ods/several-sheets", test_several_sheets);
  ADD ("/ods/formulas-without-results", test_formulas_without_results);
  ADD ("/ods/broken", test_broken_documents);
  ADD ("/ods/encrypted", test_encrypted);

  return g_test_run ();
}
