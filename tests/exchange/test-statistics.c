/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/statistics-file.h"

#include "book-fixture.h"
#include "core/case-draft.h"
#include "core/case-event.h"
#include "core/ledger.h"
#include "core/register-money.h"
#include "core/shop.h"
#include "exchange/table.h"
#include "store/registers.h"
#include "store/setting.h"

#include <string.h>

/* How many cases of a register there were: numbers, and the files that they are written to. The book is
 * of 22 November 2026. */

#define HOUR 3600
#define DAY (24 * HOUR)

static gint64
now_of (Fixture *fixture)
{
  return daybook_store_get_now (fixture->store);
}

/* A review of so many days ago. `rating` "bad" has an hour for its answer; `answered`: hours after it
 * was opened, 0: not yet. */
static void
add_review (Fixture    *fixture,
            guint       days,
            gint64      stars,
            const char *rating,
            const char *cause,
            gint64      answered)
{
  g_autoptr(GError) error = NULL;
  DaybookRegister *definition = daybook_reader_register (daybook_store_get_reader (fixture->store), "review");
  const DaybookTable *table = daybook_register_get_table (definition);
  gint64 opened = now_of (fixture) - days * DAY;
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_IMPORT, "Reviews", daybook_store_get_agent (fixture->store));
  g_autoptr(DaybookCaseDraft) draft = daybook_case_draft_new (definition, daybook_store_get_shop (fixture->store), NULL, "CNY", opened);
  const DaybookCaseEvent told = { .kind = DAYBOOK_EVENT_TOLD, .text = "Sorry" };

  daybook_case_draft_set (draft, (guint) daybook_table_field (table, "stars"), daybook_value_int (stars));
  daybook_case_draft_set (draft, (guint) daybook_table_field (table, "rating"), daybook_value_text (rating));
  daybook_case_draft_set (draft, DAYBOOK_CASE_CAUSE, daybook_value_text (cause));
  daybook_case_draft_build (draft, NULL, edit);
  if (answered != 0)
    daybook_case_event_add (edit, daybook_case_draft_row (draft), &told, daybook_store_get_agent (fixture->store), opened + answered * HOUR, &error);
  book_commit (fixture, edit);
}

static void
add_reviews (Fixture *fixture)
{
  add_review (fixture, 1, 1, "bad", "packing", 0);
  add_review (fixture, 2, 1, "bad", "packing", 1);
  add_review (fixture, 3, 2, "bad", "product", 5);
  add_review (fixture, 30, 3, "neutral", "packing", 2);
  add_review (fixture, 31, 5, "good", NULL, 0);
  add_review (fixture, 400, 1, "bad", "courier", 1);
}

static DaybookStatistics *
read_statistics (Fixture *fixture,
                 guint    n_months)
{
  g_autoptr(GError) error = NULL;
  DaybookStatistics *statistics = daybook_case_statistics_read (fixture->store, daybook_store_get_agent (fixture->store), "review", n_months, NULL, &error);

  g_assert_no_error (error);
  return statistics;
}

static DaybookStatisticsPart *
find_part (DaybookStatistics *statistics,
           const char        *name)
{
  for (guint i = 0; i < statistics->parts->len; i++)
    if (g_str_equal (((DaybookStatisticsPart *) g_ptr_array_index (statistics->parts, i))->name, name))
      return g_ptr_array_index (statistics->parts, i);

  g_error ("There is no part “%s”.", name);
}

/* "packing 3, product 1, – 1" */
static void
assert_part (DaybookStatistics *statistics,
             const char        *name,
             const char        *expected)
{
  const DaybookStatisticsPart *part = find_part (statistics, name);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < part->rows->len; i++)
    {
      const DaybookStatisticsRow *row = g_ptr_array_index (part->rows, i);
      guint months = 0;

      for (guint m = 0; m < statistics->months->len; m++)
        months += row->months[m];
      g_assert_cmpuint (months, ==, row->total);
      g_string_append_printf (text, "%s%s %u", i > 0 ? ", " : "", *row->key != '\0' ? row->key : "–", row->total);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* --- Numbers ------------------------------------------------------------------------- */

static void
test_counts (Fixture       *fixture,
             gconstpointer  data)
{
  add_reviews (fixture);
  g_autoptr(DaybookStatistics) statistics = read_statistics (fixture, 12);

  g_assert_cmpuint (statistics->n_cases, ==, 5);
  g_assert_cmpuint (statistics->months->len, ==, 12);
  g_assert_cmpstr (g_ptr_array_index (statistics->months, 0), ==, "2025-12");
  g_assert_cmpstr (g_ptr_array_index (statistics->months, 11), ==, "2026-11");
  assert_part (statistics, "cause", "packing 3, product 1, – 1");
  assert_part (statistics, "stars", "5 1, 3 1, 2 1, 1 2");
  assert_part (statistics, "reason", "– 5");
}

static void
test_months (Fixture       *fixture,
             gconstpointer  data)
{
  add_reviews (fixture);
  g_autoptr(DaybookStatistics) month = read_statistics (fixture, 1);
  g_autoptr(DaybookStatistics) two = read_statistics (fixture, 2);
  g_autoptr(DaybookStatistics) all = read_statistics (fixture, 24);
  const DaybookStatisticsRow *packing = g_ptr_array_index (find_part (two, "cause")->rows, 0);

  g_assert_cmpuint (month->n_cases, ==, 3);
  g_assert_cmpuint (two->n_cases, ==, 5);
  g_assert_cmpuint (all->n_cases, ==, 6);
  g_assert_cmpuint (packing->months[0], ==, 1);
  g_assert_cmpuint (packing->months[1], ==, 2);
}

/* Of the bad ones the limit counts round the clock: one late and unanswered, one in time, one late. */
static void
test_answers (Fixture       *fixture,
              gconstpointer  data)
{
  add_reviews (fixture);
  g_autoptr(DaybookStatistics) statistics = read_statistics (fixture, 12);

  g_assert_cmpuint (statistics->n_answered, ==, 3);
  g_assert_cmpuint (statistics->n_timed, ==, 3);
  g_assert_cmpuint (statistics->n_in_time, ==, 1);
}

static void
test_what_does_not_count (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  add_reviews (fixture);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Trash", daybook_store_get_agent (fixture->store));
  g_autoptr(GPtrArray) cases = daybook_reader_all (daybook_store_get_reader (fixture->store), &daybook_cases, &error);
  daybook_edit_delete (edit, &daybook_cases, &((const DaybookRow *) g_ptr_array_index (cases, 0))->id);
  book_commit (fixture, edit);
  g_autoptr(DaybookStatistics) statistics = read_statistics (fixture, 24);

  g_assert_cmpuint (statistics->n_cases, ==, 5);
  g_assert_null (daybook_case_statistics_read (fixture->store, daybook_store_get_agent (fixture->store), "nothing", 12, NULL, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND);
}

/* --- The ledger (RV-04) --------------------------------------------------------------------- */

static void
switch_on (Fixture    *fixture,
           const char *first)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Ledger", daybook_store_get_agent (fixture->store));

  daybook_setting_set (edit, daybook_store_get_reader (fixture->store), DAYBOOK_LEDGER_SETTING, first);
  book_commit (fixture, edit);
}

static void
add_complaint (Fixture         *fixture,
               guint            days,
               const DaybookId *agent,
               DaybookAnswer    because_of_service)
{
  DaybookRegister *definition = daybook_reader_register (daybook_store_get_reader (fixture->store), "complaint");
  const DaybookTable *table = daybook_register_get_table (definition);
  const DaybookRegisterLedger *ledger = daybook_register_get_ledger (definition);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Complaint", daybook_store_get_agent (fixture->store));
  g_autoptr(DaybookCaseDraft) draft = daybook_case_draft_new (definition, daybook_store_get_shop (fixture->store), NULL, "CNY",
                                                              now_of (fixture) - days * DAY);

  if (agent != NULL)
    daybook_case_draft_set (draft, (guint) daybook_table_role (table, ledger->agent), daybook_value_id (agent));
  daybook_case_draft_set (draft, (guint) daybook_table_role (table, ledger->counts), daybook_value_int (because_of_service));
  daybook_case_draft_build (draft, NULL, edit);
  book_commit (fixture, edit);
}

/* Three of this month and one of the last count; one that was not our fault does not, nor one of which
 * nobody says whose it is. */
static void
add_complaints (Fixture *fixture)
{
  const DaybookId *owner = daybook_store_get_agent (fixture->store);

  add_complaint (fixture, 1, owner, DAYBOOK_ANSWER_YES);
  add_complaint (fixture, 2, owner, DAYBOOK_ANSWER_YES);
  add_complaint (fixture, 3, owner, DAYBOOK_ANSWER_YES);
  add_complaint (fixture, 30, owner, DAYBOOK_ANSWER_YES);
  add_complaint (fixture, 1, owner, DAYBOOK_ANSWER_NO);
  add_complaint (fixture, 1, owner, DAYBOOK_ANSWER_UNKNOWN);
  add_complaint (fixture, 1, NULL, DAYBOOK_ANSWER_YES);
}

static DaybookStatistics *
read_complaints (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;
  DaybookStatistics *statistics = daybook_case_statistics_read (fixture->store, daybook_store_get_agent (fixture->store), "complaint", 2, NULL, &error);

  g_assert_no_error (error);
  return statistics;
}

static void
test_ledger_is_off_at_first (Fixture       *fixture,
                             gconstpointer  data)
{
  add_complaints (fixture);
  g_autoptr(DaybookStatistics) before = read_complaints (fixture);
  g_assert_null (before->ledger);

  switch_on (fixture, "20");
  g_autoptr(DaybookStatistics) after = read_complaints (fixture);
  g_assert_nonnull (after->ledger);

  /* Reviews have none, whatever the shop has switched on. */
  g_autoptr(DaybookStatistics) reviews = read_statistics (fixture, 2);
  g_assert_null (reviews->ledger);
}

static void
test_ledger_doubles_within_a_month (Fixture       *fixture,
                                    gconstpointer  data)
{
  add_complaints (fixture);
  switch_on (fixture, "20");
  g_autoptr(DaybookStatistics) statistics = read_complaints (fixture);
  GPtrArray *agents = statistics->ledger->agents.rows;
  const DaybookStatisticsRow *owner = g_ptr_array_index (agents, 0);

  g_assert_cmpuint (agents->len, ==, 1);
  g_assert_cmpuint (owner->total, ==, 4);
  g_assert_cmpint (daybook_statistics_ledger_sum (statistics, owner, 0), ==, 2000);
  g_assert_cmpint (daybook_statistics_ledger_sum (statistics, owner, 1), ==, 14000);
  g_assert_cmpint (daybook_statistics_ledger_total (statistics, owner), ==, 16000);
}

/* Whoever is not the owner sees no ledger. */
static void
test_ledger_is_the_owners (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Agent", daybook_store_get_agent (fixture->store));
  DaybookId lead;

  add_complaints (fixture);
  switch_on (fixture, "20");
  daybook_id_random (&lead);
  daybook_edit_create (edit, &daybook_agents, &lead);
  daybook_edit_give (edit, DAYBOOK_AGENT_NAME, daybook_value_text ("Lead"));
  daybook_edit_give (edit, DAYBOOK_AGENT_ROLE, daybook_value_int (DAYBOOK_ROLE_LEAD));
  book_commit (fixture, edit);
  daybook_store_set_agent (fixture->store, &lead);
  g_autoptr(DaybookStatistics) statistics = read_complaints (fixture);

  g_assert_cmpuint (statistics->n_cases, ==, 7);
  g_assert_null (statistics->ledger);
  /* Nor does anybody of whom it is not known who it is. */
  g_autoptr(DaybookStatistics) of_nobody = daybook_case_statistics_read (fixture->store, NULL, "complaint", 2, NULL, NULL);
  g_assert_null (of_nobody->ledger);
}

/* --- Files ----------------------------------------------------------------------------- */

static char *
write_to (Fixture             *fixture,
          const char          *name,
          DaybookExportFormat  format)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookStatistics) statistics = read_statistics (fixture, 2);
  char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (daybook_statistics_write (fixture->store, statistics, path, format, &error));
  g_assert_no_error (error);
  return path;
}

static void
test_a_text_file (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *text = NULL;

  add_reviews (fixture);
  g_autofree char *path = write_to (fixture, "s.csv", DAYBOOK_EXPORT_CSV);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "Counted by,Of which,Total,2026-10,2026-11\r\n"));
  g_assert_nonnull (strstr (text, "Cause,Packing or picking,3,1,2\r\n"));
  g_assert_nonnull (strstr (text, "Stars,1 star,2,0,2\r\n"));
  g_assert_nonnull (strstr (text, "Reviews,All cases,5,,\r\n"));
  g_assert_nonnull (strstr (text, "Reviews,Answered in time,1,,\r\n"));
}

static void
test_the_ledger_is_in_the_file (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "l.csv", NULL);
  g_autofree char *text = NULL;

  add_complaints (fixture);
  switch_on (fixture, "20");
  g_autoptr(DaybookStatistics) statistics = read_complaints (fixture);
  g_assert_true (daybook_statistics_write (fixture->store, statistics, path, DAYBOOK_EXPORT_CSV, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "Agent concerned,Owner,4,1,3\r\n"));
  g_assert_nonnull (strstr (text, "\"Ledger of complaints, CNY\",Owner,160,20,140\r\n"));
}

/* A shop that calls a cause like a formula makes none of it. */
static void
test_no_formulas (Fixture       *fixture,
                  gconstpointer  data)
{
  static const char CHANGES[] = "{\"causes\":{\"packing\":\"=1+1\"}}";
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Register", daybook_store_get_agent (fixture->store));
  DaybookId id;

  daybook_register_row_id (&id, "review");
  daybook_edit_create (edit, &daybook_registers, &id);
  daybook_edit_give (edit, DAYBOOK_REGISTER_KEY, daybook_value_text ("review"));
  daybook_edit_give (edit, DAYBOOK_REGISTER_CHANGES, daybook_value_text (CHANGES));
  book_commit (fixture, edit);
  add_reviews (fixture);
  g_autofree char *path = write_to (fixture, "s.csv", DAYBOOK_EXPORT_CSV);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_null (strstr (text, ",=1+1,"));
  g_assert_nonnull (strstr (text, "'=1+1"));
}

/* Our own reader takes it. */
static void
test_a_workbook (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *text = NULL;
  gsize length;

  add_reviews (fixture);
  g_autofree char *path = write_to (fixture, "s.xlsx", DAYBOOK_EXPORT_XLSX);
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  g_assert_cmpuint (length, >, 1000);
  g_assert_true (memcmp (text, "PK", 2) == 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/statistics/counts", Fixture, NULL, book_fixture_set_up, test_counts, book_fixture_tear_down);
  g_test_add ("/statistics/months", Fixture, NULL, book_fixture_set_up, test_months, book_fixture_tear_down);
  g_test_add ("/statistics/answers", Fixture, NULL, book_fixture_set_up, test_answers, book_fixture_tear_down);
  g_test_add ("/statistics/left-out", Fixture, NULL, book_fixture_set_up, test_what_does_not_count, book_fixture_tear_down);
  g_test_add ("/statistics/ledger/off", Fixture, NULL, book_fixture_set_up, test_ledger_is_off_at_first, book_fixture_tear_down);
  g_test_add ("/statistics/ledger/doubles", Fixture, NULL, book_fixture_set_up, test_ledger_doubles_within_a_month, book_fixture_tear_down);
  g_test_add ("/statistics/ledger/owner", Fixture, NULL, book_fixture_set_up, test_ledger_is_the_owners, book_fixture_tear_down);
  g_test_add ("/statistics/ledger/file", Fixture, NULL, book_fixture_set_up, test_the_ledger_is_in_the_file, book_fixture_tear_down);
  g_test_add ("/statistics/csv", Fixture, NULL, book_fixture_set_up, test_a_text_file, book_fixture_tear_down);
  g_test_add ("/statistics/formulas", Fixture, NULL, book_fixture_set_up, test_no_formulas, book_fixture_tear_down);
  g_test_add ("/statistics/xlsx", Fixture, NULL, book_fixture_set_up, test_a_workbook, book_fixture_tear_down);

  return g_test_run ();
}
