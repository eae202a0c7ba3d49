/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/quick-add.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A part of the line, and what it means; its button takes it for plain words. Whoever makes it connects
 * to the button. */
GtkWidget *daybook_quick_chip_widget      (const DaybookQuickChip  *chip,
                                           GtkWidget              **button);
/* One that was taken for plain words; its button reads it again. */
GtkWidget *daybook_quick_chip_plain       (const char              *text,
                                           GtkWidget              **button);

G_END_DECLS
