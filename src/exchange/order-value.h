/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/value.h"
#include "exchange/binding.h"

G_BEGIN_DECLS

/* What a cell's text is read by. */
typedef struct
{
  const DaybookProfile *profile;
  const char *const    *dates;    /* of the profile those that the file is written in; NULL: all */
  GTimeZone            *zone;     /* of times without an offset */
  const char           *currency; /* of the order at hand */
  DaybookDecimal        decimal;  /* of amounts in the cell at hand */
} DaybookValueContext;

/* Reads a cleaned text, not empty, as a value of `field`. Texts are only
 * checked: `value` stays NONE.
 * Errors: FORMAT, a sentence for the list of problems. */
gboolean daybook_order_value_read (const DaybookValueContext *context,
                                   const DaybookField        *field,
                                   const char                *text,
                                   DaybookValue              *value,
                                   GError                   **error);

/* The decimal sign of the cell in that column, of a file whose texts are written with `decimal`. */
DaybookDecimal daybook_order_value_decimal (const DaybookTableRow *row,
                                   guint                           column,
                                   DaybookDecimal                  decimal);

G_END_DECLS
