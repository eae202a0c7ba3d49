/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/cli.h"

#include "cli/find-row.h"
#include "cli/pin.h"
#include "cli/hidden-line.h"
#include "cli/text-table.h"
#include "core/moment.h"
#include "core/reveal.h"
#include "core/shop.h"
#include "store/gate.h"
#include "store/reach.h"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

G_DEFINE_QUARK (daybook-cli-error-quark, daybook_cli_error)

/* Where GOption leaves what it reads; moved into the DaybookCli afterwards, so
 * that options may stand before and behind the command's name. */
typedef struct
{
  char    *data;
  char    *as;
  char    *now;
  gboolean json;
  gboolean unmasked;
  gboolean help;
  gboolean version;
  char   **words;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->data);
  g_free (options->as);
  g_free (options->now);
  g_strfreev (options->words);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

DaybookCli *
daybook_cli_new (void)
{
  DaybookCli *cli = g_new0 (DaybookCli, 1);

  cli->folder = g_build_filename (g_get_user_data_dir (), "daybook", NULL);
  return cli;
}

void
daybook_cli_free (DaybookCli *cli)
{
  if (cli->store != NULL)
    daybook_store_close (cli->store);
  g_clear_object (&cli->store);
  g_free (cli->folder);
  g_free (cli->as);
  g_free (cli->now);
  g_free (cli);
}

static void
add_global_options (GOptionContext *context,
                    Options        *options)
{
  const GOptionEntry entries[] = {
    { "data", 0, 0, G_OPTION_ARG_FILENAME, &options->data, N_("The folder of the shop"), N_("DIR") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options->json, N_("Answer in JSON, one object a line"), NULL },
    { "as", 0, 0, G_OPTION_ARG_FILENAME, &options->as, N_("Who acts: an agent’s code or name"), N_("AGENT") },
    { "now", 0, 0, G_OPTION_ARG_FILENAME, &options->now, N_("Take this time for now"), N_("TIME") },
    { "unmasked", 0, 0, G_OPTION_ARG_NONE, &options->unmasked, N_("Show personal data in full"), NULL },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &options->help, N_("Show this help"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->words, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  GOptionGroup *group = g_option_group_new ("global", "", "", NULL, NULL);

  g_option_group_set_translation_domain (group, GETTEXT_PACKAGE);
  g_option_group_add_entries (group, entries);
  g_option_context_set_main_group (context, group);
  g_option_context_set_help_enabled (context, FALSE);
}

/* Of the program: no command has it. */
static void
add_version_option (GOptionContext *context,
                    Options        *options)
{
  const GOptionEntry entries[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, &options->version, N_("Show the version"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

static gboolean
parse (GOptionContext  *context,
       char           **arguments,
       GError         **error)
{
  g_autoptr(GPtrArray) argv = g_ptr_array_new ();
  g_autoptr(GError) local_error = NULL;
  g_auto(GStrv) copy = NULL;

  /* GOption takes the first word for the program's name. */
  g_ptr_array_add (argv, (char *) "daybookctl");
  for (char **word = arguments; *word != NULL; word++)
    g_ptr_array_add (argv, *word);
  g_ptr_array_add (argv, NULL);
  copy = g_strdupv ((char **) argv->pdata);

  if (g_option_context_parse_strv (context, &copy, &local_error))
    return TRUE;

  g_set_error (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, "%s", local_error->message);
  return FALSE;
}

static gboolean
check_text (DaybookCli  *cli,
            char       **arguments,
            GError     **error)
{
  for (char **word = arguments; cli->command->words == DAYBOOK_WORDS_TEXT && *word != NULL; word++)
    if (!g_utf8_validate (*word, -1, NULL))
      {
        g_autofree char *shown = g_strescape (*word, NULL);

        g_set_error (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE,
                     _("“%s” is not UTF-8 text."), shown);
        return FALSE;
      }

  return TRUE;
}

static void
take (char **to,
      char **from)
{
  if (*from == NULL)
    return;

  g_free (*to);
  *to = g_steal_pointer (from);
}

/* Keeps what the options say and gives back the words beside them. */
static char **
adopt (DaybookCli  *cli,
       Options     *options,
       GError     **error)
{
  /* As of a script's variable that is not set: the folder at hand is never meant. */
  if (options->data != NULL && *options->data == '\0')
    {
      g_set_error_literal (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, _("--data takes the name of a folder."));
      return NULL;
    }

  take (&cli->folder, &options->data);
  take (&cli->as, &options->as);
  take (&cli->now, &options->now);
  if (options->json)
    cli->format = DAYBOOK_FORMAT_JSON;
  if (options->unmasked)
    cli->asks_unmasked = TRUE;

  return options->words != NULL ? g_steal_pointer (&options->words) : g_new0 (char *, 1);
}

char **
daybook_cli_parse_global (DaybookCli  *cli,
                          char       **arguments,
                          GError     **error)
{
  g_autoptr(GOptionContext) context = g_option_context_new (_("COMMAND …"));
  g_auto(Options) options = { 0 };

  add_global_options (context, &options);
  add_version_option (context, &options);
  g_option_context_set_strict_posix (context, TRUE);
  if (!parse (context, arguments, error))
    return NULL;

  if (options.help)
    {
      g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);

      g_set_error_literal (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_HELP, help);
      return NULL;
    }

  if (options.version)
    {
      g_set_error_literal (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_VERSION, DAYBOOK_VERSION);
      return NULL;
    }

  return adopt (cli, &options, error);
}

static gboolean
check_count (DaybookCli  *cli,
             char       **words,
             guint        least,
             guint        most,
             GError     **error)
{
  guint n_words = words != NULL ? g_strv_length (words) : 0;

  if (n_words >= least && n_words <= most)
    return TRUE;

  g_set_error (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE,
               n_words < least ? _("Something is missing: daybookctl %s %s") : _("That is too much: daybookctl %s %s"),
               cli->command->name, cli->command->usage);
  return FALSE;
}

char **
daybook_cli_parse (DaybookCli          *cli,
                   const GOptionEntry  *entries,
                   char               **arguments,
                   guint                least,
                   guint                most,
                   GError             **error)
{
  g_autoptr(GOptionContext) context = g_option_context_new (cli->command->usage);
  g_auto(Options) options = { 0 };

  add_global_options (context, &options);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _(cli->command->summary));
  if (!parse (context, arguments, error))
    return NULL;

  if (options.help)
    {
      g_autofree char *program = g_strdup_printf ("daybookctl %s", cli->command->name);
      g_autofree char *help = NULL;

      g_set_prgname (program);
      help = g_option_context_get_help (context, TRUE, NULL);
      g_set_error_literal (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_HELP, help);
      return NULL;
    }

  if (!check_text (cli, arguments, error) || !check_count (cli, options.words, least, most, error))
    return NULL;

  return adopt (cli, &options, error);
}

gboolean
daybook_cli_run_verb (DaybookCli         *cli,
                      const DaybookVerb  *verbs,
                      char              **arguments,
                      GError            **error)
{
  g_auto(GStrv) words = NULL;

  for (const DaybookVerb *verb = verbs; arguments[0] != NULL && verb->name != NULL; verb++)
    if (g_str_equal (verb->name, arguments[0]))
      return verb->run (cli, arguments + 1, error);

  /* No verb: the help, when that is asked for, else what is wrong. */
  words = daybook_cli_parse (cli, NULL, arguments, 0, G_MAXUINT, error);
  if (words != NULL)
    g_set_error (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE,
                 _("Say what to do: daybookctl %s %s"), cli->command->name, cli->command->usage);
  return FALSE;
}

gboolean
daybook_cli_read_now (DaybookCli  *cli,
                      GTimeZone   *zone,
                      gint64      *now,
                      GError     **error)
{
  g_autoptr(GError) local_error = NULL;

  *now = 0;
  if (cli->now == NULL || daybook_moment_parse (cli->now, zone, now, &local_error))
    return TRUE;

  g_set_error (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, "--now: %s", local_error->message);
  return FALSE;
}

/* A time without an offset is the shop's, and which that is only the open
 * book says. A book that this makes is stamped in the machine's zone. */
static gboolean
open_at_now (DaybookCli        *cli,
             DaybookStoreMode   mode,
             GError           **error)
{
  g_autoptr(GTimeZone) here = g_time_zone_new_local ();
  gint64 now;

  if (!daybook_cli_read_now (cli, here, &now, error))
    return FALSE;

  cli->store = daybook_store_open_at (cli->folder, mode, now, error);
  if (cli->store == NULL || !daybook_cli_read_now (cli, daybook_store_get_zone (cli->store), &now, error))
    return FALSE;

  daybook_store_fix_now (cli->store, now);
  return TRUE;
}

/* Whoever has a PIN says it. */
static gboolean
pass_gate (DaybookCli        *cli,
           const DaybookRow  *agent,
           GError           **error)
{
  gboolean asks = FALSE, passed;

  if (!daybook_gate_asks (daybook_store_get_reader (cli->store), &agent->id, &asks, error))
    return FALSE;
  if (!asks)
    return TRUE;

  char *pin = daybook_pin_ask (daybook_row_text (agent, DAYBOOK_AGENT_NAME), error);
  passed = pin != NULL && daybook_gate_pass (cli->store, &agent->id, pin, error);
  daybook_hidden_line_free (pin);
  return passed;
}

/* Who has a PIN is not taken for whoever names nobody. */
static gboolean
check_nobody (DaybookCli  *cli,
              GError     **error)
{
  gboolean asks = FALSE;

  if (!daybook_gate_asks (daybook_store_get_reader (cli->store), daybook_store_get_agent (cli->store), &asks, error))
    return FALSE;
  if (!asks)
    return TRUE;

  g_set_error_literal (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, _("The people of this shop have PINs: say who you are with --as."));
  return FALSE;
}

static gboolean
take_agent (DaybookCli  *cli,
            GError     **error)
{
  g_autoptr(DaybookRow) agent = NULL;

  if (cli->as == NULL)
    return check_nobody (cli, error);

  agent = daybook_find_agent (cli->store, cli->as, error);
  if (agent == NULL || !pass_gate (cli, agent, error))
    return FALSE;

  daybook_store_set_agent (cli->store, &agent->id);
  return TRUE;
}

DaybookStore *
daybook_cli_open (DaybookCli        *cli,
                  DaybookStoreMode   mode,
                  GError           **error)
{
  const char *recovery;

  if (cli->store != NULL)
    return cli->store;
  if (!open_at_now (cli, mode, error))
    return NULL;

  recovery = daybook_store_get_recovery (cli->store);
  if (recovery != NULL)
    {
      g_autofree char *sentence = daybook_text_clean (recovery);

      fprintf (stderr, "%s\n", sentence);
    }

  return take_agent (cli, error) ? cli->store : NULL;
}

/* Who acts, when somebody may: NULL with an error when it is not said. */
static DaybookRow *
find_author (DaybookCli  *cli,
             GError     **error)
{
  DaybookReader *reader = daybook_store_get_reader (cli->store);
  g_autoptr(GPtrArray) agents = daybook_reader_all (reader, &daybook_agents, error);

  if (agents == NULL)
    return NULL;

  if (cli->as == NULL && agents->len > 1)
    {
      g_set_error (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE,
                   _("More than one person works in this shop: say who acts with --as."));
      return NULL;
    }

  return daybook_reader_find (reader, &daybook_agents, daybook_store_get_agent (cli->store), error);
}

gboolean
daybook_cli_check_known (DaybookCli  *cli,
                         GError     **error)
{
  g_autoptr(DaybookRow) agent = find_author (cli, error);

  return agent != NULL;
}

gboolean
daybook_cli_check_right (DaybookCli    *cli,
                         DaybookRight   right,
                         GError       **error)
{
  return daybook_cli_check_known (cli, error) && daybook_reader_check (daybook_store_get_reader (cli->store), right, error);
}

char **
daybook_cli_parse_settings (DaybookCli  *cli,
                            char       **arguments,
                            guint        least,
                            guint        most,
                            GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, least, most, error);

  return words != NULL && daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) != NULL && daybook_cli_check_right (cli, DAYBOOK_RIGHT_SETTINGS, error)
         ? g_steal_pointer (&words) : NULL;
}

gboolean
daybook_cli_check_author (DaybookCli  *cli,
                          GError     **error)
{
  return daybook_cli_check_right (cli, DAYBOOK_RIGHT_WORK_OWN, error);
}

gboolean
daybook_cli_check_settled (DaybookCli  *cli,
                           GError     **error)
{
  if (daybook_store_get_recovery (cli->store) == NULL)
    return TRUE;

  g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CONFLICT,
                       _("That was settled just now. Look at “daybookctl history”, then say it again if more is to be undone or redone."));
  return FALSE;
}

/* What a person may do with some rows of the table only, the store looks at row by row. */
gboolean
daybook_cli_check_author_of (DaybookCli          *cli,
                             const DaybookTable  *table,
                             GError             **error)
{
  DaybookScope scope;
  DaybookRight right = daybook_right_to_change (table, -1, &scope);

  return daybook_cli_check_right (cli, scope == DAYBOOK_SCOPE_ANY ? right : DAYBOOK_RIGHT_WORK_OWN, error);
}

gboolean
daybook_cli_check_reader_of (DaybookCli          *cli,
                             const DaybookTable  *table,
                             GError             **error)
{
  return table != &daybook_reveals || daybook_cli_check_right (cli, DAYBOOK_RIGHT_AUDIT, error);
}

gboolean
daybook_cli_check_bulk (DaybookCli          *cli,
                        const DaybookTable  *table,
                        guint                n_rows,
                        GError             **error)
{
  gboolean is_bulk = n_rows > DAYBOOK_BULK_ROWS && daybook_table_has_masks (daybook_table_base (table));

  return !is_bulk || daybook_reader_check (daybook_store_get_reader (cli->store), DAYBOOK_RIGHT_BULK, error);
}

gint64
daybook_cli_watched_now (DaybookCli *cli)
{
  g_auto(DaybookAuthor) author = DAYBOOK_AUTHOR_INIT;
  gboolean is_own = daybook_reader_author (daybook_store_get_reader (cli->store), &author, NULL)
                    && (author.person.alone || author.person.role == DAYBOOK_ROLE_OWNER);

  return is_own ? daybook_store_get_now (cli->store) : g_get_real_time () / G_USEC_PER_SEC;
}

gboolean
daybook_cli_check_unmasked (DaybookCli  *cli,
                            GError     **error)
{
  if (!cli->asks_unmasked)
    return TRUE;

  cli->unmasked = daybook_cli_check_right (cli, DAYBOOK_RIGHT_UNMASKED, error);
  return cli->unmasked;
}

gboolean
daybook_cli_is_json (DaybookCli *cli)
{
  return cli->format == DAYBOOK_FORMAT_JSON;
}
