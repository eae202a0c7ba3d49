/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reminder/reminder.h"

#include "config.h"
#include "core/instance.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <malloc.h>

static char *data_folder;
static gboolean version;

static const GOptionEntry OPTIONS[] = {
  { "data", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &data_folder, N_("The folder of the shop"), N_("DIR") },
  { "version", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &version, N_("Print the version and end"), NULL },
  { NULL },
};

static void
find_words (void)
{
  const char *folder = g_getenv ("DAYBOOK_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL && *folder != '\0' ? folder : DAYBOOK_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* It is always there: it has no network places, and one heap for its few threads. */
static void
stay_small (void)
{
  g_setenv ("GIO_USE_VFS", "local", TRUE);
  mallopt (M_ARENA_MAX, 1);
}

static gboolean
read_options (int     *argc,
              char  ***argv,
              GError **error)
{
  g_autoptr(GOptionContext) context = g_option_context_new (NULL);

  g_option_context_set_summary (context, _("Reminds of what is due in a shop’s book."));
  g_option_context_add_main_entries (context, OPTIONS, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, argc, argv, error))
    return FALSE;
  if (*argc == 1 && (data_folder == NULL || *data_folder != '\0'))
    return TRUE;

  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                       *argc > 1 ? _("It takes options only.") : _("--data takes the name of a folder."));
  return FALSE;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = NULL;

  stay_small ();
  find_words ();
  if (!read_options (&argc, &argv, &error))
    {
      g_printerr ("daybook-reminder: %s\n", error->message);
      return 2;
    }
  if (version)
    {
      g_print ("daybook-reminder %s\n", DAYBOOK_VERSION);
      return 0;
    }

  folder = data_folder != NULL ? g_canonicalize_filename (data_folder, NULL) : daybook_instance_folder ();
  return daybook_reminder_run (folder);
}
