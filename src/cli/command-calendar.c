/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/due-key.h"
#include "cli/output.h"
#include "cli/print-act.h"
#include "cli/week-days.h"

#include "core/moment.h"
#include "core/opening.h"
#include "store/rules.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *
given (const DaybookRow *row,
       guint             field)
{
  const char *text = row != NULL && daybook_row_int (row, DAYBOOK_OPENING_DELETED) == 0 ? daybook_row_text (row, field) : "";

  if (*text != '\0')
    return text;
  return field == DAYBOOK_OPENING_WEEK ? daybook_opening_default () : "{}";
}

/* --- show ----------------------------------------------------------------------------- */

static void
print_json (DaybookCli            *cli,
            const DaybookRow      *row,
            const DaybookDueTerms *terms)
{
  g_autoptr(JsonObject) object = json_object_new ();
  gint64 now = daybook_store_get_now (cli->store);
  gint64 opens = daybook_calendar_next_open (terms->open, terms->zone, now);

  json_object_set_string_member (object, "zone", g_time_zone_get_identifier (terms->zone));
  json_object_set_member (object, "week", json_from_string (given (row, DAYBOOK_OPENING_WEEK), NULL));
  json_object_set_member (object, "days", json_from_string (given (row, DAYBOOK_OPENING_DAYS), NULL));
  json_object_set_boolean_member (object, "open", daybook_calendar_is_open (terms->open, terms->zone, now));
  daybook_json_set_moment (object, "opens", cli, opens != G_MAXINT64 ? opens : 0);
  daybook_print_json (object);
}

static void
print_day (DaybookTextTable *table,
           const char       *json,
           const char       *day)
{
  g_auto(GStrv) spans = daybook_opening_spans (json, day);
  g_autofree char *joined = spans != NULL && spans[0] != NULL ? g_strjoinv (", ", spans) : g_strdup (_("closed"));

  daybook_text_table_row (table);
  daybook_text_table_cell (table, day);
  daybook_text_table_cell (table, joined);
}

static void
print_text (const DaybookRow *row)
{
  g_autoptr(DaybookTextTable) table = daybook_print_new_table ();
  g_autoptr(JsonNode) days = json_from_string (given (row, DAYBOOK_OPENING_DAYS), NULL);
  g_autoptr(GList) names = json_object_get_members (json_node_get_object (days));

  daybook_text_table_column (table, _("Day"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("Open"), DAYBOOK_ALIGN_WHOLE);
  for (guint i = 0; daybook_week_days[i] != NULL; i++)
    print_day (table, given (row, DAYBOOK_OPENING_WEEK), daybook_week_days[i]);
  names = g_list_sort (g_steal_pointer (&names), (GCompareFunc) strcmp);
  for (GList *name = names; name != NULL; name = name->next)
    print_day (table, given (row, DAYBOOK_OPENING_DAYS), name->data);
  daybook_print_table (table);
}

static gboolean
show (DaybookCli  *cli,
      GError     **error)
{
  GError *local = NULL;
  g_autoptr(DaybookRow) row = daybook_reader_opening (daybook_store_get_reader (cli->store), &local);
  g_auto(DaybookDueTerms) terms = { 0 };

  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  if (!daybook_reader_due_terms (daybook_store_get_reader (cli->store), &terms, error))
    return FALSE;

  if (daybook_cli_is_json (cli))
    print_json (cli, row, &terms);
  else
    print_text (row);
  return TRUE;
}

static gboolean
run_show (DaybookCli  *cli,
          char       **arguments,
          GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 0, 0, error);

  return words != NULL && daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) != NULL && show (cli, error);
}

/* --- set -------------------------------------------------------------------------------- */

/* What is said by now; both begin as they are. */
typedef struct
{
  char     *week;
  char     *days;
  gboolean  week_said;
  gboolean  days_said;
} Said;

static void
clear_said (Said *said)
{
  g_free (said->week);
  g_free (said->days);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Said, clear_said)

static void
say (char              **json,
     const char         *day,
     const char *const  *spans)
{
  char *changed = daybook_opening_say (*json, day, spans);

  g_free (*json);
  *json = changed;
}

/* DAY=SPANS; SPANS may be “closed”, and of a date “usual”. */
static gboolean
read_assignment (Said        *said,
                 const char  *word,
                 GError     **error)
{
  const char *equals = strchr (word, '=');
  g_autofree char *day = equals != NULL ? g_strndup (word, (gsize) (equals - word)) : g_strdup (word);
  gboolean usual = equals != NULL && g_str_equal (equals + 1, "usual");
  g_auto(GStrv) spans = equals != NULL && !usual ? daybook_opening_read_spans (equals + 1) : NULL;
  const char *one[2];
  const char *const *week = daybook_read_week_days (day, one);

  if (equals == NULL || (usual && week != NULL))
    {
      g_set_error (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, _("“%s” is not DAY=SPANS, such as mon=08:00-12:00,13:00-17:30."), word);
      return FALSE;
    }
  if (week == NULL)
    {
      char *days = daybook_opening_say_days (said->days, day, (const char *const *) spans, error);

      if (days == NULL)
        return FALSE;
      g_free (said->days);
      said->days = days;
      said->days_said = TRUE;
      return TRUE;
    }

  for (guint i = 0; week[i] != NULL; i++)
    say (&said->week, week[i], (const char *const *) spans);
  said->week_said = TRUE;
  return TRUE;
}

static gboolean
set (DaybookCli  *cli,
     char       **words,
     GError     **error)
{
  GError *local = NULL;
  g_autoptr(DaybookRow) row = daybook_reader_opening (daybook_store_get_reader (cli->store), &local);
  g_auto(Said) said = { g_strdup (given (row, DAYBOOK_OPENING_WEEK)), g_strdup (given (row, DAYBOOK_OPENING_DAYS)), FALSE, FALSE };
  g_autoptr(DaybookEdit) edit = NULL;

  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  for (guint i = 0; words[i] != NULL; i++)
    if (!read_assignment (&said, words[i], error))
      return FALSE;

  edit = daybook_cli_new_edit (cli, _("Opening hours"));
  daybook_opening_write (edit, row, said.week_said ? said.week : NULL, said.days_said ? said.days : NULL);
  g_autoptr(DaybookOutcome) outcome = daybook_store_commit (cli->store, edit, error);
  return outcome != NULL && daybook_cli_settle_due (cli, error) && show (cli, error);
}

static gboolean
run_set (DaybookCli  *cli,
         char       **arguments,
         GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 1, G_MAXUINT, error);

  return words != NULL && daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) != NULL && daybook_cli_check_right (cli, DAYBOOK_RIGHT_SETTINGS, error)
         && set (cli, words, error);
}

static gboolean
run_calendar (DaybookCli  *cli,
              char       **arguments,
              GError     **error)
{
  static const DaybookVerb VERBS[] = {
    { "show", run_show },
    { "set", run_set },
    { NULL, NULL },
  };

  return daybook_cli_run_verb (cli, VERBS, arguments, error);
}

const DaybookCommand daybook_command_calendar = {
  "calendar", "show | set DAY=SPANS…",
  N_("Show or set the opening hours, by which things are due"),
  DAYBOOK_WORDS_TEXT,
  run_calendar,
};
