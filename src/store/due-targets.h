/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/database.h"

G_BEGIN_DECLS

/* Of what (a set of DaybookTouched) something may be due otherwise, by what the transaction touched since the last time
 * (store/due-touched.h); that is forgotten. Writer's thread only. NULL on error. (transfer full) */
GHashTable *daybook_due_targets (DaybookDatabase  *db,
                                 GError          **error);

G_END_DECLS
