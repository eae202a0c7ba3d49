/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Registers pass from shop to shop as files: those of `daybookctl register`. */

/* Asks for a file, and shows what it has in an editor over `parent`. */
void daybook_register_import      (GtkWindow    *parent,
                                   DaybookStore *store);
/* The same of a file that is known. */
void daybook_register_import_from (GtkWindow    *parent,
                                   DaybookStore *store,
                                   GFile        *file);
/* Asks for a file, and writes the definition there; the shell says what became of it. */
void daybook_register_export      (GtkWidget    *widget,
                                   const char   *title,
                                   const char   *text);
/* Says why a file cannot be taken; not in a toast, for it names a line. */
void daybook_register_say_broken  (GtkWindow    *parent,
                                   const GError *error);

G_END_DECLS
