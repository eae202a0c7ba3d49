/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/sample.h"

#include "core/aftersale.h"
#include "core/call-plan.h"
#include "core/campaign.h"
#include "core/case-rule.h"
#include "core/event.h"
#include "core/moment.h"
#include "core/order.h"
#include "core/payment.h"
#include "core/review.h"
#include "core/remembered-day.h"
#include "core/reveal.h"
#include "core/shop.h"
#include "core/stock.h"
#include "core/trade-contact.h"
#include "core/use.h"
#include "fixtures.h"
#include "store/activities.h"
#include "store/article-starters.h"
#include "store/articles.h"
#include "store/case-guard.h"
#include "store/due-list.h"
#include "store/duplicates.h"
#include "store/entries.h"
#include "store/grade-proposals.h"
#include "store/grades.h"
#include "store/phrase-starters.h"
#include "store/phrases.h"
#include "store/read-marks.h"
#include "store/registers.h"
#include "store/rhythm.h"

#include <string.h>

#define NOW G_GINT64_CONSTANT (1795334400) /* 2026-11-22T08:00:00Z */

typedef struct
{
  char         *folder;
  DaybookStore *store;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  fixture->folder = fixture_folder ();
  daybook_sample_found (fixture->folder, NOW, &error);
  g_assert_no_error (error);
  fixture->store = daybook_store_open_at (fixture->folder, DAYBOOK_STORE_EXISTING, NOW, &error);
  g_assert_no_error (error);
  daybook_sample_make (fixture->store, 200, 1, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  daybook_store_close (fixture->store);
  g_object_unref (fixture->store);
  fixture_folder_free (fixture->folder);
}

/* Ctrl+Z at a fresh desk took back a whole file of the sample. */
static void
test_nothing_to_undo (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOutcome) outcome = daybook_store_undo (fixture->store, NULL, &error);

  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND);
  g_assert_null (outcome);
}

/* The person and the clock are put back. */
static void
test_desk_is_left (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookRow) person = daybook_reader_find (daybook_store_get_reader (fixture->store), &daybook_agents,
                                                      daybook_store_get_agent (fixture->store), &error);

  g_assert_no_error (error);
  g_assert_cmpint (daybook_row_int (person, DAYBOOK_AGENT_ROLE), ==, DAYBOOK_ROLE_OWNER);
  g_assert_cmpint (daybook_store_get_now (fixture->store), ==, NOW);
}

/* Newest first: the clock runs forward, over several days, and none of it is the
 * owner's. */
static void
test_history_takes_days (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) acts = daybook_reader_history (daybook_store_get_reader (fixture->store), NULL, NULL, 0, 1000, &error);
  g_autoptr(GHashTable) days = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gint64 after = NOW;
  guint n_of_people = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (acts->len, >, 12);
  for (guint i = 0; i < acts->len; i++)
    {
      const DaybookAct *act = g_ptr_array_index (acts, i);
      gint64 day = daybook_moment_day (act->at, daybook_store_get_zone (fixture->store), 0);

      g_assert_cmpint (act->at, <=, after);
      g_assert_false (daybook_id_equal (&act->agent_id, daybook_store_get_agent (fixture->store)));
      n_of_people += !daybook_id_is_null (&act->agent_id);
      after = act->at;
      g_hash_table_add (days, g_memdup2 (&day, sizeof day));
    }
  g_assert_cmpuint (n_of_people, ==, acts->len - 3); /* the book, its people and its first articles are the program's */
  g_assert_cmpuint (g_hash_table_size (days), >, 4);
}

/* No order is newer than the file that told of it. */
static void
test_files_know_their_orders (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) orders = daybook_reader_all (daybook_store_get_reader (fixture->store), &daybook_orders, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (orders->len, ==, 200);
  for (guint i = 0; i < orders->len; i++)
    {
      const DaybookRow *order = g_ptr_array_index (orders, i);

      g_assert_cmpint (daybook_row_int (order, DAYBOOK_ORDER_CREATED), <=, daybook_row_int (order, DAYBOOK_ORDER_AS_OF));
      g_assert_cmpint (daybook_row_int (order, DAYBOOK_ORDER_SHIPPED_AT), <=, daybook_row_int (order, DAYBOOK_ORDER_AS_OF));
      g_assert_cmpint (daybook_row_int (order, DAYBOOK_ORDER_COMPLETED_AT), <=, daybook_row_int (order, DAYBOOK_ORDER_AS_OF));
    }
}

static GPtrArray *
read_all (Fixture            *fixture,
          const DaybookTable *table)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *rows = daybook_reader_all (daybook_store_get_reader (fixture->store), table, &error);

  g_assert_no_error (error);
  return rows;
}

/* What platforms say beside the orders is of orders that are there, and not of later. */
static void
test_files_speak_of_orders (Fixture       *fixture,
                            gconstpointer  data)
{
  static const struct { const DaybookTable *table; guint at; } FILES[] = {
    { &daybook_aftersales, DAYBOOK_AFTERSALE_ASKED_AT },
    { &daybook_payments, DAYBOOK_PAYMENT_AT },
    { &daybook_reviews, DAYBOOK_REVIEW_WRITTEN_AT },
  };
  DaybookReader *reader = daybook_store_get_reader (fixture->store);

  for (gsize i = 0; i < G_N_ELEMENTS (FILES); i++)
    {
      g_autoptr(GPtrArray) rows = read_all (fixture, FILES[i].table);

      g_test_message ("%s: %u", FILES[i].table->plural, rows->len);
      g_assert_cmpuint (rows->len, >, 3);
      for (guint k = 0; k < rows->len; k++)
        {
          const DaybookRow *row = g_ptr_array_index (rows, k);
          g_autoptr(GPtrArray) orders = daybook_reader_orders_of_entry (reader, row, NULL);

          g_assert_nonnull (orders);
          g_assert_cmpuint (orders->len, ==, 1);
          g_assert_cmpint (daybook_row_int (g_ptr_array_index (orders, 0), DAYBOOK_ORDER_CREATED), <, daybook_row_int (row, FILES[i].at));
          g_assert_cmpint (daybook_row_int (row, FILES[i].at), <=, NOW);
        }
    }
}

/* The bill is of the last month, and agrees with most. */
static void
test_bills_and_stock (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr(GPtrArray) orders = read_all (fixture, &daybook_orders);
  g_autoptr(GPtrArray) stock = read_all (fixture, &daybook_stocks);
  guint counts[DAYBOOK_BILLS_WAIT + 1] = { 0 };

  for (guint i = 0; i < orders->len; i++)
    counts[daybook_row_int (g_ptr_array_index (orders, i), DAYBOOK_ORDER_BILLS)]++;
  g_assert_cmpuint (counts[DAYBOOK_BILLS_AGREE], >, 10);
  g_assert_cmpuint (counts[DAYBOOK_BILLS_NONE], >, 10);
  g_assert_cmpuint (counts[DAYBOOK_BILLS_DIFFER] + counts[DAYBOOK_BILLS_WAIT], <, counts[DAYBOOK_BILLS_AGREE]);
  g_assert_cmpuint (stock->len, >, 30);
}

/* The rules of the registers hold for what the shop's people did, though nobody asks them. */
static void
assert_rules_hold (Fixture          *fixture,
                   const DaybookRow *row)
{
  g_autoptr(GError) error = NULL;
  DaybookReader *reader = daybook_store_get_reader (fixture->store);
  DaybookRegister *definition = daybook_reader_register (reader, daybook_row_text (row, DAYBOOK_CASE_REGISTER));
  g_autoptr(DaybookRow) whole = daybook_reader_find (reader, daybook_register_get_table (definition), &row->id, &error);
  int stage = daybook_register_find_stage (definition, daybook_row_text (whole, DAYBOOK_CASE_STAGE));
  DaybookCaseFacts facts;

  g_assert_no_error (error);
  g_assert_cmpint (stage, >=, 0);
  g_assert_true (daybook_reader_case_facts (reader, whole, &facts, &error));
  g_autoptr(GPtrArray) missing = daybook_case_missing (definition, (guint) stage, whole, &facts);
  if (missing->len > 0)
    g_error ("%s lacks something in the stage %s", daybook_row_text (whole, DAYBOOK_CASE_NUMBER), daybook_row_text (whole, DAYBOOK_CASE_STAGE));
  if (daybook_row_has (whole, DAYBOOK_CASE_OWNER))
    g_assert_cmpint (daybook_case_unanswered (definition, (guint) stage, whole), ==, DAYBOOK_ASKS_NOTHING);
}

/* Several registers, some cases closed, some with somebody who should have answered by now. */
static void
test_people_work_on_cases (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr(GPtrArray) cases = read_all (fixture, &daybook_cases);
  g_autoptr(GPtrArray) events = read_all (fixture, &daybook_events);
  g_autoptr(GHashTable) registers = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_closed = 0, n_late = 0;

  for (guint i = 0; i < cases->len; i++)
    {
      const DaybookRow *row = g_ptr_array_index (cases, i);
      gboolean is_closed = daybook_row_has (row, DAYBOOK_CASE_CLOSED_AT);
      gint64 expected = daybook_row_int (row, DAYBOOK_CASE_EXPECTED_AT), promised = daybook_row_int (row, DAYBOOK_CASE_PROMISED_AT);

      g_hash_table_add (registers, (gpointer) daybook_row_text (row, DAYBOOK_CASE_REGISTER));
      n_closed += is_closed;
      n_late += !is_closed && ((expected != 0 && expected < NOW) || (promised != 0 && promised < NOW));
      g_assert_cmpint (daybook_row_int (row, DAYBOOK_CASE_OPENED_AT), <=, NOW);
      assert_rules_hold (fixture, row);
    }
  g_assert_cmpuint (g_hash_table_size (registers), >=, 6);
  g_assert_cmpuint (n_closed, >, 3);
  g_assert_cmpuint (cases->len - n_closed, >, 8);
  g_assert_cmpuint (n_late, >, 1);
  g_assert_cmpuint (events->len, >, 8);
}

/* Whoever makes a few orders wants to try something out. */
static void
test_a_few_orders_have_no_desk (void)
{
  g_autoptr(GError) error = NULL;
  Fixture fixture = { .folder = fixture_folder () };

  daybook_sample_found (fixture.folder, NOW, &error);
  fixture.store = daybook_store_open_at (fixture.folder, DAYBOOK_STORE_EXISTING, NOW, &error);
  g_assert_true (daybook_sample_make (fixture.store, 24, 3, NULL, NULL, NULL, &error));
  g_autoptr(GPtrArray) cases = read_all (&fixture, &daybook_cases);
  g_assert_cmpuint (cases->len, ==, 0);
  tear_down (&fixture, NULL);
}

/* Says when it is over, or stops it one step before. */
typedef struct
{
  goffset       n_calls;
  goffset       stop_at;
  GCancellable *cancellable;
} Stopper;

static void
count_or_stop (goffset  current,
               goffset  total,
               gpointer data)
{
  Stopper *stopper = data;

  if (++stopper->n_calls == stopper->stop_at)
    g_cancellable_cancel (stopper->cancellable);
}

/* Stopped near its end, after people have looked at numbers: no warning, and nothing else is left. */
static void
test_stopped_late (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  Stopper stopper = { .cancellable = cancellable };

  for (guint turn = 0; turn < 2; turn++)
    {
      Fixture fixture = { .folder = fixture_folder () };

      daybook_sample_found (fixture.folder, NOW, &error);
      fixture.store = daybook_store_open_at (fixture.folder, DAYBOOK_STORE_EXISTING, NOW, &error);
      stopper.n_calls = 0;
      if (daybook_sample_make (fixture.store, 200, 1, count_or_stop, &stopper, cancellable, &error))
        stopper.stop_at = stopper.n_calls - 1;
      else
        {
          g_autoptr(GPtrArray) orders = read_all (&fixture, &daybook_orders);
          g_autoptr(GPtrArray) customers = read_all (&fixture, &daybook_customers);
          g_autoptr(GPtrArray) looks = read_all (&fixture, &daybook_reveals);

          g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
          g_assert_cmpuint (orders->len, ==, 0);
          g_assert_cmpuint (customers->len, ==, 0);
          g_assert_cmpuint (looks->len, >, 0);
          g_clear_error (&error);
        }
      g_assert_cmpint (g_cancellable_is_cancelled (cancellable), ==, turn == 1);
      tear_down (&fixture, NULL);
    }
}

static guint
count (Fixture            *fixture,
       const DaybookTable *table)
{
  g_autoptr(DaybookQuery) query = daybook_query_new (table);

  return (guint) daybook_reader_count (daybook_store_get_reader (fixture->store), query, 0, NULL);
}

/* What Daybook brings and one page more, used and commented; one review is over, and one is to be read. */
static void
test_articles (Fixture       *fixture,
               gconstpointer  data)
{
  DaybookReader *reader = daybook_store_get_reader (fixture->store);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) over = daybook_articles_to_review (reader, NOW, 0, &error);
  g_autoptr(GPtrArray) agents = daybook_reader_all (reader, &daybook_agents, &error);
  g_autoptr(GHashTable) said = daybook_reader_phrase_uses (reader, &error);
  guint n_unread = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (said), ==, 9); /* and that of the activity list */
  g_assert_cmpuint (count (fixture, &daybook_articles), ==, daybook_article_starters (daybook_language_here ())->len + 1);
  g_assert_cmpuint (count (fixture, &daybook_phrases), ==, daybook_phrase_starters ()->len);
  g_assert_cmpuint (count (fixture, &daybook_comments), ==, 3);
  g_assert_cmpuint (count (fixture, &daybook_uses), >, 30);
  g_assert_cmpuint (over->len, ==, 1);
  for (guint i = 0; i < agents->len; i++)
    {
      g_autoptr(GPtrArray) unread = daybook_unread (reader, g_ptr_array_index (agents, i), NOW, 0, &error);

      n_unread += unread->len;
    }
  g_assert_cmpuint (n_unread, ==, 1);
}

/* Every grade has somebody; one is to be promoted and one to lose the grade. */
static void
test_vips (Fixture       *fixture,
           gconstpointer  data)
{
  DaybookReader *reader = daybook_store_get_reader (fixture->store);
  g_autoptr(GError) error = NULL;
  g_auto(DaybookGradeRules) rules = { 0 };
  g_autoptr(GPtrArray) customers = read_all (fixture, &daybook_customers);
  guint n_of[DAYBOOK_N_GRADES] = { 0 }, n_up = 0, n_down = 0;

  g_assert_true (daybook_reader_grades (reader, &rules, &error));
  g_autoptr(GArray) candidates = daybook_reader_grade_candidates (reader, &rules, NOW, NULL, NULL, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < customers->len; i++)
    n_of[daybook_row_int (g_ptr_array_index (customers, i), DAYBOOK_CUSTOMER_GRADE)]++;
  for (guint i = 0; i < candidates->len; i++)
    {
      const DaybookGradeProposal *proposal = &g_array_index (candidates, DaybookGradeCandidate, i).proposal;

      n_up += proposal->to > proposal->from;
      n_down += proposal->to < proposal->from;
    }
  for (guint grade = DAYBOOK_GRADE_1; grade < DAYBOOK_N_GRADES; grade++)
    g_assert_cmpuint (n_of[grade], >, 0);
  g_assert_cmpuint (n_of[DAYBOOK_GRADE_NONE], >, 50);
  g_assert_cmpuint (n_up, ==, 1);
  g_assert_cmpuint (n_down, ==, 1);
}

/* A birthday today and one by the moon, calls that are due, somebody who has not heard from the shop for too long. */
static void
test_days_and_calls (Fixture       *fixture,
                     gconstpointer  data)
{
  DaybookReader *reader = daybook_store_get_reader (fixture->store);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) days = read_all (fixture, &daybook_remembered_days);
  g_autoptr(GArray) marks = daybook_due_today (reader, NULL, DAYBOOK_DUE_LIST_STALE, NOW, 0, &error);
  guint n_lunar = 0, n_days = 0, n_calls = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < days->len; i++)
    n_lunar += daybook_row_int (g_ptr_array_index (days, i), DAYBOOK_REMEMBERED_LUNAR) != 0;
  for (guint i = 0; i < marks->len; i++)
    {
      g_autoptr(DaybookDueItem) item = daybook_due_item (reader, g_array_index (marks, DaybookDueMark, i).key, &error);

      n_days += item->due.rule == DAYBOOK_RULE_DAY;
      n_calls += item->due.rule == DAYBOOK_RULE_CALL_BACK;
    }
  g_assert_cmpuint (n_lunar, ==, 1);
  g_assert_cmpuint (n_days, >, 0);
  g_assert_cmpuint (n_calls, >, 0);
  g_assert_cmpint (daybook_reader_count_late (reader, NOW, &error), >, 0);
  g_assert_cmpuint (count (fixture, &daybook_call_plans), ==, 3);
  g_assert_cmpuint (count (fixture, &daybook_surveys), ==, 12);
}

/* One list, some of it told and some not; people who may be one; whom the shop calls, one of them in an emergency. */
static void
test_lists (Fixture       *fixture,
            gconstpointer  data)
{
  DaybookReader *reader = daybook_store_get_reader (fixture->store);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) activities = read_all (fixture, &daybook_activities);
  g_autoptr(GPtrArray) contacts = read_all (fixture, &daybook_trade_contacts);
  g_autoptr(GPtrArray) duplicates = daybook_reader_duplicates (reader, NULL, NULL, &error);
  DaybookActivityCounts counts;
  guint n_emergency = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (activities->len, ==, 1);
  g_assert_true (daybook_reader_activity_counts (reader, g_ptr_array_index (activities, 0), &counts, &error));
  g_assert_cmpuint (counts.of[DAYBOOK_ACTIVITY_SENT], >, 1);
  g_assert_cmpuint (counts.of[DAYBOOK_ACTIVITY_OPEN], >, 0);
  g_assert_cmpuint (duplicates->len, >=, 1);
  for (guint i = 0; i < contacts->len; i++)
    n_emergency += daybook_row_int (g_ptr_array_index (contacts, i), DAYBOOK_TRADE_CONTACT_EMERGENCY) != 0;
  g_assert_cmpuint (contacts->len, ==, 5);
  g_assert_cmpuint (n_emergency, ==, 1);
  g_assert_cmpuint (count (fixture, &daybook_campaigns), ==, 6);
  g_assert_cmpuint (count (fixture, &daybook_market_notes), ==, 4);
  g_assert_cmpuint (count (fixture, &daybook_reveals), ==, 3);
}

/* No number is anybody's: blocks of 0000, and example.com. */
static void
test_numbers_are_nobodys (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr(GPtrArray) contacts = read_all (fixture, &daybook_contacts);
  g_autoptr(GPtrArray) trade = read_all (fixture, &daybook_trade_contacts);

  for (guint i = 0; i < contacts->len; i++)
    {
      const DaybookRow *row = g_ptr_array_index (contacts, i);
      const char *value = daybook_row_text (row, DAYBOOK_CONTACT_VALUE);

      if (daybook_row_int (row, DAYBOOK_CONTACT_KIND) == DAYBOOK_CONTACT_PHONE)
        g_assert_true (g_str_has_prefix (value + 3, "0000") || strstr (value, "555") != NULL);
      else if (daybook_row_int (row, DAYBOOK_CONTACT_KIND) == DAYBOOK_CONTACT_EMAIL)
        g_assert_true (g_str_has_suffix (value, "@example.com"));
    }
  for (guint i = 0; i < trade->len; i++)
    g_assert_true (g_str_has_prefix (daybook_row_text (g_ptr_array_index (trade, i), DAYBOOK_TRADE_CONTACT_PHONE) + 3, "0000"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/sample/nothing-to-undo", Fixture, NULL, set_up, test_nothing_to_undo, tear_down);
  g_test_add ("/sample/desk-is-left", Fixture, NULL, set_up, test_desk_is_left, tear_down);
  g_test_add ("/sample/history-takes-days", Fixture, NULL, set_up, test_history_takes_days, tear_down);
  g_test_add ("/sample/files-know-their-orders", Fixture, NULL, set_up, test_files_know_their_orders, tear_down);
  g_test_add ("/sample/files-speak-of-orders", Fixture, NULL, set_up, test_files_speak_of_orders, tear_down);
  g_test_add ("/sample/cases", Fixture, NULL, set_up, test_people_work_on_cases, tear_down);
  g_test_add_func ("/sample/few", test_a_few_orders_have_no_desk);
  g_test_add_func ("/sample/stopped-late", test_stopped_late);
  g_test_add ("/sample/bills-and-stock", Fixture, NULL, set_up, test_bills_and_stock, tear_down);
  g_test_add ("/sample/articles", Fixture, NULL, set_up, test_articles, tear_down);
  g_test_add ("/sample/vips", Fixture, NULL, set_up, test_vips, tear_down);
  g_test_add ("/sample/days-and-calls", Fixture, NULL, set_up, test_days_and_calls, tear_down);
  g_test_add ("/sample/lists", Fixture, NULL, set_up, test_lists, tear_down);
  g_test_add ("/sample/numbers", Fixture, NULL, set_up, test_numbers_are_nobodys, tear_down);

  return g_test_run ();
}
