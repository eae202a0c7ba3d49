/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/order.h"
#include "core/terms.h"
#include "measure.h"
#include "store/document.h"
#include "store/reader.h"
#include "store/search-file.h"
#include "store/tokenizer.h"

#include <stdlib.h>
#include <string.h>

/*   bench-search FOLDER
 *
 * Types words into the search box of a book, key by key, and measures what each
 * key costs until its first hits are known. Beside it, at every key, the same
 * MATCH is put to SQLite itself, on a connection of its own to the same
 * search.db: in each of the three indexes that the word can stand in, and for
 * the end of a phone number in the table of those. */

#define ROUNDS 15
#define HITS 50

typedef struct
{
  const char *name;
  GPtrArray  *texts; /* char *, each typed key by key */
} Kind;

/* What stands in the made-up orders as often as its heading says (make-orders.c). */
static const struct
{
  const char *name;
  const char *texts[4];
} FIXED[] = {
  { "frequent", { "连衣裙", "保温杯", "双肩包" } },
  { "absent", { "龘靐", "红酒杯垫" } },
  { "one character", { "裙", "王", "海" } },
  { "two characters", { "毛衣", "广陵", "核对" } },
  { "pinyin initials", { "zw", "lqy", "mjc" } },
  { "two words", { "连衣裙 王", "东莞 毛衣", "黑色 李伟" } },
  { "two words, seldom together", { "核对 龘靐", "广陵 红酒杯垫", "加急 毛衣" } },
  { "a word and a name", { "毛衣 zhangwei", "东莞 lqy" } },
  { "a word and a number", { "毛衣 8000", "双肩包 2690" } },
  { "Latin prefix", { "sf1", "zhoul", "wang" } },
};

typedef struct
{
  sqlite3      *db;
  sqlite3_stmt *words;
  sqlite3_stmt *names;
  sqlite3_stmt *numbers;
} Raw;

/* --- SQLite itself ------------------------------------------------------ */

static sqlite3_stmt *
prepare (sqlite3    *db,
         const char *sql)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  return statement;
}

static void
open_raw (Raw        *raw,
          const char *path)
{
  g_autoptr(GError) error = NULL;

  if (sqlite3_open_v2 (path, &raw->db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
    g_error ("%s: %s", path, sqlite3_errmsg (raw->db));
  if (!daybook_tokenizer_register (raw->db, &error))
    g_error ("%s", error->message);

#define MATCH(table) "SELECT rowid FROM " table " WHERE " table " MATCH ?1 ORDER BY rowid DESC LIMIT 50"
  raw->words = prepare (raw->db, MATCH ("orders_words"));
  raw->names = prepare (raw->db, MATCH ("orders_names"));
  raw->numbers = prepare (raw->db, MATCH ("orders_numbers"));
}

static void
close_raw (Raw *raw)
{
  sqlite3_finalize (raw->words);
  sqlite3_finalize (raw->names);
  sqlite3_finalize (raw->numbers);
  sqlite3_close (raw->db);
}

/* One term as FTS5 is asked for it; what is typed here holds no quotes. */
static char *
expression_of (const DaybookTerm *term,
               DaybookTermKinds   way)
{
  switch (way)
    {
    case DAYBOOK_TERM_WORDS:
      return g_strdup_printf ("\"%s\"%s", term->text, term->kinds & DAYBOOK_TERM_BY_PREFIX ? " *" : "");
    case DAYBOOK_TERM_PINYIN:
      return g_strdup_printf ("\"%s\" *", term->text);
    case DAYBOOK_TERM_NUMBER:
      return g_strdup_printf ("\"%s\"", term->number);
    default:
      g_assert_not_reached ();
    }
}

/* All terms in one index, or NULL when one of them cannot stand in it. */
static char *
match_of (GPtrArray        *terms,
          DaybookTermKinds  way)
{
  g_autoptr(GString) match = g_string_new (NULL);

  for (guint i = 0; i < terms->len; i++)
    {
      const DaybookTerm *term = g_ptr_array_index (terms, i);

      if ((term->kinds & way) == 0)
        return NULL;
      g_autofree char *expression = expression_of (term, way);
      g_string_append_printf (match, "%s%s", i > 0 ? " AND " : "", expression);
    }

  return g_strdup (match->str);
}

/* The milliseconds of one statement, 0 when there is nothing to ask. */
static double
run_raw (sqlite3_stmt *statement,
         const char   *match)
{
  double start = measure_now ();
  int code;

  if (match == NULL)
    return 0;

  sqlite3_bind_text (statement, 1, match, -1, SQLITE_STATIC);
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    continue;
  if (code != SQLITE_DONE)
    g_error ("%s: %s", match, sqlite3_errmsg (sqlite3_db_handle (statement)));
  sqlite3_reset (statement);

  return (measure_now () - start) * 1000;
}

static double
search_raw (Raw        *raw,
            const char *typed)
{
  g_autoptr(GPtrArray) terms = daybook_terms_parse (typed);
  g_autofree char *words = match_of (terms, DAYBOOK_TERM_WORDS);
  g_autofree char *names = match_of (terms, DAYBOOK_TERM_PINYIN);
  g_autofree char *numbers = match_of (terms, DAYBOOK_TERM_NUMBER);
  const DaybookTerm *first = terms->len == 1 ? g_ptr_array_index (terms, 0) : NULL;
  gboolean is_tail = first != NULL && (first->kinds & DAYBOOK_TERM_PHONE_TAIL) != 0;
  g_autofree char *tail = is_tail ? daybook_tail_key (first->digits) : NULL;
  g_autofree char *tails = tail != NULL ? g_strdup_printf ("\"%s\"", tail) : NULL;

  if (terms->len == 0)
    return 0;

  return run_raw (raw->words, words) + run_raw (raw->names, names) + run_raw (raw->numbers, numbers)
         + run_raw (raw->numbers, tails);
}

/* --- Daybook ------------------------------------------------------------ */

static double
search_book (DaybookReader *reader,
             const char    *typed,
             guint         *n_hits)
{
  g_autoptr(GError) error = NULL;
  double start = measure_now ();
  g_autoptr(GArray) hits = daybook_reader_search (reader, &daybook_orders, typed, HITS, &error);

  if (hits == NULL)
    g_error ("%s: %s", typed, error->message);
  *n_hits = hits->len;
  return (measure_now () - start) * 1000;
}

/* --- Kinds of words ----------------------------------------------------- */

typedef struct
{
  GArray *ours;   /* every search, in milliseconds */
  GArray *theirs;
  double  our_sum;   /* of the medians of each key: no hiccup of the machine counts */
  double  their_sum;
  guint   n_keys;
  guint   n_hits;    /* of the last key */
} Times;

static void
add_all (GArray *series,
         GArray *more)
{
  g_array_append_vals (series, more->data, more->len);
}

/* One key. The two take turns in going first. */
static void
bench_key (DaybookReader *reader,
           Raw           *raw,
           const char    *typed,
           Times         *times)
{
  g_autoptr(GArray) ours = measure_series ();
  g_autoptr(GArray) theirs = measure_series ();

  for (guint i = 0; i < ROUNDS; i++)
    {
      if (i % 2 == 0)
        measure_add (theirs, search_raw (raw, typed));
      measure_add (ours, search_book (reader, typed, &times->n_hits));
      if (i % 2 != 0)
        measure_add (theirs, search_raw (raw, typed));
    }

  add_all (times->ours, ours);
  add_all (times->theirs, theirs);
  times->our_sum += measure_quantile (ours, 0.5);
  times->their_sum += measure_quantile (theirs, 0.5);
  times->n_keys++;
}

static void
bench_kind (DaybookReader *reader,
            Raw           *raw,
            const Kind    *kind)
{
  g_autoptr(GArray) ours = measure_series ();
  g_autoptr(GArray) theirs = measure_series ();
  Times times = { .ours = ours, .theirs = theirs };

  for (guint i = 0; i < kind->texts->len; i++)
    {
      const char *text = g_ptr_array_index (kind->texts, i);

      for (const char *p = text; *p != '\0';)
        {
          p = g_utf8_next_char (p);
          g_autofree char *typed = g_strndup (text, (gsize) (p - text));
          bench_key (reader, raw, typed, &times);
        }
    }

  measure_print (kind->name, "keys", (double) times.n_keys, "hits_of_last", (double) times.n_hits,
                 "median_ms", measure_quantile (ours, 0.5), "p99_ms", measure_quantile (ours, 0.99),
                 "max_ms", measure_quantile (ours, 1), "raw_median_ms", measure_quantile (theirs, 0.5),
                 "raw_p99_ms", measure_quantile (theirs, 0.99), "raw_max_ms", measure_quantile (theirs, 1),
                 "sum_ms", times.our_sum, "raw_sum_ms", times.their_sum, NULL);
}

static Kind *
kind_new (const char *name)
{
  Kind *kind = g_new0 (Kind, 1);

  kind->name = name;
  kind->texts = g_ptr_array_new_with_free_func (g_free);
  return kind;
}

static void
kind_free (gpointer data)
{
  Kind *kind = data;

  g_ptr_array_unref (kind->texts);
  g_free (kind);
}

/* The end of a text, as a person reads it out. */
static char *
tail_of (const char *text,
         gsize       n)
{
  gsize length = strlen (text);

  return g_strdup (length > n ? text + length - n : text);
}

/* What only the book itself knows: of some of its orders the buyer's nick, which
 * few share, the middle of the number and the end of the phone number. */
static void
add_from_book (DaybookReader *reader,
               GPtrArray     *kinds)
{
  static const guint PLACES[] = { 1, 3, 5, 7 }; /* tenths of the list */
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_orders);
  g_autoptr(GArray) keys = daybook_reader_keys (reader, query, 0, &error);
  Kind *rare = kind_new ("rare"), *part = kind_new ("part of a number"), *tail = kind_new ("phone tail");

  for (gsize i = 0; keys != NULL && keys->len > 0 && i < G_N_ELEMENTS (PLACES); i++)
    {
      gint64 key = g_array_index (keys, gint64, keys->len / 10 * PLACES[i]);
      g_autoptr(DaybookRow) row = daybook_reader_row (reader, &daybook_orders, key, &error);

      if (row == NULL)
        break;
      g_ptr_array_add (rare->texts, g_strdup (daybook_row_text (row, DAYBOOK_ORDER_BUYER)));
      g_ptr_array_add (part->texts, tail_of (daybook_row_text (row, DAYBOOK_ORDER_NUMBER), 9));
      g_ptr_array_add (tail->texts, tail_of (daybook_row_text (row, DAYBOOK_ORDER_PHONE), 4));
    }

  if (error != NULL || rare->texts->len == 0)
    g_error ("No orders to search for: %s", error != NULL ? error->message : "the book is empty");
  g_ptr_array_add (kinds, rare);
  g_ptr_array_add (kinds, part);
  g_ptr_array_add (kinds, tail);
}

static GPtrArray *
list_kinds (DaybookReader *reader)
{
  GPtrArray *kinds = g_ptr_array_new_with_free_func (kind_free);

  for (gsize i = 0; i < G_N_ELEMENTS (FIXED); i++)
    {
      Kind *kind = kind_new (FIXED[i].name);

      for (gsize k = 0; k < G_N_ELEMENTS (FIXED[i].texts) && FIXED[i].texts[k] != NULL; k++)
        g_ptr_array_add (kind->texts, g_strdup (FIXED[i].texts[k]));
      g_ptr_array_add (kinds, kind);
    }

  add_from_book (reader, kinds);
  return kinds;
}

int
main (int    argc,
      char **argv)
{
  if (argc != 2)
    {
      g_printerr ("usage: bench-search FOLDER\n");
      return EXIT_FAILURE;
    }

  g_autoptr(DaybookStore) store = measure_open (argv[1]);
  DaybookReader *reader = daybook_store_get_reader (store);
  g_autofree char *path = daybook_search_file_path (store);
  Raw raw = { 0 };

  daybook_store_settle (store);
  open_raw (&raw, path);
  g_autoptr(GPtrArray) kinds = list_kinds (reader);
  for (guint i = 0; i < kinds->len; i++)
    bench_kind (reader, &raw, g_ptr_array_index (kinds, i));
  close_raw (&raw);

  return EXIT_SUCCESS;
}
