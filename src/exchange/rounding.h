/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a program has done to the order numbers of a table before it wrote them as plain
 * digits. */
typedef enum
{
  DAYBOOK_ROUNDING_NONE,
  DAYBOOK_ROUNDING_ZEROS, /* a spreadsheet program: behind fifteen digits stand zeros */
  DAYBOOK_ROUNDING_SHORT, /* a script: they are the shortest texts of doubles, of 16 or 17 digits */
  DAYBOOK_ROUNDING_EXACT, /* a script: they are the values of doubles, to the last digit */
} DaybookRounding;

/* What the first numbers of a table (char *) say. */
DaybookRounding daybook_rounding_find  (const GPtrArray *numbers);
/* Whether it has done so to this number. */
gboolean        daybook_rounding_fits  (DaybookRounding  rounding,
                                        const char      *number);

G_END_DECLS
