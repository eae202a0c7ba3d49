/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/planned.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* As much of what is planned as stands over the days of one week. */
#define DAYBOOK_TYPE_DAY_BAR (daybook_day_bar_get_type ())
G_DECLARE_FINAL_TYPE (DaybookDayBar, daybook_day_bar, DAYBOOK, DAY_BAR, GtkWidget)

/* From `from` to `to`, which are days of `planned`. */
GtkWidget   *daybook_day_bar_new      (const DaybookPlanned *planned,
                                       const GDate          *from,
                                       const GDate          *to);
gint64       daybook_day_bar_get_key  (DaybookDayBar        *self);
const GDate *daybook_day_bar_get_from (DaybookDayBar        *self);
/* Whether there, in its own coordinates, its last day is taken hold of. */
gboolean     daybook_day_bar_is_end   (DaybookDayBar        *self,
                                       double                x);

G_END_DECLS
