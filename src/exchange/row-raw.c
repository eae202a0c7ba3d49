/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/row-raw.h"

#include <string.h>

#define CELL_SEPARATOR '\x1f'
#define ROW_SEPARATOR '\x1e'

void
daybook_row_append_raw (const DaybookTableRow *row,
                        GString               *raw)
{
  if (raw->len > 0)
    g_string_append_c (raw, ROW_SEPARATOR);
  for (guint i = 0; i < row->n_cells; i++)
    {
      gsize start;

      if (i > 0)
        g_string_append_c (raw, CELL_SEPARATOR);
      start = raw->len;
      g_string_append_len (raw, row->cells[i].text, (gssize) row->cells[i].length);
      for (char *p = raw->str + start; (p = strpbrk (p, "\x1e\x1f")) != NULL; p++)
        *p = ' ';
    }
}
