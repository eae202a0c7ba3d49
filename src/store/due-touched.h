/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/registry.h"
#include "core/value.h"
#include "store/database.h"

G_BEGIN_DECLS

/* Which rows a transaction has touched of which something is due, or from which that follows. Writer's thread
 * only. */
typedef struct
{
  const DaybookTable *table; /* of the registry */
  gint64              rowid;
} DaybookTouched;

/* A field of a row was written. */
void        daybook_due_touch      (DaybookDatabase     *db,
                                    const DaybookTable  *table,
                                    gint64               rowid,
                                    int                  field);
/* A row was made, with these values. */
void        daybook_due_touch_born (DaybookDatabase     *db,
                                    const DaybookTable  *table,
                                    gint64               rowid,
                                    const DaybookValue  *values);
/* Of what (a set of DaybookTouched) something may be due otherwise, by what was touched since the last time; that is
 * forgotten. NULL on error. (transfer full) */
GHashTable *daybook_due_targets    (DaybookDatabase     *db,
                                    GError             **error);
/* The transaction was not committed: nothing was touched. */
void        daybook_due_forget     (DaybookDatabase     *db);

G_END_DECLS
