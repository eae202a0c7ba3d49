/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/survey-figures.h"

#include "core/day.h"
#include "store/reader-private.h"

typedef struct
{
  DaybookSurveyFigure *figure;
  guint                sums[DAYBOOK_SURVEY_N_QUESTIONS];
  guint                counts[DAYBOOK_SURVEY_N_QUESTIONS];
} Pile;

void
daybook_survey_figure_free (DaybookSurveyFigure *figure)
{
  g_clear_pointer (&figure->rows, g_array_unref);
  g_free (figure->name);
  g_free (figure);
}

/* At most the days of a month: "2026-11" of "2026-11-29". */
static char *
name_month (DaybookReader *reader,
            gint64         at)
{
  g_autofree char *day = daybook_day_of (at, daybook_store_get_zone (reader->store));

  return g_strndup (day, 7);
}

/* Under what a survey counts. (transfer full) */
static char *
name_pile (DaybookReader    *reader,
           DaybookStatement *statement,
           DaybookSurveysBy  by)
{
  switch (by)
    {
    case DAYBOOK_SURVEYS_BY_AGENT:
      return g_strdup (daybook_column_text (statement, 2));
    case DAYBOOK_SURVEYS_BY_MONTH:
      return name_month (reader, sqlite3_column_int64 (statement, 1));
    case DAYBOOK_SURVEYS_TOGETHER:
    default:
      return g_strdup ("");
    }
}

/* By the agent, where there is one: two may have one name. */
static Pile *
obtain_pile (GHashTable       *piles,
             GPtrArray        *figures,
             DaybookStatement *statement,
             const char       *name)
{
  DaybookId agent = { { 0 } };
  g_autofree char *key = NULL;
  Pile *pile;

  if (sqlite3_column_type (statement, 3) != SQLITE_NULL)
    daybook_column_id (statement, 3, &agent);
  key = daybook_id_is_null (&agent) ? g_strdup (name) : daybook_id_to_string (&agent);
  pile = g_hash_table_lookup (piles, key);
  if (pile != NULL)
    return pile;

  pile = g_new0 (Pile, 1);
  pile->figure = g_new0 (DaybookSurveyFigure, 1);
  pile->figure->name = g_strdup (name);
  pile->figure->agent = agent;
  pile->figure->rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_hash_table_insert (piles, g_steal_pointer (&key), pile);
  g_ptr_array_add (figures, pile->figure);
  return pile;
}

static void
add_survey (Pile             *pile,
            DaybookStatement *statement)
{
  gint64 key = sqlite3_column_int64 (statement, 0);

  pile->figure->n++;
  g_array_append_val (pile->figure->rows, key);
  for (guint i = 0; i < DAYBOOK_SURVEY_N_QUESTIONS; i++)
    if (sqlite3_column_type (statement, (int) i + 4) != SQLITE_NULL)
      {
        pile->sums[i] += (guint) CLAMP (sqlite3_column_int64 (statement, (int) i + 4), 0, DAYBOOK_SURVEY_MOST);
        pile->counts[i]++;
      }
}

static void
reckon (Pile *pile)
{
  guint sum = 0, n = 0;

  for (guint i = 0; i < DAYBOOK_SURVEY_N_QUESTIONS; i++)
    {
      pile->figure->averages[i] = pile->counts[i] > 0 ? (double) pile->sums[i] / pile->counts[i] : 0;
      sum += pile->sums[i];
      n += pile->counts[i];
    }
  pile->figure->average = n > 0 ? (double) sum / n : 0;
}

static int
compare_low (gconstpointer a,
             gconstpointer b)
{
  const DaybookSurveyFigure *first = *(DaybookSurveyFigure *const *) a, *second = *(DaybookSurveyFigure *const *) b;
  int by_nobody = daybook_id_is_null (&first->agent) - daybook_id_is_null (&second->agent);

  return by_nobody != 0 ? by_nobody : first->average < second->average ? -1 : first->average > second->average;
}

static int
compare_new (gconstpointer a,
             gconstpointer b)
{
  return -g_strcmp0 ((*(DaybookSurveyFigure *const *) a)->name, (*(DaybookSurveyFigure *const *) b)->name);
}

static DaybookStatement *
select_surveys (DaybookReader  *reader,
                gint64          from,
                gint64          to,
                GError        **error)
{
  DaybookStatement *statement = daybook_database_prepare (reader->db,
    "SELECT s.rowid, s.at, a.name, CASE WHEN :agents THEN a.id END, s.convenience, s.attitude, s.ability, s.result"
    " FROM surveys s LEFT JOIN agents a ON a.rowid = s.served"
    " WHERE s.deleted = 0 AND s.at >= :from AND (:to = 0 OR s.at < :to) ORDER BY s.at, s.rowid", error);

  if (statement == NULL)
    return NULL;

  daybook_bind_int (statement, ":from", from);
  daybook_bind_int (statement, ":to", to);
  return statement;
}

GPtrArray *
daybook_survey_figures (DaybookReader     *reader,
                        DaybookSurveysBy   by,
                        gint64             from,
                        gint64             to,
                        GError           **error)
{
  g_autoptr(GPtrArray) figures = g_ptr_array_new_with_free_func ((GDestroyNotify) daybook_survey_figure_free);
  g_autoptr(GHashTable) piles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(DaybookStatement) statement = select_surveys (reader, from, to, error);
  GHashTableIter iter;
  GError *local = NULL;
  gpointer pile;

  if (statement == NULL)
    return NULL;

  daybook_bind_int (statement, ":agents", by == DAYBOOK_SURVEYS_BY_AGENT);
  while (daybook_statement_next (statement, &local))
    {
      g_autofree char *name = name_pile (reader, statement, by);

      add_survey (obtain_pile (piles, figures, statement, name), statement);
    }
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return NULL;
    }

  g_hash_table_iter_init (&iter, piles);
  while (g_hash_table_iter_next (&iter, NULL, &pile))
    reckon (pile);
  if (by != DAYBOOK_SURVEYS_TOGETHER)
    g_ptr_array_sort (figures, by == DAYBOOK_SURVEYS_BY_AGENT ? compare_low : compare_new);
  return g_steal_pointer (&figures);
}
