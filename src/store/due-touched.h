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

/* A set of DaybookTouched. (transfer full) */
GHashTable *daybook_touched_new    (void);
void        daybook_touched_add    (GHashTable          *set,
                                    const DaybookTable  *table,
                                    gint64               rowid);

/* A field of a row will be written: what it holds till then counts too. */
gboolean    daybook_due_touch      (DaybookDatabase     *db,
                                    const DaybookTable  *table,
                                    gint64               rowid,
                                    int                  field,
                                    GError             **error);
/* A row was made, with these values. */
gboolean    daybook_due_touch_born (DaybookDatabase     *db,
                                    const DaybookTable  *table,
                                    gint64               rowid,
                                    const DaybookValue  *values,
                                    GError             **error);
/* The transaction was not committed: nothing was touched. */
void        daybook_due_forget     (DaybookDatabase     *db);

G_END_DECLS
