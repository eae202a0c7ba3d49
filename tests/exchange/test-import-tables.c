/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixtures.h"

#include "core/moment.h"
#include "exchange/import.h"
#include "store/reader.h"

#include <string.h>
#include <xlsxwriter.h>

/* Files that hold more than one table, or one that a spreadsheet program has been at. */

#define HEADINGS "订单编号,订单状态,宝贝标题\n"
#define FEWER "订单编号,宝贝标题\n"

typedef struct
{
  char         *folder;
  DaybookStore *store;
  DaybookImport *import; /* of the file prepared last */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *book = NULL;

  fixture->folder = fixture_folder ();
  book = g_build_filename (fixture->folder, "book", NULL);
  fixture->store = daybook_store_open (book, DAYBOOK_STORE_CREATE, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->import);
  daybook_store_close (fixture->store);
  g_object_unref (fixture->store);
  fixture_folder_free (fixture->folder);
}

/* A workbook of one sheet for each text, named "1", "2" and so on; a text is written as
 * CSV without quotes. The list ends with NULL. */
static char *
write_workbook (Fixture    *fixture,
                const char *text,
                ...)
{
  char *path = g_build_filename (fixture->folder, "orders.xlsx", NULL);
  lxw_workbook_options options = { .tmpdir = fixture->folder };
  lxw_workbook *book = workbook_new_opt (path, &options);
  va_list args;

  va_start (args, text);
  for (; text != NULL; text = va_arg (args, const char *))
    {
      lxw_worksheet *sheet = workbook_add_worksheet (book, NULL);
      g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

      for (guint row = 0; lines[row] != NULL; row++)
        {
          g_auto(GStrv) cells = g_strsplit (lines[row], ",", -1);

          for (guint column = 0; cells[column] != NULL; column++)
            if (*cells[column] != '\0')
              worksheet_write_string (sheet, row, (lxw_col_t) column, cells[column], NULL);
        }
    }
  va_end (args);
  g_assert_cmpint (workbook_close (book), ==, LXW_NO_ERROR);
  return path;
}

/* Takes over `path`. */
static void
prepare (Fixture  *fixture,
         char     *path,
         GError  **error)
{
  g_clear_object (&fixture->import);
  fixture->import = daybook_import_new (fixture->store, path);
  daybook_import_prepare (fixture->import, NULL, NULL, NULL, error);
  g_free (path);
}

static void
assert_counts (Fixture *fixture,
               guint64  rows,
               guint64  n_new,
               guint64  n_problems)
{
  const DaybookStagingCounts *counts = daybook_import_get_counts (fixture->import);

  g_assert_nonnull (counts);
  g_assert_cmpuint (counts->rows, ==, rows);
  g_assert_cmpuint (counts->n_new, ==, n_new);
  g_assert_cmpuint (counts->n_problems, ==, n_problems);
}

static void
assert_problem (Fixture    *fixture,
                guint       index,
                guint64     row,
                const char *words)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) problems = daybook_staging_problems (daybook_import_get_staging (fixture->import), 0, 100, &error);
  const DaybookProblem *problem;

  g_assert_no_error (error);
  g_assert_cmpuint (index, <, problems->len);
  problem = g_ptr_array_index (problems, index);
  g_assert_cmpuint (problem->row, ==, row);
  g_assert_nonnull (strstr (problem->why, words));
}

/* Each sheet's table begins where it begins: no order above is lost, and no heading is one. */
static void
test_headings_at_different_heights (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  prepare (fixture, write_workbook (fixture, "Orders of June\nA remark\n" HEADINGS "1,交易成功,a\n",
                                    HEADINGS "2,交易成功,b\n3,交易成功,c\n4,交易成功,d\n", NULL), &error);
  g_assert_no_error (error);
  assert_counts (fixture, 4, 4, 0);

  prepare (fixture, write_workbook (fixture, HEADINGS "1,交易成功,a\n",
                                    "Orders of July\nA remark\n" HEADINGS "2,交易成功,b\n", NULL), &error);
  g_assert_no_error (error);
  assert_counts (fixture, 2, 2, 0);
}

static void
test_a_sheet_of_headings_only (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  prepare (fixture, write_workbook (fixture, HEADINGS, FEWER "1,a\n", HEADINGS "2,交易成功,b\n", NULL), &error);
  g_assert_no_error (error);
  assert_counts (fixture, 1, 1, 1);
  assert_problem (fixture, 0, 1, "Sheet “Sheet2”: This sheet has orders too");

  prepare (fixture, write_workbook (fixture, HEADINGS, FEWER, NULL), &error);
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, "headings but no rows"));
}

/* What is left out is said, and which sheet a row with a problem is in. */
static void
test_a_sheet_with_other_headings (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  prepare (fixture, write_workbook (fixture, HEADINGS "1.93E+17,交易成功,a\n2,交易成功,b\n", FEWER "3,c\n",
                                    HEADINGS "1.94E+17,交易成功,d\n", "Sums\nof,June\n", NULL), &error);
  g_assert_no_error (error);
  assert_counts (fixture, 3, 1, 3);
  assert_problem (fixture, 0, 2, "Sheet “Sheet1”: A spreadsheet program has rounded");
  assert_problem (fixture, 1, 2, "Sheet “Sheet3”: A spreadsheet program has rounded");
  assert_problem (fixture, 2, 1, "Sheet “Sheet2”: This sheet has orders too");
}

/* A sheet that goes on with the first one's rows, or names its number otherwise, or has so
 * much above its header that nobody looks there, is not left out without a word. */
static void
test_a_sheet_without_known_headings (Fixture       *fixture,
                                     gconstpointer  data)
{
#define FIRST HEADINGS "193067985817064701,交易成功,a\n193067985817064702,交易成功,b\n"
  g_autoptr(GError) error = NULL;
  g_autoptr(GString) deep = g_string_new (NULL);

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (deep, "Remark %u\n", i);
  g_string_append (deep, HEADINGS "193067985817064705,交易成功,e\n");

  prepare (fixture, write_workbook (fixture, FIRST, "193067985817064703,交易成功,c\n",
                                    "订单号,订单状态,宝贝标题,买家会员名\n193067985817064704,交易成功,d,x\n", deep->str, NULL), &error);
  g_assert_no_error (error);
  assert_counts (fixture, 2, 2, 3);
  assert_problem (fixture, 0, 1, "Sheet “Sheet2”: This sheet seems to have orders too");
  assert_problem (fixture, 1, 1, "Sheet “Sheet3”: This sheet seems to have orders too");
  assert_problem (fixture, 2, 1, "Sheet “Sheet4”: This sheet seems to have orders too");

  /* Sums, remarks, a list of items and what is empty are none. */
  prepare (fixture, write_workbook (fixture, FIRST, "月份,订单数,金额\n2026-01,12,340\n", "Remarks of June\n193067985817064703\n",
                                    "子订单编号,订单编号,标题,价格\n193067985817064703,193067985817064701,a,5\n",
                                    "订单号,订单状态,宝贝标题,买家会员名\n", "", NULL), &error);
  g_assert_no_error (error);
  assert_counts (fixture, 2, 2, 0);
#undef FIRST

  /* Short numbers are orders' by their sign. */
  prepare (fixture, write_workbook (fixture, "Name,Email,Financial Status,Total\n#1001,a@b.c,paid,5\n", "#2001,a@b.c,paid,5\n", NULL), &error);
  g_assert_no_error (error);
  assert_counts (fixture, 1, 1, 1);
  assert_problem (fixture, 0, 1, "Sheet “Sheet2”: This sheet seems to have orders too");
}

/* Words that other platforms use too do not hide the orders of another sheet: only a table
 * of another kind is left out without a word. */
static void
test_a_sheet_with_foreign_headings (Fixture       *fixture,
                                    gconstpointer  data)
{
#define FIRST "订单编号,买家会员名,总金额,订单状态,收货人姓名,订单创建时间,宝贝标题\n193067985817064701,a,5,交易成功,b,,c\n"
#define SECOND "193067985817064711,a,茶,5,交易成功\n193067985817064712,b,茶,5,交易成功\n"
  static const char *const OTHERS[] = {
    "订单编号,买家会员名,商品名称,实付款,订单状态\n" SECOND,
    "订单编号,买家会员名,订单状态,售后状态\n" SECOND,
    "订单编号,买家会员名,宝贝标题,价格,购买数量,总金额,订单状态,收货人姓名\n" SECOND,
    "买家会员名,订单编号,商品名称,实付款,订单状态\na,193067985817064711,茶,5,交易成功\n",
    "订单编号,订单状态,门店,导购,配送员,桌号\n193067985817064711,交易成功,d,e,f,g\n",
  };
  static const char *const KINDS[] = {
    "退款编号,订单编号,商品名称,实付款,售后状态\n" SECOND,
    "账务流水号,订单编号,商品名称\n" SECOND,
  };

  for (guint i = 0; i < G_N_ELEMENTS (OTHERS); i++)
    {
      g_autoptr(GError) error = NULL;

      prepare (fixture, write_workbook (fixture, FIRST, OTHERS[i], NULL), &error);
      g_assert_no_error (error);
      assert_counts (fixture, 1, 1, 1);
      assert_problem (fixture, 0, 1, "Sheet “Sheet2”: This sheet seems to have orders too");
    }
  for (guint i = 0; i < G_N_ELEMENTS (KINDS); i++)
    {
      g_autoptr(GError) error = NULL;

      prepare (fixture, write_workbook (fixture, FIRST, KINDS[i], NULL), &error);
      g_assert_no_error (error);
      assert_counts (fixture, 1, 1, 0);
    }

  g_autoptr(GError) error = NULL;
  prepare (fixture, write_workbook (fixture, FIRST, "售后编号,订单编号,售后状态,订单状态\n" SECOND, NULL), &error);
  g_assert_no_error (error);
  assert_counts (fixture, 1, 1, 1);
  assert_problem (fixture, 0, 1, "Sheet “Sheet2”: This sheet has rows of another kind (After-sales)");
#undef SECOND
#undef FIRST
}

/* Lists of the same orders, as shops keep them beside the export, are nothing new; but one
 * order that was not read is, wherever it stands. */
static void
test_a_sheet_that_repeats_orders (Fixture       *fixture,
                                  gconstpointer  data)
{
#define FIRST HEADINGS "193067985817064701,交易成功,a\n193067985817064702,交易成功,b\n"
  g_autoptr(GError) error = NULL;
  g_autoptr(GString) late = g_string_new ("单号,处理人\n");

  for (guint i = 0; i < 150; i++)
    g_string_append (late, "193067985817064701,小王\n");
  g_string_append (late, "193067985817064703,小王\n");

  prepare (fixture, write_workbook (fixture, FIRST, "行标签,求和项:总金额\n193067985817064701,5\n193067985817064702,6\n总计,1234567.89\n",
                                    "主订单编号,快递单号,宝贝\n193067985817064701,773067985817064701,a\n",
                                    "序号,单号\n193067985817064702,已处理\n",
                                    "订单号,订单状态,宝贝标题,买家会员名\n193067985817064702,交易成功,d,x\n", NULL), &error);
  g_assert_no_error (error);
  assert_counts (fixture, 2, 2, 0);

  prepare (fixture, write_workbook (fixture, FIRST, late->str,
                                    "单号,处理人\n193067985817064701,小王\n1930679858170647031,小李\n",
                                    "单号,处理人\n193067985817064703,小王\n", NULL), &error);
  g_assert_no_error (error);
  assert_counts (fixture, 2, 2, 3);
  for (guint i = 0; i < 3; i++)
    assert_problem (fixture, i, 1, "This sheet seems to have orders too");
#undef FIRST
}

/* As where files were put together with `cat`, the mark at their beginnings included. */
static void
test_headings_once_more (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  prepare (fixture, fixture_write (fixture->folder, "orders.csv",
                                   "\xef\xbb\xbf" HEADINGS "1,交易成功,a\n2,交易成功,b\n"
                                   "\xef\xbb\xbf" HEADINGS "2,交易成功,b\n3,交易成功,c\n", -1), &error);
  g_assert_no_error (error);
  assert_counts (fixture, 4, 3, 0);
}

static void
test_other_headings_below (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  prepare (fixture, fixture_write (fixture->folder, "orders.csv", HEADINGS "1,交易成功,a\n" FEWER "2,b\n", -1), &error);
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, "Row 3 holds headings once more"));
  g_assert_null (daybook_import_get_staging (fixture->import));
}

static void
assert_two_tables (Fixture    *fixture,
                   const char *text,
                   const char *row)
{
  g_autoptr(GError) error = NULL;

  prepare (fixture, fixture_write (fixture->folder, "orders.csv", text, -1), &error);
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, row));
  g_assert_nonnull (strstr (error->message, "holds headings once more"));
  g_assert_null (daybook_import_get_staging (fixture->import));
}

/* A table with orders is no prologue of a better one. */
static void
test_a_better_table_below (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  assert_two_tables (fixture, FEWER "1,a\n2,b\n3,c\n" HEADINGS "4,交易成功,d\n", "Row 5 ");
  assert_two_tables (fixture, "订单编号\n1\n2\n" HEADINGS "4,交易成功,d\n", "Row 4 ");
  assert_two_tables (fixture, FEWER "1,a\n" "订单编号,宝贝标题,订单状态\n2,b,交易成功\n", "Row 3 ");

  /* What was asked for, in words that are headings too. */
  prepare (fixture, fixture_write (fixture->folder, "orders.csv",
                                   "订单编号,全部,订单状态,交易成功\n店铺,小店\n\n" HEADINGS "1,交易成功,a\n", -1), &error);
  g_assert_no_error (error);
  assert_counts (fixture, 1, 1, 0);
}

/* The second table has its numbers in another column, where the first has something else. */
static void
test_other_headings_in_other_columns (Fixture       *fixture,
                                      gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  assert_two_tables (fixture, HEADINGS "1,交易成功,a\n" "宝贝标题,订单编号\nb,2\n", "Row 3 ");
  assert_two_tables (fixture, HEADINGS "1,交易成功,a\n" "宝贝标题,商家编码\nb,2\n", "Row 3 ");
  assert_two_tables (fixture, HEADINGS "1,交易成功,a\n" "买家会员名,订单编号\nb,2\n", "Row 3 ");

  /* A number is one, and a title may be any word. */
  prepare (fixture, fixture_write (fixture->folder, "orders.csv", HEADINGS "A-1,交易成功,订单编号\n2,交易成功,宝贝标题\n", -1), &error);
  g_assert_no_error (error);
  assert_counts (fixture, 2, 2, 0);
}

/* Where the first file does not end its last row, the second's headings go on in it. */
static void
test_headings_behind_a_row (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  assert_two_tables (fixture, HEADINGS "1,交易成功,a" "订单编号,宝贝标题,订单状态\n2,b,交易成功\n", "Row 2 ");
  assert_two_tables (fixture, HEADINGS "1,交易成功,a" "\xef\xbb\xbf" FEWER "2,b\n", "Row 2 ");

  prepare (fixture, fixture_write (fixture->folder, "orders.csv", HEADINGS "1,交易成功,a" HEADINGS "2,交易成功,b\n", -1), &error);
  g_assert_no_error (error);
  assert_counts (fixture, 2, 1, 1);
  assert_problem (fixture, 0, 2, "more cells than the table has columns");
}

/* ... but a comma in a cell without quotes may be followed by any word, and one alone is a
 * heading by chance. */
static void
test_a_word_behind_a_row (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  prepare (fixture, fixture_write (fixture->folder, "orders.csv", "Name,Email,Financial Status,Total,Tags,Notes\n"
                                   "#1,a@b.c,paid,5,,\n#2,a@b.c,paid,5,,ask,Email\n#3,a@b.c,paid,5,,\n", -1), &error);
  g_assert_no_error (error);
  assert_counts (fixture, 3, 2, 1);
  assert_problem (fixture, 0, 3, "more cells than the table has columns");

  assert_two_tables (fixture, "Name,Email,Financial Status,Total,Tags,Notes\n#1,a@b.c,paid,5,,askName,Email\n#2,d@e.f\n", "Row 2 ");
}

/* A file that was opened, its numbers shown in full and saved as CSV. */
static void
test_numbers_rounded_as_text (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  prepare (fixture, fixture_write (fixture->folder, "orders.csv",
                                   HEADINGS "1930679858170640000,交易成功,a\n1930679858170650000,交易成功,b\n"
                                   "193067985817066,交易成功,c\n1930679858170670001,交易成功,d\n", -1), &error);
  g_assert_no_error (error);
  assert_counts (fixture, 4, 4, 0); /* one ends otherwise: it is a chance */

  prepare (fixture, fixture_write (fixture->folder, "orders.csv",
                                   HEADINGS "1930679858170640000,交易成功,a\n1930679858170650000,交易成功,b\n"
                                   "193067985817066,交易成功,c\n", -1), &error);
  g_assert_no_error (error);
  assert_counts (fixture, 3, 1, 2);
  assert_problem (fixture, 0, 2, "A spreadsheet program has rounded");

  prepare (fixture, fixture_write (fixture->folder, "orders.csv", HEADINGS "1930679858170640000,交易成功,a\n", -1), &error);
  g_assert_no_error (error);
  assert_counts (fixture, 1, 1, 0); /* of one alone nobody can tell */
}

/* A file that was opened and then added to: of many numbers some are as they should be. */
static void
test_some_numbers_rounded_as_text (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GString) mixed = g_string_new (HEADINGS "1930679858170647123,交易成功,a\n");
  g_autoptr(GString) loyal = g_string_new (HEADINGS "1930679858170647123,交易成功,a\n");

  for (guint i = 1; i <= 8; i++)
    {
      g_string_append_printf (mixed, "19306798581706%u0000,交易成功,b\n", i);
      g_string_append_printf (loyal, "1930679858%u17060000,交易成功,c\n", i);
    }

  prepare (fixture, fixture_write (fixture->folder, "orders.csv", mixed->str, -1), &error);
  g_assert_no_error (error);
  assert_counts (fixture, 9, 1, 8);
  assert_problem (fixture, 0, 3, "A spreadsheet program has rounded");

  /* Taobao's numbers end in the buyer's: they are of one buyer, who bought often. */
  prepare (fixture, fixture_write (fixture->folder, "orders.csv", loyal->str, -1), &error);
  g_assert_no_error (error);
  assert_counts (fixture, 9, 9, 0);
}

/* ... or that went through a script, whose numbers have 16 or 17 digits: 193067985817064701
 * comes out as ...700. */
static void
test_numbers_rounded_by_a_script (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  prepare (fixture, fixture_write (fixture->folder, "orders.csv",
                                   HEADINGS "193067985817064700,交易成功,a\n193067985817064830,交易成功,b\n"
                                   "193067985817065020,交易成功,c\n193067985817066,交易成功,d\n", -1), &error);
  g_assert_no_error (error);
  assert_counts (fixture, 4, 1, 3);
  assert_problem (fixture, 0, 2, "has rounded this order number");

  /* Of one number nobody can tell, and one that no script would write clears the others. */
  prepare (fixture, fixture_write (fixture->folder, "orders.csv", HEADINGS "193067985817064700,交易成功,a\n", -1), &error);
  g_assert_no_error (error);
  assert_counts (fixture, 1, 1, 0);
  prepare (fixture, fixture_write (fixture->folder, "orders.csv",
                                   HEADINGS "193067985817064700,交易成功,a\n193067985817064830,交易成功,b\n"
                                   "193067985817065020,交易成功,c\n193067985817065021,交易成功,d\n", -1), &error);
  g_assert_no_error (error);
  assert_counts (fixture, 4, 4, 0);

  /* Those of one buyer, which end alike, are as one. */
  prepare (fixture, fixture_write (fixture->folder, "orders.csv",
                                   HEADINGS "193067985817064700,交易成功,a\n193067985907064700,交易成功,b\n"
                                   "193067986117064700,交易成功,c\n193067987817064700,交易成功,d\n", -1), &error);
  g_assert_no_error (error);
  assert_counts (fixture, 4, 4, 0);

  /* A script writes all whole numbers below 2^53 as they are. */
  prepare (fixture, fixture_write (fixture->folder, "orders.csv",
                                   HEADINGS "1930679858170647,交易成功,a\n1930679858170648,交易成功,b\n"
                                   "1930679858170649,交易成功,c\n1930679858170651,交易成功,d\n", -1), &error);
  g_assert_no_error (error);
  assert_counts (fixture, 4, 4, 0);
}

/* ... or through one that makes whole numbers of doubles again, as pandas' int (float (id)). */
static void
test_numbers_that_are_doubles (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  prepare (fixture, fixture_write (fixture->folder, "orders.csv",
                                   HEADINGS "3930679858170647040,交易成功,a\n4030679858170640896,交易成功,b\n"
                                   "193067985817066,交易成功,c\n4130679858170612224,交易成功,d\n"
                                   "4230679858170698752,交易成功,e\n", -1), &error);
  g_assert_no_error (error);
  assert_counts (fixture, 5, 1, 4);
  assert_problem (fixture, 0, 2, "has rounded this order number");

  /* One that is none clears the others, and so does one that another script would have written. */
  prepare (fixture, fixture_write (fixture->folder, "orders.csv",
                                   HEADINGS "3930679858170647040,交易成功,a\n4030679858170640896,交易成功,b\n"
                                   "4130679858170612224,交易成功,c\n4230679858170698753,交易成功,d\n", -1), &error);
  g_assert_no_error (error);
  assert_counts (fixture, 4, 4, 0);
  prepare (fixture, fixture_write (fixture->folder, "orders.csv",
                                   HEADINGS "3930679858170647040,交易成功,a\n4030679858170640896,交易成功,b\n"
                                   "4130679858170612224,交易成功,c\n4230679858170699000,交易成功,d\n", -1), &error);
  g_assert_no_error (error);
  assert_counts (fixture, 4, 4, 0);

  /* Three of 18 digits may be a chance, four are none. */
  prepare (fixture, fixture_write (fixture->folder, "orders.csv",
                                   HEADINGS "193067985817064704,交易成功,a\n193067985817064832,交易成功,b\n"
                                   "193067985817065024,交易成功,c\n", -1), &error);
  g_assert_no_error (error);
  assert_counts (fixture, 3, 3, 0);
  prepare (fixture, fixture_write (fixture->folder, "orders.csv",
                                   HEADINGS "193067985817064704,交易成功,a\n193067985817064832,交易成功,b\n"
                                   "193067985817065024,交易成功,c\n193067985817065056,交易成功,d\n", -1), &error);
  g_assert_no_error (error);
  assert_counts (fixture, 4, 0, 4);
}

/* Each sheet has its own past. */
static void
test_numbers_rounded_in_one_sheet (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  prepare (fixture, write_workbook (fixture, HEADINGS "1,交易成功,a\n",
                                    HEADINGS "1930679858170640000,交易成功,b\n1930679858170650000,交易成功,c\n", NULL), &error);
  g_assert_no_error (error);
  assert_counts (fixture, 3, 1, 2);
  assert_problem (fixture, 0, 2, "Sheet “Sheet2”: A spreadsheet program has rounded");

  prepare (fixture, write_workbook (fixture, HEADINGS "1930679858170640000,交易成功,b\n1930679858170650000,交易成功,c\n",
                                    HEADINGS "1930679858170660000,交易成功,d\n1930679858170670001,交易成功,e\n", NULL), &error);
  g_assert_no_error (error);
  assert_counts (fixture, 4, 2, 2);
}

/* A shop's own: the time to the second, and what tells orders of one second apart. */
static void
test_numbers_made_of_times (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  prepare (fixture, fixture_write (fixture->folder, "orders.csv",
                                   HEADINGS "20261128093011000,交易成功,a\n20261128093512000,交易成功,b\n"
                                   "20261128101500000,交易成功,c\n20261128110059000,交易成功,d\n", -1), &error);
  g_assert_no_error (error);
  assert_counts (fixture, 4, 4, 0);
}

/* A slip of somebody's, years ahead, must not make all later files older than this one. */
static void
test_a_time_to_come (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GTimeZone) china = g_time_zone_new_identifier ("Asia/Shanghai");
  gint64 now, expected;

  g_assert_true (daybook_moment_parse ("2026-11-22 10:00:00", china, &now, NULL));
  g_assert_true (daybook_moment_parse ("2026-11-20 10:00:00", china, &expected, NULL));
  daybook_store_fix_now (fixture->store, now);

  prepare (fixture, fixture_write (fixture->folder, "orders.csv", "订单编号,订单状态,订单创建时间\n"
                                   "1,交易成功,2026-11-20 10:00:00\n2,交易成功,2027-01-20 10:00:00\n", -1), &error);
  g_assert_no_error (error);
  assert_counts (fixture, 2, 2, 0);
  g_assert_cmpint (daybook_import_get_as_of (fixture->import), ==, expected);
}

/* The shop need not be there before it is known that the file can go in. */
static void
test_a_shop_to_be_opened (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = fixture_write (fixture->folder, "orders.csv", HEADINGS "1,交易成功,a\n", -1);
  DaybookId shop;

  daybook_id_random (&shop);
  fixture->import = daybook_import_new (fixture->store, path);
  daybook_import_set_shop (fixture->import, &shop);
  daybook_import_prepare (fixture->import, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_counts (fixture, 1, 1, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/tables/headings-at-different-heights", test_headings_at_different_heights);
  ADD ("/tables/a-sheet-of-headings-only", test_a_sheet_of_headings_only);
  ADD ("/tables/a-sheet-with-other-headings", test_a_sheet_with_other_headings);
  ADD ("/tables/a-sheet-without-known-headings", test_a_sheet_without_known_headings);
  ADD ("/tables/a-sheet-with-foreign-headings", test_a_sheet_with_foreign_headings);
  ADD ("/tables/a-sheet-that-repeats-orders", test_a_sheet_that_repeats_orders);
  ADD ("/tables/headings-once-more", test_headings_once_more);
  ADD ("/tables/other-headings-below", test_other_headings_below);
  ADD ("/tables/a-better-table-below", test_a_better_table_below);
  ADD ("/tables/other-headings-in-other-columns", test_other_headings_in_other_columns);
  ADD ("/tables/headings-behind-a-row", test_headings_behind_a_row);
  ADD ("/tables/a-word-behind-a-row", test_a_word_behind_a_row);
  ADD ("/tables/numbers-rounded-as-text", test_numbers_rounded_as_text);
  ADD ("/tables/some-numbers-rounded-as-text", test_some_numbers_rounded_as_text);
  ADD ("/tables/numbers-rounded-by-a-script", test_numbers_rounded_by_a_script);
  ADD ("/tables/numbers-that-are-doubles", test_numbers_that_are_doubles);
  ADD ("/tables/numbers-rounded-in-one-sheet", test_numbers_rounded_in_one_sheet);
  ADD ("/tables/numbers-made-of-times", test_numbers_made_of_times);
  ADD ("/tables/a-time-to-come", test_a_time_to_come);
  ADD ("/tables/a-shop-to-be-opened", test_a_shop_to_be_opened);
  return g_test_run ();
}
