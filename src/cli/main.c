/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/output.h"

#include "config.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdio.h>
#include <unistd.h>

const DaybookCommand *const daybook_commands[] = {
  &daybook_command_sample,
  &daybook_command_import,
  &daybook_command_imports,
  &daybook_command_list,
  &daybook_command_show,
  &daybook_command_search,
  &daybook_command_export,
  &daybook_command_print,
  &daybook_command_set,
  &daybook_command_take_over,
  &daybook_command_delete,
  &daybook_command_trash,
  &daybook_command_restore_row,
  &daybook_command_history,
  &daybook_command_undo,
  &daybook_command_redo,
  &daybook_command_reveal,
  &daybook_command_audit,
  &daybook_command_privacy,
  &daybook_command_view,
  &daybook_command_register,
  &daybook_command_today,
  &daybook_command_announce,
  &daybook_command_ack,
  &daybook_command_done,
  &daybook_command_snooze,
  &daybook_command_assign,
  &daybook_command_explain,
  &daybook_command_rule,
  &daybook_command_calendar,
  &daybook_command_add,
  &daybook_command_shift,
  &daybook_command_case,
  &daybook_command_customer,
  &daybook_command_privacy,
  &daybook_command_task,
  &daybook_command_chore,
  &daybook_command_article,
  &daybook_command_read,
  &daybook_command_phrase,
  &daybook_command_attachment,
  &daybook_command_box,
  &daybook_command_tally,
  &daybook_command_sweep,
  &daybook_command_trace,
  &daybook_command_guard,
  &daybook_command_agent,
  &daybook_command_backup,
  &daybook_command_restore,
  &daybook_command_verify,
  &daybook_command_rebuild,
  &daybook_command_where,
  NULL,
};

static void
print_commands (void)
{
  daybook_print ("\n%s\n", _("Commands:"));
  for (guint i = 0; daybook_commands[i] != NULL; i++)
    daybook_print ("  %-12s %s\n", daybook_commands[i]->name, _(daybook_commands[i]->summary));
  daybook_print ("\n%s\n", _("“daybookctl COMMAND --help” says more about each."));
}

static const DaybookCommand *
find_command (const char  *name,
              GError     **error)
{
  for (guint i = 0; daybook_commands[i] != NULL; i++)
    if (g_str_equal (daybook_commands[i]->name, name))
      return daybook_commands[i];

  g_set_error (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE,
               _("There is no command “%s”; “daybookctl --help” lists them."), name);
  return NULL;
}

static gboolean
run (DaybookCli  *cli,
     char       **arguments,
     GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse_global (cli, arguments, error);

  if (words == NULL)
    return FALSE;

  if (words[0] == NULL)
    {
      g_set_error_literal (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE,
                           _("Say what to do: “daybookctl --help” lists the commands."));
      return FALSE;
    }

  cli->command = find_command (words[0], error);
  return cli->command != NULL && cli->command->run (cli, words + 1, error) && daybook_print_flush (error);
}

static DaybookExit
report_failure (const GError *error)
{
  g_autofree char *sentence = daybook_text_clean (error->message);

  fprintf (stderr, "daybookctl: %s\n", sentence);
  return error->domain == DAYBOOK_CLI_ERROR ? DAYBOOK_EXIT_USAGE : DAYBOOK_EXIT_FAILED;
}

static DaybookExit
finish_answer (void)
{
  g_autoptr(GError) error = NULL;

  return daybook_print_flush (&error) ? DAYBOOK_EXIT_DONE : report_failure (error);
}

/* Help and the version are answers, wrong usage and failure are one sentence on standard
 * error. */
static DaybookExit
report (DaybookCli   *cli,
        const GError *error)
{
  if (g_error_matches (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_HELP))
    {
      daybook_print ("%s", error->message);
      if (cli->command == NULL)
        print_commands ();
      return finish_answer ();
    }

  if (g_error_matches (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_VERSION))
    {
      daybook_print ("daybookctl %s\n", error->message);
      return finish_answer ();
    }

  return report_failure (error);
}

/* The number of a standard file that the caller has closed would go to the next file
 * that is opened, the book's lock at worst, and the answer into it. What stands in its
 * place can neither be read nor written. */
static void
hold_standard_files (void)
{
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
    if (fcntl (fd, F_GETFD) < 0)
      open ("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

static void
set_up_locale (void)
{
  const char *folder = g_getenv ("DAYBOOK_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : DAYBOOK_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(DaybookCli) cli = daybook_cli_new ();
  g_autoptr(GError) error = NULL;

  hold_standard_files ();
  set_up_locale ();
  g_set_prgname ("daybookctl");

  if (argc > 0 && run (cli, argv + 1, &error))
    return cli->exit;

  return report (cli, error);
}
