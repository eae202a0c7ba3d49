/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/claim.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#define LOOK_US 1000

/* Whether the file that was locked is the one that the name leads to: another
 * process may have swept it away in between. */
static gboolean
is_in_place (const char *path,
             int         file)
{
  GStatBuf locked, named;

  return fstat (file, &locked) == 0 && g_stat (path, &named) == 0
         && locked.st_dev == named.st_dev && locked.st_ino == named.st_ino;
}

static int
try_claim (const char *path,
           int         flags)
{
  int file = g_open (path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | flags, 0600);

  if (file < 0)
    return -1;

  int code = flock (file, LOCK_EX | LOCK_NB) != 0 ? errno : is_in_place (path, file) ? 0 : EWOULDBLOCK;
  if (code == 0)
    return file;

  close (file);
  errno = code;
  return -1;
}

int
daybook_claim_file (const char *path,
                    gint64      wait_us)
{
  gint64 until = g_get_monotonic_time () + wait_us;
  int flags = wait_us > 0 ? O_CREAT : 0;
  int file;

  while ((file = try_claim (path, flags)) < 0 && errno == EWOULDBLOCK && g_get_monotonic_time () < until)
    g_usleep (LOOK_US);

  return file;
}
