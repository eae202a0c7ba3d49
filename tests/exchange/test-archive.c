/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixtures.h"

#include "core/error.h"
#include "exchange/recognise.h"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>
#include <string.h>
#include <xlsxwriter.h>

#define SUMMARY "日期,订单数,金额\n2026-11-22,2,118.72\n"
#define DETAILS \
  "订单编号,买家会员名,总金额,买家实际支付金额,订单状态,订单创建时间,订单付款时间,宝贝标题,宝贝总数量\n" \
  "\"=\"\"3801000000000101\"\"\",松风居,62.86,62.86,交易成功,2026-11-20 09:38:00,2026-11-20 09:41:00,碧螺春,1\n" \
  "\"=\"\"3801000000000102\"\"\",桃花源,55.86,55.86,交易成功,2026-11-21 09:38:00,2026-11-21 09:41:00,茉莉花茶,1\n"

typedef struct
{
  char *folder;
  char *unpacked; /* a folder for that */
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = fixture_folder ();
  fixture->unpacked = fixture_folder ();
  fixture->path = g_build_filename (fixture->folder, "exports.zip", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_free (fixture->path);
  fixture_folder_free (fixture->unpacked);
  fixture_folder_free (fixture->folder);
}

static DaybookTableReader *
open_good (Fixture    *fixture,
           const char *passphrase)
{
  g_autoptr(GError) error = NULL;
  DaybookTableReader *reader = daybook_table_reader_open_locked (fixture->path, fixture->unpacked, passphrase, &error);

  g_assert_no_error (error);
  return reader;
}

static void
assert_sheet (DaybookTableReader *reader,
              guint               sheet,
              const char         *name,
              const char         *expected)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *got = fixture_dump_sheet (reader, sheet, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (daybook_table_reader_sheet_name (reader, sheet), ==, name);
  g_assert_cmpstr (got, ==, expected);
}

static void
assert_refused (Fixture      *fixture,
                const char   *passphrase,
                DaybookError  code,
                const char   *words)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (daybook_table_reader_open_locked (fixture->path, fixture->unpacked, passphrase, &error));
  g_assert_error (error, DAYBOOK_ERROR, (int) code);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", error->message, words);
}

/* Whether the folder for unpacking has anything in it, for others to see. */
static void
assert_nothing_left (Fixture *fixture)
{
  g_autoptr(GDir) dir = g_dir_open (fixture->unpacked, 0, NULL);

  g_assert_null (g_dir_read_name (dir));
}

/* A workbook of two sheets. */
static FixtureMember
make_workbook (Fixture    *fixture,
               const char *name,
               char      **bytes)
{
  g_autofree char *path = g_build_filename (fixture->folder, "made.xlsx", NULL);
  lxw_workbook *book = workbook_new (path);
  lxw_worksheet *first = workbook_add_worksheet (book, "汇总");
  lxw_worksheet *second = workbook_add_worksheet (book, "明细");
  FixtureMember member = { name, NULL, 0 };

  worksheet_write_string (first, 0, 0, "sum", NULL);
  worksheet_write_string (second, 0, 0, "detail", NULL);
  worksheet_write_number (second, 1, 0, 7, NULL);
  g_assert_cmpint (workbook_close (book), ==, LXW_NO_ERROR);
  g_assert_true (g_file_get_contents (path, bytes, &member.length, NULL));
  member.bytes = *bytes;
  return member;
}

/* Every table is a sheet; a readme, pictures and what macOS adds are none. */
static void
test_tables_are_sheets (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autofree char *bytes = NULL;
  g_autoptr(DaybookTableReader) reader = NULL;
  const FixtureMember members[] = {
    { "export/", "", 0 },
    { "export/readme.txt", "Keep these files.\nDo not pass them on.\n", 38 },
    { "export/a.csv", "h;i\n1;2\n", 8 },
    { "export/.DS_Store", "\0\0\0\1Bud1", 8 },
    { "__MACOSX/export/._a.csv", "\0\5\26\7", 4 },
    { "logo.png", "\x89PNG\r\n\x1a\n", 8 },
    make_workbook (fixture, "b.xlsx", &bytes),
    { "orders.txt", "order-id\tsku\n7\tx\n", 17 },
    { "empty", "", 0 },
  };

  fixture_write_archive (fixture->path, members, G_N_ELEMENTS (members), NULL, NULL);
  reader = open_good (fixture, NULL);
  g_assert_cmpuint (daybook_table_reader_n_sheets (reader), ==, 4);
  g_assert_cmpstr (daybook_table_reader_encoding (reader), ==, "ZIP");
  assert_sheet (reader, 2, "b.xlsx: 明细", "1|detail\n2|7\n");
  assert_sheet (reader, 1, "b.xlsx: 汇总", "1|sum\n");
  assert_sheet (reader, 0, "export/a.csv", "1|h|i\n2|1|2\n");
  assert_sheet (reader, 3, "orders.txt", "1|order-id|sku\n2|7|x\n");
  assert_sheet (reader, 0, "export/a.csv", "1|h|i\n2|1|2\n");
  assert_nothing_left (fixture);
}

/* Its process is handed the file, which has no name. */
static void
test_an_old_workbook (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *sample = fixture_sample ("xlsx/RkNumber.xls");
  g_autofree char *bytes = NULL;
  g_autofree char *rows = NULL;
  g_autoptr(DaybookTableReader) reader = NULL;
  FixtureMember member = { "old.xls", NULL, 0 };

  if (sample == NULL)
    return;

  g_assert_true (g_file_get_contents (sample, &bytes, &member.length, NULL));
  member.bytes = bytes;
  fixture_write_archive (fixture->path, &member, 1, NULL, NULL);
  reader = open_good (fixture, NULL);
  rows = fixture_dump_sheet (reader, 0, NULL);
  g_assert_nonnull (strstr (rows, "\n5|1|1|12004.55"));
}

/* Names as Windows in China writes them, and as everybody else does, whatever
 * the locale of this process is. */
static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *gbk = g_convert ("订单/明细.csv", -1, "GB18030", "UTF-8", NULL, NULL, NULL);
  g_autoptr(DaybookTableReader) flagged = NULL;
  g_autoptr(DaybookTableReader) local = NULL;

  fixture_write_zip (fixture->path, gbk, "a,b\n", NULL);
  local = open_good (fixture, NULL);
  assert_sheet (local, 0, "订单/明细.csv", "1|a|b\n");

  setlocale (LC_CTYPE, "C.UTF-8");
  fixture_write_zip (fixture->path, "订单/明细.csv", "a,b\n", NULL);
  setlocale (LC_CTYPE, "C");
  flagged = open_good (fixture, NULL);
  assert_sheet (flagged, 0, "订单/明细.csv", "1|a|b\n");
}

static void
test_details_behind_a_summary (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) profiles = daybook_profiles_load (NULL, &error);
  g_autofree char *summary = g_convert (SUMMARY, -1, "GB18030", "UTF-8", NULL, NULL, NULL);
  g_autofree char *details = g_convert (DETAILS, -1, "GB18030", "UTF-8", NULL, NULL, NULL);
  g_autoptr(DaybookTableReader) reader = NULL;
  g_autoptr(DaybookRecognition) found = NULL;

  fixture_write_zip (fixture->path, "summary.csv", summary, "details.csv", details, NULL);
  reader = open_good (fixture, NULL);
  found = daybook_recognise (reader, profiles, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (found->form);
  g_assert_cmpstr (found->profile->id, ==, "taobao");
  g_assert_cmpuint (found->sheet, ==, 1);
}

static void
test_locked (Fixture       *fixture,
             gconstpointer  data)
{
  static const char *const KINDS[] = { "zipcrypt", "aes128", "aes256" };
  static const FixtureMember MEMBER = { "orders.csv", "a,b\n1,2\n", 8 };

  for (guint i = 0; i < G_N_ELEMENTS (KINDS); i++)
    {
      g_autoptr(DaybookTableReader) reader = NULL;

      fixture_write_archive (fixture->path, &MEMBER, 1, KINDS[i], "开门 sesame");
      assert_refused (fixture, NULL, DAYBOOK_ERROR_PASSPHRASE, "protected with a password");
      assert_refused (fixture, "wrong", DAYBOOK_ERROR_PASSPHRASE, "does not fit");
      reader = open_good (fixture, "开门 sesame");
      assert_sheet (reader, 0, "orders.csv", "1|a|b\n2|1|2\n");
      assert_nothing_left (fixture);
    }
}

/* Whether the old cipher, which looks at a single byte, takes a passphrase for that of the
 * file, to whose garbage it then leads. */
static gboolean
seems_to_fit (const char *path,
              const char *passphrase)
{
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;
  gboolean seems;
  char byte;

  archive_read_support_format_zip_seekable (archive);
  archive_read_add_passphrase (archive, passphrase);
  g_assert_cmpint (archive_read_open_filename (archive, path, 4096), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_read_next_header (archive, &entry), ==, ARCHIVE_OK);
  seems = archive_read_data (archive, &byte, 1) >= 0 ||
          strstr (archive_error_string (archive), "assphrase") == NULL;
  archive_read_free (archive);

  return seems;
}

/* Windows takes the bytes of a passphrase as its own encoding has them. */
static void
test_locked_on_windows (Fixture       *fixture,
                        gconstpointer  data)
{
  static const FixtureMember MEMBER = { "orders.csv", "a,b\n1,2\n", 8 };
  g_autofree char *gbk = g_convert ("开门", -1, "GB18030", "UTF-8", NULL, NULL, NULL);
  g_autoptr(DaybookTableReader) reader = NULL;

  fixture_write_archive (fixture->path, &MEMBER, 1, "zipcrypt", gbk);
  reader = open_good (fixture, "开门");
  assert_sheet (reader, 0, "orders.csv", "1|a|b\n2|1|2\n");
}

/* One archive in 256 takes the passphrase in UTF-8 for the right one as well, whether it says so
 * by the name of its file or not that there is a table in it. */
static void
test_locked_ambiguously (Fixture       *fixture,
                         gconstpointer  data)
{
  static const FixtureMember MEMBERS[] = { { "orders.csv", "a,b\n1,2\n", 8 }, { "orders", "a,b\n1,2\n", 8 } };
  g_autofree char *gbk = g_convert ("开门", -1, "GB18030", "UTF-8", NULL, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (MEMBERS); i++)
    {
      g_autoptr(DaybookTableReader) reader = NULL;

      do
        fixture_write_archive (fixture->path, &MEMBERS[i], 1, "zipcrypt", gbk);
      while (!seems_to_fit (fixture->path, "开门"));
      reader = open_good (fixture, "开门");
      assert_sheet (reader, 0, MEMBERS[i].name, "1|a|b\n2|1|2\n");
      assert_nothing_left (fixture);
    }
}

/* What is named as a table is not passed over in silence. */
static void
test_broken_members (Fixture       *fixture,
                     gconstpointer  data)
{
  fixture_write_zip (fixture->path, "good.csv", "a,b\n", "bad.xls", "<html><table></table></html>", NULL);
  assert_refused (fixture, NULL, DAYBOOK_ERROR_FORMAT, "“bad.xls” in the archive: This is a web page");
  fixture_write_zip (fixture->path, "good.csv", "a,b\n", "cut.csv", "", NULL);
  assert_refused (fixture, NULL, DAYBOOK_ERROR_FORMAT, "“cut.csv” in the archive: The file is empty");
  fixture_write_zip (fixture->path, "good.csv", "a,b\n", "more.rar", "Rar!\x1a\x07", NULL);
  assert_refused (fixture, NULL, DAYBOOK_ERROR_FORMAT, "(RAR)");
  fixture_write_zip (fixture->path, "readme.txt", "nothing\n", "logo.png", "\x89PNG", NULL);
  assert_refused (fixture, NULL, DAYBOOK_ERROR_FORMAT, "no table in this archive");
  assert_nothing_left (fixture);
}

/* A row that cannot be read says in which file it is. */
static void
test_a_broken_row (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookTableReader) reader = NULL;
  g_autofree char *rows = NULL;

  fixture_write_zip (fixture->path, "a.csv", "a,b\n1,2\n3,\"4\n", NULL);
  reader = open_good (fixture, NULL);
  rows = fixture_dump_sheet (reader, 0, &error);
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
  g_assert_true (g_str_has_prefix (error->message, "“a.csv” in the archive: "));
}

static void
test_an_archive_inside (Fixture       *fixture,
                        gconstpointer  data)
{
  FixtureMember inner = { "inner.zip", NULL, 0 };
  g_autofree char *bytes = NULL;

  fixture_write_zip (fixture->path, "a.csv", "a,b\n", NULL);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &inner.length, NULL));
  inner.bytes = bytes;
  fixture_write_archive (fixture->path, &inner, 1, NULL, NULL);
  assert_refused (fixture, NULL, DAYBOOK_ERROR_FORMAT, "an archive inside another one");
}

/* 20 files of 20 MB each shrink to 400 kB: none of them alone is too much. */
static void
test_a_zip_bomb (Fixture       *fixture,
                 gconstpointer  data)
{
  gsize length = 20 * 1024 * 1024;
  g_autofree char *lines = g_strnfill (length, 'a');
  FixtureMember members[20];

  for (gsize i = 1; i < length; i += 2)
    lines[i] = i % 128 == 127 ? '\n' : ',';
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    members[i] = (FixtureMember) { "a.csv", lines, length };
  fixture_write_archive (fixture->path, members, G_N_ELEMENTS (members), NULL, NULL);
  assert_refused (fixture, NULL, DAYBOOK_ERROR_FORMAT, "made to harm");
  assert_nothing_left (fixture);
}

static void
test_many_files (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree FixtureMember *members = g_new (FixtureMember, 1001);

  for (guint i = 0; i < 1001; i++)
    members[i] = (FixtureMember) { "a.csv", "a,b\n", 4 };
  fixture_write_archive (fixture->path, members, 257, NULL, NULL);
  assert_refused (fixture, NULL, DAYBOOK_ERROR_FORMAT, "more than 256 tables");
  fixture_write_archive (fixture->path, members, 1001, NULL, NULL);
  assert_refused (fixture, NULL, DAYBOOK_ERROR_FORMAT, "more than 1000 files");
}

static void
test_cut_off (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *bytes = NULL;
  gsize length;

  fixture_write_zip (fixture->path, "a.csv", "a,b\n1,2\n", NULL);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) length / 2, NULL));
  assert_refused (fixture, NULL, DAYBOOK_ERROR_FORMAT, "not saved whole");
}

static void
test_nowhere_to_unpack (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *none = g_build_filename (fixture->folder, "none", NULL);

  fixture_write_zip (fixture->path, "a.csv", "a,b\n1,2\n", NULL);
  g_assert_null (daybook_table_reader_open_locked (fixture->path, none, NULL, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "could not be unpacked"));
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/archive/tables-are-sheets", test_tables_are_sheets);
  ADD ("/archive/old-workbook", test_an_old_workbook);
  ADD ("/archive/names", test_names);
  ADD ("/archive/details-behind-a-summary", test_details_behind_a_summary);
  ADD ("/archive/locked", test_locked);
  ADD ("/archive/locked-on-windows", test_locked_on_windows);
  ADD ("/archive/locked-ambiguously", test_locked_ambiguously);
  ADD ("/archive/broken-members", test_broken_members);
  ADD ("/archive/broken-row", test_a_broken_row);
  ADD ("/archive/archive-inside", test_an_archive_inside);
  ADD ("/archive/zip-bomb", test_a_zip_bomb);
  ADD ("/archive/many-files", test_many_files);
  ADD ("/archive/cut-off", test_cut_off);
  ADD ("/archive/nowhere-to-unpack", test_nowhere_to_unpack);

  return g_test_run ();
}
