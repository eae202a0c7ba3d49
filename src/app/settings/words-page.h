/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What the shop does not say to customers (PH-03, PH-04): a page below the preferences, with the list, the form of one word,
 * many at once, and a text to try them on. */
#define DAYBOOK_TYPE_WORDS_PAGE (daybook_words_page_get_type ())
G_DECLARE_FINAL_TYPE (DaybookWordsPage, daybook_words_page, DAYBOOK, WORDS_PAGE, AdwBin)

GtkWidget *daybook_words_page_new   (DaybookStore     *store);
/* Puts the focus where words are looked for. */
void       daybook_words_page_begin (DaybookWordsPage *self);

/* Signal `left`: the person goes back. */

G_END_DECLS
