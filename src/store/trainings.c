/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/trainings.h"

#include "core/han.h"
#include "core/markdown-parts.h"
#include "core/shop.h"
#include "store/reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
daybook_trainee_free (DaybookTrainee *self)
{
  daybook_row_unref (self->agent);
  g_free (self);
}

void
daybook_training_found_free (DaybookTrainingFound *self)
{
  g_free (self->item);
  g_free (self->label);
  g_clear_pointer (&self->mark, daybook_row_unref);
  g_free (self);
}

/* The points of the article. (element-type DaybookMarkdownTask) (transfer full) */
static GPtrArray *
read_points (const DaybookRow *article)
{
  g_autoptr(DaybookMarkdown) body = daybook_markdown_parse (daybook_row_text (article, DAYBOOK_ARTICLE_BODY), -1);

  return daybook_markdown_tasks (body);
}

/* --- Marks -------------------------------------------------------------------------------- */

/* `agent`: NULL: everybody's, person by person. */
static GPtrArray *
read_marks (DaybookReader     *reader,
            const DaybookRow  *article,
            const DaybookRow  *agent,
            GError           **error)
{
  g_autoptr(DaybookStatement) statement = daybook_database_prepare (reader->db, agent != NULL
    ? "SELECT rowid FROM trainings WHERE article = :article AND agent = :agent AND deleted = 0 ORDER BY rowid"
    : "SELECT rowid FROM trainings WHERE article = :article AND deleted = 0 ORDER BY agent, rowid", error);
  g_autoptr(GArray) keys = NULL;

  if (statement == NULL)
    return NULL;

  daybook_bind_int (statement, ":article", article->rowid);
  if (agent != NULL)
    daybook_bind_int (statement, ":agent", agent->rowid);
  keys = daybook_statement_keys (statement, error);
  return keys != NULL ? daybook_reader_rows (reader, &daybook_trainings, (const gint64 *) (void *) keys->data, keys->len, error) : NULL;
}

GPtrArray *
daybook_training_marks (DaybookReader     *reader,
                        const DaybookRow  *article,
                        const DaybookRow  *agent,
                        GError           **error)
{
  return read_marks (reader, article, agent, error);
}

/* --- People --------------------------------------------------------------------------------- */

static gboolean
is_point (GPtrArray  *points,
          const char *item)
{
  for (guint i = 0; i < points->len; i++)
    if (g_str_equal (((const DaybookMarkdownTask *) g_ptr_array_index (points, i))->key, item))
      return TRUE;

  return FALSE;
}

/* A point that the article has no longer counts for nothing. */
static void
count_mark (DaybookTrainee   *self,
            const DaybookRow *mark,
            GPtrArray        *points)
{
  gint64 stars = daybook_row_int (mark, DAYBOOK_TRAINING_STARS);

  self->last = MAX (self->last, MAX (daybook_row_int (mark, DAYBOOK_TRAINING_DONE_AT), daybook_row_int (mark, DAYBOOK_TRAINING_JUDGED_AT)));
  if (!is_point (points, daybook_row_text (mark, DAYBOOK_TRAINING_ITEM)))
    return;

  self->n_done += daybook_row_has (mark, DAYBOOK_TRAINING_DONE_AT);
  if (stars == 0)
    return;

  self->stars = (self->stars * self->n_judged + (double) stars) / (self->n_judged + 1);
  self->n_judged++;
}

static int
compare_trainees (gconstpointer a,
                  gconstpointer b)
{
  const DaybookTrainee *first = *(DaybookTrainee *const *) a, *second = *(DaybookTrainee *const *) b;
  int by_done = (first->n_done < second->n_done) - (first->n_done > second->n_done);

  return by_done != 0 ? by_done : g_utf8_collate (daybook_row_text (first->agent, DAYBOOK_AGENT_NAME), daybook_row_text (second->agent, DAYBOOK_AGENT_NAME));
}

/* The trainee whose marks come now: the last one, or a new one. NULL on error. */
static DaybookTrainee *
trainee_of (GPtrArray         *trainees,
            DaybookReader     *reader,
            const DaybookRow  *mark,
            guint              n_points,
            GError           **error)
{
  DaybookTrainee *self = trainees->len > 0 ? g_ptr_array_index (trainees, trainees->len - 1) : NULL;
  const DaybookId *id = daybook_row_ref_id (mark, DAYBOOK_TRAINING_AGENT);
  DaybookRow *agent;

  if (self != NULL && daybook_id_equal (&self->agent->id, id))
    return self;
  if ((agent = daybook_reader_find (reader, &daybook_agents, id, error)) == NULL)
    return NULL;

  self = g_new0 (DaybookTrainee, 1);
  self->agent = agent;
  self->n_points = n_points;
  g_ptr_array_add (trainees, self);
  return self;
}

GPtrArray *
daybook_trainees (DaybookReader     *reader,
                  const DaybookRow  *article,
                  GError           **error)
{
  g_autoptr(GPtrArray) trainees = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_trainee_free);
  g_autoptr(GPtrArray) points = read_points (article);
  g_autoptr(GPtrArray) marks = read_marks (reader, article, NULL, error);

  for (guint i = 0; marks != NULL && i < marks->len; i++)
    {
      const DaybookRow *mark = g_ptr_array_index (marks, i);
      DaybookTrainee *self = trainee_of (trainees, reader, mark, points->len, error);

      if (self == NULL)
        return NULL;
      count_mark (self, mark, points);
    }
  g_ptr_array_sort (trainees, compare_trainees);
  return marks != NULL ? g_steal_pointer (&trainees) : NULL;
}

/* --- A point by its name ----------------------------------------------------------------------- */

/* The points that the word may mean: one by key or number, else all that have the words. */
static GPtrArray *
find_points (GPtrArray  *points,
             const char *word)
{
  GPtrArray *found = g_ptr_array_new ();
  g_autofree char *folded = daybook_han_fold (word);
  guint64 number;

  for (guint i = 0; i < points->len; i++)
    {
      DaybookMarkdownTask *point = g_ptr_array_index (points, i);

      if (g_str_equal (point->key, word))
        g_ptr_array_add (found, point);
    }
  if (found->len == 0 && points->len > 0 && g_ascii_string_to_unsigned (word, 10, 1, points->len, &number, NULL))
    g_ptr_array_add (found, g_ptr_array_index (points, number - 1));
  if (found->len > 0 || *folded == '\0')
    return found;

  for (guint i = 0; i < points->len; i++)
    {
      g_autofree char *text = daybook_han_fold (((DaybookMarkdownTask *) g_ptr_array_index (points, i))->text);

      if (strstr (text, folded) != NULL)
        g_ptr_array_add (found, g_ptr_array_index (points, i));
    }
  return found;
}

/* “1 Take a call, 2 Write a note”. (transfer full) */
static char *
name_points (GPtrArray *points)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < points->len; i++)
    g_string_append_printf (names, "%s%u %s", i > 0 ? ", " : "", i + 1, ((const DaybookMarkdownTask *) g_ptr_array_index (points, i))->text);
  return g_string_free (names, FALSE);
}

static void
set_not_found (GPtrArray   *points,
               const char  *word,
               GError     **error)
{
  g_autofree char *names = name_points (points);

  if (points->len == 0)
    g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND,
                         _("The article has no points to tick off: write them as “- [ ] …”."));
  else
    /* Translators: %2$s is a list. */
    g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND, _("The article has no point “%1$s”; there are: %2$s."), word, names);
}

static gboolean
read_mark (DaybookReader         *reader,
           const DaybookRow      *article,
           const DaybookRow      *agent,
           DaybookTrainingFound  *found,
           GError               **error)
{
  g_autoptr(GPtrArray) marks = read_marks (reader, article, agent, error);

  for (guint i = 0; marks != NULL && i < marks->len && found->mark == NULL; i++)
    if (g_str_equal (daybook_row_text (g_ptr_array_index (marks, i), DAYBOOK_TRAINING_ITEM), found->item))
      found->mark = daybook_row_ref (g_ptr_array_index (marks, i));
  return marks != NULL;
}

DaybookTrainingFound *
daybook_training_find (DaybookReader     *reader,
                       const DaybookRow  *article,
                       const DaybookRow  *agent,
                       const char        *word,
                       GError           **error)
{
  g_autoptr(GPtrArray) points = read_points (article);
  g_autoptr(GPtrArray) named = find_points (points, word);
  g_autoptr(DaybookTrainingFound) found = g_new0 (DaybookTrainingFound, 1);

  if (named->len == 0)
    {
      set_not_found (points, word, error);
      return NULL;
    }
  if (named->len > 1)
    {
      g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONFLICT, _("Several points have “%s”: name one by its number."), word);
      return NULL;
    }

  found->item = g_strdup (((const DaybookMarkdownTask *) g_ptr_array_index (named, 0))->key);
  found->label = g_strdup (((const DaybookMarkdownTask *) g_ptr_array_index (named, 0))->text);
  return read_mark (reader, article, agent, found, error) ? g_steal_pointer (&found) : NULL;
}
