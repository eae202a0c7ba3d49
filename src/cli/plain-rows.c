/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/plain-rows.h"

#include "cli/find-row.h"
#include "cli/print-act.h"
#include "cli/print-list.h"
#include "cli/read-field.h"
#include "cli/read-query.h"

#include "core/campaign.h"
#include "core/trade-contact.h"

#include <glib/gi18n-lib.h>

gboolean
daybook_plain_rows_give (DaybookCli          *cli,
                         DaybookEdit         *edit,
                         const DaybookTable  *table,
                         char               **words,
                         GError             **error)
{
  g_autoptr(DaybookRow) none = daybook_row_new (table);

  for (char **word = words; *word != NULL; word++)
    {
      DaybookAssignManner manner;
      const char *text;
      DaybookValue value;
      int field = daybook_split_assignment (table, *word, &manner, &text, error);

      if (field < 0 || !daybook_read_value (cli, none, &table->fields[field], text, &value, error))
        return FALSE;
      daybook_edit_give (edit, (guint) field, value);
    }
  return TRUE;
}

gboolean
daybook_plain_rows_add (DaybookCli          *cli,
                        const DaybookTable  *table,
                        char               **words,
                        int                  stamp,
                        int                  agent,
                        GError             **error)
{
  /* Translators: an act in the history: what was made, and its title: “Campaign: Winter sale”. */
  g_autofree char *title = g_strdup_printf (_("%1$s: %2$s"), _(table->label), words[0]);
  g_autoptr(DaybookEdit) edit = daybook_cli_new_edit (cli, title);
  gint64 now = daybook_store_get_now (cli->store);
  DaybookId id;

  daybook_id_fresh (&id, now * 1000);
  daybook_edit_create (edit, table, &id);
  daybook_edit_give (edit, (guint) table->title, daybook_value_text (words[0]));
  if (stamp >= 0)
    daybook_edit_give (edit, (guint) stamp, daybook_value_int (now));
  if (agent >= 0)
    daybook_edit_give (edit, (guint) agent, daybook_value_id (daybook_store_get_agent (cli->store)));
  return daybook_plain_rows_give (cli, edit, table, words + 1, error) && daybook_commit_and_print_row (cli, edit, table, &id, error);
}

static gboolean
add_change (DaybookCli        *cli,
            DaybookEdit       *edit,
            const DaybookRow  *row,
            const char        *word,
            GError           **error)
{
  DaybookValue value;
  guint field;

  if (!daybook_read_assignment (cli, row->table, row, word, &field, &value, error))
    return FALSE;

  daybook_edit_set (edit, row->table, &row->id, field, value);
  return TRUE;
}

gboolean
daybook_plain_rows_set (DaybookCli          *cli,
                        const DaybookTable  *table,
                        char               **words,
                        GError             **error)
{
  g_autoptr(DaybookRow) row = daybook_find_row_in_use (cli->store, table, words[0], error);
  g_autoptr(DaybookEdit) edit = NULL;
  g_autofree char *title = NULL;

  if (row == NULL)
    return FALSE;

  title = g_strdup_printf (_("%1$s: %2$s"), _(table->label), daybook_row_text (row, (guint) table->title));
  edit = daybook_cli_new_edit (cli, title);
  for (char **word = words + 1; *word != NULL; word++)
    if (!add_change (cli, edit, row, *word, error))
      return FALSE;
  return daybook_commit_and_print_row (cli, edit, table, &row->id, error);
}

gboolean
daybook_plain_rows_remove (DaybookCli          *cli,
                           const DaybookTable  *table,
                           char               **words,
                           GError             **error)
{
  guint n = g_strv_length (words);
  g_autofree char *title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row moved to the trash", "%u rows moved to the trash", n), n);
  g_autoptr(DaybookEdit) edit = daybook_cli_new_edit (cli, title);

  for (char **word = words; *word != NULL; word++)
    {
      g_autoptr(DaybookRow) row = daybook_find_row_in_use (cli->store, table, *word, error);

      if (row == NULL)
        return FALSE;
      daybook_edit_delete (edit, table, &row->id);
    }
  return daybook_commit_and_print (cli, edit, error);
}

gboolean
daybook_plain_rows_list (DaybookCli          *cli,
                         const DaybookTable  *table,
                         char               **arguments,
                         const char          *where,
                         const char          *sort,
                         GError             **error)
{
  g_auto(DaybookListRange) range = DAYBOOK_LIST_RANGE_INIT;
  g_autofree char *said = NULL;
  const GOptionEntry entries[] = {
    { "where", 0, 0, G_OPTION_ARG_FILENAME, &said, N_("Only rows for which this holds"), N_("EXPR") },
    DAYBOOK_LIST_OPTIONS (range),
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 0, 0, error);
  g_autoptr(DaybookQuery) query = NULL;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || !daybook_cli_check_unmasked (cli, error))
    return FALSE;

  query = daybook_read_list (cli, table, NULL, said != NULL ? said : where, sort, error);
  return query != NULL && daybook_print_query (cli, table->plural, query, &range, error);
}

/* --- Verbs ------------------------------------------------------------------------------ */

typedef struct
{
  const char         *command;
  const DaybookTable *table;
  const char         *sort;
  int                 stamp; /* a field that gets the moment, or -1 */
  int                 agent; /* ... who it is */
} Kind;

static const Kind KINDS[] = {
  { "contact", &daybook_trade_contacts, "name", -1, -1 },
  { "campaign", &daybook_campaigns, "begins", -1, -1 },
  { "market", &daybook_market_notes, "-at", DAYBOOK_MARKET_NOTE_AT, DAYBOOK_MARKET_NOTE_AGENT },
};

static const Kind *
kind_of (DaybookCli *cli)
{
  for (guint i = 0; i < G_N_ELEMENTS (KINDS); i++)
    if (g_str_equal (KINDS[i].command, cli->command->name))
      return &KINDS[i];

  g_assert_not_reached ();
}

/* The words of a verb that writes; NULL: it is wrong, or may not be. (transfer full) */
static char **
begin_writing (DaybookCli  *cli,
               char       **arguments,
               guint        least,
               GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, least, G_MAXUINT, error);

  return words != NULL && daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) != NULL && daybook_cli_check_author (cli, error)
           ? g_steal_pointer (&words) : NULL;
}

gboolean
daybook_plain_rows_run_list (DaybookCli  *cli,
                             char       **arguments,
                             GError     **error)
{
  return daybook_plain_rows_list (cli, kind_of (cli)->table, arguments, NULL, kind_of (cli)->sort, error);
}

gboolean
daybook_plain_rows_run_add (DaybookCli  *cli,
                            char       **arguments,
                            GError     **error)
{
  const Kind *kind = kind_of (cli);
  g_auto(GStrv) words = begin_writing (cli, arguments, 1, error);

  return words != NULL && daybook_plain_rows_add (cli, kind->table, words, kind->stamp, kind->agent, error);
}

gboolean
daybook_plain_rows_run_set (DaybookCli  *cli,
                            char       **arguments,
                            GError     **error)
{
  g_auto(GStrv) words = begin_writing (cli, arguments, 2, error);

  return words != NULL && daybook_plain_rows_set (cli, kind_of (cli)->table, words, error);
}

gboolean
daybook_plain_rows_run_remove (DaybookCli  *cli,
                               char       **arguments,
                               GError     **error)
{
  g_auto(GStrv) words = begin_writing (cli, arguments, 1, error);

  return words != NULL && daybook_plain_rows_remove (cli, kind_of (cli)->table, words, error);
}

gboolean
daybook_plain_rows_run (DaybookCli  *cli,
                        char       **arguments,
                        GError     **error)
{
  static const DaybookVerb VERBS[] = {
    { "list", daybook_plain_rows_run_list },
    { "add", daybook_plain_rows_run_add },
    { "set", daybook_plain_rows_run_set },
    { "remove", daybook_plain_rows_run_remove },
    { NULL, NULL },
  };

  return daybook_cli_run_verb (cli, VERBS, arguments, error);
}
