/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/merge.h"

/* Two laptops; B's id is the larger one. */
#define A { { { 0x0a } }, 7 }
#define B { { { 0x0b } }, 3 }
#define NOBODY { { { 0 } }, 0 }

#define TEXT_VALUE(s) { .type = DAYBOOK_VALUE_TEXT, .text = (char *) (s) }

static const DaybookValue NONE = DAYBOOK_VALUE_INIT;
static const DaybookValue RED = TEXT_VALUE ("red");
static const DaybookValue BLUE = TEXT_VALUE ("blue");

typedef struct
{
  const char        *why;
  DaybookFieldClass  field_class;
  DaybookClaim       current;
  DaybookClaim       arriving;
  DaybookVerdict     verdict;
} Case;

static const Case CASES[] = {
  /* Whoever has seen the current operation may replace it, with any clock. */
  { "its base is the current one", DAYBOOK_CLASS_REGISTER,
    { A, 900, 0, &RED }, { B, 100, 0, &BLUE, A, &RED }, DAYBOOK_VERDICT_ACCEPTED },
  { "guarded, its base is the current one", DAYBOOK_CLASS_GUARDED,
    { A, 900, 0, &RED }, { B, 100, 0, &BLUE, A, &RED }, DAYBOOK_VERDICT_ACCEPTED },
  { "an older export, imported by somebody who had seen the newer one", DAYBOOK_CLASS_PLATFORM,
    { A, 900, 60, &RED }, { B, 100, 50, &BLUE, A, &RED }, DAYBOOK_VERDICT_ACCEPTED },
  { "its author saw the same value, of another operation", DAYBOOK_CLASS_REGISTER,
    { A, 900, 0, &RED }, { B, 100, 0, &BLUE, NOBODY, &RED }, DAYBOOK_VERDICT_ACCEPTED },
  { "its author saw no value, and there is none", DAYBOOK_CLASS_REGISTER,
    { A, 900, 0, &NONE }, { B, 100, 0, &BLUE, NOBODY, &NONE }, DAYBOOK_VERDICT_ACCEPTED },

  /* Concurrent. */
  { "both say the same", DAYBOOK_CLASS_REGISTER,
    { A, 100, 0, &RED }, { B, 900, 0, &RED, NOBODY, &BLUE }, DAYBOOK_VERDICT_EQUAL },
  { "guarded, both say the same", DAYBOOK_CLASS_GUARDED,
    { A, 100, 0, &RED }, { B, 900, 0, &RED, NOBODY, &BLUE }, DAYBOOK_VERDICT_EQUAL },
  { "an older export says the same", DAYBOOK_CLASS_PLATFORM,
    { A, 100, 60, &RED }, { B, 900, 50, &RED, NOBODY, &BLUE }, DAYBOOK_VERDICT_EQUAL },
  { "an export of the same age says the same", DAYBOOK_CLASS_PLATFORM,
    { A, 100, 60, &RED }, { B, 900, 60, &RED, NOBODY, &BLUE }, DAYBOOK_VERDICT_EQUAL },
  { "a newer export says the same: the value is as new as it", DAYBOOK_CLASS_PLATFORM,
    { A, 900, 50, &RED }, { B, 100, 60, &RED, NOBODY, &BLUE }, DAYBOOK_VERDICT_RENEWED },
  { "the larger stamp wins", DAYBOOK_CLASS_REGISTER,
    { A, 100, 0, &RED }, { B, 101, 0, &BLUE, NOBODY, &NONE }, DAYBOOK_VERDICT_WON },
  { "the smaller stamp loses", DAYBOOK_CLASS_REGISTER,
    { A, 101, 0, &RED }, { B, 100, 0, &BLUE, NOBODY, &NONE }, DAYBOOK_VERDICT_LOST },
  { "of one stamp, the larger device wins", DAYBOOK_CLASS_REGISTER,
    { A, 100, 0, &RED }, { B, 100, 0, &BLUE, NOBODY, &NONE }, DAYBOOK_VERDICT_WON },
  { "of one stamp, the smaller device loses", DAYBOOK_CLASS_REGISTER,
    { B, 100, 0, &RED }, { A, 100, 0, &BLUE, NOBODY, &NONE }, DAYBOOK_VERDICT_LOST },
  { "of one stamp and device, the later number wins", DAYBOOK_CLASS_REGISTER,
    { A, 100, 0, &RED }, { { { { 0x0a } }, 8 }, 100, 0, &BLUE, NOBODY, &NONE }, DAYBOOK_VERDICT_WON },
  { "clearing is a change like any other", DAYBOOK_CLASS_REGISTER,
    { A, 100, 0, &RED }, { B, 101, 0, &NONE, NOBODY, &BLUE }, DAYBOOK_VERDICT_WON },
  { "a row made twice", DAYBOOK_CLASS_REGISTER,
    { A, 100, 0, &RED }, { B, 99, 0, &BLUE, NOBODY, NULL }, DAYBOOK_VERDICT_LOST },
  { "a row made twice, where the first has no value", DAYBOOK_CLASS_REGISTER,
    { A, 100, 0, &NONE }, { B, 99, 0, &BLUE, NOBODY, NULL }, DAYBOOK_VERDICT_LOST },
  { "text is decided like a register", DAYBOOK_CLASS_TEXT,
    { A, 100, 0, &RED }, { B, 101, 0, &BLUE, NOBODY, &NONE }, DAYBOOK_VERDICT_WON },

  /* What must not be decided twice. */
  { "guarded, the first stands against a larger stamp", DAYBOOK_CLASS_GUARDED,
    { A, 100, 0, &RED }, { B, 900, 0, &BLUE, NOBODY, &NONE }, DAYBOOK_VERDICT_LOST },
  { "written once, the first stands", DAYBOOK_CLASS_APPEND_ONLY,
    { A, 100, 0, &RED }, { B, 900, 0, &BLUE, NOBODY, NULL }, DAYBOOK_VERDICT_LOST },

  /* What the platform says. */
  { "the newer export wins against a larger stamp", DAYBOOK_CLASS_PLATFORM,
    { A, 900, 50, &RED }, { B, 100, 60, &BLUE, NOBODY, &NONE }, DAYBOOK_VERDICT_RENEWED },
  { "the older export loses with a larger stamp", DAYBOOK_CLASS_PLATFORM,
    { A, 100, 60, &RED }, { B, 900, 50, &BLUE, NOBODY, &NONE }, DAYBOOK_VERDICT_STALE },
  { "exports of one age are decided by the stamp", DAYBOOK_CLASS_PLATFORM,
    { A, 100, 60, &RED }, { B, 900, 60, &BLUE, NOBODY, &NONE }, DAYBOOK_VERDICT_WON },
  { "exports of one age, the smaller stamp", DAYBOOK_CLASS_PLATFORM,
    { A, 900, 60, &RED }, { B, 100, 60, &BLUE, NOBODY, &NONE }, DAYBOOK_VERDICT_LOST },

  /* Deleting (register): 1 is in the trash. */
  { "a delete by somebody who had seen the row as it is", DAYBOOK_CLASS_REGISTER,
    { A, 900, 0, &(DaybookValue) { DAYBOOK_VALUE_INT, { 0 } } },
    { B, 100, 0, &(DaybookValue) { DAYBOOK_VALUE_INT, { 1 } }, A, &(DaybookValue) { DAYBOOK_VALUE_INT, { 0 } } },
    DAYBOOK_VERDICT_ACCEPTED },
  { "deleted on both", DAYBOOK_CLASS_REGISTER,
    { A, 900, 0, &(DaybookValue) { DAYBOOK_VALUE_INT, { 1 } } },
    { B, 100, 0, &(DaybookValue) { DAYBOOK_VALUE_INT, { 1 } }, NOBODY, &(DaybookValue) { DAYBOOK_VALUE_INT, { 0 } } },
    DAYBOOK_VERDICT_EQUAL },
  { "made anew on one, later than deleted on the other", DAYBOOK_CLASS_REGISTER,
    { A, 100, 0, &(DaybookValue) { DAYBOOK_VALUE_INT, { 1 } } },
    { B, 900, 0, &(DaybookValue) { DAYBOOK_VALUE_INT, { 0 } }, NOBODY, NULL },
    DAYBOOK_VERDICT_WON },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      const Case *c = &CASES[i];

      g_test_message ("%s", c->why);
      g_assert_cmpint (daybook_claim_decide (c->field_class, &c->current, &c->arriving), ==, c->verdict);
    }
}

static void
test_an_untouched_field_takes_anything (void)
{
  const DaybookClaim claim = { A, 1, 0, &RED, NOBODY, NULL };

  for (int i = DAYBOOK_CLASS_REGISTER; i <= DAYBOOK_CLASS_PLATFORM; i++)
    g_assert_cmpint (daybook_claim_decide ((DaybookFieldClass) i, NULL, &claim), ==, DAYBOOK_VERDICT_ACCEPTED);
}

/* Whichever of two concurrent claims comes first, the same value stands. */
static void
test_order_of_arrival_does_not_matter (void)
{
  const DaybookFieldClass classes[] = { DAYBOOK_CLASS_REGISTER, DAYBOOK_CLASS_TEXT, DAYBOOK_CLASS_PLATFORM };

  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    for (gint64 stamp = 99; stamp <= 101; stamp++)
      for (gint64 as_of = 49; as_of <= 51; as_of++)
        {
          const DaybookClaim a = { A, 100, 50, &RED, NOBODY, &NONE };
          const DaybookClaim b = { B, stamp, as_of, &BLUE, NOBODY, &NONE };

          g_assert_cmpint (daybook_verdict_takes (daybook_claim_decide (classes[i], &a, &b)), !=,
                           daybook_verdict_takes (daybook_claim_decide (classes[i], &b, &a)));
        }
}

static void
test_letters (void)
{
  DaybookVerdict parsed;

  for (int i = 0; i < DAYBOOK_N_VERDICTS; i++)
    {
      g_assert_true (daybook_verdict_parse (daybook_verdict_letter ((DaybookVerdict) i), &parsed));
      g_assert_cmpint (parsed, ==, i);
    }
  g_assert_false (daybook_verdict_parse ('x', &parsed));
  g_assert_false (daybook_verdict_parse ('\0', &parsed));
}

static void
test_stamps_are_clamped (void)
{
  const gint64 now = G_GINT64_CONSTANT (1763800000000);
  const gint64 year = G_GINT64_CONSTANT (365) * 86400 * 1000;

  g_assert_cmpint (daybook_stamp_clamp (now << 16 | 5, now), ==, now << 16 | 5);
  g_assert_cmpint (daybook_stamp_clamp ((now - year) << 16, now), ==, (now - year) << 16);
  g_assert_cmpint (daybook_stamp_clamp ((now + 60000) << 16, now), ==, (now + 60000) << 16);
  g_assert_cmpint (daybook_stamp_clamp ((now + year) << 16, now), ==, (now + 60000) << 16);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/merge-decide/cases", test_cases);
  g_test_add_func ("/merge-decide/an-untouched-field-takes-anything", test_an_untouched_field_takes_anything);
  g_test_add_func ("/merge-decide/order-of-arrival-does-not-matter", test_order_of_arrival_does_not_matter);
  g_test_add_func ("/merge-decide/letters", test_letters);
  g_test_add_func ("/merge-decide/stamps-are-clamped", test_stamps_are_clamped);

  return g_test_run ();
}
