/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/small-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

static void
set_system_error (GError **error)
{
  int code = errno;

  g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (code), g_strerror (code));
}

/* -1 with the error when it cannot be opened or is no regular file. */
static int
open_regular (const char  *path,
              GError     **error)
{
  struct stat info;
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);

  if (fd < 0)
    {
      set_system_error (error);
      return -1;
    }
  if (fstat (fd, &info) == 0 && S_ISREG (info.st_mode))
    return fd;

  close (fd);
  /* Translators: the end of "The mapping … cannot be read: …". */
  g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, _("it is no ordinary file"));
  return -1;
}

char *
daybook_small_file_read (const char  *path,
                         gsize        most,
                         gsize       *length,
                         GError     **error)
{
  g_autofree char *content = g_malloc (most + 2);
  int fd = open_regular (path, error);
  gssize n = fd >= 0 ? 1 : -1;

  *length = 0;
  while (n > 0 && *length <= most)
    {
      n = read (fd, content + *length, most + 1 - *length);
      if (n > 0)
        *length += (gsize) n;
      else if (n < 0 && errno == EINTR)
        n = 1;
      else if (n < 0)
        set_system_error (error);
    }
  if (fd >= 0)
    close (fd);
  if (n < 0)
    return NULL;

  content[*length] = '\0';
  return g_steal_pointer (&content);
}
