/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/database.h"

G_BEGIN_DECLS

/* Reads each file of the cases (store/attachments.h) that the book tells of, in the trash too: undo may
 * bring it back. `fault`: a sentence with the first that are not as they should be, or NULL.
 * Errors: BUSY, CANCELLED. */
gboolean daybook_attachment_verify (DaybookDatabase  *db,
                                    const char       *folder,
                                    GCancellable     *cancellable,
                                    gint64           *count,
                                    char            **fault,
                                    GError          **error);

G_END_DECLS
