/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* JSON merge patches (RFC 7396): an object in which each member is what the target's member
 * is to be; objects go member by member, and null takes a member away. What a patch cannot
 * say is another order of members that are there already. */

void  daybook_json_patch      (JsonObject  *target,
                               JsonObject  *patch);
/* The same for texts. `patch` NULL changes nothing. (transfer full)
 * Errors: FORMAT, with a reason for the middle of a sentence. */
char *daybook_json_patch_text (const char  *target,
                               const char  *patch,
                               GError     **error);
/* The patch that makes the one from the other. NULL without error: they are equal.
 * (transfer full) */
char *daybook_json_diff_text  (const char  *from,
                               const char  *to,
                               GError     **error);

G_END_DECLS
