/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/order.h"
#include "measure.h"
#include "store/reader.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

/*   bench-save FOLDER SCRATCH
 *
 * What saving one note costs, from the click to the disk, against one SQLite
 * transaction that writes the same four rows (act, operation, field, order) into
 * plain copies of the book's tables in the new database SCRATCH: WAL and
 * synchronous=FULL as the book has it, prepared statements, nothing read. The two
 * take turns, so that the disk is the same for both. */

#define ROUNDS 200
#define PAUSE_US (10 * 1000)

/* --- Counting the syncs ------------------------------------------------- */

static int syncs_of_book; /* atomic */

/* What SQLite calls instead of the C library's. The search index, which may
 * wait, is not counted. */
static void
count_sync (int fd)
{
  char link[64], path[4096];

  g_snprintf (link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink (link, path, sizeof path - 1);
  if (length <= 0)
    return;

  path[length] = '\0';
  if (strstr (path, "/daybook.db") != NULL)
    g_atomic_int_inc (&syncs_of_book);
}

int
fsync (int fd)
{
  count_sync (fd);
  return (int) syscall (SYS_fsync, fd);
}

int
fdatasync (int fd)
{
  count_sync (fd);
  return (int) syscall (SYS_fdatasync, fd);
}

/* --- Daybook ------------------------------------------------------------ */

/* The keys of as many orders as there are rounds. */
static GArray *
choose_orders (DaybookStore *store)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_orders);
  g_autoptr(GArray) keys = daybook_reader_keys (daybook_store_get_reader (store), query, 0, &error);
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (keys == NULL || keys->len == 0)
    g_error ("No orders to write notes on: %s", error != NULL ? error->message : "the book is empty");

  for (guint i = 0; i < ROUNDS; i++)
    g_array_append_val (chosen, g_array_index (keys, gint64, (guint64) i * keys->len / ROUNDS));
  return chosen;
}

static double
save_in_book (DaybookStore *store,
              gint64        key,
              const char   *note)
{
  g_autoptr(GError) error = NULL;
  DaybookId id;

  if (!daybook_reader_id (daybook_store_get_reader (store), &daybook_orders, key, &id, &error))
    g_error ("%s", error->message);

  double start = measure_now ();
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Set note", daybook_store_get_agent (store));
  daybook_edit_set (edit, &daybook_orders, &id, DAYBOOK_ORDER_NOTE, daybook_value_text (note));
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (store, edit, &error);
  double end = measure_now ();

  if (outcome == NULL || outcome->n_changes != 1)
    g_error ("%s", error != NULL ? error->message : "The note was not saved.");
  return (end - start) * 1000;
}

/* --- SQLite itself ------------------------------------------------------ */

enum
{
  BEGIN,
  ACT,
  OP,
  FIELD_OP,
  ORDER,
  COMMIT,
  N_STATEMENTS,
};

static const char *const STATEMENTS[N_STATEMENTS] = {
  [BEGIN] = "BEGIN IMMEDIATE",
  [ACT] = "INSERT INTO acts (id, device, agent, hlc, kind, state, size, title)"
          " VALUES (randomblob (16), 1, randomblob (16), 1, 0, 0, 1, 'Set note')",
  [OP] = "INSERT INTO ops (act, kind, tbl, row, field, value, base, state)"
         " VALUES (last_insert_rowid (), 1, 'order', ?1, 'note', ?2, 1, 0)",
  [FIELD_OP] = "INSERT INTO field_ops (tbl, row, field, op) VALUES ('order', ?1, 'note', last_insert_rowid ())"
               " ON CONFLICT (tbl, row, field) DO UPDATE SET op = excluded.op",
  [ORDER] = "UPDATE orders SET note = ?2 WHERE rowid = ?1",
  [COMMIT] = "COMMIT",
};

typedef struct
{
  sqlite3      *db;
  sqlite3_stmt *statements[N_STATEMENTS];
} Plain;

static void
run (sqlite3    *db,
     const char *sql)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
}

/* Makes each of the book's tables that an edit writes, with its indexes, and
 * fills them. */
static void
copy_tables (sqlite3 *db)
{
  static const char *const TABLES[] = { "acts", "ops", "field_ops", "orders" };
  static const char SCHEMA[] =
    "SELECT sql FROM book.sqlite_schema WHERE tbl_name = ?1 AND sql IS NOT NULL ORDER BY type DESC";

  for (gsize i = 0; i < G_N_ELEMENTS (TABLES); i++)
    {
      g_autofree char *fill = g_strdup_printf ("INSERT INTO main.%s SELECT * FROM book.%s", TABLES[i], TABLES[i]);
      sqlite3_stmt *schema = NULL;

      if (sqlite3_prepare_v2 (db, SCHEMA, -1, &schema, NULL) != SQLITE_OK)
        g_error ("%s", sqlite3_errmsg (db));
      sqlite3_bind_text (schema, 1, TABLES[i], -1, SQLITE_STATIC);
      while (sqlite3_step (schema) == SQLITE_ROW)
        run (db, (const char *) sqlite3_column_text (schema, 0));
      sqlite3_finalize (schema);
      run (db, fill);
    }
}

static void
open_plain (Plain      *plain,
            const char *path,
            const char *book)
{
  if (sqlite3_open (path, &plain->db) != SQLITE_OK)
    g_error ("%s: %s", path, sqlite3_errmsg (plain->db));

  char *quoted = sqlite3_mprintf ("ATTACH %Q AS book", book);
  run (plain->db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536");
  run (plain->db, quoted);
  sqlite3_free (quoted);
  run (plain->db, "BEGIN");
  copy_tables (plain->db);
  run (plain->db, "COMMIT; DETACH book; PRAGMA wal_checkpoint (TRUNCATE)");

  for (guint i = 0; i < N_STATEMENTS; i++)
    if (sqlite3_prepare_v2 (plain->db, STATEMENTS[i], -1, &plain->statements[i], NULL) != SQLITE_OK)
      g_error ("%s: %s", STATEMENTS[i], sqlite3_errmsg (plain->db));
}

static double
save_plain (Plain      *plain,
            gint64      key,
            const char *note)
{
  double start = measure_now ();

  for (guint i = 0; i < N_STATEMENTS; i++)
    {
      sqlite3_stmt *statement = plain->statements[i];

      if (sqlite3_bind_parameter_count (statement) > 0)
        sqlite3_bind_int64 (statement, 1, key);
      if (sqlite3_bind_parameter_count (statement) > 1)
        sqlite3_bind_text (statement, 2, note, -1, SQLITE_STATIC);
      if (sqlite3_step (statement) != SQLITE_DONE)
        g_error ("%s: %s", STATEMENTS[i], sqlite3_errmsg (plain->db));
      sqlite3_reset (statement);
    }

  return (measure_now () - start) * 1000;
}

static void
close_plain (Plain *plain)
{
  for (guint i = 0; i < N_STATEMENTS; i++)
    sqlite3_finalize (plain->statements[i]);
  sqlite3_close (plain->db);
}

/* --- Taking turns ------------------------------------------------------- */

static void
bench_save (DaybookStore *store,
            Plain        *plain)
{
  g_autoptr(GArray) orders = choose_orders (store);
  g_autoptr(GArray) ours = measure_series ();
  g_autoptr(GArray) theirs = measure_series ();
  g_autoptr(GArray) syncs = measure_series ();

  for (guint i = 0; i < orders->len; i++)
    {
      gint64 key = g_array_index (orders, gint64, i);
      g_autofree char *note = g_strdup_printf ("已联系买家，明早答复 %u", i);
      int before = g_atomic_int_get (&syncs_of_book);

      measure_add (ours, save_in_book (store, key, note));
      measure_add (syncs, g_atomic_int_get (&syncs_of_book) - before);
      g_usleep (PAUSE_US);
      measure_add (theirs, save_plain (plain, key, note));
      g_usleep (PAUSE_US);
    }

  measure_print ("save", "count", (double) ours->len, "median_ms", measure_quantile (ours, 0.5),
                 "p99_ms", measure_quantile (ours, 0.99), "max_ms", measure_quantile (ours, 1),
                 "plain_median_ms", measure_quantile (theirs, 0.5), "plain_p99_ms", measure_quantile (theirs, 0.99),
                 "syncs", measure_quantile (syncs, 0.5), "syncs_max", measure_quantile (syncs, 1), NULL);
}

int
main (int    argc,
      char **argv)
{
  if (argc != 3)
    {
      g_printerr ("usage: bench-save FOLDER SCRATCH\n");
      return EXIT_FAILURE;
    }

  g_autoptr(DaybookStore) store = measure_open (argv[1]);
  Plain plain = { 0 };

  daybook_store_settle (store);
  open_plain (&plain, argv[2], daybook_store_get_path (store));
  bench_save (store, &plain);
  close_plain (&plain);

  return EXIT_SUCCESS;
}
