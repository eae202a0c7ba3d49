/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/output.h"

#include "store/backup.h"

#include <glib/gi18n-lib.h>

static JsonObject *
check_to_json (const DaybookCheck *check)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "what", check->what);
  json_object_set_int_member (object, "count", check->count);
  daybook_json_set_text (object, "fault", check->fault);
  return object;
}

static void
print_json (GPtrArray *checks,
            guint      n_faults)
{
  g_autoptr(JsonObject) object = json_object_new ();
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < checks->len; i++)
    json_array_add_object_element (array, check_to_json (g_ptr_array_index (checks, i)));

  json_object_set_boolean_member (object, "sound", n_faults == 0);
  json_object_set_array_member (object, "checks", array);
  daybook_print_json (object);
}

static void
print_text (GPtrArray *checks)
{
  g_autoptr(DaybookTextTable) table = daybook_print_new_table ();

  daybook_text_table_column (table, _("Checked"), DAYBOOK_ALIGN_WHOLE);
  daybook_text_table_column (table, _("Count"), DAYBOOK_ALIGN_RIGHT);
  daybook_text_table_column (table, _("Fault"), DAYBOOK_ALIGN_WHOLE);

  for (guint i = 0; i < checks->len; i++)
    {
      const DaybookCheck *check = g_ptr_array_index (checks, i);
      g_autofree char *count = g_strdup_printf ("%" G_GINT64_FORMAT, check->count);

      daybook_text_table_row (table);
      daybook_text_table_cell (table, check->what);
      daybook_text_table_cell (table, count);
      daybook_text_table_cell (table, check->fault != NULL ? check->fault : _("none"));
    }

  daybook_print_table (table);
}

static guint
count_faults (GPtrArray *checks)
{
  guint n_faults = 0;

  for (guint i = 0; i < checks->len; i++)
    if (((const DaybookCheck *) g_ptr_array_index (checks, i))->fault != NULL)
      n_faults++;

  return n_faults;
}

static gboolean
run_verify (DaybookCli  *cli,
            char       **arguments,
            GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 0, 0, error);
  g_autoptr(GPtrArray) checks = NULL;
  guint n_faults;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL)
    return FALSE;

  checks = daybook_store_verify (cli->store, NULL, error);
  if (checks == NULL)
    return FALSE;

  n_faults = count_faults (checks);
  if (daybook_cli_is_json (cli))
    print_json (checks, n_faults);
  else
    print_text (checks);

  if (n_faults > 0)
    g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CORRUPT,
                         _("The book has faults: restore the newest backup, or run “daybookctl rebuild” if only derived data is wrong."));
  return n_faults == 0;
}

const DaybookCommand daybook_command_verify = {
  "verify", "",
  N_("Check the file and the records in it"),
  DAYBOOK_WORDS_TEXT,
  run_verify,
};
