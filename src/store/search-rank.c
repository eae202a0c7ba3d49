/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/search-rank.h"

#include "core/article.h"
#include "core/kin-words.h"
#include "core/phrase.h"
#include "core/place-list.h"
#include "core/tokens.h"
#include "store/reader-private.h"
#include "store/search-expression.h"

#include <math.h>
#include <string.h>

enum
{
  MOST_HITS = 300,       /* of one look: the newest ones of a word that is everywhere */
  MOST_WORDS = 32,       /* that a question is known by */
  MOST_MATTERS = 6,     /* that it is about, in whatever words */
  MOST_USES = 256,       /* more of them is often, and no more than that */
  MOST_WEIGHED = 32,     /* of what is near: the rest was far behind */
  SHORTEST_STEM = 4,     /* letters: a word's ending may be another in the article */
  FEWEST_ROWS = 50,      /* of fewer no word is rare */
  LONGEST_NUMBER = 5,    /* digits: a longer one is an order's, not a word */
};

/* What a hit is worth by where the words stand. */
#define WORTH_HEAD 8.0
#define WORTH_NAME 4.0
#define WORTH_TEXT 1.0

/* Of a question that is near: a word in the head, beside one in the text. */
#define HEAD_SHARE 2.5
/* ... and one that means the same as what is said. */
#define KIN_SHARE 0.8
/* Less than that share of what a word in a single row weighs is chance. */
#define NEAR_ENOUGH 0.5
/* In a long text many words stand by chance: how far its length counts, as in BM25. */
#define LENGTH_SHARE 0.25
/* It is in another language than is asked for. */
#define OTHER_LANGUAGE 0.6

#define USES_OF(field) \
  "(SELECT count (*) FROM (SELECT 1 FROM uses u WHERE u." field " = t.rowid AND u.deleted = 0 AND u.verdict <> 2 LIMIT :most))"

/* A row's use, state (0: at hand), language, whose own it is, where it belongs, and how long its text is. */
static const char ARTICLE_STANDING[] =
  "SELECT " USES_OF ("article") ", t.state, t.language, NULL, t.registers, length (t.body) FROM articles t WHERE t.rowid = :row AND t.deleted = 0";
/* Of an article that is found by all words: what stands behind its body is read only by way of all of that. */
static const char ARTICLE_USE[] =
  "SELECT " USES_OF ("article") ", t.state, t.language FROM articles t WHERE t.rowid = :row AND t.deleted = 0";
static const char PHRASE_STANDING[] =
  "SELECT " USES_OF ("phrase") ", t.retired, t.language, a.id, t.registers, length (t.text)"
  " FROM phrases t LEFT JOIN agents a ON a.rowid = t.agent WHERE t.rowid = :row AND t.deleted = 0";

/* --- Weighing ----------------------------------------------------------------------------- */

/* gint64 → double, how much each row is worth so far. */
static void
add_worth (GHashTable *worths,
           gint64      row,
           double      worth)
{
  double *sum = g_hash_table_lookup (worths, &row);

  if (sum != NULL)
    *sum += worth;
  else
    g_hash_table_insert (worths, g_memdup2 (&row, sizeof row), g_memdup2 (&worth, sizeof worth));
}

static GHashTable *
new_worths (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
}

/* The newest rows of an index in which the expression is found. */
static GArray *
look (DaybookReader  *reader,
      const char     *table,
      const char     *expression,
      GError        **error)
{
  g_autoptr(DaybookSelect) select = daybook_select_new ();
  g_autoptr(DaybookStatement) statement = NULL;

  g_string_append_printf (select->sql, "SELECT h.rowid FROM search.%s h WHERE h.%s MATCH ", table, table);
  daybook_select_bind (select, daybook_value_text (expression));
  g_string_append_printf (select->sql, " ORDER BY rowid DESC LIMIT %d", MOST_HITS);
  statement = daybook_select_prepare (select, reader->db, error);
  return statement != NULL ? daybook_statement_keys (statement, error) : NULL;
}

static gboolean
add_look (DaybookReader  *reader,
          const char     *table,
          const char     *expression,
          double          worth,
          GHashTable     *worths,
          GError        **error)
{
  g_autoptr(GArray) hits = expression != NULL ? look (reader, table, expression, error) : NULL;

  for (guint i = 0; hits != NULL && i < hits->len; i++)
    add_worth (worths, g_array_index (hits, gint64, i), worth);
  return expression == NULL || hits != NULL;
}

typedef struct
{
  gint64 row;
  double worth;
  double length; /* of its text, once it is near */
} Weighed;

static int
compare_worths (gconstpointer a,
                gconstpointer b)
{
  const Weighed *first = a, *second = b;

  if (first->worth > second->worth || first->worth < second->worth)
    return first->worth > second->worth ? -1 : 1;

  return first->row > second->row ? -1 : first->row < second->row;
}

static GArray *
list_worths (GHashTable *worths)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Weighed));
  GHashTableIter iter;
  gpointer row, worth;

  g_hash_table_iter_init (&iter, worths);
  while (g_hash_table_iter_next (&iter, &row, &worth))
    {
      const Weighed weighed = { *(gint64 *) row, *(double *) worth, 0 };

      g_array_append_val (list, weighed);
    }

  g_array_sort (list, compare_worths);
  return list;
}

static DaybookStatement *
prepare_standing (DaybookReader  *reader,
                  const char     *sql,
                  GError        **error)
{
  DaybookStatement *statement = daybook_database_prepare (reader->db, sql, error);

  if (statement != NULL)
    daybook_bind_int (statement, ":most", MOST_USES);
  return statement;
}

/* FALSE: the row is there no more, or on error. */
static gboolean
read_standing (DaybookStatement  *standing,
               gint64             row,
               GError           **error)
{
  sqlite3_reset (standing);
  daybook_bind_int (standing, ":row", row);
  return daybook_statement_next (standing, error);
}

/* --- What all terms find -------------------------------------------------------------------- */

static gboolean
weigh_hits (DaybookReader             *reader,
            const DaybookSearchPlace  *place,
            GArray                    *list,
            GError                   **error)
{
  g_autoptr(DaybookStatement) standing = prepare_standing (reader, place->table == &daybook_articles ? ARTICLE_USE : PHRASE_STANDING, error);
  DaybookLanguage here = daybook_language_here ();
  GError *local = NULL;

  for (guint i = 0; standing != NULL && i < list->len && local == NULL; i++)
    {
      Weighed *hit = &g_array_index (list, Weighed, i);

      if (!read_standing (standing, hit->row, &local))
        continue;
      hit->worth += log1p (sqlite3_column_double (standing, 0));
      hit->worth += sqlite3_column_int (standing, 2) == (int) here;
      /* What is retired is found, but last. */
      if (sqlite3_column_int (standing, 1) != 0)
        hit->worth -= WORTH_HEAD + WORTH_NAME + WORTH_TEXT;
    }

  if (local != NULL)
    g_propagate_error (error, local);
  return standing != NULL && local == NULL;
}

GArray *
daybook_search_rank (DaybookReader             *reader,
                     const DaybookSearchPlace  *place,
                     GPtrArray                 *terms,
                     GError                   **error)
{
  g_autofree char *words = daybook_expression_words (terms);
  g_autofree char *names = daybook_expression_names (terms);
  g_autoptr(GHashTable) worths = new_worths ();
  g_autoptr(GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GArray) list = NULL;

  if (!add_look (reader, place->heads, words, WORTH_HEAD, worths, error)
      || !add_look (reader, place->names, names, WORTH_NAME, worths, error)
      || !add_look (reader, place->words, words, WORTH_TEXT, worths, error))
    return NULL;

  list = list_worths (worths);
  if (!weigh_hits (reader, place, list, error))
    return NULL;

  g_array_sort (list, compare_worths);
  for (guint i = 0; i < list->len; i++)
    g_array_append_val (keys, g_array_index (list, Weighed, i).row);
  return g_steal_pointer (&keys);
}

void
daybook_keys_append_new (GArray *keys,
                         GArray *more)
{
  g_autoptr(GHashTable) known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < keys->len; i++)
    g_hash_table_add (known, g_memdup2 (&g_array_index (keys, gint64, i), sizeof (gint64)));
  for (guint i = 0; i < more->len; i++)
    if (!g_hash_table_contains (known, &g_array_index (more, gint64, i)))
      g_array_append_val (keys, g_array_index (more, gint64, i));
}

/* --- What is near to a question -------------------------------------------------------------- */

/* The words that a question is known by, each once. */
typedef struct
{
  GPtrArray  *words; /* char *, folded */
  GHashTable *known; /* those; not owned */
} WordList;

static gboolean
is_number (const char *token,
           gsize       n)
{
  gsize digits = 0;

  while (digits < n && g_ascii_isdigit (token[digits]))
    digits++;
  return digits == n;
}

/* One letter or character alone says nothing, nor do words that stand in any question, nor the number of an order. */
static int
add_word (const char *token,
          gsize       n,
          gsize       start,
          gsize       end,
          gpointer    data)
{
  WordList *list = data;
  g_autofree char *word = g_strndup (token, n);

  if (g_utf8_strlen (word, -1) < 2 || (is_number (token, n) && n > LONGEST_NUMBER) || daybook_word_is_idle (word)
      || g_hash_table_contains (list->known, word))
    return 0;

  g_hash_table_add (list->known, word);
  g_ptr_array_add (list->words, g_steal_pointer (&word));
  return list->words->len >= MOST_WORDS;
}

static GPtrArray *
list_words (const char *text)
{
  WordList list = { g_ptr_array_new_with_free_func (g_free), g_hash_table_new (g_str_hash, g_str_equal) };

  daybook_tokens_foreach (text, strlen (text), DAYBOOK_TOKENS_TEXT, add_word, &list);
  g_hash_table_unref (list.known);
  return list.words;
}

/* A Latin word without its ending: returned, returns → return. */
static char *
stem_of (const char *word)
{
  static const char *const ENDINGS[] = { "ing", "ed", "es", "s" };

  for (guint i = 0; g_ascii_isalpha (word[0]) && i < G_N_ELEMENTS (ENDINGS); i++)
    if (g_str_has_suffix (word, ENDINGS[i]) && strlen (word) >= SHORTEST_STEM + strlen (ENDINGS[i]))
      return g_strndup (word, strlen (word) - strlen (ENDINGS[i]));

  return g_strdup (word);
}

/* Among the few words of heads with any ending; among all words, where a beginning costs as much as all
 * that begin so, as it stands or without its ending. */
static char *
word_expression (const char *word,
                 gboolean    in_heads)
{
  g_autofree char *stem = stem_of (word);
  g_autoptr(GString) expression = g_string_new (NULL);

  daybook_expression_quote (expression, in_heads ? stem : word);
  if (in_heads && g_ascii_isalpha (stem[0]) && strlen (stem) >= SHORTEST_STEM)
    g_string_append (expression, " *");
  else if (!in_heads && !g_str_equal (stem, word))
    {
      g_string_append (expression, " OR ");
      daybook_expression_quote (expression, stem);
    }
  return g_strdup (expression->str);
}

/* About how many rows there are. */
static double
count_rows (DaybookReader       *reader,
            const DaybookTable  *table,
            GError             **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db,
    table == &daybook_articles ? "SELECT max (rowid) FROM articles" : "SELECT max (rowid) FROM phrases", error);

  if (statement == NULL || !daybook_statement_next (statement, error))
    return 0.0;
  return (double) MAX (sqlite3_column_int64 (statement, 0), FEWEST_ROWS);
}

/* What few have tells more than what many have: the weight of a word as BM25 has it, of one that
 * is found more often than is looked at as if a quarter had it. */
static double
weigh_word (guint  n_hits,
            double n_rows)
{
  double n = n_hits < MOST_HITS ? n_hits : MAX (n_hits, n_rows / 4.0);

  return log1p (MAX (n_rows - n, 0.0) / (n + 0.5));
}

/* A word's weight is that of it among all words: “when” stands in few titles, and says nothing. */
static gboolean
add_near (DaybookReader             *reader,
          const DaybookSearchPlace  *place,
          const char                *word,
          double                     n_rows,
          GHashTable                *worths,
          GError                   **error)
{
  g_autofree char *in_heads = word_expression (word, TRUE);
  g_autofree char *in_words = word_expression (word, FALSE);
  g_autoptr(GArray) hits = look (reader, place->words, in_words, error);
  double worth = hits != NULL ? weigh_word (hits->len, n_rows) : 0.0;

  for (guint i = 0; hits != NULL && i < hits->len; i++)
    add_worth (worths, g_array_index (hits, gint64, i), worth);
  /* What stands in no text stands in no head, but for another ending. */
  if (hits != NULL && hits->len == 0 && !g_ascii_isalpha (*word))
    return TRUE;

  return hits != NULL && add_look (reader, place->heads, in_heads, HEAD_SHARE * worth, worths, error);
}

/* Any of the words that mean one matter; Latin ones with any ending. */
static char *
kin_expression (const char *const *words)
{
  g_autoptr(GString) expression = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (expression, " OR ");
      daybook_expression_quote (expression, words[i]);
      if (g_ascii_isalpha (*words[i]) && strlen (words[i]) >= SHORTEST_STEM)
        g_string_append (expression, " *");
    }
  return g_strdup (expression->str);
}

/* What is said in other words counts less than what is said. */
static gboolean
add_kin (DaybookReader             *reader,
         const DaybookSearchPlace  *place,
         const char *const         *words,
         double                     n_rows,
         GHashTable                *worths,
         GError                   **error)
{
  g_autofree char *expression = kin_expression (words);
  g_autoptr(GArray) hits = look (reader, place->words, expression, error);
  double worth = hits != NULL ? KIN_SHARE * weigh_word (hits->len, n_rows) : 0.0;

  for (guint i = 0; hits != NULL && i < hits->len; i++)
    add_worth (worths, g_array_index (hits, gint64, i), worth);
  return hits != NULL && add_look (reader, place->heads, expression, HEAD_SHARE * worth, worths, error);
}

/* FALSE: nobody is to be offered it. */
static gboolean
weigh_near (DaybookStatement     *standing,
            const DaybookNearBy  *by,
            double                enough,
            Weighed              *near)
{
  const DaybookId *own = sqlite3_column_bytes (standing, 3) == sizeof (DaybookId) ? sqlite3_column_blob (standing, 3) : NULL;
  int language = sqlite3_column_int (standing, 2);

  if (sqlite3_column_int (standing, 1) != 0 || (own != NULL && (by->agent == NULL || !daybook_id_equal (own, by->agent))))
    return FALSE;
  if (near->worth < enough)
    return FALSE;

  near->length = sqlite3_column_double (standing, 5);
  near->worth *= 1.0 + 0.05 * log1p (sqlite3_column_double (standing, 0));
  if (by->language != DAYBOOK_LANGUAGE_ANY && language != DAYBOOK_LANGUAGE_ANY && language != (int) by->language)
    near->worth *= OTHER_LANGUAGE;
  if (by->reg != NULL)
    near->worth *= 1.0 + 0.15 * daybook_place_list_fit (daybook_column_text (standing, 4), by->reg, by->stage);
  return TRUE;
}

/* Of those that are near; where they differ little, that says little. */
static void
weigh_lengths (GArray *near)
{
  double sum = 0;

  for (guint i = 0; i < near->len; i++)
    sum += g_array_index (near, Weighed, i).length;
  for (guint i = 0; sum > 0 && i < near->len; i++)
    {
      Weighed *one = &g_array_index (near, Weighed, i);

      one->worth /= 1.0 - LENGTH_SHARE + LENGTH_SHARE * one->length * near->len / sum;
    }
}

static GArray *
pick_near (DaybookReader        *reader,
           const DaybookTable   *table,
           const DaybookNearBy  *by,
           double                n_rows,
           GArray               *list,
           guint                 limit,
           GError              **error)
{
  g_autoptr(DaybookStatement) standing = prepare_standing (reader, table == &daybook_articles ? ARTICLE_STANDING : PHRASE_STANDING, error);
  g_autoptr(GArray) kept = g_array_new (FALSE, FALSE, sizeof (Weighed));
  GArray *found = NULL;
  GError *local = NULL;

  for (guint i = 0; standing != NULL && i < MIN (list->len, MOST_WEIGHED) && local == NULL; i++)
    {
      Weighed near = g_array_index (list, Weighed, i);

      if (read_standing (standing, near.row, &local) && weigh_near (standing, by, NEAR_ENOUGH * log1p (n_rows), &near))
        g_array_append_val (kept, near);
    }
  if (local != NULL)
    g_propagate_error (error, local);
  if (standing == NULL || local != NULL)
    return NULL;

  weigh_lengths (kept);
  g_array_sort (kept, compare_worths);
  found = g_array_new (FALSE, FALSE, sizeof (DaybookNear));
  for (guint i = 0; i < MIN (kept->len, limit); i++)
    {
      const DaybookNear near = { g_array_index (kept, Weighed, i).row, g_array_index (kept, Weighed, i).worth };

      g_array_append_val (found, near);
    }
  return found;
}

static gboolean
add_all_near (DaybookReader             *reader,
              const DaybookSearchPlace  *place,
              const char                *text,
              double                     n_rows,
              GHashTable                *worths,
              GError                   **error)
{
  g_autoptr(GPtrArray) words = list_words (text);
  g_autoptr(GPtrArray) matters = daybook_kin_words (text, MOST_MATTERS);

  for (guint i = 0; i < words->len; i++)
    if (!add_near (reader, place, g_ptr_array_index (words, i), n_rows, worths, error))
      return FALSE;
  for (guint i = 0; i < matters->len; i++)
    if (!add_kin (reader, place, g_ptr_array_index (matters, i), n_rows, worths, error))
      return FALSE;

  return TRUE;
}

/* Of one state of the book, and so with one look at its locks. */
GArray *
daybook_reader_nearest (DaybookReader        *self,
                        const DaybookTable   *table,
                        const char           *text,
                        const DaybookNearBy  *by,
                        guint                 limit,
                        GError              **error)
{
  const DaybookSearchPlace *place = daybook_search_place (table);
  g_autoptr(GHashTable) worths = new_worths ();
  g_autoptr(GArray) list = NULL;
  GArray *near = NULL;
  GError *local = NULL;
  double n_rows;

  g_return_val_if_fail (place != NULL && place->heads != NULL, NULL);

  if (!daybook_database_run (self->db, "BEGIN", error))
    return NULL;
  n_rows = count_rows (self, table, &local);
  if (local == NULL && add_all_near (self, place, text, n_rows, worths, &local))
    {
      list = list_worths (worths);
      near = pick_near (self, table, by, n_rows, list, limit, &local);
    }
  if (local != NULL)
    g_propagate_error (error, local);
  if (!daybook_database_run (self->db, "ROLLBACK", near != NULL ? error : NULL))
    g_clear_pointer (&near, g_array_unref);
  return near;
}
