/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/reach.h"
#include "store/reader-private.h"

#include "core/case.h"
#include "core/customer.h"
#include "core/mask.h"
#include "core/order.h"
#include "core/terms.h"
#include "store/search-expression.h"
#include "store/search-rank.h"
#include "store/search-walk.h"
#include "store/search-writer.h"
#include "store/spot.h"

#include <string.h>

/* --- One way of finding one term ---------------------------------------- */

static gboolean
add_match (DaybookSelect *select,
           const char    *table,
           const char    *expression)
{
  g_string_append_printf (select->sql, "SELECT h.rowid FROM search.%s h WHERE h.%s MATCH ", table, table);
  daybook_select_bind (select, daybook_value_text (expression));
  return TRUE;
}

/* A phone number as it is stored has what people write between its digits. */
#define DIGITS_OF(column) "replace (replace (replace (replace (replace (" column ", ' ', ''), '-', ''), '.', ''), '(', ''), ')', '')"

/* The tail of four names candidates; a longer one is held against the numbers
 * themselves, so that parts from the hidden middle find nothing (RECORDS §8). */
static void
narrow_tail (DaybookSelect            *select,
             const DaybookSearchPlace *place,
             const char               *digits)
{
  if (strlen (digits) <= 4)
    return;

  g_autofree char *pattern = g_strconcat ("%", digits, NULL);
  g_string_append (select->sql, place->table == &daybook_orders
    ? " AND EXISTS (SELECT 1 FROM main.orders o WHERE o.rowid = h.rowid AND " DIGITS_OF ("o.phone") " LIKE "
    : " AND EXISTS (SELECT 1 FROM main.contacts c WHERE c.customer = h.rowid AND c.kind = 0 AND " DIGITS_OF ("c.value") " LIKE ");
  daybook_select_bind (select, daybook_value_text (pattern));
  g_string_append_c (select->sql, ')');
}

/* Appends the keys by which a phone number may have been indexed: as it is typed, and
 * without what may be its country's code. */
static void
append_phone_keys (GString             *expression,
                   const DaybookSecret *secret,
                   const char          *digits)
{
  for (gsize code = 0;
       code <= DAYBOOK_PHONE_MAX_COUNTRY_CODE && (code == 0 || strlen (digits) >= code + DAYBOOK_PHONE_NATIONAL_DIGITS);
       code++)
    {
      g_autofree char *key = daybook_phone_key (secret, digits + code);

      if (key == NULL)
        continue;
      if (expression->len > 0)
        g_string_append (expression, " OR ");
      daybook_expression_quote (expression, key);
    }
}

/* The keys of a term as an expression; "" when it has none. */
static GString *
keys_of (const DaybookSecret *secret,
         const DaybookTerm   *term,
         DaybookTermKinds     kind)
{
  GString *expression = g_string_new (NULL);

  if (kind == DAYBOOK_TERM_PHONE)
    {
      append_phone_keys (expression, secret, term->digits);
      return expression;
    }

  g_autofree char *key = kind == DAYBOOK_TERM_PHONE_TAIL ? daybook_tail_key (term->digits) : daybook_phone_key (secret, term->text);
  if (key != NULL)
    daybook_expression_quote (expression, key);
  return expression;
}

/* Whether rows are found by phones and e-mails. */
static gboolean
has_keys (const DaybookTable *table)
{
  return table == &daybook_orders || table == &daybook_customers || table == &daybook_cases;
}

/* FALSE: the text is neither a phone number nor an e-mail; nothing is written. */
static gboolean
add_keys (DaybookSelect            *select,
          DaybookReader            *reader,
          const DaybookSearchPlace *place,
          const DaybookTerm        *term,
          DaybookTermKinds          kind)
{
  DaybookSecret secret;

  /* A longer tail is held against columns, which a case has not for what its register calls a phone. */
  if (kind == DAYBOOK_TERM_PHONE_TAIL && place->table == &daybook_cases && strlen (term->digits) > 4)
    return FALSE;
  if (!has_keys (place->table) || !daybook_secret_read (reader->db, &secret, NULL))
    return FALSE;

  g_autoptr(GString) expression = keys_of (&secret, term, kind);
  if (expression->len == 0)
    return FALSE;

  add_match (select, place->numbers, expression->str);
  if (kind == DAYBOOK_TERM_PHONE_TAIL)
    narrow_tail (select, place, term->digits);
  return TRUE;
}

/* Writes "SELECT rowid FROM x WHERE …" for one kind of a term. FALSE when this
 * table is not found that way; then nothing is written. */
static gboolean
add_kind (DaybookSelect            *select,
          DaybookReader            *reader,
          const DaybookSearchPlace *place,
          const DaybookTerm        *term,
          DaybookTermKinds          kind)
{
  g_autoptr(GString) expression = g_string_new (NULL);

  switch (kind)
    {
    case DAYBOOK_TERM_WORDS:
      daybook_expression_add_words (expression, term);
      return add_match (select, place->words, expression->str);
    case DAYBOOK_TERM_PINYIN:
      daybook_expression_add_names (expression, term);
      return add_match (select, place->names, expression->str);
    case DAYBOOK_TERM_NUMBER:
      if (place->table == &daybook_customers)
        return FALSE; /* they have keys only */
      daybook_expression_quote (expression, term->number);
      return add_match (select, place->numbers, expression->str);
    default:
      return add_keys (select, reader, place, term, kind);
    }
}

/* --- Searching ---------------------------------------------------------- */

static const DaybookTermKinds WAYS[] = {
  DAYBOOK_TERM_WORDS, DAYBOOK_TERM_PINYIN, DAYBOOK_TERM_NUMBER, DAYBOOK_TERM_PHONE, DAYBOOK_TERM_PHONE_TAIL, DAYBOOK_TERM_EMAIL,
};

static void
add_in (DaybookSelect     *select,
        DaybookReader     *reader,
        const DaybookSearchPlace       *place,
        const DaybookTerm *term,
        const char        *column)
{
  gsize before;
  gboolean any = FALSE;

  g_string_append_printf (select->sql, " AND %s IN (", column);
  for (gsize i = 0; i < G_N_ELEMENTS (WAYS); i++)
    {
      if ((term->kinds & WAYS[i]) == 0)
        continue;
      before = select->sql->len;
      if (any)
        g_string_append (select->sql, " UNION ");
      if (add_kind (select, reader, place, term, WAYS[i]))
        any = TRUE;
      else
        g_string_truncate (select->sql, before);
    }
  g_string_append_c (select->sql, ')');
}

void
daybook_select_add_search (DaybookSelect      *select,
                           DaybookReader      *reader,
                           const DaybookTable *table,
                           const char         *text)
{
  const DaybookSearchPlace *place = daybook_search_place (table);
  g_autoptr(GPtrArray) terms = daybook_terms_parse (text);

  for (guint i = 0; place != NULL && i < terms->len; i++)
    add_in (select, reader, place, g_ptr_array_index (terms, i), "t.rowid");
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return first > second ? -1 : first < second;
}

/* Newest first, each once, at most `limit`. */
static void
settle (GArray *hits,
        guint   limit)
{
  guint kept = 0;

  g_array_sort (hits, compare_newest_first);
  for (guint i = 0; i < hits->len; i++)
    {
      gint64 key = g_array_index (hits, gint64, i);

      if (kept > 0 && g_array_index (hits, gint64, kept - 1) == key)
        continue;
      g_array_index (hits, gint64, kept++) = key;
    }

  g_array_set_size (hits, limit > 0 ? MIN (kept, limit) : kept);
}

static gboolean
collect (DaybookReader  *reader,
         DaybookSelect  *select,
         guint           limit,
         GArray         *hits,
         GError        **error)
{
  g_string_append (select->sql, " ORDER BY rowid DESC");
  if (limit > 0)
    g_string_append_printf (select->sql, " LIMIT %u", limit);

  g_autoptr(DaybookStatement) statement = daybook_select_prepare (select, reader->db, error);
  return statement != NULL && daybook_statement_add_keys (statement, hits, error);
}

/* Each way of finding the term gives its newest hits in the order of its index. */
static GArray *
search_one (DaybookReader             *reader,
            const DaybookSearchPlace  *place,
            const DaybookTerm         *term,
            guint                      limit,
            GError                   **error)
{
  g_autoptr(GArray) hits = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (gsize i = 0; i < G_N_ELEMENTS (WAYS); i++)
    {
      g_autoptr(DaybookSelect) select = daybook_select_new ();

      if ((term->kinds & WAYS[i]) == 0 || !add_kind (select, reader, place, term, WAYS[i]))
        continue;
      if (!collect (reader, select, limit, hits, error))
        return NULL;
    }

  settle (hits, limit);
  return g_steal_pointer (&hits);
}

static void
add_ways (DaybookWalk              *walk,
          DaybookReader            *reader,
          const DaybookSearchPlace *place,
          const DaybookTerm        *term)
{
  daybook_walk_add_term (walk);
  for (gsize i = 0; i < G_N_ELEMENTS (WAYS); i++)
    {
      g_autoptr(DaybookSelect) select = daybook_select_new ();
      gboolean by_prefix = WAYS[i] == DAYBOOK_TERM_PINYIN
                           || (WAYS[i] == DAYBOOK_TERM_WORDS && (term->kinds & DAYBOOK_TERM_BY_PREFIX) != 0);

      if ((term->kinds & WAYS[i]) != 0 && add_kind (select, reader, place, term, WAYS[i]))
        daybook_walk_add_way (walk, g_steal_pointer (&select), by_prefix ? DAYBOOK_WALK_STEPS : DAYBOOK_WALK_SEEKS);
    }
}

/* All terms in the words, or all in the names: one look into one index each, which
 * stops at the limit however often the words occur. */
static gboolean
search_together (DaybookReader             *reader,
                 const DaybookSearchPlace  *place,
                 GPtrArray                 *terms,
                 guint                      limit,
                 GArray                    *hits,
                 GError                   **error)
{
  g_autofree char *words = daybook_expression_words (terms);
  g_autofree char *names = daybook_expression_names (terms);
  g_autoptr(DaybookSelect) in_words = daybook_select_new ();
  g_autoptr(DaybookSelect) in_names = daybook_select_new ();

  if (words != NULL && add_match (in_words, place->words, words) && !collect (reader, in_words, limit, hits, error))
    return FALSE;
  if (names != NULL && add_match (in_names, place->names, names) && !collect (reader, in_names, limit, hits, error))
    return FALSE;

  settle (hits, limit);
  return TRUE;
}

/* Whether every term can stand in one and the same index only: two Han words are
 * in the words and nowhere else, and there is nothing more to look for. */
static gboolean
is_one_way (GPtrArray *terms)
{
  DaybookTermKinds kinds = 0;

  for (guint i = 0; i < terms->len; i++)
    kinds |= ((DaybookTerm *) g_ptr_array_index (terms, i))->kinds & ~DAYBOOK_TERM_BY_PREFIX;

  return kinds == DAYBOOK_TERM_WORDS || kinds == DAYBOOK_TERM_PINYIN;
}

/* The walk that finds all the terms, each in any way. */
static DaybookWalk *
make_walk (DaybookReader            *reader,
           const DaybookSearchPlace *place,
           GPtrArray                *terms)
{
  DaybookWalk *walk = daybook_walk_new (reader->db);
  g_autofree char *together = is_one_way (terms) ? daybook_expression_words (terms) : NULL;
  g_autoptr(DaybookSelect) select = daybook_select_new ();

  if (together != NULL && add_match (select, place->words, together))
    {
      daybook_walk_add_term (walk);
      daybook_walk_add_way (walk, g_steal_pointer (&select), DAYBOOK_WALK_STEPS);
      return walk;
    }

  for (guint i = 0; i < terms->len; i++)
    add_ways (walk, reader, place, g_ptr_array_index (terms, i));
  return walk;
}

/* A name and a part of a number: each is in an index of its own. */
static GArray *
search_apart (DaybookReader             *reader,
              const DaybookSearchPlace  *place,
              GPtrArray                 *terms,
              guint                      limit,
              GError                   **error)
{
  g_autoptr(DaybookWalk) walk = make_walk (reader, place, terms);
  g_autoptr(GArray) hits = g_array_new (FALSE, FALSE, sizeof (gint64));
  GError *local = NULL;
  gint64 row;

  while ((limit == 0 || hits->len < limit) && daybook_walk_next (walk, &row, &local))
    g_array_append_val (hits, row);

  if (local == NULL)
    return g_steal_pointer (&hits);

  g_propagate_error (error, local);
  return NULL;
}

/* Newest first, whatever kind of table it is. */
static GArray *
search_newest (DaybookReader             *self,
               const DaybookSearchPlace  *place,
               GPtrArray                 *terms,
               guint                      limit,
               GError                   **error)
{
  g_autoptr(GArray) hits = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (terms->len == 1)
    return search_one (self, place, g_ptr_array_index (terms, 0), limit, error);
  if (!search_together (self, place, terms, limit, hits, error))
    return NULL;

  return is_one_way (terms) || (limit > 0 && hits->len >= limit)
    ? g_steal_pointer (&hits)
    : search_apart (self, place, terms, limit, error);
}

/* The ranked ones, and behind them those that are only found. */
static GArray *
search_ranked (DaybookReader             *self,
               const DaybookSearchPlace  *place,
               GPtrArray                 *terms,
               guint                      limit,
               GError                   **error)
{
  g_autoptr(GArray) ranked = daybook_search_rank (self, place, terms, error);
  g_autoptr(GArray) newest = NULL;

  if (ranked == NULL || (limit > 0 && ranked->len >= limit))
    {
      if (ranked != NULL)
        g_array_set_size (ranked, limit);
      return g_steal_pointer (&ranked);
    }

  newest = search_newest (self, place, terms, limit, error);
  if (newest == NULL)
    return NULL;

  daybook_keys_append_new (ranked, newest);
  if (limit > 0)
    g_array_set_size (ranked, MIN (ranked->len, limit));
  return g_steal_pointer (&ranked);
}

GArray *
daybook_reader_search (DaybookReader       *self,
                       const DaybookTable  *table,
                       const char          *text,
                       guint                limit,
                       GError             **error)
{
  const DaybookSearchPlace *place = daybook_search_place (table);
  g_autoptr(GPtrArray) terms = daybook_terms_parse (text);

  if (place == NULL || terms->len == 0)
    return g_array_new (FALSE, FALSE, sizeof (gint64));

  /* Where some are left out, that are so many of the others. */
  gboolean all = daybook_reader_may (self, DAYBOOK_RIGHT_LOOK_ANY);
  g_autoptr(GArray) keys = place->heads != NULL ? search_ranked (self, place, terms, all ? limit : 0, error)
                                                : search_newest (self, place, terms, all ? limit : 0, error);
  if (keys == NULL || !daybook_reader_keep_reached (self, table, keys, error))
    return NULL;

  if (limit > 0 && keys->len > limit)
    g_array_set_size (keys, limit);
  return g_steal_pointer (&keys);
}

/* --- The first rows of a list that is searched ---------------------------- */

typedef struct
{
  gint64 row;
  gint64 date;
} Found;

static int
compare_dates (gconstpointer a,
               gconstpointer b)
{
  const Found *first = a, *second = b;

  if (first->date != second->date)
    return first->date > second->date ? -1 : 1;

  return first->row > second->row ? -1 : first->row < second->row;
}

/* Whether the row is one of the query's, and its date. */
static gboolean
look_up (DaybookStatement  *statement,
         int                parameter,
         gint64             row,
         Found             *found,
         GError           **error)
{
  sqlite3_bind_int64 (statement, parameter, row);
  gboolean is_there = daybook_statement_next (statement, error);

  *found = (Found) { row, is_there ? sqlite3_column_int64 (statement, 0) : 0 };
  sqlite3_reset (statement);
  return is_there;
}

/* A key carries its row's day: within that the list is by the time. */
static gboolean
is_enough (const DaybookTable *table,
           GArray             *rows,
           guint               limit,
           gint64              row)
{
  if (rows->len < limit)
    return FALSE;

  gint64 last = g_array_index (rows, Found, rows->len - 1).row;
  return table->dated < 0 || daybook_key_day (row) != daybook_key_day (last);
}

static GArray *
walk_query (DaybookWalk         *walk,
            const DaybookQuery  *query,
            DaybookStatement    *statement,
            int                  parameter,
            guint                limit,
            GError             **error)
{
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (Found));
  GError *local = NULL;
  gint64 row;

  while (daybook_walk_next (walk, &row, &local) && !is_enough (query->table, rows, limit, row))
    {
      Found found;

      if (look_up (statement, parameter, row, &found, &local))
        g_array_append_val (rows, found);
      if (local != NULL)
        break;
    }

  if (local == NULL)
    return g_steal_pointer (&rows);

  g_propagate_error (error, local);
  return NULL;
}

static gboolean
is_found_by_words (const DaybookQuery *query)
{
  if (query->search == NULL || query->sort >= 0 || query->rows != DAYBOOK_ROWS_LIVE
      || daybook_search_place (query->table) == NULL)
    return FALSE;

  g_autoptr(GPtrArray) terms = daybook_terms_parse (query->search);
  return terms->len > 0;
}

gboolean
daybook_query_is_ranked (const DaybookQuery *query)
{
  return is_found_by_words (query) && daybook_search_place (query->table)->heads != NULL;
}

gboolean
daybook_query_is_walked (const DaybookQuery *query)
{
  return is_found_by_words (query) && daybook_search_place (query->table)->heads == NULL;
}

/* Asks for the date of one row, if it is one of the query's: its key is bound to `parameter`. */
static DaybookStatement *
prepare_look_up (DaybookReader       *self,
                 const DaybookQuery  *query,
                 int                 *parameter,
                 GError             **error)
{
  g_autoptr(DaybookSelect) select = daybook_select_new ();
  int dated = query->table->dated;

  g_string_append_printf (select->sql, "SELECT t.\"%s\"", dated >= 0 ? query->table->fields[dated].name : "rowid");
  if (!daybook_select_add_query (select, query, self, error))
    return NULL;
  g_string_append (select->sql, " AND t.rowid = ");
  daybook_select_bind (select, daybook_value_int (0));

  *parameter = (int) select->values->len;
  return daybook_select_prepare (select, self->db, error);
}

gboolean
daybook_reader_rank (DaybookReader       *self,
                     const DaybookQuery  *query,
                     guint                limit,
                     GArray              *keys,
                     GError             **error)
{
  int parameter = 0;
  g_autoptr(DaybookStatement) statement = prepare_look_up (self, query, &parameter, error);
  g_autoptr(GArray) hits = statement != NULL ? daybook_reader_search (self, query->table, query->search, 0, error) : NULL;
  GError *local = NULL;

  if (hits == NULL)
    return FALSE;

  for (guint i = 0; i < hits->len && (limit == 0 || keys->len < limit) && local == NULL; i++)
    {
      Found found;

      if (look_up (statement, parameter, g_array_index (hits, gint64, i), &found, &local))
        g_array_append_val (keys, found.row);
    }
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, local);
  return FALSE;
}

gboolean
daybook_reader_walk (DaybookReader       *self,
                     const DaybookQuery  *query,
                     guint                limit,
                     GArray              *keys,
                     GError             **error)
{
  g_autoptr(GPtrArray) terms = daybook_terms_parse (query->search);
  g_autoptr(DaybookWalk) walk = make_walk (self, daybook_search_place (query->table), terms);
  int parameter = 0;
  g_autoptr(DaybookStatement) statement = prepare_look_up (self, query, &parameter, error);
  g_autoptr(GArray) rows = statement != NULL ? walk_query (walk, query, statement, parameter, limit, error) : NULL;

  if (rows == NULL)
    return FALSE;

  g_array_sort (rows, compare_dates);
  for (guint i = 0; i < MIN (rows->len, limit); i++)
    g_array_append_val (keys, g_array_index (rows, Found, i).row);
  return TRUE;
}
