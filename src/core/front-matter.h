/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/error.h"

G_BEGIN_DECLS

/* What a Markdown file says of itself in front of its text: between two lines `---`, one member a line, `name: value`. */

typedef struct
{
  char  *name;
  char  *value; /* without the quotes around it; "" for none */
  guint  line;  /* from 1 on */
} DaybookFrontMember;

typedef struct
{
  GPtrArray *members; /* DaybookFrontMember; empty where the file has none */
  char      *body;    /* what stands behind it, without empty lines before */
  guint      line;    /* where that begins */
} DaybookFrontMatter;

/* Names are small letters, digits, `-` and `_`, a letter first, each once. A text that does not begin with a line `---` has
 * none, and is all body. `name` is the file's, for messages. Errors: FORMAT, naming file and line. */
DaybookFrontMatter *daybook_front_matter_parse (const char                *text,
                                                const char                *name,
                                                GError                   **error);
void                daybook_front_matter_free  (DaybookFrontMatter        *self);
/* NULL: there is no such member. */
const DaybookFrontMember *
                    daybook_front_matter_find  (const DaybookFrontMatter  *self,
                                                const char                *name);
/* Writes a member so that it is read as it is: on one line, in quotes where it would be read otherwise. Nothing for NULL
 * and "". */
void                daybook_front_matter_write (GString                   *out,
                                                const char                *name,
                                                const char                *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookFrontMatter, daybook_front_matter_free)

G_END_DECLS
