/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/balance.h"

/* What a case comes to, by who bears what, and against what was moved. */

#define STAGES "\"stages\": {\"open\": {\"label\": \"Open\", \"moves\": [\"shut\"]}, \"shut\": {\"label\": \"Shut\", \"ends\": true}}"

/* Names that no register of ours has: no rule may know a field by its name. */
#define FIELDS \
  "\"fields\": {\"sum\": {\"type\": \"money\", \"label\": \"Refund\"}," \
  " \"amends\": {\"type\": \"money\", \"label\": \"Amends\"}," \
  " \"gap\": {\"type\": \"money\", \"label\": \"Difference\"}," \
  " \"gap_by\": {\"type\": \"choice\", \"label\": \"Who\", \"choices\": {\"they\": \"They\", \"we\": \"We\", \"none\": \"Nobody\"}}," \
  " \"way\": {\"type\": \"money\", \"label\": \"Freight\"}," \
  " \"way_by\": {\"type\": \"choice\", \"label\": \"Who\", \"choices\": {\"they\": \"They\", \"we\": \"We\", \"insurer\": \"The insurance\"}}},"

#define PARTS \
  "\"parts\": {\"gap\": {\"by\": \"gap_by\", \"takes\": [\"they\"], \"gives\": [\"we\"]}, \"way\": {\"by\": \"way_by\", \"takes\": [\"they\"]}}"

static DaybookRegister *
parse (const char *money)
{
  g_autofree char *json = g_strconcat ("{\"register\": \"fix\", \"prefix\": \"X\", \"title\": \"Fixes\",", FIELDS, money, STAGES, "}", NULL);
  g_autoptr(GError) error = NULL;
  DaybookRegister *self = daybook_register_parse (json, -1, "fix.json", &error);

  g_assert_no_error (error);
  return self;
}

#define WITH_REFUND "\"money\": {\"refund\": \"sum\", " PARTS "},"
#define WITHOUT "\"money\": {" PARTS "},"
#define WITH_AMENDS "\"money\": {\"refund\": \"sum\", \"compensation\": \"amends\"},"
#define ALONE "\"money\": {\"refund\": \"sum\"},"
#define NONE ""

/* Not said. */
#define UNSAID G_MININT64

static const struct
{
  const char         *money;
  gint64              refund;
  gint64              amends;
  gint64              gap;
  const char         *gap_by;
  gint64              way;
  const char         *way_by;
  gint64              moved;
  gint64              due;
  DaybookBalanceState state;
  const char         *figures;
} CASES[] = {
  /* As the handbook has it. */
  { WITH_REFUND, 12800, UNSAID, UNSAID, NULL, 800, "they", 0, 12000, DAYBOOK_BALANCE_TO_PAY, "128.00 − 0.00 − 8.00 = 120.00" },
  { WITH_REFUND, 12800, UNSAID, UNSAID, NULL, 800, "they", 5000, 12000, DAYBOOK_BALANCE_PARTLY, "128.00 − 0.00 − 8.00 = 120.00" },
  { WITH_REFUND, 12800, UNSAID, UNSAID, NULL, 800, "they", 12000, 12000, DAYBOOK_BALANCE_SETTLED, "128.00 − 0.00 − 8.00 = 120.00" },
  { WITH_REFUND, 12800, UNSAID, UNSAID, NULL, 800, "they", 12001, 12000, DAYBOOK_BALANCE_TOO_MUCH, "128.00 − 0.00 − 8.00 = 120.00" },
  /* The freight is not the customer's. */
  { WITH_REFUND, 12800, UNSAID, UNSAID, NULL, 800, "we", 0, 12800, DAYBOOK_BALANCE_TO_PAY, "128.00 − 0.00 − 0.00 = 128.00" },
  { WITH_REFUND, 12800, UNSAID, UNSAID, NULL, 800, "insurer", 0, 12800, DAYBOOK_BALANCE_TO_PAY, "128.00 − 0.00 − 0.00 = 128.00" },
  { WITH_REFUND, 12800, UNSAID, UNSAID, NULL, 800, NULL, 0, 12800, DAYBOOK_BALANCE_TO_PAY, "128.00 − 0.00 − 0.00 = 128.00" },
  /* Differences both ways. */
  { WITH_REFUND, 12800, UNSAID, 3000, "they", 800, "they", 0, 9000, DAYBOOK_BALANCE_TO_PAY, "128.00 − 30.00 − 8.00 = 90.00" },
  { WITH_REFUND, 12800, UNSAID, 3000, "we", 800, "they", 0, 15000, DAYBOOK_BALANCE_TO_PAY, "128.00 + 30.00 − 8.00 = 150.00" },
  { WITH_REFUND, 12800, UNSAID, 3000, "none", UNSAID, NULL, 0, 12800, DAYBOOK_BALANCE_TO_PAY, "128.00 − 0.00 − 0.00 = 128.00" },
  /* More is taken than goes back. */
  { WITH_REFUND, 500, UNSAID, UNSAID, NULL, 800, "they", 0, -300, DAYBOOK_BALANCE_OWED, "5.00 − 0.00 − 8.00 = −3.00" },
  /* No refund in it: the customer owes, until it has come. */
  { WITHOUT, UNSAID, UNSAID, 3000, "they", UNSAID, NULL, 0, -3000, DAYBOOK_BALANCE_OWED, "0.00 − 30.00 − 0.00 = −30.00" },
  { WITHOUT, UNSAID, UNSAID, 3000, "they", 800, "they", -3000, -3800, DAYBOOK_BALANCE_PARTLY, "0.00 − 30.00 − 8.00 = −38.00" },
  { WITHOUT, UNSAID, UNSAID, 3000, "they", UNSAID, NULL, -3000, -3000, DAYBOOK_BALANCE_SETTLED, "0.00 − 30.00 − 0.00 = −30.00" },
  { WITHOUT, UNSAID, UNSAID, 3000, "they", UNSAID, NULL, -3100, -3000, DAYBOOK_BALANCE_TOO_MUCH, "0.00 − 30.00 − 0.00 = −30.00" },
  { WITHOUT, UNSAID, UNSAID, 3000, "they", UNSAID, NULL, 1000, -3000, DAYBOOK_BALANCE_OWED, "0.00 − 30.00 − 0.00 = −30.00" },
  { WITHOUT, UNSAID, UNSAID, 3000, "we", UNSAID, NULL, 0, 3000, DAYBOOK_BALANCE_TO_PAY, "30.00 − 0.00 = 30.00" },
  { WITHOUT, UNSAID, UNSAID, UNSAID, NULL, UNSAID, NULL, 0, 0, DAYBOOK_BALANCE_NOTHING, "0.00 − 0.00 − 0.00 = 0.00" },
  /* Nothing decided, nothing due. */
  { WITH_REFUND, UNSAID, UNSAID, UNSAID, NULL, UNSAID, NULL, 0, 0, DAYBOOK_BALANCE_NOTHING, "0.00 − 0.00 − 0.00 = 0.00" },
  { WITH_REFUND, UNSAID, UNSAID, UNSAID, NULL, 800, "they", 0, -800, DAYBOOK_BALANCE_OPEN, "0.00 − 0.00 − 8.00 = −8.00" },
  { WITH_REFUND, UNSAID, UNSAID, UNSAID, NULL, UNSAID, NULL, 5000, 0, DAYBOOK_BALANCE_OPEN, "0.00 − 0.00 − 0.00 = 0.00" },
  { WITH_REFUND, 0, UNSAID, UNSAID, NULL, UNSAID, NULL, 0, 0, DAYBOOK_BALANCE_NOTHING, "0.00 − 0.00 − 0.00 = 0.00" },
  { WITH_REFUND, 0, UNSAID, UNSAID, NULL, UNSAID, NULL, 100, 0, DAYBOOK_BALANCE_TOO_MUCH, "0.00 − 0.00 − 0.00 = 0.00" },
  /* What is paid besides. */
  { WITH_AMENDS, 1000, 500, UNSAID, NULL, UNSAID, NULL, 0, 1500, DAYBOOK_BALANCE_TO_PAY, "10.00 + 5.00 = 15.00" },
  { WITH_AMENDS, UNSAID, 500, UNSAID, NULL, UNSAID, NULL, 500, 500, DAYBOOK_BALANCE_SETTLED, "0.00 + 5.00 = 5.00" },
  { ALONE, 3000, UNSAID, UNSAID, NULL, 800, "they", 0, 3000, DAYBOOK_BALANCE_TO_PAY, "30.00" },
  /* A register in which nothing plays a part. */
  { NONE, 12800, UNSAID, UNSAID, NULL, 800, "they", 0, 0, DAYBOOK_BALANCE_NOTHING, "0.00" },
  { NONE, UNSAID, UNSAID, UNSAID, NULL, UNSAID, NULL, 100, 0, DAYBOOK_BALANCE_TOO_MUCH, "0.00" },
};

static void
put (DaybookRow  *row,
     const char  *name,
     DaybookValue value)
{
  row->values[daybook_table_field (row->table, name)] = value;
}

static void
put_amount (DaybookRow *row,
            const char *name,
            gint64      amount)
{
  if (amount != UNSAID)
    put (row, name, daybook_value_int (amount));
}

static DaybookRow *
make_row (DaybookRegister *definition,
          gsize            i)
{
  DaybookRow *row = daybook_row_new (daybook_register_get_table (definition));

  put_amount (row, "sum", CASES[i].refund);
  put_amount (row, "amends", CASES[i].amends);
  put_amount (row, "gap", CASES[i].gap);
  put_amount (row, "way", CASES[i].way);
  if (CASES[i].gap_by != NULL)
    put (row, "gap_by", daybook_value_text (CASES[i].gap_by));
  if (CASES[i].way_by != NULL)
    put (row, "way_by", daybook_value_text (CASES[i].way_by));
  return row;
}

static void
test_table (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr(DaybookRegister) definition = parse (CASES[i].money);
      g_autoptr(DaybookRow) row = make_row (definition, i);
      DaybookBalance balance;

      daybook_balance_reckon (&balance, definition, row, CASES[i].moved);
      g_autofree char *figures = daybook_balance_figures (&balance, "CNY");
      g_test_message ("%" G_GSIZE_FORMAT ": %s, moved %" G_GINT64_FORMAT ": %s", i, figures, balance.moved, daybook_balance_word (balance.state));
      g_assert_cmpint (balance.due, ==, CASES[i].due);
      g_assert_cmpint (balance.left, ==, CASES[i].due - CASES[i].moved);
      g_assert_cmpstr (daybook_balance_word (balance.state), ==, daybook_balance_word (CASES[i].state));
      g_assert_cmpstr (figures, ==, CASES[i].figures);
    }
}

/* The first case of the table in that state says this, and explains itself so. */
static void
assert_words (gsize       i,
              const char *said,
              const char *explained)
{
  g_autoptr(DaybookRegister) definition = parse (CASES[i].money);
  g_autoptr(DaybookRow) row = make_row (definition, i);
  DaybookBalance balance;

  daybook_balance_reckon (&balance, definition, row, CASES[i].moved);
  g_autofree char *words = daybook_balance_say (&balance, "CNY");
  g_autofree char *sum = daybook_balance_explain (&balance, "CNY");
  g_assert_cmpstr (words, ==, said);
  g_assert_cmpstr (sum, ==, explained);
}

static void
test_words (void)
{
  assert_words (1, "¥120.00 goes to the customer: ¥50.00 moved, ¥70.00 left.", "Refund ¥128.00 · Difference ¥0.00 · Freight ¥8.00 (They)");
  assert_words (2, "¥120.00 went to the customer: settled.", "Refund ¥128.00 · Difference ¥0.00 · Freight ¥8.00 (They)");
  assert_words (3, "¥0.01 too much went to the customer.", "Refund ¥128.00 · Difference ¥0.00 · Freight ¥8.00 (They)");
  assert_words (5, "¥128.00 goes to the customer: ¥0.00 moved, ¥128.00 left.", "Refund ¥128.00 · Difference ¥0.00 · Freight ¥8.00 (The insurance)");
  assert_words (6, "¥128.00 goes to the customer: ¥0.00 moved, ¥128.00 left.",
                "Refund ¥128.00 · Difference ¥0.00 · Freight ¥8.00 (who bears it is not said)");
  assert_words (12, "¥38.00 comes from the customer: ¥30.00 came, ¥8.00 is still owed.", "Difference ¥30.00 (They) · Freight ¥8.00 (They)");
  assert_words (14, "¥1.00 too much came from the customer.", "Difference ¥30.00 (They) · Freight ¥0.00");
  assert_words (19, "What goes back is not decided yet.", "Refund ¥0.00 · Difference ¥0.00 · Freight ¥8.00 (They)");
  assert_words (20, "What goes back is not decided yet, and ¥50.00 was moved.", "Refund ¥0.00 · Difference ¥0.00 · Freight ¥0.00");
}

/* A case that ended without money lets go of what it had; what was moved counts for good. */
static void
test_closed (void)
{
  static const struct
  {
    gsize               i;
    DaybookBalanceState state;
  } CLOSED[] = {
    { 0, DAYBOOK_BALANCE_LET_GO }, { 1, DAYBOOK_BALANCE_PARTLY }, { 2, DAYBOOK_BALANCE_SETTLED }, { 11, DAYBOOK_BALANCE_LET_GO },
    { 17, DAYBOOK_BALANCE_NOTHING }, { 19, DAYBOOK_BALANCE_LET_GO },
  };

  for (gsize n = 0; n < G_N_ELEMENTS (CLOSED); n++)
    {
      g_autoptr(DaybookRegister) definition = parse (CASES[CLOSED[n].i].money);
      g_autoptr(DaybookRow) row = make_row (definition, CLOSED[n].i);
      DaybookBalance balance;

      put (row, "closed_at", daybook_value_int (1));
      daybook_balance_reckon (&balance, definition, row, CASES[CLOSED[n].i].moved);
      g_assert_cmpstr (daybook_balance_word (balance.state), ==, daybook_balance_word (CLOSED[n].state));
      g_assert_cmpint (daybook_balance_owed (&balance), ==, 0);
    }
}

/* Only what the customer has to bring is owed, less what came. */
static void
test_owed (void)
{
  static const struct
  {
    gsize  i;
    gint64 owed;
  } OWED[] = { { 0, 0 }, { 3, 0 }, { 10, 300 }, { 11, 3000 }, { 12, 800 }, { 13, 0 }, { 14, 0 }, { 15, 4000 }, { 19, 0 } };

  for (gsize n = 0; n < G_N_ELEMENTS (OWED); n++)
    {
      g_autoptr(DaybookRegister) definition = parse (CASES[OWED[n].i].money);
      g_autoptr(DaybookRow) row = make_row (definition, OWED[n].i);
      DaybookBalance balance;

      daybook_balance_reckon (&balance, definition, row, CASES[OWED[n].i].moved);
      g_assert_cmpint (daybook_balance_owed (&balance), ==, OWED[n].owed);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/balance/table", test_table);
  g_test_add_func ("/balance/words", test_words);
  g_test_add_func ("/balance/closed", test_closed);
  g_test_add_func ("/balance/owed", test_owed);
  return g_test_run ();
}
