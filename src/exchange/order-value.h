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
  const char           *currency; /* of the order or entry at hand; borrowed */
  DaybookDecimal        decimal;  /* of the file's amounts */
} DaybookValueContext;

/* `zone` is the shop's, for a profile that names none. The profile must outlive it. */
void     daybook_value_context_init  (DaybookValueContext       *self,
                                      const DaybookProfile      *profile,
                                      const DaybookForm         *form,
                                      GTimeZone                 *zone);
void     daybook_value_context_clear (DaybookValueContext       *self);

/* Reads a cleaned text, not empty, as a value of `field`; it stands in the row's `column`.
 * Texts are only checked: `value` stays NONE.
 * Errors: FORMAT, a sentence for the list of problems. */
gboolean daybook_order_value_read    (const DaybookValueContext *context,
                                      const DaybookField        *field,
                                      const DaybookTableRow     *row,
                                      guint                      column,
                                      const char                *text,
                                      DaybookValue              *value,
                                      GError                   **error);

G_END_DECLS
