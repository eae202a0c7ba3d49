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

/* Inputs of several parts, which a ZIP is made of: packing them here spares the
 * fuzzer from having to invent check sums. */
#define HARNESS_INPUT_MAX (256 * 1024)

typedef struct
{
  const char   *name;
  const guint8 *data;
  gsize         size;
} HarnessPart;

/* Cuts off what stands before the next RS character. */
HarnessPart harness_cut     (const guint8     **data,
                             const guint8      *end);
/* The archive of these parts, as harness_file() gives it. */
char *harness_archive       (const HarnessPart *parts,
                             guint              n_parts);
/* Reads the archive of these parts as an import would. */
void  harness_read_archive  (const HarnessPart *parts,
                             guint              n_parts);
