/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/due-key.h"
#include "cli/fill-phrase.h"
#include "cli/find-row.h"
#include "cli/output.h"
#include "cli/print-act.h"
#include "cli/print-list.h"
#include "cli/print-row.h"
#include "cli/read-field.h"
#include "cli/read-query.h"

#include "core/customer.h"
#include "core/phrase.h"
#include "store/activities.h"
#include "store/customer-value.h"
#include "store/days-ahead.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of these a customer's value is told, as in the report at first. */
#define VALUE_MONTHS 12

static DaybookReader *
reader_of (DaybookCli *cli)
{
  return daybook_store_get_reader (cli->store);
}

/* --- What is printed ------------------------------------------------------------------------ */

static void
set_counts (JsonObject                  *object,
            const DaybookActivityCounts *counts)
{
  json_object_set_int_member (object, "customers", counts->all);
  json_object_set_int_member (object, "open", counts->of[DAYBOOK_ACTIVITY_OPEN]);
  json_object_set_int_member (object, "sent", counts->of[DAYBOOK_ACTIVITY_SENT]);
  json_object_set_int_member (object, "skipped", counts->of[DAYBOOK_ACTIVITY_SKIPPED]);
  json_object_set_int_member (object, "unwanted", counts->of[DAYBOOK_ACTIVITY_UNWANTED]);
}

/* With those who were left out when it was made; NULL: it is not being made. */
static gboolean
print_activity (DaybookCli                   *cli,
                const DaybookId              *id,
                const DaybookActivityPeople  *people,
                GError                      **error)
{
  g_autoptr(DaybookRow) row = daybook_reader_find (reader_of (cli), &daybook_activities, id, error);
  g_autoptr(JsonObject) object = row != NULL ? daybook_row_to_json (cli, row) : NULL;
  DaybookActivityCounts counts;

  if (row == NULL || !daybook_reader_activity_counts (reader_of (cli), row, &counts, error))
    return FALSE;

  set_counts (object, &counts);
  if (people != NULL)
    {
      json_object_set_int_member (object, "left_out_quiet", people->n_quiet);
      json_object_set_int_member (object, "left_out_merged", people->n_merged);
      json_object_set_int_member (object, "no_consent", people->n_no_consent);
    }
  if (daybook_cli_is_json (cli))
    {
      daybook_print_json (object);
      return TRUE;
    }

  daybook_print_details (cli, row);
  daybook_print (_("%u of %u done: %u sent, %u skipped, %u want no messages.\n"), counts.all - counts.of[DAYBOOK_ACTIVITY_OPEN], counts.all,
                 counts.of[DAYBOOK_ACTIVITY_SENT], counts.of[DAYBOOK_ACTIVITY_SKIPPED], counts.of[DAYBOOK_ACTIVITY_UNWANTED]);
  if (people != NULL && people->n_quiet > 0)
    daybook_print (_("Left out because they want no messages: %u.\n"), people->n_quiet);
  if (people != NULL && people->n_no_consent > 0)
    daybook_print (_("Have given no consent: %u.\n"), people->n_no_consent);
  return TRUE;
}

/* --- new ---------------------------------------------------------------------------------------- */

typedef struct
{
  char *view;
  char *where;
  char *grade;
  char *tag;
  char *segment;
  gboolean days;
  char *phrase;
  char *channel;
} NewWords;

static void
clear_new (NewWords *words)
{
  g_free (words->view);
  g_free (words->where);
  g_free (words->grade);
  g_free (words->tag);
  g_free (words->segment);
  g_free (words->phrase);
  g_free (words->channel);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NewWords, clear_new)

/* (transfer full) */
static DaybookQuery *
find_valued (DaybookCli  *cli,
             const char  *segment,
             GError     **error)
{
  int found = daybook_segment_find (segment);
  g_autoptr(DaybookCustomerValue) value = NULL;

  if (found < 0)
    {
      g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND, _("There is no segment “%s”. “daybookctl report value --json” names them."), segment);
      return NULL;
    }

  value = daybook_customer_value_read (cli->store, VALUE_MONTHS, NULL, NULL, NULL, error);
  return value != NULL ? daybook_customer_value_query (value, (guint) found) : NULL;
}

/* Only those, besides what else was said. Both at once would be hardly anybody. */
static gboolean
add_found (DaybookCli      *cli,
           const NewWords  *said,
           DaybookQuery    *query,
           GError         **error)
{
  g_autoptr(DaybookQuery) found = NULL;

  if (said->segment == NULL && !said->days)
    return TRUE;
  if (said->segment != NULL && said->days)
    {
      g_set_error_literal (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, _("Say either --segment or --days."));
      return FALSE;
    }

  if (said->days && !daybook_cli_settle_due (cli, error))
    return FALSE;

  found = said->days ? daybook_reader_customers_of_days (reader_of (cli), daybook_store_get_now (cli->store), DAYBOOK_DAYS_TO_COME, error)
                     : find_valued (cli, said->segment, error);
  if (found != NULL)
    daybook_query_set_keys (query, found->keys, found->keys_name);
  return found != NULL;
}

/* What the list keeps of it. */
static char *
describe_whom (const DaybookQuery *query)
{
  g_autofree char *where = daybook_query_print_where (query);

  if (query->keys_name == NULL)
    return g_steal_pointer (&where);

  return *where != '\0' ? g_strdup_printf ("%s: %s", query->keys_name, where) : g_strdup (query->keys_name);
}

static DaybookQuery *
read_segment (DaybookCli      *cli,
              const NewWords  *said,
              GError         **error)
{
  g_autoptr(DaybookQuery) query = NULL;

  if (said->view == NULL && said->where == NULL && said->grade == NULL && said->tag == NULL && said->segment == NULL && !said->days)
    {
      g_set_error_literal (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE,
                           _("Say for whom it is: --where EXPR, --view NAME, --grade GRADE, --tag TAG, --segment SEGMENT or --days."));
      return NULL;
    }

  query = daybook_read_list (cli, &daybook_customers, said->view, said->where, NULL, error);
  if (query == NULL || !add_found (cli, said, query, error))
    return NULL;
  if (said->grade != NULL)
    daybook_query_add (query, DAYBOOK_CUSTOMER_GRADE, DAYBOOK_OP_EQ, (const char *const[]) { said->grade, NULL });
  if (said->tag != NULL)
    daybook_query_add (query, DAYBOOK_CUSTOMER_TAGS, DAYBOOK_OP_CONTAINS, (const char *const[]) { said->tag, NULL });
  return g_steal_pointer (&query);
}

/* NULL where none is wanted, or on error. */
static DaybookRow *
read_phrase (DaybookCli      *cli,
             const NewWords  *said,
             GError         **error)
{
  return said->phrase != NULL ? daybook_find_phrase (cli, said->phrase, DAYBOOK_LANGUAGE_ANY, said->channel, error) : NULL;
}

static gboolean
make_list (DaybookCli      *cli,
           const char      *title,
           const NewWords  *said,
           gint64           channel,
           GError         **error)
{
  g_autoptr(DaybookQuery) query = read_segment (cli, said, error);
  g_autofree char *where = query != NULL ? describe_whom (query) : NULL;
  g_autoptr(DaybookActivityPeople) people = query != NULL ? daybook_reader_activity_people (reader_of (cli), query, error) : NULL;
  g_autoptr(DaybookRow) phrase = people != NULL ? read_phrase (cli, said, error) : NULL;
  g_autoptr(DaybookEdit) edit = NULL;
  g_autoptr(DaybookOutcome) outcome = NULL;
  DaybookId id;

  if (people == NULL || (said->phrase != NULL && phrase == NULL))
    return FALSE;

  const DaybookActivityPlan plan = {
    .title = title, .where = where, .phrase = phrase != NULL ? &phrase->id : NULL, .channel = (DaybookChannel) channel,
  };
  edit = daybook_activity_act_new (cli->store, &plan, people, &id, error);
  outcome = edit != NULL ? daybook_store_commit (cli->store, edit, error) : NULL;
  return outcome != NULL && print_activity (cli, &id, people, error);
}

static gboolean
run_new (DaybookCli  *cli,
         char       **arguments,
         GError     **error)
{
  g_auto(NewWords) said = { 0 };
  const GOptionEntry entries[] = {
    { "view", 0, 0, G_OPTION_ARG_FILENAME, &said.view, N_("The customers that this view shows"), N_("NAME") },
    { "where", 0, 0, G_OPTION_ARG_FILENAME, &said.where, N_("Only rows for which this holds"), N_("EXPR") },
    { "grade", 0, 0, G_OPTION_ARG_FILENAME, &said.grade, N_("Those of this VIP grade: vip_1, vip_2, vip_3"), N_("GRADE") },
    { "tag", 0, 0, G_OPTION_ARG_FILENAME, &said.tag, N_("Those with this tag"), N_("TAG") },
    { "segment", 0, 0, G_OPTION_ARG_FILENAME, &said.segment, N_("Those in this segment of customer value: champions, lost, …"), N_("SEGMENT") },
    { "days", 0, 0, G_OPTION_ARG_NONE, &said.days, N_("Those who have a day to remember within thirty days"), NULL },
    { "phrase", 0, 0, G_OPTION_ARG_FILENAME, &said.phrase, N_("What each of them is told"), N_("PHRASE") },
    { "channel", 0, 0, G_OPTION_ARG_FILENAME, &said.channel, N_("By which way it is said: phone, wechat, shop_chat, …"), N_("CHANNEL") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 1, 1, error);
  gint64 channel;

  return words != NULL && daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) != NULL && daybook_cli_check_author (cli, error)
         && daybook_read_word (cli, &daybook_activities.fields[DAYBOOK_ACTIVITY_CHANNEL], said.channel, &channel, error)
         && make_list (cli, words[0], &said, channel, error);
}

/* --- list, show ------------------------------------------------------------------------------------ */

static gboolean
run_list (DaybookCli  *cli,
          char       **arguments,
          GError     **error)
{
  g_auto(DaybookListRange) range = DAYBOOK_LIST_RANGE_INIT;
  const GOptionEntry entries[] = {
    DAYBOOK_LIST_OPTIONS (range),
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 0, 0, error);
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_activities);

  return words != NULL && daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) != NULL
         && daybook_print_query (cli, daybook_activities.plural, query, &range, error);
}

/* By its id, else the newest of that title. */
static DaybookRow *
find_activity (DaybookCli  *cli,
               const char  *word,
               GError     **error)
{
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_activities);
  g_autoptr(GArray) keys = NULL;
  DaybookId id;

  if (daybook_id_parse (word, &id))
    return daybook_find_row_in_use (cli->store, &daybook_activities, word, error);

  daybook_query_add (query, DAYBOOK_ACTIVITY_TITLE, DAYBOOK_OP_EQ, (const char *const[]) { word, NULL });
  keys = daybook_reader_keys (reader_of (cli), query, 1, error);
  if (keys != NULL && keys->len > 0)
    return daybook_reader_row (reader_of (cli), &daybook_activities, g_array_index (keys, gint64, 0), error);

  if (keys != NULL)
    g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND,
                 _("There is no activity list “%s”. “daybookctl activity list” shows which there are."), word);
  return NULL;
}

static gboolean
run_show (DaybookCli  *cli,
          char       **arguments,
          GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 1, 1, error);
  g_autoptr(DaybookRow) row = words != NULL && daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) != NULL ? find_activity (cli, words[0], error) : NULL;

  return row != NULL && print_activity (cli, &row->id, NULL, error);
}

/* --- next ------------------------------------------------------------------------------------------- */

/* The text with what is asked in it still; NULL where the list has no phrase. */
static gboolean
fill_line (DaybookCli            *cli,
           const DaybookRow      *activity,
           const DaybookRow      *line,
           DaybookRow           **customer,
           DaybookPhraseFilling **filling,
           GError               **error)
{
  *customer = daybook_reader_find (reader_of (cli), &daybook_customers, daybook_row_ref_id (line, DAYBOOK_ACTIVITY_LINE_CUSTOMER), error);
  if (*customer == NULL || !daybook_row_has (activity, DAYBOOK_ACTIVITY_PHRASE))
    return *customer != NULL;

  *filling = daybook_activity_fill (cli->store, activity, *customer, NULL, error);
  return *filling != NULL;
}

static void
print_line (DaybookCli                 *cli,
            const DaybookRow           *line,
            const DaybookRow           *customer,
            const DaybookPhraseFilling *filling)
{
  g_autoptr(JsonObject) object = daybook_row_to_json (cli, line);
  g_autofree char *name = daybook_row_display_title (cli, customer);
  JsonArray *blanks = json_array_new ();

  for (guint i = 0; filling != NULL && i < filling->blanks->len; i++)
    json_array_add_string_element (blanks, ((const DaybookPhraseBlank *) g_ptr_array_index (filling->blanks, i))->name);
  daybook_json_set_text (object, "text", filling != NULL ? filling->text : NULL);
  json_object_set_array_member (object, "blanks", blanks);
  if (daybook_cli_is_json (cli))
    daybook_print_json (object);
  else
    daybook_print ("%s\n%s\n", name, filling != NULL ? filling->text : "");
  if (filling != NULL && filling->blanks->len > 0)
    cli->exit = DAYBOOK_EXIT_PARTLY;
}

static void
print_end (DaybookCli *cli)
{
  g_autoptr(JsonObject) object = json_object_new ();

  json_object_set_null_member (object, "id");
  if (daybook_cli_is_json (cli))
    daybook_print_json (object);
  else
    daybook_print (_("Nobody is left on this list.\n"));
}

static gboolean
run_next (DaybookCli  *cli,
          char       **arguments,
          GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 1, 1, error);
  g_autoptr(DaybookRow) activity = words != NULL && daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) != NULL
    ? find_activity (cli, words[0], error) : NULL;
  g_autoptr(DaybookRow) line = NULL;
  g_autoptr(DaybookRow) customer = NULL;
  g_autoptr(DaybookPhraseFilling) filling = NULL;
  GError *local = NULL;

  line = activity != NULL ? daybook_reader_activity_next (reader_of (cli), activity, 0, &local) : NULL;
  if (local != NULL)
    g_propagate_error (error, local);
  if (activity == NULL || local != NULL)
    return FALSE;
  if (line == NULL)
    {
      print_end (cli);
      return TRUE;
    }
  if (!fill_line (cli, activity, line, &customer, &filling, error))
    return FALSE;

  print_line (cli, line, customer, filling);
  return TRUE;
}

/* --- sent, skip ---------------------------------------------------------------------------------------- */

/* The line of a customer in the list. */
static DaybookRow *
find_line (DaybookCli        *cli,
           const DaybookRow  *activity,
           const char        *word,
           GError           **error)
{
  g_autoptr(DaybookRow) customer = daybook_find_row_in_use (cli->store, &daybook_customers, word, error);
  DaybookId id;

  if (customer == NULL)
    return NULL;

  daybook_activity_line_id (&id, &activity->id, &customer->id);
  return daybook_reader_find (reader_of (cli), &daybook_activity_lines, &id, error);
}

/* What was said: these words, else the phrase, in which nothing may be missing. */
static DaybookEdit *
make_sent (DaybookCli        *cli,
           const DaybookRow  *activity,
           const DaybookRow  *line,
           const char        *text,
           GError           **error)
{
  g_autoptr(DaybookRow) customer = NULL;
  g_autoptr(DaybookPhraseFilling) filling = NULL;

  if (text != NULL)
    return daybook_activity_act_sent (cli->store, activity, line, text, error);
  if (!fill_line (cli, activity, line, &customer, &filling, error))
    return NULL;
  if (filling == NULL || filling->blanks->len > 0)
    {
      g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, _("Something is still to be said: give the whole text with --text."));
      return NULL;
    }

  return daybook_activity_act_sent (cli->store, activity, line, filling->text, error);
}

typedef struct
{
  gboolean sent;
  gboolean unwanted;
  char    *text;
} LineWords;

static gboolean
answer_line (DaybookCli        *cli,
             char             **words,
             const LineWords   *said,
             GError           **error)
{
  g_autoptr(DaybookRow) activity = find_activity (cli, words[0], error);
  g_autoptr(DaybookRow) line = activity != NULL ? find_line (cli, activity, words[1], error) : NULL;
  g_autoptr(DaybookEdit) edit = NULL;

  if (line == NULL)
    return FALSE;

  edit = said->sent ? make_sent (cli, activity, line, said->text, error)
                    : daybook_activity_act_leave (cli->store, line, said->unwanted ? DAYBOOK_ACTIVITY_UNWANTED : DAYBOOK_ACTIVITY_SKIPPED,
                                                  said->text, error);
  return edit != NULL && daybook_commit_and_print_row (cli, edit, &daybook_activity_lines, &line->id, error);
}

static gboolean
run_sent (DaybookCli  *cli,
          char       **arguments,
          GError     **error)
{
  g_autofree char *text = NULL;
  const GOptionEntry entries[] = {
    { "text", 0, 0, G_OPTION_ARG_FILENAME, &text, N_("What was said, where it was not the phrase"), N_("TEXT") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 2, 2, error);

  return words != NULL && daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) != NULL && daybook_cli_check_author (cli, error)
         && answer_line (cli, words, &(LineWords) { .sent = TRUE, .text = text }, error);
}

static gboolean
run_skip (DaybookCli  *cli,
          char       **arguments,
          GError     **error)
{
  g_autofree char *note = NULL;
  gboolean unwanted = FALSE;
  const GOptionEntry entries[] = {
    { "unwanted", 0, 0, G_OPTION_ARG_NONE, &unwanted, N_("The customer wants no messages: no list has them any more"), NULL },
    { "note", 0, 0, G_OPTION_ARG_FILENAME, &note, N_("Why"), N_("TEXT") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 2, 2, error);

  return words != NULL && daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) != NULL && daybook_cli_check_author (cli, error)
         && answer_line (cli, words, &(LineWords) { .unwanted = unwanted, .text = note }, error);
}

static gboolean
run_activity (DaybookCli  *cli,
              char       **arguments,
              GError     **error)
{
  static const DaybookVerb VERBS[] = {
    { "new", run_new },
    { "list", run_list },
    { "show", run_show },
    { "next", run_next },
    { "sent", run_sent },
    { "skip", run_skip },
    { NULL, NULL },
  };

  return daybook_cli_run_verb (cli, VERBS, arguments, error);
}

const DaybookCommand daybook_command_activity = {
  "activity", "new TITLE [--view NAME] [--where EXPR] [--grade GRADE] [--tag TAG] [--segment SEGMENT] [--days] [--phrase PHRASE] [--channel CHANNEL]"
  " | list [--limit N] [--after ID] | show LIST | next LIST | sent LIST CUSTOMER [--text TEXT] | skip LIST CUSTOMER [--unwanted] [--note TEXT]",
  N_("Tell many customers something, one by one, with a filled phrase"),
  DAYBOOK_WORDS_TEXT,
  run_activity,
};
