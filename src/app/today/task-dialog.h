/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks what is to be done, by when and by whom; without a time it is a memo (IN-09): a few words and Enter.
 * `of`: the case, order, customer or product in sight, which it may be about; or NULL. */
void daybook_task_dialog_present (GtkWidget        *widget,
                                  DaybookDesk      *desk,
                                  const DaybookRow *of);

G_END_DECLS
