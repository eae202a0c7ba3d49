/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/id.h"
#include "core/registry.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What was used lately on this device, newest first: for the palette (UX 11). It is
 * kept as keys that name no person: an action ("win.import"), or the kind and id of
 * a row ("order:…"). What they name may be gone, or belong to another book. */
typedef struct _DaybookRecent DaybookRecent;

/* So many are shown, and so many kept: of those some may be gone. */
#define DAYBOOK_RECENT_SHOWN 8
#define DAYBOOK_RECENT_KEPT 24

/* Who turns through rows does not use each of them. */
#define DAYBOOK_RECENT_DWELL_S 3

/* `settings` keep the list under "recently-used"; NULL: it is forgotten with its
 * end. A reference is taken. */
DaybookRecent     *daybook_recent_new     (GSettings          *settings);
/* What is being seen is kept too. */
void               daybook_recent_free    (DaybookRecent      *self);
/* Puts the key at the head. */
void               daybook_recent_add     (DaybookRecent      *self,
                                           const char         *key);
/* The same when nothing else is seen for DAYBOOK_RECENT_DWELL_S seconds. */
void               daybook_recent_see     (DaybookRecent      *self,
                                           const char         *key);
/* Puts what is being seen at the head at once. */
void               daybook_recent_settle  (DaybookRecent      *self);
/* At most DAYBOOK_RECENT_KEPT, newest first; valid until the next change. */
const char *const *daybook_recent_get     (DaybookRecent      *self);

/* (transfer full) */
char              *daybook_recent_row_key (const DaybookTable *table,
                                           const DaybookId    *row);
/* Whether the key names a row; of a kind that this Daybook knows. */
gboolean           daybook_recent_parse_row (const char          *key,
                                             const DaybookTable **table,
                                             DaybookId           *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookRecent, daybook_recent_free)

G_END_DECLS
