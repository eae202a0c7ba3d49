/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* The backups in the book's folder. Files are named for when they were made, in
 * the shop's time zone, and for what: backups/daybook-2026-11-22T091200.db the
 * day's, …T091200-by-hand.db one that a person asked for, …T091200-before-restore.db
 * what a restore replaced (.sealed behind it when encrypted). Of the days' are
 * kept 7, of the weeks' 5, of the months' 12; the others are nobody's to delete
 * but the person's. */
typedef enum
{
  DAYBOOK_BACKUP_OF_DAY,
  DAYBOOK_BACKUP_BY_HAND,
  DAYBOOK_BACKUP_BEFORE_RESTORE,
} DaybookBackupKind;

/* `folder` is the book's. */
char     *daybook_backup_keep_folder    (const char        *folder);
/* The path of a backup made now; the folder is made. Never that of one that is
 * there, but for the day's of the same second. */
char     *daybook_backup_keep_path      (DaybookStore      *store,
                                         DaybookBackupKind  kind,
                                         gboolean           sealed,
                                         GError           **error);
/* Whether there is one of today that holds the day: the day's, or by hand. */
gboolean  daybook_backup_keep_has_today (DaybookStore      *store);
/* Deletes those of days that are neither the newest of one of the last 7 days, 5
 * weeks or 12 months that have one. */
void      daybook_backup_keep_sweep     (DaybookStore      *store);

/* When the last of the days' backups of `now` (UTC seconds) is gone: the one that stands for its month is kept longest. */
gint64    daybook_backup_keep_until     (gint64             now,
                                         GTimeZone         *zone);

/* Pure: of `names`, sorted newest first, those to delete. */
GPtrArray *daybook_backup_keep_choose   (GPtrArray         *names);

G_END_DECLS
