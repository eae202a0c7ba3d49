/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What all surveys come to, as a table: together, by who had served (the lowest first), or by month. */
GtkWidget *daybook_survey_figures_view_new (DaybookStore *store);

G_END_DECLS
