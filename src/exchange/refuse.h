/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/error.h"

G_BEGIN_DECLS

/* Sets DAYBOOK_ERROR_FORMAT with a whole translated sentence that says what the
 * file is and what to do. Always FALSE, so that a reader can return it. */
gboolean daybook_refuse (GError     **error,
                         const char  *format,
                         ...) G_GNUC_PRINTF (2, 3);

/* Sets the error of a file that cannot be opened or read: NOT_FOUND, REFUSED
 * (no permission) or FAILED. `number` is an errno. Always FALSE. */
gboolean daybook_refuse_errno (GError     **error,
                               const char  *path,
                               int          number);

G_END_DECLS
