/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Makes the rows of a list of DaybookPhraseItem: the key that takes it, its title, how it begins, what it is for and
 * how often it was of use. */
GtkListItemFactory *daybook_phrase_row_factory_new (void);

G_END_DECLS
