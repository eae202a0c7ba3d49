/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memfd_create */

#include "harness.h"

#include <sys/mman.h>
#include <unistd.h>

#define PREFIX "/proc/self/fd/"

char *
harness_file (const void *data,
              gsize       size)
{
  int fd = memfd_create ("fuzz", MFD_CLOEXEC);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, data, size), ==, (gssize) size);
  return g_strdup_printf (PREFIX "%d", fd);
}

void
harness_file_free (char *path)
{
  close ((int) g_ascii_strtoll (path + sizeof PREFIX - 1, NULL, 10));
  g_free (path);
}
