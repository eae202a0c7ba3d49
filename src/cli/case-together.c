/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/case-together.h"

#include "cli/find-case.h"
#include "cli/find-row.h"
#include "cli/print-act.h"

#include "core/case-parts.h"
#include "core/case.h"
#include "core/shop.h"
#include "store/case-write.h"

#include <glib/gi18n-lib.h>

/* --- link ------------------------------------------------------------------------------ */

static gboolean
find_two (DaybookCli   *cli,
          char        **words,
          DaybookRow  **row,
          DaybookRow  **other,
          GError      **error)
{
  *row = daybook_find_case (cli, words[0], error);
  *other = *row != NULL ? daybook_find_case (cli, words[1], error) : NULL;
  return *other != NULL;
}

static gboolean
remove_link (DaybookEdit       *edit,
             GPtrArray         *links,
             const DaybookRow  *other,
             GError           **error)
{
  const DaybookRow *link = daybook_case_link_find (links, &other->id);

  if (link != NULL)
    daybook_edit_delete (edit, &daybook_case_links, &link->id);
  else
    g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND, _("The case is not linked to %s."),
                 daybook_row_text (other, DAYBOOK_CASE_NUMBER));
  return link != NULL;
}

gboolean
daybook_case_run_link (DaybookCli  *cli,
                       char       **arguments,
                       GError     **error)
{
  g_autofree char *kind = NULL;
  gboolean removes = FALSE;
  const GOptionEntry entries[] = {
    { "kind", 0, 0, G_OPTION_ARG_FILENAME, &kind, N_("How they belong together: related, follows, duplicate"), N_("KIND") },
    { "remove", 0, 0, G_OPTION_ARG_NONE, &removes, N_("They do not belong together"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 2, 2, error);
  int value = kind != NULL ? daybook_field_word (&daybook_case_links.fields[DAYBOOK_CASE_LINK_KIND], kind) : DAYBOOK_LINK_RELATED;
  g_autoptr(DaybookRow) row = NULL;
  g_autoptr(DaybookRow) other = NULL;
  g_autoptr(GPtrArray) links = NULL;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || !daybook_cli_check_author (cli, error)
      || !find_two (cli, words, &row, &other, error))
    return FALSE;
  if (value < 0 || daybook_id_equal (&row->id, &other->id))
    {
      g_set_error_literal (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE,
                           _("Name two cases, and how they belong together: related, follows or duplicate."));
      return FALSE;
    }

  links = daybook_reader_case_links (daybook_store_get_reader (cli->store), &row->id, error);
  if (links == NULL)
    return FALSE;

  g_autofree char *what = removes ? g_strdup (_("Link taken away")) : daybook_case_link_title (other);
  g_autofree char *title = daybook_case_title (row, what);
  g_autoptr(DaybookEdit) edit = daybook_cli_new_edit (cli, title);
  return (removes ? remove_link (edit, links, other, error)
                  : daybook_case_link_add (edit, links, &row->id, &other->id, (DaybookCaseLinkKind) value, error))
         && daybook_commit_and_print_row (cli, edit, &daybook_cases, &row->id, error);
}

/* --- watch ----------------------------------------------------------------------------- */

gboolean
daybook_case_run_watch (DaybookCli  *cli,
                        char       **arguments,
                        GError     **error)
{
  gboolean removes = FALSE;
  const GOptionEntry entries[] = {
    { "remove", 0, 0, G_OPTION_ARG_NONE, &removes, N_("The agent no longer wants to know of it"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 1, 2, error);
  g_autoptr(DaybookRow) row = NULL;
  g_autoptr(DaybookRow) agent = NULL;
  DaybookId id;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || !daybook_cli_check_author (cli, error))
    return FALSE;
  row = daybook_find_case (cli, words[0], error);
  if (row != NULL)
    agent = words[1] != NULL ? daybook_find_agent (cli->store, words[1], error)
      : daybook_reader_find (daybook_store_get_reader (cli->store), &daybook_agents, daybook_store_get_agent (cli->store), error);
  if (agent == NULL)
    return FALSE;

  g_autofree char *title = daybook_case_title (row, removes ? _("No longer watched") : _("Watched"));
  g_autoptr(DaybookEdit) edit = daybook_cli_new_edit (cli, title);
  daybook_watcher_id (&id, &row->id, &agent->id);
  if (removes)
    daybook_edit_delete (edit, &daybook_watchers, &id);
  else
    daybook_watcher_add (edit, &row->id, &agent->id);
  return daybook_commit_and_print_row (cli, edit, &daybook_cases, &row->id, error);
}
