/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The members of a definition as a tree: where they are, in which order, and what names them. Of
 * register-draft.c alone. */

/* The object that holds what `path` ends with, whose name there is set to `member` (transfer full);
 * NULL where the way there leads through what is no object, or there is none. */
JsonObject *daybook_parts_find         (JsonObject  *root,
                                        const char  *path,
                                        char       **member);
/* What is at the path, or NULL. */
JsonNode   *daybook_parts_node         (JsonObject  *root,
                                        const char  *path);
/* Says in which order the members of `member` of the object stand; that in which they are written is
 * not said. */
void        daybook_parts_set_order    (JsonObject  *object,
                                        const char  *member,
                                        char       **keys);
/* Moves `key` by one. FALSE at the end. */
gboolean    daybook_parts_move         (char       **keys,
                                        const char  *key,
                                        int          step);
/* The names in a list, without what else it has. (transfer full) */
char      **daybook_parts_names        (JsonNode    *list);
/* Puts a name into the list at the path, or takes it out; an empty list is none. */
void        daybook_parts_list         (JsonObject  *root,
                                        const char  *path,
                                        const char  *name,
                                        gboolean     listed);

/* Ways to a new stage, and on, and its place. */
void        daybook_parts_join_stage   (JsonObject  *root,
                                        const char  *key);
/* No list and no requirement names the field any longer. */
void        daybook_parts_forget_field (JsonObject  *root,
                                        const char  *key);
/* No way leads to the stage. */
void        daybook_parts_forget_stage (JsonObject  *root,
                                        const char  *key);
/* The path of an object of the tree, with `member` behind it. NULL: it is not there. (transfer full) */
char       *daybook_parts_path         (JsonObject  *root,
                                        JsonObject  *object,
                                        const char  *member);
/* Paths of what both patches change, each to something else. */
void        daybook_parts_clash        (JsonObject  *mine,
                                        JsonObject  *theirs,
                                        const char  *path,
                                        GStrvBuilder *clash);

G_END_DECLS
