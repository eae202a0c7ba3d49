/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-book.h"
#include "two-laptops.h"

#include "core/opening.h"
#include "store/chores.h"
#include "store/due-acts.h"
#include "store/due-rebuild.h"
#include "store/passes-resource.h"

#include <string.h>

/* What comes again: one time is open, what was missed is one with it, and the next one is there as soon as it
 * is done, by whatever way. */

#define HOUR G_GINT64_CONSTANT (3600)
#define DAY (24 * HOUR)
/* 2025-11-22, a Saturday, begins in Shanghai. */
#define SATURDAY (BOOK_NOW - 16 * HOUR - 26 * 60 - 40)
#define SIX (SATURDAY + 18 * HOUR)

static DaybookReader *
reader_of (Book *book)
{
  return daybook_store_get_reader (book->store);
}

static gint64
now_of (Book *book)
{
  return daybook_store_get_now (book->store);
}

static DaybookId
add (Book       *book,
     const char *recurrence,
     const char *items)
{
  g_autoptr(DaybookEdit) edit = case_edit (book, DAYBOOK_ACT_EDIT);
  DaybookId id;

  daybook_chore_add (edit, "Close the shutters", recurrence, now_of (book), &id);
  daybook_edit_give (edit, DAYBOOK_CHORE_ITEMS, daybook_value_text (items));
  case_commit (book, edit);
  return id;
}

static DaybookChore *
read_one (Book            *book,
          const DaybookId *id)
{
  g_autoptr(DaybookRow) row = book_row (book, &daybook_chores, id);
  g_autoptr(GError) error = NULL;
  DaybookChore *chore = daybook_chore_read (reader_of (book), row, &error);

  g_assert_no_error (error);
  return chore;
}

/* The time that is open; 0: none is. */
static gint64
open_of (Book            *book,
         const DaybookId *id)
{
  g_autoptr(DaybookChore) chore = read_one (book, id);

  return chore->open;
}

static DaybookId
end (Book            *book,
     const DaybookId *id)
{
  g_autoptr(DaybookChore) chore = read_one (book, id);
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_due_item_free);
  g_autoptr(GError) error = NULL;

  g_ptr_array_add (items, daybook_chore_item (reader_of (book), chore));
  g_autoptr(DaybookEdit) edit = daybook_due_act_done (reader_of (book), items, daybook_store_get_agent (book->store), now_of (book), &error);
  g_assert_no_error (error);
  return case_commit (book, edit);
}

static DaybookId
tick (Book             *book,
      const DaybookId  *id,
      const char       *step,
      DaybookTickState  state)
{
  g_autoptr(DaybookChore) chore = read_one (book, id);
  g_autofree char *day = daybook_chore_day (reader_of (book), chore->at_hand);
  g_autoptr(DaybookEdit) edit = daybook_chore_act_tick (chore, day, step, state, daybook_store_get_agent (book->store), now_of (book));

  return case_commit (book, edit);
}

static void
be_at (Book   *book,
       gint64  now)
{
  daybook_store_fix_now (book->store, now);
}

/* --- Times -------------------------------------------------------------------------------- */

static void
test_done_is_followed_by_the_next (void)
{
  Book book;
  book_open (&book);
  DaybookId id = add (&book, "daily 18:00", NULL);

  g_assert_cmpint (open_of (&book, &id), ==, SIX);
  g_assert_cmpint (daybook_due_count (reader_of (&book), NULL, DAYBOOK_DUE_LIST_PLAIN, BOOK_NOW, NULL), ==, 1);
  /* Early is done too. */
  DaybookId act = end (&book, &id);
  g_assert_cmpint (open_of (&book, &id), ==, SIX + DAY);
  g_assert_cmpint (daybook_due_count (reader_of (&book), NULL, DAYBOOK_DUE_LIST_PLAIN, BOOK_NOW, NULL), ==, 0);
  g_autoptr(DaybookOutcome) undone = case_undo (&book, &act);
  g_assert_cmpint (open_of (&book, &id), ==, SIX);
  book_close (&book);
}

/* Nobody has written anything for four days, and it is all there. */
static void
test_what_was_missed_is_one (void)
{
  Book book;
  book_open (&book);
  DaybookId id = add (&book, "daily 18:00", NULL);
  be_at (&book, SIX + 4 * DAY - HOUR);

  g_autoptr(DaybookChore) chore = read_one (&book, &id);
  g_assert_cmpint (chore->open, ==, SIX);
  g_assert_cmpuint (chore->n_due, ==, 4);
  g_assert_cmpint (chore->at_hand, ==, SIX + 3 * DAY);
  g_assert_cmpint (daybook_due_count (reader_of (&book), NULL, DAYBOOK_DUE_LIST_PLAIN, now_of (&book), NULL), ==, 1);
  g_autoptr(DaybookDueItem) item = daybook_chore_item (reader_of (&book), chore);
  g_autofree char *why = daybook_due_item_explain (reader_of (&book), item);
  g_assert_nonnull (strstr (why, "4 times"));
  /* Done once, it is done; today's is still to come. */
  end (&book, &id);
  g_assert_cmpint (open_of (&book, &id), ==, SIX + 4 * DAY);
  book_close (&book);
}

static DaybookId
put_off (Book            *book,
         const DaybookId *id,
         gint64           until)
{
  g_autoptr(DaybookChore) chore = read_one (book, id);
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_due_item_free);

  g_ptr_array_add (items, daybook_chore_item (reader_of (book), chore));
  g_autoptr(DaybookEdit) edit = daybook_due_act_snooze (reader_of (book), items, until, DAYBOOK_SNOOZE_ANYWAY,
                                                        daybook_store_get_agent (book->store), now_of (book), NULL);
  return case_commit (book, edit);
}

/* Put off is this time only. */
static void
test_snoozed (void)
{
  Book book;
  book_open (&book);
  DaybookId id = add (&book, "daily 18:00", NULL);

  put_off (&book, &id, BOOK_NOW + 3 * HOUR);
  g_assert_cmpint (daybook_due_count (reader_of (&book), NULL, DAYBOOK_DUE_LIST_PLAIN, BOOK_NOW, NULL), ==, 0);
  g_assert_cmpint (open_of (&book, &id), ==, SIX);
  g_assert_cmpint (daybook_due_count (reader_of (&book), NULL, DAYBOOK_DUE_LIST_PLAIN, BOOK_NOW + 3 * HOUR, NULL), ==, 1);
  be_at (&book, BOOK_NOW + HOUR);
  end (&book, &id);
  be_at (&book, SIX + 6 * HOUR + 1);
  g_assert_cmpint (daybook_due_count (reader_of (&book), NULL, DAYBOOK_DUE_LIST_PLAIN, now_of (&book), NULL), ==, 1);
  book_close (&book);
}

/* What was done does not come again, and what is open is still there when its time comes. */
static void
test_a_clock_set_back (void)
{
  Book book;
  book_open (&book);
  DaybookId id = add (&book, "daily 18:00", NULL);

  end (&book, &id);
  be_at (&book, BOOK_NOW - 365 * DAY);
  g_assert_cmpint (open_of (&book, &id), ==, SIX + DAY);
  g_assert_cmpint (daybook_due_count (reader_of (&book), NULL, DAYBOOK_DUE_LIST_PLAIN, now_of (&book), NULL), ==, 0);
  g_assert_true (daybook_due_rebuild (book.store, NULL, NULL, NULL));
  g_assert_cmpint (open_of (&book, &id), ==, SIX + DAY);
  book_close (&book);
}

static void
set (Book            *book,
     const DaybookId *id,
     guint            field,
     DaybookValue     value)
{
  g_autoptr(DaybookChore) chore = read_one (book, id);
  g_autoptr(DaybookEdit) edit = case_edit (book, DAYBOOK_ACT_EDIT);

  daybook_chore_set (edit, chore, field, value, now_of (book));
  case_commit (book, edit);
}

/* Off, nothing is due; on again, what would have been meanwhile does not count. */
static void
test_off_and_on (void)
{
  Book book;
  book_open (&book);
  DaybookId id = add (&book, "daily 18:00", NULL);

  set (&book, &id, DAYBOOK_CHORE_USED, daybook_value_int (FALSE));
  g_assert_cmpint (open_of (&book, &id), ==, 0);
  be_at (&book, SIX + 9 * DAY + HOUR);
  set (&book, &id, DAYBOOK_CHORE_USED, daybook_value_int (TRUE));
  g_assert_cmpint (open_of (&book, &id), ==, SIX + 10 * DAY);
  g_autoptr(DaybookEdit) edit = case_edit (&book, DAYBOOK_ACT_EDIT);
  daybook_edit_delete (edit, &daybook_chores, &id);
  case_commit (&book, edit);
  g_assert_cmpint (book_number (&book, "SELECT count (*) FROM due_items"), ==, 0);
  book_close (&book);
}

/* Other times hold from now on; but nobody gets rid of what is overdue by moving it. */
static void
test_other_times (void)
{
  Book book;
  book_open (&book);
  DaybookId id = add (&book, "daily 18:00", NULL);

  set (&book, &id, DAYBOOK_CHORE_RECURRENCE, daybook_value_text ("daily 09:00"));
  g_assert_cmpint (open_of (&book, &id), ==, SATURDAY + DAY + 9 * HOUR);
  be_at (&book, SATURDAY + DAY + 10 * HOUR);
  set (&book, &id, DAYBOOK_CHORE_RECURRENCE, daybook_value_text ("daily 09:30"));
  g_assert_cmpint (open_of (&book, &id), ==, SATURDAY + DAY + 9 * HOUR + HOUR / 2);
  book_close (&book);
}

/* Opening hours move what rests on them, in a rebuild. */
static void
test_other_opening_hours (void)
{
  Book book;
  DaybookId hours;
  book_open (&book);
  DaybookId id = add (&book, "daily 18:00 open-only", NULL);
  g_autoptr(DaybookEdit) edit = case_edit (&book, DAYBOOK_ACT_EDIT);

  g_assert_cmpint (open_of (&book, &id), ==, SIX);
  daybook_opening_row_id (&hours, DAYBOOK_OPENING_SHOP);
  daybook_edit_create (edit, &daybook_openings, &hours);
  daybook_edit_give (edit, DAYBOOK_OPENING_KEY, daybook_value_text (DAYBOOK_OPENING_SHOP));
  daybook_edit_give (edit, DAYBOOK_OPENING_WEEK, daybook_value_text ("{\"mon\": [\"09:00-17:00\"]}"));
  DaybookId act = case_commit (&book, edit);
  g_assert_true (daybook_due_settle (book.store, NULL, NULL, NULL));
  g_assert_cmpint (open_of (&book, &id), ==, SIX + 2 * DAY);
  g_autoptr(DaybookOutcome) undone = case_undo (&book, &act);
  g_assert_true (daybook_due_settle (book.store, NULL, NULL, NULL));
  g_assert_cmpint (open_of (&book, &id), ==, SIX);
  book_close (&book);
}

static void
test_whose (void)
{
  Book book;
  book_open (&book);
  DaybookId lead = case_add_agent (&book, "小王", DAYBOOK_ROLE_LEAD), agent = case_add_agent (&book, "小李", DAYBOOK_ROLE_AGENT);
  DaybookId id = add (&book, "daily 18:00", NULL);

  g_assert_cmpint (daybook_due_count (reader_of (&book), &agent, DAYBOOK_DUE_LIST_PLAIN, BOOK_NOW, NULL), ==, 1);
  set (&book, &id, DAYBOOK_CHORE_ROLE, daybook_value_int (DAYBOOK_CHORE_LEAD));
  g_assert_cmpint (daybook_due_count (reader_of (&book), &agent, DAYBOOK_DUE_LIST_PLAIN, BOOK_NOW, NULL), ==, 0);
  g_assert_cmpint (daybook_due_count (reader_of (&book), &lead, DAYBOOK_DUE_LIST_PLAIN, BOOK_NOW, NULL), ==, 1);
  set (&book, &id, DAYBOOK_CHORE_PERSON, daybook_value_id (&agent));
  g_assert_cmpint (daybook_due_count (reader_of (&book), &agent, DAYBOOK_DUE_LIST_PLAIN, BOOK_NOW, NULL), ==, 1);
  g_assert_cmpint (daybook_due_count (reader_of (&book), &lead, DAYBOOK_DUE_LIST_PLAIN, BOOK_NOW, NULL), ==, 0);
  book_close (&book);
}

/* --- Lists --------------------------------------------------------------------------------- */

static void
test_ticked_off (void)
{
  Book book;
  book_open (&book);
  DaybookId id = add (&book, "daily 18:00", "lights\n  till  \n\nlights\nshutters");

  tick (&book, &id, "lights", DAYBOOK_TICK_ON);
  tick (&book, &id, "till", DAYBOOK_TICK_ON);
  g_assert_cmpint (open_of (&book, &id), ==, SIX);
  DaybookId act = tick (&book, &id, "shutters", DAYBOOK_TICK_ON);
  g_assert_cmpint (open_of (&book, &id), ==, SIX + DAY);
  g_autoptr(DaybookOutcome) undone = case_undo (&book, &act);
  g_assert_cmpint (open_of (&book, &id), ==, SIX);
  /* The last one is no longer asked for. */
  set (&book, &id, DAYBOOK_CHORE_ITEMS, daybook_value_text ("lights\ntill"));
  g_assert_cmpint (open_of (&book, &id), ==, SIX + DAY);
  book_close (&book);
}

/* Yesterday's ticks are not today's; a list that is finished late is. */
static void
test_each_time_has_its_ticks (void)
{
  Book book;
  book_open (&book);
  DaybookId id = add (&book, "daily 18:00", "lights\ntill");

  tick (&book, &id, "lights", DAYBOOK_TICK_ON);
  be_at (&book, SIX + DAY + HOUR);
  tick (&book, &id, "till", DAYBOOK_TICK_ON);
  g_assert_cmpint (open_of (&book, &id), ==, SIX);
  be_at (&book, SIX + DAY + 9 * HOUR);
  tick (&book, &id, "lights", DAYBOOK_TICK_ON);
  g_assert_cmpint (open_of (&book, &id), ==, SIX + 2 * DAY);
  /* What was not to be ticked is taken back: what was open then is open again. */
  g_autoptr(DaybookOutcome) undone = daybook_store_undo (book.store, NULL, NULL);
  g_assert_cmpint (open_of (&book, &id), ==, SIX);
  book_close (&book);
}

/* Two people, each on a laptop without the other's ticks, have done all of it together. */
static void
test_two_laptops_tick (void)
{
  Shop shop;
  shop_open (&shop);
  DaybookId id = add (&shop.a, "daily 18:00", "lights\ntill");

  shop_publish (&shop, &shop.a, 'c');
  shop_deliver (&shop);
  tick (&shop.a, &id, "lights", DAYBOOK_TICK_ON);
  tick (&shop.b, &id, "lights", DAYBOOK_TICK_ON);
  tick (&shop.b, &id, "till", DAYBOOK_TICK_ON);
  g_assert_cmpint (open_of (&shop.a, &id), ==, SIX);
  shop_publish (&shop, &shop.a, 'c');
  shop_publish (&shop, &shop.b, 'c');
  shop_deliver (&shop);
  g_assert_cmpint (open_of (&shop.a, &id), ==, SIX + DAY);
  g_assert_cmpint (open_of (&shop.b, &id), ==, SIX + DAY);
  shop_close (&shop);
}

static char *
list_due (Book *book)
{
  g_autoptr(GString) all = g_string_new (NULL);
  g_autoptr(GPtrArray) chores = daybook_chores_read (reader_of (book), NULL);

  for (guint i = 0; i < chores->len; i++)
    {
      const DaybookChore *chore = g_ptr_array_index (chores, i);

      if (chore->row != NULL)
        g_string_append_printf (all, "%s %" G_GINT64_FORMAT " %u\n", daybook_row_text (chore->row, DAYBOOK_CHORE_RECURRENCE), chore->open, chore->n_due);
    }
  return g_string_free (g_steal_pointer (&all), FALSE);
}

/* Whatever happens, a rebuild finds what was kept while it happened. */
static void
test_a_rebuild_finds_the_same (void)
{
  static const char *const RECURRENCES[] = { "daily 18:00", "weekly sat,sun 14:30", "monthly last 17:00 open-before", "every 2 weeks from 2025-11-16 10:00" };
  g_autoptr(GRand) rand = g_rand_new_with_seed (5);
  DaybookId ids[G_N_ELEMENTS (RECURRENCES)];
  Book book;
  book_open (&book);

  for (gsize i = 0; i < G_N_ELEMENTS (RECURRENCES); i++)
    ids[i] = add (&book, RECURRENCES[i], i % 2 == 0 ? "lights\ntill" : NULL);
  for (int i = 0; i < 120; i++)
    {
      const DaybookId *id = &ids[g_rand_int_range (rand, 0, G_N_ELEMENTS (RECURRENCES))];
      g_autoptr(DaybookRow) row = book_row (&book, &daybook_chores, id);
      int what = g_rand_int_range (rand, 0, 5);

      be_at (&book, now_of (&book) + g_rand_int_range (rand, 0, 30 * (int) HOUR));
      /* An undo may take back that there is one. */
      if (what < 4 && open_of (&book, id) == 0)
        continue;
      if (what < 3 && daybook_row_has (row, DAYBOOK_CHORE_ITEMS))
        tick (&book, id, what == 0 ? "lights" : "till", DAYBOOK_TICK_ON);
      else if (what < 4)
        end (&book, id);
      else
        daybook_outcome_free (daybook_store_undo (book.store, NULL, NULL));

      g_autofree char *kept = list_due (&book);
      g_assert_true (daybook_due_rebuild (book.store, NULL, NULL, NULL));
      g_autofree char *rebuilt = list_due (&book);
      g_assert_cmpstr (kept, ==, rebuilt);
    }
  book_close (&book);
}

/* --- Templates ------------------------------------------------------------------------------ */

/* The sweep that is ticked on its own page is the chore's. */
static void
test_a_template_is_switched_on (void)
{
  Book book;
  DaybookId id;
  book_open (&book);
  g_autoptr(DaybookChore) template = daybook_chore_template (reader_of (&book), DAYBOOK_PASS_SWEEP, "after", NULL);
  g_autofree char *title = daybook_chore_title (template);
  g_autoptr(DaybookEdit) edit = daybook_chore_act_use (template, DAYBOOK_CHORE_ON, daybook_store_get_agent (book.store), BOOK_NOW, &id);

  g_assert_null (template->row);
  g_assert_cmpstr (title, ==, "Daily Sweep: After the Shift");
  case_commit (&book, edit);
  g_assert_cmpint (open_of (&book, &id), ==, SATURDAY + 22 * HOUR);

  const DaybookPass *pass = daybook_pass_shipped (DAYBOOK_PASS_SWEEP);
  for (guint i = 0; i < pass->steps->len; i++)
    {
      g_autoptr(DaybookEdit) ticked = daybook_pass_act_tick (pass, "2025-11-22", daybook_pass_find_round (pass, "after"),
                                                             g_ptr_array_index (pass->steps, i), DAYBOOK_TICK_ON,
                                                             daybook_store_get_agent (book.store), BOOK_NOW);

      g_assert_cmpint (open_of (&book, &id), ==, SATURDAY + 22 * HOUR);
      case_commit (&book, ticked);
    }
  g_assert_cmpint (open_of (&book, &id), ==, SATURDAY + DAY + 22 * HOUR);
  book_close (&book);
}

/* Switched on by two people who do not know of each other, it is one chore. */
static void
test_two_laptops_switch_on (void)
{
  Shop shop;
  Book *books[2];
  DaybookId ids[2];
  shop_open (&shop);

  books[0] = &shop.a;
  books[1] = &shop.b;
  for (guint i = 0; i < G_N_ELEMENTS (books); i++)
    {
      g_autoptr(DaybookChore) template = daybook_chore_template (reader_of (books[i]), "mailbox", "once", NULL);
      g_autoptr(DaybookEdit) edit = daybook_chore_act_use (template, DAYBOOK_CHORE_ON, daybook_store_get_agent (books[i]->store), BOOK_NOW, &ids[i]);

      case_commit (books[i], edit);
    }
  shop_publish (&shop, &shop.a, 'c');
  shop_publish (&shop, &shop.b, 'c');
  shop_deliver (&shop);
  g_assert_true (daybook_id_equal (&ids[0], &ids[1]));
  for (guint i = 0; i < G_N_ELEMENTS (books); i++)
    {
      g_assert_cmpint (book_number (books[i], "SELECT count (*) FROM chores WHERE deleted = 0"), ==, 1);
      g_assert_cmpint (open_of (books[i], &ids[i]), ==, SATURDAY + 22 * HOUR + HOUR / 2);
    }
  shop_close (&shop);
}

/* Deleted, it is a template again; switched on once more it is the same row. */
static void
test_a_template_comes_back (void)
{
  Book book;
  DaybookId first, second;
  book_open (&book);
  g_autoptr(DaybookChore) template = daybook_chore_template (reader_of (&book), "weekly_meeting", "once", NULL);
  g_autoptr(DaybookEdit) on = daybook_chore_act_use (template, DAYBOOK_CHORE_ON, NULL, BOOK_NOW, &first);
  g_autoptr(DaybookEdit) gone = case_edit (&book, DAYBOOK_ACT_EDIT);
  g_autoptr(GError) error = NULL;

  daybook_outcome_free (daybook_store_commit (book.store, on, &error));
  g_assert_no_error (error);
  daybook_edit_delete (gone, &daybook_chores, &first);
  case_commit (&book, gone);
  g_autoptr(DaybookChore) again = daybook_chore_template (reader_of (&book), "weekly_meeting", "once", NULL);
  g_assert_null (again->row);
  g_autoptr(DaybookEdit) back = daybook_chore_act_use (again, DAYBOOK_CHORE_ON, daybook_store_get_agent (book.store), BOOK_NOW, &second);
  case_commit (&book, back);
  g_assert_true (daybook_id_equal (&first, &second));
  g_assert_cmpint (open_of (&book, &second), ==, SATURDAY + DAY + 14 * HOUR + HOUR / 2);
  book_close (&book);
}

static guint
count_text (const char *text,
            const char *what)
{
  guint n = 0;

  for (const char *at = strstr (text, what); at != NULL; at = strstr (at + 1, what))
    n++;
  return n;
}

/* Each that is shipped is listed, can be read, comes in three languages, and begins registers that there are. */
static void
test_all_that_is_shipped (void)
{
  g_auto(GStrv) files = g_resource_enumerate_children (daybook_passes_get_resource (), "/io/github/daybook/Daybook/passes", 0, NULL);
  Book book;
  book_open (&book);

  g_assert_cmpuint (g_strv_length (files), ==, g_strv_length ((char **) daybook_pass_shipped_keys));
  for (const char *const *key = daybook_pass_shipped_keys; *key != NULL; key++)
    {
      g_autofree char *path = g_strdup_printf ("/io/github/daybook/Daybook/passes/%s.json", *key);
      g_autoptr(GBytes) bytes = g_resource_lookup_data (daybook_passes_get_resource (), path, 0, NULL);
      g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      const DaybookPass *pass = daybook_pass_shipped (*key);

      g_test_message ("%s", *key);
      g_assert_nonnull (pass);
      g_assert_cmpstr (pass->key, ==, *key);
      g_assert_cmpuint (count_text (text, "\"en\":"), ==, count_text (text, "\"zh_CN\":"));
      g_assert_cmpuint (count_text (text, "\"en\":"), ==, count_text (text, "\"zh_TW\":"));
      for (guint i = 0; i < pass->rounds->len; i++)
        g_assert_nonnull (((const DaybookPassRound *) g_ptr_array_index (pass->rounds, i))->when);
      for (guint i = 0; i < pass->steps->len; i++)
        {
          const DaybookPassStep *step = g_ptr_array_index (pass->steps, i);

          g_assert_true (step->begins == NULL || daybook_reader_register (reader_of (&book), step->begins) != NULL);
        }
    }

  g_autoptr(GPtrArray) all = daybook_chores_read (reader_of (&book), NULL);
  g_assert_cmpuint (all->len, ==, g_strv_length (files) + 1);
  /* None is switched on by itself. */
  g_assert_cmpint (book_number (&book, "SELECT count (*) FROM due_items"), ==, 0);
  book_close (&book);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chores/done-is-followed-by-the-next", test_done_is_followed_by_the_next);
  g_test_add_func ("/chores/what-was-missed-is-one", test_what_was_missed_is_one);
  g_test_add_func ("/chores/snoozed", test_snoozed);
  g_test_add_func ("/chores/a-clock-set-back", test_a_clock_set_back);
  g_test_add_func ("/chores/off-and-on", test_off_and_on);
  g_test_add_func ("/chores/other-times", test_other_times);
  g_test_add_func ("/chores/other-opening-hours", test_other_opening_hours);
  g_test_add_func ("/chores/whose", test_whose);
  g_test_add_func ("/chores/ticked-off", test_ticked_off);
  g_test_add_func ("/chores/each-time-has-its-ticks", test_each_time_has_its_ticks);
  g_test_add_func ("/chores/two-laptops-tick", test_two_laptops_tick);
  g_test_add_func ("/chores/a-rebuild-finds-the-same", test_a_rebuild_finds_the_same);
  g_test_add_func ("/chores/a-template-is-switched-on", test_a_template_is_switched_on);
  g_test_add_func ("/chores/two-laptops-switch-on", test_two_laptops_switch_on);
  g_test_add_func ("/chores/a-template-comes-back", test_a_template_comes_back);
  g_test_add_func ("/chores/all-that-is-shipped", test_all_that_is_shipped);

  return g_test_run ();
}
