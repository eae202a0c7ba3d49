/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What was changed between two versions of a text (core/text-diff.h): lines that went are struck and have a minus, lines
 * that came have a plus, and in both what differs is marked; by colour, too, but not by colour alone. Long stretches
 * that are the same are folded, and open with a click. */
#define DAYBOOK_TYPE_DIFF_VIEW (daybook_diff_view_get_type ())
G_DECLARE_FINAL_TYPE (DaybookDiffView, daybook_diff_view, DAYBOOK, DIFF_VIEW, AdwBin)

GtkWidget *daybook_diff_view_new  (void);
/* Any bytes do. Empty lines at the end are no difference. */
void       daybook_diff_view_show (DaybookDiffView *self,
                                   const char      *old,
                                   const char      *new);

G_END_DECLS
