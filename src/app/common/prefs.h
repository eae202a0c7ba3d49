/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The settings of this device, or NULL where the schema is not installed: the
 * program then works with its defaults and remembers nothing. (transfer full) */
GSettings *daybook_prefs_new (void);

G_END_DECLS
