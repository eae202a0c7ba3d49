/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A row has switched the word of a DaybookWordItem. */
typedef void (*DaybookWordSwitched) (gpointer item,
                                     gboolean on,
                                     gpointer data);

/* Makes the rows of a list of DaybookWordItem: the word, what is said of it, and a switch for one that Daybook
 * brings. `data` outlives the rows. */
GtkListItemFactory *daybook_word_row_factory_new (DaybookWordSwitched switched,
                                                  gpointer            data);

G_END_DECLS
