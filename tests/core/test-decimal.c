/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/decimal.h"

typedef struct
{
  const char *text;
  guint       digits;
  gint64      number;
} Pair;

/* Written and read, they are the same. */
static const Pair PAIRS[] = {
  { "12.50", 2, 1250 },
  { "0.00", 2, 0 },
  { "-0.25", 2, -25 },
  { "-12.05", 2, -1205 },
  { "0.0001", 4, 1 },
  { "-0.0001", 4, -1 },
  { "7", 0, 7 },
  { "-7", 0, -7 },
  { "9223372036854775807", 0, G_MAXINT64 },
  { "-9223372036854775808", 0, G_MININT64 },
  { "922337203685477.5807", 4, G_MAXINT64 },
  { "-922337203685477.5808", 4, G_MININT64 },
};

static void
test_print (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (PAIRS); i++)
    {
      g_autofree char *text = daybook_decimal_print (PAIRS[i].number, PAIRS[i].digits);

      g_assert_cmpstr (text, ==, PAIRS[i].text);
    }
}

static void
assert_reads (const Pair *pair)
{
  gint64 number = 77;

  g_test_message ("“%s” with %u", pair->text, pair->digits);
  g_assert_true (daybook_decimal_parse (pair->text, pair->digits, &number));
  g_assert_cmpint (number, ==, pair->number);
}

static void
test_parse (void)
{
  /* Fewer digits than fit, and zeros that say nothing. */
  static const Pair OTHERS[] = { { "12.5", 2, 1250 }, { "12", 2, 1200 }, { "-3", 4, -30000 }, { "-0.0", 1, 0 }, { "007", 0, 7 } };

  for (gsize i = 0; i < G_N_ELEMENTS (PAIRS); i++)
    assert_reads (&PAIRS[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (OTHERS); i++)
    assert_reads (&OTHERS[i]);
}

static void
assert_refuses (const char *text,
                guint       digits)
{
  gint64 number = 77;

  g_test_message ("“%s” with %u", text, digits);
  g_assert_false (daybook_decimal_parse (text, digits, &number));
  g_assert_cmpint (number, ==, 77);
}

static void
test_what_is_no_number (void)
{
  static const char *const TEXTS[] = {
    ".", "12.", "1.2.3", "1.-5", "1.+5", "1. 5", "1,5", "--1", "1-", " 1", "1 ", "1.5 ", "12a", "0x10", "1e3", "１２", "1.５", "null",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (TEXTS); i++)
    for (guint digits = 0; digits <= 4; digits++)
      assert_refuses (TEXTS[i], digits);
}

/* A field that was emptied is not nought. */
static void
test_nothing_is_no_number (void)
{
  for (guint digits = 0; digits <= 4; digits++)
    {
      assert_refuses ("", digits);
      assert_refuses ("-", digits);
    }
}

static void
test_more_digits_than_fit (void)
{
  assert_refuses ("12.5", 0);
  assert_refuses ("12.0", 0);
  assert_refuses ("12.345", 2);
  assert_refuses ("12.500", 2);
  assert_refuses ("0.00001", 4);
}

static void
test_numbers_too_large (void)
{
  assert_refuses ("9223372036854775808", 0);
  assert_refuses ("-9223372036854775809", 0);
  assert_refuses ("9223372036854775807", 1);
  assert_refuses ("922337203685477.5808", 4);
  assert_refuses ("-922337203685477.5809", 4);
  assert_refuses ("99999999999999999999999999", 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/decimal/print", test_print);
  g_test_add_func ("/decimal/parse", test_parse);
  g_test_add_func ("/decimal/what-is-no-number", test_what_is_no_number);
  g_test_add_func ("/decimal/nothing-is-no-number", test_nothing_is_no_number);
  g_test_add_func ("/decimal/more-digits-than-fit", test_more_digits_than_fit);
  g_test_add_func ("/decimal/numbers-too-large", test_numbers_too_large);

  return g_test_run ();
}
