/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* From now on mounts of this program are seen by nobody else, and go with it. FALSE
 * where that is not permitted. While there is one thread. */
gboolean own_mounts_enter (void);
