/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-book.h"
#include "two-laptops.h"

#include "core/day.h"
#include "core/moment.h"
#include "store/passes.h"
#include "store/tally-sums.h"

#include <string.h>

/* What is counted at the desk: enquiries answered at once (IN-21), places of a pass (IN-20). */

#define DAY 86400

static DaybookReader *
reader_of (Book *book)
{
  return daybook_store_get_reader (book->store);
}

static DaybookEdit *
make_add (Book        *book,
          const char  *class,
          gint64       count,
          GError     **error)
{
  return daybook_tally_act_add (reader_of (book), class, DAYBOOK_CHANNEL_PHONE, count, daybook_store_get_agent (book->store),
                                daybook_store_get_now (book->store), error);
}

static void
add (Book       *book,
     const char *class,
     gint64      count)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookEdit) edit = make_add (book, class, count, &error);

  g_assert_no_error (error);
  case_commit (book, edit);
}

/* "product×3 fees×1": of the day, `days` days from today. */
static void
assert_sums (Book       *book,
             int         days,
             const char *expected)
{
  g_autoptr(GError) error = NULL;
  GTimeZone *zone = daybook_store_get_zone (book->store);
  gint64 now = daybook_store_get_now (book->store);
  g_autoptr(GPtrArray) sums = daybook_reader_tally_sums (reader_of (book), daybook_moment_day (now, zone, days),
                                                         daybook_moment_day (now, zone, days + 1), &error);
  g_autoptr(GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < sums->len; i++)
    {
      const DaybookTallySum *sum = g_ptr_array_index (sums, i);

      g_assert_cmpint (sum->channel, ==, DAYBOOK_CHANNEL_PHONE);
      g_string_append_printf (text, i > 0 ? " %s×%d" : "%s×%d", sum->class, (int) sum->count);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* Classes come in the register's order; each day for itself. */
static void
test_days_are_summed (void)
{
  Book book;
  book_open (&book);

  add (&book, "fees", 1);
  add (&book, "product", 1);
  add (&book, "product", 2);
  daybook_store_fix_now (book.store, BOOK_NOW + DAY);
  add (&book, "other", 5);
  assert_sums (&book, 0, "other×5");
  assert_sums (&book, -1, "product×3 fees×1");
  assert_sums (&book, -2, "");

  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) days = daybook_reader_tally_days (reader_of (&book), BOOK_NOW - DAY, BOOK_NOW + DAY, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (days->len, ==, 3);
  g_autofree char *yesterday = daybook_day_of (BOOK_NOW, daybook_store_get_zone (book.store));
  g_assert_cmpstr (((const DaybookTallySum *) g_ptr_array_index (days, 1))->day, ==, yesterday);
  g_assert_null (daybook_reader_tally_days (reader_of (&book), BOOK_NOW, BOOK_NOW - DAY, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT);
  g_autoptr(DaybookRow) last = daybook_reader_tally_last (reader_of (&book), daybook_store_get_agent (book.store), NULL);
  g_assert_cmpstr (daybook_row_text (last, DAYBOOK_TALLY_CLASS), ==, "other");
  book_close (&book);
}

static void
test_undo_takes_one_off (void)
{
  Book book;
  g_autoptr(GError) error = NULL;
  book_open (&book);

  add (&book, "product", 1);
  add (&book, "product", 1);
  daybook_outcome_free (daybook_store_undo (book.store, NULL, &error));
  g_assert_no_error (error);
  assert_sums (&book, 0, "product×1");
  book_close (&book);
}

static void
test_what_cannot_be_counted_is_refused (void)
{
  static const struct { const char *class; gint64 count; } REFUSED[] = {
    { "weather", 1 }, { "product", 0 }, { "product", -1 }, { "product", DAYBOOK_TALLY_MOST + 1 },
  };
  Book book;
  book_open (&book);

  for (gsize i = 0; i < G_N_ELEMENTS (REFUSED); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (make_add (&book, REFUSED[i].class, REFUSED[i].count, &error));
      g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT);
    }
  book_close (&book);
}

/* Both count while they do not know of each other: nothing is lost, and nothing is counted twice. */
static void
test_two_laptops_count (void)
{
  Shop shop;
  shop_open (&shop);

  add (&shop.a, "product", 2);
  add (&shop.b, "product", 3);
  shop_publish (&shop, &shop.a, 'a');
  shop_publish (&shop, &shop.b, 'a');
  shop_deliver (&shop);
  shop_deliver (&shop);
  assert_sums (&shop.a, 0, "product×5");
  assert_sums (&shop.b, 0, "product×5");
  shop_close (&shop);
}

/* --- Passes -------------------------------------------------------------------------------- */

static void
tick (Book             *book,
      const char       *step,
      DaybookTickState  state)
{
  const DaybookPass *pass = daybook_pass_shipped (DAYBOOK_PASS_SWEEP);
  g_autofree char *day = daybook_day_of (daybook_store_get_now (book->store), daybook_store_get_zone (book->store));
  g_autoptr(DaybookEdit) edit = daybook_pass_act_tick (pass, day, daybook_pass_find_round (pass, "before"),
                                                       daybook_pass_find_step (pass, step), state,
                                                       daybook_store_get_agent (book->store), daybook_store_get_now (book->store));

  case_commit (book, edit);
}

static guint
count_ticks (Book       *book,
             const char *step)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *day = daybook_day_of (daybook_store_get_now (book->store), daybook_store_get_zone (book->store));
  g_autoptr(GPtrArray) ticks = daybook_reader_pass_ticks (reader_of (book), DAYBOOK_PASS_SWEEP, day, &error);

  g_assert_no_error (error);
  g_assert_true ((ticks->len > 0) == (daybook_pass_ticks_find (ticks, "before", step) != NULL));
  g_assert_null (daybook_pass_ticks_find (ticks, "after", step));
  return ticks->len;
}

static void
test_a_place_is_ticked (void)
{
  Book book;
  g_autoptr(GError) error = NULL;
  book_open (&book);

  g_assert_cmpuint (count_ticks (&book, "reviews"), ==, 0);
  tick (&book, "reviews", DAYBOOK_TICK_ON);
  g_assert_cmpuint (count_ticks (&book, "reviews"), ==, 1);
  tick (&book, "reviews", DAYBOOK_TICK_OFF);
  g_assert_cmpuint (count_ticks (&book, "reviews"), ==, 0);
  daybook_outcome_free (daybook_store_undo (book.store, NULL, &error));
  g_assert_cmpuint (count_ticks (&book, "reviews"), ==, 1);

  /* The next day begins anew. */
  daybook_store_fix_now (book.store, BOOK_NOW + DAY);
  g_assert_cmpuint (count_ticks (&book, "reviews"), ==, 0);
  book_close (&book);
}

/* Each register that something found begins in is one that Daybook brings. */
static void
test_what_is_found_has_its_register (void)
{
  Book book;
  const DaybookPass *pass = daybook_pass_shipped (DAYBOOK_PASS_SWEEP);
  book_open (&book);

  g_assert_null (daybook_pass_shipped ("stroll"));
  g_assert_cmpuint (pass->rounds->len, ==, 2);
  g_assert_cmpuint (pass->steps->len, ==, 5);
  for (guint i = 0; i < pass->steps->len; i++)
    {
      const DaybookPassStep *step = g_ptr_array_index (pass->steps, i);

      g_assert_nonnull (step->hint);
      g_assert_nonnull (daybook_reader_register (reader_of (&book), step->begins));
    }
  book_close (&book);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tally/days", test_days_are_summed);
  g_test_add_func ("/tally/undo", test_undo_takes_one_off);
  g_test_add_func ("/tally/refused", test_what_cannot_be_counted_is_refused);
  g_test_add_func ("/tally/two-laptops", test_two_laptops_count);
  g_test_add_func ("/pass/tick", test_a_place_is_ticked);
  g_test_add_func ("/pass/shipped", test_what_is_found_has_its_register);

  return g_test_run ();
}
