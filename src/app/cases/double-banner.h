/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/case-rule.h"
#include "store/case-money.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The warning that another case is about the same goods: they are exchanged or sent again there
 * while money goes back here, or the other way round (UX 15). It opens the other case, and takes
 * the deliberate word that both are meant. */
#define DAYBOOK_TYPE_DOUBLE_BANNER (daybook_double_banner_get_type ())
G_DECLARE_FINAL_TYPE (DaybookDoubleBanner, daybook_double_banner, DAYBOOK, DOUBLE_BANNER, AdwBin)

/* `does`: what the case in sight does with the goods. `can_confirm`: it is in the book, so that
 * something can be written into it. */
GtkWidget        *daybook_double_banner_new     (const DaybookDouble *other,
                                                 DaybookCaseDoes      does,
                                                 gboolean             can_confirm);
const DaybookRow *daybook_double_banner_get_row (DaybookDoubleBanner *self);

/* Signal `meant` (const char *why): both are meant, and this is why. */

G_END_DECLS
