/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/key-selection.h"

G_BEGIN_DECLS

/* The rows that the person chose in a list. A list made anew comes in steps: a row that
 * moves goes in one of them and comes in another. So they are known by key, some of them
 * if many were chosen, and the selection goes where they went. */
typedef struct _DaybookChosenRows DaybookChosenRows;

/* `selection` is not owned: it outlives them. */
DaybookChosenRows *daybook_chosen_rows_new           (DaybookKeySelection *selection);
void               daybook_chosen_rows_free          (DaybookChosenRows   *self);
/* How many are selected now. */
guint              daybook_chosen_rows_count         (DaybookChosenRows   *self);
/* The one that is selected, or NULL when none or several are. (transfer full) */
DaybookItem       *daybook_chosen_rows_get_only      (DaybookChosenRows   *self);
/* FALSE: the selection changed only because it followed its rows. Else what is selected
 * now is what the person chose. */
gboolean           daybook_chosen_rows_choose        (DaybookChosenRows   *self);
/* The list changed at a place. */
void               daybook_chosen_rows_items_changed (DaybookChosenRows   *self,
                                                      guint                position,
                                                      guint                removed,
                                                      guint                added);
/* All steps have come. What is nowhere by now is not waited for. */
void               daybook_chosen_rows_settle        (DaybookChosenRows   *self);

G_END_DECLS
