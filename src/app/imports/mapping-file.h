/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/mapping.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The answers of the mapping page as a small file, the one that `daybookctl import --mapping`
 * takes: headings and fields, no cell of the table. */

/* Called with what was read, or with why it could not be. */
typedef void (*DaybookMappingFileFunc) (DaybookMapping *mapping,
                                        const GError   *error,
                                        gpointer        data);

/* Asks for a file and reads it. `func` is called with `widget`; never after `cancellable` was
 * cancelled. */
void daybook_mapping_file_load    (GtkWidget              *widget,
                                   GCancellable           *cancellable,
                                   DaybookMappingFileFunc  func);
/* Asks for a file and writes the mapping there; the shell says what became of it. */
void daybook_mapping_file_save    (GtkWidget              *widget,
                                   GCancellable           *cancellable,
                                   DaybookMapping         *mapping);
/* The same of a file that is known already. */
void daybook_mapping_file_load_from (GtkWidget            *widget,
                                   GFile                  *file,
                                   GCancellable           *cancellable,
                                   DaybookMappingFileFunc  func);
void daybook_mapping_file_save_to (GtkWidget              *widget,
                                   DaybookMapping         *mapping,
                                   GFile                  *file);

G_END_DECLS
