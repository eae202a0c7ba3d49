/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/find-row.h"
#include "cli/output.h"
#include "cli/plain-rows.h"
#include "cli/print-act.h"
#include "cli/read-field.h"

#include "core/customer.h"
#include "core/order.h"
#include "exchange/plot-file.h"
#include "exchange/survey-plot.h"
#include "store/survey-act.h"

#include <glib/gi18n-lib.h>

static DaybookReader *
reader_of (DaybookCli *cli)
{
  return daybook_store_get_reader (cli->store);
}

static gboolean
run_list (DaybookCli  *cli,
          char       **arguments,
          GError     **error)
{
  return daybook_plain_rows_list (cli, &daybook_surveys, arguments, NULL, "-at", error);
}

/* --- add ------------------------------------------------------------------------------- */

/* "5,4,-,3": a dash is no answer. */
static gboolean
read_stars (const char         *word,
            DaybookSurveySaid  *said,
            GError            **error)
{
  g_auto(GStrv) parts = g_strsplit (word, ",", -1);

  if (g_strv_length (parts) == DAYBOOK_SURVEY_N_QUESTIONS)
    {
      guint n = 0;

      for (guint i = 0; i < DAYBOOK_SURVEY_N_QUESTIONS; i++)
        {
          const char *part = g_strstrip (parts[i]);

          said->stars[i] = part[0] >= '1' && part[0] <= '5' && part[1] == '\0' ? (guint) (part[0] - '0') : 0;
          n += said->stars[i] != 0 || g_str_equal (part, "-");
        }
      if (n == DAYBOOK_SURVEY_N_QUESTIONS)
        return TRUE;
    }

  g_set_error (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE,
               _("“%s” is not four answers of one to five stars, such as 5,4,-,3; a dash is none."), word);
  return FALSE;
}

static DaybookRow *
find_of (DaybookCli  *cli,
         const char  *word,
         GError     **error)
{
  g_autoptr(DaybookRow) row = daybook_find_any_row (cli->store, word, error);
  const DaybookTable *base = row != NULL ? daybook_table_base (row->table) : NULL;

  if (base == &daybook_cases || base == &daybook_orders || base == &daybook_customers)
    return g_steal_pointer (&row);
  if (row != NULL)
    g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, _("“%s” is no case, order or customer."), word);
  return NULL;
}

typedef struct
{
  char *stars;
  char *opinion;
  char *served;
  char *channel;
  gboolean becomes[DAYBOOK_SAID_N];
} AddWords;

static void
clear_add (AddWords *words)
{
  g_free (words->stars);
  g_free (words->opinion);
  g_free (words->served);
  g_free (words->channel);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AddWords, clear_add)

static gboolean
add_survey (DaybookCli      *cli,
            const char      *word,
            const AddWords  *words,
            GError         **error)
{
  g_autoptr(DaybookRow) of = find_of (cli, word, error);
  g_autoptr(DaybookRow) served = of != NULL && words->served != NULL ? daybook_find_agent (cli->store, words->served, error) : NULL;
  DaybookSurveySaid said = { .opinion = words->opinion };
  g_autoptr(DaybookEdit) edit = NULL;
  gint64 channel = 0;
  DaybookId id;

  if (of == NULL || (words->served != NULL && served == NULL)
      || !daybook_read_word (cli, &daybook_surveys.fields[DAYBOOK_SURVEY_CHANNEL], words->channel, &channel, error)
      || (words->stars != NULL && !read_stars (words->stars, &said, error)))
    return FALSE;

  said.channel = (DaybookChannel) channel;
  said.served = served != NULL ? &served->id : NULL;
  edit = daybook_survey_act (cli->store, of, &said, words->becomes, &id, error);
  return edit != NULL && daybook_commit_and_print_row (cli, edit, &daybook_surveys, &id, error);
}

static gboolean
run_add (DaybookCli  *cli,
         char       **arguments,
         GError     **error)
{
  g_auto(AddWords) said = { NULL };
  const GOptionEntry entries[] = {
    { "stars", 0, 0, G_OPTION_ARG_FILENAME, &said.stars, N_("Easy to reach, attitude, ability, result: 5,4,-,3"), N_("STARS") },
    { "opinion", 0, 0, G_OPTION_ARG_FILENAME, &said.opinion, N_("What the customer thinks besides"), N_("TEXT") },
    { "served", 0, 0, G_OPTION_ARG_FILENAME, &said.served, N_("Who had served them"), N_("AGENT") },
    { "channel", 0, 0, G_OPTION_ARG_FILENAME, &said.channel, N_("By which way they were asked"), N_("CHANNEL") },
    { "complaint", 0, 0, G_OPTION_ARG_NONE, &said.becomes[DAYBOOK_SAID_COMPLAINT], N_("Open a complaint of it"), NULL },
    { "suggestion", 0, 0, G_OPTION_ARG_NONE, &said.becomes[DAYBOOK_SAID_SUGGESTION], N_("Keep the opinion as a suggestion"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 1, 1, error);

  return words != NULL && daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) != NULL && daybook_cli_check_author (cli, error)
         && add_survey (cli, words[0], &said, error);
}

/* --- case -------------------------------------------------------------------------------- */

static gboolean
read_what (const char       *word,
           DaybookSaidCase  *what,
           GError          **error)
{
  for (guint i = 0; i < DAYBOOK_SAID_N; i++)
    if (g_str_equal (word, daybook_surveys.fields[DAYBOOK_SAID_FIELD (i)].name))
      {
        *what = (DaybookSaidCase) i;
        return TRUE;
      }

  g_set_error (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, _("A survey becomes a complaint or a suggestion, not “%s”."), word);
  return FALSE;
}

static gboolean
run_case (DaybookCli  *cli,
          char       **arguments,
          GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 2, 2, error);
  g_autoptr(DaybookRow) survey = NULL;
  g_autoptr(DaybookEdit) edit = NULL;
  DaybookSaidCase what;
  DaybookId id;

  if (words == NULL || !read_what (words[1], &what, error) || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL
      || !daybook_cli_check_author (cli, error) || (survey = daybook_find_row_in_use (cli->store, &daybook_surveys, words[0], error)) == NULL
      || (edit = daybook_said_case_act (cli->store, what, survey, &id, error)) == NULL)
    return FALSE;

  return daybook_commit_and_print_row (cli, edit, &daybook_surveys, &survey->id, error);
}

/* --- figures ---------------------------------------------------------------------------- */

/* Two decimals are more than a survey knows. */
static void
set_average (JsonObject *object,
             const char *member,
             double      average)
{
  if (average > 0)
    json_object_set_double_member (object, member, (double) (gint64) (average * 100 + 0.5) / 100);
  else
    json_object_set_null_member (object, member);
}

static JsonObject *
figure_to_json (DaybookCli                *cli,
                const DaybookSurveyFigure *figure)
{
  JsonObject *object = json_object_new ();
  JsonArray *ids = json_array_new ();

  json_object_set_string_member (object, "name", figure->name);
  daybook_json_set_id (object, "agent", &figure->agent);
  json_object_set_int_member (object, "surveys", figure->n);
  set_average (object, "average", figure->average);
  for (guint i = 0; i < DAYBOOK_SURVEY_N_QUESTIONS; i++)
    set_average (object, daybook_surveys.fields[DAYBOOK_SURVEY_QUESTION (i)].name, figure->averages[i]);
  for (guint i = 0; i < figure->rows->len; i++)
    {
      g_autoptr(DaybookRow) row = daybook_reader_row (reader_of (cli), &daybook_surveys, g_array_index (figure->rows, gint64, i), NULL);
      char id[DAYBOOK_ID_STRING_SIZE];

      if (row == NULL)
        continue;
      daybook_id_print (&row->id, id);
      json_array_add_string_element (ids, id);
    }
  json_object_set_array_member (object, "ids", ids);
  return object;
}

static void
add_average (DaybookTextTable *table,
             double            average)
{
  g_autofree char *text = average > 0 ? g_strdup_printf ("%.2f", average) : g_strdup ("");

  daybook_text_table_cell (table, text);
}

static void
print_text (GPtrArray *figures)
{
  g_autoptr(DaybookTextTable) table = daybook_print_new_table ();

  daybook_text_table_column (table, _("Name"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("Surveys"), DAYBOOK_ALIGN_RIGHT);
  daybook_text_table_column (table, C_("survey", "Average"), DAYBOOK_ALIGN_RIGHT);
  for (guint i = 0; i < DAYBOOK_SURVEY_N_QUESTIONS; i++)
    daybook_text_table_column (table, _(daybook_surveys.fields[DAYBOOK_SURVEY_QUESTION (i)].label), DAYBOOK_ALIGN_RIGHT);
  for (guint i = 0; i < figures->len; i++)
    {
      const DaybookSurveyFigure *figure = g_ptr_array_index (figures, i);
      g_autofree char *n = g_strdup_printf ("%u", figure->n);

      daybook_text_table_row (table);
      daybook_text_table_cell (table, *figure->name != '\0' ? figure->name : "—");
      daybook_text_table_cell (table, n);
      add_average (table, figure->average);
      for (guint question = 0; question < DAYBOOK_SURVEY_N_QUESTIONS; question++)
        add_average (table, figure->averages[question]);
    }
  daybook_print_table (table);
}

static gboolean
read_by (const char        *word,
         DaybookSurveysBy  *by,
         GError           **error)
{
  static const char *const WORDS[] = { "all", "agent", "month" };

  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    if (word == NULL || g_str_equal (word, WORDS[i]))
      {
        *by = (DaybookSurveysBy) i;
        return TRUE;
      }

  g_set_error (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, _("Figures are by all, agent or month, not by “%s”."), word);
  return FALSE;
}

/* The options, as written. */
typedef struct
{
  char *by;
  char *from;
  char *until;
  char *plot;
} FigureWords;

static void
clear_figure_words (FigureWords *words)
{
  g_free (words->by);
  g_free (words->from);
  g_free (words->until);
  g_free (words->plot);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FigureWords, clear_figure_words)

/* Of the same span, by month, as a picture or a table. */
static gboolean
save_plot (DaybookCli  *cli,
           const char  *path,
           gint64       from,
           gint64       until,
           GError     **error)
{
  g_autoptr(GPtrArray) months = daybook_survey_figures (reader_of (cli), DAYBOOK_SURVEYS_BY_MONTH, from, until, error);
  g_autoptr(DaybookPlot) plot = months != NULL ? daybook_survey_plot (months) : NULL;

  if (months != NULL && plot == NULL)
    g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND, _("Nobody was asked in that time: there is nothing to draw."));
  return plot != NULL && daybook_plot_save (plot, path, error);
}

static void
print_json (DaybookCli *cli,
            GPtrArray  *figures)
{
  daybook_print_list_begin ("survey_figures", figures->len);
  for (guint i = 0; i < figures->len; i++)
    {
      g_autoptr(JsonObject) object = figure_to_json (cli, g_ptr_array_index (figures, i));

      daybook_print_list_row (object, i);
    }
  daybook_print_list_end ();
}

static gboolean
run_figures (DaybookCli  *cli,
             char       **arguments,
             GError     **error)
{
  g_auto(FigureWords) said = { NULL };
  const GOptionEntry entries[] = {
    { "by", 0, 0, G_OPTION_ARG_FILENAME, &said.by, N_("all (the usual), agent, month"), N_("WORD") },
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &said.from, N_("Only what was said from then on: 2026-11-01, today-30"), N_("TIME") },
    { "until", 0, 0, G_OPTION_ARG_FILENAME, &said.until, N_("Only what was said before then"), N_("TIME") },
    { "plot", 0, 0, G_OPTION_ARG_FILENAME, &said.plot, N_("Draw the four questions by month into a file: .png, .pdf, .svg; .csv: their figures"), N_("FILE") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 0, 0, error);
  const DaybookField *at = &daybook_surveys.fields[DAYBOOK_SURVEY_AT];
  g_autoptr(GPtrArray) figures = NULL;
  gint64 from, until;
  DaybookSurveysBy by;

  if (words == NULL || !read_by (said.by, &by, error) || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL
      || !daybook_read_word (cli, at, said.from, &from, error) || !daybook_read_word (cli, at, said.until, &until, error)
      || (figures = daybook_survey_figures (reader_of (cli), by, from, until, error)) == NULL
      || (said.plot != NULL && !save_plot (cli, said.plot, from, until, error)))
    return FALSE;

  if (daybook_cli_is_json (cli))
    print_json (cli, figures);
  else
    print_text (figures);
  return TRUE;
}

static gboolean
run_survey (DaybookCli  *cli,
            char       **arguments,
            GError     **error)
{
  static const DaybookVerb VERBS[] = {
    { "add", run_add },
    { "list", run_list },
    { "case", run_case },
    { "figures", run_figures },
    { NULL, NULL },
  };

  return daybook_cli_run_verb (cli, VERBS, arguments, error);
}

const DaybookCommand daybook_command_survey = {
  "survey",
  "add ID --stars STARS [--opinion TEXT] [--served AGENT] [--channel CHANNEL] [--complaint] [--suggestion]"
  " | list [--where EXPR] [--limit N] [--after ID] | case SURVEY complaint | case SURVEY suggestion"
  " | figures [--by WORD] [--from TIME] [--until TIME] [--plot FILE]",
  N_("Write down how customers found the service, and what that comes to"),
  DAYBOOK_WORDS_TEXT,
  run_survey,
};
