/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/announcement-edit.h"

#include "core/article.h"

#define NOW G_GINT64_CONSTANT (1763800000)
#define HOUR G_GINT64_CONSTANT (3600)

static const DaybookId AGENT = { { 7 } };

static DaybookRow *
draft (const char *title,
       const char *text)
{
  DaybookRow *row = daybook_announcement_draft (&AGENT, NOW);

  row->values[DAYBOOK_ANNOUNCEMENT_TITLE] = daybook_value_text (title);
  row->values[DAYBOOK_ANNOUNCEMENT_TEXT] = daybook_value_text (text);
  return row;
}

static void
assert_title (const char *text,
              const char *expected)
{
  g_autofree char *title = daybook_announcement_title_of (text);

  g_assert_cmpstr (title, ==, expected);
}

static void
test_a_title_of_the_text (void)
{
  g_autofree char *digits = g_strnfill (80, '7');
  g_autofree char *more = g_strconcat (digits, "8", NULL);
  g_autoptr(GString) han = g_string_new (NULL);
  g_autoptr(GString) eighty = g_string_new (NULL);

  assert_title ("", "");
  assert_title (" \r\n\t", "");
  assert_title ("Sale on Friday", "Sale on Friday");
  assert_title ("\n  Sale on Friday \r\nAll socks", "Sale on Friday");
  assert_title (digits, digits);
  assert_title (more, digits);

  /* Characters are counted, not bytes. */
  for (int i = 0; i < 100; i++)
    g_string_append (i < 80 ? eighty : han, "货");
  g_string_prepend (han, eighty->str);
  assert_title (han->str, eighty->str);
}

static void
assert_body (const char *title,
             const char *text,
             const char *expected)
{
  g_autoptr(DaybookRow) row = draft (title, text);

  g_assert_cmpstr (daybook_announcement_body (row), ==, expected);
}

static void
test_what_the_title_does_not_say (void)
{
  assert_body ("Sale", NULL, "");
  assert_body ("Sale", "Sale", "");
  assert_body ("Sale", " Sale \n", "");
  assert_body ("Sale", "Sale\n\nAll socks", "All socks");
  assert_body ("Sale", "Sale \r\nAll socks", "All socks");
  /* A line that only begins so says more. */
  assert_body ("Sale", "Sales are up", "Sales are up");
  assert_body ("Sale", "Sale of socks\nFriday", "Sale of socks\nFriday");
  assert_body ("Socks", "Sale\nSocks", "Sale\nSocks");
}

static void
assert_refused (const DaybookRow *before,
                const DaybookRow *after,
                const char       *said)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (daybook_announcement_check (before, after, NOW, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT);
  g_assert_nonnull (g_strstr_len (error->message, -1, said));
}

static void
test_what_can_be_said (void)
{
  g_autoptr(DaybookRow) none = draft ("", " \n");
  g_autoptr(DaybookRow) before = draft ("Sale", NULL);
  g_autoptr(DaybookRow) bare = draft (" ", "A text alone is enough only of a new one");
  g_autoptr(DaybookRow) late = daybook_row_copy (before);
  g_autoptr(DaybookRow) later = daybook_row_copy (before);
  g_autoptr(DaybookEdit) refused = daybook_announcement_act_add (none, &AGENT, NOW, NULL);

  g_assert_null (refused);
  assert_refused (NULL, none, "a title");
  assert_refused (before, bare, "a title");
  g_assert_true (daybook_announcement_check (NULL, bare, NOW, NULL));

  late->values[DAYBOOK_ANNOUNCEMENT_UNTIL] = daybook_value_int (NOW);
  assert_refused (before, late, "over already");
  later->values[DAYBOOK_ANNOUNCEMENT_UNTIL] = daybook_value_int (NOW + 1);
  g_assert_true (daybook_announcement_check (before, later, NOW, NULL));
  /* Another word of one that is over is no other time. */
  g_assert_true (daybook_announcement_check (late, late, NOW, NULL));
  g_assert_true (daybook_announcement_is_over (late, NOW));
  g_assert_false (daybook_announcement_is_over (later, NOW));
  g_assert_true (daybook_announcement_is_over (later, NOW + HOUR));
  g_assert_false (daybook_announcement_is_over (before, G_MAXINT64));
}

static void
test_a_change_is_what_differs (void)
{
  g_autoptr(DaybookRow) before = draft ("Sale", NULL);
  g_autoptr(DaybookRow) after = daybook_row_copy (before);
  g_autoptr(DaybookEdit) same = daybook_announcement_act_change (before, before, &AGENT, NOW, NULL);
  g_autoptr(DaybookEdit) edit = NULL;

  after->values[DAYBOOK_ANNOUNCEMENT_KIND] = daybook_value_int (DAYBOOK_ANNOUNCEMENT_SPECIAL);
  edit = daybook_announcement_act_change (before, after, &AGENT, NOW, NULL);
  g_assert_cmpuint (daybook_edit_size (same), ==, 0);
  g_assert_cmpuint (daybook_edit_size (edit), ==, 1);
  g_assert_cmpuint (daybook_edit_change (edit, 0)->field, ==, DAYBOOK_ANNOUNCEMENT_KIND);
}

/* What the edit says in that field, of a new row or of one that is there. */
static const DaybookValue *
said (const DaybookEdit *edit,
      guint              field)
{
  for (guint i = 0; i < daybook_edit_size (edit); i++)
    {
      const DaybookChange *change = daybook_edit_change (edit, i);

      if (change->kind == DAYBOOK_CHANGE_CREATE)
        return &change->values[field];
      if (change->field == field)
        return &change->value;
    }
  g_assert_not_reached ();
}

static void
test_a_mark (void)
{
  g_autoptr(DaybookRow) announcement = draft ("Sale", NULL);
  g_autoptr(DaybookRow) article = daybook_row_new (&daybook_articles);
  g_autoptr(DaybookRow) mark = daybook_row_new (&daybook_read_marks);
  g_autoptr(GPtrArray) rows = g_ptr_array_new ();
  const DaybookId revision = { { 9 } };
  DaybookId id;

  article->id = (DaybookId) { { 8 } };
  article->values[DAYBOOK_ARTICLE_TITLE] = daybook_value_text ("50% off %s");
  mark->id = (DaybookId) { { 6 } };
  g_ptr_array_add (rows, announcement);
  g_autoptr(DaybookEdit) of_announcement = daybook_read_act (rows, &AGENT);
  daybook_read_mark_add (of_announcement, announcement, NULL, NULL, &AGENT, NOW);
  daybook_read_mark_id (&id, &announcement->id, &AGENT);
  g_assert_true (daybook_id_equal (&daybook_edit_change (of_announcement, 0)->row, &id));
  g_assert_cmpstr (daybook_edit_title (of_announcement), ==, "Read: Sale");
  g_assert_true (daybook_id_equal (&said (of_announcement, DAYBOOK_READ_MARK_ANNOUNCEMENT)->id, &announcement->id));
  g_assert_cmpint (said (of_announcement, DAYBOOK_READ_MARK_ARTICLE)->type, ==, DAYBOOK_VALUE_NONE);
  g_assert_cmpint (said (of_announcement, DAYBOOK_READ_MARK_AT)->number, ==, NOW);

  /* An article that was read before is read again: one mark, of the newer revision. */
  g_ptr_array_index (rows, 0) = article;
  g_autoptr(DaybookEdit) again = daybook_read_act (rows, &AGENT);
  daybook_read_mark_add (again, article, &revision, mark, &AGENT, NOW);
  g_assert_cmpstr (daybook_edit_title (again), ==, "Read: 50% off %s");
  g_assert_cmpint (daybook_edit_change (again, 0)->kind, ==, DAYBOOK_CHANGE_SET);
  g_assert_true (daybook_id_equal (&daybook_edit_change (again, 0)->row, &mark->id));
  g_assert_true (daybook_id_equal (&said (again, DAYBOOK_READ_MARK_REVISION)->id, &revision));
  g_assert_cmpuint (daybook_edit_size (again), ==, 2);

  g_ptr_array_add (rows, announcement);
  g_autoptr(DaybookEdit) both = daybook_read_act (rows, &AGENT);
  g_assert_cmpstr (daybook_edit_title (both), ==, "Read: 2 notices");
}

static void
test_whom_it_is_for (void)
{
  g_assert_true (daybook_readers_fit (DAYBOOK_CHORE_ANYONE, DAYBOOK_ROLE_OWNER));
  g_assert_true (daybook_readers_fit (DAYBOOK_CHORE_ANYONE, DAYBOOK_ROLE_PART_TIME));
  g_assert_true (daybook_readers_fit (DAYBOOK_CHORE_OWNER, DAYBOOK_ROLE_OWNER));
  g_assert_true (daybook_readers_fit (DAYBOOK_CHORE_PART_TIME, DAYBOOK_ROLE_PART_TIME));
  g_assert_false (daybook_readers_fit (DAYBOOK_CHORE_LEAD, DAYBOOK_ROLE_OWNER));
  g_assert_false (daybook_readers_fit (DAYBOOK_CHORE_AGENT, DAYBOOK_ROLE_PART_TIME));
  /* Who may only read cannot say that it was read. */
  g_assert_false (daybook_readers_fit (DAYBOOK_CHORE_ANYONE, DAYBOOK_ROLE_READ_ONLY));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/announcement-edit/a-title-of-the-text", test_a_title_of_the_text);
  g_test_add_func ("/announcement-edit/what-the-title-does-not-say", test_what_the_title_does_not_say);
  g_test_add_func ("/announcement-edit/what-can-be-said", test_what_can_be_said);
  g_test_add_func ("/announcement-edit/a-change-is-what-differs", test_a_change_is_what_differs);
  g_test_add_func ("/announcement-edit/a-mark", test_a_mark);
  g_test_add_func ("/announcement-edit/whom-it-is-for", test_whom_it_is_for);

  return g_test_run ();
}
