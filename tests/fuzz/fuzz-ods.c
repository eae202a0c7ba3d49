/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The input is the XML of a document's content and, behind an RS character, that
 * of its manifest. */

#include "harness.h"

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  const guint8 *end = data + size;
  HarnessPart parts[2];

  if (size > HARNESS_INPUT_MAX)
    return 0;

  parts[0] = harness_cut (&data, end);
  parts[0].name = "content.xml";
  parts[1] = harness_cut (&data, end);
  parts[1].name = "META-INF/manifest.xml";
  harness_read_archive (parts, parts[1].size > 0 ? 2 : 1);
  return 0;
}
