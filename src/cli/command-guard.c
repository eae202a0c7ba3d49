/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/find-row.h"
#include "cli/guard-words.h"
#include "cli/input.h"
#include "cli/interrupt.h"
#include "cli/looks.h"
#include "cli/output.h"
#include "cli/read-field.h"

#include "core/case.h"
#include "store/word-guard.h"

#include <glib/gi18n-lib.h>

/* No message to a customer is longer. */
#define MOST_BYTES (1024 * 1024)

/* So many characters around what was found are shown to people. */
#define AROUND 20

typedef struct
{
  char *channel;
  char *of; /* --for */
} Words;

static void
clear_words (Words *words)
{
  g_free (words->channel);
  g_free (words->of);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, clear_words)

/* --- What is asked ---------------------------------------------------------------------- */

/* Whoever has a whole phone number let pass as the customer's learns whose it is. */
static gboolean
log_look (DaybookCli        *cli,
          const DaybookRow  *row,
          GError           **error)
{
  const DaybookLook look = daybook_cli_look (cli, NULL, DAYBOOK_REVEAL_SEARCH);
  g_autoptr(DaybookEdit) edit = daybook_reveal_edit_new (&look);
  g_autoptr(DaybookOutcome) outcome = NULL;

  daybook_reveal_add_row (edit, &look, daybook_table_base (row->table), &row->id);
  outcome = daybook_cli_check_known (cli, error) ? daybook_store_commit (cli->store, edit, error) : NULL;
  return outcome != NULL;
}

/* What is found in a text to the customer of the row `of`. */
static GArray *
check_for (DaybookCli          *cli,
           const DaybookGuard  *guard,
           const char          *text,
           DaybookChannel       channel,
           const char          *of,
           GError             **error)
{
  g_autoptr(DaybookRow) row = daybook_find_any_row (cli->store, of, error);
  g_auto(GStrv) allowed = row != NULL ? daybook_reader_contacts_of (daybook_store_get_reader (cli->store), row, error) : NULL;
  g_autoptr(GArray) all = NULL, findings = NULL;

  if (allowed == NULL)
    return NULL;

  all = daybook_guard_check (guard, text, channel, NULL);
  findings = daybook_guard_check (guard, text, channel, (const char *const *) allowed);
  return findings->len == all->len || log_look (cli, row, error) ? g_steal_pointer (&findings) : NULL;
}

/* --- What is told ----------------------------------------------------------------------- */

static char *
piece_of (const char                *text,
          const DaybookGuardFinding *finding)
{
  return g_strndup (text + finding->from, finding->to - finding->from);
}

static void
print_json (const char *text,
            GArray     *findings)
{
  g_autoptr(JsonObject) object = json_object_new ();
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < findings->len; i++)
    {
      const DaybookGuardFinding *finding = &g_array_index (findings, DaybookGuardFinding, i);
      g_autofree char *piece = piece_of (text, finding);
      JsonObject *one = json_object_new ();

      json_object_set_int_member (one, "start", finding->start);
      json_object_set_int_member (one, "end", finding->end);
      json_object_set_string_member (one, "text", piece);
      json_object_set_string_member (one, "rule", finding->rule);
      daybook_json_set_text (one, "instead", finding->instead);
      json_array_add_object_element (array, one);
    }

  json_object_set_array_member (object, "findings", array);
  daybook_print_json (object);
}

/* A few characters around what was found, which stands in brackets, on one line. */
static char *
mark (const char                *text,
      const DaybookGuardFinding *finding)
{
  const char *start = text + finding->from, *end = text + finding->to;
  g_autofree char *piece = piece_of (text, finding);

  for (guint n = 0; n < AROUND && start > text; n++)
    start = g_utf8_prev_char (start);
  for (guint n = 0; n < AROUND && *end != '\0'; n++)
    end = g_utf8_next_char (end);

  g_autofree char *before = g_strndup (start, (gsize) (text + finding->from - start));
  g_autofree char *after = g_strndup (text + finding->to, (gsize) (end - text) - finding->to);
  g_autofree char *line = g_strconcat (start > text ? "…" : "", before, "[", piece, "]", after, *end != '\0' ? "…" : "", NULL);

  return daybook_text_clean (line);
}

static void
print_finding (const char                *text,
               const DaybookGuardFinding *finding)
{
  g_autofree char *marked = mark (text, finding);
  g_autofree char *title = daybook_text_clean (finding->title);
  g_autofree char *why = daybook_text_clean (finding->why);
  g_autofree char *instead = finding->instead != NULL ? daybook_text_clean (finding->instead) : NULL;

  daybook_print ("%s\n", marked);
  /* Translators: the name of a rule, and why something is not said. */
  daybook_print (_("  %s: %s\n"), title, why);
  if (instead != NULL)
    daybook_print (_("  Better: %s\n"), instead);
}

static void
print_text (const char *text,
            GArray     *findings)
{
  for (guint i = 0; i < findings->len; i++)
    print_finding (text, &g_array_index (findings, DaybookGuardFinding, i));

  if (findings->len == 0)
    daybook_print ("%s\n", _("Nothing found."));
  else
    daybook_print (ngettext ("%u place found.\n", "%u places found.\n", findings->len), findings->len);
}

static gboolean
run_check (DaybookCli  *cli,
           char       **arguments,
           GError     **error)
{
  g_auto(Words) said = { NULL, NULL };
  const GOptionEntry entries[] = {
    { "channel", 0, 0, G_OPTION_ARG_FILENAME, &said.channel, N_("By which way it goes out; without it, all ways count"), N_("CHANNEL") },
    { "for", 0, 0, G_OPTION_ARG_FILENAME, &said.of, N_("The order, case or customer whose contacts may be in it"), N_("ID") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 1, 1, error);
  g_autoptr(DaybookInterrupt) interrupt = daybook_interrupt_new ();
  g_autoptr(DaybookGuard) guard = NULL;
  g_autoptr(GArray) findings = NULL;
  g_autofree char *text = NULL;
  gint64 channel;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL
      || !daybook_read_word (cli, &daybook_cases.fields[DAYBOOK_CASE_CHANNEL], said.channel, &channel, error))
    return FALSE;

  text = daybook_input_text (words[0], MOST_BYTES, daybook_interrupt_get_cancellable (interrupt), error);
  guard = text != NULL ? daybook_reader_guard (daybook_store_get_reader (cli->store), error) : NULL;
  if (guard == NULL)
    return FALSE;

  findings = said.of != NULL ? check_for (cli, guard, text, (DaybookChannel) channel, said.of, error)
                             : daybook_guard_check (guard, text, (DaybookChannel) channel, NULL);
  if (findings == NULL)
    return FALSE;

  if (daybook_cli_is_json (cli))
    print_json (text, findings);
  else
    print_text (text, findings);
  return TRUE;
}

/* A text that is the word of a verb comes from standard input. */
static gboolean
run_guard (DaybookCli  *cli,
           char       **arguments,
           GError     **error)
{
  static const DaybookVerb VERBS[] = {
    { "list", daybook_run_guard_list },
    { "add", daybook_run_guard_add },
    { "set", daybook_run_guard_set },
    { "remove", daybook_run_guard_remove },
    { "on", daybook_run_guard_on },
    { "off", daybook_run_guard_off },
    { NULL, NULL },
  };

  for (const DaybookVerb *verb = VERBS; arguments[0] != NULL && verb->name != NULL; verb++)
    if (g_str_equal (verb->name, arguments[0]))
      return verb->run (cli, arguments + 1, error);

  return run_check (cli, arguments, error);
}

const DaybookCommand daybook_command_guard = {
  "guard",
  "TEXT [--channel CHANNEL] [--for ID]"
  " | list [--own] [--off] [--rule RULE] [--search TEXT] [--limit N] [--after ID]"
  " | add WORD [--instead TEXT] [--why TEXT] [--rule RULE] [--channels CHANNELS] [--spares]"
  " | set WORD FIELD=VALUE…"
  " | remove WORD…"
  " | on RULE|WORD"
  " | off RULE|WORD",
  N_("Look through a text to a customer for what the shop does not say, and keep the list of that"),
  DAYBOOK_WORDS_TEXT,
  run_guard,
};
