/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-book.h"
#include "core/error.h"
#include "core/guarded-word.h"
#include "store/guard-words.h"
#include "store/word-guard.h"

#include <string.h>

/* --- What Daybook brings ---------------------------------------------------------------- */

/* A guard of this word alone. */
static DaybookGuard *
make_guard_of (const DaybookGuardList *list,
               DaybookGuardWord       *word)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new ();
  g_autoptr(GPtrArray) lists = g_ptr_array_new ();
  DaybookGuardList alone = { list->rule, list->title, list->why, words };

  g_ptr_array_add (words, word);
  g_ptr_array_add (lists, &alone);
  return daybook_guard_new (lists, NULL, 0);
}

static void
assert_found (const DaybookGuard *guard,
              const char         *text,
              gboolean            found)
{
  g_autoptr(GArray) findings = daybook_guard_check (guard, text, DAYBOOK_CHANNEL_UNKNOWN, NULL);

  if ((findings->len > 0) != found)
    {
      g_test_message ("“%s” is %sfound", text, found ? "not " : "");
      g_test_fail ();
    }
}

static void
check_word (const DaybookGuard     *all,
            const DaybookGuardList *list,
            DaybookGuardWord       *word)
{
  g_autoptr(DaybookGuard) alone = make_guard_of (list, word);

  for (guint i = 0; i < DAYBOOK_N_LANGUAGES; i++)
    {
      for (char **text = word->texts[i]; text != NULL && *text != NULL; text++)
        assert_found (all, *text, TRUE);
      for (char **text = word->unless[i]; text != NULL && *text != NULL; text++)
        assert_found (alone, *text, FALSE);
      /* What is better is not guarded itself. */
      if (word->instead[i] != NULL)
        assert_found (all, word->instead[i], FALSE);
    }
}

static void
test_shipped_lists (void)
{
  GPtrArray *lists = daybook_guard_shipped ();
  g_autoptr(DaybookGuard) all = daybook_guard_new (lists, NULL, 0);
  g_autoptr(GHashTable) rules = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_true (lists == daybook_guard_shipped ());
  for (guint i = 0; i < lists->len; i++)
    {
      const DaybookGuardList *list = g_ptr_array_index (lists, i);

      g_assert_true (g_hash_table_add (rules, list->rule));
      for (guint j = 0; j < list->words->len; j++)
        check_word (all, list, g_ptr_array_index (list->words, j));
    }

  g_assert_true (g_hash_table_contains (rules, "negative"));
  g_assert_true (g_hash_table_contains (rules, "password"));
}

/* --- The shop's own --------------------------------------------------------------------- */

static DaybookEdit *
say (Book       *book,
     const char *text,
     const char *channels,
     gboolean    passes)
{
  DaybookEdit *edit = daybook_edit_new (DAYBOOK_ACT_EDIT, text, daybook_store_get_agent (book->store));
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_guarded_words, &id);
  daybook_edit_give (edit, DAYBOOK_GUARDED_TEXT, daybook_value_text (text));
  daybook_edit_give (edit, DAYBOOK_GUARDED_NOTE, daybook_value_text ("Because."));
  if (channels != NULL)
    daybook_edit_give (edit, DAYBOOK_GUARDED_CHANNELS, daybook_value_text (channels));
  daybook_edit_give (edit, DAYBOOK_GUARDED_PASSES, daybook_value_int (passes));
  return edit;
}

static void
guard_word (Book       *book,
            const char *text,
            const char *channels,
            gboolean    passes)
{
  g_autoptr(DaybookEdit) edit = say (book, text, channels, passes);
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (book->store, edit, &error);

  g_assert_no_error (error);
}

/* What is found, with | between. */
static char *
find (Book           *book,
      const char     *text,
      DaybookChannel  channel)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookGuard) guard = daybook_reader_guard (daybook_store_get_reader (book->store), &error);
  GString *found = g_string_new (NULL);

  g_assert_no_error (error);
  g_autoptr(GArray) findings = daybook_guard_check (guard, text, channel, NULL);
  for (guint i = 0; i < findings->len; i++)
    {
      const DaybookGuardFinding *finding = &g_array_index (findings, DaybookGuardFinding, i);

      g_string_append (found, i > 0 ? "|" : "");
      g_string_append_len (found, text + finding->from, (gssize) (finding->to - finding->from));
      if (g_str_equal (finding->rule, DAYBOOK_GUARD_SHOP))
        g_assert_cmpstr (finding->why, ==, "Because.");
    }
  return g_string_free (found, FALSE);
}

static void
assert_finds (Book           *book,
              const char     *text,
              DaybookChannel  channel,
              const char     *expected)
{
  g_autofree char *found = find (book, text, channel);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_own_words (void)
{
  Book book;

  book_open (&book);
  assert_finds (&book, "没货了，告诉我密码", DAYBOOK_CHANNEL_PHONE, "密码");
  guard_word (&book, "没货", "shop_chat  phone", FALSE);
  guard_word (&book, "告诉我密码", NULL, TRUE);
  assert_finds (&book, "没货了，告诉我密码", DAYBOOK_CHANNEL_PHONE, "没货");
  assert_finds (&book, "没货了，告诉我密码", DAYBOOK_CHANNEL_EMAIL, "");
  assert_finds (&book, "密码", DAYBOOK_CHANNEL_EMAIL, "密码");

  /* Of a newer version's channels this one knows nothing. */
  book_run_sql (&book, "UPDATE guarded_words SET channels = 'hologram' WHERE text = '没货'");
  assert_finds (&book, "没货", DAYBOOK_CHANNEL_UNKNOWN, "");
  book_run_sql (&book, "UPDATE guarded_words SET channels = 'hologram sms' WHERE text = '没货'");
  assert_finds (&book, "没货", DAYBOOK_CHANNEL_SMS, "没货");
  book_run_sql (&book, "UPDATE guarded_words SET deleted = 1");
  assert_finds (&book, "没货了，告诉我密码", DAYBOOK_CHANNEL_SMS, "密码");
  book_close (&book);
}

static void
assert_refused (Book       *book,
                const char *text,
                const char *channels,
                const char *said)
{
  g_autoptr(DaybookEdit) edit = say (book, text, channels, FALSE);
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (book->store, edit, &error);

  g_assert_null (outcome);
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT);
  g_assert_nonnull (strstr (error->message, said));
}

static void
test_what_is_no_word (void)
{
  Book book;

  book_open (&book);
  assert_refused (&book, "v", NULL, "“v” is a single letter");
  assert_refused (&book, "没货", "phone taobao", "“taobao” is no channel");
  book_close (&book);
}

/* --- Contacts --------------------------------------------------------------------------- */

static void
commit (Book        *book,
        DaybookEdit *edit)
{
  g_autoptr(DaybookEdit) owned = edit;
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (book->store, edit, &error);

  g_assert_no_error (error);
}

/* A customer with two phones and an account. */
static DaybookId
add_customer (Book *book)
{
  static const char *const PHONES[] = { "13812341234", "0912345678" };
  DaybookEdit *edit = daybook_edit_new (DAYBOOK_ACT_IMPORT, "Imported", daybook_store_get_agent (book->store));
  DaybookId customer, id;

  daybook_id_random (&customer);
  daybook_edit_create (edit, &daybook_customers, &customer);
  daybook_edit_give (edit, DAYBOOK_CUSTOMER_NAME, daybook_value_text ("Ann"));
  for (gsize i = 0; i < G_N_ELEMENTS (PHONES); i++)
    {
      daybook_id_random (&id);
      daybook_edit_create (edit, &daybook_contacts, &id);
      daybook_edit_give (edit, DAYBOOK_CONTACT_CUSTOMER, daybook_value_id (&customer));
      daybook_edit_give (edit, DAYBOOK_CONTACT_VALUE, daybook_value_text (PHONES[i]));
    }
  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_handles, &id);
  daybook_edit_give (edit, DAYBOOK_HANDLE_CUSTOMER, daybook_value_id (&customer));
  daybook_edit_give (edit, DAYBOOK_HANDLE_PLATFORM, daybook_value_text ("shopify"));
  daybook_edit_give (edit, DAYBOOK_HANDLE_ACCOUNT, daybook_value_text ("ann@example.com"));
  commit (book, edit);
  return customer;
}

static void
give_order (Book            *book,
            const DaybookId *order,
            const DaybookId *customer)
{
  DaybookEdit *edit = daybook_edit_new (DAYBOOK_ACT_IMPORT, "Imported", daybook_store_get_agent (book->store));

  daybook_edit_set (edit, &daybook_orders, order, DAYBOOK_ORDER_PHONE, daybook_value_text ("13900001111"));
  daybook_edit_set (edit, &daybook_orders, order, DAYBOOK_ORDER_CUSTOMER, daybook_value_id (customer));
  commit (book, edit);
}

static void
assert_contacts (Book               *book,
                 const DaybookTable *table,
                 const DaybookId    *id,
                 const char         *expected)
{
  g_autoptr(DaybookRow) row = book_row (book, table, id);
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) contacts = daybook_reader_contacts_of (daybook_store_get_reader (book->store), row, &error);
  g_autofree char *all = contacts != NULL ? g_strjoinv ("|", contacts) : NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (all, ==, expected);
}

static void
test_contacts_of (void)
{
  Book book;
  DaybookId order, customer, of_order, of_stranger;
  DaybookCaseDraft *draft;

  book_open (&book);
  order = book_add_order (&book, "1001", BOOK_NOW);
  assert_contacts (&book, &daybook_orders, &order, "");
  customer = add_customer (&book);
  give_order (&book, &order, &customer);
  assert_contacts (&book, &daybook_customers, &customer, "13812341234|0912345678|ann@example.com");
  assert_contacts (&book, &daybook_orders, &order, "13900001111|13812341234|0912345678|ann@example.com");

  draft = case_begin (&book, "inquiry");
  case_put (draft, "subject", daybook_value_text ("Tea"));
  case_put (draft, "order", daybook_value_id (&order));
  of_order = case_save (&book, draft);
  assert_contacts (&book, &daybook_cases, &of_order, "13900001111|13812341234|0912345678|ann@example.com");

  draft = case_begin (&book, "inquiry");
  case_put (draft, "subject", daybook_value_text ("Tea"));
  case_put (draft, "contact", daybook_value_text ("13700002222"));
  case_put (draft, "customer", daybook_value_id (&customer));
  of_stranger = case_save (&book, draft);
  assert_contacts (&book, &daybook_cases, &of_stranger, "13700002222|13812341234|0912345678|ann@example.com");
  book_close (&book);
}

static void
test_others_have_none (void)
{
  g_autoptr(GError) error = NULL;
  Book book;

  book_open (&book);
  g_autoptr(DaybookRow) agent = book_row (&book, &daybook_agents, daybook_store_get_agent (book.store));
  g_auto(GStrv) contacts = daybook_reader_contacts_of (daybook_store_get_reader (book.store), agent, &error);
  g_assert_null (contacts);
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT);
  book_close (&book);
}

static void
switch_names (Book     *book,
              gboolean  on)
{
  g_autoptr(DaybookEdit) edit = daybook_edit_new (DAYBOOK_ACT_EDIT, "Names", daybook_store_get_agent (book->store));
  g_autoptr(DaybookOutcome) outcome = NULL;

  daybook_guard_rule_switch (edit, daybook_store_get_reader (book->store), DAYBOOK_GUARD_NAMES, on);
  outcome = daybook_store_commit (book->store, edit, NULL);
  g_assert_nonnull (outcome);
}

/* CF-04: where the shop wants it, colleagues are named by their code. */
static void
test_names_of_colleagues (void)
{
  Book book;

  book_open (&book);
  DaybookId agent = case_add_agent (&book, "欧阳小明", DAYBOOK_ROLE_AGENT);
  book_set (&book, &daybook_agents, &agent, DAYBOOK_AGENT_CODE, daybook_value_text ("007"));
  assert_finds (&book, "请找欧阳小明处理", DAYBOOK_CHANNEL_PHONE, "");
  switch_names (&book, TRUE);
  assert_finds (&book, "请找欧阳小明处理", DAYBOOK_CHANNEL_PHONE, "欧阳小明");
  assert_finds (&book, "请找歐陽小明处理", DAYBOOK_CHANNEL_PHONE, "歐陽小明");
  assert_finds (&book, "请找007处理", DAYBOOK_CHANNEL_PHONE, "");

  g_autoptr(DaybookGuard) guard = daybook_reader_guard (daybook_store_get_reader (book.store), NULL);
  g_autoptr(GArray) findings = daybook_guard_check (guard, "欧阳小明", DAYBOOK_CHANNEL_PHONE, NULL);
  g_assert_cmpstr (g_array_index (findings, DaybookGuardFinding, 0).instead, ==, "007");
  g_assert_cmpstr (g_array_index (findings, DaybookGuardFinding, 0).rule, ==, "colleague");

  switch_names (&book, FALSE);
  assert_finds (&book, "请找欧阳小明处理", DAYBOOK_CHANNEL_PHONE, "");
  book_close (&book);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/word-guard/shipped", test_shipped_lists);
  g_test_add_func ("/word-guard/own", test_own_words);
  g_test_add_func ("/word-guard/no-word", test_what_is_no_word);
  g_test_add_func ("/word-guard/contacts", test_contacts_of);
  g_test_add_func ("/word-guard/others", test_others_have_none);
  g_test_add_func ("/word-guard/names-of-colleagues", test_names_of_colleagues);

  return g_test_run ();
}
