/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/find-row.h"
#include "cli/output.h"

#include "core/case-parts.h"
#include "exchange/new-file.h"
#include "store/attachments.h"

#include <glib/gi18n-lib.h>

/* Into a folder it goes under its own name. */
static char *
path_for (const DaybookRow *row,
          const char       *to)
{
  g_autofree char *name = g_path_get_basename (daybook_row_text (row, DAYBOOK_ATTACHMENT_NAME));

  return g_file_test (to, G_FILE_TEST_IS_DIR) ? g_build_filename (to, name, NULL) : g_strdup (to);
}

static gboolean
write_file (GBytes      *content,
            const char  *path,
            GError     **error)
{
  g_autoptr(DaybookNewFile) file = daybook_new_file_create (path, error);
  gsize size;
  const char *data = g_bytes_get_data (content, &size);

  if (file == NULL)
    return FALSE;

  daybook_new_file_write (file, data, size);
  return daybook_new_file_keep (file, error);
}

static void
print_saved (DaybookCli       *cli,
             const DaybookRow *row,
             const char       *path,
             gsize             size)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autoptr(JsonObject) object = json_object_new ();

  if (!daybook_cli_is_json (cli))
    {
      daybook_print (_("Saved: %s\n"), shown);
      return;
    }

  daybook_json_set_id (object, "attachment", &row->id);
  json_object_set_string_member (object, "file", shown);
  json_object_set_int_member (object, "bytes", (gint64) size);
  daybook_print_json (object);
}

static gboolean
run_save (DaybookCli  *cli,
          char       **arguments,
          GError     **error)
{
  g_autofree char *to = NULL;
  const GOptionEntry entries[] = {
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &to, N_("Into this file, or into this folder under its own name"), N_("FILE") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 1, 1, error);
  g_autoptr(DaybookRow) row = NULL;
  g_autoptr(GBytes) content = NULL;
  g_autofree char *path = NULL;

  if (words == NULL)
    return FALSE;
  if (to == NULL || *to == '\0')
    {
      g_set_error_literal (error, DAYBOOK_CLI_ERROR, DAYBOOK_CLI_ERROR_USAGE, _("Say with --to into which file."));
      return FALSE;
    }
  if (daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL || !daybook_cli_check_reader_of (cli, &daybook_attachments, error))
    return FALSE;

  row = daybook_find_row (cli->store, &daybook_attachments, words[0], error);
  if (row != NULL)
    content = daybook_attachments_read (daybook_store_get_folder (cli->store), daybook_row_text (row, DAYBOOK_ATTACHMENT_HASH), error);
  if (content == NULL)
    return FALSE;

  path = path_for (row, to);
  if (!write_file (content, path, error))
    return FALSE;

  print_saved (cli, row, path, g_bytes_get_size (content));
  return TRUE;
}

static gboolean
run_attachment (DaybookCli  *cli,
                char       **arguments,
                GError     **error)
{
  static const DaybookVerb VERBS[] = {
    { "save", run_save },
    { NULL, NULL },
  };

  return daybook_cli_run_verb (cli, VERBS, arguments, error);
}

const DaybookCommand daybook_command_attachment = {
  "attachment", "save ID --to FILE",
  N_("Write a photo of a case into a file"),
  DAYBOOK_WORDS_FILES,
  run_attachment,
};
