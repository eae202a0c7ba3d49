/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-book.h"

#include "core/survey.h"
#include "store/survey-figures.h"

/* What customers said of the service, in numbers. */

static void
ask (Book            *book,
     const DaybookId *order,
     const DaybookId *served,
     guint            stars)
{
  const DaybookSurveySaid said = { .stars = { stars, stars, stars, stars }, .served = served };
  g_autoptr(DaybookEdit) edit = case_edit (book, DAYBOOK_ACT_EDIT);
  g_autoptr(DaybookRow) row = book_row (book, &daybook_orders, order);
  g_autoptr(GError) error = NULL;

  daybook_survey_add (edit, row, &said, daybook_edit_agent (edit), BOOK_NOW, NULL, &error);
  g_assert_no_error (error);
  case_commit (book, edit);
}

static void
assert_figure (const DaybookSurveyFigure *figure,
               const DaybookId           *agent,
               guint                      n,
               double                     average)
{
  g_assert_true (daybook_id_equal (&figure->agent, agent));
  g_assert_cmpuint (figure->n, ==, n);
  g_assert_cmpuint (figure->rows->len, ==, n);
  g_assert_cmpfloat_with_epsilon (figure->average, average, 1e-9);
}

/* Figures are a person's, and not a name's; whoever served nobody knows comes last. */
static void
test_two_of_one_name (void)
{
  Book book;
  g_autoptr(GError) error = NULL;

  book_open (&book);
  DaybookId order = book_add_order (&book, "1001", BOOK_NOW), nobody = { { 0 } };
  DaybookId first = case_add_agent (&book, "小王", DAYBOOK_ROLE_AGENT), second = case_add_agent (&book, "小王", DAYBOOK_ROLE_AGENT);
  ask (&book, &order, &first, 5);
  ask (&book, &order, &first, 4);
  ask (&book, &order, &second, 1);
  ask (&book, &order, NULL, 2);

  g_autoptr(GPtrArray) figures = daybook_survey_figures (daybook_store_get_reader (book.store), DAYBOOK_SURVEYS_BY_AGENT, 0, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (figures->len, ==, 3);
  assert_figure (g_ptr_array_index (figures, 0), &second, 1, 1);
  assert_figure (g_ptr_array_index (figures, 1), &first, 2, 4.5);
  assert_figure (g_ptr_array_index (figures, 2), &nobody, 1, 2);
  book_close (&book);
}

/* By the month and all together nobody is named. */
static void
test_together (void)
{
  Book book;

  book_open (&book);
  DaybookId order = book_add_order (&book, "1001", BOOK_NOW), nobody = { { 0 } };
  DaybookId agent = case_add_agent (&book, "小王", DAYBOOK_ROLE_AGENT);
  ask (&book, &order, &agent, 5);
  ask (&book, &order, NULL, 2);

  for (guint by = 0; by < 2; by++)
    {
      g_autoptr(GPtrArray) figures = daybook_survey_figures (daybook_store_get_reader (book.store),
                                                             by == 0 ? DAYBOOK_SURVEYS_TOGETHER : DAYBOOK_SURVEYS_BY_MONTH, 0, 0, NULL);

      g_assert_cmpuint (figures->len, ==, 1);
      assert_figure (g_ptr_array_index (figures, 0), &nobody, 2, 3.5);
    }
  book_close (&book);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/survey-figures/two-of-one-name", test_two_of_one_name);
  g_test_add_func ("/survey-figures/together", test_together);

  return g_test_run ();
}
