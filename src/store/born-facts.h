/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/birth.h"
#include "store/database.h"

G_BEGIN_DECLS

/* What the book knows of a platform's row beside what it says itself: its order, its customer, its
 * shop. */
typedef struct
{
  DaybookBirthFacts  facts;
  DaybookRow        *order;    /* or NULL */
  char              *currency;
} DaybookBornFacts;

/* `as_of`: of the file that told of the row, UTC seconds. */
gboolean daybook_born_facts_read  (DaybookDatabase   *db,
                                   const DaybookRow  *row,
                                   gint64             as_of,
                                   DaybookBornFacts  *known,
                                   GError           **error);
void     daybook_born_facts_clear (DaybookBornFacts  *known);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DaybookBornFacts, daybook_born_facts_clear)

G_END_DECLS
