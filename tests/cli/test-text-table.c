/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/text-table.h"

#include <string.h>

static DaybookTextTable *
new_table (guint width)
{
  DaybookTextTable *table = daybook_text_table_new (width);

  daybook_text_table_column (table, "Buyer", DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, "Paid", DAYBOOK_ALIGN_RIGHT);
  daybook_text_table_column (table, "Note", DAYBOOK_ALIGN_LEFT);
  return table;
}

static void
add_row (DaybookTextTable *table,
         const char       *buyer,
         const char       *paid,
         const char       *note)
{
  daybook_text_table_row (table);
  daybook_text_table_cell (table, buyer);
  daybook_text_table_cell (table, paid);
  daybook_text_table_cell (table, note);
}

static void
test_width (void)
{
  g_assert_cmpuint (daybook_text_width ("abc"), ==, 3);
  g_assert_cmpuint (daybook_text_width ("掌柜簿"), ==, 6);
  g_assert_cmpuint (daybook_text_width ("ａ１"), ==, 4);
  g_assert_cmpuint (daybook_text_width ("e\xcc\x81"), ==, 1);
  g_assert_cmpuint (daybook_text_width (""), ==, 0);
}

static void
test_columns_line_up (void)
{
  g_autoptr(DaybookTextTable) table = new_table (0);
  g_autofree char *text = NULL;

  add_row (table, "爱喝茶的猫", "128.00", "gift");
  add_row (table, "Ann", "5.00", "送礼");
  text = daybook_text_table_to_string (table, DAYBOOK_COLOR_NEVER);
  g_assert_cmpstr (text, ==,
                   "Buyer         Paid  Note\n"
                   "爱喝茶的猫  128.00  gift\n"
                   "Ann           5.00  送礼\n");
}

static void
test_empty_columns_are_left_out (void)
{
  g_autoptr(DaybookTextTable) table = new_table (0);
  g_autofree char *text = NULL;

  add_row (table, "Ann", "", "x");
  text = daybook_text_table_to_string (table, DAYBOOK_COLOR_NEVER);
  g_assert_cmpstr (text, ==, "Buyer  Note\nAnn    x\n");
}

static void
test_columns_that_do_not_fit_are_left_out (void)
{
  g_autoptr(DaybookTextTable) table = new_table (12);
  g_autofree char *text = NULL;

  add_row (table, "Ann", "5.00", "a note");
  text = daybook_text_table_to_string (table, DAYBOOK_COLOR_NEVER);
  g_assert_cmpstr (text, ==, "Buyer  Paid\nAnn    5.00\n");
}

static void
test_a_file_cannot_steer_the_terminal (void)
{
  g_autoptr(DaybookTextTable) table = new_table (0);
  g_autofree char *text = NULL;

  add_row (table, "\033[2JAnn\nBob", "\xff", "a\tb");
  text = daybook_text_table_to_string (table, DAYBOOK_COLOR_NEVER);
  g_assert_null (strchr (text, '\033'));
  g_assert_nonnull (strstr (text, "[2JAnn Bob"));
  g_assert_true (g_utf8_validate (text, -1, NULL));
}

static void
test_long_cells_are_shortened (void)
{
  g_autoptr(DaybookTextTable) table = new_table (0);
  g_autofree char *text = NULL;
  g_autoptr(GString) note = g_string_new (NULL);

  for (guint i = 0; i < 60; i++)
    g_string_append (note, "茶");
  add_row (table, "Ann", "1", note->str);
  text = daybook_text_table_to_string (table, DAYBOOK_COLOR_NEVER);

  g_assert_nonnull (strstr (text, "茶…\n"));
  for (const char *line = text; *line != '\0'; line = strchr (line, '\n') + 1)
    {
      g_autofree char *one = g_strndup (line, (gsize) (strchr (line, '\n') - line));

      g_assert_cmpuint (daybook_text_width (one), <=, 5 + 2 + 4 + 2 + 40);
    }
}

static void
test_sentences_stay_whole (void)
{
  g_autoptr(DaybookTextTable) table = daybook_text_table_new (0);
  g_autofree char *sentence = g_strnfill (100, 'x');
  g_autofree char *text = NULL;

  daybook_text_table_column (table, "Why", DAYBOOK_ALIGN_WHOLE);
  daybook_text_table_row (table);
  daybook_text_table_cell (table, sentence);
  text = daybook_text_table_to_string (table, DAYBOOK_COLOR_NEVER);
  g_assert_nonnull (strstr (text, sentence));
}

static void
test_headings_are_bold_only_when_asked (void)
{
  g_autoptr(DaybookTextTable) table = new_table (0);
  g_autofree char *plain = NULL;
  g_autofree char *bold = NULL;

  add_row (table, "Ann", "1", "x");
  plain = daybook_text_table_to_string (table, DAYBOOK_COLOR_NEVER);
  bold = daybook_text_table_to_string (table, DAYBOOK_COLOR_HEADING);
  g_assert_null (strchr (plain, '\033'));
  g_assert_true (g_str_has_prefix (bold, "\033[1mBuyer"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-table/width", test_width);
  g_test_add_func ("/text-table/columns-line-up", test_columns_line_up);
  g_test_add_func ("/text-table/empty-columns-are-left-out", test_empty_columns_are_left_out);
  g_test_add_func ("/text-table/columns-that-do-not-fit-are-left-out", test_columns_that_do_not_fit_are_left_out);
  g_test_add_func ("/text-table/a-file-cannot-steer-the-terminal", test_a_file_cannot_steer_the_terminal);
  g_test_add_func ("/text-table/long-cells-are-shortened", test_long_cells_are_shortened);
  g_test_add_func ("/text-table/sentences-stay-whole", test_sentences_stay_whole);
  g_test_add_func ("/text-table/headings-are-bold-only-when-asked", test_headings_are_bold_only_when_asked);

  return g_test_run ();
}
