/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/article-edit.h"

#include "core/announcement-edit.h"
#include "core/case.h"
#include "core/customer.h"
#include "core/day.h"
#include "core/moment.h"
#include "core/order.h"
#include "core/shop.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
is_blank (const char *text)
{
  return text == NULL || strspn (text, " \t\r\n") == strlen (text);
}

static const char *
title_of (const DaybookRow *row)
{
  return daybook_row_text (row, DAYBOOK_ARTICLE_TITLE);
}

/* An edit whose title names the article. */
static DaybookEdit *
begin (const char       *format,
       const DaybookRow *row,
       const DaybookId  *agent)
{
  g_autoptr(GString) title = g_string_new (format);

  g_string_replace (title, "%s", title_of (row), 1);
  return daybook_edit_new (DAYBOOK_ACT_EDIT, title->str, agent);
}

/* --- Rules ------------------------------------------------------------------------------ */

gint64
daybook_article_review_after (gint64     now,
                              guint      months,
                              GTimeZone *zone)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (now);
  g_autoptr(GDateTime) here = g_date_time_to_timezone (utc, zone);
  g_autoptr(GDateTime) then = g_date_time_add_months (here, (int) (months != 0 ? months : DAYBOOK_ARTICLE_REVIEW_MONTHS_USUAL));

  return daybook_moment_at (g_date_time_to_unix (then), zone, DAYBOOK_ARTICLE_REVIEW_AT);
}

DaybookRow *
daybook_article_draft (const DaybookId *agent,
                       gint64           now,
                       GTimeZone       *zone)
{
  DaybookRow *row = daybook_row_new (&daybook_articles);

  daybook_id_fresh (&row->id, now * 1000);
  row->values[DAYBOOK_ARTICLE_OWNER] = daybook_value_id (agent);
  row->values[DAYBOOK_ARTICLE_REVIEW_MONTHS] = daybook_value_int (DAYBOOK_ARTICLE_REVIEW_MONTHS_USUAL);
  row->values[DAYBOOK_ARTICLE_REVIEW_BY] = daybook_value_int (daybook_article_review_after (now, 0, zone));
  return row;
}

static gboolean
differs (const DaybookRow *before,
         const DaybookRow *after,
         guint             field)
{
  const DaybookValue none = DAYBOOK_VALUE_INIT;

  return !daybook_value_equal (before != NULL ? &before->values[field] : &none, &after->values[field]);
}

static gboolean
months_fit (const DaybookRow *row)
{
  gint64 months = daybook_row_int (row, DAYBOOK_ARTICLE_REVIEW_MONTHS);

  return !daybook_row_has (row, DAYBOOK_ARTICLE_REVIEW_MONTHS) || (months >= 1 && months <= DAYBOOK_ARTICLE_REVIEW_MONTHS_MOST);
}

/* A time that was missed while it stood there stays as it is. */
static gboolean
asks_for_yesterday (const DaybookRow *before,
                    const DaybookRow *after,
                    gint64            now)
{
  return daybook_row_has (after, DAYBOOK_ARTICLE_READ_BY) && differs (before, after, DAYBOOK_ARTICLE_READ_BY)
         && daybook_row_int (after, DAYBOOK_ARTICLE_READ_BY) < now;
}

gboolean
daybook_article_check (const DaybookRow  *before,
                       const DaybookRow  *after,
                       gint64             now,
                       GError           **error)
{
  g_autofree char *sentence = NULL;

  if (is_blank (title_of (after)))
    sentence = g_strdup (_("Give the article a title: by that it is found."));
  else if (strlen (daybook_row_text (after, DAYBOOK_ARTICLE_BODY)) > DAYBOOK_LONG_TEXT_MAX)
    sentence = g_strdup_printf (_("The text is longer than %d kB. Make two articles of it, with a link between them."), DAYBOOK_LONG_TEXT_MAX / 1024);
  else if (!months_fit (after))
    sentence = g_strdup_printf (_("A review is good for 1 to %d months."), DAYBOOK_ARTICLE_REVIEW_MONTHS_MOST);
  else if (asks_for_yesterday (before, after, now))
    sentence = g_strdup (_("The time until which it is to be read is over already."));
  if (sentence == NULL)
    return TRUE;

  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, sentence);
  return FALSE;
}

/* --- Parts of an edit ---------------------------------------------------------------------- */

static void
add_revision (DaybookEdit      *edit,
              const DaybookRow *row,
              const char       *note,
              const DaybookId  *agent,
              gint64            now)
{
  DaybookId id;

  daybook_id_fresh (&id, now * 1000);
  daybook_edit_create (edit, &daybook_revisions, &id);
  daybook_edit_give (edit, DAYBOOK_REVISION_ARTICLE, daybook_value_id (&row->id));
  daybook_edit_give (edit, DAYBOOK_REVISION_TITLE, daybook_value_copy (&row->values[DAYBOOK_ARTICLE_TITLE]));
  daybook_edit_give (edit, DAYBOOK_REVISION_BODY, daybook_value_copy (&row->values[DAYBOOK_ARTICLE_BODY]));
  daybook_edit_give (edit, DAYBOOK_REVISION_NOTE, daybook_value_text (is_blank (note) ? NULL : note));
  daybook_edit_give (edit, DAYBOOK_REVISION_AT, daybook_value_int (now));
  daybook_edit_give (edit, DAYBOOK_REVISION_AGENT, daybook_value_id (agent));
}

/* What follows from a change and is nobody's to write. */
static gboolean
follows (guint field)
{
  return field == DAYBOOK_ARTICLE_CHANGED_AT || field == DAYBOOK_ARTICLE_CHANGED_BY;
}

gboolean
daybook_article_add (DaybookEdit       *edit,
                     const DaybookRow  *draft,
                     const DaybookId   *agent,
                     gint64             now,
                     GError           **error)
{
  if (!daybook_article_check (NULL, draft, now, error))
    return FALSE;

  daybook_edit_create (edit, &daybook_articles, &draft->id);
  for (guint i = DAYBOOK_ARTICLE_TITLE; i < DAYBOOK_ARTICLE_N_FIELDS; i++)
    if (!follows (i))
      daybook_edit_give (edit, i, daybook_value_copy (&draft->values[i]));
  daybook_edit_give (edit, DAYBOOK_ARTICLE_CHANGED_AT, daybook_value_int (now));
  daybook_edit_give (edit, DAYBOOK_ARTICLE_CHANGED_BY, daybook_value_id (agent));
  add_revision (edit, draft, NULL, agent, now);
  return TRUE;
}

static void
set (DaybookEdit      *edit,
     const DaybookRow *row,
     guint             field,
     DaybookValue      value)
{
  daybook_edit_set (edit, row->table, &row->id, field, value);
}

gboolean
daybook_article_change (DaybookEdit       *edit,
                        const DaybookRow  *before,
                        const DaybookRow  *after,
                        const char        *note,
                        const DaybookId   *agent,
                        gint64             now,
                        GError           **error)
{
  if (!daybook_article_check (before, after, now, error))
    return FALSE;

  for (guint i = DAYBOOK_ARTICLE_TITLE; i < DAYBOOK_ARTICLE_N_FIELDS; i++)
    if (!follows (i) && differs (before, after, i))
      set (edit, before, i, daybook_value_copy (&after->values[i]));
  if (!differs (before, after, DAYBOOK_ARTICLE_TITLE) && !differs (before, after, DAYBOOK_ARTICLE_BODY))
    return TRUE;

  set (edit, before, DAYBOOK_ARTICLE_CHANGED_AT, daybook_value_int (now));
  set (edit, before, DAYBOOK_ARTICLE_CHANGED_BY, daybook_value_id (agent));
  add_revision (edit, after, note, agent, now);
  return TRUE;
}

void
daybook_article_add_picture (DaybookEdit             *edit,
                             const DaybookId         *of,
                             const DaybookAttachment *picture,
                             const DaybookId         *agent,
                             gint64                   now)
{
  DaybookId id;

  daybook_id_fresh (&id, now * 1000);
  daybook_edit_create (edit, &daybook_pictures, &id);
  daybook_edit_give (edit, DAYBOOK_PICTURE_ARTICLE, daybook_value_id (of));
  daybook_edit_give (edit, DAYBOOK_PICTURE_HASH, daybook_value_text (picture->hash));
  daybook_edit_give (edit, DAYBOOK_PICTURE_NAME, daybook_value_text (picture->name));
  daybook_edit_give (edit, DAYBOOK_PICTURE_MEDIA, daybook_value_text (picture->media));
  daybook_edit_give (edit, DAYBOOK_PICTURE_SIZE, daybook_value_int (picture->size));
  daybook_edit_give (edit, DAYBOOK_PICTURE_WIDTH, daybook_value_int (picture->width));
  daybook_edit_give (edit, DAYBOOK_PICTURE_HEIGHT, daybook_value_int (picture->height));
  daybook_edit_give (edit, DAYBOOK_PICTURE_AT, daybook_value_int (now));
  daybook_edit_give (edit, DAYBOOK_PICTURE_AGENT, daybook_value_id (agent));
}

void
daybook_article_review (DaybookEdit      *edit,
                        const DaybookRow *row,
                        gint64            now,
                        GTimeZone        *zone)
{
  guint months = (guint) CLAMP (daybook_row_int (row, DAYBOOK_ARTICLE_REVIEW_MONTHS), 0, DAYBOOK_ARTICLE_REVIEW_MONTHS_MOST);

  set (edit, row, DAYBOOK_ARTICLE_REVIEW_BY, daybook_value_int (daybook_article_review_after (now, months, zone)));
}

/* --- Acts ---------------------------------------------------------------------------------- */

DaybookEdit *
daybook_article_act_add (const DaybookRow  *draft,
                         const DaybookId   *agent,
                         gint64             now,
                         GError           **error)
{
  /* Translators: acts in the history; %s: the title of an article. */
  g_autoptr(DaybookEdit) edit = begin (_("New article: %s"), draft, agent);

  return daybook_article_add (edit, draft, agent, now, error) ? g_steal_pointer (&edit) : NULL;
}

DaybookEdit *
daybook_article_act_change (const DaybookRow  *before,
                            const DaybookRow  *after,
                            const char        *note,
                            const DaybookId   *agent,
                            gint64             now,
                            GError           **error)
{
  g_autoptr(DaybookEdit) edit = begin (_("Article · %s"), after, agent);

  return daybook_article_change (edit, before, after, note, agent, now, error) ? g_steal_pointer (&edit) : NULL;
}

/* (transfer full) */
static char *
restored_note (const DaybookRow *revision,
               GTimeZone        *zone)
{
  g_autofree char *day = daybook_day_of (daybook_row_int (revision, DAYBOOK_REVISION_AT), zone);

  /* Translators: what was changed in an article; %s: a day, such as 2026-11-29. */
  return g_strdup_printf (_("As on %s"), day);
}

static gboolean
check_restore (const DaybookRow  *row,
               const DaybookRow  *after,
               const DaybookRow  *revision,
               GError           **error)
{
  const DaybookId *of = daybook_row_ref_id (revision, DAYBOOK_REVISION_ARTICLE);
  const char *sentence = NULL;

  if (of == NULL || !daybook_id_equal (of, &row->id))
    sentence = _("This revision is another article’s.");
  else if (!differs (row, after, DAYBOOK_ARTICLE_TITLE) && !differs (row, after, DAYBOOK_ARTICLE_BODY))
    sentence = _("The article says just that already.");
  if (sentence == NULL)
    return TRUE;

  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, sentence);
  return FALSE;
}

static void
put (DaybookRow         *row,
     guint               field,
     const DaybookValue *value)
{
  daybook_value_clear (&row->values[field]);
  row->values[field] = daybook_value_copy (value);
}

DaybookEdit *
daybook_article_act_restore (const DaybookRow  *row,
                             const DaybookRow  *revision,
                             const DaybookId   *agent,
                             gint64             now,
                             GTimeZone         *zone,
                             GError           **error)
{
  g_autoptr(DaybookRow) after = daybook_row_copy (row);
  g_autofree char *note = restored_note (revision, zone);
  g_autoptr(DaybookEdit) edit = NULL;

  put (after, DAYBOOK_ARTICLE_TITLE, &revision->values[DAYBOOK_REVISION_TITLE]);
  put (after, DAYBOOK_ARTICLE_BODY, &revision->values[DAYBOOK_REVISION_BODY]);
  if (!check_restore (row, after, revision, error))
    return NULL;

  edit = begin (_("Restored as it was: %s"), after, agent);
  return daybook_article_change (edit, row, after, note, agent, now, error) ? g_steal_pointer (&edit) : NULL;
}

DaybookEdit *
daybook_article_act_state (const DaybookRow    *row,
                           DaybookArticleState  state,
                           const DaybookId     *agent)
{
  static const char *const TITLES[] = {
    [DAYBOOK_ARTICLE_IN_USE] = N_("In use again: %s"),
    [DAYBOOK_ARTICLE_DRAFT] = N_("Draft again: %s"),
    [DAYBOOK_ARTICLE_RETIRED] = N_("Retired: %s"),
  };
  DaybookEdit *edit = begin (_(TITLES[state]), row, agent);

  set (edit, row, DAYBOOK_ARTICLE_STATE, daybook_value_int (state));
  return edit;
}

DaybookEdit *
daybook_article_act_review (const DaybookRow *row,
                            const DaybookId  *agent,
                            gint64            now,
                            GTimeZone        *zone)
{
  DaybookEdit *edit = begin (_("Reviewed: %s"), row, agent);

  daybook_article_review (edit, row, now, zone);
  return edit;
}

/* --- What people say of it ------------------------------------------------------------------- */

DaybookEdit *
daybook_article_act_comment (const DaybookRow  *row,
                             const char        *text,
                             const DaybookId   *agent,
                             gint64             now,
                             DaybookId         *id,
                             GError           **error)
{
  DaybookEdit *edit;
  DaybookId made;

  if (is_blank (text))
    {
      g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, _("Nothing was written."));
      return NULL;
    }

  edit = begin (_("Comment: %s"), row, agent);
  daybook_id_fresh (&made, now * 1000);
  daybook_edit_create (edit, &daybook_comments, &made);
  daybook_edit_give (edit, DAYBOOK_COMMENT_ARTICLE, daybook_value_id (&row->id));
  daybook_edit_give (edit, DAYBOOK_COMMENT_TEXT, daybook_value_text (text));
  daybook_edit_give (edit, DAYBOOK_COMMENT_AT, daybook_value_int (now));
  daybook_edit_give (edit, DAYBOOK_COMMENT_AGENT, daybook_value_id (agent));
  if (id != NULL)
    *id = made;
  return edit;
}

DaybookEdit *
daybook_article_act_settle (const DaybookRow    *row,
                            const DaybookRow    *comment,
                            DaybookCommentState  state,
                            const DaybookId     *agent,
                            gint64               now)
{
  gboolean settled = state == DAYBOOK_COMMENT_SETTLED;
  DaybookEdit *edit = begin (settled ? _("Comment settled: %s") : _("Comment open again: %s"), row, agent);

  set (edit, comment, DAYBOOK_COMMENT_SETTLED_AT, settled ? daybook_value_int (now) : (DaybookValue) DAYBOOK_VALUE_INIT);
  set (edit, comment, DAYBOOK_COMMENT_SETTLED_BY, daybook_value_id (settled ? agent : NULL));
  return edit;
}

/* The field of a use that names a row of the table; -1: none does. */
static int
use_field (const DaybookTable *table)
{
  if (table == &daybook_cases)
    return DAYBOOK_USE_CASE;
  if (table == &daybook_orders)
    return DAYBOOK_USE_ORDER;

  return table == &daybook_customers ? DAYBOOK_USE_CUSTOMER : -1;
}

DaybookEdit *
daybook_article_act_use (const DaybookRow         *row,
                         const DaybookArticleUse  *use,
                         const DaybookId          *agent,
                         gint64                    now,
                         DaybookId                *id,
                         GError                  **error)
{
  int field = use->of != NULL ? use_field (daybook_table_base (use->of->table)) : -1;
  DaybookEdit *edit;
  DaybookId made;

  if (use->of != NULL && field < 0)
    {
      g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, _("An article is of use for a case, an order or a customer."));
      return NULL;
    }

  edit = begin (use->verdict == DAYBOOK_VERDICT_WRONG ? _("Was wrong: %s") : _("Was of use: %s"), row, agent);
  daybook_id_fresh (&made, now * 1000);
  daybook_edit_create (edit, &daybook_uses, &made);
  daybook_edit_give (edit, DAYBOOK_USE_ARTICLE, daybook_value_id (&row->id));
  daybook_edit_give (edit, DAYBOOK_USE_VERDICT, daybook_value_int (use->verdict));
  daybook_edit_give (edit, DAYBOOK_USE_NOTE, daybook_value_text (is_blank (use->note) ? NULL : use->note));
  daybook_edit_give (edit, DAYBOOK_USE_CHANNEL, daybook_value_int (use->channel));
  if (field >= 0)
    daybook_edit_give (edit, (guint) field, daybook_value_id (&use->of->id));
  daybook_edit_give (edit, DAYBOOK_USE_AT, daybook_value_int (now));
  daybook_edit_give (edit, DAYBOOK_USE_AGENT, daybook_value_id (agent));
  if (id != NULL)
    *id = made;
  return edit;
}

/* A mark whose id follows from what it is of: it is made, or goes on. */
static void
say (DaybookEdit      *edit,
     const DaybookRow *mark,
     guint             field,
     DaybookValue      value)
{
  if (mark == NULL)
    daybook_edit_give (edit, field, value);
  else
    set (edit, mark, field, value);
}

DaybookEdit *
daybook_article_act_read (const DaybookRow *row,
                          const DaybookId  *revision,
                          const DaybookRow *mark,
                          const DaybookId  *agent,
                          gint64            now)
{
  DaybookEdit *edit = begin (_("Read: %s"), row, agent);

  daybook_read_mark_add (edit, row, revision, mark, agent, now);
  return edit;
}

/* --- Training ------------------------------------------------------------------------------- */

static DaybookEdit *
begin_point (const DaybookRow           *row,
             const DaybookTrainingPoint *point,
             const DaybookId            *agent)
{
  /* Translators: an act in the history: who learns, and what. */
  g_autofree char *title = g_strdup_printf (_("Training · %1$s: %2$s"), daybook_row_text (point->learner, DAYBOOK_AGENT_NAME), point->label);
  DaybookEdit *edit = daybook_edit_new (DAYBOOK_ACT_EDIT, title, agent);
  DaybookId id;

  if (point->mark != NULL)
    return edit;

  daybook_training_id (&id, &row->id, &point->learner->id, point->item);
  daybook_edit_create (edit, &daybook_trainings, &id);
  daybook_edit_give (edit, DAYBOOK_TRAINING_ARTICLE, daybook_value_id (&row->id));
  daybook_edit_give (edit, DAYBOOK_TRAINING_AGENT, daybook_value_id (&point->learner->id));
  daybook_edit_give (edit, DAYBOOK_TRAINING_ITEM, daybook_value_text (point->item));
  return edit;
}

DaybookEdit *
daybook_article_act_tick (const DaybookRow           *row,
                          const DaybookTrainingPoint *point,
                          DaybookTrainingState        state,
                          const DaybookId            *agent,
                          gint64                      now)
{
  DaybookEdit *edit = begin_point (row, point, agent);

  say (edit, point->mark, DAYBOOK_TRAINING_DONE_AT,
       state == DAYBOOK_TRAINING_DONE ? daybook_value_int (now) : (DaybookValue) DAYBOOK_VALUE_INIT);
  return edit;
}

static gboolean
check_judgement (guint        stars,
                 const char  *note,
                 GError     **error)
{
  if (stars <= DAYBOOK_MOST_STARS && (stars != 0 || !is_blank (note)))
    return TRUE;

  if (stars > DAYBOOK_MOST_STARS)
    g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, _("There are 1 to %d stars."), DAYBOOK_MOST_STARS);
  else
    g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, _("Say with stars or a note how it was found."));
  return FALSE;
}

DaybookEdit *
daybook_article_act_judge (const DaybookRow            *row,
                           const DaybookTrainingPoint  *point,
                           guint                        stars,
                           const char                  *note,
                           const DaybookId             *agent,
                           gint64                       now,
                           GError                     **error)
{
  DaybookEdit *edit;

  if (!check_judgement (stars, note, error))
    return NULL;

  edit = begin_point (row, point, agent);
  if (point->mark == NULL || !daybook_row_has (point->mark, DAYBOOK_TRAINING_DONE_AT))
    say (edit, point->mark, DAYBOOK_TRAINING_DONE_AT, daybook_value_int (now));
  if (stars != 0)
    say (edit, point->mark, DAYBOOK_TRAINING_STARS, daybook_value_int (stars));
  if (!is_blank (note))
    say (edit, point->mark, DAYBOOK_TRAINING_NOTE, daybook_value_text (note));
  say (edit, point->mark, DAYBOOK_TRAINING_JUDGED_BY, daybook_value_id (agent));
  say (edit, point->mark, DAYBOOK_TRAINING_JUDGED_AT, daybook_value_int (now));
  return edit;
}
