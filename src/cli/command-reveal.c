/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/find-row.h"
#include "cli/looks.h"
#include "cli/print-row.h"
#include "cli/text-table.h"

#include "store/reveals.h"

#include <glib/gi18n-lib.h>

/* The masked field of a row that `word` names. */
static int
find_masked_field (const DaybookRow *row,
                   const char       *word,
                   GError          **error)
{
  int field = daybook_find_field (row->table, word, error);

  if (field < 0 || row->table->fields[field].mask != DAYBOOK_MASK_NONE)
    return field;

  g_set_error (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE,
               _("“%s” is not masked: daybookctl show prints it."), word);
  return -1;
}

/* That it was asked for in vain is written down too: the owner looks at that. */
static gboolean
check_quota (DaybookCli        *cli,
             const DaybookRow  *row,
             const char        *reason,
             GError           **error)
{
  const DaybookLook look = daybook_cli_look (cli, reason, DAYBOOK_REVEAL_COMMAND);
  g_autoptr(DaybookEdit) edit = daybook_reveal_edit_new (&look);
  g_autoptr(DaybookOutcome) outcome = NULL;
  g_autoptr(GError) local = NULL;

  if (daybook_reader_check_quota (daybook_store_get_reader (cli->store), look.at, &local))
    return TRUE;

  daybook_reveal_add_refused (edit, &look, row->table, &row->id);
  outcome = g_error_matches (local, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED) ? daybook_store_commit (cli->store, edit, NULL) : NULL;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* Written down before it is printed. `reveal` stays null where nothing is hidden. */
static gboolean
log_reveal (DaybookCli        *cli,
            const DaybookRow  *row,
            guint              field,
            const char        *reason,
            DaybookId         *reveal,
            GError           **error)
{
  const DaybookLook look = daybook_cli_look (cli, reason, DAYBOOK_REVEAL_COMMAND);
  g_autoptr(DaybookEdit) edit = daybook_reveal_edit_new (&look);
  g_autoptr(DaybookOutcome) outcome = NULL;

  *reveal = (DaybookId) { { 0 } };
  if (!daybook_row_hides (row, field))
    return TRUE;
  if (!check_quota (cli, row, reason, error))
    return FALSE;

  daybook_reveal_add_field (edit, &look, row->table, &row->id, field);
  *reveal = daybook_edit_change (edit, 0)->row;
  outcome = daybook_store_commit (cli->store, edit, error);
  return outcome != NULL;
}

static void
print_value (DaybookCli       *cli,
             const DaybookRow *row,
             guint             field,
             const DaybookId  *reveal)
{
  const char *value = daybook_row_has (row, field) ? daybook_row_text (row, field) : NULL;
  g_autofree char *title = daybook_row_masked_title (cli, row);
  g_autoptr(JsonObject) object = NULL;

  if (!daybook_cli_is_json (cli))
    {
      g_autofree char *clean = daybook_text_clean (value != NULL ? value : "");

      daybook_print ("%s\n", clean);
      return;
    }

  object = json_object_new ();
  daybook_json_set_id (object, "id", &row->id);
  json_object_set_string_member (object, "kind", row->table->kind);
  json_object_set_string_member (object, "title", title);
  json_object_set_string_member (object, "field", daybook_field_get_name (&row->table->fields[field]));
  daybook_json_set_text (object, "value", value);
  daybook_json_set_id (object, "reveal", reveal);
  daybook_print_json (object);
}

static gboolean
run_reveal (DaybookCli  *cli,
            char       **arguments,
            GError     **error)
{
  g_autofree char *reason = NULL;
  const GOptionEntry entries[] = {
    { "reason", 0, 0, G_OPTION_ARG_FILENAME, &reason, N_("Why it has to be seen; kept in the log"), N_("TEXT") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 2, 2, error);
  g_autoptr(DaybookRow) row = NULL;
  DaybookId reveal;
  int field;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL ||
      !daybook_cli_check_right (cli, DAYBOOK_RIGHT_REVEAL, error))
    return FALSE;

  row = daybook_find_any_row (cli->store, words[0], error);
  field = row != NULL ? find_masked_field (row, words[1], error) : -1;
  if (field < 0 || !log_reveal (cli, row, (guint) field, reason, &reveal, error))
    return FALSE;

  print_value (cli, row, (guint) field, &reveal);
  return TRUE;
}

const DaybookCommand daybook_command_reveal = {
  "reveal", "ID FIELD [--reason TEXT]",
  N_("Show one masked value in full; it is written down"),
  DAYBOOK_WORDS_TEXT,
  run_reveal,
};
