/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Brackets in each other in any JSON that Daybook reads: its own have some ten. */
#define DAYBOOK_JSON_MAX_DEPTH 64

/* Reads JSON from outside: a file, another laptop's operation. `length` in bytes, or -1. Errors: FORMAT, with a reason
 * for the middle of a sentence. (transfer full) */
JsonNode *daybook_json_read    (const char  *text,
                                gssize       length,
                                GError     **error);
/* The same of what is an object. Errors: also FORMAT where it is none. */
JsonNode *daybook_json_read_object (const char *text,
                                GError     **error);
/* The same by a parser of which the caller follows the signals. */
JsonNode *daybook_json_read_by (JsonParser  *parser,
                                const char  *text,
                                gssize       length,
                                GError     **error);

G_END_DECLS
