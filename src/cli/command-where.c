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

/* What there is to say, also of a book that cannot be opened. */
typedef struct
{
  const char *file;
  const char *backup; /* the newest, or NULL */
  gint64      made;   /* when, UTC seconds */
  GTimeZone  *zone;   /* borrowed: the shop's, else the machine's */
  const char *fault;  /* why it cannot be opened, or NULL */
} Place;

static void
print_json (const Place *place)
{
  g_autofree char *folder = g_path_get_dirname (place->file);
  g_autofree char *folder_name = g_filename_display_name (folder);
  g_autofree char *file_name = g_filename_display_name (place->file);
  g_autofree char *at = place->backup != NULL ? daybook_moment_to_iso (place->made, place->zone) : NULL;
  g_autoptr(JsonObject) object = json_object_new ();

  json_object_set_string_member (object, "folder", folder_name);
  json_object_set_string_member (object, "file", file_name);
  json_object_set_int_member (object, "bytes", file_size (place->file));
  daybook_json_set_text (object, "backup", place->backup);
  daybook_json_set_text (object, "backup_at", at);
  daybook_json_set_text (object, "fault", place->fault);
  daybook_print_json (object);
}

static void
print_text (const Place *place)
{
  g_autofree char *size = g_format_size ((guint64) file_size (place->file));
  g_autofree char *at = place->backup != NULL ? daybook_moment_format_long (place->made, place->zone) : NULL;

  daybook_print (_("Your data is in %s (%s).\n"), place->file, size);
  if (place->fault != NULL)
    daybook_print ("%s\n", place->fault);
  if (place->backup != NULL)
    daybook_print (_("The newest checked backup is %s, of %s.\n"), place->backup, at);
  else if (place->fault == NULL)
    daybook_print ("%s\n", _("There is no backup yet: “daybookctl backup” makes one."));
}

/* A file that is there and is no book, or none that this program knows: where it
 * is, and what could take its place, is what somebody asks then. */
static gboolean
is_told (const GError *error)
{
  return g_error_matches (error, DAYBOOK_ERROR, DAYBOOK_ERROR_CORRUPT)
         || g_error_matches (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NEWER);
}

static gboolean
run_where (DaybookCli  *cli,
           char       **arguments,
           GError     **error)
{
  g_auto(GStrv) words = daybook_cli_parse (cli, NULL, arguments, 0, 0, error);
  g_autoptr(GTimeZone) here = g_time_zone_new_local ();
  g_autoptr(GError) local_error = NULL;

  if (words == NULL)
    return FALSE;

  if (daybook_cli_open (cli, DAYBOOK_STORE_EXISTING, &local_error) == NULL && !is_told (local_error))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  g_autofree char *folder = g_canonicalize_filename (cli->folder, NULL);
  g_autofree char *file = g_build_filename (folder, "daybook.db", NULL);
  gint64 made = 0;
  g_autofree char *backup = daybook_backup_newest (folder, &made);
  const Place place = {
    .file = file,
    .backup = backup,
    .made = made,
    .zone = cli->store != NULL ? daybook_store_get_zone (cli->store) : here,
    .fault = local_error != NULL ? local_error->message : NULL,
  };

  if (daybook_cli_is_json (cli))
    print_json (&place);
  else
    print_text (&place);
  return TRUE;
}

const DaybookCommand daybook_command_where = {
  "where", "",
  N_("Say where the data is, and the newest backup"),
  DAYBOOK_WORDS_TEXT,
  run_where,
};
