/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A file in a watched folder that may be an export, as its folder lists it: nothing in it
 * was read. */
#define DAYBOOK_TYPE_FOUND_FILE (daybook_found_file_get_type ())
G_DECLARE_FINAL_TYPE (DaybookFoundFile, daybook_found_file, DAYBOOK, FOUND_FILE, GObject)

/* Times are microseconds, UTC. `modified`: as people know it; `appeared`: when it was last
 * written, renamed or moved here. */
DaybookFoundFile *daybook_found_file_new          (GFile            *file,
                                                   guint64           size,
                                                   gint64            modified,
                                                   gint64            appeared);
GFile            *daybook_found_file_get_file     (DaybookFoundFile *self);
/* For people. */
const char       *daybook_found_file_get_name     (DaybookFoundFile *self);
guint64           daybook_found_file_get_size     (DaybookFoundFile *self);
gint64            daybook_found_file_get_modified (DaybookFoundFile *self);
gint64            daybook_found_file_get_appeared (DaybookFoundFile *self);
/* Whether both are one file in one state. */
gboolean          daybook_found_file_equal        (DaybookFoundFile *self,
                                                   DaybookFoundFile *other);

G_END_DECLS
