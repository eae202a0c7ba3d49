/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "crowd.h"

#include "measure.h"

#define FIRST_KEY "1000000000"
#define DAYS 700

#define MIX(n) "((i.n * 2654435761 + " #n ") %% 4294967296)"
#define NUMBERS "WITH RECURSIVE i (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i WHERE n < %" G_GINT64_FORMAT ")"
/* Whose name, phone and address a customer has: the last ones are the first ones again. */
#define WHO "(i.n - CASE WHEN i.n > %1$" G_GINT64_FORMAT " - %2$" G_GINT64_FORMAT " THEN %1$" G_GINT64_FORMAT " - %2$" G_GINT64_FORMAT " ELSE 0 END)"
#define LETTER(letters, divisor) "substr ('" letters "', 1 + " WHO " / " #divisor " %% 20, 1)"
#define NAME LETTER ("王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高", 1) " || " LETTER ("伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平", 20) \
  " || " LETTER ("平霞秀超明涛娟杰艳勇洋军磊强丽静敏娜芳伟", 400)

static void
run_sql (DaybookDatabase *db,
         char            *sql)
{
  g_autofree char *owned = sql;
  g_autoptr(GError) error = NULL;

  if (!daybook_database_run (db, owned, &error))
    g_error ("%s", error->message);
}

gint64
crowd_pairs (gint64 n)
{
  return MIN (CROWD_PAIRS, n / 4);
}

static gint64
count_customers (gint64 n)
{
  return n - n / 20;
}

static void
add_customers (DaybookDatabase *db,
               gint64           n)
{
  run_sql (db, g_strdup_printf (
    "WITH RECURSIVE i (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i WHERE n < %1$" G_GINT64_FORMAT ")"
    " INSERT INTO customers (rowid, id, born, name, first_seen) SELECT " FIRST_KEY " + n, randomblob (16), 0, " NAME ", n FROM i",
    n, crowd_pairs (n)));
}

static void
add_contacts (DaybookDatabase *db,
              gint64           n)
{
  run_sql (db, g_strdup_printf (
    NUMBERS " INSERT INTO handles (rowid, id, born, customer, platform, account)"
    " SELECT n, randomblob (16), 0, " FIRST_KEY " + n, 'taobao', '买家' || n FROM i", n));
  run_sql (db, g_strdup_printf (
    "WITH RECURSIVE i (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i WHERE n < %1$" G_GINT64_FORMAT ")"
    " INSERT INTO contacts (rowid, id, born, customer, kind, value)"
    " SELECT 2 * n - 1, randomblob (16), 0, " FIRST_KEY " + n, 0, '13' || printf ('%%09d', " WHO " * 2654435761 %% 1000000000) FROM i"
    " UNION ALL SELECT 2 * n, randomblob (16), 0, " FIRST_KEY " + n, 2, '浙江省 杭州市 西湖区 文化路' || " WHO " || '号' FROM i",
    n, crowd_pairs (n)));
}

/* Nineteen of twenty orders are somebody's first; the twentieth is of one of the few who come back, the newer the
 * oftener. */
static void
add_orders (DaybookDatabase *db,
            gint64           n,
            gint64           now)
{
  run_sql (db, g_strdup_printf (
    NUMBERS " INSERT INTO orders (rowid, id, born, number, customer, stage, refund, created, currency, paid, total, refunded, agent)"
    " SELECT " FIRST_KEY " + n, randomblob (16), 0, 'N' || n,"
    " " FIRST_KEY " + CASE WHEN n %% 20 > 0 THEN n - n / 20 ELSE %" G_GINT64_FORMAT " - (" MIX (7) " %% 1000) * (" MIX (11) " %% 1000) * %" G_GINT64_FORMAT " / 1000000 END,"
    " CASE " MIX (3) " %% 20 WHEN 0 THEN 1 WHEN 1 THEN 6 WHEN 2 THEN 3 ELSE 5 END, 0,"
    " %" G_GINT64_FORMAT " - " MIX (5) " %% (86400 * %d), 'CNY', 2000 + " MIX (13) " %% 30000, 2000 + " MIX (13) " %% 30000, 0, NULL FROM i",
    n, count_customers (n), n / 30, now, DAYS));
}

static DaybookDatabase *
open_database (DaybookStore        *store,
               DaybookDatabaseMode  mode)
{
  g_autoptr(GError) error = NULL;
  DaybookDatabase *db = daybook_database_open (daybook_store_get_path (store), mode, 5000, &error);

  if (db == NULL)
    g_error ("%s", error->message);
  return db;
}

void
crowd_fill (DaybookStore *store,
            gint64        n,
            CrowdKind     kind)
{
  DaybookDatabase *db = open_database (store, DAYBOOK_DATABASE_WRITE);

  if (daybook_database_number (db, "SELECT count (*) FROM orders", 0, NULL) == 0)
    {
      run_sql (db, g_strdup ("PRAGMA cache_size = -1000000")); /* kB: pages are written once */
      run_sql (db, g_strdup ("BEGIN IMMEDIATE"));
      add_customers (db, count_customers (n));
      if (kind == CROWD_CONTACTS)
        add_contacts (db, count_customers (n));
      add_orders (db, n, daybook_store_get_now (store));
      run_sql (db, g_strdup ("COMMIT"));
    }
  daybook_database_close (db);
}

double
crowd_read_raw (DaybookStore *store,
                const char   *sql)
{
  DaybookDatabase *db = open_database (store, DAYBOOK_DATABASE_READ);
  g_autoptr(GError) error = NULL;
  double start = measure_cpu ();

  {
    g_autoptr(DaybookStatement) statement = daybook_database_prepare (db, sql, &error);

    while (statement != NULL && daybook_statement_next (statement, &error))
      continue;
  }
  if (error != NULL)
    g_error ("%s", error->message);

  double seconds = measure_cpu () - start;
  daybook_database_close (db);
  return seconds;
}
