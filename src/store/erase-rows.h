/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/erase-plan.h"

G_BEGIN_DECLS

/* Taking a person out of one file, once a look has found them there (store/erase-plan.h). */

/* Takes out what the look has found, within a transaction. */
gboolean daybook_erase_rows   (DaybookErasePlan  *plan,
                               DaybookDatabase   *db,
                               GError           **error);
/* ... and of the files that a backup has within. */
gboolean daybook_erase_packed (DaybookErasePlan  *plan,
                               DaybookDatabase   *db,
                               GError           **error);

G_END_DECLS
