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
    passphrase = daybook_passphrase_ask (_("Passphrase of the backup:"), error);

  return passphrase;
}

static gboolean
print_restored (DaybookCli  *cli,
                const char  *file,
                GError     **error)
{
  g_autoptr(DaybookQuery) query = daybook_query_new (&daybook_orders);
  gint64 orders = daybook_reader_count (daybook_store_get_reader (cli->store), query, 0, error);
  g_autofree char *shown = g_filename_display_name (file);
  gint64 made;
  g_autofree char *before = daybook_backup_newest (cli->store, &made);
  g_autoptr(JsonObject) object = json_object_new ();

  if (orders < 0)
    return FALSE;

  if (!daybook_cli_is_json (cli))
    {
      daybook_print (_("Restored from %s: %lld orders.\n"), shown, (long long) orders);
      if (before != NULL)
        daybook_print (_("What was there before is in %s.\n"), before);
      return TRUE;
    }

  json_object_set_string_member (object, "file", shown);
  json_object_set_int_member (object, "orders", orders);
  daybook_json_set_text (object, "before", before);
  daybook_print_json (object);
  return TRUE;
}

static gboolean
restore (DaybookCli  *cli,
         const char  *file,
         GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  char *passphrase = get_passphrase (file, &local_error);
  gboolean restored;

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  restored = daybook_backup_restore (cli->store, file, passphrase, error);
  daybook_passphrase_free (passphrase);
  return restored && print_restored (cli, file, error);
}

static gboolean
run_restore (DaybookCli  *cli,
             char       **arguments,
             GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 1, 1, error);

  return words != NULL && daybook_cli_open (cli, DAYBOOK_STORE_CREATE, error) != NULL &&
         daybook_cli_check_lead (cli, error) && restore (cli, words[0], error);
}

const DaybookCommand daybook_command_restore = {
  "restore", "FILE",
  N_("Put a backup in the place of what is there, which is backed up first"),
  DAYBOOK_WORDS_FILES,
  run_restore,
};
