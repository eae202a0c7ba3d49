/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/row.h"
#include "store/store.h"

G_BEGIN_DECLS

/* All that the shop knows of a person, for that person: person.json with every row that is theirs, in full, what was done to
 * it and who has looked at it; and the files of their cases. Whoever asks for it writes the look down first. */

/* Writes into a folder, which is made and has to be empty. `customer`: the one whose card it is. Blocks; `reader` is the
 * thread's own. How many files; -1 on error. Errors: REFUSED (the folder is in use), FULL, FAILED; as the reader. */
int daybook_person_export (DaybookStore      *store,
                           DaybookReader     *reader,
                           const DaybookRow  *customer,
                           const char        *folder,
                           GError           **error);

G_END_DECLS
