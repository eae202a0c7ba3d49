/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "harness.h"

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  char *path = harness_file (data, size);

  harness_read_table (path);
  harness_file_free (path);
  return 0;
}
