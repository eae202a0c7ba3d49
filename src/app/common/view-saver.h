/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The line in which a filter gets a name and an icon and becomes a view. */
#define DAYBOOK_TYPE_VIEW_SAVER (daybook_view_saver_get_type ())
G_DECLARE_FINAL_TYPE (DaybookViewSaver, daybook_view_saver, DAYBOOK, VIEW_SAVER, AdwBin)

/* Opens the line with the focus in the name. */
void daybook_view_saver_begin (DaybookViewSaver *self);
/* Closes it; FALSE when it was not open. */
gboolean daybook_view_saver_end (DaybookViewSaver *self);

/* Signal `saved` (const char *name, const char *icon): not empty. */

G_END_DECLS
