/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/query.h"

#include "core/moment.h"
#include "core/order.h"
#include "core/shop.h"

#include <string.h>

/* What is written, and what it looks like printed (NULL: the same). */
static const struct
{
  const char *written;
  const char *printed;
} FILTERS[] = {
  { "", NULL },
  { "   ", "" },
  { "stage = paid", NULL },
  { "stage=paid", "stage = paid" },
  { "stage!=paid", "stage != paid" },
  { "  stage  =  paid  ", "stage = paid" },
  { "total>=128.00 and total<200", "total >= 128.00 and total < 200" },
  { "created >= today-3 AND created < now-2h", "created >= today-3 and created < now-2h" },
  { "created <= 2026-11-22T10:20", NULL },
  { "note ~ 退款", NULL },
  { "note ~ 'two words'", NULL },
  { "note = 'it''s'", NULL },
  { "note = ''", NULL },
  { "note = ''''", NULL },
  { "note = 'plain'", "note = plain" },
  { "note = null", NULL },
  { "note = NULL", "note = null" },
  { "note = 'null'", NULL },
  { "note = 'a,b'", NULL },
  { "note = '(a)'", NULL },
  { "note = '=a'", NULL },
  { "note = 'and' and flag = red", NULL },
  { "note = 'a\xe3\x80\x80" "b'", NULL },
  { "note = a=b", NULL },
  { "agent = null", NULL },
  { "flag in (red, green)", NULL },
  { "flag in(red,green,null)", "flag in (red, green, null)" },
  { "flag in ( red )", "flag in (red)" },
  { "note in ('a b', 'c''d', e)", NULL },
  { "deleted = true", NULL },
  { "note = 'x'and flag = red", "note = x and flag = red" },
  { "(stage = paid or paid > 0)", NULL },
  { "agent = null and (stage != unknown or paid > 0 or paid_at != null) and flag = red", NULL },
  { "( stage=paid OR flag=red )and(note = a or note = b)", "(stage = paid or flag = red) and (note = a or note = b)" },
  { "(stage = paid)", "stage = paid" },
  { "(flag in (red, green) or note = ')')", NULL },
  { "note = 'or'", NULL },
};

static const struct
{
  const char *written;
  const char *word; /* of the sentence */
} BROKEN[] = {
  { "stage", "ends too early" },
  { "stage =", "ends too early" },
  { "= paid", "character 1" },
  { "stage ! paid", "character 7" },
  { "stage paid", "character 7" },
  { "stge = paid", "stge" },
  { "stage = paid flag = red", "character 14" },
  { "stage = paid,red", "character 13" },
  { "stage = paid and", "ends too early" },
  { "and stage = paid", "“and” is not a field" },
  { "note = 'open", "closing" },
  { "note = 'open''", "closing" },
  { "flag in red", "character 9" },
  { "flag in (red", "ends too early" },
  { "flag in (red green)", "character 14" },
  { "flag in ()", "character 10" },
  { "flag in (red,)", "character 14" },
  { "flag in", "ends too early" },
  { "flag = (red)", "character 8" },
  { "备注 = x", "character 1" },
  { "note ~ 退款 退货", "character 11" },
  { "total ~ 12", "Only texts" },
  { "note ~ null", "Only texts" },
  { "agent > x", "agent" },
  { "deleted < true", "deleted" },
  { "total < null", "total" },
  { "note = \xff", "UTF-8" },
  { "stage = paid or flag = red", "character 14" },
  { "(stage = paid", "ends too early" },
  { "(stage = paid and flag = red)", "character 15" },
  { "(stage = paid or)", "character 17" },
  { "((stage = paid or flag = red))", "character 2" },
  { "()", "character 2" },
};

static DaybookQuery *
parsed (const char *where)
{
  DaybookQuery *query = daybook_query_new (&daybook_orders);
  g_autoptr(GError) error = NULL;

  daybook_query_parse_where (query, where, &error);
  g_assert_no_error (error);
  return query;
}

static void
assert_same (const DaybookQuery *a,
             const DaybookQuery *b)
{
  g_assert_cmpuint (a->conditions->len, ==, b->conditions->len);
  for (guint i = 0; i < a->conditions->len; i++)
    {
      const DaybookCondition *one = g_ptr_array_index (a->conditions, i);
      const DaybookCondition *other = g_ptr_array_index (b->conditions, i);

      g_assert_cmpuint (one->field, ==, other->field);
      g_assert_cmpint (one->op, ==, other->op);
      g_assert_cmpint (one->join, ==, other->join);
      g_assert_cmpuint (one->words->len, ==, other->words->len);
      for (guint j = 0; j < one->words->len; j++)
        g_assert_cmpstr (g_ptr_array_index (one->words, j), ==, g_ptr_array_index (other->words, j));
    }
}

static void
test_filters_are_parsed_and_printed (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (FILTERS); i++)
    {
      g_autoptr(DaybookQuery) query = parsed (FILTERS[i].written);
      g_autofree char *printed = daybook_query_print_where (query);
      const char *expected = FILTERS[i].printed != NULL ? FILTERS[i].printed : FILTERS[i].written;
      g_autoptr(DaybookQuery) again = parsed (printed);

      g_assert_cmpstr (printed, ==, expected);
      assert_same (query, again);
    }
}

static void
test_conditions_hold_what_was_written (void)
{
  g_autoptr(DaybookQuery) query = parsed ("note = 'it''s' and flag in (red, null) and total >= 1.5");
  const DaybookCondition *note = g_ptr_array_index (query->conditions, 0);
  const DaybookCondition *flag = g_ptr_array_index (query->conditions, 1);
  const DaybookCondition *total = g_ptr_array_index (query->conditions, 2);

  g_assert_cmpuint (query->conditions->len, ==, 3);
  g_assert_cmpuint (note->field, ==, DAYBOOK_ORDER_NOTE);
  g_assert_cmpint (note->op, ==, DAYBOOK_OP_EQ);
  g_assert_cmpstr (g_ptr_array_index (note->words, 0), ==, "it's");
  g_assert_cmpuint (flag->field, ==, DAYBOOK_ORDER_FLAG);
  g_assert_cmpint (flag->op, ==, DAYBOOK_OP_IN);
  g_assert_cmpuint (flag->words->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (flag->words, 0), ==, "red");
  g_assert_null (g_ptr_array_index (flag->words, 1));
  g_assert_cmpint (total->op, ==, DAYBOOK_OP_GE);
}

static void
test_broken_filters_say_where (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (BROKEN); i++)
    {
      g_autoptr(DaybookQuery) query = parsed ("stage = paid");
      g_autoptr(GError) error = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_false (daybook_query_parse_where (query, BROKEN[i].written, &error));
      g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, BROKEN[i].word));
      g_assert_cmpuint (query->conditions->len, ==, 1);
    }
}

static void
test_filters_are_bounded (void)
{
  g_autoptr(GString) list = g_string_new ("flag in (red");
  g_autoptr(GString) chain = g_string_new ("flag = red");
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_orders);

  for (int i = 1; i < 1000; i++)
    g_string_append (list, ",red");
  for (int i = 1; i < 100; i++)
    g_string_append (chain, " and flag = red");
  g_assert_true (daybook_query_parse_where (query, chain->str, NULL));

  g_string_append (chain, " and flag = red");
  g_assert_false (daybook_query_parse_where (query, chain->str, NULL));

  g_string_append_c (list, ')');
  g_assert_true (daybook_query_parse_where (query, list->str, NULL));
  g_string_truncate (list, list->len - 1);
  g_string_append (list, ",red)");
  g_assert_false (daybook_query_parse_where (query, list->str, NULL));
}

static char *
random_word (void)
{
  static const char *const PIECES[] = {
    "a", "'", "''", " ", ",", "(", ")", "=", "<", "null", "NULL", "and", "or", "in", "退款", "é", "\t", "\n", "　", "-", "128.00", "today-3", "~", "😀",
  };
  GString *word = g_string_new (NULL);

  for (int n = g_test_rand_int_range (0, 5); n > 0; n--)
    g_string_append (word, PIECES[g_test_rand_int_range (0, G_N_ELEMENTS (PIECES))]);

  return g_string_free (word, FALSE);
}

static void
add_random_condition (DaybookQuery *query)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  DaybookOp op = (DaybookOp) g_test_rand_int_range (DAYBOOK_OP_EQ, DAYBOOK_OP_IN + 1);
  int n = op == DAYBOOK_OP_IN ? g_test_rand_int_range (1, 5) : 1;

  for (int i = 0; i < n; i++)
    g_ptr_array_add (words, random_word ());
  g_ptr_array_add (words, NULL);

  if (op <= DAYBOOK_OP_NE && g_test_rand_int_range (0, 5) == 0)
    daybook_query_add (query, DAYBOOK_ORDER_AGENT, op, NULL);
  else
    daybook_query_add (query, DAYBOOK_ORDER_NOTE, op, (const char *const *) words->pdata);

  if (query->conditions->len > 1 && g_test_rand_int_range (0, 3) == 0)
    ((DaybookCondition *) g_ptr_array_index (query->conditions, query->conditions->len - 1))->join = DAYBOOK_JOIN_OR;
}

/* Printing and parsing again gives the same conditions, whatever is in them. */
static void
test_any_filter_survives_the_round_trip (void)
{
  for (int i = 0; i < 20000; i++)
    {
      g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_orders);
      g_autoptr(DaybookQuery) again = NULL;
      g_autofree char *printed = NULL;

      for (int n = g_test_rand_int_range (0, 5); n > 0; n--)
        add_random_condition (query);
      printed = daybook_query_print_where (query);
      again = parsed (printed);
      assert_same (query, again);
    }
}

/* Bytes from anywhere are parsed or refused, and then nothing has changed. */
static void
test_noise_does_no_harm (void)
{
  static const char *const PIECES[] = {
    "stage", "note", "=", "!=", "in", "(", ")", ",", "'", " ", "and", "or", "null", "~", "x", "\xff", "é", "。", "<",
  };
  int n_parsed = 0;

  for (int i = 0; i < 50000; i++)
    {
      g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_orders);
      g_autoptr(GString) noise = g_string_new (NULL);
      g_autoptr(GError) error = NULL;

      for (int n = g_test_rand_int_range (0, 12); n > 0; n--)
        g_string_append (noise, PIECES[g_test_rand_int_range (0, G_N_ELEMENTS (PIECES))]);
      if (daybook_query_parse_where (query, noise->str, &error))
        {
          n_parsed++;
          g_assert_no_error (error);
          continue;
        }
      g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_cmpuint (query->conditions->len, ==, 0);
    }
  g_assert_cmpint (n_parsed, >, 0);
}

static void
test_sorts (void)
{
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_orders);
  g_autoptr(GError) error = NULL;
  g_autofree char *newest = daybook_query_print_sort (query);
  g_autofree char *total = NULL;

  g_assert_cmpstr (newest, ==, "");
  g_assert_true (daybook_query_parse_sort (query, "-total", &error));
  g_assert_cmpint (query->sort, ==, DAYBOOK_ORDER_TOTAL);
  g_assert_cmpint (query->order, ==, DAYBOOK_SORT_DESCENDING);
  total = daybook_query_print_sort (query);
  g_assert_cmpstr (total, ==, "-total");

  g_assert_false (daybook_query_parse_sort (query, "-totl", &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
  g_assert_cmpint (query->sort, ==, DAYBOOK_ORDER_TOTAL);
  g_assert_false (daybook_query_parse_sort (query, "-", NULL));

  /* What is shown of a buyer's account has an order; what is hidden has none. */
  g_assert_true (daybook_query_parse_sort (query, "buyer", NULL));
  g_assert_false (daybook_query_parse_sort (query, "phone", NULL));
  g_assert_cmpint (query->sort, ==, DAYBOOK_ORDER_BUYER);

  g_assert_true (daybook_query_parse_sort (query, "", NULL));
  g_assert_cmpint (query->sort, ==, -1);
}

static void
test_copies_are_their_own (void)
{
  g_autoptr(DaybookQuery) query = parsed ("flag in (red, null) and note = 'a b'");
  g_autoptr(DaybookQuery) copy = NULL;

  query->search = g_strdup ("退款");
  query->sort = DAYBOOK_ORDER_TOTAL;
  query->order = DAYBOOK_SORT_DESCENDING;
  query->rows = DAYBOOK_ROWS_DELETED;
  copy = daybook_query_copy (query);
  assert_same (query, copy);
  g_assert_cmpstr (copy->search, ==, "退款");
  g_assert_cmpint (copy->sort, ==, DAYBOOK_ORDER_TOTAL);
  g_assert_cmpint (copy->order, ==, DAYBOOK_SORT_DESCENDING);
  g_assert_cmpint (copy->rows, ==, DAYBOOK_ROWS_DELETED);

  daybook_query_remove (query, 0);
  g_assert_cmpuint (query->conditions->len, ==, 1);
  g_assert_cmpuint (copy->conditions->len, ==, 2);
}

/* What stands in one bracket is one chip: it goes as a whole. */
static void
test_a_bracket_goes_as_a_whole (void)
{
  g_autoptr(DaybookQuery) query = parsed ("agent = null and (stage = paid or paid > 0 or flag = red) and note = a");
  g_autofree char *left = NULL;

  g_assert_cmpuint (daybook_query_alternatives (query, 0), ==, 1);
  g_assert_cmpuint (daybook_query_alternatives (query, 1), ==, 3);
  g_assert_cmpuint (daybook_query_alternatives (query, 4), ==, 1);
  daybook_query_remove (query, 1);
  left = daybook_query_print_where (query);
  g_assert_cmpstr (left, ==, "agent = null and note = a");
}

static const struct
{
  guint       field;
  const char *word;
  gint64      number;
} NUMBERS[] = {
  { DAYBOOK_ORDER_DELETED, "true", 1 },
  { DAYBOOK_ORDER_DELETED, "false", 0 },
  { DAYBOOK_ORDER_QUANTITY, "12", 12 },
  { DAYBOOK_ORDER_QUANTITY, "-3", -3 },
  { DAYBOOK_ORDER_TOTAL, "128.00", 12800 },
  { DAYBOOK_ORDER_TOTAL, "¥1,325", 132500 },
  { DAYBOOK_ORDER_STAGE, "shipped", DAYBOOK_STAGE_SHIPPED },
  { DAYBOOK_ORDER_FLAG, "none", DAYBOOK_FLAG_NONE },
};

/* At 2026-11-22 10:20 in Shanghai. */
static const struct
{
  const char *word;
  const char *iso;
} WORDS_OF_TIME[] = {
  { "2026-11-22", "2026-11-22T00:00:00+08:00" },
  { "2026-11-22T10:20", "2026-11-22T10:20:00+08:00" },
  { "2026-11-22T10:20Z", "2026-11-22T18:20:00+08:00" },
  { "today", "2026-11-22T00:00:00+08:00" },
  { "today-3", "2026-11-19T00:00:00+08:00" },
  { "today+1", "2026-11-23T00:00:00+08:00" },
  { "today-0", "2026-11-22T00:00:00+08:00" },
  { "now", "2026-11-22T10:20:00+08:00" },
  { "now-2h", "2026-11-22T08:20:00+08:00" },
  { "now-30m", "2026-11-22T09:50:00+08:00" },
  { "now+1d", "2026-11-23T10:20:00+08:00" },
  { "month", "2026-11-01T00:00:00+08:00" },
  { "今天", "2026-11-22T00:00:00+08:00" },
  { "今日", "2026-11-22T00:00:00+08:00" },
  { "昨天", "2026-11-21T00:00:00+08:00" },
  { "Yesterday", "2026-11-21T00:00:00+08:00" },
  { "前天", "2026-11-20T00:00:00+08:00" },
  { "3天前", "2026-11-19T00:00:00+08:00" },
  { "３ 天", "2026-11-19T00:00:00+08:00" },
  { " 7 days ago ", "2026-11-15T00:00:00+08:00" },
  { "本月", "2026-11-01T00:00:00+08:00" },
  { "this month", "2026-11-01T00:00:00+08:00" },
};

static const struct
{
  guint       field;
  const char *word;
} NO_VALUES[] = {
  { DAYBOOK_ORDER_DELETED, "1" },          { DAYBOOK_ORDER_DELETED, "" },
  { DAYBOOK_ORDER_QUANTITY, "1.5" },       { DAYBOOK_ORDER_QUANTITY, "" },
  { DAYBOOK_ORDER_QUANTITY, "12 " },       { DAYBOOK_ORDER_QUANTITY, "9223372036854775808" },
  { DAYBOOK_ORDER_TOTAL, "much" },         { DAYBOOK_ORDER_TOTAL, "€5" },
  { DAYBOOK_ORDER_STAGE, "Shipped" },      { DAYBOOK_ORDER_STAGE, "3" },
  { DAYBOOK_ORDER_STAGE, "" },             { DAYBOOK_ORDER_CREATED, "yesteryear" },
  { DAYBOOK_ORDER_CREATED, "today-" },     { DAYBOOK_ORDER_CREATED, "today-3h" },
  { DAYBOOK_ORDER_CREATED, "today3" },     { DAYBOOK_ORDER_CREATED, "todayx" },
  { DAYBOOK_ORDER_CREATED, "now-2" },      { DAYBOOK_ORDER_CREATED, "now-h" },
  { DAYBOOK_ORDER_CREATED, "now-2hh" },    { DAYBOOK_ORDER_CREATED, "now-2w" },
  { DAYBOOK_ORDER_CREATED, "today-36526" }, { DAYBOOK_ORDER_CREATED, "now-99999999999999999999m" },
  { DAYBOOK_ORDER_CREATED, "天前" },       { DAYBOOK_ORDER_CREATED, "3天后" },
  { DAYBOOK_ORDER_CREATED, "999999天" },   { DAYBOOK_ORDER_CREATED, "month-1" },
  { DAYBOOK_ORDER_CREATED, "2026-02-30" }, { DAYBOOK_ORDER_AGENT, "林" },
  { DAYBOOK_ORDER_AGENT, "" },
};

static gint64
now_in (GTimeZone *zone)
{
  gint64 now = 0;

  g_assert_true (daybook_moment_parse ("2026-11-22 10:20", zone, &now, NULL));
  return now;
}

static DaybookValue
resolved (guint       field,
          const char *word,
          GTimeZone  *zone)
{
  DaybookValue value = DAYBOOK_VALUE_INIT;
  g_autoptr(GError) error = NULL;

  g_test_message ("“%s”", word);
  daybook_query_resolve (&daybook_orders.fields[field], word, now_in (zone), zone, "CNY", &value, &error);
  g_assert_no_error (error);
  return value;
}

static void
test_words_become_values (void)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");
  g_auto(DaybookValue) text = resolved (DAYBOOK_ORDER_NOTE, "null", zone);
  DaybookValue none = resolved (DAYBOOK_ORDER_NOTE, NULL, zone);
  DaybookValue no_agent = resolved (DAYBOOK_ORDER_AGENT, "null", zone);
  DaybookValue agent = resolved (DAYBOOK_ORDER_AGENT, "6b9d1f4e-2c57-4a83-9e30-7da15c08f246", zone);

  for (gsize i = 0; i < G_N_ELEMENTS (NUMBERS); i++)
    {
      DaybookValue value = resolved (NUMBERS[i].field, NUMBERS[i].word, zone);

      g_assert_cmpint (value.type, ==, DAYBOOK_VALUE_INT);
      g_assert_cmpint (value.number, ==, NUMBERS[i].number);
    }

  g_assert_cmpstr (text.text, ==, "null");
  g_assert_cmpint (none.type, ==, DAYBOOK_VALUE_NONE);
  g_assert_cmpint (no_agent.type, ==, DAYBOOK_VALUE_NONE);
  g_assert_cmpint (agent.type, ==, DAYBOOK_VALUE_ID);
  g_assert_cmphex (agent.id.bytes[0], ==, 0x6b);
}

static void
test_times_move_with_the_clock (void)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");

  for (gsize i = 0; i < G_N_ELEMENTS (WORDS_OF_TIME); i++)
    {
      DaybookValue value = resolved (DAYBOOK_ORDER_CREATED, WORDS_OF_TIME[i].word, zone);
      g_autofree char *iso = daybook_moment_to_iso (value.number, zone);

      g_assert_cmpint (value.type, ==, DAYBOOK_VALUE_INT);
      g_assert_cmpstr (iso, ==, WORDS_OF_TIME[i].iso);
    }
}

static void
test_other_words_are_refused (void)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");

  for (gsize i = 0; i < G_N_ELEMENTS (NO_VALUES); i++)
    {
      DaybookValue value = daybook_value_int (77);
      g_autoptr(GError) error = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_false (daybook_query_resolve (&daybook_orders.fields[NO_VALUES[i].field], NO_VALUES[i].word,
                                             now_in (zone), zone, "CNY", &value, &error));
      g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT);
      g_assert_cmpint (value.number, ==, 77);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/query/filters-are-parsed-and-printed", test_filters_are_parsed_and_printed);
  g_test_add_func ("/query/conditions-hold-what-was-written", test_conditions_hold_what_was_written);
  g_test_add_func ("/query/broken-filters-say-where", test_broken_filters_say_where);
  g_test_add_func ("/query/filters-are-bounded", test_filters_are_bounded);
  g_test_add_func ("/query/any-filter-survives-the-round-trip", test_any_filter_survives_the_round_trip);
  g_test_add_func ("/query/noise-does-no-harm", test_noise_does_no_harm);
  g_test_add_func ("/query/sorts", test_sorts);
  g_test_add_func ("/query/copies-are-their-own", test_copies_are_their_own);
  g_test_add_func ("/query/a-bracket-goes-as-a-whole", test_a_bracket_goes_as_a_whole);
  g_test_add_func ("/query/words-become-values", test_words_become_values);
  g_test_add_func ("/query/times-move-with-the-clock", test_times_move_with_the_clock);
  g_test_add_func ("/query/other-words-are-refused", test_other_words_are_refused);

  return g_test_run ();
}
