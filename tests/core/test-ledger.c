/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/ledger.h"

/* The handbook's own figures (RV-04): 20, 40, 80 within one month. */
static void
test_each_costs_twice_the_one_before (void)
{
  g_assert_cmpint (daybook_ledger_sum (20, 0, "CNY"), ==, 0);
  g_assert_cmpint (daybook_ledger_sum (20, 1, "CNY"), ==, 2000);
  g_assert_cmpint (daybook_ledger_sum (20, 2, "CNY"), ==, 6000);
  g_assert_cmpint (daybook_ledger_sum (20, 3, "CNY"), ==, 14000);
}

static void
test_a_currency_has_its_own_units (void)
{
  g_assert_cmpint (daybook_ledger_sum (500, 2, "JPY"), ==, 1500);
}

/* However many there are, the sum stays one that can be shown. */
static void
test_it_does_not_grow_for_ever (void)
{
  g_assert_cmpint (daybook_ledger_sum (DAYBOOK_LEDGER_FIRST_MOST, 1000, "JPY"), ==, DAYBOOK_LEDGER_MOST);
  g_assert_cmpint (daybook_ledger_sum (1, G_MAXUINT, "JPY"), ==, DAYBOOK_LEDGER_MOST);
}

static void
test_settings (void)
{
  static const struct { const char *setting; guint first; } READ[] = {
    { "20", 20 }, { "1", 1 }, { "10000", 10000 }, { "", 0 }, { "0", 0 }, { "-20", 0 }, { "10001", 0 }, { "20.00", 0 }, { "much", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (READ); i++)
    g_assert_cmpuint (daybook_ledger_first (READ[i].setting), ==, READ[i].first);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ledger/doubles", test_each_costs_twice_the_one_before);
  g_test_add_func ("/ledger/units", test_a_currency_has_its_own_units);
  g_test_add_func ("/ledger/bound", test_it_does_not_grow_for_ever);
  g_test_add_func ("/ledger/settings", test_settings);

  return g_test_run ();
}
