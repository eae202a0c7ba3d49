/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/article.h"
#include "core/phrase.h"
#include "core/row-excerpt.h"
#include "core/terms.h"
#include "measure.h"
#include "store/reader.h"
#include "store/search-file.h"
#include "store/tokenizer.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/*   bench-knowledge FOLDER ARTICLES PHRASES
 *
 * Makes a book with so many articles of 5 kB and so many phrases, types words into the search key by key, and
 * asks for what is nearest to sentences; the times are of the wall, and beside them of the processor. Of what was found
 * the excerpts of a screenful of rows are made, as the list does. Beside each search the same MATCH is put to SQLite itself, on a
 * connection of its own to the same search.db: the first 50 of all words, newest first, which is less than
 * ranking needs. Words are as unlike in how often they occur as in a language: the n-th one has a share of 1/n. */

#define ROUNDS 9
#define BODY_BYTES 5000
#define PHRASE_BYTES 150
#define N_WORDS 20000
#define PER_COMMIT 500
#define HITS 50
#define A_SCREEN 25
#define EXCERPT_CHARS 120
#define NEAR 3

/* What people in the trade write; the first ones are in most articles. */
static const char *const TRADE[] = {
  "退货", "客户", "快递", "换货", "运费", "订单", "评价", "发票", "破损", "补发", "仓库", "签收", "延误", "色差", "尺码",
  "return", "refund", "parcel", "freight", "invoice", "damaged", "exchange", "courier", "review", "promise",
};

static const char *const TYPED[] = { "退货", "发票破损", "运费 退货", "尺", "refund", "invoice damaged", "thlc", "龘靐", "promise" };

static const char *const SENTENCES[] = {
  "亲，我的快递破损了，可以补发吗？订单3801000000000101",
  "客户问发票什么时候开，运费谁承担",
  "衣服尺码不合适，想换货，但是已经过了七天，怎么处理比较好？客户很着急，一直在催",
  "The parcel was damaged and the customer wants a refund, but has lost the invoice",
  "你好",
};

typedef struct
{
  GRand     *dice;
  GPtrArray *words; /* char *, the most frequent first */
} Language;

static void
init_language (Language *language)
{
  language->dice = g_rand_new_with_seed (6);
  language->words = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < N_WORDS; i++)
    {
      char word[13] = "";
      char *end = word;

      if (i % 12 == 0 && i / 12 < G_N_ELEMENTS (TRADE))
        {
          g_ptr_array_add (language->words, g_strdup (TRADE[i / 12]));
          continue;
        }
      for (guint k = 0; k < 2; k++)
        end += g_unichar_to_utf8 ((gunichar) g_rand_int_range (language->dice, 0x4e00, 0x4e00 + 4000), end);
      g_ptr_array_add (language->words, g_strndup (word, (gsize) (end - word)));
    }
}

static void
clear_language (Language *language)
{
  g_rand_free (language->dice);
  g_ptr_array_unref (language->words);
}

/* The n-th word comes with a share of 1/n. */
static const char *
draw_word (Language *language)
{
  double place = exp (g_rand_double (language->dice) * log (N_WORDS)) - 1;

  return g_ptr_array_index (language->words, MIN ((guint) place, N_WORDS - 1));
}

static char *
draw_text (Language *language,
           gsize     bytes)
{
  GString *text = g_string_sized_new (bytes + 16);

  while (text->len < bytes)
    {
      const char *word = draw_word (language);

      if (g_ascii_isalpha (*word))
        g_string_append_printf (text, " %s ", word);
      else
        g_string_append (text, word);
      if (g_rand_int_range (language->dice, 0, 9) == 0)
        g_string_append (text, "。\n");
    }
  return g_string_free (text, FALSE);
}

static void
add_row (DaybookEdit        *edit,
         const DaybookTable *table,
         guint               title,
         guint               text,
         gsize               bytes,
         Language           *language)
{
  g_autofree char *head = draw_text (language, 24);
  g_autofree char *body = draw_text (language, bytes);
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, table, &id);
  daybook_edit_give (edit, title, daybook_value_text (head));
  daybook_edit_give (edit, text, daybook_value_text (body));
}

static void
make_rows (DaybookStore       *store,
           const DaybookTable *table,
           guint               title,
           guint               text,
           gsize               bytes,
           guint               n,
           Language           *language)
{
  for (guint made = 0; made < n;)
    {
      g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_SAMPLE, "Made up", daybook_store_get_agent (store));
      g_autoptr(GError) error = NULL;

      for (guint i = 0; i < PER_COMMIT && made < n; i++, made++)
        add_row (edit, table, title, text, bytes, language);
      g_autoptr(DaybookOutcome) outcome = daybook_store_commit (store, edit, &error);
      if (outcome == NULL)
        g_error ("%s", error->message);
    }
}

/* --- Measuring ------------------------------------------------------------------------------ */

static sqlite3 *
open_raw (DaybookStore *store)
{
  g_autofree char *path = daybook_search_file_path (store);
  g_autoptr(GError) error = NULL;
  sqlite3 *db = NULL;

  if (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK || !daybook_tokenizer_register (db, &error))
    g_error ("%s cannot be opened", path);
  return db;
}

/* One look of FTS5 for all words, in milliseconds. */
static double
look_raw (sqlite3_stmt *statement,
          const char   *typed)
{
  g_autoptr(GPtrArray) terms = daybook_terms_parse (typed);
  g_autoptr(GString) match = g_string_new (NULL);
  double start;

  for (guint i = 0; i < terms->len; i++)
    {
      const DaybookTerm *term = g_ptr_array_index (terms, i);

      g_string_append_printf (match, "%s\"%s\"%s", i > 0 ? " AND " : "", term->text, term->kinds & DAYBOOK_TERM_BY_PREFIX ? " *" : "");
    }
  if (match->len == 0)
    return 0;

  start = measure_now ();
  sqlite3_bind_text (statement, 1, match->str, -1, SQLITE_STATIC);
  while (sqlite3_step (statement) == SQLITE_ROW)
    continue;
  sqlite3_reset (statement);
  return (measure_now () - start) * 1000;
}

static double
look (DaybookReader      *reader,
      const DaybookTable *table,
      const char         *typed,
      guint              *n_hits,
      double             *cpu_ms)
{
  g_autoptr(GError) error = NULL;
  double start = measure_now (), start_cpu = measure_cpu ();
  g_autoptr(GArray) hits = daybook_reader_search (reader, table, typed, HITS, &error);

  if (hits == NULL)
    g_error ("%s: %s", typed, error->message);
  *n_hits = hits->len;
  *cpu_ms = (measure_cpu () - start_cpu) * 1000;
  return (measure_now () - start) * 1000;
}

/* Milliseconds of the processor for the excerpts of the first rows that are found. */
static double
excerpt_screen (DaybookReader      *reader,
                const DaybookTable *table,
                const char         *typed)
{
  g_autoptr(GArray) hits = daybook_reader_search (reader, table, typed, A_SCREEN, NULL);
  g_autoptr(GPtrArray) rows = daybook_reader_rows (reader, table, (const gint64 *) (void *) hits->data, hits->len, NULL);
  g_autoptr(GPtrArray) terms = daybook_terms_parse (typed);
  double start = measure_cpu ();

  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr(GArray) matches = daybook_row_title_matches (g_ptr_array_index (rows, i), terms);
      g_autoptr(DaybookExcerpt) excerpt = daybook_row_excerpt (g_ptr_array_index (rows, i), terms, EXCERPT_CHARS);

      g_assert_true (matches != NULL && excerpt != NULL);
    }
  return (measure_cpu () - start) * 1000;
}

/* Every key of one text; the two take turns. */
static void
measure_typed (DaybookReader      *reader,
               const DaybookTable *table,
               sqlite3_stmt       *raw,
               const char         *text)
{
  g_autoptr(GArray) ours = measure_series ();
  g_autoptr(GArray) theirs = measure_series ();
  g_autoptr(GArray) cpu = measure_series ();
  g_autoptr(GArray) excerpts = measure_series ();
  g_autofree char *name = g_strdup_printf ("%s: %s", table->plural, text);
  guint n_hits = 0;

  for (const char *p = text; *p != '\0';)
    {
      p = g_utf8_next_char (p);
      g_autofree char *typed = g_strndup (text, (gsize) (p - text));
      g_autoptr(GArray) our_rounds = measure_series ();
      g_autoptr(GArray) their_rounds = measure_series ();
      g_autoptr(GArray) cpu_rounds = measure_series ();
      double cpu_ms = 0;

      for (guint i = 0; i < ROUNDS; i++)
        {
          measure_add (their_rounds, look_raw (raw, typed));
          measure_add (our_rounds, look (reader, table, typed, &n_hits, &cpu_ms));
          measure_add (cpu_rounds, cpu_ms);
        }
      measure_add (ours, measure_quantile (our_rounds, 0.5));
      measure_add (theirs, measure_quantile (their_rounds, 0.5));
      measure_add (cpu, measure_quantile (cpu_rounds, 0.5));
      measure_add (excerpts, excerpt_screen (reader, table, typed));
    }

  measure_print (name, "hits_of_last", (double) n_hits, "slowest_key_ms", measure_quantile (ours, 1),
                 "median_key_ms", measure_quantile (ours, 0.5), "slowest_key_cpu_ms", measure_quantile (cpu, 1),
                 "raw_slowest_key_ms", measure_quantile (theirs, 1), "raw_median_key_ms", measure_quantile (theirs, 0.5),
                 "excerpts_ms", measure_quantile (excerpts, 1), NULL);
}

static void
measure_near (DaybookReader      *reader,
              const DaybookTable *table)
{
  const DaybookNearBy by = { DAYBOOK_LANGUAGE_ANY, NULL, NULL, NULL };
  g_autofree char *name = g_strdup_printf ("nearest %s", table->plural);
  g_autoptr(GArray) medians = measure_series ();
  g_autoptr(GArray) cpu = measure_series ();
  guint n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (SENTENCES); i++)
    {
      g_autoptr(GArray) rounds = measure_series ();
      g_autoptr(GArray) cpu_rounds = measure_series ();

      for (guint k = 0; k < ROUNDS; k++)
        {
          g_autoptr(GError) error = NULL;
          double start = measure_now (), start_cpu = measure_cpu ();
          g_autoptr(GArray) near = daybook_reader_nearest (reader, table, SENTENCES[i], &by, NEAR, &error);

          if (near == NULL)
            g_error ("%s", error->message);
          measure_add (rounds, (measure_now () - start) * 1000);
          measure_add (cpu_rounds, (measure_cpu () - start_cpu) * 1000);
          n += near->len;
        }
      measure_add (medians, measure_quantile (rounds, 0.5));
      measure_add (cpu, measure_quantile (cpu_rounds, 0.5));
    }

  measure_print (name, "slowest_ms", measure_quantile (medians, 1), "median_ms", measure_quantile (medians, 0.5), "slowest_cpu_ms", measure_quantile (cpu, 1),
                 "found", (double) n / ROUNDS, NULL);
}

static void
measure_table (DaybookStore       *store,
               const DaybookTable *table)
{
  DaybookReader *reader = daybook_store_get_reader (store);
  g_autofree char *sql = g_strdup_printf ("SELECT rowid FROM %1$s_words WHERE %1$s_words MATCH ?1 ORDER BY rowid DESC LIMIT %2$d",
                                          table->plural, HITS);
  sqlite3 *db = open_raw (store);
  sqlite3_stmt *raw = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &raw, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  for (gsize i = 0; i < G_N_ELEMENTS (TYPED); i++)
    measure_typed (reader, table, raw, TYPED[i]);
  measure_near (reader, table);
  sqlite3_finalize (raw);
  sqlite3_close (db);
}

int
main (int    argc,
      char **argv)
{
  Language language;
  double start;

  if (argc != 4)
    g_error ("Usage: bench-knowledge FOLDER ARTICLES PHRASES");

  g_autoptr(DaybookStore) store = measure_open (argv[1]);

  init_language (&language);
  start = measure_now ();
  make_rows (store, &daybook_articles, DAYBOOK_ARTICLE_TITLE, DAYBOOK_ARTICLE_BODY, BODY_BYTES, (guint) atoi (argv[2]), &language);
  make_rows (store, &daybook_phrases, DAYBOOK_PHRASE_TITLE, DAYBOOK_PHRASE_TEXT, PHRASE_BYTES, (guint) atoi (argv[3]), &language);
  daybook_store_settle (store);
  measure_print ("making", "seconds", measure_now () - start, NULL);
  clear_language (&language);

  measure_table (store, &daybook_articles);
  measure_table (store, &daybook_phrases);
  return 0;
}
