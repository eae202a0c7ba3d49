/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/passphrase.h"

#include "core/order.h"
#include "store/backup.h"

#include <glib/gi18n-lib.h>

/* The passphrase of an encrypted backup, from the descriptor or the terminal;
 * NULL without an error when the backup needs none. */
static char *
get_passphrase (const char  *file,
                GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  char *passphrase;

  if (!daybook_backup_is_encrypted (file))
    return NULL;

  passphrase = daybook_passphrase_read (&local_error);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (passphrase == NULL)
    passphrase = daybook_passphrase_ask (_("Passphrase of the backup:"), NULL, error);

  return passphrase;
}

static gboolean
print_restored (DaybookCli  *cli,
                const char  *file,
                const char  *before,
                GError     **error)
{
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_orders);
  gint64 orders = daybook_reader_count (daybook_store_get_reader (cli->store), query, 0, error);
  g_autofree char *shown = g_filename_display_name (file);
  g_autofree char *kept = g_filename_display_name (before);
  g_autoptr(JsonObject) object = json_object_new ();

  if (orders < 0)
    return FALSE;

  if (!daybook_cli_is_json (cli))
    {
      daybook_print (_("Restored from %s: %lld orders.\n"), shown, (long long) orders);
      daybook_print (_("What was there before is in %s.\n"), kept);
      return TRUE;
    }

  json_object_set_string_member (object, "file", shown);
  json_object_set_int_member (object, "orders", orders);
  json_object_set_string_member (object, "before", kept);
  daybook_print_json (object);
  return TRUE;
}

/* Into the book that is open. */
static gboolean
restore (DaybookCli  *cli,
         const char  *file,
         const char  *passphrase,
         GError     **error)
{
  g_autofree char *before = NULL;

  return daybook_cli_check_right (cli, DAYBOOK_RIGHT_BACKUP, error)
         && daybook_backup_restore (cli->store, file, passphrase, &before, error)
         && print_restored (cli, file, before, error);
}

/* In the place of one that cannot be opened. Who may do this stands in the book,
 * where nobody can read it: whoever may write in the folder. */
static gboolean
rescue (DaybookCli  *cli,
        const char  *file,
        const char  *passphrase,
        GError     **error)
{
  g_autoptr(GTimeZone) here = g_time_zone_new_local ();
  g_autofree char *aside = NULL;
  gint64 now;

  if (cli->store != NULL)
    daybook_store_close (cli->store);
  g_clear_object (&cli->store);
  g_clear_pointer (&cli->as, g_free);

  return daybook_cli_read_now (cli, here, &now, error)
         && daybook_backup_rescue (cli->folder, file, passphrase, now != 0 ? now : g_get_real_time () / G_USEC_PER_SEC,
                                   &aside, error)
         && daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, error) != NULL
         && daybook_store_rebuild (cli->store, NULL, NULL, NULL, error)
         && print_restored (cli, file, aside, error);
}

static gboolean
restore_or_rescue (DaybookCli  *cli,
                   const char  *file,
                   const char  *passphrase,
                   GError     **error)
{
  g_autoptr(GError) local_error = NULL;

  if (daybook_cli_open (cli, DAYBOOK_STORE_CREATE, &local_error) != NULL && restore (cli, file, passphrase, &local_error))
    return TRUE;
  if (g_error_matches (local_error, DAYBOOK_ERROR, DAYBOOK_ERROR_CORRUPT))
    return rescue (cli, file, passphrase, error);

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
run_restore (DaybookCli  *cli,
             char       **arguments,
             GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 1, 1, error);
  g_autoptr(GError) local_error = NULL;
  char *passphrase = words != NULL ? get_passphrase (words[0], &local_error) : NULL;
  gboolean restored = FALSE;

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (words != NULL)
    restored = restore_or_rescue (cli, words[0], passphrase, error);

  daybook_passphrase_free (passphrase);
  return restored;
}

const DaybookCommand daybook_command_restore = {
  "restore", "FILE",
  N_("Put a backup in the place of what is there, which is kept"),
  DAYBOOK_WORDS_FILES,
  run_restore,
};
