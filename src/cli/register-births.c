/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/register-births.h"

#include "cli/interrupt.h"
#include "cli/print-act.h"

#include "store/late-cases.h"
#include "store/registers.h"

#include <glib/gi18n-lib.h>

/* What was asked for. */
typedef struct
{
  gboolean          on;
  gboolean          off;
  gboolean          open;
  DaybookInterrupt *interrupt;
} Wish;

static gboolean
check_wish (DaybookRegister  *definition,
            const Wish       *wish,
            const char       *key,
            GError          **error)
{
  if (wish->on && wish->off)
    g_set_error_literal (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, _("--on and --off exclude each other."));
  else if (definition == NULL || daybook_register_get_birth (definition) == NULL)
    g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND,
                 _("There is no register “%s” of which cases come from imports."), key);
  else
    return TRUE;

  return FALSE;
}

static gboolean
set_by_itself (DaybookCli       *cli,
               DaybookRegister  *definition,
               gboolean          by_itself,
               GError          **error)
{
  const char *title = daybook_register_get_title (definition);
  g_autofree char *act = g_strdup_printf (by_itself ? _("Cases from imports: %s") : _("No cases from imports: %s"), title);
  g_autoptr(DaybookEdit) edit = daybook_cli_new_edit (cli, act);
  g_autoptr(DaybookOutcome) outcome = NULL;

  if (!daybook_registers_set_by_itself (daybook_store_get_reader (cli->store), edit, daybook_register_get_key (definition), by_itself, error))
    return FALSE;

  outcome = daybook_store_commit (cli->store, edit, error);
  return outcome != NULL;
}

/* `*n`: so many were without a case until now. */
static gboolean
open_late (DaybookCli       *cli,
           const char       *key,
           DaybookInterrupt *interrupt,
           gint64           *n,
           DaybookOutcome  **outcome,
           GError          **error)
{
  *n = daybook_late_cases_count (cli->store, key, error);
  if (*n < 0)
    return FALSE;

  *outcome = daybook_late_cases_open (cli->store, key, daybook_interrupt_show_progress, interrupt,
                                      daybook_interrupt_get_cancellable (interrupt), error);
  return *outcome != NULL;
}

/* {"register","by_itself","without_case","opened","act"} */
static void
print_json (const char           *key,
            gboolean              by_itself,
            gint64                n,
            const DaybookOutcome *outcome)
{
  g_autoptr(JsonObject) object = json_object_new ();

  json_object_set_string_member (object, "register", key);
  json_object_set_boolean_member (object, "by_itself", by_itself);
  json_object_set_int_member (object, "without_case", outcome != NULL ? 0 : n);
  json_object_set_int_member (object, "opened", outcome != NULL ? n : 0);
  daybook_json_set_id (object, "act", outcome != NULL && !daybook_id_is_null (&outcome->act) ? &outcome->act : NULL);
  daybook_print_json (object);
}

static void
print_text (DaybookRegister      *definition,
            gboolean              by_itself,
            gint64                n,
            const DaybookOutcome *outcome)
{
  const char *title = daybook_register_get_title (definition);

  /* Translators: %s is a register: “Refunds”. */
  daybook_print (by_itself ? _("%s: imports open cases by themselves.\n") : _("%s: imports open no cases.\n"), title);
  if (outcome != NULL)
    daybook_print (g_dngettext (GETTEXT_PACKAGE, "%lld case was opened.\n", "%lld cases were opened.\n", (gulong) n), (long long) n);
  else
    daybook_print (g_dngettext (GETTEXT_PACKAGE, "%lld imported row has no case.\n", "%lld imported rows have no case.\n", (gulong) n), (long long) n);
}

static gboolean
answer (DaybookCli  *cli,
        const char  *key,
        const Wish  *wish,
        GError     **error)
{
  g_autoptr(DaybookOutcome) outcome = NULL;
  gint64 n = -1;

  if (wish->open ? !open_late (cli, key, wish->interrupt, &n, &outcome, error)
                 : (n = daybook_late_cases_count (cli->store, key, error)) < 0)
    return FALSE;

  /* As it is now. */
  DaybookRegister *definition = daybook_reader_register (daybook_store_get_reader (cli->store), key);
  gboolean by_itself = daybook_register_get_birth (definition)->by_itself;
  if (daybook_cli_is_json (cli))
    print_json (key, by_itself, n, outcome);
  else
    print_text (definition, by_itself, n, outcome);
  return TRUE;
}

gboolean
daybook_register_run_births (DaybookCli  *cli,
                             char       **arguments,
                             GError     **error)
{
  g_autoptr(DaybookInterrupt) interrupt = NULL;
  Wish wish = { FALSE, FALSE, FALSE, NULL };
  const GOptionEntry entries[] = {
    { "on", 0, 0, G_OPTION_ARG_NONE, &wish.on, N_("From now on imports open its cases by themselves"), NULL },
    { "off", 0, 0, G_OPTION_ARG_NONE, &wish.off, N_("From now on they open none"), NULL },
    { "open", 0, 0, G_OPTION_ARG_NONE, &wish.open, N_("Open cases of the rows that have none"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 1, 1, error);
  gboolean writes = wish.on || wish.off || wish.open;
  DaybookRegister *definition;

  if (words == NULL)
    return FALSE;

  /* Before the store has threads, which would get its signals. */
  wish.interrupt = interrupt = daybook_interrupt_new ();
  if (daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL
      || (writes && !daybook_cli_check_author_of (cli, &daybook_registers, error)))
    return FALSE;

  definition = daybook_reader_register (daybook_store_get_reader (cli->store), words[0]);
  return check_wish (definition, &wish, words[0], error)
         && (!(wish.on || wish.off) || set_by_itself (cli, definition, wish.on, error))
         && answer (cli, words[0], &wish, error);
}
