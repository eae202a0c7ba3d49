/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks for the name of another shop of the same owner. */

#define DAYBOOK_SHOP_DIALOG_OPEN "open" /* the response that means it; there is a name then */

/* (transfer floating) */
AdwMessageDialog *daybook_shop_dialog_new      (GtkWindow        *parent);
/* What was typed, without blanks around it. (transfer full) */
char             *daybook_shop_dialog_get_name (AdwMessageDialog *dialog);

G_END_DECLS
