/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/find-row.h"
#include "cli/print-act.h"
#include "cli/week-days.h"

#include "core/opening.h"
#include "core/shift.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
run_list (DaybookCli  *cli,
          char       **arguments,
          GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 0, 0, error);
  const DaybookListRange all = { 0, NULL };
  g_autoptr(DaybookQuery) query = NULL;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL)
    return FALSE;

  query = daybook_query_new (&daybook_shift_templates);
  return daybook_print_query (cli, daybook_shift_templates.plural, query, &all, error);
}

/* --- set -------------------------------------------------------------------------------- */

/* Says DAY=SPANS in the week. */
static gboolean
read_assignment (char       **week,
                 const char  *word,
                 GError     **error)
{
  const char *equals = strchr (word, '=');
  g_autofree char *day = equals != NULL ? g_strndup (word, (gsize) (equals - word)) : NULL;
  g_auto(GStrv) spans = equals != NULL ? daybook_opening_read_spans (equals + 1) : NULL;
  const char *one[2];
  const char *const *days = day != NULL ? daybook_read_week_days (day, one) : NULL;

  if (days == NULL)
    {
      g_set_error (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, _("“%s” is not DAY=SPANS, such as daily=15:00-18:00,18:00-24:00."), word);
      return FALSE;
    }

  for (guint i = 0; days[i] != NULL; i++)
    {
      char *longer = daybook_opening_say (*week, days[i], (const char *const *) spans);

      g_free (*week);
      *week = longer;
    }
  return TRUE;
}

/* NULL without error: there is none of that name. (transfer full) */
static DaybookRow *
find_shift (DaybookCli  *cli,
            const char  *name,
            GError     **error)
{
  GError *local = NULL;
  DaybookRow *row = daybook_find_row (cli->store, &daybook_shift_templates, name, &local);

  if (local != NULL && g_error_matches (local, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND))
    g_clear_error (&local);
  if (local != NULL)
    g_propagate_error (error, local);
  return row;
}

static gboolean
set (DaybookCli        *cli,
     const DaybookRow  *row,
     char             **words,
     GError           **error)
{
  g_autofree char *week = row != NULL ? g_strdup (daybook_row_text (row, DAYBOOK_SHIFT_TEMPLATE_WEEK)) : NULL;
  g_autofree char *title = g_strdup_printf (_("Shift “%s”"), words[0]);
  g_autoptr(DaybookEdit) edit = daybook_cli_new_edit (cli, title);
  DaybookId id;

  for (char **word = words + 1; *word != NULL; word++)
    if (!read_assignment (&week, *word, error))
      return FALSE;

  if (row != NULL)
    {
      id = row->id;
      daybook_edit_set (edit, &daybook_shift_templates, &id, DAYBOOK_SHIFT_TEMPLATE_WEEK, daybook_value_text (week));
    }
  else
    {
      daybook_id_fresh (&id, daybook_store_get_now (cli->store) * 1000);
      daybook_edit_create (edit, &daybook_shift_templates, &id);
      daybook_edit_give (edit, DAYBOOK_SHIFT_TEMPLATE_NAME, daybook_value_text (words[0]));
      daybook_edit_give (edit, DAYBOOK_SHIFT_TEMPLATE_WEEK, daybook_value_text (week));
    }
  return daybook_commit_and_print_row (cli, edit, &daybook_shift_templates, &id, error);
}

static gboolean
run_set (DaybookCli  *cli,
         char       **arguments,
         GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 2, G_MAXUINT, error);
  g_autoptr(DaybookRow) row = NULL;
  GError *local = NULL;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || !daybook_cli_check_right (cli, DAYBOOK_RIGHT_SETTINGS, error))
    return FALSE;

  row = find_shift (cli, words[0], &local);
  if (local == NULL)
    return set (cli, row, words, error);

  g_propagate_error (error, local);
  return FALSE;
}

static gboolean
run_shift (DaybookCli  *cli,
           char       **arguments,
           GError     **error)
{
  static const DaybookVerb VERBS[] = {
    { "list", run_list },
    { "set", run_set },
    { NULL, NULL },
  };

  return daybook_cli_run_verb (cli, VERBS, arguments, error);
}

const DaybookCommand daybook_command_shift = {
  "shift", "list | set NAME DAY=SPANS…",
  N_("List or set the shifts that people work"),
  DAYBOOK_WORDS_TEXT,
  run_shift,
};
