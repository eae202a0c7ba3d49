/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/pinyin.h"
#include "measure.h"
#include "store/tokenizer.h"

#include <stdlib.h>

/*   bench-index DATABASE
 *
 * The second half of what an import is measured against: in a database into
 * which `sqlite3 .import` has put a Tmall export as the table `raw`, builds the
 * three search indexes that Daybook keeps of orders, with the same tokenizer,
 * the same options and the same texts, in one transaction. Unlike Daybook it
 * indexes no customers, products or phones, and keeps no history. */

static const char SCHEMA[] =
  "BEGIN;"
  "CREATE VIRTUAL TABLE words USING fts5 (text, columnsize=0, prefix='1', tokenize='daybook text');"
  "CREATE VIRTUAL TABLE names USING fts5 (text, columnsize=0, prefix='1 2 3', tokenize='daybook pinyin');"
  "CREATE VIRTUAL TABLE numbers USING fts5 (text, columnsize=0, tokenize='daybook number');";

/* What of an order is searched (core/order.c): of the address the region, which
 * ends where the street begins. The blanks in the headings are Tmall's own. */
static const char ROWS[] =
  "SELECT rowid, \"买家会员名\", \"收货人姓名\","
  " \"宝贝标题 \" || char (10) || \"买家会员名\" || char (10) || \"收货人姓名\" || char (10)"
  " || substr (\"收货地址 \", 1, instr (\"收货地址 \", '文化路') - 1) || char (10)"
  " || \"买家留言\" || char (10) || \"订单备注\","
  " \"订单编号\" || char (10) || \"物流单号 \""
  " FROM raw";

static void
check (sqlite3 *db,
       int      code)
{
  if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW)
    g_error ("%s", sqlite3_errmsg (db));
}

static sqlite3_stmt *
prepare (sqlite3    *db,
         const char *sql)
{
  sqlite3_stmt *statement = NULL;

  check (db, sqlite3_prepare_v2 (db, sql, -1, &statement, NULL));
  return statement;
}

static void
insert (sqlite3_stmt *statement,
        gint64        rowid,
        const char   *text)
{
  sqlite3_bind_int64 (statement, 1, rowid);
  sqlite3_bind_text (statement, 2, text, -1, SQLITE_STATIC);
  check (sqlite3_db_handle (statement), sqlite3_step (statement));
  sqlite3_reset (statement);
}

static void
index_rows (sqlite3 *db)
{
  sqlite3_stmt *rows = prepare (db, ROWS);
  sqlite3_stmt *words = prepare (db, "INSERT INTO words (rowid, text) VALUES (?1, ?2)");
  sqlite3_stmt *names = prepare (db, "INSERT INTO names (rowid, text) VALUES (?1, ?2)");
  sqlite3_stmt *numbers = prepare (db, "INSERT INTO numbers (rowid, text) VALUES (?1, ?2)");
  g_autoptr(GString) keys = g_string_new (NULL);

  while (sqlite3_step (rows) == SQLITE_ROW)
    {
      gint64 rowid = sqlite3_column_int64 (rows, 0);

      g_string_truncate (keys, 0);
      daybook_pinyin_append (keys, (const char *) sqlite3_column_text (rows, 1));
      daybook_pinyin_append (keys, (const char *) sqlite3_column_text (rows, 2));
      insert (words, rowid, (const char *) sqlite3_column_text (rows, 3));
      insert (names, rowid, keys->str);
      insert (numbers, rowid, (const char *) sqlite3_column_text (rows, 4));
    }

  check (db, sqlite3_reset (rows));
  sqlite3_finalize (rows);
  sqlite3_finalize (words);
  sqlite3_finalize (names);
  sqlite3_finalize (numbers);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GError) error = NULL;
  sqlite3 *db = NULL;

  if (argc != 2)
    {
      g_printerr ("usage: bench-index DATABASE\n");
      return EXIT_FAILURE;
    }

  double start = measure_now ();
  check (db, sqlite3_open_v2 (argv[1], &db, SQLITE_OPEN_READWRITE, NULL));
  if (!daybook_tokenizer_register (db, &error))
    g_error ("%s", error->message);
  check (db, sqlite3_exec (db, SCHEMA, NULL, NULL, NULL));
  index_rows (db);
  check (db, sqlite3_exec (db, "COMMIT", NULL, NULL, NULL));
  sqlite3_close (db);

  measure_print ("index", "seconds", measure_now () - start, NULL);
  return EXIT_SUCCESS;
}
