/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/error.h"

G_BEGIN_DECLS

/* What a text of Word's says, as Markdown: headings, paragraphs, lists, tables, bold and italic. Pictures, links and notes are
 * left out; `n_pictures` gets how many pictures were. No more than DAYBOOK_LONG_TEXT_MAX bytes come of it. (transfer full)
 * Errors: FORMAT: it is no such file, or damaged; NOT_FOUND, REFUSED. */
char *daybook_docx_to_markdown (const char  *path,
                                guint       *n_pictures,
                                GError     **error);

G_END_DECLS
