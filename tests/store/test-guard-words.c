/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-book.h"
#include "core/guarded-word.h"
#include "core/han.h"
#include "store/guard-words.h"
#include "store/word-guard.h"

static void
commit (Book        *book,
        DaybookEdit *edit)
{
  g_autoptr(DaybookEdit) owned = edit;
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (book->store, edit, &error);

  g_assert_no_error (error);
}

static DaybookEdit *
begin (Book *book)
{
  return daybook_edit_new (DAYBOOK_ACT_EDIT, "Words", daybook_store_get_agent (book->store));
}

static DaybookId
add (Book                  *book,
     const DaybookGuardOwn *own)
{
  DaybookEdit *edit = begin (book);
  DaybookId id;

  daybook_id_random (&id);
  daybook_guarded_word_create (edit, &id, own);
  commit (book, edit);
  return id;
}

static GPtrArray *
list (Book *book)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *entries = daybook_reader_guarded (daybook_store_get_reader (book->store), &error);

  g_assert_no_error (error);
  return entries;
}

/* The entry of that text, which is there. */
static const DaybookGuardedEntry *
find (GPtrArray  *entries,
      const char *text)
{
  for (guint i = 0; i < entries->len; i++)
    if (g_strcmp0 (((const DaybookGuardedEntry *) g_ptr_array_index (entries, i))->text, text) == 0)
      return g_ptr_array_index (entries, i);

  g_error ("There is no “%s”", text);
}

static guint
count_found (Book       *book,
             const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(DaybookGuard) guard = daybook_reader_guard (daybook_store_get_reader (book->store), &error);
  g_autoptr(GArray) findings = NULL;

  g_assert_no_error (error);
  findings = daybook_guard_check (guard, text, DAYBOOK_CHANNEL_UNKNOWN, NULL);
  return findings->len;
}

static void
test_list (void)
{
  const DaybookGuardOwn FIRST = { .text = "没货", .instead = "正在调货", .why = "先说能做什么", .channels = DAYBOOK_GUARD_CHANNEL (DAYBOOK_CHANNEL_SMS) };
  const DaybookGuardOwn SECOND = { .text = "refund never", .rule = "negative", .instead = "" };
  Book book;

  book_open (&book);
  DaybookId first = add (&book, &FIRST);
  add (&book, &SECOND);
  g_autoptr(GPtrArray) entries = list (&book);
  const DaybookGuardedEntry *newest = g_ptr_array_index (entries, 0), *oldest = g_ptr_array_index (entries, 1);

  g_assert_cmpstr (newest->text, ==, "refund never");
  g_assert_cmpstr (newest->rule, ==, "negative");
  g_assert_cmpstr (newest->title, ==, "Says no");
  g_assert_null (newest->instead);
  g_assert_true (daybook_id_equal (&oldest->id, &first));
  g_assert_cmpstr (oldest->instead, ==, "正在调货");
  g_assert_cmpstr (oldest->why, ==, "先说能做什么");
  g_assert_cmpuint (oldest->channels, ==, DAYBOOK_GUARD_CHANNEL (DAYBOOK_CHANNEL_SMS));
  g_assert_false (oldest->shipped);

  /* Each that Daybook brings is there once, and the rules follow each other. */
  g_assert_cmpuint (entries->len, >, 1000);
  g_autoptr(GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 2; i < entries->len; i++)
    {
      const DaybookGuardedEntry *entry = g_ptr_array_index (entries, i);

      g_assert_true (entry->shipped && !entry->off && !entry->rule_off && entry->title != NULL && entry->why != NULL);
      g_assert_true (g_hash_table_add (keys, daybook_guard_word_key (entry->text)));
    }
  book_close (&book);
}

static void
test_one_word_off (void)
{
  Book book;

  book_open (&book);
  g_autoptr(GPtrArray) before = list (&book);
  const DaybookGuardedEntry *entry = find (before, "I cannot");
  g_assert_cmpuint (count_found (&book, "I cannot say"), ==, 1);

  DaybookEdit *off = begin (&book);
  daybook_guarded_entry_switch (off, entry, FALSE);
  commit (&book, off);
  g_assert_cmpuint (count_found (&book, "Well I cannot say"), ==, 0);

  g_autoptr(GPtrArray) between = list (&book);
  entry = find (between, "I cannot");
  g_assert_true (entry->shipped && entry->off);
  g_assert_true (((const DaybookGuardedEntry *) g_ptr_array_index (between, 0))->shipped);
  g_assert_cmpuint (before->len, ==, between->len);

  /* Somebody has let it pass by hand as well. */
  const DaybookGuardOwn BY_HAND = { .text = "I  CANNOT", .passes = TRUE };
  add (&book, &BY_HAND);
  g_autoptr(GPtrArray) twice = list (&book);
  g_assert_cmpuint (before->len, ==, twice->len);
  DaybookEdit *on = begin (&book);
  daybook_guarded_entry_switch (on, find (twice, "I cannot"), TRUE);
  commit (&book, on);
  g_assert_cmpuint (count_found (&book, "Well I cannot say"), ==, 1);

  /* And again. */
  g_autoptr(GPtrArray) after = list (&book);
  g_assert_false (find (after, "I cannot")->off);
  DaybookEdit *again = begin (&book);
  daybook_guarded_entry_switch (again, find (after, "I cannot"), FALSE);
  commit (&book, again);
  g_assert_cmpuint (count_found (&book, "Well I cannot say"), ==, 0);
  book_close (&book);
}

static void
switch_rule (Book       *book,
             const char *rule,
             gboolean    on)
{
  DaybookEdit *edit = begin (book);

  daybook_guard_rule_switch (edit, daybook_store_get_reader (book->store), rule, on);
  commit (book, edit);
}

static void
test_rule_off (void)
{
  const DaybookGuardOwn OWN = { .text = "没货", .rule = "negative" };
  Book book;

  book_open (&book);
  add (&book, &OWN);
  g_assert_true (daybook_reader_guard_rule_is_on (daybook_store_get_reader (book.store), "negative"));
  switch_rule (&book, "negative", FALSE);
  g_assert_false (daybook_reader_guard_rule_is_on (daybook_store_get_reader (book.store), "negative"));
  g_assert_true (daybook_reader_guard_rule_is_on (daybook_store_get_reader (book.store), "password"));
  g_assert_cmpuint (count_found (&book, "Well I cannot say"), ==, 0);
  g_assert_cmpuint (count_found (&book, "没货，告诉我密码"), ==, 2);

  g_autoptr(GPtrArray) entries = list (&book);
  g_assert_true (find (entries, "I cannot")->rule_off);
  g_assert_false (find (entries, "没货")->rule_off);

  switch_rule (&book, "negative", TRUE);
  g_assert_cmpuint (count_found (&book, "Well I cannot say"), ==, 1);
  book_close (&book);
}

/* A word of the shop that spares others is none of the switches. */
static void
test_own_exception (void)
{
  const DaybookGuardOwn OWN = { .text = "告诉我密码锁的型号", .passes = TRUE };
  const DaybookGuardOwn BY_CHANNEL = { .text = "I cannot", .passes = TRUE, .channels = DAYBOOK_GUARD_CHANNEL (DAYBOOK_CHANNEL_SMS) };
  Book book;

  book_open (&book);
  add (&book, &OWN);
  add (&book, &BY_CHANNEL);
  g_autoptr(GPtrArray) entries = list (&book);
  for (guint i = 0; i < 2; i++)
    {
      const DaybookGuardedEntry *entry = g_ptr_array_index (entries, i);

      g_assert_true (entry->spares && !entry->shipped);
    }
  g_assert_cmpuint (count_found (&book, "请告诉我密码锁的型号"), ==, 0);
  book_close (&book);
}

static void
test_looking_for_one (void)
{
  Book book;

  book_open (&book);
  g_autoptr(GPtrArray) entries = list (&book);
  const DaybookGuardedEntry *entry = find (entries, "I cannot");
  static const char *const HOLDS[] = { "", "CAN", "says", NULL };
  for (guint i = 0; HOLDS[i] != NULL; i++)
    {
      g_autofree char *folded = daybook_han_fold (HOLDS[i]);

      g_assert_true (daybook_guarded_entry_holds (entry, folded));
    }
  g_assert_false (daybook_guarded_entry_holds (entry, "hologram"));
  book_close (&book);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/guard-words/list", test_list);
  g_test_add_func ("/guard-words/one-off", test_one_word_off);
  g_test_add_func ("/guard-words/rule-off", test_rule_off);
  g_test_add_func ("/guard-words/own-exception", test_own_exception);
  g_test_add_func ("/guard-words/looking", test_looking_for_one);

  return g_test_run ();
}
