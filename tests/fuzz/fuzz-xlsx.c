/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The input is the XML of a workbook's parts, between RS characters: sheet,
 * shared strings, styles, workbook. */

#include "harness.h"

#include <string.h>

static const struct
{
  const char *name;
  const char *otherwise; /* when the input has no such part */
} PARTS[] = {
  { "xl/worksheets/sheet1.xml", "<worksheet/>" },
  { "xl/sharedStrings.xml", "<sst><si><t>订单编号</t></si><si><t>订单状态</t></si></sst>" },
  { "xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/></cellXfs></styleSheet>" },
  { "xl/workbook.xml", "<workbook><sheets><sheet name=\"a\"/></sheets></workbook>" },
};

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  const guint8 *end = data + size;
  HarnessPart parts[G_N_ELEMENTS (PARTS)];

  if (size > HARNESS_INPUT_MAX)
    return 0;

  for (guint i = 0; i < G_N_ELEMENTS (PARTS); i++)
    {
      parts[i] = harness_cut (&data, end);
      if (parts[i].size == 0)
        parts[i] = (HarnessPart) { NULL, (const guint8 *) PARTS[i].otherwise, strlen (PARTS[i].otherwise) };
      parts[i].name = PARTS[i].name;
    }
  harness_read_archive (parts, G_N_ELEMENTS (parts));
  return 0;
}
