/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/survey.h"

#include "core/customer.h"
#include "core/trade-contact.h"
#include "core/trade-day.h"

/* What is a survey and what is none; the emergency list and the trade's days, which follow from rows alone. */

#define NOW G_GINT64_CONSTANT (1795910400)

static DaybookEdit *
new_edit (void)
{
  return daybook_edit_new (DAYBOOK_ACT_EDIT, "test", NULL);
}

static void
assert_refused (const DaybookSurveySaid *said)
{
  g_autoptr(DaybookRow) customer = daybook_row_new (&daybook_customers);
  g_autoptr(DaybookEdit) edit = new_edit ();
  g_autoptr(GError) error = NULL;

  g_assert_false (daybook_survey_add (edit, customer, said, NULL, NOW, NULL, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT);
  g_assert_cmpuint (daybook_edit_size (edit), ==, 0);
}

static void
test_refused (void)
{
  assert_refused (&(DaybookSurveySaid) { .stars = { 0 } });
  assert_refused (&(DaybookSurveySaid) { .stars = { 0 }, .opinion = "Fine" });
  assert_refused (&(DaybookSurveySaid) { .stars = { 5, 6, 0, 0 } });
}

/* Of a case the handler served, where there is one, else the owner. */
static void
test_served (void)
{
  g_autoptr(DaybookRow) row = daybook_row_new (&daybook_cases);
  g_autoptr(DaybookEdit) edit = new_edit ();
  const DaybookSurveySaid said = { .stars = { 1, 0, 0, 5 } };
  DaybookId owner, handler;

  daybook_id_random (&owner);
  daybook_id_random (&handler);
  row->values[DAYBOOK_CASE_OWNER] = daybook_value_id (&owner);
  g_assert_true (daybook_survey_add (edit, row, &said, NULL, NOW, NULL, NULL));
  g_assert_true (daybook_id_equal (&daybook_edit_change (edit, 0)->values[DAYBOOK_SURVEY_SERVED].id, &owner));
  row->values[DAYBOOK_CASE_HANDLER] = daybook_value_id (&handler);
  g_assert_true (daybook_survey_add (edit, row, &said, NULL, NOW, NULL, NULL));
  g_assert_true (daybook_id_equal (&daybook_edit_change (edit, 1)->values[DAYBOOK_SURVEY_SERVED].id, &handler));
  g_assert_cmpint (daybook_edit_change (edit, 1)->values[DAYBOOK_SURVEY_ATTITUDE].type, ==, DAYBOOK_VALUE_NONE);
}

static void
assert_low (const DaybookSurveySaid *said,
            gboolean                 low)
{
  g_assert_cmpint (daybook_survey_is_low (said), ==, low);
}

static void
test_low (void)
{
  assert_low (&(DaybookSurveySaid) { .stars = { 2, 3, 3, 3 } }, TRUE);  /* below three on average */
  assert_low (&(DaybookSurveySaid) { .stars = { 5, 5, 5, 2 } }, TRUE);  /* it is not well */
  assert_low (&(DaybookSurveySaid) { .stars = { 3, 3, 3, 3 } }, FALSE);
  assert_low (&(DaybookSurveySaid) { .stars = { 0, 0, 0, 0 } }, FALSE); /* nobody answered */
}

/* Questions that were not answered are left out. */
static void
test_written (void)
{
  const DaybookSurveySaid said = { .stars = { 0, 1, 0, 4 }, .opinion = "Late" };
  g_autofree char *text = daybook_survey_write (&said);

  g_assert_cmpstr (text, ==, "Were we friendly? 1 star\nIs it well now? 4 stars\nLate");
}

static void
test_average (void)
{
  g_autoptr(DaybookRow) row = daybook_row_new (&daybook_surveys);

  g_assert_cmpfloat_with_epsilon (daybook_survey_average (row), 0, 0.001);
  row->values[DAYBOOK_SURVEY_CONVENIENCE] = daybook_value_int (5);
  row->values[DAYBOOK_SURVEY_RESULT] = daybook_value_int (2);
  g_assert_cmpfloat_with_epsilon (daybook_survey_average (row), 3.5, 0.001);
}

static DaybookRow *
new_contact (gboolean emergency,
             gint64   position)
{
  DaybookRow *row = daybook_row_new (&daybook_trade_contacts);

  daybook_id_random (&row->id);
  row->values[DAYBOOK_TRADE_CONTACT_EMERGENCY] = daybook_value_int (emergency);
  row->values[DAYBOOK_TRADE_CONTACT_POSITION] = daybook_value_int (position);
  return row;
}

/* Only what is another is written. */
static void
test_emergency (void)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);
  g_autoptr(GPtrArray) list = g_ptr_array_new ();
  g_autoptr(DaybookEdit) edit = new_edit ();
  g_autoptr(DaybookEdit) again = new_edit ();

  g_ptr_array_add (all, new_contact (TRUE, 1));
  g_ptr_array_add (all, new_contact (TRUE, 2));
  g_ptr_array_add (all, new_contact (FALSE, 0));
  g_ptr_array_add (list, g_ptr_array_index (all, 1));
  g_ptr_array_add (list, g_ptr_array_index (all, 2));
  daybook_trade_contact_set_emergency (edit, all, list);
  /* The first goes off; the second moves up; the third comes on and gets its place. */
  g_assert_cmpuint (daybook_edit_size (edit), ==, 4);

  g_ptr_array_set_size (list, 0);
  g_ptr_array_add (list, g_ptr_array_index (all, 0));
  g_ptr_array_add (list, g_ptr_array_index (all, 1));
  daybook_trade_contact_set_emergency (again, all, list);
  g_assert_cmpuint (daybook_edit_size (again), ==, 0);
}

/* The festivals by the moon are another day each year; what is planned already is not planned twice. */
static void
test_trade_days (void)
{
  g_autoptr(GPtrArray) known = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);
  g_autoptr(DaybookEdit) edit = new_edit ();
  g_autoptr(DaybookEdit) again = new_edit ();
  gboolean spring = FALSE;
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 1, G_DATE_DECEMBER, 2026);
  g_assert_cmpuint (daybook_trade_days_add (edit, known, &today, NOW), ==, 10);
  for (guint i = 0; i < daybook_edit_size (edit); i++)
    {
      const DaybookChange *change = daybook_edit_change (edit, i);
      DaybookRow *row = daybook_row_new (&daybook_campaigns);

      spring = spring || g_str_equal (change->values[DAYBOOK_CAMPAIGN_BEGINS].text, "2027-02-06");
      row->values[DAYBOOK_CAMPAIGN_BEGINS] = daybook_value_copy (&change->values[DAYBOOK_CAMPAIGN_BEGINS]);
      row->values[DAYBOOK_CAMPAIGN_KIND] = daybook_value_copy (&change->values[DAYBOOK_CAMPAIGN_KIND]);
      g_ptr_array_add (known, row);
    }
  g_assert_true (spring);
  g_assert_cmpuint (daybook_trade_days_add (again, known, &today, NOW), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/survey/refused", test_refused);
  g_test_add_func ("/survey/served", test_served);
  g_test_add_func ("/survey/low", test_low);
  g_test_add_func ("/survey/written", test_written);
  g_test_add_func ("/survey/average", test_average);
  g_test_add_func ("/trade/emergency", test_emergency);
  g_test_add_func ("/trade/days", test_trade_days);
  return g_test_run ();
}
