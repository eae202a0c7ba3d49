/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/id.h"

/* Vectors that every version of Daybook must reproduce: an id that changed
 * would make two laptops see two rows for one order (RECORDS §4). */
static const struct
{
  const char *kind;
  const char *parts[4];
  gsize       n_parts;
  const char *id;
} VECTORS[] = {
#include "id-vectors.inc"
};

static void
test_vectors (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (VECTORS); i++)
    {
      DaybookId id;
      char text[DAYBOOK_ID_STRING_SIZE];

      daybook_id_derive (&id, VECTORS[i].kind, VECTORS[i].parts, VECTORS[i].n_parts);
      daybook_id_print (&id, text);
      g_assert_cmpstr (text, ==, VECTORS[i].id);
    }
}

static void
assert_same (const char *a,
             const char *b,
             gboolean    same)
{
  DaybookId first, second;

  daybook_id_derive (&first, "order", &a, 1);
  daybook_id_derive (&second, "order", &b, 1);
  g_assert_cmpint (daybook_id_equal (&first, &second), ==, same);
}

static void
test_normalisation (void)
{
  assert_same ("12345", "12345", TRUE);
  assert_same (" 12345\t", "12345", TRUE);
  assert_same ("１２３４５", "12345", TRUE); /* full width */
  assert_same ("cafe\u0301", "caf\u00e9", TRUE);
  assert_same ("Cafe", "cafe", FALSE);
  assert_same ("12345", "123456", FALSE);
}

static void
test_parts_are_separate (void)
{
  const char *a[] = { "ab", "c" };
  const char *b[] = { "a", "bc" };
  DaybookId first, second;

  daybook_id_derive (&first, "order", a, 2);
  daybook_id_derive (&second, "order", b, 2);
  g_assert_false (daybook_id_equal (&first, &second));
}

static void
test_print_and_parse (void)
{
  DaybookId id, back;
  char text[DAYBOOK_ID_STRING_SIZE];

  daybook_id_random (&id);
  daybook_id_print (&id, text);
  g_assert_true (daybook_id_parse (text, &back));
  g_assert_true (daybook_id_equal (&id, &back));

  g_assert_false (daybook_id_parse (NULL, &back));
  g_assert_false (daybook_id_parse ("", &back));
  g_assert_false (daybook_id_parse ("6b9d1f4e-2c57-4a83-9e30-7da15c08f2", &back));
  g_assert_false (daybook_id_parse ("6b9d1f4e+2c57-4a83-9e30-7da15c08f246", &back));
  g_assert_false (daybook_id_parse ("6b9d1f4e-2c57-4a83-9e30-7da15c08f24g", &back));
}

static void
test_fresh_ids_sort_by_time (void)
{
  DaybookId earlier, later, twin;

  daybook_id_fresh (&earlier, 1700000000000);
  daybook_id_fresh (&later, 1700000000001);
  daybook_id_fresh (&twin, 1700000000001);
  g_assert_cmpint (daybook_id_compare (&earlier, &later), <, 0);
  g_assert_false (daybook_id_equal (&later, &twin));
}

static void
test_a_fresh_id_says_when (void)
{
  static const gint64 TIMES[] = { 0, 1, 1700000000001, 253402300799999 /* 9999 */ };
  DaybookId id;
  gint64 made = -1;

  for (gsize i = 0; i < G_N_ELEMENTS (TIMES); i++)
    {
      daybook_id_fresh (&id, TIMES[i]);
      g_assert_true (daybook_id_made_at (&id, &made));
      g_assert_cmpint (made, ==, TIMES[i]);
    }

  daybook_id_fresh (&id, -5);
  g_assert_true (daybook_id_made_at (&id, &made));
  g_assert_cmpint (made, ==, 0);
  daybook_id_random (&id);
  g_assert_false (daybook_id_made_at (&id, &made));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/id/vectors", test_vectors);
  g_test_add_func ("/id/normalisation", test_normalisation);
  g_test_add_func ("/id/parts-are-separate", test_parts_are_separate);
  g_test_add_func ("/id/print-and-parse", test_print_and_parse);
  g_test_add_func ("/id/fresh-ids-sort-by-time", test_fresh_ids_sort_by_time);
  g_test_add_func ("/id/a-fresh-id-says-when", test_a_fresh_id_says_when);

  return g_test_run ();
}
