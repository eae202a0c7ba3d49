/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/imports/mapping-fields.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What the first rows of a table come to, as the columns are mapped now. */
#define DAYBOOK_TYPE_MAPPING_PREVIEW (daybook_mapping_preview_get_type ())
G_DECLARE_FINAL_TYPE (DaybookMappingPreview, daybook_mapping_preview, DAYBOOK, MAPPING_PREVIEW, AdwPreferencesGroup)

/* The rows below the headings; the first three are shown. A reference is taken.
 * (element-type GStrv) */
void       daybook_mapping_preview_set_rows (DaybookMappingPreview *self,
                                            GPtrArray             *rows);
/* `columns`: for each of the kind's fields a column, or -1. */
void       daybook_mapping_preview_update  (DaybookMappingPreview *self,
                                            const DaybookMappingKind *kind,
                                            const int             *columns);

G_END_DECLS
