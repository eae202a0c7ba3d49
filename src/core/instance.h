/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Under which name the program of a book's folder is on the bus: one instance for each folder. */

/* The folder of the person's own book. (transfer full) */
char *daybook_instance_folder (void);
/* `name` for that folder, for another one a name below it. `folder` is absolute. (transfer full) */
char *daybook_instance_name   (const char *name,
                               const char *folder);

G_END_DECLS
