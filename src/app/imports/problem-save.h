/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/problem-file.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The rows of a file that were not imported, into a file that the person names. */

/* Asks where to and by what right, and writes it in the background; refuses whoever may not. What came of it is
 * said in the shell of `widget`. `file`: the name of the source. Borrows all. */
void daybook_problem_save_begin (GtkWidget                  *widget,
                                 DaybookStore               *store,
                                 const DaybookProblemSource *source,
                                 const char                 *file);
/* The same, where it is known where to and why (`source->disclosure`). */
void daybook_problem_save_to    (GtkWidget                  *widget,
                                 DaybookStore               *store,
                                 const DaybookProblemSource *source,
                                 const char                 *path);

G_END_DECLS
