/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A queue of files on their way into the book, one after the other: reading,
 * preview, merging, result; a table nobody knows passes the mapping view.
 * Nothing here blocks, and every long step can be cancelled.
 *
 * Signal: finished (): the queue is empty and the last result was closed. */
#define DAYBOOK_TYPE_IMPORT_FLOW (daybook_import_flow_get_type ())
G_DECLARE_FINAL_TYPE (DaybookImportFlow, daybook_import_flow, DAYBOOK, IMPORT_FLOW, AdwBin)

GtkWidget *daybook_import_flow_new (DaybookStore      *store);
/* Queues files and begins with the first when nothing is going on.
 * (element-type GFile) */
void       daybook_import_flow_add (DaybookImportFlow *self,
                                    GListModel        *files);

/* Takes an import of the past back, with progress; `name` is its file's. Does
 * nothing while a file is on its way. */
void       daybook_import_flow_undo (DaybookImportFlow *self,
                                     const DaybookId   *act,
                                     const char        *name);

G_END_DECLS
