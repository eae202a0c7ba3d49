/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/reader-private.h"

G_BEGIN_DECLS

/* Rows that several terms find, newest first, one at a time. Each term may be
 * found in several ways, and each way is a statement that gives its rows from the
 * newest on; they are walked along side by side, so that what costs is how far
 * down one has to look and not how often the words occur. */
typedef struct _DaybookWalk DaybookWalk;

typedef enum
{
  DAYBOOK_WALK_STEPS, /* asking again is dear: FTS5 collects all of a prefix first */
  DAYBOOK_WALK_SEEKS, /* asked again from further down, where many rows lie between */
} DaybookWalkKind;

/* `db` is borrowed. */
DaybookWalk *daybook_walk_new      (DaybookDatabase  *db);
void         daybook_walk_free     (DaybookWalk      *self);
/* The ways added from here on are of another term. */
void         daybook_walk_add_term (DaybookWalk      *self);
/* Consumes `select`: "SELECT h.rowid FROM … h WHERE …" of one way. */
void         daybook_walk_add_way  (DaybookWalk      *self,
                                    DaybookSelect    *select,
                                    DaybookWalkKind   kind);
/* FALSE when there are no more, or on error. */
gboolean     daybook_walk_next     (DaybookWalk      *self,
                                    gint64           *row,
                                    GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookWalk, daybook_walk_free)

G_END_DECLS
