/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/watch/watch-folder.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What is new in the watched folder, each file with what can be done about it; or why nothing
 * can be found there. It is hidden where there is nothing to say. */
#define DAYBOOK_TYPE_FOUND_LIST (daybook_found_list_get_type ())
G_DECLARE_FINAL_TYPE (DaybookFoundList, daybook_found_list, DAYBOOK, FOUND_LIST, AdwBin)

/* Once. */
void daybook_found_list_set_store (DaybookFoundList *self,
                                   DaybookStore     *store);

/* Signal `import-requested` (GListModel *): a person wants these GFiles imported. */

G_END_DECLS
