/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Lists what an undo or a bulk change left as it was, and why. */

/* One line about one field. (transfer full) */
char      *daybook_kept_dialog_describe (const DaybookKept *kept);
/* `lines`: (element-type char *) as described; a reference is taken. */
GtkWindow *daybook_kept_dialog_new      (GtkWindow         *parent,
                                         GPtrArray         *lines);

G_END_DECLS
