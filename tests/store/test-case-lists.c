/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-book.h"

#include <string.h>

/* Lists of a register's cases: filtered, sorted and searched by what the register gives them. */

/* Five cases, in the order in which they were made. What is not said is not there. */
typedef struct
{
  const char *subject;
  const char *place;
  gint64      fee;    /* -1: none */
  gint64      weight; /* of three digits; -1: none */
  const char *found;
  const char *door;
  const char *marks;
  gint64      ours;
  const char *back;
} Row;

static const Row ROWS[] = {
  { "a", "Under the mat", 500, 1250, "2025-11-20", "front", "rust", DAYBOOK_ANSWER_YES, "SF1234567890123" },
  { "b", "in the lock", 12800, 900, "2025-11-22", "side", "rust dent", DAYBOOK_ANSWER_NO, "YT99887766" },
  { "c", "100% lost_keys", 0, -1, "2025-10-01", "front", "rusty", DAYBOOK_ANSWER_UNKNOWN, NULL },
  { "d", NULL, -1, 1250, NULL, NULL, NULL, DAYBOOK_ANSWER_UNKNOWN, NULL },
  { "e", "门垫下面", 99, 2000, "2025-11-22", NULL, "dent rusty", DAYBOOK_ANSWER_YES, NULL },
};

typedef struct
{
  Book      book;
  DaybookId ids[G_N_ELEMENTS (ROWS)];
  DaybookId agent;
} Fixture;

static void
put_number (DaybookCaseDraft *draft,
            const char       *name,
            gint64            number)
{
  if (number >= 0)
    case_put (draft, name, daybook_value_int (number));
}

static DaybookId
make_row (Fixture   *fixture,
          const Row *row)
{
  DaybookCaseDraft *draft = case_begin (&fixture->book, "keys");

  case_put (draft, "subject", daybook_value_text (row->subject));
  case_put (draft, "place", daybook_value_text (row->place));
  put_number (draft, "fee", row->fee);
  put_number (draft, "weight", row->weight);
  case_put (draft, "found", daybook_value_text (row->found));
  case_put (draft, "door", daybook_value_text (row->door));
  case_put (draft, "marks", daybook_value_text (row->marks));
  if (row->ours != DAYBOOK_ANSWER_UNKNOWN)
    case_put (draft, "ours", daybook_value_int (row->ours));
  case_put (draft, "back", daybook_value_text (row->back));
  return case_save (&fixture->book, draft);
}

static void
set_up (Fixture *fixture)
{
  book_open (&fixture->book);
  case_adopt (&fixture->book, case_keys_register);
  fixture->agent = case_add_agent (&fixture->book, "小李", DAYBOOK_ROLE_AGENT);
  for (gsize i = 0; i < G_N_ELEMENTS (ROWS); i++)
    {
      daybook_store_fix_now (fixture->book.store, BOOK_NOW + (gint64) i);
      fixture->ids[i] = make_row (fixture, &ROWS[i]);
    }
  daybook_store_fix_now (fixture->book.store, BOOK_NOW + 3600);
  /* Of another register: in none of these lists. */
  case_make (&fixture->book, "inquiry", "a rusty hinge");
}

static void
tear_down (Fixture *fixture)
{
  book_close (&fixture->book);
}

/* The subjects of what the query gives, in its order: "a c". */
static char *
list (Fixture      *fixture,
      DaybookQuery *query)
{
  DaybookReader *reader = daybook_store_get_reader (fixture->book.store);
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) keys = daybook_reader_keys (reader, query, 0, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < keys->len; i++)
    {
      g_autoptr(DaybookRow) row = daybook_reader_row (reader, query->table, g_array_index (keys, gint64, i), NULL);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", daybook_row_text (row, DAYBOOK_CASE_SUBJECT));
    }
  g_assert_cmpint (daybook_reader_count (reader, query, 0, &error), ==, keys->len);
  g_assert_no_error (error);
  return g_string_free (text, FALSE);
}

/* The filter gives these cases, oldest first; printed and read again, it gives the same. */
static void
assert_filter (Fixture    *fixture,
               const char *where,
               const char *expected)
{
  g_autoptr(DaybookQuery) query = daybook_query_new (case_table (&fixture->book, "keys"));
  g_autoptr(DaybookQuery) again = daybook_query_new (query->table);
  g_autoptr(GError) error = NULL;

  g_test_message ("%s", where);
  daybook_query_parse_where (query, where, &error);
  g_assert_no_error (error);
  daybook_query_parse_sort (query, "opened_at", NULL);
  g_autofree char *subjects = list (fixture, query);
  g_assert_cmpstr (subjects, ==, expected);

  g_autofree char *printed = daybook_query_print_where (query);
  daybook_query_parse_where (again, printed, &error);
  g_assert_no_error (error);
  daybook_query_parse_sort (again, "opened_at", NULL);
  g_autofree char *same = list (fixture, again);
  g_assert_cmpstr (same, ==, expected);
}

/* --- Filters ------------------------------------------------------------------- */

static void
test_a_registers_list (void)
{
  Fixture fixture;
  set_up (&fixture);
  g_autoptr(DaybookQuery) all = daybook_query_new (&daybook_cases);
  g_autofree char *cases = list (&fixture, all);

  assert_filter (&fixture, "", "a b c d e");
  g_assert_cmpstr (cases, ==, "a rusty hinge e d c b a"); /* newest first */
  tear_down (&fixture);
}

static void
test_filter_by_money (void)
{
  Fixture fixture;
  set_up (&fixture);

  assert_filter (&fixture, "fee = 128.00", "b");
  assert_filter (&fixture, "fee = 0", "c");
  assert_filter (&fixture, "fee > 1", "a b");
  assert_filter (&fixture, "fee >= 0.99 and fee < 128", "a e");
  assert_filter (&fixture, "fee in (5, 0.99)", "a e");
  assert_filter (&fixture, "fee = null", "d");
  assert_filter (&fixture, "fee != null", "a b c e");
  assert_filter (&fixture, "fee != 5", "b c d e");
  assert_filter (&fixture, "extra.fee = 5", "a");
  tear_down (&fixture);
}

static void
test_filter_by_numbers_with_digits (void)
{
  Fixture fixture;
  set_up (&fixture);

  assert_filter (&fixture, "weight = 1.25", "a d");
  assert_filter (&fixture, "weight < 1.25", "b");
  assert_filter (&fixture, "weight >= 1.25", "a d e");
  assert_filter (&fixture, "weight = null", "c");
  tear_down (&fixture);
}

static void
test_filter_by_days (void)
{
  Fixture fixture;
  set_up (&fixture);

  assert_filter (&fixture, "found = 2025-11-22", "b e");
  assert_filter (&fixture, "found = today", "b e"); /* BOOK_NOW */
  assert_filter (&fixture, "found >= today-2 and found < today", "a");
  assert_filter (&fixture, "found < month", "c");
  assert_filter (&fixture, "found = null", "d");
  assert_filter (&fixture, "found in (2025-11-20, today)", "a b e");
  tear_down (&fixture);
}

static void
test_filter_by_a_choice (void)
{
  Fixture fixture;
  set_up (&fixture);

  assert_filter (&fixture, "door = front", "a c");
  assert_filter (&fixture, "door != front", "b d e");
  assert_filter (&fixture, "door in (front, side)", "a b c");
  assert_filter (&fixture, "door = null", "d e");
  assert_filter (&fixture, "stage = open and door = side", "b");
  assert_filter (&fixture, "stage = shut", "");
  tear_down (&fixture);
}

/* A word is looked for among those that the case has; “rusty” is not “rust”. */
static void
test_filter_by_one_of_several_choices (void)
{
  Fixture fixture;
  set_up (&fixture);

  assert_filter (&fixture, "marks = rust", "a b");
  assert_filter (&fixture, "marks = dent", "b e");
  assert_filter (&fixture, "marks = rusty", "c e");
  assert_filter (&fixture, "marks != rust", "c d e");
  assert_filter (&fixture, "marks in (rust, rusty)", "a b c e");
  assert_filter (&fixture, "marks = null", "d");
  assert_filter (&fixture, "marks != null", "a b c e");
  assert_filter (&fixture, "(marks = dent or marks = null)", "b d e");
  assert_filter (&fixture, "marks in (rust, null)", "a b d");
  tear_down (&fixture);
}

/* The order of a list of values says nothing. */
static void
test_null_may_come_first_among_choices (void)
{
  Fixture fixture;
  set_up (&fixture);

  assert_filter (&fixture, "marks in (null, rust)", "a b d");
  tear_down (&fixture);
}

/* Several words at once are all wanted, in whatever order they were ticked. */
static void
test_several_choices_at_once (void)
{
  Fixture fixture;
  set_up (&fixture);

  assert_filter (&fixture, "marks = 'rust dent'", "b");
  assert_filter (&fixture, "marks = 'dent rust'", "b");
  tear_down (&fixture);
}

static void
test_filter_by_an_answer (void)
{
  Fixture fixture;
  set_up (&fixture);

  assert_filter (&fixture, "ours = yes", "a e");
  assert_filter (&fixture, "ours = no", "b");
  assert_filter (&fixture, "ours = unknown", "c d");
  assert_filter (&fixture, "ours != yes", "b c d");
  assert_filter (&fixture, "ours in (no, unknown)", "b c d");
  tear_down (&fixture);
}

static void
test_filter_by_what_is_pointed_at (void)
{
  Fixture fixture;
  set_up (&fixture);
  g_autofree char *link = daybook_id_to_string (&fixture.ids[1]);
  g_autofree char *agent = daybook_id_to_string (&fixture.agent);
  g_autofree char *by_link = g_strdup_printf ("other = %s", link);
  g_autofree char *by_agent = g_strdup_printf ("finder != %s", agent);
  g_autofree char *by_many = g_strdup_printf ("finder in (%s, %s)", link, agent);

  case_set (&fixture.book, &fixture.ids[0], "other", daybook_value_id (&fixture.ids[1]));
  case_set (&fixture.book, &fixture.ids[2], "finder", daybook_value_id (&fixture.agent));
  assert_filter (&fixture, by_link, "a");
  assert_filter (&fixture, by_agent, "a b d e");
  assert_filter (&fixture, by_many, "c");
  assert_filter (&fixture, "other = null", "b c d e");
  assert_filter (&fixture, "finder != null", "c");
  tear_down (&fixture);
}

static void
test_filter_by_what_a_text_holds (void)
{
  Fixture fixture;
  set_up (&fixture);

  assert_filter (&fixture, "place ~ THE", "a b");
  assert_filter (&fixture, "place ~ 门垫", "e");
  assert_filter (&fixture, "place ~ '100%'", "c");
  assert_filter (&fixture, "place ~ '%'", "c");
  assert_filter (&fixture, "place ~ _", "c");
  assert_filter (&fixture, "place = 'in the lock'", "b");
  assert_filter (&fixture, "back ~ 9988", "b");
  assert_filter (&fixture, "(place ~ mat or fee = null)", "a d");
  tear_down (&fixture);
}

/* A phone number is found as it is shown, and not by asking (RECORDS §8). */
static void
test_what_is_covered_stays_covered (void)
{
  Fixture fixture;
  set_up (&fixture);
  g_autoptr(DaybookQuery) query = daybook_query_new (case_table (&fixture.book, "keys"));
  g_autoptr(GError) error = NULL;

  case_set (&fixture.book, &fixture.ids[0], "phone", daybook_value_text ("13800138000"));
  assert_filter (&fixture, "phone ~ 8000", "a");
  assert_filter (&fixture, "phone ~ 0013", "");
  assert_filter (&fixture, "phone = 13800138000", "a");
  g_assert_false (daybook_query_parse_where (query, "phone > 1", &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
  g_clear_error (&error);
  g_assert_false (daybook_query_parse_sort (query, "phone", &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
  tear_down (&fixture);
}

static void
assert_no_filter (Fixture    *fixture,
                  const char *where,
                  const char *said)
{
  g_autoptr(DaybookQuery) query = daybook_query_new (case_table (&fixture->book, "keys"));
  g_autoptr(GError) error = NULL;

  g_test_message ("%s", where);
  if (daybook_query_parse_where (query, where, &error))
    g_assert_null (daybook_reader_keys (daybook_store_get_reader (fixture->book.store), query, 0, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
  if (strstr (error->message, said) == NULL)
    g_error ("%s\nnot: %s", error->message, said);
}

static void
test_filters_that_say_nothing (void)
{
  Fixture fixture;
  set_up (&fixture);

  assert_no_filter (&fixture, "window = 1", "“window” is not a field");
  assert_no_filter (&fixture, "extra.stage = open", "“extra.stage” is not a field");
  assert_no_filter (&fixture, "door = back", "“door” is one of: front, side");
  assert_no_filter (&fixture, "door > front", "“door” has no larger and smaller");
  assert_no_filter (&fixture, "door ~ fr", "Only texts can be searched with ~; “door”");
  assert_no_filter (&fixture, "marks ~ ru", "“marks”");
  assert_no_filter (&fixture, "marks = chewed", "“marks” is one of: rust, dent, rusty");
  assert_no_filter (&fixture, "found ~ 2025", "“found”");
  assert_no_filter (&fixture, "found = soon", "A time is expected");
  assert_no_filter (&fixture, "weight = 1.2345", "such as 12.5");
  assert_no_filter (&fixture, "other > 1", "“other” has no larger and smaller");
  tear_down (&fixture);
}

/* --- Order --------------------------------------------------------------------------- */

static void
assert_sort (Fixture    *fixture,
             const char *sort,
             const char *expected)
{
  g_autoptr(DaybookQuery) query = daybook_query_new (case_table (&fixture->book, "keys"));
  g_autoptr(GError) error = NULL;

  g_test_message ("%s", sort);
  daybook_query_parse_sort (query, sort, &error);
  g_assert_no_error (error);
  g_autofree char *subjects = list (fixture, query);
  g_assert_cmpstr (subjects, ==, expected);
  g_autofree char *printed = daybook_query_print_sort (query);
  g_assert_cmpstr (printed, ==, sort);

  /* The first of it are the same. */
  for (guint limit = 1; limit <= G_N_ELEMENTS (ROWS); limit++)
    {
      g_autoptr(GArray) some = daybook_reader_keys (daybook_store_get_reader (fixture->book.store), query, limit, NULL);
      g_assert_cmpuint (some->len, ==, limit);
    }
}

/* Those with nothing in it come last either way, the newest first; equal ones by their date. */
static void
test_sort (void)
{
  Fixture fixture;
  set_up (&fixture);

  assert_sort (&fixture, "fee", "c e a b d");
  assert_sort (&fixture, "-fee", "b a e c d");
  assert_sort (&fixture, "weight", "b a d e c");
  assert_sort (&fixture, "-weight", "e d a b c");
  assert_sort (&fixture, "found", "c a b e d");
  assert_sort (&fixture, "-found", "e b a c d");
  assert_sort (&fixture, "door", "a c b e d");
  assert_sort (&fixture, "ours", "c d a e b");
  assert_sort (&fixture, "-ours", "b e a d c");
  assert_sort (&fixture, "place", "c a b e d");
  assert_sort (&fixture, "back", "b a e d c"); /* shorter numbers first, as people count */
  assert_sort (&fixture, "-subject", "e d c b a");
  tear_down (&fixture);
}

/* --- Search ------------------------------------------------------------------------------ */

static void
assert_found (Fixture            *fixture,
              const DaybookTable *table,
              const char         *text,
              const char         *expected)
{
  g_autoptr(DaybookQuery) query = daybook_query_new (table);

  g_test_message ("%s", text);
  daybook_store_settle (fixture->book.store);
  query->search = g_strdup (text);
  g_autofree char *subjects = list (fixture, query);
  g_assert_cmpstr (subjects, ==, expected);
}

static void
test_search_finds_own_words (void)
{
  Fixture fixture;
  set_up (&fixture);
  const DaybookTable *keys = case_table (&fixture.book, "keys");

  case_set (&fixture.book, &fixture.ids[3], "story", daybook_value_text ("First it squeaked.\n然后丢了钥匙。"));
  case_set (&fixture.book, &fixture.ids[2], "witness", daybook_value_text ("王小明"));
  assert_found (&fixture, keys, "lock", "b");
  assert_found (&fixture, keys, "squeaked", "d");
  assert_found (&fixture, keys, "钥匙", "d");
  assert_found (&fixture, keys, "门垫", "e");
  assert_found (&fixture, keys, "小明", "c");
  assert_found (&fixture, keys, "wxm", "c");
  assert_found (&fixture, keys, "mat under", "a");
  assert_found (&fixture, keys, "hinge", "");
  assert_found (&fixture, &daybook_cases, "hinge", "a rusty hinge");
  assert_found (&fixture, &daybook_cases, "lock", "b");
  tear_down (&fixture);
}

static void
test_search_finds_numbers (void)
{
  Fixture fixture;
  set_up (&fixture);
  const DaybookTable *keys = case_table (&fixture.book, "keys");

  assert_found (&fixture, keys, "SF1234567890123", "a");
  assert_found (&fixture, keys, "4567890", "a");
  assert_found (&fixture, keys, "9988", "b");
  assert_found (&fixture, keys, "K-A1003", "c");
  assert_found (&fixture, keys, "1003", "c");
  tear_down (&fixture);
}

/* A phone number in full and by its tail (RECORDS §8): of one who is in no customer's file, and in
 * a field of the register's own. */
static void
test_search_finds_phones (void)
{
  static const char *const NAMES[] = { "contact", "phone" };
  Fixture fixture;
  set_up (&fixture);
  const DaybookTable *keys = case_table (&fixture.book, "keys");

  for (gsize i = 0; i < G_N_ELEMENTS (NAMES); i++)
    {
      g_test_message ("%s", NAMES[i]);
      case_set (&fixture.book, &fixture.ids[4], NAMES[i], daybook_value_text ("138 0013 8765"));
      assert_found (&fixture, keys, "13800138765", "e");
      assert_found (&fixture, keys, "+86 138 0013 8765", "e");
      assert_found (&fixture, keys, "8765", "e");
      case_set (&fixture.book, &fixture.ids[4], NAMES[i], (DaybookValue) DAYBOOK_VALUE_INIT);
      assert_found (&fixture, keys, "13800138765", "");
    }
  tear_down (&fixture);
}

/* What is hidden of a number or an address is not to be found out by asking (RECORDS §8). */
static void
test_search_does_not_tell_what_is_hidden (void)
{
  static const char *const NAMES[] = { "contact", "phone" };
  Fixture fixture;
  set_up (&fixture);
  const DaybookTable *keys = case_table (&fixture.book, "keys");

  for (gsize i = 0; i < G_N_ELEMENTS (NAMES); i++)
    {
      g_test_message ("%s", NAMES[i]);
      case_set (&fixture.book, &fixture.ids[4], NAMES[i], daybook_value_text ("13800138765"));
      assert_found (&fixture, keys, "00138", "");
      assert_found (&fixture, keys, "1380013", "");
      assert_found (&fixture, keys, "138001387", "");
      case_set (&fixture.book, &fixture.ids[4], NAMES[i], daybook_value_text ("lin.xiaoming@example.com"));
      assert_found (&fixture, keys, "xiaoming", "");
      case_set (&fixture.book, &fixture.ids[4], NAMES[i], (DaybookValue) DAYBOOK_VALUE_INIT);
    }
  tear_down (&fixture);
}

/* What was changed, taken back or thrown away is found, or not, at once. */
static void
test_search_follows (void)
{
  Fixture fixture;
  set_up (&fixture);
  const DaybookTable *keys = case_table (&fixture.book, "keys");

  case_set (&fixture.book, &fixture.ids[1], "place", daybook_value_text ("in the drawer"));
  assert_found (&fixture, keys, "lock", "");
  assert_found (&fixture, keys, "drawer", "b");
  g_autoptr(DaybookOutcome) undone = case_undo (&fixture.book, NULL);
  assert_found (&fixture, keys, "lock", "b");
  assert_found (&fixture, keys, "drawer", "");
  case_set (&fixture.book, &fixture.ids[1], "place", (DaybookValue) DAYBOOK_VALUE_INIT);
  assert_found (&fixture, keys, "lock", "");
  case_set (&fixture.book, &fixture.ids[0], "deleted", daybook_value_int (1));
  assert_found (&fixture, keys, "mat", "");
  tear_down (&fixture);
}

static void
test_search_says_where (void)
{
  Fixture fixture;
  set_up (&fixture);
  DaybookReader *reader = daybook_store_get_reader (fixture.book.store);
  g_autoptr(DaybookRow) row = case_row (&fixture.book, &fixture.ids[1]);
  g_autoptr(DaybookExcerpt) words = NULL;
  g_autoptr(DaybookExcerpt) number = NULL;
  const DaybookField *in_words = daybook_reader_explain (reader, row, "lock", &words);
  const DaybookField *in_number = daybook_reader_explain (reader, row, "998877", &number);

  g_assert_nonnull (in_words);
  g_assert_cmpstr (in_words->name, ==, "extra.place");
  g_assert_nonnull (strstr (words->text, "lock"));
  g_assert_nonnull (in_number);
  g_assert_cmpstr (in_number->name, ==, "extra.back");
  g_assert_nonnull (strstr (number->text, "YT99887766"));
  tear_down (&fixture);
}

static void
test_search_and_filter_together (void)
{
  Fixture fixture;
  set_up (&fixture);
  g_autoptr(DaybookQuery) query = daybook_query_new (case_table (&fixture.book, "keys"));

  daybook_store_settle (fixture.book.store);
  daybook_query_parse_where (query, "fee > 6", NULL);
  daybook_query_parse_sort (query, "fee", NULL);
  query->search = g_strdup ("the");
  g_autofree char *subjects = list (&fixture, query);
  g_assert_cmpstr (subjects, ==, "b");
  g_autoptr(GArray) hits = daybook_reader_search (daybook_store_get_reader (fixture.book.store), query->table, "lock", 10, NULL);
  g_assert_cmpuint (hits->len, ==, 1);
  tear_down (&fixture);
}

/* --- Names of tables ------------------------------------------------------------------------ */

static void
test_a_view_names_a_register (void)
{
  static const char *const NONE[] = { "case.saints", "case.", "case.keys.x", "order.keys", "cases.Keys", "", ".", "keys", ".keys" };
  Fixture fixture;
  set_up (&fixture);
  DaybookReader *reader = daybook_store_get_reader (fixture.book.store);
  const DaybookTable *keys = case_table (&fixture.book, "keys");
  g_autofree char *name = daybook_table_name (keys);
  g_autofree char *plain = daybook_table_name (&daybook_orders);
  g_autofree char *cases = daybook_table_name (&daybook_cases);

  g_assert_true (daybook_reader_table (reader, "case.keys") == keys);
  g_assert_true (daybook_reader_table (reader, "cases.keys") == keys);
  g_assert_true (daybook_reader_table (reader, "case.return") == case_table (&fixture.book, "return"));
  g_assert_true (daybook_reader_table (reader, "case") == &daybook_cases);
  g_assert_true (daybook_reader_table (reader, "orders") == &daybook_orders);
  for (gsize i = 0; i < G_N_ELEMENTS (NONE); i++)
    {
      g_test_message ("“%s”", NONE[i]);
      g_assert_null (daybook_reader_table (reader, NONE[i]));
    }

  g_assert_cmpstr (name, ==, "cases.keys");
  g_assert_cmpstr (plain, ==, "orders");
  g_assert_cmpstr (cases, ==, "cases");
  g_assert_true (daybook_reader_table (reader, name) == keys);
  tear_down (&fixture);
}

/* Saved, read and shown again. */
static void
test_a_saved_view_of_a_register (void)
{
  Fixture fixture;
  set_up (&fixture);
  DaybookReader *reader = daybook_store_get_reader (fixture.book.store);
  g_autoptr(DaybookEdit) edit = case_edit (&fixture.book, DAYBOOK_ACT_EDIT);
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_views, &id);
  daybook_edit_give (edit, DAYBOOK_VIEW_NAME, daybook_value_text ("Dear keys"));
  daybook_edit_give (edit, DAYBOOK_VIEW_KIND, daybook_value_text ("case.keys"));
  daybook_edit_give (edit, DAYBOOK_VIEW_WHERE, daybook_value_text ("fee > 1 and marks = rust"));
  daybook_edit_give (edit, DAYBOOK_VIEW_SORT, daybook_value_text ("-fee"));
  case_commit (&fixture.book, edit);

  g_autoptr(DaybookRow) view = book_row (&fixture.book, &daybook_views, &id);
  const DaybookTable *table = daybook_reader_table (reader, daybook_row_text (view, DAYBOOK_VIEW_KIND));
  g_assert_nonnull (table);
  g_autoptr(DaybookQuery) query = daybook_query_new (table);
  g_assert_true (daybook_query_parse_where (query, daybook_row_text (view, DAYBOOK_VIEW_WHERE), NULL));
  g_assert_true (daybook_query_parse_sort (query, daybook_row_text (view, DAYBOOK_VIEW_SORT), NULL));
  g_autofree char *subjects = list (&fixture, query);
  g_assert_cmpstr (subjects, ==, "b a");
  tear_down (&fixture);
}

/* What an act has changed, as the list that stands beside it. */
static void
test_what_an_act_changed (void)
{
  static const CaseGoods goods = { NULL, 1, -1, -1 };
  Fixture fixture;
  set_up (&fixture);
  g_autoptr(DaybookQuery) query = daybook_query_new (case_table (&fixture.book, "keys"));
  g_autoptr(DaybookEdit) edit = case_edit (&fixture.book, DAYBOOK_ACT_EDIT);

  daybook_edit_set (edit, query->table, &fixture.ids[1], case_field (&fixture.book, "keys", "fee"), daybook_value_int (7));
  case_add_goods (edit, &fixture.ids[3], &goods);
  query->act = case_commit (&fixture.book, edit);
  daybook_query_parse_sort (query, "opened_at", NULL);
  g_autofree char *subjects = list (&fixture, query);
  g_assert_cmpstr (subjects, ==, "b d");
  tear_down (&fixture);
}

static void
test_the_trash_of_a_register (void)
{
  Fixture fixture;
  set_up (&fixture);
  g_autoptr(DaybookQuery) query = daybook_query_new (case_table (&fixture.book, "keys"));

  case_set (&fixture.book, &fixture.ids[1], "deleted", daybook_value_int (1));
  query->rows = DAYBOOK_ROWS_DELETED;
  daybook_query_parse_where (query, "fee > 0", NULL);
  g_autofree char *subjects = list (&fixture, query);
  g_assert_cmpstr (subjects, ==, "b");
  tear_down (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("LANGUAGE", "en", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/case-lists/a-registers-list", test_a_registers_list);
  g_test_add_func ("/case-lists/filter-by-money", test_filter_by_money);
  g_test_add_func ("/case-lists/filter-by-numbers-with-digits", test_filter_by_numbers_with_digits);
  g_test_add_func ("/case-lists/filter-by-days", test_filter_by_days);
  g_test_add_func ("/case-lists/filter-by-a-choice", test_filter_by_a_choice);
  g_test_add_func ("/case-lists/filter-by-one-of-several-choices", test_filter_by_one_of_several_choices);
  g_test_add_func ("/case-lists/filter-by-an-answer", test_filter_by_an_answer);
  g_test_add_func ("/case-lists/filter-by-what-is-pointed-at", test_filter_by_what_is_pointed_at);
  g_test_add_func ("/case-lists/filter-by-what-a-text-holds", test_filter_by_what_a_text_holds);
  g_test_add_func ("/case-lists/what-is-covered-stays-covered", test_what_is_covered_stays_covered);
  g_test_add_func ("/case-lists/filters-that-say-nothing", test_filters_that_say_nothing);
  g_test_add_func ("/case-lists/sort", test_sort);
  g_test_add_func ("/case-lists/search-finds-own-words", test_search_finds_own_words);
  g_test_add_func ("/case-lists/search-finds-numbers", test_search_finds_numbers);
  g_test_add_func ("/case-lists/search-follows", test_search_follows);
  g_test_add_func ("/case-lists/search-says-where", test_search_says_where);
  g_test_add_func ("/case-lists/search-and-filter-together", test_search_and_filter_together);
  g_test_add_func ("/case-lists/a-view-names-a-register", test_a_view_names_a_register);
  g_test_add_func ("/case-lists/a-saved-view-of-a-register", test_a_saved_view_of_a_register);
  g_test_add_func ("/case-lists/what-an-act-changed", test_what_an_act_changed);
  g_test_add_func ("/case-lists/the-trash-of-a-register", test_the_trash_of_a_register);
  g_test_add_func ("/case-lists/null-may-come-first-among-choices", test_null_may_come_first_among_choices);
  g_test_add_func ("/case-lists/several-choices-at-once", test_several_choices_at_once);
  g_test_add_func ("/case-lists/search-finds-phones", test_search_finds_phones);
  g_test_add_func ("/case-lists/search-does-not-tell-what-is-hidden", test_search_does_not_tell_what_is_hidden);

  return g_test_run ();
}
