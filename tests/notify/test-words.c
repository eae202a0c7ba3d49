/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-book.h"

#include "notify/acts.h"
#include "notify/words.h"

#include <string.h>

/* What a bubble says, on a locked screen too: rule, end of a number, how late; nothing of a person. */

#define HOUR G_GINT64_CONSTANT (3600)
/* BOOK_NOW is 16:26:40 in Shanghai. */

typedef struct
{
  Book              book;
  DaybookNotifyText text;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  book_open (&fixture->book);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  daybook_notify_text_clear (&fixture->text);
  book_close (&fixture->book);
}

static void
add_task (Fixture         *fixture,
          gint64           due,
          guint            field,
          const DaybookId *of)
{
  g_autoptr(DaybookEdit) edit = case_edit (&fixture->book, DAYBOOK_ACT_EDIT);
  DaybookId id;

  daybook_id_random (&id);
  daybook_edit_create (edit, &daybook_tasks, &id);
  daybook_edit_give (edit, DAYBOOK_TASK_TITLE, daybook_value_text ("Call 张三 <13800001111>"));
  daybook_edit_give (edit, DAYBOOK_TASK_DUE, daybook_value_int (due));
  if (of != NULL)
    daybook_edit_give (edit, field, daybook_value_id (of));
  case_commit (&fixture->book, edit);
}

/* Says the first thing that is due or near, as if there were `n` of which `n_due` are due. */
static void
say (Fixture *fixture,
     guint    n,
     guint    n_due)
{
  DaybookReader *reader = daybook_store_get_reader (fixture->book.store);
  g_autoptr(GArray) reminders = daybook_reminders_read (reader, NULL, BOOK_NOW, NULL);

  g_assert_cmpuint (reminders->len, >, 0);
  g_autoptr(DaybookDueItem) item = daybook_due_item (reader, g_array_index (reminders, DaybookReminder, 0).key, NULL);
  daybook_notify_say (&fixture->text, reader, item, n, n_due, daybook_store_get_zone (fixture->book.store), BOOK_NOW);
  g_assert_null (strstr (fixture->text.summary, "张"));
  g_assert_null (strstr (fixture->text.body, "张"));
  g_assert_null (strstr (fixture->text.summary, "1380"));
  g_assert_null (strstr (fixture->text.body, "1380"));
}

static void
assert_says (Fixture    *fixture,
             const char *summary,
             const char *body)
{
  g_assert_cmpstr (fixture->text.summary, ==, summary);
  g_assert_cmpstr (fixture->text.body, ==, body);
}

static void
test_task (Fixture       *fixture,
           gconstpointer  data)
{
  add_task (fixture, BOOK_NOW - 2 * HOUR, 0, NULL);
  say (fixture, 1, 1);
  assert_says (fixture, "Task", "2 h late, since 14:26");
  say (fixture, 3, 3);
  assert_says (fixture, "3 things are due", "Task: 2 h late, since 14:26");
  say (fixture, 3, 2);
  assert_says (fixture, "3 things are due or near", "Task: 2 h late, since 14:26");
}

static void
test_near (Fixture       *fixture,
           gconstpointer  data)
{
  add_task (fixture, BOOK_NOW + 600, 0, NULL);
  say (fixture, 1, 0);
  assert_says (fixture, "Task", "10 min left, due 16:36");
}

static void
test_just_now (Fixture       *fixture,
               gconstpointer  data)
{
  add_task (fixture, BOOK_NOW, 0, NULL);
  say (fixture, 1, 1);
  assert_says (fixture, "Task", "Due 16:26");
}

/* A task's own words are a person's; the number of what it is for is told. */
static void
test_task_of_case (Fixture       *fixture,
                   gconstpointer  data)
{
  case_adopt (&fixture->book, case_keys_register);
  DaybookId of = case_make (&fixture->book, "keys", "张三, 13800001111");

  add_task (fixture, BOOK_NOW - 100 * HOUR, DAYBOOK_TASK_CASE, &of);
  say (fixture, 1, 1);
  g_assert_cmpstr (fixture->text.summary, ==, "Task · …1001");
}

static void
test_task_of_order (Fixture       *fixture,
                    gconstpointer  data)
{
  DaybookId of = book_add_order (&fixture->book, "3801000000004417", BOOK_NOW - HOUR);

  add_task (fixture, BOOK_NOW - 100 * HOUR, DAYBOOK_TASK_ORDER, &of);
  say (fixture, 1, 1);
  g_assert_cmpstr (fixture->text.summary, ==, "Task · …4417");
}

/* The buttons act once, and on what the bubble was about only. */
static void
test_acts (Fixture       *fixture,
           gconstpointer  data)
{
  DaybookReader *reader = daybook_store_get_reader (fixture->book.store);
  g_autoptr(GError) error = NULL;

  add_task (fixture, BOOK_NOW - HOUR, 0, NULL);
  g_autoptr(GArray) about = daybook_reminders_read (reader, NULL, BOOK_NOW, NULL);
  add_task (fixture, BOOK_NOW - HOUR, 0, NULL);

  g_assert_true (daybook_notify_can_do (fixture->book.store, about, BOOK_NOW));
  g_assert_true (daybook_notify_do (fixture->book.store, about, BOOK_NOW, &error));
  g_assert_no_error (error);
  g_autoptr(GArray) left = daybook_reminders_read (reader, NULL, BOOK_NOW, NULL);
  g_assert_cmpuint (left->len, ==, 1);

  /* Pressed again, on what is done. */
  g_assert_false (daybook_notify_can_do (fixture->book.store, about, BOOK_NOW));
  g_assert_true (daybook_notify_do (fixture->book.store, about, BOOK_NOW, &error));
  g_assert_no_error (error);

  g_assert_true (daybook_notify_snooze (fixture->book.store, left, BOOK_NOW, &error));
  g_assert_no_error (error);
  g_autoptr(GArray) none = daybook_reminders_read (reader, NULL, BOOK_NOW, NULL);
  g_autoptr(GArray) later = daybook_reminders_read (reader, NULL, BOOK_NOW + DAYBOOK_NOTIFY_SNOOZE, NULL);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (later->len, ==, 1);
}

#define ADD(name, function) g_test_add ("/words/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("task", test_task);
  ADD ("near", test_near);
  ADD ("just-now", test_just_now);
  ADD ("task-of-case", test_task_of_case);
  ADD ("task-of-order", test_task_of_order);
  ADD ("acts", test_acts);

  return g_test_run ();
}
