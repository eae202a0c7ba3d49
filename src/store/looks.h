/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/edit.h"
#include "core/unusual.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* Who has looked at personal data in full, for whoever sees to it (DESIGN §9). */

/* All that one person saw at one moment. */
typedef struct
{
  DaybookSeen         seen;
  DaybookId           agent;
  char               *name;   /* of the agent */
  const DaybookTable *table;  /* of the first row that was seen; or NULL */
  DaybookId           row;    /* that row; null: a list */
  char               *fields; /* names of fields, with commas between; "": all */
  char               *reason; /* or "" */
  int                 how;    /* DaybookRevealHow */
} DaybookLooked;

void       daybook_looked_free  (DaybookLooked  *self);

/* Those since `since` (UTC seconds), the newest first, at most DAYBOOK_LOOKS_SHOWN, with what is unusual about them.
 * Searches by a whole number are no looks. (element-type DaybookLooked) (transfer full) */
#define DAYBOOK_LOOKS_SHOWN 500
GPtrArray *daybook_looks_read   (DaybookReader  *reader,
                                 gint64          since,
                                 GError        **error);
/* Up to which moment the person at the desk has seen them (UTC seconds); 0: never. */
gint64     daybook_looks_seen   (DaybookReader  *reader);
/* The edit by which they have seen those up to `until`. (transfer full) */
DaybookEdit *daybook_looks_see  (DaybookReader  *reader,
                                 gint64          until);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookLooked, daybook_looked_free)

G_END_DECLS
