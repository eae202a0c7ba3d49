/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What has become different between two versions of a text (core/text-diff.h): what went is struck out behind a minus,
 * what came stands behind a plus; long stretches that are the same are folded, and open. */
#define DAYBOOK_TYPE_DIFF_VIEW (daybook_diff_view_get_type ())
G_DECLARE_FINAL_TYPE (DaybookDiffView, daybook_diff_view, DAYBOOK, DIFF_VIEW, GtkWidget)

void daybook_diff_view_set_texts (DaybookDiffView *self,
                                  const char      *old,
                                  const char      *new);

G_END_DECLS
