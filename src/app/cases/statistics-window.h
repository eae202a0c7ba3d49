/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/register.h"
#include "store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* How many cases of a register there were, by cause, reason, stars and month: a plot, its table one key
 * away, and both as a file (RV-02, RV-07). */
#define DAYBOOK_TYPE_STATISTICS_WINDOW (daybook_statistics_window_get_type ())
G_DECLARE_FINAL_TYPE (DaybookStatisticsWindow, daybook_statistics_window, DAYBOOK, STATISTICS_WINDOW, AdwWindow)

GtkWindow *daybook_statistics_window_new (GtkWindow       *parent,
                                          DaybookStore    *store,
                                          DaybookRegister *definition);

G_END_DECLS
