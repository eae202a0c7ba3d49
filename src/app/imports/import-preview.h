/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What a file would do to the book, before it does (UX habit 14).
 *
 * Signals:
 *   accepted ()     import it
 *   declined ()     leave it
 *   shop-chosen ()  it belongs to another shop, see
 *                   daybook_import_preview_get_shop(): it must be read anew */
#define DAYBOOK_TYPE_IMPORT_PREVIEW (daybook_import_preview_get_type ())
G_DECLARE_FINAL_TYPE (DaybookImportPreview, daybook_import_preview, DAYBOOK, IMPORT_PREVIEW, AdwBin)

/* Shows a prepared import. `shop` is the one it was prepared for; `again`: a person has
 * accepted other figures, which the book has overtaken. */
void             daybook_import_preview_show     (DaybookImportPreview *self,
                                                  DaybookStore         *store,
                                                  DaybookImport        *import,
                                                  const DaybookId      *shop,
                                                  gboolean              again);
/* Lets go of the import. */
void             daybook_import_preview_clear    (DaybookImportPreview *self);
const DaybookId *daybook_import_preview_get_shop (DaybookImportPreview *self);

G_END_DECLS
