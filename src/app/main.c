/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/application.h"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

/* The program that is not installed finds its translations in the build tree. */
static const char *
locale_folder (void)
{
  const char *folder = g_getenv ("DAYBOOK_LOCALEDIR");

  return folder != NULL && *folder != '\0' ? folder : DAYBOOK_LOCALEDIR;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(DaybookApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_folder ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = daybook_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
