/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/tokenizer.h"

#include "core/pinyin.h"

#include <string.h>

/* An index as in the schema, with one document a row. */
static const char *const SCHEMA =
  "CREATE VIRTUAL TABLE doc_words USING fts5 (words, pinyin, content='', columnsize=0, prefix='1', tokenize='daybook text');"
  "CREATE VIRTUAL TABLE doc_numbers USING fts5 (numbers, content='', columnsize=0, tokenize='daybook number');"
  "CREATE VIRTUAL TABLE doc_keys USING fts5 (keys, content='', columnsize=0, prefix='1', tokenize='daybook pinyin');";

typedef struct
{
  sqlite3 *db;
} Fixture;

static void
run_sql (sqlite3    *db,
         const char *sql)
{
  g_autofree char *message = NULL;
  char *from_sqlite = NULL;

  sqlite3_exec (db, sql, NULL, NULL, &from_sqlite);
  message = g_strdup (from_sqlite);
  sqlite3_free (from_sqlite);
  g_assert_cmpstr (message, ==, NULL);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (sqlite3_open (":memory:", &fixture->db), ==, SQLITE_OK);
  daybook_tokenizer_register (fixture->db, &error);
  g_assert_no_error (error);
  run_sql (fixture->db, SCHEMA);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_cmpint (sqlite3_close (fixture->db), ==, SQLITE_OK);
}

/* Runs `sql` with up to two texts bound. */
static sqlite3_stmt *
prepare (sqlite3    *db,
         const char *sql,
         const char *first,
         const char *second)
{
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  sqlite3_bind_text (statement, 1, first, -1, SQLITE_TRANSIENT);
  if (second != NULL)
    sqlite3_bind_text (statement, 2, second, -1, SQLITE_TRANSIENT);
  return statement;
}

/* Adds row `rowid`, which is ?3. */
static void
insert (sqlite3    *db,
        const char *sql,
        int         rowid,
        const char *first,
        const char *second)
{
  sqlite3_stmt *statement = prepare (db, sql, first, second);

  sqlite3_bind_int (statement, 3, rowid);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  sqlite3_finalize (statement);
}

/* The rows that a query finds: "1 3", or "" for none. */
static char *
rows_of (sqlite3    *db,
         const char *table,
         const char *match)
{
  g_autofree char *sql = g_strdup_printf ("SELECT rowid FROM %s (?1) ORDER BY rowid", table);
  sqlite3_stmt *statement = prepare (db, sql, match, NULL);
  GString *rows = g_string_new (NULL);
  int result;

  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    g_string_append_printf (rows, "%s%d", rows->len > 0 ? " " : "", sqlite3_column_int (statement, 0));
  g_assert_cmpint (result, ==, SQLITE_DONE);
  sqlite3_finalize (statement);

  return g_string_free (rows, FALSE);
}

static const char *const DOCUMENTS[] = {
  /* 1 */ "申请退款成功",
  /* 2 */ "申請退貨，運費我們出",
  /* 3 */ "iPhone 14 手机壳 XL码",
  /* 4 */ "是吗？好吗",
  /* 5 */ "款式很好 退了",
  /* 6 */ "😀换货😀 \xff\xfe caf\u00e9",
};

static const struct
{
  const char *match;
  const char *rows;
} WORDS[] = {
  { "\"退款\"", "1" },
  { "\"款成\"", "1" },
  { "\"申请退款成功\"", "1" },
  { "\"退成\"", "" },
  { "\"款退\"", "" },
  { "\"款\"*", "1 5" },
  { "\"退\"*", "1 2 5" },
  { "\"功\"*", "1" },
  { "\"申\"*", "1 2" },
  { "\"码\"*", "3" },
  { "\"吗\"*", "4" },
  { "\"申请\"", "1 2" },
  { "\"申請\"", "1 2" },
  { "\"运费我们\"", "2" },
  { "\"運費我們\"", "2" },
  { "\"退货运费\"", "" },
  { "\"退货，运费\"", "2" },
  { "\"手机\"", "3" },
  { "\"機殼\"", "3" },
  { "\"XL码\"", "3" },
  { "\"xl码\"*", "3" },
  { "\"iph\"*", "3" },
  { "\"IPHONE\"", "3" },
  { "\"phone\"*", "" },
  { "\"换货\"", "6" },
  { "\"換貨\"", "6" },
  { "\"cafe\"", "6" },
  { "\"申请\" \"退款\"", "1" },
  { "\"申请\" \"货\"*", "2" },
};

static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (DOCUMENTS); i++)
    insert (fixture->db, "INSERT INTO doc_words (rowid, words) VALUES (?3, ?1)", (int) i + 1, DOCUMENTS[i], NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (WORDS); i++)
    {
      g_autofree char *rows = rows_of (fixture->db, "doc_words", WORDS[i].match);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (rows, ==, WORDS[i].rows);
    }
}

static void
test_sounds_are_in_their_column (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autofree char *keys = daybook_pinyin_keys ("马云");
  g_autofree char *in_words = NULL;
  g_autofree char *in_pinyin = NULL;
  g_autofree char *initials = NULL;
  g_autofree char *character = NULL;

  insert (fixture->db, "INSERT INTO doc_words (rowid, words, pinyin) VALUES (?3, ?1, ?2)", 1, "马云", keys);
  insert (fixture->db, "INSERT INTO doc_words (rowid, words, pinyin) VALUES (?3, ?1, ?2)", 2, "是吗", "");

  in_words = rows_of (fixture->db, "doc_words", "words : \"ma\"*");
  in_pinyin = rows_of (fixture->db, "doc_words", "pinyin : \"ma\"*");
  initials = rows_of (fixture->db, "doc_words", "pinyin : \"my\"");
  character = rows_of (fixture->db, "doc_words", "\"吗\"*");
  g_assert_cmpstr (in_words, ==, "");
  g_assert_cmpstr (in_pinyin, ==, "1");
  g_assert_cmpstr (initials, ==, "1");
  g_assert_cmpstr (character, ==, "2");
}

static void
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *beginning = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *middle = NULL;

  insert (fixture->db, "INSERT INTO doc_keys (rowid, keys) VALUES (?3, ?1)", 1, "zhangsan zs", NULL);
  beginning = rows_of (fixture->db, "doc_keys", "\"Zhangs\"*");
  whole = rows_of (fixture->db, "doc_keys", "\"zs\"");
  middle = rows_of (fixture->db, "doc_keys", "\"hang\"*");
  g_assert_cmpstr (beginning, ==, "1");
  g_assert_cmpstr (whole, ==, "1");
  g_assert_cmpstr (middle, ==, "");
}

static void
test_any_part_of_a_number (Fixture       *fixture,
                           gconstpointer  data)
{
  static const char NUMBER[] = "1930679858170647392";

  insert (fixture->db, "INSERT INTO doc_numbers (rowid, numbers) VALUES (?3, ?1)", 1, NUMBER, NULL);
  insert (fixture->db, "INSERT INTO doc_numbers (rowid, numbers) VALUES (?3, ?1)", 2, "SF111222", NULL);

  for (gsize from = 0; from + 3 <= strlen (NUMBER); from++)
    for (gsize length = 3; from + length <= strlen (NUMBER); length++)
      {
        g_autofree char *match = g_strdup_printf ("\"%.*s\"", (int) length, NUMBER + from);
        g_autofree char *rows = rows_of (fixture->db, "doc_numbers", match);

        g_assert_cmpstr (rows, ==, "1");
      }
}

static const struct
{
  const char *match;
  const char *rows;
} NUMBERS[] = {
  { "\"sf123\"", "2" },
  { "\"8901\"", "2" },
  { "\"517-607\"", "2" },
  { "\"268\"", "2" },
  { "\"13579\"", "" },
  { "\"1234567890124\"", "" },
};

static void
test_numbers (Fixture       *fixture,
              gconstpointer  data)
{
  insert (fixture->db, "INSERT INTO doc_numbers (rowid, numbers) VALUES (?3, ?1)", 1, "1930679858170647392", NULL);
  insert (fixture->db, "INSERT INTO doc_numbers (rowid, numbers) VALUES (?3, ?1)", 2, "SF1234567890123\n260517-607198974342268", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (NUMBERS); i++)
    {
      g_autofree char *rows = rows_of (fixture->db, "doc_numbers", NUMBERS[i].match);

      g_assert_cmpstr (rows, ==, NUMBERS[i].rows);
    }
}

/* Deleting with the text that was indexed leaves nothing behind. */
static void
test_deleting_leaves_no_ghost (Fixture       *fixture,
                               gconstpointer  data)
{
  insert (fixture->db, "INSERT INTO doc_words (rowid, words, pinyin) VALUES (?3, ?1, ?2)", 1, "申請退款 XL", "zs");
  insert (fixture->db, "INSERT INTO doc_words (doc_words, rowid, words, pinyin) VALUES ('delete', ?3, ?1, ?2)", 1, "申請退款 XL", "zs");

  for (gsize i = 0; i < G_N_ELEMENTS (WORDS); i++)
    {
      g_autofree char *rows = rows_of (fixture->db, "doc_words", WORDS[i].match);

      g_assert_cmpstr (rows, ==, "");
    }
}

static void
test_large_and_broken_texts_do_no_harm (Fixture       *fixture,
                                        gconstpointer  data)
{
  const gsize size = 1024 * 1024;
  g_autoptr(GString) chinese = g_string_new (NULL);
  g_autofree char *bytes = g_malloc (size + 1);
  g_autofree char *rows = NULL;

  while (chinese->len < size)
    g_string_append (chinese, "退款😀货");
  g_string_append (chinese, "尾");
  for (gsize i = 0; i < size; i++)
    bytes[i] = (char) g_test_rand_int_range (1, 256);
  bytes[size] = '\0';

  insert (fixture->db, "INSERT INTO doc_words (rowid, words) VALUES (?3, ?1)", 1, chinese->str, NULL);
  insert (fixture->db, "INSERT INTO doc_words (rowid, words) VALUES (?3, ?1)", 2, bytes, NULL);
  insert (fixture->db, "INSERT INTO doc_numbers (rowid, numbers) VALUES (?3, ?1)", 1, bytes, NULL);
  insert (fixture->db, "INSERT INTO doc_keys (rowid, keys) VALUES (?3, ?1)", 1, bytes, NULL);
  rows = rows_of (fixture->db, "doc_words", "\"货尾\"");
  g_assert_cmpstr (rows, ==, "1");
  run_sql (fixture->db, "INSERT INTO doc_words (doc_words) VALUES ('integrity-check')");
}

static void
test_queries_of_nothing_find_nothing (Fixture       *fixture,
                                      gconstpointer  data)
{
  static const char *const NOTHING[] = { "\"\"", "\"，\"", "\"😀\"", "\"\xff\"" };

  insert (fixture->db, "INSERT INTO doc_words (rowid, words) VALUES (?3, ?1)", 1, "退款，😀", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (NOTHING); i++)
    {
      g_autofree char *rows = rows_of (fixture->db, "doc_words", NOTHING[i]);

      g_assert_cmpstr (rows, ==, "");
    }
}

static void
test_unknown_kinds_are_refused (Fixture       *fixture,
                                gconstpointer  data)
{
  g_assert_cmpint (sqlite3_exec (fixture->db, "CREATE VIRTUAL TABLE bad USING fts5 (a, tokenize='daybook wrods')", NULL, NULL, NULL),
                   ==, SQLITE_ERROR);
  g_assert_cmpint (sqlite3_exec (fixture->db, "CREATE VIRTUAL TABLE good USING fts5 (a, tokenize='daybook')", NULL, NULL, NULL),
                   ==, SQLITE_OK);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add ("/tokenizer/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("words", test_words);
  ADD ("sounds-are-in-their-column", test_sounds_are_in_their_column);
  ADD ("keys", test_keys);
  ADD ("any-part-of-a-number", test_any_part_of_a_number);
  ADD ("numbers", test_numbers);
  ADD ("deleting-leaves-no-ghost", test_deleting_leaves_no_ghost);
  ADD ("large-and-broken-texts-do-no-harm", test_large_and_broken_texts_do_no_harm);
  ADD ("queries-of-nothing-find-nothing", test_queries_of_nothing_find_nothing);
  ADD ("unknown-kinds-are-refused", test_unknown_kinds_are_refused);
#undef ADD

  return g_test_run ();
}
