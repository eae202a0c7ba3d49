/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* JSON text that a person may have written, and in which line each member stands: so that
 * what is wrong in it can be named with its line. */
typedef struct _DaybookJsonLines DaybookJsonLines;

/* `length` in bytes, or -1. Errors: as daybook_json_read(). */
DaybookJsonLines *daybook_json_lines_new  (const char        *text,
                                           gssize             length,
                                           GError           **error);
void              daybook_json_lines_free (DaybookJsonLines  *self);
JsonNode         *daybook_json_lines_root (DaybookJsonLines  *self);
/* The line in which the member's value ends, from 1; without such a member that of the
 * object's end; 0 where the object is none of the text's. */
guint             daybook_json_lines_find (DaybookJsonLines  *self,
                                           JsonObject        *object,
                                           const char        *member);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookJsonLines, daybook_json_lines_free)

G_END_DECLS
