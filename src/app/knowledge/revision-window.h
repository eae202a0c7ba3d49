/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What an article was, and what has become different since. */
#define DAYBOOK_TYPE_REVISION_WINDOW (daybook_revision_window_get_type ())
G_DECLARE_FINAL_TYPE (DaybookRevisionWindow, daybook_revision_window, DAYBOOK, REVISION_WINDOW, AdwWindow)

/* Takes references of its own. */
GtkWindow *daybook_revision_window_new (GtkWindow        *parent,
                                        DaybookDesk      *desk,
                                        const DaybookRow *article,
                                        const DaybookRow *revision);

/* Signal `edit` (DaybookEdit *edit): it is to be so again; to be committed. */

G_END_DECLS
