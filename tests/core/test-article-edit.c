/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/article-edit.h"

#include "core/announcement.h"
#include "core/moment.h"
#include "core/case.h"
#include "core/shop.h"
#include "core/task.h"

#include <string.h>

#define NOW G_GINT64_CONSTANT (1795910400) /* 2026-11-29 00:00 UTC: 08:00 in Shanghai */

typedef struct
{
  DaybookId   me;
  GTimeZone  *zone;
  DaybookRow *row; /* an article as it is kept */
} Fixture;

static void
put_text (DaybookRow *row,
          guint       field,
          const char *text)
{
  daybook_value_clear (&row->values[field]);
  row->values[field] = daybook_value_text (text);
}

static void
put_int (DaybookRow *row,
         guint       field,
         gint64      number)
{
  row->values[field] = daybook_value_int (number);
}

static void
set_up (Fixture *fixture)
{
  daybook_id_random (&fixture->me);
  fixture->zone = g_time_zone_new_identifier ("Asia/Shanghai");
  fixture->row = daybook_article_draft (&fixture->me, NOW, fixture->zone);
  put_text (fixture->row, DAYBOOK_ARTICLE_TITLE, "Cups that leak");
  put_text (fixture->row, DAYBOOK_ARTICLE_BODY, "Ask for a *photo*.");
}

static void
tear_down (Fixture *fixture)
{
  daybook_row_unref (fixture->row);
  g_time_zone_unref (fixture->zone);
}

/* The creation of the table in the edit, or NULL. */
static const DaybookChange *
find_made (DaybookEdit        *edit,
           const DaybookTable *table)
{
  for (guint i = 0; i < daybook_edit_size (edit); i++)
    {
      const DaybookChange *change = daybook_edit_change (edit, i);

      if (change->kind == DAYBOOK_CHANGE_CREATE && change->table == table)
        return change;
    }
  return NULL;
}

/* What it sets in the field, or NULL. */
static const DaybookValue *
find_set (DaybookEdit        *edit,
          const DaybookTable *table,
          guint               field)
{
  for (guint i = 0; i < daybook_edit_size (edit); i++)
    {
      const DaybookChange *change = daybook_edit_change (edit, i);

      if (change->kind == DAYBOOK_CHANGE_SET && change->table == table && change->field == field)
        return &change->value;
    }
  return NULL;
}

/* The same where there has to be one. */
static const DaybookChange *
made (DaybookEdit        *edit,
      const DaybookTable *table)
{
  const DaybookChange *change = find_made (edit, table);

  if (change == NULL)
    g_error ("no %s is made", table->kind);
  return change;
}

static const DaybookValue *
set_to (DaybookEdit        *edit,
        const DaybookTable *table,
        guint               field)
{
  const DaybookValue *value = find_set (edit, table, field);

  if (value == NULL)
    g_error ("%s is not set", table->fields[field].name);
  return value;
}

static void
check_sound (DaybookEdit *edit,
             GError      *error)
{
  g_autoptr(GError) wrong = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (edit);
  daybook_edit_check (edit, &wrong);
  g_assert_no_error (wrong);
}

static void
test_a_new_one_has_its_first_revision (void)
{
  g_autoptr(GError) error = NULL;
  Fixture fixture;
  set_up (&fixture);

  g_autoptr(DaybookEdit) edit = daybook_article_act_add (fixture.row, &fixture.me, NOW, &error);
  check_sound (edit, error);
  g_assert_cmpstr (daybook_edit_title (edit), ==, "New article: Cups that leak");
  const DaybookChange *article = made (edit, &daybook_articles);
  g_assert_true (daybook_id_equal (&article->row, &fixture.row->id));
  g_assert_cmpint (article->values[DAYBOOK_ARTICLE_CHANGED_AT].number, ==, NOW);
  g_assert_true (daybook_id_equal (&article->values[DAYBOOK_ARTICLE_CHANGED_BY].id, &fixture.me));
  g_assert_true (daybook_id_equal (&article->values[DAYBOOK_ARTICLE_OWNER].id, &fixture.me));
  const DaybookChange *revision = made (edit, &daybook_revisions);
  g_assert_true (daybook_id_equal (&revision->values[DAYBOOK_REVISION_ARTICLE].id, &fixture.row->id));
  g_assert_cmpstr (revision->values[DAYBOOK_REVISION_TITLE].text, ==, "Cups that leak");
  g_assert_cmpstr (revision->values[DAYBOOK_REVISION_BODY].text, ==, "Ask for a *photo*.");
  g_assert_cmpint (revision->values[DAYBOOK_REVISION_AT].number, ==, NOW);
  g_assert_cmpuint (daybook_edit_size (edit), ==, 2);
  tear_down (&fixture);
}

static void
test_a_review_is_over_at_nine (void)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");
  g_autofree char *usual = daybook_moment_to_iso (daybook_article_review_after (NOW, 0, zone), zone);
  g_autofree char *three = daybook_moment_to_iso (daybook_article_review_after (NOW, 3, zone), zone);

  g_assert_cmpstr (usual, ==, "2027-05-29T09:00:00+08:00");
  /* There is no 29 February then. */
  g_assert_cmpstr (three, ==, "2027-02-28T09:00:00+08:00");
}

/* --- Changes -------------------------------------------------------------------------------- */

static void
test_another_text_is_a_revision (void)
{
  g_autoptr(GError) error = NULL;
  Fixture fixture;
  set_up (&fixture);

  g_autoptr(DaybookRow) after = daybook_row_copy (fixture.row);
  put_text (after, DAYBOOK_ARTICLE_BODY, "Ask for a film.");
  g_autoptr(DaybookEdit) edit = daybook_article_act_change (fixture.row, after, "films say more", &fixture.me, NOW + 60, &error);
  check_sound (edit, error);
  g_assert_cmpstr (set_to (edit, &daybook_articles, DAYBOOK_ARTICLE_BODY)->text, ==, "Ask for a film.");
  g_assert_null (find_set (edit, &daybook_articles, DAYBOOK_ARTICLE_TITLE));
  g_assert_cmpint (set_to (edit, &daybook_articles, DAYBOOK_ARTICLE_CHANGED_AT)->number, ==, NOW + 60);
  const DaybookChange *revision = made (edit, &daybook_revisions);
  g_assert_cmpstr (revision->values[DAYBOOK_REVISION_BODY].text, ==, "Ask for a film.");
  g_assert_cmpstr (revision->values[DAYBOOK_REVISION_TITLE].text, ==, "Cups that leak");
  g_assert_cmpstr (revision->values[DAYBOOK_REVISION_NOTE].text, ==, "films say more");
  tear_down (&fixture);
}

static void
test_anything_else_is_none (void)
{
  g_autoptr(GError) error = NULL;
  Fixture fixture;
  set_up (&fixture);

  g_autoptr(DaybookRow) after = daybook_row_copy (fixture.row);
  put_text (after, DAYBOOK_ARTICLE_CATEGORY, "Cups");
  put_int (after, DAYBOOK_ARTICLE_TOLD, TRUE);
  g_autoptr(DaybookEdit) edit = daybook_article_act_change (fixture.row, after, NULL, &fixture.me, NOW, &error);
  check_sound (edit, error);
  g_assert_cmpuint (daybook_edit_size (edit), ==, 2);
  g_assert_null (find_made (edit, &daybook_revisions));

  g_autoptr(DaybookEdit) none = daybook_article_act_change (fixture.row, fixture.row, NULL, &fixture.me, NOW, &error);
  check_sound (none, error);
  g_assert_cmpuint (daybook_edit_size (none), ==, 0);
  tear_down (&fixture);
}

static DaybookRow *
revision_of (Fixture         *fixture,
             const DaybookId *article,
             const char      *body)
{
  DaybookRow *revision = daybook_row_new (&daybook_revisions);

  revision->values[DAYBOOK_REVISION_ARTICLE] = daybook_value_id (article);
  put_text (revision, DAYBOOK_REVISION_TITLE, "Cups that leak");
  put_text (revision, DAYBOOK_REVISION_BODY, body);
  /* Still the day before in Greenwich. */
  put_int (revision, DAYBOOK_REVISION_AT, NOW - 3600);
  return revision;
}

static void
test_restoring_writes_a_new_revision (void)
{
  g_autoptr(GError) error = NULL;
  Fixture fixture;
  set_up (&fixture);

  g_autoptr(DaybookRow) old = revision_of (&fixture, &fixture.row->id, "Believe them.");
  g_autoptr(DaybookEdit) edit = daybook_article_act_restore (fixture.row, old, &fixture.me, NOW, fixture.zone, &error);
  check_sound (edit, error);
  g_assert_cmpstr (set_to (edit, &daybook_articles, DAYBOOK_ARTICLE_BODY)->text, ==, "Believe them.");
  g_assert_cmpstr (made (edit, &daybook_revisions)->values[DAYBOOK_REVISION_BODY].text, ==, "Believe them.");
  g_assert_cmpstr (made (edit, &daybook_revisions)->values[DAYBOOK_REVISION_NOTE].text, ==, "As on 2026-11-29");

  g_autoptr(DaybookRow) same = revision_of (&fixture, &fixture.row->id, "Ask for a *photo*.");
  g_assert_null (daybook_article_act_restore (fixture.row, same, &fixture.me, NOW, fixture.zone, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_autoptr(DaybookRow) other = revision_of (&fixture, &fixture.me, "Believe them.");
  g_assert_null (daybook_article_act_restore (fixture.row, other, &fixture.me, NOW, fixture.zone, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT);
  tear_down (&fixture);
}

static void
test_state_and_review (void)
{
  Fixture fixture;
  set_up (&fixture);

  g_autoptr(DaybookEdit) retired = daybook_article_act_state (fixture.row, DAYBOOK_ARTICLE_RETIRED, &fixture.me);
  check_sound (retired, NULL);
  g_assert_cmpint (set_to (retired, &daybook_articles, DAYBOOK_ARTICLE_STATE)->number, ==, DAYBOOK_ARTICLE_RETIRED);
  g_assert_cmpstr (daybook_edit_title (retired), ==, "Retired: Cups that leak");

  put_int (fixture.row, DAYBOOK_ARTICLE_REVIEW_MONTHS, 3);
  g_autoptr(DaybookEdit) reviewed = daybook_article_act_review (fixture.row, &fixture.me, NOW, fixture.zone);
  check_sound (reviewed, NULL);
  g_assert_cmpint (set_to (reviewed, &daybook_articles, DAYBOOK_ARTICLE_REVIEW_BY)->number, ==, daybook_article_review_after (NOW, 3, fixture.zone));
  g_assert_cmpuint (daybook_edit_size (reviewed), ==, 1);
  tear_down (&fixture);
}

/* --- Rules ------------------------------------------------------------------------------------ */

static void
assert_refused (Fixture    *fixture,
                DaybookRow *after,
                const char *said)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (daybook_article_act_change (fixture->row, after, NULL, &fixture->me, NOW, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT);
  if (strstr (error->message, said) == NULL)
    g_error ("%s\nnot: %s", error->message, said);
}

static void
test_what_is_refused (void)
{
  g_autofree char *long_text = g_strnfill (DAYBOOK_LONG_TEXT_MAX + 1, 'x');
  g_autoptr(GError) error = NULL;
  Fixture fixture;
  set_up (&fixture);
  g_autoptr(DaybookRow) after = daybook_row_copy (fixture.row);

  put_text (after, DAYBOOK_ARTICLE_BODY, long_text);
  assert_refused (&fixture, after, "1024 kB");
  long_text[DAYBOOK_LONG_TEXT_MAX] = '\0';
  put_text (after, DAYBOOK_ARTICLE_BODY, long_text);
  g_autoptr(DaybookEdit) fits = daybook_article_act_change (fixture.row, after, NULL, &fixture.me, NOW, &error);
  check_sound (fits, error);

  put_int (after, DAYBOOK_ARTICLE_REVIEW_MONTHS, 0);
  assert_refused (&fixture, after, "1 to 60 months");
  put_int (after, DAYBOOK_ARTICLE_REVIEW_MONTHS, 61);
  assert_refused (&fixture, after, "1 to 60 months");
  put_int (after, DAYBOOK_ARTICLE_REVIEW_MONTHS, 60);
  put_text (after, DAYBOOK_ARTICLE_TITLE, " \t");
  assert_refused (&fixture, after, "title");
  put_text (after, DAYBOOK_ARTICLE_TITLE, NULL);
  assert_refused (&fixture, after, "title");
  tear_down (&fixture);
}

static void
test_nothing_is_to_be_read_by_yesterday (void)
{
  g_autoptr(GError) error = NULL;
  Fixture fixture;
  set_up (&fixture);
  g_autoptr(DaybookRow) after = daybook_row_copy (fixture.row);

  put_int (after, DAYBOOK_ARTICLE_READ_BY, NOW - 1);
  assert_refused (&fixture, after, "over already");
  /* Once it stands there, time goes by. */
  put_int (fixture.row, DAYBOOK_ARTICLE_READ_BY, NOW - 1);
  put_text (after, DAYBOOK_ARTICLE_BODY, "Ask for a film.");
  g_autoptr(DaybookEdit) edit = daybook_article_act_change (fixture.row, after, NULL, &fixture.me, NOW, &error);
  check_sound (edit, error);
  tear_down (&fixture);
}

/* --- What people say ---------------------------------------------------------------------------- */

static void
test_comments (void)
{
  g_autoptr(GError) error = NULL;
  DaybookId id;
  Fixture fixture;
  set_up (&fixture);

  g_autoptr(DaybookEdit) edit = daybook_article_act_comment (fixture.row, "Not for glass", &fixture.me, NOW, &id, &error);
  check_sound (edit, error);
  g_assert_true (daybook_id_equal (&made (edit, &daybook_comments)->row, &id));
  g_assert_cmpstr (made (edit, &daybook_comments)->values[DAYBOOK_COMMENT_TEXT].text, ==, "Not for glass");
  g_assert_null (daybook_article_act_comment (fixture.row, " \n", &fixture.me, NOW, NULL, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT);

  g_autoptr(DaybookRow) comment = daybook_row_new (&daybook_comments);
  g_autoptr(DaybookEdit) settled = daybook_article_act_settle (fixture.row, comment, DAYBOOK_COMMENT_SETTLED, &fixture.me, NOW + 5);
  check_sound (settled, NULL);
  g_assert_cmpint (set_to (settled, &daybook_comments, DAYBOOK_COMMENT_SETTLED_AT)->number, ==, NOW + 5);
  g_assert_true (daybook_id_equal (&set_to (settled, &daybook_comments, DAYBOOK_COMMENT_SETTLED_BY)->id, &fixture.me));
  g_autoptr(DaybookEdit) again = daybook_article_act_settle (fixture.row, comment, DAYBOOK_COMMENT_OPEN, &fixture.me, NOW + 5);
  g_assert_cmpint (set_to (again, &daybook_comments, DAYBOOK_COMMENT_SETTLED_AT)->type, ==, DAYBOOK_VALUE_NONE);
  tear_down (&fixture);
}

static void
test_uses (void)
{
  g_autoptr(DaybookRow) of = daybook_row_new (&daybook_cases);
  g_autoptr(DaybookRow) task = daybook_row_new (&daybook_tasks);
  DaybookArticleUse use = { .verdict = DAYBOOK_VERDICT_WRONG, .note = "Old price", .of = of, .channel = DAYBOOK_CHANNEL_PHONE };
  g_autoptr(GError) error = NULL;
  Fixture fixture;
  set_up (&fixture);

  daybook_id_random (&of->id);
  g_autoptr(DaybookEdit) edit = daybook_article_act_use (fixture.row, &use, &fixture.me, NOW, NULL, &error);
  check_sound (edit, error);
  const DaybookValue *values = made (edit, &daybook_uses)->values;
  g_assert_cmpint (values[DAYBOOK_USE_VERDICT].number, ==, DAYBOOK_VERDICT_WRONG);
  g_assert_cmpstr (values[DAYBOOK_USE_NOTE].text, ==, "Old price");
  g_assert_true (daybook_id_equal (&values[DAYBOOK_USE_CASE].id, &of->id));
  g_assert_cmpint (values[DAYBOOK_USE_ORDER].type, ==, DAYBOOK_VALUE_NONE);

  use.of = task;
  g_assert_null (daybook_article_act_use (fixture.row, &use, &fixture.me, NOW, NULL, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT);
  tear_down (&fixture);
}

static void
test_reading_again_goes_on (void)
{
  DaybookId revision, id;
  Fixture fixture;
  set_up (&fixture);

  daybook_id_random (&revision);
  g_autoptr(DaybookEdit) first = daybook_article_act_read (fixture.row, &revision, NULL, &fixture.me, NOW);
  check_sound (first, NULL);
  daybook_read_mark_id (&id, &fixture.row->id, &fixture.me);
  g_assert_true (daybook_id_equal (&made (first, &daybook_read_marks)->row, &id));
  g_assert_true (daybook_id_equal (&made (first, &daybook_read_marks)->values[DAYBOOK_READ_MARK_REVISION].id, &revision));

  g_autoptr(DaybookRow) mark = daybook_row_new (&daybook_read_marks);
  mark->id = id;
  g_autoptr(DaybookEdit) again = daybook_article_act_read (fixture.row, &revision, mark, &fixture.me, NOW + 5);
  check_sound (again, NULL);
  g_assert_null (find_made (again, &daybook_read_marks));
  g_assert_cmpint (set_to (again, &daybook_read_marks, DAYBOOK_READ_MARK_AT)->number, ==, NOW + 5);
  tear_down (&fixture);
}

/* --- Training --------------------------------------------------------------------------------------- */

static void
test_training (void)
{
  g_autoptr(DaybookRow) learner = daybook_row_new (&daybook_agents);
  g_autoptr(DaybookRow) mark = daybook_row_new (&daybook_trainings);
  DaybookTrainingPoint point = { learner, "t1", "Take one call", NULL };
  g_autoptr(GError) error = NULL;
  DaybookId id;
  Fixture fixture;
  set_up (&fixture);

  daybook_id_random (&learner->id);
  put_text (learner, DAYBOOK_AGENT_NAME, "Lin");
  g_autoptr(DaybookEdit) done = daybook_article_act_tick (fixture.row, &point, DAYBOOK_TRAINING_DONE, &fixture.me, NOW);
  check_sound (done, NULL);
  daybook_training_id (&id, &fixture.row->id, &learner->id, "t1");
  g_assert_true (daybook_id_equal (&made (done, &daybook_trainings)->row, &id));
  g_assert_cmpint (made (done, &daybook_trainings)->values[DAYBOOK_TRAINING_DONE_AT].number, ==, NOW);
  g_assert_cmpstr (daybook_edit_title (done), ==, "Training · Lin: Take one call");

  /* Who judges says that it was done. */
  g_autoptr(DaybookEdit) judged = daybook_article_act_judge (fixture.row, &point, 4, NULL, &fixture.me, NOW, &error);
  check_sound (judged, error);
  g_assert_cmpint (made (judged, &daybook_trainings)->values[DAYBOOK_TRAINING_DONE_AT].number, ==, NOW);
  g_assert_cmpint (made (judged, &daybook_trainings)->values[DAYBOOK_TRAINING_STARS].number, ==, 4);

  point.mark = mark;
  put_int (mark, DAYBOOK_TRAINING_DONE_AT, NOW - 60);
  g_autoptr(DaybookEdit) later = daybook_article_act_judge (fixture.row, &point, 0, "Slowly", &fixture.me, NOW, &error);
  check_sound (later, error);
  g_assert_null (find_set (later, &daybook_trainings, DAYBOOK_TRAINING_DONE_AT));
  g_assert_cmpstr (set_to (later, &daybook_trainings, DAYBOOK_TRAINING_NOTE)->text, ==, "Slowly");
  g_autoptr(DaybookEdit) back = daybook_article_act_tick (fixture.row, &point, DAYBOOK_TRAINING_TO_DO, &fixture.me, NOW);
  g_assert_cmpint (set_to (back, &daybook_trainings, DAYBOOK_TRAINING_DONE_AT)->type, ==, DAYBOOK_VALUE_NONE);

  g_assert_null (daybook_article_act_judge (fixture.row, &point, 6, NULL, &fixture.me, NOW, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_null (daybook_article_act_judge (fixture.row, &point, 0, " ", &fixture.me, NOW, &error));
  g_assert_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT);
  tear_down (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/article-edit/a-new-one-has-its-first-revision", test_a_new_one_has_its_first_revision);
  g_test_add_func ("/article-edit/a-review-is-over-at-nine", test_a_review_is_over_at_nine);
  g_test_add_func ("/article-edit/another-text-is-a-revision", test_another_text_is_a_revision);
  g_test_add_func ("/article-edit/anything-else-is-none", test_anything_else_is_none);
  g_test_add_func ("/article-edit/restoring-writes-a-new-revision", test_restoring_writes_a_new_revision);
  g_test_add_func ("/article-edit/state-and-review", test_state_and_review);
  g_test_add_func ("/article-edit/what-is-refused", test_what_is_refused);
  g_test_add_func ("/article-edit/nothing-is-to-be-read-by-yesterday", test_nothing_is_to_be_read_by_yesterday);
  g_test_add_func ("/article-edit/comments", test_comments);
  g_test_add_func ("/article-edit/uses", test_uses);
  g_test_add_func ("/article-edit/reading-again-goes-on", test_reading_again_goes_on);
  g_test_add_func ("/article-edit/training", test_training);
  return g_test_run ();
}
