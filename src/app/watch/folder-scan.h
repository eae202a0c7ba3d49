/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/watch/found-file.h"
#include "store/store.h"

G_BEGIN_DECLS

/* Looks through a folder, not through those in it, for files that may be new exports: regular
 * files with a fitting end of their names that appeared after `since`, that nobody has
 * answered and that the book knows of no import of. In a thread of its own; nothing in a file
 * is read. */

/* So many are offered at most, the newest. */
#define DAYBOOK_FOUND_MAX 50

/* What a person has answered: names, sizes and times of their last change. */
#define DAYBOOK_ANSWERS_TYPE "a(sxx)"

/* `answers` is a variant of DAYBOOK_ANSWERS_TYPE. Borrows all. */
void       daybook_folder_scan_async  (DaybookStore        *store,
                                       GFile               *folder,
                                       gint64               since,
                                       GVariant            *answers,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             data);
/* (element-type DaybookFoundFile), the newest first; NULL with the system's reason. */
GPtrArray *daybook_folder_scan_finish (GAsyncResult        *result,
                                       GError             **error);

G_END_DECLS
