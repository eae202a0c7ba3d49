/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-book.h"

#include "core/attention.h"
#include "core/customer.h"
#include "core/phrase.h"
#include "core/use.h"
#include "store/due-list.h"
#include "store/telling.h"

/* That a customer was told something, and what goes with it, in one act. */

#define DEFINITION \
  "{\"register\": \"ask\", \"prefix\": \"AK\", \"title\": \"ask\", \"respond\": {\"within\": \"2h\", \"hours\": \"always\"}," \
  " \"closing\": [\"told\"], \"fields\": {\"place\": {\"type\": \"text\", \"label\": \"Place\"}}," \
  " \"stages\": {\"open\": {\"label\": \"Open\", \"moves\": [\"away\", \"told\"]}," \
  "  \"away\": {\"label\": \"Away\", \"requires\": [\"place\"], \"moves\": [\"open\"]}," \
  "  \"told\": {\"label\": \"Told\", \"ends\": true, \"moves\": [\"open\"]}}}"

static DaybookReader *
reader_of (Book *book)
{
  return daybook_store_get_reader (book->store);
}

static void
set_up (Book          *book,
        gconstpointer  data G_GNUC_UNUSED)
{
  book_open (book);
  case_adopt (book, DEFINITION);
}

static void
tear_down (Book          *book,
           gconstpointer  data G_GNUC_UNUSED)
{
  book_close (book);
}

static GPtrArray *
add_phrases (Book *book)
{
  GPtrArray *phrases = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);
  static const char *const TITLES[] = { "One", "Two" };

  for (guint i = 0; i < G_N_ELEMENTS (TITLES); i++)
    {
      g_autoptr(DaybookEdit) edit = case_edit (book, DAYBOOK_ACT_EDIT);
      DaybookId id;

      daybook_id_random (&id);
      daybook_edit_create (edit, &daybook_phrases, &id);
      daybook_edit_give (edit, DAYBOOK_PHRASE_TITLE, daybook_value_text (TITLES[i]));
      daybook_edit_give (edit, DAYBOOK_PHRASE_TEXT, daybook_value_text ("Words"));
      case_commit (book, edit);
      g_ptr_array_add (phrases, book_row (book, &daybook_phrases, &id));
    }
  return phrases;
}

static DaybookId
commit (Book                 *book,
        const DaybookTelling *telling)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookEdit) edit = daybook_telling_act (book->store, telling, &error);

  g_assert_no_error (error);
  return case_commit (book, edit);
}

static void
expect_refused (Book                 *book,
                const DaybookTelling *telling,
                const char           *said)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookEdit) edit = daybook_telling_act (book->store, telling, &error);

  g_assert_null (edit);
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT);
  g_assert_nonnull (strstr (error->message, said));
}

static guint
count (Book               *book,
       const DaybookTable *table)
{
  g_autoptr(DaybookQuery) query = daybook_query_new (table);

  return (guint) daybook_reader_count (reader_of (book), query, 0, NULL);
}

static DaybookRow *
only_event (Book            *book,
            guint            field,
            const DaybookId *of)
{
  g_autoptr(GPtrArray) events = daybook_reader_parts (reader_of (book), &daybook_events, field, of, NULL);

  g_assert_cmpuint (events->len, ==, 1);
  return daybook_row_ref (g_ptr_array_index (events, 0));
}

/* Event, promise, uses, stage and snooze come and go together. */
static void
test_case (Book          *book,
           gconstpointer  data G_GNUC_UNUSED)
{
  DaybookId id = case_make (book, "ask", "Where is it"), act;
  g_autoptr(GPtrArray) phrases = add_phrases (book);
  g_autoptr(DaybookRow) of = NULL, event = NULL;

  case_set (book, &id, "channel", daybook_value_int (DAYBOOK_CHANNEL_WECHAT));
  case_set (book, &id, "place", daybook_value_text ("Here"));
  of = case_row (book, &id);
  act = commit (book, &(DaybookTelling) {
    .of = of, .text = "On its way", .phrases = phrases, .promised_at = BOOK_NOW + 7200, .stage = "away", .until = BOOK_NOW + 3600,
  });

  event = only_event (book, DAYBOOK_EVENT_CASE, &id);
  g_assert_cmpint (daybook_row_int (event, DAYBOOK_EVENT_KIND), ==, DAYBOOK_EVENT_TOLD);
  g_assert_cmpstr (daybook_row_text (event, DAYBOOK_EVENT_TEXT), ==, "On its way");
  g_assert_cmpint (daybook_row_int (event, DAYBOOK_EVENT_CHANNEL), ==, DAYBOOK_CHANNEL_WECHAT);
  case_assert_int (book, &id, "promised_at", BOOK_NOW + 7200);
  case_assert_text (book, &id, "stage", "away");
  g_assert_cmpuint (count (book, &daybook_uses), ==, 2);
  g_assert_cmpuint (count (book, &daybook_attentions), >, 0);

  g_autoptr(DaybookOutcome) outcome = case_undo (book, &act);
  g_assert_cmpuint (outcome->n_kept, ==, 0);
  case_assert_text (book, &id, "stage", "open");
  g_assert_cmpuint (count (book, &daybook_uses), ==, 0);
  g_assert_cmpuint (count (book, &daybook_events), ==, 0);
  g_assert_cmpuint (count (book, &daybook_attentions), ==, 0);
}

static void
test_refused (Book          *book,
              gconstpointer  data G_GNUC_UNUSED)
{
  DaybookId id = case_make (book, "ask", "Where is it");
  g_autoptr(DaybookRow) of = case_row (book, &id);
  g_autoptr(GError) error = NULL;

  expect_refused (book, &(DaybookTelling) { .of = of, .text = " \n" }, "Nothing was written");
  expect_refused (book, &(DaybookTelling) { .of = of, .text = "A", .stage = "away" }, "Place");
  expect_refused (book, &(DaybookTelling) { .of = of, .text = "A", .stage = "gone" }, "no such stage");
  expect_refused (book, &(DaybookTelling) { .of = of, .text = "A", .until = BOOK_NOW - 1 }, "over");
  expect_refused (book, &(DaybookTelling) { .text = "A", .stage = "away" }, "no case");
  expect_refused (book, &(DaybookTelling) { .text = "A", .until = BOOK_NOW + 1 }, "no case");
  g_assert_false (daybook_telling_may_move (reader_of (book), of, "open", &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT);
  g_assert_true (daybook_telling_may_move (reader_of (book), of, "told", NULL));
  g_assert_true (daybook_telling_may_snooze (reader_of (book), of, NULL));
  g_assert_cmpuint (count (book, &daybook_events), ==, 0);
}

/* Closing asks whether the customer was told: that is what is done. */
static void
test_closing (Book          *book,
              gconstpointer  data G_GNUC_UNUSED)
{
  DaybookId id = case_make (book, "ask", "Where is it");
  g_autoptr(DaybookRow) of = case_row (book, &id);

  commit (book, &(DaybookTelling) { .of = of, .text = "Done", .stage = "told" });
  case_assert_text (book, &id, "stage", "told");
  case_assert_int (book, &id, "told", DAYBOOK_ANSWER_YES);
}

static void
test_without_case (Book          *book,
                   gconstpointer  data G_GNUC_UNUSED)
{
  DaybookId line, order = case_add_order (book, "1001", 1, &line);
  g_autoptr(GPtrArray) phrases = add_phrases (book);
  g_autoptr(DaybookRow) of = book_row (book, &daybook_orders, &order), event = NULL, use = NULL;
  g_autoptr(GPtrArray) uses = NULL;

  commit (book, &(DaybookTelling) { .of = of, .text = "Thank you", .phrases = phrases, .promised_at = BOOK_NOW + 60 });
  event = only_event (book, DAYBOOK_EVENT_ORDER, &order);
  g_assert_null (daybook_row_ref_id (event, DAYBOOK_EVENT_CASE));
  g_assert_cmpint (daybook_row_int (event, DAYBOOK_EVENT_PROMISED_AT), ==, BOOK_NOW + 60);
  uses = daybook_reader_all (reader_of (book), &daybook_uses, NULL);
  g_assert_cmpuint (uses->len, ==, 2);
  use = daybook_row_ref (g_ptr_array_index (uses, 0));
  g_assert_true (daybook_id_equal (daybook_row_ref_id (use, DAYBOOK_USE_ORDER), &order));

  /* To nobody in particular: it was of use, and that is all. */
  commit (book, &(DaybookTelling) { .text = "Thank you", .phrases = phrases });
  g_assert_cmpuint (count (book, &daybook_uses), ==, 4);
  g_assert_cmpuint (count (book, &daybook_events), ==, 1);
}

static void
test_customer (Book          *book,
               gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(DaybookEdit) edit = case_edit (book, DAYBOOK_ACT_IMPORT);
  DaybookId customer;

  daybook_id_random (&customer);
  daybook_edit_create (edit, &daybook_customers, &customer);
  daybook_edit_give (edit, DAYBOOK_CUSTOMER_NAME, daybook_value_text ("张三"));
  case_commit (book, edit);

  g_autoptr(DaybookRow) of = book_row (book, &daybook_customers, &customer);
  DaybookId id = commit (book, &(DaybookTelling) { .of = of, .text = "Thank you" });
  g_autoptr(DaybookRow) event = only_event (book, DAYBOOK_EVENT_CUSTOMER, &customer);
  g_autoptr(DaybookAct) act = daybook_reader_act (reader_of (book), &id, NULL);

  g_assert_cmpstr (daybook_row_text (event, DAYBOOK_EVENT_TEXT), ==, "Thank you");
  /* The history has no names in it. */
  g_assert_null (strstr (act->title, "张三"));
}

#define ADD(path, func) g_test_add ("/telling/" path, Book, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("case", test_case);
  ADD ("refused", test_refused);
  ADD ("closing", test_closing);
  ADD ("without-case", test_without_case);
  ADD ("customer", test_customer);

  return g_test_run ();
}
