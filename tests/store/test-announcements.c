/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-book.h"
#include "two-laptops.h"

#include "core/announcement-edit.h"
#include "store/announcements.h"
#include "store/read-marks.h"

/* What somebody has not read, in its order, and who has read what. */

#define HOUR G_GINT64_CONSTANT (3600)

static DaybookReader *
reader_of (Book *book)
{
  return daybook_store_get_reader (book->store);
}

static const DaybookId *
owner_of (Book *book)
{
  return daybook_store_get_agent (book->store);
}

typedef struct
{
  DaybookAnnouncementKind kind;
  DaybookChoreWho         readers;
  gint64                  until;
} Manner;

/* Said at `at`. */
static DaybookId
announce (Book       *book,
          const char *title,
          Manner      manner,
          gint64      at)
{
  g_autoptr(DaybookRow) draft = daybook_announcement_draft (owner_of (book), at);
  g_autoptr(GError) error = NULL;

  draft->values[DAYBOOK_ANNOUNCEMENT_TITLE] = daybook_value_text (title);
  draft->values[DAYBOOK_ANNOUNCEMENT_KIND] = daybook_value_int (manner.kind);
  draft->values[DAYBOOK_ANNOUNCEMENT_READERS] = daybook_value_int (manner.readers);
  if (manner.until != 0)
    draft->values[DAYBOOK_ANNOUNCEMENT_UNTIL] = daybook_value_int (manner.until);
  g_autoptr(DaybookEdit) edit = daybook_announcement_act_add (draft, owner_of (book), at, &error);
  g_assert_no_error (error);
  case_commit (book, edit);
  return draft->id;
}

static DaybookId
say_read (Book            *book,
          const DaybookId *id,
          const DaybookId *agent,
          gint64           at)
{
  g_autoptr(DaybookRow) row = book_row (book, &daybook_announcements, id);
  g_autoptr(GPtrArray) rows = g_ptr_array_new ();

  g_ptr_array_add (rows, row);
  g_autoptr(DaybookEdit) edit = daybook_read_act (rows, agent);
  daybook_read_mark_add (edit, row, NULL, NULL, agent, at);
  return case_commit (book, edit);
}

static void
assert_unread (Book            *book,
               const DaybookId *agent,
               gint64           now,
               const char      *titles)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rows = daybook_notices_unread (reader_of (book), agent, now, &error);
  g_autoptr(GString) all = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (all, "%s%s", i > 0 ? ", " : "", daybook_row_text (g_ptr_array_index (rows, i), DAYBOOK_ANNOUNCEMENT_TITLE));
  g_assert_cmpstr (all->str, ==, titles);
}

/* "Lin 10, Owner -": who, and how many seconds after BOOK_NOW. */
static void
assert_readers (Book            *book,
                const DaybookId *id,
                const char      *expected)
{
  g_autoptr(DaybookRow) row = book_row (book, &daybook_announcements, id);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) readings = daybook_announcement_readers (reader_of (book), row, &error);
  g_autoptr(GString) all = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < readings->len; i++)
    {
      const DaybookReading *reading = g_ptr_array_index (readings, i);

      g_string_append_printf (all, "%s%s ", i > 0 ? ", " : "", daybook_row_text (reading->agent, DAYBOOK_AGENT_NAME));
      if (reading->at == 0)
        g_string_append_c (all, '-');
      else
        g_string_append_printf (all, "%d", (int) (reading->at - BOOK_NOW));
    }
  g_assert_cmpstr (all->str, ==, expected);
}

static void
test_special_then_newest (void)
{
  Book book;
  book_open (&book);

  announce (&book, "Old", (Manner) { 0 }, BOOK_NOW - 2 * HOUR);
  announce (&book, "Stolen", (Manner) { .kind = DAYBOOK_ANNOUNCEMENT_SPECIAL }, BOOK_NOW - HOUR);
  announce (&book, "Sale", (Manner) { .kind = DAYBOOK_ANNOUNCEMENT_ACTIVITY }, BOOK_NOW);
  assert_unread (&book, owner_of (&book), BOOK_NOW, "Stolen, Sale, Old");
  book_close (&book);
}

static void
test_read_once (void)
{
  Book book;
  book_open (&book);
  DaybookId lin = case_add_agent (&book, "Lin", DAYBOOK_ROLE_AGENT);
  DaybookId sale = announce (&book, "Sale", (Manner) { 0 }, BOOK_NOW);
  DaybookId act = say_read (&book, &sale, &lin, BOOK_NOW + 1);

  assert_unread (&book, &lin, BOOK_NOW, "");
  assert_unread (&book, owner_of (&book), BOOK_NOW, "Sale");
  /* Twice is once, and the first time stands. */
  say_read (&book, &sale, &lin, BOOK_NOW + 2);
  g_assert_cmpuint (book_count (&book, &daybook_read_marks, ""), ==, 1);
  g_autoptr(DaybookRow) mark = daybook_read_mark_find (reader_of (&book), &sale, &lin, NULL);
  g_assert_cmpint (daybook_row_int (mark, DAYBOOK_READ_MARK_AT), ==, BOOK_NOW + 1);

  g_autoptr(DaybookOutcome) undone = case_undo (&book, &act);
  g_autoptr(DaybookRow) none = daybook_read_mark_find (reader_of (&book), &sale, &lin, NULL);
  g_assert_null (none);
  assert_unread (&book, &lin, BOOK_NOW, "Sale");
  /* What was taken back can be said again. */
  say_read (&book, &sale, &lin, BOOK_NOW + 3);
  assert_unread (&book, &lin, BOOK_NOW, "");
  book_close (&book);
}

static void
test_until (void)
{
  Book book;
  book_open (&book);
  DaybookId sale = announce (&book, "Sale", (Manner) { .until = BOOK_NOW + HOUR }, BOOK_NOW);
  DaybookId move = announce (&book, "Move", (Manner) { 0 }, BOOK_NOW);
  g_autoptr(DaybookRow) row = book_row (&book, &daybook_announcements, &move);
  g_autoptr(DaybookEdit) end = daybook_announcement_act_end (row, owner_of (&book), BOOK_NOW + 10);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_row_unref);

  assert_unread (&book, owner_of (&book), BOOK_NOW + HOUR - 1, "Move, Sale");
  assert_unread (&book, owner_of (&book), BOOK_NOW + HOUR, "Move");
  case_commit (&book, end);
  assert_unread (&book, owner_of (&book), BOOK_NOW + 9, "Move, Sale");
  assert_unread (&book, owner_of (&book), BOOK_NOW + 10, "Sale");

  g_ptr_array_add (rows, book_row (&book, &daybook_announcements, &sale));
  g_autoptr(DaybookEdit) drop = daybook_announcement_act_drop (rows, owner_of (&book));
  case_commit (&book, drop);
  assert_unread (&book, owner_of (&book), BOOK_NOW + 10, "");
  book_close (&book);
}

static void
test_for_whom (void)
{
  Book book;
  book_open (&book);
  DaybookId lin = case_add_agent (&book, "Lin", DAYBOOK_ROLE_AGENT);
  DaybookId bo = case_add_agent (&book, "Bo", DAYBOOK_ROLE_PART_TIME);
  DaybookId guest = case_add_agent (&book, "Guest", DAYBOOK_ROLE_READ_ONLY);

  announce (&book, "All", (Manner) { 0 }, BOOK_NOW);
  announce (&book, "Agents", (Manner) { .readers = DAYBOOK_CHORE_AGENT }, BOOK_NOW + 1);
  announce (&book, "Evening", (Manner) { .readers = DAYBOOK_CHORE_PART_TIME }, BOOK_NOW + 2);
  assert_unread (&book, &lin, BOOK_NOW, "Agents, All");
  assert_unread (&book, &bo, BOOK_NOW, "Evening, All");
  assert_unread (&book, owner_of (&book), BOOK_NOW, "All");
  assert_unread (&book, &guest, BOOK_NOW, "");
  book_close (&book);
}

static void
test_who_has_read_it (void)
{
  Book book;
  book_open (&book);
  book_set (&book, &daybook_agents, owner_of (&book), DAYBOOK_AGENT_NAME, daybook_value_text ("Owner"));
  DaybookId lin = case_add_agent (&book, "Lin", DAYBOOK_ROLE_AGENT);
  DaybookId bo = case_add_agent (&book, "Bo", DAYBOOK_ROLE_AGENT);
  DaybookId all = announce (&book, "All", (Manner) { 0 }, BOOK_NOW);
  DaybookId agents = announce (&book, "Agents", (Manner) { .readers = DAYBOOK_CHORE_AGENT }, BOOK_NOW);

  case_add_agent (&book, "Guest", DAYBOOK_ROLE_READ_ONLY);
  assert_readers (&book, &all, "Bo -, Lin -, Owner -");
  assert_readers (&book, &agents, "Bo -, Lin -");
  say_read (&book, &all, &bo, BOOK_NOW + 5);
  say_read (&book, &all, &lin, BOOK_NOW + 7);
  assert_readers (&book, &all, "Owner -, Lin 7, Bo 5");
  /* Whoever has read it is named, asked or not. */
  say_read (&book, &agents, owner_of (&book), BOOK_NOW + 9);
  assert_readers (&book, &agents, "Bo -, Lin -, Owner 9");
  /* Who belongs to the shop no longer is not waited for. */
  book_set (&book, &daybook_agents, &bo, DAYBOOK_FIELD_DELETED, daybook_value_int (1));
  assert_readers (&book, &agents, "Lin -, Owner 9");
  book_close (&book);
}

/* One who reads it on both laptops, without the other's mark, has read it once. */
static void
test_two_laptops_read (void)
{
  Shop shop;
  shop_open (&shop);
  DaybookId sale = announce (&shop.a, "Sale", (Manner) { 0 }, BOOK_NOW);

  shop_publish (&shop, &shop.a, 'c');
  shop_deliver (&shop);
  assert_unread (&shop.b, owner_of (&shop.a), BOOK_NOW, "Sale");
  say_read (&shop.a, &sale, owner_of (&shop.a), BOOK_NOW + 1);
  say_read (&shop.b, &sale, owner_of (&shop.a), BOOK_NOW + 2);
  shop_publish (&shop, &shop.a, 'c');
  shop_publish (&shop, &shop.b, 'c');
  shop_deliver (&shop);
  assert_unread (&shop.a, owner_of (&shop.a), BOOK_NOW, "");
  assert_unread (&shop.b, owner_of (&shop.a), BOOK_NOW, "");
  g_assert_cmpuint (book_count (&shop.a, &daybook_read_marks, ""), ==, 1);
  g_assert_cmpuint (book_count (&shop.b, &daybook_read_marks, ""), ==, 1);
  shop_close (&shop);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/announcements/special-then-newest", test_special_then_newest);
  g_test_add_func ("/announcements/read-once", test_read_once);
  g_test_add_func ("/announcements/until", test_until);
  g_test_add_func ("/announcements/for-whom", test_for_whom);
  g_test_add_func ("/announcements/who-has-read-it", test_who_has_read_it);
  g_test_add_func ("/announcements/two-laptops-read", test_two_laptops_read);

  return g_test_run ();
}
