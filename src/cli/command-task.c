/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/find-case.h"
#include "cli/find-row.h"
#include "cli/print-act.h"
#include "cli/read-field.h"
#include "cli/read-query.h"

#include "core/case-call.h"
#include "core/customer.h"
#include "core/order.h"
#include "core/shop.h"

#include <glib/gi18n-lib.h>

static DaybookReader *
reader_of (DaybookCli *cli)
{
  return daybook_store_get_reader (cli->store);
}

/* --- new ------------------------------------------------------------------------------ */

/* The options of a new task, as written. */
typedef struct
{
  char     *due;
  char     *of;
  char     *to;
  gboolean  call;
} NewWords;

static void
clear_new (NewWords *words)
{
  g_free (words->due);
  g_free (words->of);
  g_free (words->to);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NewWords, clear_new)

/* The case, order, customer or product that it is about. */
static gboolean
find_of (DaybookCli  *cli,
         const char  *word,
         DaybookRow **of,
         GError     **error)
{
  g_autoptr(DaybookRow) row = word != NULL ? daybook_find_any_row (cli->store, word, error) : NULL;
  const DaybookTable *base = row != NULL ? daybook_table_base (row->table) : NULL;

  if (word == NULL)
    return TRUE;
  if (base == &daybook_cases)
    *of = daybook_find_case (cli, word, error);
  else if (base == &daybook_orders || base == &daybook_customers || base == &daybook_products)
    *of = g_steal_pointer (&row);
  else if (row != NULL)
    g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, _("“%s” is no case, order, customer or product."), word);
  return *of != NULL;
}

/* Of a case whoever is its contact does it, else who says so. */
static const DaybookId *
pick_agent (DaybookCli       *cli,
            const DaybookRow *of,
            const DaybookRow *to)
{
  const DaybookId *owner = of != NULL && daybook_table_base (of->table) == &daybook_cases ? daybook_row_ref_id (of, DAYBOOK_CASE_OWNER) : NULL;

  if (to != NULL)
    return &to->id;
  return owner != NULL ? owner : daybook_store_get_agent (cli->store);
}

static gboolean
make_task (DaybookCli      *cli,
           const char      *title,
           const NewWords  *said,
           GError         **error)
{
  g_autoptr(DaybookRow) of = NULL;
  g_autoptr(DaybookRow) to = NULL;
  DaybookCaseCall task = { 0 };
  DaybookId id;

  if (said->to != NULL)
    to = daybook_find_agent (cli->store, said->to, error);
  if ((said->to != NULL && to == NULL) || !find_of (cli, said->of, &of, error)
      || !daybook_read_soon (cli, &daybook_tasks.fields[DAYBOOK_TASK_DUE], said->due, &task.due, error))
    return FALSE;

  g_autoptr(DaybookEdit) edit = daybook_cli_new_edit (cli, title);
  daybook_id_fresh (&id, daybook_store_get_now (cli->store) * 1000);
  task.kind = said->call ? DAYBOOK_TASK_CALL : DAYBOOK_TASK_TODO;
  task.title = title;
  task.agent = pick_agent (cli, of, to);
  task.id = &id;
  daybook_case_call_add (edit, of, &task, daybook_store_get_now (cli->store));
  return daybook_commit_and_print_row (cli, edit, &daybook_tasks, &id, error);
}

static gboolean
run_new (DaybookCli  *cli,
         char       **arguments,
         GError     **error)
{
  g_auto(NewWords) said = { NULL };
  const GOptionEntry entries[] = {
    { "due", 0, 0, G_OPTION_ARG_FILENAME, &said.due, N_("By when"), N_("TIME") },
    { "for", 0, 0, G_OPTION_ARG_FILENAME, &said.of, N_("The case, order, customer or product that it is about"), N_("ID") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &said.to, N_("Who does it"), N_("AGENT") },
    { "call", 0, 0, G_OPTION_ARG_NONE, &said.call, N_("The customer is called"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 1, 1, error);

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || !daybook_cli_check_author (cli, error))
    return FALSE;
  if (said.due == NULL)
    {
      g_set_error_literal (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE,
                           _("Say with --due by when it is to be done; what has no time is a memo: “daybookctl task memo”."));
      return FALSE;
    }
  return make_task (cli, words[0], &said, error);
}

/* --- memo ------------------------------------------------------------------------------ */

static gboolean
run_memo (DaybookCli  *cli,
          char       **arguments,
          GError     **error)
{
  g_auto(NewWords) said = { NULL };
  const GOptionEntry entries[] = {
    { "for", 0, 0, G_OPTION_ARG_FILENAME, &said.of, N_("The case, order, customer or product that it is about"), N_("ID") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 1, 1, error);

  return words != NULL && daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) != NULL && daybook_cli_check_author (cli, error)
         && make_task (cli, words[0], &said, error);
}

/* --- list ------------------------------------------------------------------------------ */

static gboolean
run_list (DaybookCli  *cli,
          char       **arguments,
          GError     **error)
{
  g_auto(DaybookListRange) range = DAYBOOK_LIST_RANGE_INIT;
  gboolean memos = FALSE, done = FALSE;
  const GOptionEntry entries[] = {
    { "memos", 0, 0, G_OPTION_ARG_NONE, &memos, N_("What has no time"), NULL },
    { "done", 0, 0, G_OPTION_ARG_NONE, &done, N_("What was done"), NULL },
    DAYBOOK_LIST_OPTIONS (range),
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 0, 0, error);
  const char *where = done ? "done_at != null" : memos ? "done_at = null and due = null" : "done_at = null and due != null";
  g_autoptr(DaybookQuery) query = NULL;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || !daybook_cli_check_unmasked (cli, error))
    return FALSE;

  query = daybook_read_list (cli, &daybook_tasks, NULL, where, done ? "-done_at" : memos ? NULL : "due", error);
  return query != NULL && daybook_print_query (cli, daybook_tasks.plural, query, &range, error);
}

/* --- set ------------------------------------------------------------------------------- */

/* What came of it is said with done. */
static gboolean
may_set (guint field)
{
  return field == DAYBOOK_TASK_TITLE || field == DAYBOOK_TASK_DUE || field == DAYBOOK_TASK_AGENT || field == DAYBOOK_TASK_CASE
         || field == DAYBOOK_TASK_ORDER || field == DAYBOOK_TASK_CUSTOMER || field == DAYBOOK_TASK_PRODUCT;
}

static gboolean
add_change (DaybookCli        *cli,
            DaybookEdit       *edit,
            const DaybookRow  *task,
            const char        *word,
            GError           **error)
{
  DaybookAssignManner manner;
  const char *text;
  DaybookValue value;
  int field = daybook_split_assignment (&daybook_tasks, word, &manner, &text, error);

  if (field < 0)
    return FALSE;
  if (!may_set ((guint) field))
    {
      g_set_error (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE,
                   _("Of a task title, due, agent, case, order, customer and product are set; “%s” is none of them."), word);
      return FALSE;
    }
  if (!daybook_read_value (cli, task, &daybook_tasks.fields[field], text, &value, error))
    return FALSE;

  daybook_edit_set (edit, &daybook_tasks, &task->id, (guint) field, value);
  return TRUE;
}

static gboolean
run_set (DaybookCli  *cli,
         char       **arguments,
         GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 2, G_MAXUINT, error);
  g_autoptr(DaybookRow) task = NULL;
  g_autoptr(DaybookEdit) edit = NULL;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || !daybook_cli_check_author (cli, error)
      || (task = daybook_find_row_in_use (cli->store, &daybook_tasks, words[0], error)) == NULL)
    return FALSE;

  edit = daybook_cli_new_edit (cli, daybook_row_text (task, DAYBOOK_TASK_TITLE));
  for (guint i = 1; words[i] != NULL; i++)
    if (!add_change (cli, edit, task, words[i], error))
      return FALSE;

  return daybook_commit_and_print_row (cli, edit, &daybook_tasks, &task->id, error);
}

/* --- done ----------------------------------------------------------------------------- */

/* The options of what came of it, as written. */
typedef struct
{
  char  *outcome;
  char  *satisfied;
  char  *again;
  char **answers;
} DoneWords;

static void
clear_done (DoneWords *words)
{
  g_free (words->outcome);
  g_free (words->satisfied);
  g_free (words->again);
  g_strfreev (words->answers);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DoneWords, clear_done)

static gboolean
read_report (DaybookCli         *cli,
             const DoneWords    *words,
             DaybookCallReport  *report,
             GError            **error)
{
  gint64 outcome, satisfied;

  if (!daybook_read_word (cli, &daybook_tasks.fields[DAYBOOK_TASK_OUTCOME], words->outcome, &outcome, error)
      || !daybook_read_word (cli, &daybook_cases.fields[DAYBOOK_CASE_SATISFIED], words->satisfied, &satisfied, error)
      || !daybook_read_soon (cli, &daybook_tasks.fields[DAYBOOK_TASK_DUE], words->again, &report->again_at, error))
    return FALSE;

  report->outcome = words->outcome != NULL ? (DaybookCallOutcome) outcome : DAYBOOK_CALL_REACHED;
  report->satisfied = (DaybookAnswer) satisfied;
  return TRUE;
}

static gboolean
run_done (DaybookCli  *cli,
          char       **arguments,
          GError     **error)
{
  g_auto(DoneWords) said = { NULL };
  const GOptionEntry entries[] = {
    { "outcome", 0, 0, G_OPTION_ARG_FILENAME, &said.outcome, N_("Of a call: reached (the usual), not_reached, given_up"), N_("OUTCOME") },
    { "answer", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &said.answers, N_("What was answered to a question; may be given several times"), N_("TEXT") },
    { "satisfied", 0, 0, G_OPTION_ARG_FILENAME, &said.satisfied, N_("Whether the customer is satisfied: yes or no"), N_("ANSWER") },
    { "again", 0, 0, G_OPTION_ARG_FILENAME, &said.again, N_("When it is tried again"), N_("TIME") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 1, 2, error);
  g_autoptr(DaybookRow) task = NULL;
  g_autoptr(DaybookRow) of = NULL;
  DaybookCallReport report = { 0 };

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || !daybook_cli_check_author (cli, error))
    return FALSE;
  task = daybook_find_row_in_use (cli->store, &daybook_tasks, words[0], error);
  if (task == NULL || !read_report (cli, &said, &report, error))
    return FALSE;
  if (daybook_row_has (task, DAYBOOK_TASK_CASE))
    {
      of = daybook_reader_find (reader_of (cli), &daybook_cases, daybook_row_ref_id (task, DAYBOOK_TASK_CASE), error);
      if (of == NULL)
        return FALSE;
    }

  g_autofree char *answers = said.answers != NULL ? g_strjoinv ("\n", said.answers) : NULL;
  g_autofree char *title = of != NULL ? daybook_case_title (of, daybook_row_text (task, DAYBOOK_TASK_TITLE))
                                      : g_strdup (daybook_row_text (task, DAYBOOK_TASK_TITLE));
  g_autoptr(DaybookEdit) edit = daybook_cli_new_edit (cli, title);
  report.answers = answers;
  report.text = words[1];
  return daybook_case_call_report (edit, of, task, &report, daybook_store_get_agent (cli->store), daybook_store_get_now (cli->store), error)
         && daybook_commit_and_print_row (cli, edit, &daybook_tasks, &task->id, error);
}

static gboolean
run_task (DaybookCli  *cli,
          char       **arguments,
          GError     **error)
{
  static const DaybookVerb VERBS[] = {
    { "new", run_new },
    { "memo", run_memo },
    { "list", run_list },
    { "set", run_set },
    { "done", run_done },
    { NULL, NULL },
  };

  return daybook_cli_run_verb (cli, VERBS, arguments, error);
}

const DaybookCommand daybook_command_task = {
  "task",
  "new TITLE --due TIME [--for ID] [--call] [--to AGENT] | memo TEXT [--for ID] | list [--memos] [--done] [--limit N] [--after ID]"
  " | set ID FIELD=VALUE… | done ID [TEXT] [--outcome OUTCOME] [--answer TEXT…] [--satisfied ANSWER] [--again TIME]",
  N_("Make a task, a call or a memo, list them, say what came of it"),
  DAYBOOK_WORDS_TEXT,
  run_task,
};
