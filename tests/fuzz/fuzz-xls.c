/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the process that reads XLS tells, and what is looked for in the file
 * itself. That process is not started: libfreexl may break in it, and breaks
 * alone (tests/exchange/test-workbook.c bends files for it). The input is two
 * bytes of length, as much of a list of sheets, and the rows of each. */

#include "harness.h"

#include "exchange/xls-frame.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define SIGNATURE "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

static gboolean tell_input (const char *what,
                            int        *out);

/* In the place of the process: a program that is there, and is not run. */
#undef DAYBOOK_XLS_PROGRAM
#define DAYBOOK_XLS_PROGRAM "true"
#define g_spawn_async_with_pipes_and_fds(folder, argv, env, flags, setup, data, in, out, err, from, to, n, pid, in_pipe, \
                                         out_pipe, err_pipe, error) \
  tell_input ((argv)[2], out_pipe)
#include "exchange/xls.c"

static const guint8 *told;
static gsize n_list, n_told;

static gboolean
tell_input (const char *what,
            int        *out)
{
  gboolean list = strcmp (what, DAYBOOK_XLS_LIST) == 0;
  gsize length = list ? n_list : n_told - n_list;

  *out = memfd_create ("frames", MFD_CLOEXEC);
  g_assert_cmpint (*out, >=, 0);
  g_assert_cmpint (write (*out, told + (list ? 0 : n_list), length), ==, (gssize) length);
  g_assert_cmpint (lseek (*out, 0, SEEK_SET), ==, 0);
  return TRUE;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree guint8 *file = g_malloc (size + strlen (SIGNATURE));
  char *path;

  if (size < 2)
    return 0;

  g_setenv ("DAYBOOK_LIBEXECDIR", "/bin", TRUE);
  n_told = size - 2;
  n_list = MIN ((gsize) (data[0] | data[1] << 8), n_told);
  told = data + 2;
  memcpy (file, SIGNATURE, strlen (SIGNATURE));
  memcpy (file + strlen (SIGNATURE), data, size);
  path = harness_file (file, size + strlen (SIGNATURE));
  harness_read_table (path);
  harness_file_free (path);
  return 0;
}
