/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* The day's backup, made in the background soon after the book is opened and,
 * where a window stays open over midnight, within the hour of the next day; and then what the shop
 * keeps no longer goes (store/retention.h). Each hour, shifts that nobody signed off are ended (store/presences.h). */
typedef struct _DaybookDailyBackup DaybookDailyBackup;

/* Called on the main context for each backup that failed; tried again an hour later. */
typedef void (*DaybookDailyBackupFailed) (const GError *error,
                                          gpointer      data);

DaybookDailyBackup *daybook_daily_backup_new  (DaybookStore             *store,
                                               DaybookDailyBackupFailed  failed,
                                               gpointer                  data);
/* A backup that is being made is left to finish. */
void                daybook_daily_backup_free (DaybookDailyBackup       *self);

G_END_DECLS
