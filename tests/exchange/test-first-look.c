/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-fixture.h"
#include "fixtures.h"
#include "header-rows.h"

#include <string.h>

typedef struct
{
  guint    n_looks;
  char    *platform;
  char    *kind;
  char    *rows; /* a line each */
  guint    facts;
  gboolean ended;
  GError  *error;
} Seen;

static void
clear_seen (Seen *seen)
{
  g_free (seen->platform);
  g_free (seen->kind);
  g_free (seen->rows);
  g_clear_error (&seen->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Seen, clear_seen)

/* After the end nobody would be there any more. */
static void
on_look (const DaybookFirstLook *look,
         gpointer                data)
{
  Seen *seen = data;

  g_assert_false (seen->ended);
  seen->n_looks++;
  seen->platform = g_strdup (look->platform);
  seen->kind = g_strdup (look->kind);
  seen->rows = g_strjoinv ("\n", look->rows);
  seen->facts = look->feeds->facts;
}

static void
on_prepared (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Seen *seen = data;

  daybook_import_prepare_finish (DAYBOOK_IMPORT (source), result, &seen->error);
  seen->ended = TRUE;
}

static Seen
look_at (Fixture    *fixture,
         const char *name,
         const char *text)
{
  g_autofree char *path = fixture_write (fixture->folder, name, text, -1);
  g_autoptr(DaybookImport) import = daybook_import_new (fixture->store, path);
  Seen seen = { 0 };

  daybook_import_set_first_look (import, on_look);
  daybook_import_prepare_async (import, NULL, &seen, NULL, on_prepared, &seen);
  while (!seen.ended)
    g_main_context_iteration (NULL, TRUE);
  return seen;
}

/* What it is and how it begins, three rows of many, with nobody's name in it. */
static void
test_a_known_file (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr(GString) text = g_string_new (HEADER_TAOBAO_2019 "\n");
  g_auto(GStrv) rows = NULL;

  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *number = g_strdup_printf ("38010000000%08u", i);

      fixture_add_row (text, HEADER_TAOBAO_2019, "订单编号", number, "买家会员名", "小王子1988", "收货人姓名", "张三丰",
                       "联系手机", "'13812341234", "订单状态", "交易成功", NULL);
    }

  g_auto(Seen) seen = look_at (fixture, "orders.csv", text->str);
  g_assert_no_error (seen.error);
  g_assert_cmpuint (seen.n_looks, ==, 1);
  g_assert_cmpstr (seen.platform, ==, "taobao");
  g_assert_cmpstr (seen.kind, ==, "orders");
  g_assert_cmphex (seen.facts & 1u << DAYBOOK_FACT_BUYER, !=, 0);
  g_test_message ("%s", seen.rows);
  rows = g_strsplit (seen.rows, "\n", -1);
  g_assert_cmpuint (g_strv_length (rows), ==, 3);
  g_assert_true (g_str_has_prefix (rows[0], "订单编号: 3801000000000000000 · 买家会员名: "));
  g_assert_nonnull (strstr (rows[2], "3801000000000000002"));
  g_assert_nonnull (strstr (rows[0], "订单状态: 交易成功"));
  g_assert_null (strstr (seen.rows, "三丰"));
  g_assert_null (strstr (seen.rows, "12341234"));
}

static void
test_a_file_of_no_orders (Fixture       *fixture,
                          gconstpointer  data)
{
  g_auto(Seen) seen = look_at (fixture, "stock.csv", "SKU,商品名称,库存,仓库\nTEA-01,铁观音,12,杭州\n");

  g_assert_no_error (seen.error);
  g_assert_cmpuint (seen.n_looks, ==, 1);
  g_assert_cmpstr (seen.kind, ==, "stock");
  g_assert_cmpstr (seen.rows, ==, "SKU: TEA-01 · 商品名称: 铁观音 · 库存: 12 · 仓库: 杭州");
}

/* Those that are refused are not shown first. */
static void
test_files_that_are_refused (Fixture       *fixture,
                             gconstpointer  data)
{
  static const struct { const char *text; int code; } FILES[] = {
    { "甲,乙\n1,2\n", DAYBOOK_ERROR_NOT_FOUND },
    { "%PDF-1.7", DAYBOOK_ERROR_FORMAT },
    { "", DAYBOOK_ERROR_FORMAT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (FILES); i++)
    {
      g_auto(Seen) seen = look_at (fixture, "other.csv", FILES[i].text);

      g_assert_error (seen.error, DAYBOOK_ERROR, FILES[i].code);
      g_assert_cmpuint (seen.n_looks, ==, 0);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define TEST(name, test) g_test_add ("/first-look/" name, Fixture, NULL, book_fixture_set_up, test, book_fixture_tear_down)
  TEST ("a-known-file", test_a_known_file);
  TEST ("a-file-of-no-orders", test_a_file_of_no_orders);
  TEST ("files-that-are-refused", test_files_that_are_refused);
  return g_test_run ();
}
