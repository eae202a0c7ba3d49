/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/due-key.h"
#include "cli/find-case.h"
#include "cli/find-row.h"
#include "cli/print-act.h"

#include "core/case-draft.h"
#include "core/order.h"
#include "core/shop.h"
#include "core/task.h"
#include "store/case-write.h"
#include "store/registers.h"

#include <glib/gi18n-lib.h>

/* What is meant: a case, a task or an order by its id or number, or whatever a key of something due is of. */
static DaybookRow *
find_target (DaybookCli  *cli,
             const char  *word,
             GError     **error)
{
  g_autofree char *name = NULL;
  DaybookRuleId rule;
  gint64 cycle;

  return daybook_find_any_row (cli->store, daybook_due_key_parse (word, &rule, &name, &cycle) ? name : word, error);
}

/* “R-A2031: Lin”, “Buy tape: Lin”. (transfer full) */
static char *
title_of (DaybookCli       *cli,
          const DaybookRow *row,
          const DaybookRow *agent)
{
  DaybookMask mask;
  g_autofree char *name = daybook_reader_title (daybook_store_get_reader (cli->store), row, &mask);

  /* Translators: a case, task or order, and whose it is now. */
  return g_strdup_printf (_("%1$s: %2$s"), name, daybook_row_text (agent, DAYBOOK_AGENT_NAME));
}

/* Its owner: who stays the customer’s contact. */
static gboolean
assign_case (DaybookCli        *cli,
             DaybookEdit       *edit,
             const char        *word,
             const DaybookRow  *agent,
             GError           **error)
{
  DaybookReader *reader = daybook_store_get_reader (cli->store);
  g_autoptr(DaybookRow) row = daybook_find_case (cli, word, error);
  DaybookRegister *definition = row != NULL ? daybook_reader_register (reader, daybook_row_text (row, DAYBOOK_CASE_REGISTER)) : NULL;

  if (row == NULL)
    return FALSE;
  if (definition == NULL)
    {
      daybook_edit_set (edit, &daybook_cases, &row->id, DAYBOOK_CASE_OWNER, daybook_value_id (&agent->id));
      return TRUE;
    }

  g_autoptr(DaybookCaseDraft) draft = daybook_case_draft_of (definition, row, daybook_store_get_now (cli->store));
  daybook_case_draft_set (draft, DAYBOOK_CASE_OWNER, daybook_value_id (&agent->id));
  return daybook_reader_build_case (reader, draft, edit, error);
}

static gboolean
assign (DaybookCli        *cli,
        DaybookEdit       *edit,
        const DaybookRow  *row,
        const DaybookRow  *agent,
        GError           **error)
{
  const DaybookTable *table = daybook_table_base (row->table);
  g_autofree char *id = daybook_id_to_string (&row->id);

  if (table == &daybook_cases)
    return assign_case (cli, edit, id, agent, error);
  if (table != &daybook_tasks && table != &daybook_orders)
    {
      g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONSTRAINT, _("A case, a task or an order is given to somebody; %s is none."), _(table->label));
      return FALSE;
    }

  daybook_edit_set (edit, table, &row->id, table == &daybook_tasks ? DAYBOOK_TASK_AGENT : DAYBOOK_ORDER_AGENT, daybook_value_id (&agent->id));
  return TRUE;
}

static gboolean
run_assign (DaybookCli  *cli,
            char       **arguments,
            GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 2, 2, error);
  g_autoptr(DaybookRow) row = NULL;
  g_autoptr(DaybookRow) agent = NULL;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || !daybook_cli_check_author (cli, error))
    return FALSE;
  row = find_target (cli, words[0], error);
  agent = row != NULL ? daybook_find_row_in_use (cli->store, &daybook_agents, words[1], error) : NULL;
  if (agent == NULL)
    return FALSE;
  if (daybook_row_int (row, DAYBOOK_FIELD_DELETED) != 0)
    {
      g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED, _("“%s” is in the trash. Restore it first."), words[0]);
      return FALSE;
    }

  g_autofree char *title = title_of (cli, row, agent);
  g_autoptr(DaybookEdit) edit = daybook_cli_new_edit (cli, title);
  return assign (cli, edit, row, agent, error) && daybook_commit_and_print (cli, edit, error);
}

const DaybookCommand daybook_command_assign = {
  "assign",
  "ID AGENT",
  N_("Give a case, a task or an order to somebody"),
  DAYBOOK_WORDS_TEXT,
  run_assign,
};
