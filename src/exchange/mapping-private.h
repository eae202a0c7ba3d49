/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/form.h"
#include "store/reader.h"

G_BEGIN_DECLS

const char  *daybook_mapping_get_platform (DaybookMapping  *mapping);
/* The form that the mapping means. A table fits when it has the column of the
 * order number, or all columns of the key, whatever else it lacks.
 * Errors: FORMAT when the mapping has neither. */
DaybookForm *daybook_mapping_to_form      (DaybookMapping  *mapping,
                                           GError         **error);
/* The mapping that a setting of the shop remembers for a header, or NULL. A setting
 * that no longer makes sense is as good as none: the person is asked again. */
DaybookMapping *daybook_mapping_recall    (DaybookReader   *book,
                                           guint64          fingerprint);
/* The key of the setting under which a mapping is remembered. */
char        *daybook_mapping_setting_key  (guint64          fingerprint);
gboolean     daybook_mapping_is_setting   (const char      *key);

G_END_DECLS
