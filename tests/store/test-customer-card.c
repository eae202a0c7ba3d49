/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-book.h"

#include "core/contact.h"
#include "core/membership.h"
#include "core/moment.h"
#include "core/rule.h"
#include "store/customer-acts.h"
#include "store/days-ahead.h"
#include "store/due-acts.h"
#include "store/due-rebuild.h"
#include "store/tags-in-use.h"

#include <string.h>

/* What people write on the card of a customer, and what follows from it. The clock stands at Saturday, 22 November 2025. */

#define DAY G_GINT64_CONSTANT (86400)

static DaybookReader *
reader_of (Book *book)
{
  return daybook_store_get_reader (book->store);
}

static DaybookEdit *
new_edit (Book *book)
{
  return daybook_edit_new (DAYBOOK_ACT_EDIT, "Card", daybook_store_get_agent (book->store));
}

static DaybookId
add_customer (Book       *book,
              const char *name)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_IMPORT, "Imported", daybook_store_get_agent (book->store));
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_customers, &id);
  daybook_edit_give (edit, DAYBOOK_CUSTOMER_NAME, daybook_value_text (name));
  case_commit (book, edit);
  return id;
}

static DaybookId
add_contact (Book               *book,
             const DaybookId    *customer,
             DaybookContactKind  kind,
             const char         *value)
{
  g_autoptr(DaybookEdit) edit = new_edit (book);
  const DaybookContactDraft draft = { kind, value };
  g_autoptr(GError) error = NULL;
  DaybookId id;

  daybook_customer_add_contact (edit, reader_of (book), customer, &draft, &id, &error);
  g_assert_no_error (error);
  case_commit (book, edit);
  return id;
}

/* --- Ways to reach --------------------------------------------------------------------- */

static guint
count_found (Book       *book,
             const char *text)
{
  g_autoptr(GArray) keys = NULL;

  daybook_store_settle (book->store);
  keys = daybook_reader_search (reader_of (book), &daybook_customers, text, 0, NULL);
  return keys != NULL ? keys->len : G_MAXUINT;
}

/* The keys by which phones are looked up follow what is written by hand. */
static void
test_a_phone_by_hand_is_found (void)
{
  Book book;
  book_open (&book);
  DaybookId id = add_customer (&book, "张三");
  DaybookId contact = add_contact (&book, &id, DAYBOOK_CONTACT_PHONE, " +86 138-1234 1234 ");
  g_autoptr(DaybookRow) row = book_row (&book, &daybook_contacts, &contact);
  const DaybookContactDraft corrected = { DAYBOOK_CONTACT_PHONE, "13912345678", .note = "office" };
  g_autoptr(DaybookEdit) edit = new_edit (&book);
  g_autoptr(DaybookEdit) removal = new_edit (&book);

  g_assert_cmpstr (daybook_row_text (row, DAYBOOK_CONTACT_VALUE), ==, "13812341234");
  g_assert_cmpuint (count_found (&book, "13812341234"), ==, 1);
  g_assert_cmpuint (count_found (&book, "138 1234 1234"), ==, 1);
  g_assert_cmpuint (count_found (&book, "1234"), ==, 1);
  g_assert_cmpuint (count_found (&book, "3812341"), ==, 0);

  g_assert_true (daybook_customer_set_contact (edit, reader_of (&book), row, &corrected, NULL));
  case_commit (&book, edit);
  g_assert_cmpuint (count_found (&book, "13812341234"), ==, 0);
  g_assert_cmpuint (count_found (&book, "13912345678"), ==, 1);

  daybook_edit_delete (removal, &daybook_contacts, &contact);
  DaybookId act = case_commit (&book, removal);
  g_assert_cmpuint (count_found (&book, "13912345678"), ==, 0);
  g_autoptr(DaybookOutcome) outcome = daybook_store_undo (book.store, &act, NULL);
  g_assert_nonnull (outcome);
  g_assert_cmpuint (count_found (&book, "13912345678"), ==, 1);

  book_close (&book);
}

static void
test_nothing_twice (void)
{
  Book book;
  book_open (&book);
  DaybookId id = add_customer (&book, "张三");
  add_contact (&book, &id, DAYBOOK_CONTACT_PHONE, "13812341234");
  g_autoptr(DaybookEdit) edit = new_edit (&book);
  const DaybookContactDraft same = { DAYBOOK_CONTACT_PHONE, "138 1234 1234" }, as_wechat = { DAYBOOK_CONTACT_WECHAT, "13812341234" },
                            wrong = { DAYBOOK_CONTACT_EMAIL, "ann" };
  g_autoptr(GError) twice = NULL;
  g_autoptr(GError) none = NULL;

  g_assert_false (daybook_customer_add_contact (edit, reader_of (&book), &id, &same, NULL, &twice));
  g_assert_error (twice, DAYBOOK_ERROR, DAYBOOK_ERROR_CONFLICT);
  g_assert_false (daybook_customer_add_contact (edit, reader_of (&book), &id, &wrong, NULL, &none));
  g_assert_error (none, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT);
  g_assert_true (daybook_customer_add_contact (edit, reader_of (&book), &id, &as_wechat, NULL, NULL));
  g_assert_cmpuint (daybook_edit_size (edit), >, 0);

  book_close (&book);
}

static void
add_handle (Book            *book,
            const DaybookId *customer,
            const char      *account)
{
  g_autoptr(DaybookEdit) edit = new_edit (book);

  g_assert_true (daybook_customer_add_handle (edit, reader_of (book), customer, "Taobao", account, NULL));
  case_commit (book, edit);
}

/* An account names a person: of one that another has it is said whose it is. */
static void
test_an_account_is_somebodys (void)
{
  Book book;
  book_open (&book);
  DaybookId first = add_customer (&book, "张三"), second = add_customer (&book, "李四"), handle;
  add_handle (&book, &first, " bamboo ");
  g_autoptr(DaybookEdit) edit = new_edit (&book);
  g_autoptr(DaybookEdit) removal = new_edit (&book);
  g_autoptr(GError) others = NULL;
  g_autoptr(GError) own = NULL;
  g_autoptr(GError) masked = NULL;

  daybook_handle_row_id (&handle, "taobao", "bamboo");
  g_assert_false (daybook_customer_add_handle (edit, reader_of (&book), &second, "taobao", "bamboo", &others));
  g_assert_error (others, DAYBOOK_ERROR, DAYBOOK_ERROR_CONFLICT);
  g_assert_nonnull (strstr (others->message, "张*"));
  g_assert_null (strstr (others->message, "张三"));
  g_assert_false (daybook_customer_add_handle (edit, reader_of (&book), &first, "taobao", "bamboo", &own));
  g_assert_error (own, DAYBOOK_ERROR, DAYBOOK_ERROR_CONFLICT);
  g_assert_false (daybook_customer_add_handle (edit, reader_of (&book), &second, "taobao", "b***o", &masked));
  g_assert_error (masked, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT);

  /* Taken away from the one it is free for the other. */
  daybook_edit_delete (removal, &daybook_handles, &handle);
  case_commit (&book, removal);
  add_handle (&book, &second, "bamboo");
  g_autoptr(DaybookRow) row = book_row (&book, &daybook_handles, &handle);
  g_assert_true (daybook_id_equal (daybook_row_ref_id (row, DAYBOOK_HANDLE_CUSTOMER), &second));
  g_assert_cmpuint (count_found (&book, "bamboo"), ==, 1);

  book_close (&book);
}

/* --- Days ---------------------------------------------------------------------------------- */

static DaybookId
add_day (Book                  *book,
         const DaybookId       *customer,
         const char            *text,
         const DaybookDayDraft *like)
{
  g_autoptr(DaybookEdit) edit = new_edit (book);
  DaybookDayDraft draft = *like;
  g_autoptr(GError) error = NULL;
  DaybookId id;

  g_assert_true (daybook_yearly_day_read (text, DAYBOOK_CALENDAR_SOLAR, &draft.day, NULL));
  daybook_customer_add_day (edit, reader_of (book), customer, &draft, &id, &error);
  g_assert_no_error (error);
  case_commit (book, edit);
  return id;
}

static DaybookDueItem *
find_due (Book            *book,
          const DaybookId *id)
{
  g_autoptr(DaybookRow) row = book_row (book, &daybook_remembered_days, id);

  return daybook_due_find (reader_of (book), row, DAYBOOK_RULE_DAY, 0, NULL);
}

static gint64
at (Book       *book,
    const char *text)
{
  gint64 moment;

  g_assert_true (daybook_moment_parse (text, daybook_store_get_zone (book->store), &moment, NULL));
  return moment;
}

static const DaybookDayDraft BIRTHDAY = { .kind = DAYBOOK_DAY_BIRTHDAY, .ahead = -1 };

static DaybookId
commit_done (Book           *book,
             DaybookDueItem *item)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new ();

  g_ptr_array_add (items, item);
  g_autoptr(DaybookEdit) edit = daybook_due_act_done (reader_of (book), items, daybook_store_get_agent (book->store), daybook_store_get_now (book->store), NULL);
  g_assert_cmpstr (daybook_edit_title (edit), ==, "Done: Birthday · 张*");
  return case_commit (book, edit);
}

static void
test_a_day_is_due_each_year (void)
{
  Book book;
  book_open (&book);
  g_assert_true (daybook_due_settle (book.store, NULL, NULL, NULL));
  DaybookId id = add_customer (&book, "张三"), day = add_day (&book, &id, "1990-11-24", &BIRTHDAY);
  g_autoptr(DaybookDueItem) item = find_due (&book, &day);
  g_autofree char *why = daybook_due_item_explain (reader_of (&book), item);

  g_assert_cmpint (item->due.due, ==, at (&book, "2025-11-24 10:00:00"));
  g_assert_cmpint (item->due.warn, ==, at (&book, "2025-11-21 00:00:00"));
  g_assert_cmpint (item->due.cycle, ==, 2025);
  g_assert_cmpint (daybook_due_count (reader_of (&book), daybook_store_get_agent (book.store), DAYBOOK_DUE_LIST_PLAIN, BOOK_NOW, NULL), ==, 1);
  g_assert_nonnull (strstr (why, "Birthday: 24 November 1990, on Mon 24 November 2025; turns 35."));

  /* Done this year, it comes again the next; and what was said is taken back as one act. */
  DaybookId act = commit_done (&book, item);
  g_autoptr(DaybookDueItem) next = find_due (&book, &day);
  g_assert_cmpint (next->due.cycle, ==, 2026);
  g_autoptr(DaybookOutcome) outcome = daybook_store_undo (book.store, &act, NULL);
  g_autoptr(DaybookDueItem) again = find_due (&book, &day);
  g_assert_cmpint (again->due.cycle, ==, 2025);

  book_close (&book);
}

static void
test_what_makes_a_day_due (void)
{
  Book book;
  book_open (&book);
  g_assert_true (daybook_due_settle (book.store, NULL, NULL, NULL));
  DaybookId id = add_customer (&book, "张三"), rule;
  DaybookDayDraft early = BIRTHDAY, once = BIRTHDAY;
  early.ahead = 30;
  once.once = TRUE;
  once.kind = DAYBOOK_DAY_MATERNITY;
  DaybookId day = add_day (&book, &id, "农历正月初一", &early), child = add_day (&book, &id, "2026-03-01", &once);

  g_autoptr(DaybookDueItem) lunar = find_due (&book, &day);
  g_assert_cmpint (lunar->due.due, ==, at (&book, "2026-02-17 10:00:00"));
  g_assert_cmpint (lunar->due.warn, ==, at (&book, "2026-01-18 00:00:00"));
  g_assert_cmpint (book_number (&book, "SELECT count (*) FROM due_items d JOIN remembered_days r ON r.rowid = d.row WHERE d.rule = 'day' AND r.once"), ==, 1);
  g_autoptr(DaybookDueItem) first = find_due (&book, &child);
  g_assert_cmpint (first->due.cycle, ==, 2026);

  /* Another time of day for all. */
  g_autoptr(DaybookEdit) edit = new_edit (&book);
  daybook_rule_row_id (&rule, "day");
  daybook_edit_create (edit, &daybook_rules, &rule);
  daybook_edit_give (edit, DAYBOOK_RULE_ROW_KEY, daybook_value_text ("day"));
  daybook_edit_give (edit, DAYBOOK_RULE_ROW_AT, daybook_value_text ("15:30"));
  daybook_edit_give (edit, DAYBOOK_RULE_ROW_NUMBER, daybook_value_int (7));
  case_commit (&book, edit);
  g_assert_true (daybook_due_settle (book.store, NULL, NULL, NULL));
  g_autoptr(DaybookDueItem) later = find_due (&book, &child);
  g_assert_cmpint (later->due.due, ==, at (&book, "2026-03-01 15:30:00"));
  g_assert_cmpint (later->due.warn, ==, at (&book, "2026-02-22 00:00:00"));

  /* Who wants no messages is not congratulated. */
  book_set (&book, &daybook_customers, &id, DAYBOOK_CUSTOMER_QUIET, daybook_value_int (1));
  g_assert_cmpint (book_number (&book, "SELECT count (*) FROM due_items WHERE rule = 'day'"), ==, 0);
  book_set (&book, &daybook_customers, &id, DAYBOOK_CUSTOMER_QUIET, daybook_value_int (0));
  g_assert_cmpint (book_number (&book, "SELECT count (*) FROM due_items WHERE rule = 'day'"), >, 0);
  book_set (&book, &daybook_remembered_days, &child, DAYBOOK_FIELD_DELETED, daybook_value_int (1));
  g_assert_cmpint (book_number (&book, "SELECT count (*) FROM due_items d JOIN remembered_days r ON r.rowid = d.row WHERE d.rule = 'day' AND r.once"), ==, 0);

  book_close (&book);
}

/* What is kept ahead is for some years; years later it is still told. */
static void
test_years_go_by (void)
{
  Book book;
  book_open (&book);
  g_assert_true (daybook_due_settle (book.store, NULL, NULL, NULL));
  DaybookId id = add_customer (&book, "张三"), day = add_day (&book, &id, "05-03", &BIRTHDAY);
  g_assert_cmpint (book_number (&book, "SELECT max (cycle) FROM due_items WHERE rule = 'day'"), ==, 2027);

  daybook_store_fix_now (book.store, BOOK_NOW + 10 * 365 * DAY);
  g_assert_true (daybook_due_settle (book.store, NULL, NULL, NULL));
  g_autoptr(DaybookDueItem) item = find_due (&book, &day);
  g_assert_cmpint (item->due.cycle, ==, 2036);

  book_close (&book);
}

static void
test_days_ahead (void)
{
  Book book;
  book_open (&book);
  g_assert_true (daybook_due_settle (book.store, NULL, NULL, NULL));
  DaybookId id = add_customer (&book, "张三");
  add_day (&book, &id, "11-21", &BIRTHDAY); /* over */
  DaybookId second = add_day (&book, &id, "12-22", &BIRTHDAY), first = add_day (&book, &id, "11-22", &BIRTHDAY);
  add_day (&book, &id, "12-23", &BIRTHDAY); /* in 31 days */

  g_autoptr(GPtrArray) items = daybook_reader_days_ahead (reader_of (&book), BOOK_NOW, 30, 10, NULL);
  g_assert_cmpuint (items->len, ==, 2);
  g_assert_true (daybook_id_equal (&((DaybookDueItem *) items->pdata[0])->id, &first));
  g_assert_true (daybook_id_equal (&((DaybookDueItem *) items->pdata[1])->id, &second));

  book_close (&book);
}

/* The nearest of all that a person has, whichever of their accounts it was written down for. */
static void
test_the_next_day (void)
{
  Book book;
  book_open (&book);
  DaybookId kept = add_customer (&book, "张三"), other = add_customer (&book, "张三");
  DaybookYearlyTime next;
  GDate from;

  g_date_clear (&from, 1);
  g_date_set_dmy (&from, 22, G_DATE_NOVEMBER, 2026);
  g_autoptr(DaybookRow) customer = book_row (&book, &daybook_customers, &kept);
  g_assert_null (daybook_reader_next_day (reader_of (&book), customer, &from, &next, NULL));

  add_day (&book, &kept, "11-21", &BIRTHDAY);
  DaybookId far = add_day (&book, &kept, "12-22", &BIRTHDAY), near = add_day (&book, &other, "11-24", &BIRTHDAY);
  g_autoptr(DaybookRow) alone = daybook_reader_next_day (reader_of (&book), customer, &from, &next, NULL);
  g_assert_true (daybook_id_equal (&alone->id, &far));
  g_assert_cmpuint (g_date_get_month (&next.date), ==, 12);

  book_set (&book, &daybook_customers, &other, DAYBOOK_CUSTOMER_MERGED_INTO, daybook_value_id (&kept));
  g_autoptr(DaybookRow) together = daybook_reader_next_day (reader_of (&book), customer, &from, &next, NULL);
  g_assert_true (daybook_id_equal (&together->id, &near));
  g_assert_cmpuint (g_date_get_day (&next.date), ==, 24);

  book_close (&book);
}

/* Everyone once, the first first, and by the card that they are on. */
static void
test_customers_of_days (void)
{
  Book book;
  book_open (&book);
  g_assert_true (daybook_due_settle (book.store, NULL, NULL, NULL));
  DaybookId late = add_customer (&book, "张三"), early = add_customer (&book, "李四"), none = add_customer (&book, "王五"), part = add_customer (&book, "张三");
  add_day (&book, &late, "12-01", &BIRTHDAY);
  add_day (&book, &late, "12-03", &BIRTHDAY);
  add_day (&book, &part, "12-02", &BIRTHDAY);
  add_day (&book, &early, "11-23", &BIRTHDAY);
  add_day (&book, &none, "06-01", &BIRTHDAY);
  book_set (&book, &daybook_customers, &part, DAYBOOK_CUSTOMER_MERGED_INTO, daybook_value_id (&late));

  g_autoptr(DaybookQuery) query = daybook_reader_customers_of_days (reader_of (&book), BOOK_NOW, 30, NULL);
  g_autoptr(DaybookRow) first = book_row (&book, &daybook_customers, &early);
  g_autoptr(DaybookRow) second = book_row (&book, &daybook_customers, &late);
  g_assert_cmpuint (query->keys->len, ==, 2);
  g_assert_cmpint (g_array_index (query->keys, gint64, 0), ==, first->rowid);
  g_assert_cmpint (g_array_index (query->keys, gint64, 1), ==, second->rowid);

  book_close (&book);
}

static void
add_membership (Book            *book,
                const DaybookId *customer,
                const char      *birthday)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_IMPORT, "Imported", daybook_store_get_agent (book->store));
  g_autoptr(GPtrArray) shops = daybook_reader_all (reader_of (book), &daybook_shops, NULL);
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_memberships, &id);
  daybook_edit_give (edit, DAYBOOK_MEMBERSHIP_SHOP, daybook_value_id (&((DaybookRow *) shops->pdata[0])->id));
  daybook_edit_give (edit, DAYBOOK_MEMBERSHIP_PLATFORM, daybook_value_text ("youzan"));
  daybook_edit_give (edit, DAYBOOK_MEMBERSHIP_NUMBER, daybook_value_text (birthday));
  daybook_edit_give (edit, DAYBOOK_MEMBERSHIP_CUSTOMER, daybook_value_id (customer));
  daybook_edit_give (edit, DAYBOOK_MEMBERSHIP_BIRTHDAY, daybook_value_text (birthday));
  case_commit (book, edit);
}

static void
test_a_listed_birthday_is_offered_once (void)
{
  Book book;
  book_open (&book);
  DaybookId id = add_customer (&book, "张三");
  g_autoptr(DaybookRow) customer = book_row (&book, &daybook_customers, &id);
  g_autofree char *text = NULL;
  DaybookYearlyDay day;

  add_membership (&book, &id, "unknown");
  g_assert_false (daybook_customer_listed_birthday (reader_of (&book), customer, &day, &text));
  add_membership (&book, &id, "农历五月初三");
  g_assert_true (daybook_customer_listed_birthday (reader_of (&book), customer, &day, &text));
  g_assert_cmpstr (text, ==, "农历五月初三");
  g_assert_true (day.lunar && day.month == 5 && day.day == 3);

  add_day (&book, &id, text, &BIRTHDAY);
  g_clear_pointer (&text, g_free);
  g_assert_false (daybook_customer_listed_birthday (reader_of (&book), customer, &day, &text));

  book_close (&book);
}

/* --- What else -------------------------------------------------------------------------------- */

static void
test_tags_of_many (void)
{
  Book book;
  book_open (&book);
  g_autoptr(GPtrArray) customers = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);
  g_autoptr(DaybookEdit) edit = new_edit (&book);
  DaybookId first = add_customer (&book, "张三"), second = add_customer (&book, "李四");

  book_set (&book, &daybook_customers, &first, DAYBOOK_CUSTOMER_TAGS, daybook_value_text ("大客户 老客"));
  g_ptr_array_add (customers, book_row (&book, &daybook_customers, &first));
  g_ptr_array_add (customers, book_row (&book, &daybook_customers, &second));
  daybook_customers_tag (edit, customers, "#老客", "大客户");
  g_assert_cmpuint (daybook_edit_size (edit), ==, 2);
  case_commit (&book, edit);

  g_autoptr(DaybookRow) one = book_row (&book, &daybook_customers, &first);
  g_autoptr(DaybookRow) other = book_row (&book, &daybook_customers, &second);
  g_assert_cmpstr (daybook_row_text (one, DAYBOOK_CUSTOMER_TAGS), ==, "老客");
  g_assert_cmpstr (daybook_row_text (other, DAYBOOK_CUSTOMER_TAGS), ==, "老客");
  g_auto(GStrv) known = daybook_reader_customer_tags (reader_of (&book), 10, NULL);
  g_assert_cmpstr (known[0], ==, "老客");
  g_assert_null (known[1]);
  g_assert_cmpuint (count_found (&book, "老客"), ==, 2);

  book_close (&book);
}

static void
test_consent_is_one_act (void)
{
  Book book;
  book_open (&book);
  DaybookId id = add_customer (&book, "张三");
  g_autoptr(DaybookEdit) edit = new_edit (&book);
  g_autoptr(DaybookEdit) back = new_edit (&book);

  daybook_customer_add_consent (edit, &id, DAYBOOK_CONSENT_GIVEN, BOOK_NOW, "in the chat");
  case_commit (&book, edit);
  g_autoptr(DaybookRow) given = book_row (&book, &daybook_customers, &id);
  g_assert_cmpint (daybook_row_int (given, DAYBOOK_CUSTOMER_CONSENT), ==, DAYBOOK_CONSENT_GIVEN);
  g_assert_cmpint (daybook_row_int (given, DAYBOOK_CUSTOMER_CONSENT_AT), ==, BOOK_NOW);
  g_assert_cmpstr (daybook_row_text (given, DAYBOOK_CUSTOMER_CONSENT_HOW), ==, "in the chat");

  daybook_customer_add_consent (back, &id, DAYBOOK_CONSENT_UNASKED, BOOK_NOW, "x");
  case_commit (&book, back);
  g_autoptr(DaybookRow) unasked = book_row (&book, &daybook_customers, &id);
  g_assert_false (daybook_row_has (unasked, DAYBOOK_CUSTOMER_CONSENT_AT) || daybook_row_has (unasked, DAYBOOK_CUSTOMER_CONSENT_HOW));

  book_close (&book);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/customer-card/a-phone-by-hand-is-found", test_a_phone_by_hand_is_found);
  g_test_add_func ("/customer-card/nothing-twice", test_nothing_twice);
  g_test_add_func ("/customer-card/an-account-is-somebodys", test_an_account_is_somebodys);
  g_test_add_func ("/customer-card/a-day-is-due-each-year", test_a_day_is_due_each_year);
  g_test_add_func ("/customer-card/what-makes-a-day-due", test_what_makes_a_day_due);
  g_test_add_func ("/customer-card/years-go-by", test_years_go_by);
  g_test_add_func ("/customer-card/days-ahead", test_days_ahead);
  g_test_add_func ("/customer-card/next-day", test_the_next_day);
  g_test_add_func ("/customer-card/customers-of-days", test_customers_of_days);
  g_test_add_func ("/customer-card/a-listed-birthday-is-offered-once", test_a_listed_birthday_is_offered_once);
  g_test_add_func ("/customer-card/tags-of-many", test_tags_of_many);
  g_test_add_func ("/customer-card/consent-is-one-act", test_consent_is_one_act);
  return g_test_run ();
}
