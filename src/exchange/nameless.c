/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/nameless.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* For file systems that know only files with names; swept at the next start
 * where a process was killed between two lines (store/scratch.h). */
#define NAME "daybook-XXXXXX.daybook-part"

static gboolean
refuse_system (GError **error,
               int      number)
{
  if (number == ENOSPC || number == EDQUOT)
    g_set_error_literal (error, DAYBOOK_ERROR, DAYBOOK_ERROR_FULL,
                         _("There is no room left on the disk to unpack the archive. Make room and try again."));
  else
    g_set_error (error, DAYBOOK_ERROR, number == EACCES || number == EROFS ? DAYBOOK_ERROR_REFUSED : DAYBOOK_ERROR_FAILED,
                 _("The archive could not be unpacked: %s."), g_strerror (number));
  return FALSE;
}

int
daybook_nameless_open (const char  *folder,
                       GError     **error)
{
  const char *where = folder != NULL ? folder : g_get_tmp_dir ();
  g_autofree char *name = NULL;
  int fd = g_open (where, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);

  if (fd >= 0)
    return fd;

  name = g_build_filename (where, NAME, NULL);
  fd = g_mkstemp_full (name, O_RDWR | O_CLOEXEC, 0600);
  if (fd >= 0)
    g_unlink (name);
  else
    refuse_system (error, errno);
  return fd;
}

gboolean
daybook_nameless_empty (int      fd,
                        GError **error)
{
  return (ftruncate (fd, 0) == 0 && lseek (fd, 0, SEEK_SET) == 0) || refuse_system (error, errno);
}

gboolean
daybook_nameless_write (int             fd,
                        gconstpointer   data,
                        gsize           size,
                        GError        **error)
{
  const char *p = data;

  while (size > 0)
    {
      gssize n = write (fd, p, size);

      if (n < 0 && errno != EINTR)
        return refuse_system (error, errno);
      p += MAX (n, 0);
      size -= (gsize) MAX (n, 0);
    }

  return TRUE;
}
