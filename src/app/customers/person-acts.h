/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the shop does with all that it knows of a person (RECORDS §10): gives it to them, or erases it for good. */

/* The owner's alone. */
gboolean daybook_person_may_erase (DaybookDesk      *desk);

/* Asks for a folder and writes into one of its own there. `widget` stands in the shell that says what came of it. */
void     daybook_person_export_begin (GtkWidget        *widget,
                                      DaybookDesk      *desk,
                                      const DaybookRow *customer);
/* Says what will go, and asks; then erases, with progress, and says what was cleared where. */
void     daybook_person_erase_begin  (GtkWidget        *widget,
                                      DaybookDesk      *desk,
                                      const DaybookRow *customer);

G_END_DECLS
