/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/mapping.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A table that no profile knows: a person says what its rows are and which column is which
 * field. The
 * columns stand with an example from their first non-empty cell; what the
 * headings tell is filled in already.
 *
 * Signals:
 *   mapped ()    read the file by daybook_mapping_view_get_mapping()
 *   declined ()  leave it */
#define DAYBOOK_TYPE_MAPPING_VIEW (daybook_mapping_view_get_type ())
G_DECLARE_FINAL_TYPE (DaybookMappingView, daybook_mapping_view, DAYBOOK, MAPPING_VIEW, AdwBin)

/* Copies what it needs of `table`. */
void            daybook_mapping_view_show        (DaybookMappingView        *self,
                                                  const char                *file,
                                                  const DaybookUnknownTable *table);
/* What the person said. (transfer full) */
DaybookMapping *daybook_mapping_view_get_mapping (DaybookMappingView        *self);
/* Fills the page from a mapping that was saved.
 * Errors: FORMAT, naming a column that this table does not have, or a field that is
 * not offered; nothing is changed. */
gboolean        daybook_mapping_view_set_mapping (DaybookMappingView        *self,
                                                  DaybookMapping            *mapping,
                                                  GError                   **error);
/* What the two buttons do once a file is chosen. */
void            daybook_mapping_view_load_from   (DaybookMappingView        *self,
                                                  GFile                     *file);
void            daybook_mapping_view_save_to     (DaybookMappingView        *self,
                                                  GFile                     *file);

G_END_DECLS
