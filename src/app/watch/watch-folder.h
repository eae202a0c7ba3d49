/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/watch/found-file.h"
#include "store/store.h"

G_BEGIN_DECLS

/* The folder of this device in which new exports are looked for, where a person wants that:
 * a GListModel of the DaybookFoundFile in it that nobody has answered, the newest first.
 * They are offered and not taken; nothing in them is read. Off at first. */
#define DAYBOOK_TYPE_WATCH_FOLDER (daybook_watch_folder_get_type ())
G_DECLARE_FINAL_TYPE (DaybookWatchFolder, daybook_watch_folder, DAYBOOK, WATCH_FOLDER, GObject)

/* The one of the store: made at the first call, on the main thread, and kept as long as the
 * store. In the made-up shop nothing is looked for. (transfer none) */
DaybookWatchFolder *daybook_watch_folder_of       (DaybookStore       *store);

/* What is set, whether or not it is followed just now. */
gboolean    daybook_watch_folder_is_on       (DaybookWatchFolder *self);
/* With no folder chosen yet it is that of downloads. What is in it already is not new. */
void        daybook_watch_folder_set_on      (DaybookWatchFolder *self,
                                              gboolean            on);
/* NULL: none was chosen. (transfer none) */
GFile      *daybook_watch_folder_get_folder  (DaybookWatchFolder *self);
void        daybook_watch_folder_set_folder  (DaybookWatchFolder *self,
                                              GFile              *folder);
/* What the folder is called, without where it is; "" without one. (transfer none) */
const char *daybook_watch_folder_get_name    (DaybookWatchFolder *self);
/* Why nothing can be found just now, a sentence; or NULL. (transfer none) */
const char *daybook_watch_folder_get_problem (DaybookWatchFolder *self);
/* Whether a monitor follows the folder. */
gboolean    daybook_watch_folder_is_watching (DaybookWatchFolder *self);

/* Looks now: a folder of another machine does not tell when something comes. */
void        daybook_watch_folder_look        (DaybookWatchFolder *self);
/* The file was imported, or is not wanted: it is not offered again, unless it changes. */
void        daybook_watch_folder_answer      (DaybookWatchFolder *self,
                                              GFile              *file);
/* Daybook has just written the file itself, as a person asked: it is nothing new to them. */
void        daybook_watch_folder_ignore      (DaybookWatchFolder *self,
                                              const char         *path);
/* The same as an answer, of all that are there. */
void        daybook_watch_folder_dismiss_all (DaybookWatchFolder *self);

/* Property `count` (gint64): how many are offered. Property `problem`; it notifies
 * also when what is set has changed.
 * Signal `found` (guint): so many more are offered that were never told of. */

G_END_DECLS
