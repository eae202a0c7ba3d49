/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/phrases/answers.h"

#include "core/article.h"
#include "core/kin-words.h"
#include "core/phrase.h"
#include "core/row-excerpt.h"
#include "core/terms.h"
#include "core/tokens.h"

#include <string.h>

/* No line in a panel shows more. */
#define LINE_CHARS 60

void
daybook_near_answer_free (DaybookNearAnswer *answer)
{
  g_free (answer->title);
  g_array_unref (answer->title_matches);
  daybook_excerpt_free (answer->excerpt);
  g_free (answer);
}

/* --- One of them --------------------------------------------------------------------------- */

static int
add_word (const char *token,
          gsize       n,
          gsize       start,
          gsize       end,
          gpointer    data)
{
  GString *words = data;
  g_autofree char *word = g_strndup (token, n);

  if (g_utf8_strlen (word, -1) > 1 && !daybook_word_is_idle (word))
    {
      g_string_append (words, word);
      g_string_append_c (words, ' ');
    }
  return words->len >= DAYBOOK_TERMS_MAX_BYTES;
}

/* The words of a sentence, each for itself: what is near has some of them. */
static GPtrArray *
list_terms (const char *text)
{
  g_autoptr(GString) words = g_string_new (NULL);

  daybook_tokens_foreach (text, strlen (text), DAYBOOK_TOKENS_TEXT, add_word, words);
  return daybook_terms_parse (words->str);
}

static DaybookNearAnswer *
read_answer (DaybookReader       *reader,
             const DaybookTable  *table,
             const DaybookNear   *near,
             GPtrArray           *terms,
             GError             **error)
{
  g_autoptr(DaybookRow) row = daybook_reader_row (reader, table, near->rowid, error);
  DaybookNearAnswer *answer;

  if (row == NULL)
    return NULL;

  answer = g_new0 (DaybookNearAnswer, 1);
  answer->table = table;
  answer->id = row->id;
  answer->score = near->score;
  answer->title = g_strdup (daybook_row_text (row, (guint) table->title));
  answer->title_matches = daybook_row_title_matches (row, terms);
  answer->excerpt = daybook_row_excerpt (row, terms, LINE_CHARS);
  answer->is_told = table == &daybook_phrases || daybook_row_int (row, DAYBOOK_ARTICLE_TOLD) != 0;
  return answer;
}

/* --- All -------------------------------------------------------------------------------------- */

static gboolean
add_near (DaybookReader        *reader,
          const DaybookTable   *table,
          const char           *text,
          const DaybookNearBy  *by,
          guint                 limit,
          GPtrArray            *terms,
          GPtrArray            *answers,
          GError              **error)
{
  g_autoptr(GArray) near = daybook_reader_nearest (reader, table, text, by, limit, error);

  for (guint i = 0; near != NULL && i < near->len; i++)
    {
      DaybookNearAnswer *answer = read_answer (reader, table, &g_array_index (near, DaybookNear, i), terms, error);

      if (answer == NULL)
        return FALSE;
      g_ptr_array_add (answers, answer);
    }

  return near != NULL;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const DaybookNearAnswer *first = *(DaybookNearAnswer *const *) a, *second = *(DaybookNearAnswer *const *) b;

  return first->score > second->score ? -1 : first->score < second->score;
}

GPtrArray *
daybook_answers_read (DaybookReader        *reader,
                      const char           *text,
                      DaybookAnswersOf      of,
                      const DaybookNearBy  *by,
                      guint                 limit,
                      GError              **error)
{
  g_autoptr(GPtrArray) answers = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_near_answer_free);
  g_autoptr(GPtrArray) terms = list_terms (text);

  if (((of & DAYBOOK_ANSWERS_ARTICLES) != 0 && !add_near (reader, &daybook_articles, text, by, limit, terms, answers, error))
      || ((of & DAYBOOK_ANSWERS_PHRASES) != 0 && !add_near (reader, &daybook_phrases, text, by, limit, terms, answers, error)))
    return NULL;

  g_ptr_array_sort (answers, compare);
  g_ptr_array_set_size (answers, (int) MIN (answers->len, limit));
  return g_steal_pointer (&answers);
}

/* --- In a lane ----------------------------------------------------------------------------------- */

typedef struct
{
  char            *text;
  DaybookAnswersOf of;
  DaybookNearBy    by;
  DaybookId        agent;
  guint            limit;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->text);
  g_free ((char *) question->by.reg);
  g_free ((char *) question->by.stage);
  g_free (question);
}

static gpointer
read_in_db (DaybookReader  *reader,
            gpointer        data,
            GCancellable   *cancellable,
            GError        **error)
{
  const Question *question = data;

  return daybook_answers_read (reader, question->text, question->of, &question->by, question->limit, error);
}

void
daybook_answers_read_async (DaybookLane         *lane,
                            const char          *text,
                            DaybookAnswersOf     of,
                            const DaybookNearBy *by,
                            guint                limit,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             data)
{
  Question *question = g_new0 (Question, 1);

  question->text = g_strdup (text);
  question->of = of;
  question->limit = limit;
  question->by = *by;
  question->by.reg = g_strdup (by->reg);
  question->by.stage = g_strdup (by->stage);
  if (by->agent != NULL)
    {
      question->agent = *by->agent;
      question->by.agent = &question->agent;
    }
  daybook_lane_run_async (lane, read_in_db, question, question_free, (GDestroyNotify) g_ptr_array_unref, cancellable, callback, data);
}

GPtrArray *
daybook_answers_read_finish (GAsyncResult  *result,
                             GError       **error)
{
  return daybook_lane_run_finish (result, error);
}
