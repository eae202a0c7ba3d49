/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/erase-plan.h"

G_BEGIN_DECLS

/* Cutting what is a person's out of texts. */

/* Gives the connection erase_hit (all, text), whether the text holds anything of the person, and erase_cut (all, text), the text
 * without it. `all`: names too; 2: masked ones too. They borrow the plan. */
gboolean daybook_erase_cut_register (DaybookErasePlan  *plan,
                                     DaybookDatabase   *db,
                                     GError           **error);
/* Cuts what is the person's out of every text of the rows that fulfil `where`. */
gboolean daybook_erase_cut_table    (DaybookDatabase   *db,
                                     const char        *table,
                                     const char        *where,
                                     gboolean           all,
                                     GError           **error);
/* Wherever else the person is spoken of. */
gboolean daybook_erase_cut_rest     (DaybookErasePlan  *plan,
                                     DaybookDatabase   *db,
                                     GError           **error);

G_END_DECLS
