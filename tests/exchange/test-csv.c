/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixtures.h"

#include "core/error.h"
#include "exchange/encoding.h"
#include "exchange/table.h"

#include <json-glib/json-glib.h>
#include <string.h>

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = fixture_folder ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  fixture_folder_free (fixture->folder);
}

static void
assert_reads (Fixture    *fixture,
              const char *bytes,
              gssize      length,
              const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = fixture_write (fixture->folder, "table", bytes, length);
  g_autofree char *got = fixture_dump (path, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (got, ==, expected);
}

static void
assert_refused (Fixture    *fixture,
                const char *bytes,
                gssize      length,
                const char *words)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = fixture_write (fixture->folder, "table", bytes, length);
  g_autofree char *got = fixture_dump (path, 0, &error);

  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
  g_assert_null (got);
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_lines_end_as_they_like (Fixture       *fixture,
                             gconstpointer  data)
{
  assert_reads (fixture, "a,b\n1,2\n", -1, "1|a|b\n2|1|2\n");
  assert_reads (fixture, "a,b\r\n1,2\r\n", -1, "1|a|b\n2|1|2\n");
  assert_reads (fixture, "a,b\r1,2\r", -1, "1|a|b\n2|1|2\n");
  assert_reads (fixture, "a,b\n1,2", -1, "1|a|b\n2|1|2\n");
  assert_reads (fixture, "a,b\n\n1,2\n", -1, "1|a|b\n2|\n3|1|2\n");
  assert_reads (fixture, "a,b\r\n1,2\r\n\x1a", -1, "1|a|b\n2|1|2\n");
  assert_reads (fixture, "a,b\n1,2\x1a", -1, "1|a|b\n2|1|2\n");
  assert_reads (fixture, "a,b,\n1,,\n", -1, "1|a|b|\n2|1||\n");
}

static void
test_quotes (Fixture       *fixture,
             gconstpointer  data)
{
  assert_reads (fixture, "a,b\n\"x, y\",\"say \"\"hi\"\"\"\n", -1, "1|a|b\n2|x, y|say \"hi\"\n");
  assert_reads (fixture, "a,b\n\"one\ntwo\",3\n", -1, "1|a|b\n2|one\ntwo|3\n");
  assert_reads (fixture, "a,b\n\"123\"\t,\"\"\n", -1, "1|a|b\n2|123\t|\n");
  assert_reads (fixture, "a,b\n=\"0012\",5\" pipe\n", -1, "1|a|b\n2|=\"0012\"|5\" pipe\n");
  assert_reads (fixture, "a,b\n\"\"\"\",\"x\"\"\"", -1, "1|a|b\n2|\"|x\"\n");
}

/* As programs write that put no quotes around a cell: the second mark is another cell's. */
static void
test_lone_quotes (Fixture       *fixture,
                  gconstpointer  data)
{
  assert_reads (fixture, "a,b\n\"big\" box,\"one\ntwo\" \t\n", -1, "1|a|b\n2|big box|one\ntwo \t\n");
  assert_refused (fixture, "a,b\n1,x\n2,\"box\n3,x\n4,\"box\n5,x\n", -1, "cell in row 3 is closed in a later line");
  assert_refused (fixture, "a,b\r1,\"box\r2,\"box\r", -1, "cell in row 2 is closed in a later line");
}

static guint
count_rows (Fixture    *fixture,
            GString    *text,
            const char *second)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = fixture_write (fixture->folder, "table", text->str, (gssize) text->len);
  g_autoptr(DaybookTableReader) reader = daybook_table_reader_open (path, &error);
  DaybookTableRow row;
  guint n = 0;

  g_assert_no_error (error);
  while (daybook_table_reader_next (reader, &row, &error) == DAYBOOK_TABLE_ROW)
    {
      if (n == 1)
        g_assert_cmpstr (row.cells[0].text, ==, second);
      n++;
    }
  g_assert_no_error (error);
  return n;
}

#define HEADER "number,buyer,title,total,state,note\n"

/* ... wherever they stand in their cells, and whatever follows them. */
static void
test_lone_quotes_around_rows (Fixture       *fixture,
                              gconstpointer  data)
{
  /* At the beginning of a title, and inches at the end of another. */
  assert_refused (fixture, HEADER "2081,a,\"dress,12.00,done,\n3491,a,case,12.00,done,\n3911,a,screen 27\",12.00,done,\n", -1,
                  "cell in row 2 is closed in a later line");
  assert_refused (fixture, HEADER "2081,a,\"dress,12.00,done,\r\n3911,a,screen 27\",12.00,done,\r\n", -1, "row 2 is closed");
  /* "The same as above", in neighbouring rows. */
  assert_refused (fixture, HEADER "2080,a,tea,12.00,done,\n2081,a,\",12.00,done,\n2082,a,\",12.00,done,\n", -1, "row 3 is closed");
  assert_refused (fixture, HEADER "2080,a,tea,12.00,done,back\n2081,a,tea,12.00,done,\"\n2082,a,tea,12.00,done,\"\n", -1,
                  "row 3 is closed");
  assert_refused (fixture, HEADER "2080,a,tea,12.00,done,\"soon\n2081,a,tea,12.00,done,\n2082,a,tea,12.00,done,screen 5\"\n", -1,
                  "row 2 is closed");
  /* The mark that closes it opens a note of two lines. */
  assert_refused (fixture, HEADER "2080,a,\"tea,12.00,done,\n2081,a,tea,12.00,done,\"one\ntwo\"\n", -1, "row 2 is closed");
  assert_refused (fixture, "buyer,number,note\nann,1,\"\nbob,2,\"\n", -1, "row 2 is closed");
}

/* ... also where the rows between are not quite like those before: the second mark has text behind
 * it, as none that closes a cell has. */
static void
test_lone_quotes_around_odd_rows (Fixture       *fixture,
                                  gconstpointer  data)
{
  /* A blank is what stands in a cell without anything. */
  assert_refused (fixture, HEADER "2080,a, ,1,done,\n2081,a,\" soon,2,done,\n2082,a, ,3,done,\n2083,a,\" soon,4,done,\n", -1, "row 3 is closed");
  /* The last cell is left out. */
  assert_refused (fixture, HEADER "2080,a,x,1,done,\n2081,a,\"soon,2,done,\n2082,a,x,3,done\n2083,a,\"soon,4,done\n", -1, "row 3 is closed");
  /* Numbers and days are not all as long. */
  assert_refused (fixture, HEADER "1930679858170647,a,\"soon,1,done,\n1930679858170647123,a,x,2,done,\n"
                                  "1930679858170647124,a,\"soon,3,done,\n", -1, "row 2 is closed");
  assert_refused (fixture, HEADER "2024/5/2 9:03,a,\"soon,1,done,\n2024/11/12 10:03,a,x,2,done,\n2024/11/12 10:04,a,\"soon,3,done,\n", -1,
                  "row 2 is closed");
}

/* People write marks and commas in what they say, and a line of it is no row: what follows the
 * second mark stands as it is. */
static void
test_quotes_in_notes (Fixture       *fixture,
                      gconstpointer  data)
{
  assert_reads (fixture, HEADER "2081,a,tea,1,done,\"by Friday\nhe says \"soon\", please\"\n2082,b,tea,1,done,\n", -1,
                "1|number|buyer|title|total|state|note\n2|2081|a|tea|1|done|by Friday\nhe says soon\"| please\"\n"
                "3|2082|b|tea|1|done|\n");
  assert_reads (fixture, HEADER "2081,a,tea,1,done,\"周五前发\n客户说\"急\"，要快\"\n", -1,
                "1|number|buyer|title|total|state|note\n2|2081|a|tea|1|done|周五前发\n客户说急\"，要快\"\n");
  assert_reads (fixture, HEADER "2081,a,tea,1,done,\"one\ntwo\"\xc2\xa0\n2082,a,tea,1,done,\"one\ntwo\"more\n", -1,
                "1|number|buyer|title|total|state|note\n2|2081|a|tea|1|done|one\ntwo\xc2\xa0\n3|2082|a|tea|1|done|one\ntwomore\n");
  assert_reads (fixture, HEADER "2081,a,tea,1,done,\"red,blue,green,white,black,pink,grey\n2 red,1 blue,3 green,x,y,z,0\"\n", -1,
                "1|number|buyer|title|total|state|note\n"
                "2|2081|a|tea|1|done|red,blue,green,white,black,pink,grey\n2 red,1 blue,3 green,x,y,z,0\n");

  /* The fewer columns, the more a sentence looks like a row. */
  assert_reads (fixture, "number,note\n2081,\"dear\nsend it soon,thanks\nplease,do\"\n2082,\"a, b\nc, d\"\n", -1,
                "1|number|note\n2|2081|dear\nsend it soon,thanks\nplease,do\n3|2082|a, b\nc, d\n");
  assert_reads (fixture, "name,note\nann,\"dear\nsend it soon,thanks\"\n", -1, "1|name|note\n2|ann|dear\nsend it soon,thanks\n");
  assert_reads (fixture, "number,name,address,state\n1001,ann,\"12 High St, Apt 4\n10115 Berlin, BE, Germany\",ok\n", -1,
                "1|number|name|address|state\n2|1001|ann|12 High St, Apt 4\n10115 Berlin, BE, Germany|ok\n");
}

/* Blocks end anywhere in a note, and in the line behind it. */
static void
test_long_notes (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(GString) text = g_string_new ("number,note,state\n");

  for (guint i = 0; i < 60000; i++)
    g_string_append (text, "2081,\"one\r\ntwo, \"\"three\"\"\r\nfour\",done\r\n");
  g_assert_cmpuint (count_rows (fixture, text, "2081"), ==, 60001);
}

/* Files put together with `cat`. */
static void
test_marks_in_the_middle (Fixture       *fixture,
                          gconstpointer  data)
{
  assert_reads (fixture, "\xef\xbb\xbf\"a\",\"b\"\n\"1\",\"x, y\"\n\xef\xbb\xbf\"a\",\"b\"\n\"2\",\"one\ntwo\"\n", -1,
                "1|a|b\n2|1|x, y\n3|a|b\n4|2|one\ntwo\n");
  assert_reads (fixture, "a;b\r\n1;2\r\n\xef\xbb\xbf" "3;\xef\xbb\xbf" "4", -1, "1|a|b\n2|1|2\n3|3|\xef\xbb\xbf" "4\n");
}

static void
test_delimiters (Fixture       *fixture,
                 gconstpointer  data)
{
  assert_reads (fixture, "a;b;c\n1,5;2,25;x\n3,5;4;y\n", -1, "1|a|b|c\n2|1,5|2,25|x\n3|3,5|4|y\n");
  assert_reads (fixture, "a\tb\n1,2\t3\n", -1, "1|a|b\n2|1,2|3\n");
  /* A tab that guards the digits of a cell delimits nothing, as many as there may be. */
  assert_reads (fixture, "a,b,c\n1\t,2\t,3\t\n4\t,5\t,6\t\n7\t,8\t,9\t\n", -1,
                "1|a|b|c\n2|1\t|2\t|3\t\n3|4\t|5\t|6\t\n4|7\t|8\t|9\t\n");
  assert_reads (fixture, "a,b,c\n\"1\t\",\"2\t\",\"3\t\"\n\"4\t\",\"5\t\",\"6\t\"\n\"7\t\",\"8\t\",\"9\t\"\n", -1,
                "1|a|b|c\n2|1\t|2\t|3\t\n3|4\t|5\t|6\t\n4|7\t|8\t|9\t\n");
  assert_reads (fixture, "sep=;\na;b\n1;2\n", -1, "2|a|b\n3|1|2\n");
  /* The bills of JD: each id ends in a tab, and commas part the cells. */
  assert_reads (fixture, "to\nyou\na,b,c\nx\t,1\t,2\ny\t,3\t,4\n", -1, "1|to\n2|you\n3|a|b|c\n4|x\t|1\t|2\n5|y\t|3\t|4\n");
}

/* Amazon's reports: a quote in a tab-separated file is a letter like others. */
static void
test_quotes_are_letters_between_tabs (Fixture       *fixture,
                                      gconstpointer  data)
{
  assert_reads (fixture, "a\tb\n\"big\" box\tx\n\"open\t2\n\"whole\"\t3\n", -1,
                "1|a|b\n2|\"big\" box|x\n3|\"open|2\n4|whole|3\n");
}

/* ... but a spreadsheet program writes a cell with a line break in quotes there too. */
static void
test_line_breaks_between_tabs (Fixture       *fixture,
                               gconstpointer  data)
{
  assert_reads (fixture, "a\tb\n\"one\ntwo\"\t1\n\"5\"\" pipe\"\t2\nx\t\"one\r\n\"\"two\"\"\"\r\ny\t\"\"", -1,
                "1|a|b\n2|one\ntwo|1\n3|5\" pipe|2\n4|x|one\r\n\"two\"\n5|y|\n");
  assert_reads (fixture, "a\tb\nx\t\"open\ny\t\"open\nz\t\"one\ntwo\" box\n", -1,
                "1|a|b\n2|x|\"open\n3|y|\"open\n4|z|\"one\n5|two\" box\n");
  assert_reads (fixture, "a\tb\nx\t\"open\"\"", -1, "1|a|b\n2|x|\"open\"\"\n");
}

/* A quotation mark that nothing closes is looked after no further than a cell may reach,
 * and blocks may end anywhere in one that is closed. */
static void
test_long_cells_between_tabs (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr(GString) text = g_string_new ("a\tb\n\"open\n");

  for (guint i = 0; i < 300000; i++)
    g_string_append (text, "no tab\n");
  g_assert_cmpuint (count_rows (fixture, text, "\"open"), ==, 300002);

  g_string_assign (text, "a\tb\n");
  for (guint i = 0; i < 60000; i++)
    g_string_append (text, "\"one\ntwo \"\"\"\t\"one\ntwo\"\n");
  g_assert_cmpuint (count_rows (fixture, text, "one\ntwo \""), ==, 60001);
}

static void
assert_encoding (Fixture    *fixture,
                 const char *text,
                 const char *encoding,
                 const char *mark,
                 const char *name)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookTableReader) reader = NULL;
  g_autofree char *marked = g_strconcat (mark, text, NULL);
  g_autofree char *path = fixture_write_in (fixture->folder, "table", marked, encoding);
  g_autofree char *got = fixture_dump (path, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (got, ==, "1|订单编号|标题\n2|1|开关“插座”\n");
  reader = daybook_table_reader_open (path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (daybook_table_reader_encoding (reader), ==, name);
}

static void
test_encodings (Fixture       *fixture,
                gconstpointer  data)
{
  static const char TEXT[] = "订单编号,标题\n1,开关“插座”\n";

  assert_encoding (fixture, TEXT, "UTF-8", "", "UTF-8");
  assert_encoding (fixture, TEXT, "UTF-8", "\ufeff", "UTF-8");
  assert_encoding (fixture, TEXT, "GBK", "", "GB18030");
  assert_encoding (fixture, TEXT, "GB18030", "", "GB18030");
  assert_encoding (fixture, TEXT, "UTF-16LE", "\ufeff", "UTF-16LE");
  assert_encoding (fixture, TEXT, "UTF-16BE", "\ufeff", "UTF-16BE");
}

/* Four bytes of GB18030 hold digits, which are no delimiters. */
static void
test_gb18030_of_four_bytes (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = fixture_write_in (fixture->folder, "table", "名,字\n𠀀,㐀é\n", "GB18030");
  g_autofree char *got = fixture_dump (path, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (got, ==, "1|名|字\n2|𠀀|㐀é\n");
}

static void
test_western_files_are_not_chinese (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = fixture_write_in (fixture->folder, "table",
                                            "Order;Name;City\n1;Jürgen Müller;Köln\n2;Zoë Größe;Düsseldorf\n", "WINDOWS-1252");
  g_autofree char *got = fixture_dump (path, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (got, ==, "1|Order|Name|City\n2|1|Jürgen Müller|Köln\n3|2|Zoë Größe|Düsseldorf\n");
}

/* Characters that stand across the ends of the blocks that are read. */
static void
test_blocks_meet_inside_characters (Fixture       *fixture,
                                    gconstpointer  data)
{
  static const char *const ENCODINGS[] = { "UTF-8", "GB18030" };

  for (guint e = 0; e < G_N_ELEMENTS (ENCODINGS); e++)
    for (guint shift = 0; shift < 4; shift++)
      {
        g_autoptr(GError) error = NULL;
        g_autoptr(GString) text = g_string_new ("头,b\n");
        g_autofree char *path = NULL;
        g_autoptr(DaybookTableReader) reader = NULL;
        DaybookTableRow row;
        guint64 n = 0;

        g_string_append_len (text, "xxxx", shift);
        for (guint i = 0; i < 60000; i++)
          g_string_append (text, "中国\"字,é\n");
        path = fixture_write_in (fixture->folder, "table", text->str, ENCODINGS[e]);
        reader = daybook_table_reader_open (path, &error);
        g_assert_no_error (error);
        while (daybook_table_reader_next (reader, &row, &error) == DAYBOOK_TABLE_ROW)
          if (++n > 2 && (strcmp (row.cells[0].text, "中国\"字") != 0 || strcmp (row.cells[1].text, "é") != 0))
            g_error ("row %" G_GUINT64_FORMAT " reads “%s”", n, row.cells[0].text);
        g_assert_no_error (error);
        g_assert_cmpuint (n, ==, 60001);
      }
}

/* As when a platform cuts a text in the middle of a character. */
static void
test_damaged_cells (Fixture       *fixture,
                    gconstpointer  data)
{
  static const char *const ENCODINGS[] = { "UTF-8", "GB18030" };

  for (guint e = 0; e < G_N_ELEMENTS (ENCODINGS); e++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *text = g_convert ("订单编号,收货人姓名,宝贝标题\n1,张三,红色连衣裙\n2,李?,蓝色牛仔裤\n3,王五,白色衬衫?", -1,
                                         ENCODINGS[e], "UTF-8", NULL, NULL, NULL);
      g_autofree char *path = NULL;
      g_autofree char *got = NULL;

      for (char *p = text; (p = strchr (p, '?')) != NULL;)
        *p = '\xd5';
      *strrchr (text, '\xd5') = '\n';
      path = fixture_write (fixture->folder, "table", text, -1);
      got = fixture_dump (path, 0, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (got, ==, "1|订单编号|收货人姓名|宝贝标题\n2|1|张三|红色连衣裙\n"
                                "3|2|李" DAYBOOK_DAMAGE "|蓝色牛仔裤\n4|3|王五|白色衬衫\n");
    }
}

static void
test_bad_files (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *wide = g_strnfill (5000, ',');
  g_autofree char *cell = g_strnfill (1024 * 1024, 'x');
  g_autofree char *quoted = g_strconcat ("a,b\n1,\"", cell, "\n", NULL);
  g_autoptr(GString) binary = g_string_new ("\x7f" "ELF");

  g_string_append_len (binary, "\0\0\0\0", 4);
  assert_refused (fixture, "", 0, "empty");
  assert_refused (fixture, "\xef\xbb\xbf", 3, "empty");
  assert_refused (fixture, binary->str, (gssize) binary->len, "binary");
  assert_refused (fixture, "a,b\n1,\0\n", 8, "binary");
  assert_refused (fixture, "a,b\n1,\0\n", 8, "damaged");
  assert_refused (fixture, "a,b\n1,\"open\n2,3\n", -1, "row 2 is never closed");
  assert_refused (fixture, wide, -1, "1000 columns");
  assert_refused (fixture, cell, -1, "256 kB");
  assert_refused (fixture, quoted, -1, "quotation mark");
  assert_refused (fixture, "a,b\n中,国\n订\xe5\x8d", -1, "middle of a character");
  assert_refused (fixture, "\xff\xfe" "a\0,", 5, "middle of a character");
  assert_refused (fixture, "\xef\xbb\xbf" "a,b\n\xff\xfe\xff\xfe\n", -1, "not text in one encoding");
}

static void
test_other_kinds_of_files (Fixture       *fixture,
                           gconstpointer  data)
{
  assert_refused (fixture, "\n<html><table><tr><td>订单编号</td></tr></table></html>", -1, "web page");
  assert_refused (fixture, "<?xml version=\"1.0\"?><Workbook/>", -1, "XML");
  assert_refused (fixture, "ID;PWXL;N;E\r\n", -1, "SYLK");
  assert_refused (fixture, "%PDF-1.7\n", -1, "PDF");
  assert_refused (fixture, "\x89PNG\r\n", -1, "picture");
  assert_refused (fixture, "Rar!\x1a\x07", -1, "archive (RAR)");
  assert_refused (fixture, "7z\xbc\xaf\x27\x1c", -1, "archive (7z)");
  assert_refused (fixture, "\x1f\x8b\x08", -1, "archive (gzip)");
  assert_refused (fixture, "MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\n", -1, "web page");
  assert_refused (fixture, "{\\rtf1\\ansi a,b\\par\n1,2}\n", -1, "document, not a table");
  assert_refused (fixture, "\xef\xbb\xbf {\"code\":500,\"msg\":\"登录已失效\"}\n", -1, "JSON");
  assert_refused (fixture, "[{\"a\":1,\"b\":2},\n{\"a\":1,\"b\":2}]\n", -1, "JSON");
}

static void
test_missing_files (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr(GError) missing = NULL;
  g_autoptr(GError) folder = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "none.csv", NULL);

  g_assert_null (daybook_table_reader_open (path, &missing));
  g_assert_error (missing, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (missing->message, "none.csv"));
  g_assert_null (daybook_table_reader_open (fixture->folder, &folder));
  g_assert_error (folder, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
}

static void
test_reading_again (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = fixture_write (fixture->folder, "table", "a,b\n1,2\n", -1);
  g_autoptr(DaybookTableReader) reader = daybook_table_reader_open (path, &error);
  DaybookTableRow row;

  g_assert_no_error (error);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_true (daybook_table_reader_select (reader, 0, &error));
      g_assert_cmpint (daybook_table_reader_next (reader, &row, &error), ==, DAYBOOK_TABLE_ROW);
      g_assert_cmpstr (row.cells[1].text, ==, "b");
      g_assert_cmpuint (row.number, ==, 1);
    }
}

/* A case of one row may be that row alone. */
static JsonArray *
take_rows (JsonNode *root)
{
  JsonArray *rows;

  if (JSON_NODE_HOLDS_ARRAY (root))
    return json_array_ref (json_node_get_array (root));

  rows = json_array_new ();
  json_array_add_element (rows, json_node_copy (root));
  return rows;
}

/* Two of the published cases do not agree with themselves: a telephone number
 * was made anonymous in the JSON and forgotten in the CSV, and newlines_crlf.csv
 * has lost the CRs that its JSON still has. */
static void
assert_cell (const char *got,
             const char *expected)
{
  g_auto(GStrv) pieces = g_strsplit (expected, "\r", -1);
  g_autofree char *without_cr = g_strjoinv ("", pieces);

  if (strcmp (got, "2095257564") == 0)
    g_assert_cmpstr (expected, ==, "1234567890");
  else if (strcmp (got, expected) != 0)
    g_assert_cmpstr (got, ==, without_cr);
}

/* One case of csv-spectrum: each row as an object. */
static void
assert_equals_json (const char *csv,
                    const char *json)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(DaybookTableReader) reader = daybook_table_reader_open (csv, &error);
  g_autoptr(GPtrArray) headings = g_ptr_array_new_with_free_func (g_free);
  DaybookTableRow row;
  g_autoptr(JsonArray) rows = NULL;
  guint n = 0;

  g_assert_no_error (error);
  json_parser_load_from_file (parser, json, &error);
  g_assert_no_error (error);
  rows = take_rows (json_parser_get_root (parser));

  g_assert_cmpint (daybook_table_reader_next (reader, &row, &error), ==, DAYBOOK_TABLE_ROW);
  for (guint i = 0; i < row.n_cells; i++)
    g_ptr_array_add (headings, g_strdup (row.cells[i].text));
  for (; daybook_table_reader_next (reader, &row, &error) == DAYBOOK_TABLE_ROW; n++)
    {
      JsonObject *object = json_array_get_object_element (rows, n);

      g_assert_cmpuint (row.n_cells, ==, headings->len);
      for (guint i = 0; i < row.n_cells; i++)
        assert_cell (row.cells[i].text, json_object_get_string_member (object, g_ptr_array_index (headings, i)));
    }
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, json_array_get_length (rows));
}

static void
test_csv_spectrum (void)
{
  g_autofree char *folder = fixture_sample ("csv-spectrum");
  g_autoptr(GDir) dir = NULL;
  const char *name;
  guint n = 0;

  if (folder == NULL)
    return;

  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *csv = g_build_filename (folder, name, NULL);
      g_autofree char *json = NULL;

      if (!g_str_has_suffix (csv, ".csv"))
        continue;
      json = g_strdup_printf ("%.*s.json", (int) strlen (csv) - 4, csv);
      assert_equals_json (csv, json);
      n++;
    }
  g_assert_cmpuint (n, ==, 12);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/csv/line-ends", test_lines_end_as_they_like);
  ADD ("/csv/quotes", test_quotes);
  ADD ("/csv/lone-quotes", test_lone_quotes);
  ADD ("/csv/lone-quotes-around-rows", test_lone_quotes_around_rows);
  ADD ("/csv/lone-quotes-around-odd-rows", test_lone_quotes_around_odd_rows);
  ADD ("/csv/quotes-in-notes", test_quotes_in_notes);
  ADD ("/csv/long-notes", test_long_notes);
  ADD ("/csv/marks-in-the-middle", test_marks_in_the_middle);
  ADD ("/csv/delimiters", test_delimiters);
  ADD ("/csv/quotes-between-tabs", test_quotes_are_letters_between_tabs);
  ADD ("/csv/line-breaks-between-tabs", test_line_breaks_between_tabs);
  ADD ("/csv/long-cells-between-tabs", test_long_cells_between_tabs);
  ADD ("/csv/encodings", test_encodings);
  ADD ("/csv/gb18030-four-bytes", test_gb18030_of_four_bytes);
  ADD ("/csv/western", test_western_files_are_not_chinese);
  ADD ("/csv/blocks", test_blocks_meet_inside_characters);
  ADD ("/csv/damaged-cells", test_damaged_cells);
  ADD ("/csv/bad", test_bad_files);
  ADD ("/csv/other-kinds", test_other_kinds_of_files);
  ADD ("/csv/missing", test_missing_files);
  ADD ("/csv/again", test_reading_again);
  g_test_add_func ("/csv/spectrum", test_csv_spectrum);

  return g_test_run ();
}
