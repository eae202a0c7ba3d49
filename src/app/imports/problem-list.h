/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/staging.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The rows of a file that are not imported, each with its row, column, value
 * and the reason. Many are shown a hundred at a time. */
#define DAYBOOK_TYPE_PROBLEM_LIST (daybook_problem_list_get_type ())
G_DECLARE_FINAL_TYPE (DaybookProblemList, daybook_problem_list, DAYBOOK, PROBLEM_LIST, AdwBin)

/* Shows the problems of `staging`, which is kept until the next call; NULL
 * empties and hides the list. */
void daybook_problem_list_show (DaybookProblemList *self,
                                DaybookStaging     *staging);

G_END_DECLS
