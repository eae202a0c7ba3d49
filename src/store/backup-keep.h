/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* Which backups are kept in the book's folder: daily 7, weekly 5, monthly 12.
 * Files are named backups/daybook-2026-11-22T0912.db (.sealed when encrypted), in
 * the shop's time zone. */

char     *daybook_backup_keep_folder    (DaybookStore  *store);
/* The path of a backup made now; the folder is made. */
char     *daybook_backup_keep_path      (DaybookStore  *store,
                                         gboolean       sealed,
                                         GError       **error);
gboolean  daybook_backup_keep_has_today (DaybookStore  *store);
/* Deletes those that are neither the newest of one of the last 7 days, 5 weeks
 * or 12 months that have one. */
void      daybook_backup_keep_sweep     (DaybookStore  *store);

/* Pure: of `names`, sorted newest first, those to delete. */
GPtrArray *daybook_backup_keep_choose   (GPtrArray     *names);

G_END_DECLS
