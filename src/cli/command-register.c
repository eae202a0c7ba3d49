/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/find-row.h"
#include "cli/output.h"
#include "cli/print-act.h"
#include "cli/register-births.h"
#include "cli/register-ledger.h"
#include "cli/register-statistics.h"

#include "exchange/register-file.h"
#include "store/registers.h"

#include <glib/gi18n-lib.h>

static DaybookReader *
reader_of (DaybookCli *cli)
{
  return daybook_store_get_reader (cli->store);
}

/* --- list ------------------------------------------------------------------- */

static JsonObject *
register_to_json (const DaybookShopRegister *one)
{
  JsonObject *object = json_object_new ();
  DaybookId id;

  daybook_register_row_id (&id, daybook_register_get_key (one->definition));
  daybook_json_set_id (object, "id", &id);
  json_object_set_string_member (object, "kind", daybook_registers.kind);
  json_object_set_string_member (object, "title", daybook_register_get_title (one->definition));
  json_object_set_string_member (object, "key", daybook_register_get_key (one->definition));
  json_object_set_string_member (object, "prefix", daybook_register_get_prefix (one->definition));
  json_object_set_boolean_member (object, "used", one->used);
  json_object_set_boolean_member (object, "shipped", one->shipped);
  json_object_set_boolean_member (object, "changed", one->changed);
  json_object_set_int_member (object, "fields", daybook_register_get_n_fields (one->definition));
  json_object_set_int_member (object, "stages", daybook_register_get_n_stages (one->definition));
  return object;
}

static void
print_json (GPtrArray *registers)
{
  daybook_print_list_begin (daybook_registers.plural, registers->len);
  for (guint i = 0; i < registers->len; i++)
    {
      g_autoptr(JsonObject) object = register_to_json (g_ptr_array_index (registers, i));

      daybook_print_list_row (object, i);
    }
  daybook_print_list_end ();
}

/* Whose it is, in a word. */
static const char *
origin_of (const DaybookShopRegister *one)
{
  if (!one->shipped)
    return _("The shop’s own");
  return one->changed ? _("Changed") : "";
}

static void
print_text (GPtrArray *registers)
{
  g_autoptr(DaybookTextTable) table = daybook_print_new_table ();

  daybook_text_table_column (table, _("Key"), DAYBOOK_ALIGN_WHOLE);
  daybook_text_table_column (table, _("Register"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("Prefix"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, _("Used"), DAYBOOK_ALIGN_LEFT);
  daybook_text_table_column (table, "", DAYBOOK_ALIGN_LEFT);
  for (guint i = 0; i < registers->len; i++)
    {
      const DaybookShopRegister *one = g_ptr_array_index (registers, i);

      daybook_text_table_row (table);
      daybook_text_table_cell (table, daybook_register_get_key (one->definition));
      daybook_text_table_cell (table, daybook_register_get_title (one->definition));
      daybook_text_table_cell (table, daybook_register_get_prefix (one->definition));
      daybook_text_table_cell (table, one->used ? _("Yes") : _("No"));
      daybook_text_table_cell (table, origin_of (one));
    }
  daybook_print_table (table);
}

/* What is broken is said, and the others are there all the same. */
static gboolean
run_list (DaybookCli  *cli,
          char       **arguments,
          GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 0, 0, error);
  g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) registers = NULL;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL)
    return FALSE;

  registers = daybook_registers_read (reader_of (cli), problems, error);
  if (registers == NULL)
    return FALSE;

  if (daybook_cli_is_json (cli))
    print_json (registers);
  else
    print_text (registers);
  for (guint i = 0; i < problems->len; i++)
    g_printerr ("daybookctl: %s\n", (char *) g_ptr_array_index (problems, i));
  return TRUE;
}

/* --- export ----------------------------------------------------------------- */

static gboolean
write_file (DaybookCli  *cli,
            const char  *key,
            const char  *text,
            const char  *path,
            GError     **error)
{
  g_autoptr(JsonObject) object = json_object_new ();
  g_autofree char *shown = g_filename_display_name (path);

  if (!daybook_register_file_write (path, text, error))
    return FALSE;

  json_object_set_string_member (object, "register", key);
  json_object_set_string_member (object, "file", shown);
  if (daybook_cli_is_json (cli))
    daybook_print_json (object);
  else
    daybook_print (_("The register “%s” is in %s.\n"), key, shown);
  return TRUE;
}

static gboolean
run_export (DaybookCli  *cli,
            char       **arguments,
            GError     **error)
{
  g_autofree char *to = NULL;
  const GOptionEntry entries[] = {
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &to, N_("Into this file, not on the terminal"), N_("FILE") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 1, 1, error);
  g_autoptr(JsonNode) definition = NULL;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL)
    return FALSE;

  definition = daybook_registers_definition (reader_of (cli), words[0], error);
  if (definition == NULL)
    return FALSE;

  /* In a file people read it; for a script it is one line, as everything. */
  g_autofree char *text = json_to_string (definition, to != NULL || !daybook_cli_is_json (cli));
  if (to != NULL)
    return write_file (cli, words[0], text, to, error);

  daybook_print ("%s\n", text);
  return TRUE;
}

/* --- import, use, hide -------------------------------------------------------- */

static gboolean
run_import (DaybookCli  *cli,
            char       **arguments,
            GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 1, 1, error);
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  g_autofree char *key = NULL;
  DaybookId id;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_CREATE, error) == NULL
      || !daybook_cli_check_author_of (cli, &daybook_registers, error))
    return FALSE;

  name = g_filename_display_basename (words[0]);
  g_autofree char *title = g_strdup_printf (_("Register taken from %s"), name);
  g_autoptr(DaybookEdit) edit = daybook_cli_new_edit (cli, title);
  text = daybook_register_file_read (words[0], error);
  key = text != NULL ? daybook_registers_adopt (reader_of (cli), edit, text, name, error) : NULL;
  if (key == NULL)
    return FALSE;

  daybook_register_row_id (&id, key);
  return daybook_commit_and_print_row (cli, edit, &daybook_registers, &id, error);
}

static gboolean
set_used (DaybookCli  *cli,
          char       **arguments,
          gboolean     used,
          GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 1, 1, error);
  DaybookId id;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL
      || !daybook_cli_check_author_of (cli, &daybook_registers, error))
    return FALSE;

  g_autofree char *title = g_strdup_printf (used ? _("Register shown: %s") : _("Register hidden: %s"), words[0]);
  g_autoptr(DaybookEdit) edit = daybook_cli_new_edit (cli, title);
  if (!daybook_registers_use (reader_of (cli), edit, words[0], used, error))
    return FALSE;

  daybook_register_row_id (&id, words[0]);
  return daybook_commit_and_print_row (cli, edit, &daybook_registers, &id, error);
}

static gboolean
run_use (DaybookCli  *cli,
         char       **arguments,
         GError     **error)
{
  return set_used (cli, arguments, TRUE, error);
}

static gboolean
run_hide (DaybookCli  *cli,
          char       **arguments,
          GError     **error)
{
  return set_used (cli, arguments, FALSE, error);
}

static gboolean
run_register (DaybookCli  *cli,
              char       **arguments,
              GError     **error)
{
  static const DaybookVerb VERBS[] = {
    { "list", run_list },
    { "export", run_export },
    { "import", run_import },
    { "use", run_use },
    { "hide", run_hide },
    { "births", daybook_register_run_births },
    { "statistics", daybook_register_run_statistics },
    { "ledger", daybook_register_run_ledger },
    { NULL, NULL },
  };

  return daybook_cli_run_verb (cli, VERBS, arguments, error);
}

const DaybookCommand daybook_command_register = {
  "register", "list | export KEY [--to FILE] | import FILE | use KEY | hide KEY | births KEY [--on|--off] [--open] | statistics KEY [--months N] [--to FILE] | ledger [--first N|--off]",
  N_("List the registers of cases, pass one on to another shop, show or hide one"),
  DAYBOOK_WORDS_FILES,
  run_register,
};
