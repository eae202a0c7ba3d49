/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/disclosure.h"
#include "exchange/import.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The rows of a file that are not imported, each with its row, column, value
 * and the reason. Many are shown a hundred at a time, and all are copied as a table
 * with tabs between its cells. The rows themselves are saved as a file, to be corrected and
 * imported again. */
#define DAYBOOK_TYPE_PROBLEM_LIST (daybook_problem_list_get_type ())
G_DECLARE_FINAL_TYPE (DaybookProblemList, daybook_problem_list, DAYBOOK, PROBLEM_LIST, AdwBin)

typedef enum
{
  DAYBOOK_PROBLEMS_AHEAD, /* the file is not imported yet */
  DAYBOOK_PROBLEMS_PAST,
} DaybookProblemsTime;

/* Shows the problems of `import`, whose staging is kept until the next call; NULL
 * empties and hides the list. */
void daybook_problem_list_show      (DaybookProblemList  *self,
                                     DaybookStore        *store,
                                     DaybookImport       *import,
                                     DaybookProblemsTime  time);
/* Shows those that were kept with an import of the past (core/shop.h) and its act, at first
 * ten. Of an older Daybook or of another laptop none are kept, which is said. */
void daybook_problem_list_show_kept (DaybookProblemList  *self,
                                     DaybookStore        *store,
                                     const DaybookRow    *import,
                                     const DaybookId     *act);
/* Saves the rows without asking where to and why. */
void daybook_problem_list_save_to   (DaybookProblemList  *self,
                                     const DaybookDisclosure *disclosure,
                                     const char          *path);

G_END_DECLS
