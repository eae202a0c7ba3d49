/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Ctrl+N (UX 12): one line in plain words; under it what was understood, to be corrected; and in a
 * sentence what will be made. Enter saves, Ctrl+Enter saves and opens. It is a window of its own, since
 * input methods break in popovers. */
#define DAYBOOK_TYPE_QUICK_ADD_WINDOW (daybook_quick_add_window_get_type ())
G_DECLARE_FINAL_TYPE (DaybookQuickAddWindow, daybook_quick_add_window, DAYBOOK, QUICK_ADD_WINDOW, AdwWindow)

/* Over `parent`, which is a DaybookShell. `text`: to begin with; or NULL. */
GtkWindow *daybook_quick_add_window_new (GtkWindow    *parent,
                                         DaybookStore *store,
                                         const char   *text);

G_END_DECLS
