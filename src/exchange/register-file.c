/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/register-file.h"

#include "exchange/new-file.h"
#include "exchange/small-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_FILE (1024 * 1024)

char *
daybook_register_file_read (const char  *path,
                            GError     **error)
{
  g_autofree char *shown = g_filename_display_basename (path);
  g_autoptr(GError) failure = NULL;
  gsize length = 0;
  g_autofree char *text = daybook_small_file_read (path, MAX_FILE, &length, &failure);

  if (text == NULL)
    g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FAILED, _("The register file “%s” cannot be read: %s."), shown, failure->message);
  else if (length > MAX_FILE || length != strlen (text) || !g_utf8_validate_len (text, length, NULL))
    g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT,
                 _("The file “%s” is no register’s definition. Take a file that “register export” has made."), shown);
  else
    return g_steal_pointer (&text);

  return NULL;
}

gboolean
daybook_register_file_write (const char  *path,
                             const char  *text,
                             GError     **error)
{
  g_autoptr(DaybookNewFile) file = daybook_new_file_create (path, error);

  if (file == NULL)
    return FALSE;

  daybook_new_file_write (file, text, strlen (text));
  daybook_new_file_write (file, "\n", 1);
  return daybook_new_file_keep (file, error);
}
