/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-book.h"

#include "core/order.h"
#include "core/presence.h"
#include "store/presences.h"
#include "store/reach.h"
#include "store/setting.h"

#include <string.h>

/* Whoever forgets to sign off is off by themselves (SH-06, SH-07), by the book's clock. */

#define HOUR 3600

typedef struct
{
  Book      book;
  DaybookId owner;
  DaybookId eve;   /* part-time */
  DaybookId order; /* nobody's */
} Shop;

static void
set_up (Shop         *shop,
        gconstpointer data)
{
  book_open (&shop->book);
  shop->owner = *daybook_store_get_agent (shop->book.store);
  shop->eve = case_add_agent (&shop->book, "晚班", DAYBOOK_ROLE_PART_TIME);
  shop->order = book_add_order (&shop->book, "1001", BOOK_NOW);
}

static void
tear_down (Shop         *shop,
           gconstpointer data)
{
  book_close (&shop->book);
}

static void
go_to (Shop   *shop,
       gint64  seconds)
{
  daybook_store_fix_now (shop->book.store, BOOK_NOW + seconds);
}

static void
sign (Shop               *shop,
      DaybookPresenceAct  act)
{
  g_autoptr(DaybookRow) eve = book_row (&shop->book, &daybook_agents, &shop->eve);
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookEdit) edit = NULL;

  daybook_store_set_agent (shop->book.store, &shop->eve);
  edit = daybook_presence_edit (daybook_store_get_reader (shop->book.store), eve, act, "晚饭", daybook_store_get_now (shop->book.store), &error);
  g_assert_no_error (error);
  case_commit (&shop->book, edit);
}

static gint64
on_since (Shop *shop)
{
  g_auto(DaybookAttendance) attendance = DAYBOOK_ATTENDANCE_INIT;
  g_autoptr(GError) error = NULL;

  daybook_attendance_read (daybook_store_get_reader (shop->book.store), &shop->eve, &attendance, &error);
  g_assert_no_error (error);
  return attendance.on_since;
}

static gboolean
may_work (Shop *shop)
{
  g_autofree char *note = g_strdup_printf ("note %d", g_random_int ());
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Note", &shop->eve);
  g_autoptr(DaybookOutcome) outcome = NULL;

  daybook_edit_set (edit, &daybook_orders, &shop->order, DAYBOOK_ORDER_NOTE, daybook_value_text (note));
  outcome = daybook_store_commit (shop->book.store, edit, NULL);
  return outcome != NULL;
}

static int
end_forgotten (Shop *shop)
{
  g_autoptr(GError) error = NULL;
  int n = daybook_presences_end_forgotten (shop->book.store, &error);

  g_assert_no_error (error);
  return n;
}

static gint64
number_of (Shop       *shop,
           const char *column)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM presences WHERE kind = 0 ORDER BY rowid LIMIT 1", column);

  return book_number (&shop->book, sql);
}

static void
test_hours (Shop         *shop,
            gconstpointer data)
{
  g_assert_cmpuint (daybook_presence_hours (""), ==, 14);
  g_assert_cmpuint (daybook_presence_hours ("10"), ==, 10);
  g_assert_cmpuint (daybook_presence_hours ("0"), ==, 14);
  g_assert_cmpuint (daybook_presence_hours ("73"), ==, 14);
  g_assert_cmpint (daybook_presence_end (100, 0, 1), ==, 100);
  g_assert_cmpint (daybook_presence_end (100, 200, 1), ==, 200);
  g_assert_cmpint (daybook_presence_end (100, 100000, 1), ==, 3700);
}

/* To the second, and the rights with it, before anything was written. */
static void
test_the_rights_end (Shop         *shop,
                     gconstpointer data)
{
  g_assert_false (may_work (shop));
  sign (shop, DAYBOOK_PRESENCE_SIGN_ON);
  g_assert_true (may_work (shop));
  go_to (shop, 14 * HOUR - 1);
  g_assert_true (may_work (shop));
  g_assert_cmpint (on_since (shop), ==, BOOK_NOW);
  go_to (shop, 14 * HOUR);
  g_assert_false (may_work (shop));
  g_assert_cmpint (on_since (shop), ==, 0);
  g_assert_false (daybook_reader_may (daybook_store_get_reader (shop->book.store), DAYBOOK_RIGHT_LOOK_ANY));
}

/* At the last thing that they did, marked so; once. */
static void
test_it_is_ended (Shop         *shop,
                  gconstpointer data)
{
  sign (shop, DAYBOOK_PRESENCE_SIGN_ON);
  go_to (shop, 3 * HOUR);
  g_assert_true (may_work (shop));
  go_to (shop, 4 * HOUR);
  sign (shop, DAYBOOK_PRESENCE_LEAVE);
  go_to (shop, 13 * HOUR);
  g_assert_cmpint (end_forgotten (shop), ==, 0);
  go_to (shop, 15 * HOUR);
  g_assert_cmpint (end_forgotten (shop), ==, 1);
  g_assert_cmpint (number_of (shop, "ended"), ==, BOOK_NOW + 4 * HOUR);
  g_assert_cmpint (number_of (shop, "forgotten"), ==, 1);
  g_assert_cmpint (book_number (&shop->book, "SELECT count (*) FROM presences WHERE ended IS NULL"), ==, 0);
  g_assert_cmpint (end_forgotten (shop), ==, 0);

  daybook_store_set_agent (shop->book.store, &shop->owner);
  g_autoptr(GPtrArray) acts = daybook_reader_history (daybook_store_get_reader (shop->book.store), NULL, NULL, 0, 1, NULL);
  const DaybookAct *act = g_ptr_array_index (acts, 0);
  g_assert_cmpint (act->kind, ==, DAYBOOK_ACT_RULE);
  g_assert_nonnull (strstr (act->title, "晚班"));
}

/* Who comes the next day ends the day before by it. */
static void
test_the_next_day (Shop         *shop,
                   gconstpointer data)
{
  sign (shop, DAYBOOK_PRESENCE_SIGN_ON);
  go_to (shop, 24 * HOUR);
  sign (shop, DAYBOOK_PRESENCE_SIGN_ON);
  g_assert_cmpint (on_since (shop), ==, BOOK_NOW + 24 * HOUR);
  g_assert_cmpint (number_of (shop, "ended"), ==, BOOK_NOW);
  g_assert_cmpint (number_of (shop, "forgotten"), ==, 1);
  g_assert_cmpint (end_forgotten (shop), ==, 0);
  g_assert_true (may_work (shop));
}

static void
test_the_shop_sets_the_hours (Shop         *shop,
                              gconstpointer data)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_RULE, "Hours", NULL);

  daybook_setting_set (edit, daybook_store_get_reader (shop->book.store), DAYBOOK_PRESENCE_HOURS_SETTING, "2");
  case_commit (&shop->book, edit);
  sign (shop, DAYBOOK_PRESENCE_SIGN_ON);
  go_to (shop, 2 * HOUR);
  g_assert_false (may_work (shop));
  g_assert_cmpint (end_forgotten (shop), ==, 1);
}

static void
test_who_signs_off_has_not_forgotten (Shop         *shop,
                                      gconstpointer data)
{
  sign (shop, DAYBOOK_PRESENCE_SIGN_ON);
  go_to (shop, 5 * HOUR);
  sign (shop, DAYBOOK_PRESENCE_SIGN_OFF);
  go_to (shop, 30 * HOUR);
  g_assert_cmpint (end_forgotten (shop), ==, 0);
  g_assert_cmpint (number_of (shop, "ended"), ==, BOOK_NOW + 5 * HOUR);
  g_assert_cmpint (number_of (shop, "forgotten"), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void      (*run) (Shop *shop, gconstpointer data);
  } TESTS[] = {
    { "/presence/hours", test_hours },
    { "/presence/the-rights-end", test_the_rights_end },
    { "/presence/it-is-ended", test_it_is_ended },
    { "/presence/the-next-day", test_the_next_day },
    { "/presence/the-shop-sets-the-hours", test_the_shop_sets_the_hours },
    { "/presence/who-signs-off-has-not-forgotten", test_who_signs_off_has_not_forgotten },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (TESTS); i++)
    g_test_add (TESTS[i].path, Shop, NULL, set_up, TESTS[i].run, tear_down);

  return g_test_run ();
}
