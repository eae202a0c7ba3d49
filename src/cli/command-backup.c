/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/passphrase.h"

#include "store/backup.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

static gint64
file_size (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 ? (gint64) status.st_size : 0;
}

static void
print_made (DaybookCli *cli,
            const char *path)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *size = g_format_size ((guint64) file_size (path));
  g_autoptr(JsonObject) object = json_object_new ();

  if (!daybook_cli_is_json (cli))
    {
      daybook_print (_("Backed up and checked: %s (%s)\n"), shown, size);
      return;
    }

  json_object_set_string_member (object, "file", shown);
  json_object_set_int_member (object, "bytes", file_size (path));
  json_object_set_boolean_member (object, "encrypted", daybook_backup_is_encrypted (path));
  json_object_set_boolean_member (object, "verified", TRUE);
  daybook_print_json (object);
}

static gboolean
make_backup (DaybookCli  *cli,
             const char  *to,
             GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  char *passphrase = daybook_passphrase_read (&local_error);
  g_autofree char *path = NULL;

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  path = daybook_backup_make (cli->store, to, passphrase, NULL, error);
  daybook_passphrase_free (passphrase);
  if (path == NULL)
    return FALSE;

  print_made (cli, path);
  return TRUE;
}

static gboolean
run_backup (DaybookCli  *cli,
            char       **arguments,
            GError     **error)
{
  g_autofree char *to = NULL;
  const GOptionEntry entries[] = {
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &to, N_("Into this file, not into the folder of the shop"), N_("FILE") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) words = daybook_cli_parse (cli, entries, arguments, 0, 0, error);

  return words != NULL && daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) != NULL &&
         daybook_cli_check_right (cli, DAYBOOK_RIGHT_BACKUP, error) && make_backup (cli, to, error);
}

const DaybookCommand daybook_command_backup = {
  "backup", "[--to FILE]",
  N_("Make a checked copy of everything"),
  DAYBOOK_WORDS_FILES,
  run_backup,
};
