/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-fixture.h"
#include "fixtures.h"

#include "core/review.h"
#include "core/shop.h"
#include "exchange/pasted.h"
#include "exchange/personal.h"
#include "exchange/recognise.h"
#include "store/reader.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

/* Reviews, from a file or a page to the book. */

#define JUDGEME \
  "title,body,rating,review_date,source,curated,reviewer_name,reviewer_email,product_id,product_handle,reply,reply_date,picture_urls,ip_address,location\n"
#define WITH_ID "评论ID,用户昵称,评价时间,SKU,评分,初评内容,追评内容,追评时间,商家回复\n"
#define WITHOUT_ID "买家昵称,评论时间,商品SKU,星级,评价内容,订单编号,商品标题\n"
#define ENGLISH "Nickname,Date,Stars,Content,Reply\n"

static GPtrArray *
read_all (Fixture *fixture)
{
  return daybook_reader_all (daybook_store_get_reader (fixture->store), &daybook_reviews, NULL);
}

static DaybookRow *
find (GPtrArray  *rows,
      guint       field,
      const char *text)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (daybook_row_text (g_ptr_array_index (rows, i), field), text))
      return g_ptr_array_index (rows, i);

  g_error ("no review says “%s”", text);
}

static void
merge (Fixture       *fixture,
       DaybookImport *import)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOutcome) outcome = NULL;

  daybook_import_prepare (import, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  outcome = daybook_store_merge (fixture->store, daybook_import_get_staging (import), NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (daybook_import_get_kind (import), ==, "reviews");
}

static DaybookImport *
import_file (Fixture    *fixture,
             const char *name,
             const char *platform,
             const char *text)
{
  g_autofree char *path = fixture_write (fixture->folder, name, text, -1);
  DaybookImport *import = daybook_import_new (fixture->store, path);

  daybook_import_set_platform (import, platform);
  merge (fixture, import);
  return import;
}

static void
assert_counts (DaybookImport *import,
               guint          n_new,
               guint          n_updated,
               guint          n_same,
               guint          n_problems)
{
  const DaybookStagingCounts *counts = daybook_import_get_counts (import);

  g_assert_cmpuint (counts->n_new, ==, n_new);
  g_assert_cmpuint (counts->n_updated, ==, n_updated);
  g_assert_cmpuint (counts->n_same, ==, n_same);
  g_assert_cmpuint (counts->n_problems, ==, n_problems);
}

static void
test_judgeme (Fixture       *fixture,
              gconstpointer  data)
{
  static const char FIRST[] = JUDGEME
    "Lovely,\"Thin, and light\",5,2024-05-01 10:00:00 UTC,web,,Ann B,ann@example.com,11,white-cup,,,,10.0.0.7,Berlin\n"
    "Broken,It came broken,1,2024-05-02 11:00:00 UTC,web,,Bob,bob@example.com,11,white-cup,Sorry!,2024-05-03 09:00:00 UTC,,10.0.0.8,Paris\n"
    ",Same day other cup,4,2024-05-01 10:00:00 UTC,web,,Ann B,ann@example.com,12,black-cup,,,,10.0.0.7,Berlin\n"
    ",What?,7,2024-05-04 10:00:00 UTC,web,,Eve,eve@example.com,12,black-cup,,,,10.0.0.9,Rome\n";
  static const char LATER[] = JUDGEME
    "Lovely,\"Thin, and light\",5,2024-05-01 10:00:00 UTC,web,,Ann B,ann@example.com,11,white-cup,Thank you,2024-05-09 10:00:00 UTC,,10.0.0.7,Berlin\n";
  g_autoptr(DaybookImport) first = import_file (fixture, "reviews.csv", NULL, FIRST);
  g_autoptr(DaybookImport) again = import_file (fixture, "reviews.csv", NULL, FIRST);
  g_autoptr(DaybookImport) later = import_file (fixture, "reviews.csv", NULL, LATER);
  g_autoptr(GPtrArray) rows = read_all (fixture);
  const DaybookRow *ann = find (rows, DAYBOOK_REVIEW_TITLE, "Lovely");
  const DaybookRow *bob = find (rows, DAYBOOK_REVIEW_BUYER, "Bob");

  g_assert_cmpstr (daybook_import_get_platform (first), ==, "judgeme");
  assert_counts (first, 3, 0, 0, 1);
  assert_counts (again, 0, 0, 3, 1);
  assert_counts (later, 0, 1, 0, 0);
  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_cmpstr (daybook_row_text (ann, DAYBOOK_REVIEW_WORDS), ==, "Thin, and light");
  g_assert_cmpstr (daybook_row_text (ann, DAYBOOK_REVIEW_REPLY), ==, "Thank you");
  g_assert_cmpstr (daybook_row_text (ann, DAYBOOK_REVIEW_PRODUCT), ==, "white-cup");
  g_assert_cmpint (daybook_row_int (ann, DAYBOOK_REVIEW_WRITTEN_AT), ==, 1714557600);
  g_assert_cmpint (daybook_row_int (bob, DAYBOOK_REVIEW_STARS), ==, 1);
  g_assert_cmpint (daybook_row_int (bob, DAYBOOK_REVIEW_REPLIED_AT), ==, 1714726800);
}

/* Where the buyer sat and who they are is nobody's to see. */
static void
test_judgeme_is_masked (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr(GPtrArray) profiles = daybook_profiles_load (NULL, NULL);
  const DaybookProfile *profile = daybook_profiles_find (profiles, "judgeme");
  g_auto(GStrv) headings = g_strsplit ("title,body,rating,review_date,reviewer_name,reviewer_email,product_handle,ip_address,location", ",", -1);
  g_autoptr(DaybookBinding) binding = daybook_binding_new (g_ptr_array_index (profile->forms, 0), (const char *const *) headings,
                                                           g_strv_length (headings));

  for (guint i = 0; headings[i] != NULL; i++)
    {
      DaybookPersonalColumn column = daybook_personal_column (profile, binding, i, headings[i]);
      gboolean is_person = g_str_has_prefix (headings[i], "reviewer") || i >= 7;

      g_test_message ("%s", headings[i]);
      g_assert_cmpint (daybook_personal_mask (&column, "10.0.0.7") != DAYBOOK_MASK_NONE, ==, is_person);
    }
}

static void
test_table_with_id (Fixture       *fixture,
                    gconstpointer  data)
{
  static const char TEXT[] = WITH_ID
    "9001,t**8,2026-11-20 10:03:00,CUP-1,5星,杯子好,又买了,2026-11-25 09:00:00,谢谢\n"
    "9002,小**儿,2026-11-20 10:05:00,CUP-1,差评,碎了,,,\n"
    "9003,a**b,2026-11-20 10:06:00,CUP-1,★★★★☆,还行,,,\n"
    "9004,c**d,2026-11-20 10:07:00,CUP-1,5.0,好,,,\n"
    "9005,e**f,2026-11-20 10:08:00,CUP-1,,没有星,,,\n"
    "9006,g**h,2026-11-20 10:09:00,CUP-1,0,零,,,\n"
    "9007,i**j,2026-11-20 10:10:00,CUP-1,abc,怪,,,\n"
    "合计,,,,,,,,\n";
  g_autoptr(DaybookImport) import = import_file (fixture, "评价.csv", NULL, TEXT);
  g_autoptr(GPtrArray) rows = read_all (fixture);
  g_autoptr(GPtrArray) problems = daybook_staging_problems (daybook_import_get_staging (import), 0, 0, NULL);
  const DaybookRow *first = find (rows, DAYBOOK_REVIEW_NUMBER, "9001");

  assert_counts (import, 5, 0, 0, 2);
  g_assert_cmpstr (daybook_import_get_platform (import), ==, "generic");
  g_assert_cmpstr (((DaybookProblem *) g_ptr_array_index (problems, 0))->why, ==, "“0” does not say how many stars, from one to five.");
  g_assert_cmpint (daybook_row_int (first, DAYBOOK_REVIEW_STARS), ==, 5);
  g_assert_cmpint (daybook_row_int (find (rows, DAYBOOK_REVIEW_NUMBER, "9002"), DAYBOOK_REVIEW_STARS), ==, 1);
  g_assert_cmpint (daybook_row_int (find (rows, DAYBOOK_REVIEW_NUMBER, "9003"), DAYBOOK_REVIEW_STARS), ==, 4);
  g_assert_cmpint (daybook_row_int (find (rows, DAYBOOK_REVIEW_NUMBER, "9004"), DAYBOOK_REVIEW_STARS), ==, 5);
  g_assert_false (daybook_row_has (find (rows, DAYBOOK_REVIEW_NUMBER, "9005"), DAYBOOK_REVIEW_STARS));
  g_assert_cmpstr (daybook_row_text (first, DAYBOOK_REVIEW_FOLLOW_UP), ==, "又买了");
  g_assert_cmpstr (daybook_row_text (first, DAYBOOK_REVIEW_REPLY), ==, "谢谢");
  g_assert_cmpstr (daybook_row_text (first, DAYBOOK_REVIEW_SKU), ==, "CUP-1");
}

/* The same buyer's next review is another one; said again it is the same. */
static void
test_table_without_id (Fixture       *fixture,
                       gconstpointer  data)
{
  static const char TEXT[] = WITHOUT_ID
    "t**8,2026-11-20 10:03:00,CUP-1,好评,杯子好,2893812345678901234,白瓷盖碗\n"
    "t**8,2026-11-21 10:03:00,CUP-1,中评,杯子好,,白瓷盖碗\n";
  g_autoptr(DaybookImport) first = import_file (fixture, "a.csv", "tmall", TEXT);
  g_autoptr(DaybookImport) again = import_file (fixture, "b.csv", "tmall", TEXT);
  g_autoptr(DaybookImport) english = import_file (fixture, "c.csv", NULL, ENGLISH "ann,2026-11-20,4 stars,Nice cup,thanks\n");
  g_autoptr(GPtrArray) rows = read_all (fixture);
  const DaybookRow *ann = find (rows, DAYBOOK_REVIEW_BUYER, "ann");

  g_assert_cmpstr (daybook_import_get_platform (first), ==, "tmall");
  assert_counts (first, 2, 0, 0, 0);
  assert_counts (again, 0, 0, 2, 0);
  assert_counts (english, 1, 0, 0, 0);
  g_assert_cmpstr (daybook_row_text (find (rows, DAYBOOK_REVIEW_BUYER, "t**8"), DAYBOOK_REVIEW_PLATFORM), ==, "tmall");
  g_assert_nonnull (find (rows, DAYBOOK_REVIEW_ORDER_NUMBER, "2893812345678901234"));
  g_assert_cmpint (daybook_row_int (ann, DAYBOOK_REVIEW_STARS), ==, 4);
  g_assert_cmpstr (daybook_row_text (ann, DAYBOOK_REVIEW_WORDS), ==, "Nice cup");
}

/* Notes of people, customers and orders with a remark are no reviews. */
static void
test_others_are_none (Fixture       *fixture,
                      gconstpointer  data)
{
  static const char *const HEADERS[] = {
    "Date,Name,Comment", "Name,Date,Text,Amount", "Customer,Content,Date", "日期,用户,内容", "订单编号,买家昵称,订单状态,评价内容,评分",
    "Order ID,Buyer,Total,Rating,Review", "时间,买家,金额", "评价,订单号,数量,单价,备注,仓库,快递,重量", "Name,Rating",
  };
  g_autoptr(GPtrArray) profiles = daybook_profiles_load (NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (HEADERS); i++)
    {
      g_auto(GStrv) cells = g_strsplit (HEADERS[i], ",", -1);
      const DaybookProfile *profile = NULL;
      const DaybookForm *form = daybook_recognise_header (profiles, NULL, (const char *const *) cells, g_strv_length (cells), &profile);

      g_test_message ("%s", HEADERS[i]);
      g_assert_false (form != NULL && g_str_equal (form->kind, "reviews"));
    }
}

/* --- Pasted ----------------------------------------------------------------- */

static DaybookImport *
import_pasted (Fixture    *fixture,
               const char *text,
               const char *platform)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) profiles = daybook_profiles_load (NULL, NULL);
  g_autoptr(DaybookPaste) paste = daybook_paste_read (text, strlen (text), profiles, &error);
  g_autoptr(DaybookPasted) pasted = NULL;
  DaybookImport *import;

  g_assert_no_error (error);
  pasted = daybook_pasted_new (daybook_store_get_folder (fixture->store), paste, text, strlen (text), platform, &error);
  g_assert_no_error (error);
  import = daybook_import_new (fixture->store, daybook_pasted_get_path (pasted));
  daybook_pasted_tell (pasted, import);
  merge (fixture, import);
  return import;
}

#define PAGE \
  "t**8\n2026-11-20 10:03\n颜色分类：白色\n很好，\"真的\"\n第二行\n商家回复：谢谢\n\n" \
  "z**9\n2026-11-21\n差评\n碎了\n"

/* Twice is nothing new; what came later is; Undo takes it back. */
static void
test_pasted (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(DaybookImport) first = import_pasted (fixture, PAGE, "jd");
  g_autoptr(DaybookImport) again = import_pasted (fixture, PAGE, "jd");
  g_autoptr(DaybookImport) other = import_pasted (fixture, PAGE, "taobao");
  g_autoptr(DaybookImport) later = import_pasted (fixture, PAGE "追评：补发了\n", "jd");
  g_autoptr(GPtrArray) rows = read_all (fixture);
  const DaybookRow *row = find (rows, DAYBOOK_REVIEW_BUYER, "t**8");

  assert_counts (first, 2, 0, 0, 0);
  assert_counts (again, 0, 0, 2, 0);
  assert_counts (other, 2, 0, 0, 0);
  assert_counts (later, 0, 1, 1, 0);
  g_assert_cmpstr (daybook_import_get_file (first), ==, "Pasted reviews");
  g_assert_cmpint (daybook_import_get_as_of (first), ==, daybook_store_get_now (fixture->store));
  g_assert_cmpstr (daybook_row_text (row, DAYBOOK_REVIEW_WORDS), ==, "很好，\"真的\"\n第二行");
  g_assert_cmpstr (daybook_row_text (row, DAYBOOK_REVIEW_SKU), ==, "颜色分类：白色");
  g_assert_cmpint (daybook_row_int (row, DAYBOOK_REVIEW_WRITTEN_AT), ==, 1795140180); /* in Shanghai */
  g_assert_nonnull (find (rows, DAYBOOK_REVIEW_FOLLOW_UP, "补发了"));

  /* They say nothing of how old the orders are. */
  g_autoptr(GPtrArray) as_of = daybook_reader_as_of (daybook_store_get_reader (fixture->store), daybook_store_get_shop (fixture->store), NULL);
  g_assert_cmpuint (as_of->len, ==, 0);

  book_undo (fixture, NULL);
  book_undo (fixture, NULL);
  g_autoptr(GPtrArray) left = read_all (fixture);
  g_assert_cmpuint (left->len, ==, 2);
}

/* With a shop abroad the platform's clock still counts. */
static void
test_pasted_abroad (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "zone", daybook_store_get_agent (fixture->store));
  g_autoptr(DaybookOutcome) outcome = NULL;
  g_autoptr(DaybookImport) import = NULL;
  g_autoptr(GPtrArray) rows = NULL;

  daybook_edit_set (edit, &daybook_shops, daybook_store_get_shop (fixture->store), DAYBOOK_SHOP_ZONE, daybook_value_text ("Europe/Berlin"));
  outcome = daybook_store_commit (fixture->store, edit, NULL);
  g_assert_nonnull (outcome);
  import = import_pasted (fixture, PAGE, "taobao");
  rows = read_all (fixture);
  g_assert_cmpint (daybook_row_int (find (rows, DAYBOOK_REVIEW_BUYER, "t**8"), DAYBOOK_REVIEW_WRITTEN_AT), ==, 1795140180);
}

static void
test_pasted_table (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr(DaybookImport) import = import_pasted (fixture, "买家昵称\t评价时间\t评价内容\t评分\nt**8\t2026-11-20\t\"好\n真好\"\t5\n", "pdd");
  g_autoptr(GPtrArray) rows = read_all (fixture);

  assert_counts (import, 1, 0, 0, 0);
  g_assert_cmpstr (daybook_import_get_platform (import), ==, "pdd");
  g_assert_cmpstr (daybook_row_text (g_ptr_array_index (rows, 0), DAYBOOK_REVIEW_WORDS), ==, "好\n真好");
}

/* Nothing is left beside the book, and the descriptor is closed. */
static void
test_nothing_is_left (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr(GPtrArray) profiles = daybook_profiles_load (NULL, NULL);
  g_autoptr(DaybookPaste) paste = daybook_paste_read (PAGE, strlen (PAGE), profiles, NULL);
  DaybookPasted *pasted = daybook_pasted_new (fixture->folder, paste, PAGE, strlen (PAGE), "jd", NULL);
  g_autofree char *path = g_strdup (daybook_pasted_get_path (pasted));
  GFile *file = daybook_pasted_to_file (pasted);
  g_autoptr(GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  g_autoptr(GFile) none = g_file_new_for_path (fixture->folder);
  const char *name;

  g_assert_true (daybook_pasted_of (file) == pasted);
  g_assert_null (daybook_pasted_of (none));
  g_assert_cmpint (access (path, R_OK), ==, 0);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_false (strstr (name, "part") != NULL || strstr (name, "csv") != NULL);
  g_object_unref (file);
  g_assert_cmpint (access (path, R_OK), !=, 0);
}

/* A folder that takes no files is said, and nothing is imported. */
static void
test_no_folder (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GPtrArray) profiles = daybook_profiles_load (NULL, NULL);
  g_autoptr(DaybookPaste) paste = daybook_paste_read (PAGE, strlen (PAGE), profiles, NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "nowhere", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_null (daybook_pasted_new (nowhere, paste, PAGE, strlen (PAGE), "jd", &error));
  g_assert_cmpint (error->domain, ==, DAYBOOK_ERROR);
  g_assert_null (strstr (error->message, "archive"));
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, book_fixture_set_up, test, book_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/reviews/judgeme", test_judgeme);
  ADD ("/reviews/judgeme-is-masked", test_judgeme_is_masked);
  ADD ("/reviews/table-with-id", test_table_with_id);
  ADD ("/reviews/table-without-id", test_table_without_id);
  ADD ("/reviews/others-are-none", test_others_are_none);
  ADD ("/reviews/pasted", test_pasted);
  ADD ("/reviews/pasted-abroad", test_pasted_abroad);
  ADD ("/reviews/pasted-table", test_pasted_table);
  ADD ("/reviews/nothing-is-left", test_nothing_is_left);
  ADD ("/reviews/no-folder", test_no_folder);

  return g_test_run ();
}
