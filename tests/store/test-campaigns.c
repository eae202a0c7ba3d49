/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-book.h"

#include "core/campaign.h"
#include "core/moment.h"
#include "core/rule.h"
#include "store/due-acts.h"
#include "store/due-rebuild.h"

#include <string.h>

/* What is planned is due when it begins and when it ends (CU-12, CU-14), and moves about as one act. */

#define DAY G_GINT64_CONSTANT (24 * 60 * 60)

static DaybookReader *
reader_of (Book *book)
{
  return daybook_store_get_reader (book->store);
}

static gint64
at (Book       *book,
    const char *text)
{
  gint64 moment;

  g_assert_true (daybook_moment_parse (text, daybook_store_get_zone (book->store), &moment, NULL));
  return moment;
}

/* `ends`: or NULL. It is the owner's. */
static DaybookId
plan (Book       *book,
      const char *begins,
      const char *ends)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "plan", daybook_store_get_agent (book->store));
  DaybookId id;

  daybook_id_fresh (&id, BOOK_NOW * 1000);
  daybook_edit_create (edit, &daybook_campaigns, &id);
  daybook_edit_give (edit, DAYBOOK_CAMPAIGN_TITLE, daybook_value_text ("Winter sale"));
  daybook_edit_give (edit, DAYBOOK_CAMPAIGN_BEGINS, daybook_value_text (begins));
  daybook_edit_give (edit, DAYBOOK_CAMPAIGN_AGENT, daybook_value_id (daybook_store_get_agent (book->store)));
  if (ends != NULL)
    daybook_edit_give (edit, DAYBOOK_CAMPAIGN_ENDS, daybook_value_text (ends));
  case_commit (book, edit);
  return id;
}

static DaybookDueItem *
find (Book            *book,
      const DaybookId *id,
      DaybookRuleId    rule)
{
  g_autoptr(DaybookRow) row = book_row (book, &daybook_campaigns, id);

  return daybook_due_find (reader_of (book), row, rule, 0, NULL);
}

static gboolean
is_due (Book            *book,
        const DaybookId *id,
        DaybookRuleId    rule)
{
  g_autoptr(DaybookDueItem) item = find (book, id, rule);

  return item != NULL;
}

static gint64
count_today (Book *book)
{
  return daybook_due_count (reader_of (book), daybook_store_get_agent (book->store), DAYBOOK_DUE_LIST_PLAIN, daybook_store_get_now (book->store), NULL);
}

static DaybookId
done (Book            *book,
      const DaybookId *id,
      DaybookRuleId    rule,
      const char      *title)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_due_item_free);

  g_ptr_array_add (items, find (book, id, rule));
  g_autoptr(DaybookEdit) edit = daybook_due_act_done (reader_of (book), items, daybook_store_get_agent (book->store),
                                                      daybook_store_get_now (book->store), NULL);
  g_assert_cmpstr (daybook_edit_title (edit), ==, title);
  return case_commit (book, edit);
}

static void
say_rule (Book       *book,
          const char *key,
          gint64      used,
          gint64      number)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "rule", daybook_store_get_agent (book->store));
  DaybookId rule;

  daybook_rule_row_id (&rule, key);
  daybook_edit_create (edit, &daybook_rules, &rule);
  daybook_edit_give (edit, DAYBOOK_RULE_ROW_KEY, daybook_value_text (key));
  daybook_edit_give (edit, DAYBOOK_RULE_ROW_USED, daybook_value_int (used));
  if (number > 0)
    daybook_edit_give (edit, DAYBOOK_RULE_ROW_NUMBER, daybook_value_int (number));
  case_commit (book, edit);
  g_assert_true (daybook_due_settle (book->store, NULL, NULL, NULL));
}

static void
open_settled (Book *book)
{
  book_open (book);
  g_assert_true (daybook_due_settle (book->store, NULL, NULL, NULL));
}

static void
test_it_begins_and_ends (void)
{
  Book book;
  open_settled (&book);
  DaybookId id = plan (&book, "2025-11-28", "2025-11-30");
  g_autoptr(DaybookDueItem) begins = find (&book, &id, DAYBOOK_RULE_CAMPAIGN), ends = find (&book, &id, DAYBOOK_RULE_CAMPAIGN_END);

  g_assert_cmpint (begins->due.due, ==, at (&book, "2025-11-28 09:00:00"));
  g_assert_cmpint (begins->due.warn, ==, at (&book, "2025-11-21 00:00:00"));
  g_assert_cmpint (begins->due.ends, ==, at (&book, "2025-12-01 00:00:00"));
  g_assert_cmpint (begins->due.cycle, ==, 20251128);
  g_assert_true (daybook_id_equal (&begins->due.agent, daybook_store_get_agent (book.store)));
  g_autofree char *why = daybook_due_item_explain (reader_of (&book), begins);
  g_assert_nonnull (strstr (why, "Told since Fri 11-21 00:00; it begins Fri 11-28 09:00."));

  g_assert_cmpint (ends->due.due, ==, at (&book, "2025-11-30 18:00:00"));
  g_assert_cmpint (ends->due.warn, ==, at (&book, "2025-11-30 00:00:00"));
  g_autofree char *over = daybook_due_item_explain (reader_of (&book), ends);
  g_assert_nonnull (strstr (over, "It began Fri 11-28 00:00; its last day is over Sun 11-30 18:00."));
  g_assert_cmpint (count_today (&book), ==, 1);
  book_close (&book);
}

/* That it is ready is said of that day; moved to another one it is asked for anew. */
static void
test_done_is_of_its_day (void)
{
  Book book;
  open_settled (&book);
  DaybookId id = plan (&book, "2025-11-24", NULL);
  DaybookId act = done (&book, &id, DAYBOOK_RULE_CAMPAIGN, "Done: Campaign begins · Winter sale");

  g_assert_false (is_due (&book, &id, DAYBOOK_RULE_CAMPAIGN));
  g_assert_false (is_due (&book, &id, DAYBOOK_RULE_CAMPAIGN_END)); /* a single day has no end of its own */
  DaybookId moved = book_set (&book, &daybook_campaigns, &id, DAYBOOK_CAMPAIGN_BEGINS, daybook_value_text ("2025-11-25"));
  g_assert_true (is_due (&book, &id, DAYBOOK_RULE_CAMPAIGN));
  g_autoptr(DaybookOutcome) back = case_undo (&book, &moved);
  g_assert_false (is_due (&book, &id, DAYBOOK_RULE_CAMPAIGN));
  g_autoptr(DaybookOutcome) undone = case_undo (&book, &act);
  g_assert_true (is_due (&book, &id, DAYBOOK_RULE_CAMPAIGN));
  book_close (&book);
}

static void
test_its_end_is_its_end (void)
{
  Book book;
  open_settled (&book);
  DaybookId id = plan (&book, "2025-11-20", "2025-11-22");
  DaybookId act = done (&book, &id, DAYBOOK_RULE_CAMPAIGN_END, "Done: Campaign ends · Winter sale");

  g_autoptr(DaybookRow) row = book_row (&book, &daybook_campaigns, &id);
  g_assert_cmpint (daybook_row_int (row, DAYBOOK_CAMPAIGN_DONE_AT), ==, BOOK_NOW);
  g_assert_cmpint (book_number (&book, "SELECT count (*) FROM due_items WHERE kind = 'campaign'"), ==, 0);
  g_autoptr(DaybookOutcome) undone = case_undo (&book, &act);
  g_assert_true (is_due (&book, &id, DAYBOOK_RULE_CAMPAIGN_END));
  book_close (&book);
}

static void
test_it_is_put_off (void)
{
  Book book;
  open_settled (&book);
  DaybookId id = plan (&book, "2025-11-24", NULL);
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_due_item_free);

  g_assert_cmpint (count_today (&book), ==, 1);
  g_ptr_array_add (items, find (&book, &id, DAYBOOK_RULE_CAMPAIGN));
  g_autoptr(DaybookEdit) edit = daybook_due_act_snooze (reader_of (&book), items, BOOK_NOW + DAY, DAYBOOK_SNOOZE_UNTIL_HEARD,
                                                        daybook_store_get_agent (book.store), BOOK_NOW, NULL);
  case_commit (&book, edit);
  g_assert_cmpint (count_today (&book), ==, 0);
  daybook_store_fix_now (book.store, BOOK_NOW + DAY + 60);
  g_assert_cmpint (count_today (&book), ==, 1);
  book_close (&book);
}

/* The shop says how many days ahead, and a campaign may say it otherwise; it may be of nobody, or not be told at all. */
static void
test_how_it_is_told (void)
{
  Book book;
  open_settled (&book);
  DaybookId id = plan (&book, "2025-12-20", "2025-12-22"), own = plan (&book, "2025-12-20", NULL);

  book_set (&book, &daybook_campaigns, &own, DAYBOOK_CAMPAIGN_AHEAD, daybook_value_int (2));
  book_set (&book, &daybook_campaigns, &own, DAYBOOK_CAMPAIGN_AGENT, (DaybookValue) DAYBOOK_VALUE_INIT);
  say_rule (&book, "campaign", DAYBOOK_ANSWER_UNKNOWN, 30);
  g_autoptr(DaybookDueItem) item = find (&book, &id, DAYBOOK_RULE_CAMPAIGN), other = find (&book, &own, DAYBOOK_RULE_CAMPAIGN);
  g_assert_cmpint (item->due.warn, ==, at (&book, "2025-11-20 00:00:00"));
  g_assert_cmpint (other->due.warn, ==, at (&book, "2025-12-18 00:00:00"));
  g_assert_cmpint (count_today (&book), ==, 1);
  g_assert_true (daybook_id_is_null (&other->due.agent));
  g_assert_cmpuint (other->due.role, !=, 0);

  say_rule (&book, "campaign_end", DAYBOOK_ANSWER_NO, 0);
  g_assert_false (is_due (&book, &id, DAYBOOK_RULE_CAMPAIGN_END));
  g_assert_true (is_due (&book, &id, DAYBOOK_RULE_CAMPAIGN));
  book_set (&book, &daybook_campaigns, &id, DAYBOOK_CAMPAIGN_DELETED, daybook_value_int (1));
  g_assert_cmpint (count_today (&book), ==, 0);
  book_close (&book);
}

static void
test_a_rebuild_changes_nothing (void)
{
  static const char SUMS[] = "SELECT sum (due + warn + cycle) FROM due_items WHERE kind = 'campaign'";
  Book book;
  open_settled (&book);
  plan (&book, "2025-11-28", "2025-11-30");
  gint64 sums = book_number (&book, SUMS);

  g_assert_cmpint (sums, >, 0);
  g_assert_true (daybook_due_rebuild (book.store, NULL, NULL, NULL));
  g_assert_cmpint (book_number (&book, SUMS), ==, sums);
  book_close (&book);
}

/* --- Moved about ------------------------------------------------------------------------------- */

static void
assert_days (Book            *book,
             const DaybookId *id,
             const char      *begins,
             const char      *ends)
{
  g_autoptr(DaybookRow) row = book_row (book, &daybook_campaigns, id);

  g_assert_cmpstr (daybook_row_text (row, DAYBOOK_CAMPAIGN_BEGINS), ==, begins);
  g_assert_cmpstr (daybook_row_text (row, DAYBOOK_CAMPAIGN_ENDS), ==, ends);
}

typedef gboolean (*Shift) (DaybookEdit *edit, const DaybookRow *row, int days);

/* FALSE: it is refused. */
static gboolean
move (Book            *book,
      const DaybookId *id,
      Shift            shift,
      int              days,
      DaybookId       *act)
{
  g_autoptr(DaybookRow) row = book_row (book, &daybook_campaigns, id);
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "move", daybook_store_get_agent (book->store));

  if (!shift (edit, row, days))
    return FALSE;

  *act = case_commit (book, edit);
  return TRUE;
}

static void
test_moved (void)
{
  Book book;
  open_settled (&book);
  DaybookId id = plan (&book, "2025-12-30", "2026-01-02"), single = plan (&book, "2025-11-30", NULL), act;

  g_assert_true (move (&book, &id, daybook_campaign_move, 3, &act));
  assert_days (&book, &id, "2026-01-02", "2026-01-05");
  g_autoptr(DaybookOutcome) undone = case_undo (&book, &act);
  assert_days (&book, &id, "2025-12-30", "2026-01-02");
  g_assert_true (move (&book, &single, daybook_campaign_move, -30, &act));
  assert_days (&book, &single, "2025-10-31", "");
  book_close (&book);
}

static void
test_stretched (void)
{
  Book book;
  open_settled (&book);
  DaybookId id = plan (&book, "2025-11-28", NULL), act;

  g_assert_true (move (&book, &id, daybook_campaign_stretch, 4, &act));
  assert_days (&book, &id, "2025-11-28", "2025-12-02");
  g_assert_false (move (&book, &id, daybook_campaign_stretch, -5, &act));
  assert_days (&book, &id, "2025-11-28", "2025-12-02");
  g_assert_true (move (&book, &id, daybook_campaign_stretch, -4, &act));
  assert_days (&book, &id, "2025-11-28", "");
  book_close (&book);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/campaigns/it-begins-and-ends", test_it_begins_and_ends);
  g_test_add_func ("/campaigns/done-is-of-its-day", test_done_is_of_its_day);
  g_test_add_func ("/campaigns/its-end-is-its-end", test_its_end_is_its_end);
  g_test_add_func ("/campaigns/it-is-put-off", test_it_is_put_off);
  g_test_add_func ("/campaigns/how-it-is-told", test_how_it_is_told);
  g_test_add_func ("/campaigns/a-rebuild-changes-nothing", test_a_rebuild_changes_nothing);
  g_test_add_func ("/campaigns/moved", test_moved);
  g_test_add_func ("/campaigns/stretched", test_stretched);
  return g_test_run ();
}
