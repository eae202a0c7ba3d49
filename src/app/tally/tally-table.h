/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/reader.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Sums of enquiries as a table: a line for each class, a column for each channel that has any, and what
 * they come to. `sums`: DaybookTallySum, of whatever days. */
GtkWidget *daybook_tally_table_new (DaybookReader *reader,
                                    GPtrArray     *sums);

G_END_DECLS
