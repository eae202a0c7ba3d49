/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks what is announced, to whom and until when. It stands on everybody's Today at once: so it is written whole, and
 * not in place. `article`: what it is about; NULL: none so far. Who writes it in the window has read it. */
void daybook_announcement_dialog_present (GtkWidget        *widget,
                                          DaybookDesk      *desk,
                                          const DaybookRow *article);

G_END_DECLS
