/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli.h"

G_BEGIN_DECLS

/* Rows of several kinds in one list: what a search found, what is in the
 * trash. */
typedef struct
{
  DaybookReader *reader; /* borrowed */
  GArray        *places; /* DaybookHit */
} DaybookHits;

#define DAYBOOK_HITS_INIT { NULL, NULL }

void        daybook_hits_init  (DaybookHits         *hits,
                                DaybookReader       *reader);
void        daybook_hits_clear (DaybookHits         *hits);
/* Appends rows of one table by their keys (gint64). */
void        daybook_hits_add   (DaybookHits         *hits,
                                const DaybookTable  *table,
                                GArray              *keys);
/* Writes down that these rows are about to be shown in full, if they are. */
gboolean    daybook_hits_log   (DaybookHits         *hits,
                                DaybookCli          *cli,
                                guint                first,
                                guint                last,
                                GError             **error);
DaybookRow *daybook_hits_row   (DaybookHits         *hits,
                                guint                place,
                                GError             **error);
/* A DaybookListIdAt (cli/print-list.h); `data` is the hits. */
gboolean    daybook_hits_id_at (gpointer             data,
                                guint                place,
                                DaybookId           *id);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DaybookHits, daybook_hits_clear)

G_END_DECLS
