/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "core/customer.h"
#include "core/review.h"
#include "store/backup.h"
#include "store/database.h"

#include <string.h>

typedef struct
{
  const char *number;
  const char *title;
  const char *receiver;
  const char *buyer;
  const char *phone;
  const char *tracking;
} Row;

static const Row ROWS[] = {
  { "2690123456789012345", "红色连衣裙 夏季新款", "张三", "小王子88", "13812341234", "SF1234567890" },
  { "2690123456789099999", "蓝色牛仔裤", "李四", "lisi_shop", "13912345678", NULL },
  { "1001", "iPhone case, blue", "Zoë Smith", "zoe@example.com", "+1 555 010 7777", NULL },
  { "5550001112223334445", "我在這裡 換貨說明", "单雄信", "老单", "138****9999", NULL },
  { "1002", "ceramic tray", "Jo Ng", "jo", "(415) 555-0152", NULL },
};

static void
add_rows (Book *book)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ROWS); i++)
    {
      DaybookId order = book_add_order (book, ROWS[i].number, BOOK_NOW - 86400 * (gint64) i);
      g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_IMPORT, "Imported", NULL);
      g_autoptr(GError) error = NULL;

      daybook_edit_set (edit, &daybook_orders, &order, DAYBOOK_ORDER_TITLE, daybook_value_text (ROWS[i].title));
      daybook_edit_set (edit, &daybook_orders, &order, DAYBOOK_ORDER_RECEIVER, daybook_value_text (ROWS[i].receiver));
      daybook_edit_set (edit, &daybook_orders, &order, DAYBOOK_ORDER_BUYER, daybook_value_text (ROWS[i].buyer));
      daybook_edit_set (edit, &daybook_orders, &order, DAYBOOK_ORDER_PHONE, daybook_value_text (ROWS[i].phone));
      daybook_edit_set (edit, &daybook_orders, &order, DAYBOOK_ORDER_TRACKING, daybook_value_text (ROWS[i].tracking));
      g_autoptr(DaybookOutcome) outcome = daybook_store_commit (book->store, edit, &error);
      g_assert_no_error (error);
    }
}

/* The rows found, newest first, by their place in ROWS. */
static char *
find (Book       *book,
      const char *text)
{
  g_autoptr(GError) error = NULL;
  DaybookReader *reader = daybook_store_get_reader (book->store);
  daybook_store_settle (book->store);
  g_autoptr(GArray) hits = daybook_reader_search (reader, &daybook_orders, text, 50, &error);
  g_autoptr(GString) found = g_string_new (NULL);
  g_assert_no_error (error);

  for (guint i = 0; i < hits->len; i++)
    {
      g_autoptr(DaybookRow) row = daybook_reader_row (reader, &daybook_orders, g_array_index (hits, gint64, i), &error);

      g_assert_no_error (error);
      for (gsize k = 0; k < G_N_ELEMENTS (ROWS); k++)
        if (g_str_equal (ROWS[k].number, daybook_row_text (row, DAYBOOK_ORDER_NUMBER)))
          g_string_append_printf (found, "%" G_GSIZE_FORMAT, k);
    }

  /* A list narrowed by the same words holds the same rows. */
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_orders);
  query->search = g_strdup (text);
  g_autoptr(GArray) listed = daybook_reader_keys (reader, query, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (listed->len, ==, hits->len);
  return g_strdup (found->str);
}

static const struct
{
  const char *text;
  const char *rows;
} CASES[] = {
  { "连衣裙", "0" },
  { "裙", "0" },
  { "色", "01" },
  { "紅色", "0" },              /* traditional typed for simplified text */
  { "换货说明", "3" },          /* and back */
  { "换货", "3" },
  { "iph", "2" },
  { "BLUE", "2" },
  { "2690123456789", "01" },
  { "9999", "13" },             /* part of a number; tail of a masked phone */
  { "099999", "1" },
  { "sf123", "0" },
  { "34567890", "01" },         /* of the tracking number of 0, of the number of both */
  { "zs", "0" },
  { "zhangsan", "0" },
  { "zhangs", "0" },
  { "shan", "3" },              /* 单 as a surname */
  { "zoe", "2" },
  { "13812341234", "0" },
  { "138 1234 1234", "0" },
  { "1234", "01" },             /* a part of both numbers, the tail of a phone */
  { "5678", "01" },
  { "812341", "" },             /* from the hidden middle of a phone: nothing */
  { "5550107777", "2" },        /* without the country's code */
  { "(555) 010-7777", "2" },
  { "555 010 7777", "2" },
  { "+1 (555) 010-7777", "2" },
  { "+1 415 555 0152", "4" },   /* stored without it */
  { "+14155550152", "4" },
  { "4155550152", "4" },
  { "+14155550151", "" },
  { "010 7777", "" },           /* no tail of a number: 010 is part of none here */
  { "12345678", "01" },         /* number part of 0 and 1, phone tail of 1 */
  { "红色 张三", "0" },
  { "红色 李四", "" },
  { "牛仔裤 5678", "1" },
  { "zs 裙 1234", "0" },        /* a name, a word and a number: each elsewhere */
  { "lisi 012345 色", "1" },
  { "色 12345 9999", "1" },
  { "zs 换货", "" },
  { "没有这个", "" },
  { "\"连衣裙\" OR 牛仔裤", "" }, /* no query language */
};

static void
test_cases (void)
{
  Book book;
  book_open (&book);
  add_rows (&book);

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *found = find (&book, CASES[i].text);
      g_test_message ("%s", CASES[i].text);
      g_assert_cmpstr (found, ==, CASES[i].rows);
    }

  book_close (&book);
}

/* What a list shows first stays where it is when all of it has come. */
static void
assert_first_rows_of_list (Book       *book,
                           const char *text,
                           guint       n_hits)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_orders);
  DaybookReader *reader = daybook_store_get_reader (book->store);

  query->search = g_strdup (text);
  g_autoptr(GArray) all = daybook_reader_keys (reader, query, 0, &error);
  g_autoptr(GArray) first = daybook_reader_keys (reader, query, 30, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, n_hits);
  g_assert_cmpuint (first->len, ==, MIN (30, n_hits));
  g_assert_cmpmem (first->data, first->len * sizeof (gint64), all->data, first->len * sizeof (gint64));
}

/* Words that many have and names that few have: the many are passed over. */
static void
test_words_apart (void)
{
  enum { N_ORDERS = 160 };
  Book book;
  book_open (&book);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_IMPORT, "Imported", NULL);
  g_autoptr(GError) error = NULL;
  DaybookId orders[N_ORDERS];

  for (guint i = 0; i < N_ORDERS; i++)
    {
      g_autofree char *number = g_strdup_printf ("77%03u", i);

      orders[i] = book_add_order (&book, number, BOOK_NOW - 3600 * (gint64) i);
      daybook_edit_set (edit, &daybook_orders, &orders[i], DAYBOOK_ORDER_TITLE, daybook_value_text ("明前茶叶"));
      daybook_edit_set (edit, &daybook_orders, &orders[i], DAYBOOK_ORDER_RECEIVER,
                        daybook_value_text (i == 3 || i == N_ORDERS - 1 ? "张三" : "李四"));
    }
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (book.store, edit, &error);
  g_assert_no_error (error);
  daybook_store_settle (book.store);

  static const struct { const char *text; guint n_hits; } FINDS[] = {
    { "茶叶 zs", 2 }, { "zs 茶叶", 2 }, { "茶叶 77159", 1 }, { "771 茶叶 zs", 1 }, { "77159 zs 茶叶", 1 },
    { "茶叶 ls", N_ORDERS - 2 }, { "茶叶 zw", 0 }, { "明前 茶叶", N_ORDERS }, { "77159 77003", 0 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (FINDS); i++)
    {
      g_autoptr(GArray) all = daybook_reader_search (daybook_store_get_reader (book.store), &daybook_orders,
                                                     FINDS[i].text, 0, &error);
      g_autoptr(GArray) one = daybook_reader_search (daybook_store_get_reader (book.store), &daybook_orders,
                                                     FINDS[i].text, 1, &error);

      g_assert_no_error (error);
      g_test_message ("%s", FINDS[i].text);
      g_assert_cmpuint (all->len, ==, FINDS[i].n_hits);
      g_assert_cmpuint (one->len, ==, MIN (1, FINDS[i].n_hits));
      for (guint k = 1; k < all->len; k++)
        g_assert_cmpint (g_array_index (all, gint64, k), <, g_array_index (all, gint64, k - 1));
      if (one->len > 0)
        g_assert_cmpint (g_array_index (one, gint64, 0), ==, g_array_index (all, gint64, 0));
      assert_first_rows_of_list (&book, FINDS[i].text, FINDS[i].n_hits);
    }

  book_close (&book);
}

static void
test_no_words_find_nothing (void)
{
  static const char *const TEXTS[] = { "", " ", "-", "*", "\"", "、" };
  Book book;
  book_open (&book);
  add_rows (&book);

  for (gsize i = 0; i < G_N_ELEMENTS (TEXTS); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GArray) hits = daybook_reader_search (daybook_store_get_reader (book.store), &daybook_orders, TEXTS[i], 50, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (hits->len, ==, 0);
    }

  book_close (&book);
}

static void
test_the_index_follows_edits (void)
{
  Book book;
  book_open (&book);
  add_rows (&book);
  daybook_store_settle (book.store);
  g_autoptr(GArray) hits = daybook_reader_search (daybook_store_get_reader (book.store), &daybook_orders, "连衣裙", 1, NULL);
  g_autoptr(DaybookRow) row = daybook_reader_row (daybook_store_get_reader (book.store), &daybook_orders, g_array_index (hits, gint64, 0), NULL);

  book_set (&book, &daybook_orders, &row->id, DAYBOOK_ORDER_NOTE, daybook_value_text ("已补发围巾"));
  g_autofree char *noted = find (&book, "围巾");
  g_assert_cmpstr (noted, ==, "0");

  book_set (&book, &daybook_orders, &row->id, DAYBOOK_ORDER_NOTE, daybook_value_text ("没事"));
  g_autofree char *gone = find (&book, "围巾");
  g_assert_cmpstr (gone, ==, "");

  book_set (&book, &daybook_orders, &row->id, DAYBOOK_FIELD_DELETED, daybook_value_int (1));
  g_autofree char *deleted = find (&book, "连衣裙");
  g_assert_cmpstr (deleted, ==, "");
  g_autofree char *number = find (&book, "sf123");
  g_assert_cmpstr (number, ==, "");

  g_autoptr(DaybookOutcome) undone = daybook_store_undo (book.store, NULL, NULL);
  g_assert_nonnull (undone);
  g_autofree char *back = find (&book, "连衣裙");
  g_assert_cmpstr (back, ==, "0");

  book_close (&book);
}

/* How many segments a table of the index consists of. */
static gint64
count_segments (Book *book)
{
  g_autofree char *path = g_build_filename (book->folder, "search.db", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookDatabase) db = daybook_database_open (path, DAYBOOK_DATABASE_READ, 5000, &error);

  g_assert_no_error (error);
  return daybook_database_number (db, "SELECT count (DISTINCT segid) FROM orders_numbers_idx", 0, NULL);
}

/* Each edit leaves a segment; when nothing more comes they are merged, and all is
 * found as before. */
static void
test_the_index_is_tidied_up (void)
{
  Book book;
  gint64 until = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;
  book_open (&book);
  add_rows (&book);

  for (int i = 0; i < 12; i++)
    {
      g_autofree char *number = g_strdup_printf ("300%d", i);

      book_add_order (&book, number, BOOK_NOW);
      daybook_store_settle (book.store);
    }
  g_assert_cmpint (count_segments (&book), >, 8);

  while (count_segments (&book) > 4 && g_get_monotonic_time () < until)
    g_usleep (50000);
  g_assert_cmpint (count_segments (&book), <=, 4);
  g_autofree char *found = find (&book, "连衣裙");
  g_assert_cmpstr (found, ==, "0");
  book_close (&book);
}

typedef struct
{
  DaybookStore *store;
  gboolean      added;
} Meanwhile;

/* The rebuild has been through the orders, and comes to the customers next. */
static void
on_progress (goffset  done,
             goffset  total,
             gpointer data)
{
  Meanwhile *meanwhile = data;

  if (done != 1 || meanwhile->added)
    return;

  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_IMPORT, "Imported", daybook_store_get_agent (meanwhile->store));
  g_autoptr(GError) error = NULL;
  DaybookId customer;

  daybook_id_random (&customer);
  daybook_edit_create (edit, &daybook_customers, &customer);
  daybook_edit_give (edit, DAYBOOK_CUSTOMER_NAME, daybook_value_text ("王五"));
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (meanwhile->store, edit, &error);
  g_assert_no_error (error);
  meanwhile->added = TRUE;
}

/* How many customers are found by a name. */
static guint
count_customers (Book       *book,
                 const char *name)
{
  g_autoptr(GError) error = NULL;

  daybook_store_settle (book->store);
  g_autoptr(GArray) hits = daybook_reader_search (daybook_store_get_reader (book->store), &daybook_customers, name, 50, &error);
  g_assert_no_error (error);
  return hits->len;
}

/* A row that is made while the index is made anew is met by both, the rebuild and what
 * follows the history: the index stood still for good. */
static void
test_a_row_made_during_a_rebuild (void)
{
  Book book;
  g_autoptr(GError) error = NULL;
  book_open (&book);
  add_rows (&book);

  Meanwhile meanwhile = { book.store, FALSE };
  g_assert_true (daybook_store_rebuild (book.store, on_progress, &meanwhile, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (meanwhile.added);
  g_assert_cmpuint (count_customers (&book, "王五"), ==, 1);

  book_add_order (&book, "9990001112223334", BOOK_NOW);
  g_autofree char *found = find (&book, "牛仔裤");
  g_assert_cmpstr (found, ==, "1");
  g_autoptr(GArray) hits = daybook_reader_search (daybook_store_get_reader (book.store), &daybook_orders, "9990001112223334", 50, &error);
  g_assert_cmpuint (hits->len, ==, 1);
  book_close (&book);
}

/* Takes the index back to the history's beginning, with all rows in it. */
static void
break_index (Book *book)
{
  g_autofree char *path = g_build_filename (book->folder, "search.db", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookDatabase) db = daybook_database_open (path, DAYBOOK_DATABASE_WRITE, 5000, &error);

  g_assert_no_error (error);
  daybook_database_run (db, "UPDATE meta SET value = 0 WHERE key IN ('cursor', 'new_from')", &error);
  g_assert_no_error (error);
}

/* An index that does not take what is new is made anew by itself. */
static void
test_a_broken_index_heals (void)
{
  Book book;
  book_open (&book);
  add_rows (&book);
  daybook_store_settle (book.store);

  break_index (&book);
  book_add_order (&book, "9990001112223334", BOOK_NOW);
  g_autoptr(GError) error = NULL;
  daybook_store_settle (book.store);
  g_autoptr(GArray) hits = daybook_reader_search (daybook_store_get_reader (book.store), &daybook_orders, "9990001112223334", 50, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 1);
  g_autofree char *found = find (&book, "牛仔裤");
  g_assert_cmpstr (found, ==, "1");
  book_close (&book);
}

static guint
count_found (Book               *book,
             const DaybookTable *table,
             const char         *text)
{
  g_autoptr(GError) error = NULL;

  daybook_store_settle (book->store);
  g_autoptr(GArray) hits = daybook_reader_search (daybook_store_get_reader (book->store), table, text, 50, &error);
  g_assert_no_error (error);
  return hits->len;
}

static void
add_review (Book *book)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_IMPORT, "Imported", NULL);
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_reviews, &id);
  daybook_edit_give (edit, DAYBOOK_REVIEW_SHOP, daybook_value_id (daybook_store_get_shop (book->store)));
  daybook_edit_give (edit, DAYBOOK_REVIEW_PLATFORM, daybook_value_text ("taobao"));
  daybook_edit_give (edit, DAYBOOK_REVIEW_NUMBER, daybook_value_text ("R-770123456"));
  daybook_edit_give (edit, DAYBOOK_REVIEW_ORDER_NUMBER, daybook_value_text ("2690123456789012345"));
  daybook_edit_give (edit, DAYBOOK_REVIEW_WRITTEN_AT, daybook_value_int (BOOK_NOW));
  daybook_edit_give (edit, DAYBOOK_REVIEW_BUYER, daybook_value_text ("王小明"));
  daybook_edit_give (edit, DAYBOOK_REVIEW_WORDS, daybook_value_text ("茶叶很香，包装破了"));
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (book->store, edit, &error);
  g_assert_no_error (error);
}

/* What files say of orders is found as orders are, also by an index that is made anew. */
static void
test_reviews_are_found (void)
{
  static const char *const WORDS[] = { "包装", "770123", "6789012345", "wxm", "破" };
  Book book;
  g_autoptr(GError) error = NULL;

  book_open (&book);
  add_rows (&book);
  add_review (&book);
  for (gsize i = 0; i < G_N_ELEMENTS (WORDS); i++)
    g_assert_cmpuint (count_found (&book, &daybook_reviews, WORDS[i]), ==, 1);
  g_assert_cmpuint (count_found (&book, &daybook_reviews, "连衣裙"), ==, 0);
  g_assert_cmpuint (count_found (&book, &daybook_orders, "包装"), ==, 0);

  daybook_store_rebuild (book.store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (WORDS); i++)
    g_assert_cmpuint (count_found (&book, &daybook_reviews, WORDS[i]), ==, 1);
  book_close (&book);
}

static void
test_explain_masks (void)
{
  Book book;
  g_autoptr(DaybookExcerpt) excerpt = NULL;
  g_autoptr(DaybookExcerpt) name = NULL;
  book_open (&book);
  add_rows (&book);
  DaybookReader *reader = daybook_store_get_reader (book.store);
  daybook_store_settle (book.store);
  g_autoptr(GArray) hits = daybook_reader_search (reader, &daybook_orders, "连衣裙", 1, NULL);
  g_autoptr(DaybookRow) row = daybook_reader_row (reader, &daybook_orders, g_array_index (hits, gint64, 0), NULL);

  g_assert_true (daybook_reader_explain (reader, row, "连衣裙", &excerpt) == &daybook_orders.fields[DAYBOOK_ORDER_TITLE]);
  g_assert_nonnull (strstr (excerpt->text, "连衣裙"));
  g_assert_cmpuint (excerpt->matches->len, >, 0);
  g_assert_true (daybook_reader_explain (reader, row, "张三", &name) == &daybook_orders.fields[DAYBOOK_ORDER_RECEIVER]);
  g_assert_cmpstr (name->text, ==, "张*");
  g_assert_cmpuint (name->matches->len, ==, 0);

  book_close (&book);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/cases", test_cases);
  g_test_add_func ("/search/words-apart", test_words_apart);
  g_test_add_func ("/search/no-words-find-nothing", test_no_words_find_nothing);
  g_test_add_func ("/search/the-index-follows-edits", test_the_index_follows_edits);
  g_test_add_func ("/search/the-index-is-tidied-up", test_the_index_is_tidied_up);
  g_test_add_func ("/search/a-row-made-during-a-rebuild", test_a_row_made_during_a_rebuild);
  g_test_add_func ("/search/a-broken-index-heals", test_a_broken_index_heals);
  g_test_add_func ("/search/reviews-are-found", test_reviews_are_found);
  g_test_add_func ("/search/explain-masks", test_explain_masks);

  return g_test_run ();
}
