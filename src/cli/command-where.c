/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/output.h"

#include "core/moment.h"
#include "store/backup.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

static gint64
file_size (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 ? (gint64) status.st_size : 0;
}

static void
print_json (DaybookCli *cli,
            const char *backup,
            gint64      made)
{
  const char *path = daybook_store_get_path (cli->store);
  g_autofree char *folder_name = g_filename_display_name (daybook_store_get_folder (cli->store));
  g_autofree char *file_name = g_filename_display_name (path);
  g_autoptr(JsonObject) object = json_object_new ();

  json_object_set_string_member (object, "folder", folder_name);
  json_object_set_string_member (object, "file", file_name);
  json_object_set_int_member (object, "bytes", file_size (path));
  daybook_json_set_text (object, "backup", backup);
  daybook_json_set_moment (object, "backup_at", cli, backup != NULL ? made : 0);
  daybook_print_json (object);
}

static void
print_text (DaybookCli *cli,
            const char *backup,
            gint64      made)
{
  const char *path = daybook_store_get_path (cli->store);
  g_autofree char *size = g_format_size ((guint64) file_size (path));
  g_autofree char *at = backup != NULL ? daybook_moment_format_long (made, daybook_store_get_zone (cli->store)) : NULL;

  daybook_print (_("Your data is in %s (%s).\n"), path, size);
  if (backup != NULL)
    daybook_print (_("The newest checked backup is %s, of %s.\n"), backup, at);
  else
    daybook_print ("%s\n", _("There is no backup yet: “daybookctl backup” makes one."));
}

static gboolean
run_where (DaybookCli  *cli,
           char       **arguments,
           GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 0, 0, error);
  g_autofree char *backup = NULL;
  gint64 made = 0;

  if (words == NULL || daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) == NULL)
    return FALSE;

  backup = daybook_backup_newest (cli->store, &made);
  if (daybook_cli_is_json (cli))
    print_json (cli, backup, made);
  else
    print_text (cli, backup, made);
  return TRUE;
}

const DaybookCommand daybook_command_where = {
  "where", "",
  N_("Say where the data is, and the newest backup"),
  DAYBOOK_WORDS_TEXT,
  run_where,
};
