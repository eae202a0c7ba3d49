/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/edit.h"
#include "store/database.h"

G_BEGIN_DECLS

/* The mass-change brake (DESIGN §8): what is much to delete in one act, so that it is
 * done only with the consent of whoever does it (RECORDS §5). */

/* Whether `n` of `total` rows of a table, those `n` among them, are much. */
gboolean daybook_brake_is_much (guint64             n,
                                guint64             total);
/* The same of a table of the book: `n` of its rows are to be deleted in one act, or,
 * of these, `n_gone` are deleted already. FALSE with `error` set on failure. */
gboolean daybook_brake_holds   (DaybookDatabase    *db,
                                const DaybookTable *table,
                                guint               n,
                                guint               n_gone,
                                GError            **error);
/* Whether an edit may be committed: a person's that deletes much needs consent.
 * Errors: CONSENT, with how much it is. */
gboolean daybook_brake_check   (DaybookDatabase    *db,
                                const DaybookEdit  *edit,
                                GError            **error);

G_END_DECLS
