/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-book.h"

#include "core/use.h"
#include "store/phrase-rows.h"
#include "store/phrases.h"

/* Phrases of a shop, and the rows of which they speak. */

#define DEFINITION \
  "{\"register\": \"pay\", \"prefix\": \"PA\", \"title\": \"pay\"," \
  " \"fields\": {\"goods\": {\"type\": \"lines\", \"label\": \"Goods\"}, \"sum\": {\"type\": \"money\", \"label\": \"Sum\"}," \
  "  \"out\": {\"type\": \"parcel\", \"label\": \"Out\"}}, \"money\": {\"refund\": \"sum\"}," \
  " \"stages\": {\"open\": {\"label\": \"Open\", \"moves\": [\"shut\"]}, \"shut\": {\"label\": \"Shut\", \"ends\": true, \"moves\": [\"open\"]}}}"

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
}

static void
tear_down (Book          *book,
           gconstpointer  data G_GNUC_UNUSED)
{
  book_close (book);
}

/* --- Rows ---------------------------------------------------------------------------------- */

static DaybookId
add_row (Book               *book,
         const DaybookTable *table,
         guint               field,
         const DaybookId    *of,
         guint               text_field,
         const char         *text)
{
  g_autoptr(DaybookEdit) edit = case_edit (book, DAYBOOK_ACT_IMPORT);
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, table, &id);
  daybook_edit_give (edit, field, daybook_value_id (of));
  daybook_edit_give (edit, text_field, daybook_value_text (text));
  if (table == &daybook_handles)
    daybook_edit_give (edit, DAYBOOK_HANDLE_PLATFORM, daybook_value_text ("tmall"));
  case_commit (book, edit);
  return id;
}

/* The order's customer, with a nick. */
static DaybookId
add_customer (Book            *book,
              const DaybookId *order)
{
  g_autoptr(DaybookEdit) edit = case_edit (book, DAYBOOK_ACT_IMPORT);
  DaybookId customer;

  daybook_id_random (&customer);
  daybook_edit_create (edit, &daybook_customers, &customer);
  daybook_edit_give (edit, DAYBOOK_CUSTOMER_NAME, daybook_value_text ("张三"));
  daybook_edit_set (edit, &daybook_orders, order, DAYBOOK_ORDER_CUSTOMER, daybook_value_id (&customer));
  case_commit (book, edit);
  add_row (book, &daybook_handles, DAYBOOK_HANDLE_CUSTOMER, &customer, DAYBOOK_HANDLE_ACCOUNT, "小鱼儿");
  return customer;
}

static void
expect (Book               *book,
        const DaybookRow   *of,
        DaybookPlaceholder  placeholder,
        const char         *value)
{
  g_auto(DaybookPhraseRows) rows = { 0 };
  g_autoptr(GError) error = NULL;

  g_assert_true (daybook_phrase_rows_read (book->store, of, &rows, &error));
  g_assert_no_error (error);
  g_autoptr(DaybookPhraseFacts) facts = daybook_phrase_facts_new (&rows.about);
  g_assert_cmpstr (daybook_phrase_facts_get (facts, placeholder), ==, value);
}

/* What is said of an order, of its customer and of a case about it. */
static void
test_rows (Book          *book,
           gconstpointer  data G_GNUC_UNUSED)
{
  DaybookId line, order = case_add_order (book, "1001", 2, &line), customer = add_customer (book, &order);
  g_autoptr(DaybookRow) order_row = book_row (book, &daybook_orders, &order);
  g_autoptr(DaybookRow) customer_row = book_row (book, &daybook_customers, &customer);

  add_row (book, &daybook_parcels, DAYBOOK_PARCEL_ORDER, &order, DAYBOOK_PARCEL_TRACKING, "SF1");
  expect (book, order_row, DAYBOOK_PLACEHOLDER_ORDER, "1001");
  expect (book, order_row, DAYBOOK_PLACEHOLDER_PRODUCT, "红色连衣裙");
  expect (book, order_row, DAYBOOK_PLACEHOLDER_AMOUNT, "¥128.00");
  expect (book, order_row, DAYBOOK_PLACEHOLDER_NICK, "小鱼儿");
  expect (book, order_row, DAYBOOK_PLACEHOLDER_TRACKING, "SF1");
  expect (book, customer_row, DAYBOOK_PLACEHOLDER_CUSTOMER, "小鱼儿");
  expect (book, customer_row, DAYBOOK_PLACEHOLDER_ORDER, NULL);
  expect (book, NULL, DAYBOOK_PLACEHOLDER_NICK, NULL);
  expect (book, NULL, DAYBOOK_PLACEHOLDER_AGENT, "Owner");

  case_adopt (book, DEFINITION);
  g_autoptr(DaybookCaseDraft) draft = case_begin (book, "pay");
  g_autoptr(DaybookEdit) edit = case_edit (book, DAYBOOK_ACT_EDIT);
  DaybookId id = daybook_case_draft_row (draft)->id;
  daybook_case_draft_take_order (draft, order_row);
  daybook_case_draft_build (draft, NULL, edit);
  case_add_goods (edit, &id, &(CaseGoods) { &line, 1, -1, -1 });
  case_commit (book, edit);
  case_set (book, &id, "sum", daybook_value_int (6400));
  case_set (book, &id, "out", daybook_value_text ("YT2"));

  g_autoptr(DaybookRow) of = case_row (book, &id);
  expect (book, of, DAYBOOK_PLACEHOLDER_CASE, daybook_row_text (of, DAYBOOK_CASE_NUMBER));
  expect (book, of, DAYBOOK_PLACEHOLDER_ORDER, "1001");
  expect (book, of, DAYBOOK_PLACEHOLDER_NICK, "小鱼儿");
  expect (book, of, DAYBOOK_PLACEHOLDER_QUANTITY, "1");
  expect (book, of, DAYBOOK_PLACEHOLDER_REFUND, "¥64.00");
  expect (book, of, DAYBOOK_PLACEHOLDER_TRACKING, "YT2");
}

/* --- Phrases -------------------------------------------------------------------------------- */

typedef struct
{
  const char      *title;
  const char      *key;
  DaybookLanguage  language;
  const DaybookId *agent;
  const char      *channels;
  gboolean         retired;
} Phrase;

static DaybookId
add_phrase (Book         *book,
            const Phrase *phrase)
{
  g_autoptr(DaybookEdit) edit = case_edit (book, DAYBOOK_ACT_EDIT);
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_phrases, &id);
  daybook_edit_give (edit, DAYBOOK_PHRASE_TITLE, daybook_value_text (phrase->title));
  daybook_edit_give (edit, DAYBOOK_PHRASE_TEXT, daybook_value_text ("x"));
  daybook_edit_give (edit, DAYBOOK_PHRASE_KEY, daybook_value_text (phrase->key));
  daybook_edit_give (edit, DAYBOOK_PHRASE_LANGUAGE, daybook_value_int (phrase->language));
  daybook_edit_give (edit, DAYBOOK_PHRASE_AGENT, daybook_value_id (phrase->agent));
  daybook_edit_give (edit, DAYBOOK_PHRASE_CHANNELS, daybook_value_text (phrase->channels));
  daybook_edit_give (edit, DAYBOOK_PHRASE_RETIRED, daybook_value_int (phrase->retired));
  case_commit (book, edit);
  return id;
}

static void
expect_found (Book                   *book,
              const char             *word,
              const DaybookPhraseFor *wanted,
              const char             *title)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookRow) found = daybook_reader_find_phrase (reader_of (book), word, wanted, &error);

  if (title == NULL)
    g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND);
  else
    {
      g_assert_no_error (error);
      g_assert_cmpstr (daybook_row_text (found, DAYBOOK_PHRASE_TITLE), ==, title);
    }
}

/* The language counts most, then whose it is, then the channel. */
static void
test_found (Book          *book,
            gconstpointer  data G_GNUC_UNUSED)
{
  DaybookId ann = case_add_agent (book, "Ann", DAYBOOK_ROLE_AGENT), bob = case_add_agent (book, "Bob", DAYBOOK_ROLE_AGENT);
  const DaybookPhraseFor english = { DAYBOOK_LANGUAGE_EN, NULL, NULL };

  add_phrase (book, &(Phrase) { "old", "hello", DAYBOOK_LANGUAGE_EN, NULL, NULL, TRUE });
  expect_found (book, "hello", &english, "old");
  add_phrase (book, &(Phrase) { "chinese", "hello", DAYBOOK_LANGUAGE_ZH_CN, NULL, NULL, FALSE });
  expect_found (book, "hello", &english, "chinese");
  add_phrase (book, &(Phrase) { "any", "hello", DAYBOOK_LANGUAGE_ANY, NULL, NULL, FALSE });
  expect_found (book, "hello", &english, "any");
  add_phrase (book, &(Phrase) { "english", "hello", DAYBOOK_LANGUAGE_EN, NULL, NULL, FALSE });
  expect_found (book, "hello", &english, "english");
  add_phrase (book, &(Phrase) { "on the phone", "hello", DAYBOOK_LANGUAGE_EN, NULL, "phone", FALSE });
  expect_found (book, "hello", &(DaybookPhraseFor) { DAYBOOK_LANGUAGE_EN, NULL, "wechat" }, "english");
  expect_found (book, "hello", &(DaybookPhraseFor) { DAYBOOK_LANGUAGE_EN, NULL, "phone" }, "on the phone");
  add_phrase (book, &(Phrase) { "Ann’s", "hello", DAYBOOK_LANGUAGE_EN, &ann, NULL, FALSE });
  expect_found (book, "hello", &(DaybookPhraseFor) { DAYBOOK_LANGUAGE_EN, &ann, NULL }, "Ann’s");
  expect_found (book, "hello", &(DaybookPhraseFor) { DAYBOOK_LANGUAGE_EN, &bob, "wechat" }, "english");
  expect_found (book, "hello", &(DaybookPhraseFor) { DAYBOOK_LANGUAGE_ZH_CN, &ann, NULL }, "chinese");
  expect_found (book, "Ann’s", &(DaybookPhraseFor) { DAYBOOK_LANGUAGE_EN, &ann, NULL }, "Ann’s");
  expect_found (book, "Ann’s", &(DaybookPhraseFor) { DAYBOOK_LANGUAGE_EN, &bob, NULL }, NULL);
  expect_found (book, "good bye", &english, NULL);
}

/* A key is more than a title; what is in the trash is not there. */
static void
test_keys_before_titles (Book          *book,
                         gconstpointer  data G_GNUC_UNUSED)
{
  const DaybookPhraseFor wanted = { DAYBOOK_LANGUAGE_EN, NULL, NULL };
  DaybookId keyed;

  add_phrase (book, &(Phrase) { "hello", NULL, DAYBOOK_LANGUAGE_EN, NULL, NULL, FALSE });
  expect_found (book, "hello", &wanted, "hello");
  keyed = add_phrase (book, &(Phrase) { "Keyed", "hello", DAYBOOK_LANGUAGE_ZH_TW, NULL, NULL, TRUE });
  expect_found (book, "hello", &wanted, "Keyed");
  book_set (book, &daybook_phrases, &keyed, DAYBOOK_FIELD_DELETED, daybook_value_int (TRUE));
  expect_found (book, "hello", &wanted, "hello");
}

static DaybookId
add_use_at (Book            *book,
            const DaybookId *phrase,
            DaybookVerdict   verdict,
            gint64           at,
            const DaybookId *agent)
{
  g_autoptr(DaybookEdit) edit = case_edit (book, DAYBOOK_ACT_EDIT);
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_uses, &id);
  daybook_edit_give (edit, DAYBOOK_USE_PHRASE, daybook_value_id (phrase));
  daybook_edit_give (edit, DAYBOOK_USE_VERDICT, daybook_value_int (verdict));
  daybook_edit_give (edit, DAYBOOK_USE_AT, daybook_value_int (at));
  daybook_edit_give (edit, DAYBOOK_USE_AGENT, daybook_value_id (agent));
  case_commit (book, edit);
  return id;
}

static void
add_use (Book            *book,
         const DaybookId *phrase,
         DaybookVerdict   verdict)
{
  add_use_at (book, phrase, verdict, BOOK_NOW, daybook_store_get_agent (book->store));
}

static void
test_uses (Book          *book,
           gconstpointer  data G_GNUC_UNUSED)
{
  DaybookId said = add_phrase (book, &(Phrase) { "said", NULL, DAYBOOK_LANGUAGE_EN, NULL, NULL, FALSE });
  DaybookId never = add_phrase (book, &(Phrase) { "never", NULL, DAYBOOK_LANGUAGE_EN, NULL, NULL, FALSE });
  g_autoptr(DaybookRow) said_row = book_row (book, &daybook_phrases, &said);
  g_autoptr(DaybookRow) never_row = book_row (book, &daybook_phrases, &never);
  g_autoptr(GError) error = NULL;

  add_use (book, &said, DAYBOOK_VERDICT_NONE);
  add_use (book, &said, DAYBOOK_VERDICT_RIGHT);
  add_use (book, &said, DAYBOOK_VERDICT_WRONG);
  g_autoptr(GHashTable) uses = daybook_reader_phrase_uses (reader_of (book), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (daybook_phrase_uses_of (uses, said_row->rowid), ==, 2);
  g_assert_cmpuint (daybook_phrase_uses_of (uses, never_row->rowid), ==, 0);
}

/* --- As they are asked for with their uses --------------------------------------------------- */

#define DAY (24 * 60 * 60)

/* The titles of what is asked for, in order, with blanks between. */
static char *
ask (Book       *book,
     const char *where,
     const char *sort)
{
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_used_phrases);
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) keys = NULL;
  g_autoptr(GPtrArray) rows = NULL;
  GString *titles = g_string_new (NULL);

  g_assert_true (daybook_query_parse_where (query, where, &error));
  g_assert_true (daybook_query_parse_sort (query, sort, &error));
  keys = daybook_reader_keys (reader_of (book), query, 0, &error);
  g_assert_no_error (error);
  rows = daybook_reader_rows (reader_of (book), &daybook_used_phrases, (const gint64 *) (void *) keys->data, keys->len, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (titles, "%s%s", i > 0 ? " " : "", daybook_row_text (g_ptr_array_index (rows, i), DAYBOOK_PHRASE_TITLE));
  g_assert_cmpint (daybook_reader_count (reader_of (book), query, 0, NULL), ==, rows->len);
  return g_string_free (titles, FALSE);
}

static void
expect_asked (Book       *book,
              const char *where,
              const char *sort,
              const char *titles)
{
  g_autofree char *asked = ask (book, where, sort);

  g_assert_cmpstr (asked, ==, titles);
}

#define UNUSED "used_at = null or used_at < today-90"

/* Which is said most often, and which nobody says any more; what was taken back or was wrong does not count. */
static void
test_counted (Book          *book,
              gconstpointer  data G_GNUC_UNUSED)
{
  const DaybookId *owner = daybook_store_get_agent (book->store);
  DaybookId never = add_phrase (book, &(Phrase) { "never", NULL, DAYBOOK_LANGUAGE_EN, NULL, NULL, FALSE });
  DaybookId often = add_phrase (book, &(Phrase) { "often", NULL, DAYBOOK_LANGUAGE_EN, NULL, NULL, FALSE });
  DaybookId once = add_phrase (book, &(Phrase) { "once", NULL, DAYBOOK_LANGUAGE_EN, NULL, NULL, FALSE });
  DaybookId long_ago = add_phrase (book, &(Phrase) { "long_ago", NULL, DAYBOOK_LANGUAGE_EN, NULL, NULL, FALSE });
  DaybookId use;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < 3; i++)
    add_use_at (book, &often, DAYBOOK_VERDICT_NONE, BOOK_NOW - i * DAY, owner);
  add_use_at (book, &once, DAYBOOK_VERDICT_RIGHT, BOOK_NOW - DAY, owner);
  add_use_at (book, &once, DAYBOOK_VERDICT_WRONG, BOOK_NOW, owner);
  add_use_at (book, &long_ago, DAYBOOK_VERDICT_NONE, BOOK_NOW - 100 * DAY, owner);
  add_use_at (book, &long_ago, DAYBOOK_VERDICT_NONE, BOOK_NOW - 200 * DAY, owner);
  expect_asked (book, "uses > 0", "-uses", "often long_ago once");
  expect_asked (book, "(" UNUSED ")", "used_at", "long_ago never");
  expect_asked (book, "used_at = null", "", "never");
  expect_asked (book, "uses = 1", "", "once");

  g_autoptr(DaybookRow) row = daybook_reader_find (reader_of (book), &daybook_used_phrases, &once, &error);
  g_assert_no_error (error);
  g_assert_cmpint (daybook_row_int (row, DAYBOOK_PHRASE_USES), ==, 1);
  g_assert_cmpint (daybook_row_int (row, DAYBOOK_PHRASE_USED_AT), ==, BOOK_NOW - DAY);

  use = add_use_at (book, &never, DAYBOOK_VERDICT_NONE, BOOK_NOW, owner);
  expect_asked (book, "(" UNUSED ")", "used_at", "long_ago");
  g_autoptr(DaybookEdit) edit = case_edit (book, DAYBOOK_ACT_EDIT);
  daybook_edit_delete (edit, &daybook_uses, &use);
  case_commit (book, edit);
  expect_asked (book, "(" UNUSED ")", "used_at", "long_ago never");
}

/* Who says it most often is named first; who is not known is one of them. */
static void
test_users (Book          *book,
            gconstpointer  data G_GNUC_UNUSED)
{
  DaybookId lin = case_add_agent (book, "Lin", DAYBOOK_ROLE_AGENT);
  DaybookId phrase = add_phrase (book, &(Phrase) { "said", NULL, DAYBOOK_LANGUAGE_EN, NULL, NULL, FALSE });
  g_autoptr(DaybookRow) row = book_row (book, &daybook_phrases, &phrase);
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) users = NULL;
  const DaybookPhraseUser *first, *second;

  add_use_at (book, &phrase, DAYBOOK_VERDICT_NONE, BOOK_NOW - 2 * DAY, &lin);
  add_use_at (book, &phrase, DAYBOOK_VERDICT_NONE, BOOK_NOW - DAY, &lin);
  add_use_at (book, &phrase, DAYBOOK_VERDICT_NONE, BOOK_NOW, NULL);
  add_use_at (book, &phrase, DAYBOOK_VERDICT_WRONG, BOOK_NOW, NULL);
  users = daybook_reader_phrase_users (reader_of (book), row->rowid, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (users->len, ==, 2);
  first = &g_array_index (users, DaybookPhraseUser, 0);
  second = &g_array_index (users, DaybookPhraseUser, 1);
  g_assert_true (daybook_id_equal (&first->agent, &lin));
  g_assert_cmpuint (first->n_uses, ==, 2);
  g_assert_cmpint (first->last, ==, BOOK_NOW - DAY);
  g_assert_true (daybook_id_is_null (&second->agent));
  g_assert_cmpuint (second->n_uses, ==, 1);
}

/* What a field of a phrase does not take is said when it is written. */
static void
test_refused (Book          *book,
              gconstpointer  data G_GNUC_UNUSED)
{
  static const struct
  {
    guint       field;
    const char *text;
    const char *said;
  } CASES[] = {
    { DAYBOOK_PHRASE_KEY, "Hello!", "“Hello!” is no name" },
    { DAYBOOK_PHRASE_CHANNELS, "phone telegraph", "“telegraph” is no channel" },
    { DAYBOOK_PHRASE_CHANNELS, "unknown", "“unknown” is no channel" },
    { DAYBOOK_PHRASE_REGISTERS, "return, refund", "“return,” is no register" },
    { DAYBOOK_PHRASE_PATHS, "too dear", "“too dear” leads to no phrase" },
    { DAYBOOK_PHRASE_STAGE, "not so", "“not so” is no name" },
    { DAYBOOK_PHRASE_SNOOZE, "soon", "“soon” is no time to come" },
    { DAYBOOK_PHRASE_PROMISE, "soon", "“soon” is no time to come" },
  };
  DaybookId phrase = add_phrase (book, &(Phrase) { "hello", "hello", DAYBOOK_LANGUAGE_EN, NULL, "phone wechat", FALSE });

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr(DaybookEdit) edit = case_edit (book, DAYBOOK_ACT_EDIT);

      daybook_edit_set (edit, &daybook_phrases, &phrase, CASES[i].field, daybook_value_text (CASES[i].text));
      case_commit_refused (book, edit, CASES[i].said);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add ("/phrases/" path, Book, NULL, set_up, test, tear_down)
  ADD ("rows", test_rows);
  ADD ("found", test_found);
  ADD ("keys-before-titles", test_keys_before_titles);
  ADD ("uses", test_uses);
  ADD ("counted", test_counted);
  ADD ("users", test_users);
  ADD ("refused", test_refused);

  return g_test_run ();
}
