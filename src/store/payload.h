/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/registry.h"
#include "store/database.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What a create operation carries to the server: the row's fields and the
 * parts born with it, as JSON:
 *   [{"t":"order","id":"…","f":{"number":"…","total":12800,"customer":{"id":"…"}}}, …]
 * Values: text, number, {"id": uuid}; fields without a value are left out. */

/* Fills in the value of the create operation `op` of a row. */
gboolean  daybook_payload_write (DaybookDatabase     *db,
                                 const DaybookTable  *table,
                                 gint64               rowid,
                                 gint64               op,
                                 GError             **error);

/* One value as JSON, and back; FORMAT when it is neither text, whole number,
 * {"id"} nor null. */
JsonNode *daybook_payload_value_to_json   (const DaybookValue  *value);
gboolean  daybook_payload_value_from_json (JsonNode            *node,
                                           DaybookValue        *value,
                                           GError             **error);

G_END_DECLS
