/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/disclosure.h"

#include <string.h>

/* By what right personal data is given away, and what is written down of it. */

static gboolean
is_well (DaybookRevealBasis  basis,
         const char         *recipient,
         const char         *reason)
{
  g_autoptr(DaybookDisclosure) disclosure = daybook_disclosure_new (basis, recipient, reason);
  g_autoptr(GError) error = NULL;
  gboolean well = daybook_disclosure_check (disclosure, &error);

  if (!well)
    g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED);
  return well;
}

static void
test_a_basis_is_needed (void)
{
  g_assert_false (is_well (DAYBOOK_BASIS_NONE, "the courier", "because"));
  g_assert_true (is_well (DAYBOOK_BASIS_ORDER, NULL, NULL));
  g_assert_true (is_well (DAYBOOK_BASIS_CONSENT, NULL, NULL));
  g_assert_true (is_well (DAYBOOK_BASIS_OWN, NULL, NULL));
}

/* AS-22: who asks, and under which number. Blanks are no reason. */
static void
test_legal_process_has_a_reason (void)
{
  g_assert_false (is_well (DAYBOOK_BASIS_LEGAL, "the bailiff", NULL));
  g_assert_false (is_well (DAYBOOK_BASIS_LEGAL, "the bailiff", " \t"));
  g_assert_true (is_well (DAYBOOK_BASIS_LEGAL, NULL, "City court 2026/118"));
}

static void
test_what_the_log_keeps (void)
{
  static const struct { const char *recipient, *reason, *note; } TRIES[] = {
    { NULL, NULL, NULL },
    { " ", "", NULL },
    { "SF", NULL, "For: SF" },
    { NULL, " by post ", "by post" },
    { "the bailiff", "City court 2026/118", "City court 2026/118. For: the bailiff" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (TRIES); i++)
    {
      g_autoptr(DaybookDisclosure) made = daybook_disclosure_new (DAYBOOK_BASIS_LEGAL, TRIES[i].recipient, TRIES[i].reason);
      g_autoptr(DaybookDisclosure) copy = daybook_disclosure_copy (made);

      g_assert_cmpstr (copy->note, ==, TRIES[i].note);
      g_assert_cmpint (copy->basis, ==, DAYBOOK_BASIS_LEGAL);
    }
}

static void
test_it_is_told_in_the_look (void)
{
  g_autoptr(DaybookDisclosure) made = daybook_disclosure_new (DAYBOOK_BASIS_OWN, "her lawyer", NULL);
  DaybookLook look = { .how = DAYBOOK_REVEAL_EXPORT };

  g_assert_true (daybook_disclosure_tell (NULL, &look, NULL));
  g_assert_cmpint (look.basis, ==, DAYBOOK_BASIS_NONE);
  g_assert_true (daybook_disclosure_tell (made, &look, NULL));
  g_assert_cmpint (look.basis, ==, DAYBOOK_BASIS_OWN);
  g_assert_cmpstr (look.reason, ==, "For: her lawyer");
}

static void
test_the_text (void)
{
  g_autofree char *long_one = g_strnfill (DAYBOOK_DISCLOSURE_TEXT_MOST + 1, 'a');

  g_assert_nonnull (strstr (daybook_disclosure_text (NULL), "secret"));
  g_assert_cmpstr (daybook_disclosure_text (""), ==, daybook_disclosure_text (NULL));
  g_assert_cmpstr (daybook_disclosure_text ("Ours."), ==, "Ours.");
  g_assert_false (daybook_disclosure_text_check (long_one, NULL));
  long_one[DAYBOOK_DISCLOSURE_TEXT_MOST] = '\0';
  g_assert_true (daybook_disclosure_text_check (long_one, NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/disclosure/a-basis-is-needed", test_a_basis_is_needed);
  g_test_add_func ("/disclosure/legal-process-has-a-reason", test_legal_process_has_a_reason);
  g_test_add_func ("/disclosure/what-the-log-keeps", test_what_the_log_keeps);
  g_test_add_func ("/disclosure/it-is-told-in-the-look", test_it_is_told_in_the_look);
  g_test_add_func ("/disclosure/the-text", test_the_text);

  return g_test_run ();
}
