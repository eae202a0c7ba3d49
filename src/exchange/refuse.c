/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/refuse.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

gboolean
daybook_refuse (GError     **error,
                const char  *format,
                ...)
{
  va_list args;

  if (error == NULL)
    return FALSE;

  va_start (args, format);
  *error = g_error_new_valist (DAYBOOK_ERROR, DAYBOOK_ERROR_FORMAT, format, args);
  va_end (args);
  return FALSE;
}

gboolean
daybook_refuse_errno (GError     **error,
                      const char  *path,
                      int          number)
{
  g_autofree char *name = g_filename_display_basename (path);

  if (number == ENOENT)
    g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_NOT_FOUND,
                 _("There is no file “%s”."), name);
  else if (number == EACCES || number == EPERM)
    g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_REFUSED,
                 _("“%s” may not be read. Ask whoever owns the file, or save a copy of your own."), name);
  else if (number == EISDIR)
    daybook_refuse (error, _("“%s” is a folder. Choose a file in it."), name);
  else
    g_set_error (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FAILED,
                 _("“%s” could not be read: %s."), name, g_strerror (number));

  return FALSE;
}
