/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Brackets in each other in any JSON that Daybook reads: its own have some ten. */
#define DAYBOOK_JSON_MAX_DEPTH 64

/* Whether the text may be handed to json-glib, which goes one step down its stack with each
 * bracket, without an end, and takes comments and quotation marks for more than JSON
 * does. Not whether it is JSON. `length` in bytes, or -1.
 * Errors: FORMAT, with a reason for the middle of a sentence. */
gboolean  daybook_json_is_safe (const char  *text,
                                gssize       length,
                                GError     **error);

/* Reads JSON from outside: a file, another laptop's operation. Errors: FORMAT, with a reason
 * for the middle of a sentence. (transfer full) */
JsonNode *daybook_json_read    (const char  *text,
                                gssize       length,
                                GError     **error);
/* The same by a parser of which the caller follows the signals. */
JsonNode *daybook_json_read_by (JsonParser  *parser,
                                const char  *text,
                                gssize       length,
                                GError     **error);

G_END_DECLS
