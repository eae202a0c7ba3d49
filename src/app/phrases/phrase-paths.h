/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Called with the phrase that was chosen. */
typedef void (*DaybookPathChosen) (gpointer          data,
                                   const DaybookRow *phrase);

/* Fills `box` with what the customer may say next after a phrase (PH-11), a button each that leads to the phrase for
 * that; one that leads nowhere is there and says so. `phrase` NULL: nothing. `data` outlives the buttons. Whether
 * there is any. */
gboolean daybook_phrase_paths_fill (GtkBox            *box,
                                    DaybookDesk       *desk,
                                    const DaybookRow  *phrase,
                                    DaybookPathChosen  chosen,
                                    gpointer           data);

G_END_DECLS
