/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* What the fuzzer calls. Always 0. */
int  LLVMFuzzerTestOneInput (const guint8 *data,
                             gsize         size);

/* A file in memory with a path of its own, for readers that want one. */
char *harness_file          (const void   *data,
                             gsize         size);
/* Takes the file away again, and frees the path. */
void  harness_file_free     (char         *path);
/* Reads a file as an import would; aborts when a promise is broken. */
void  harness_read_table    (const char   *path);
