/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/edit.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* Two or more cases that are one (UX 6). The one that stays takes goods and files of the others
 * over, and shows their timelines; the others point at it and are in no list. */

/* Fields of the kept case that take another one's value. */
typedef struct
{
  guint            field;
  const DaybookRow *from; /* borrowed */
} DaybookCaseChoice;

/* Whether a person may choose the field's value for the one that stays. */
gboolean daybook_case_merge_asks (const DaybookTable *table,
                             guint              field);
/* Whether the case has a value for it to give. */
gboolean daybook_case_merge_gives (const DaybookRow *row,
                             guint              field);
/* Adds the merge to the edit. `cases` (DaybookRow, whole) holds `keep` too. `choices`: of
 * DaybookCaseChoice; NULL: what the kept one has not takes the first value that there is.
 * Errors: CONSTRAINT: they are of different registers, or one is merged already; as the reader. */
gboolean daybook_case_merge (DaybookReader     *reader,
                             DaybookEdit       *edit,
                             GPtrArray         *cases,
                             const DaybookRow  *keep,
                             GArray            *choices,
                             gint64             now,
                             GError           **error);

G_END_DECLS
