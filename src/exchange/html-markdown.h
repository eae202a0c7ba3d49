/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a page in HTML says, as Markdown: headings, paragraphs, lists, quotes, tables, links, pictures, emphasis and code;
 * scripts, styles and whatever else is not read by people are left out, and no tag is left. Any bytes do: tags that are
 * not closed, or nest past all use, are no fault. `title` gets the page's own title, or NULL where it has none; may be NULL
 * itself. No more than DAYBOOK_LONG_TEXT_MAX bytes come of it. (transfer full) */
char *daybook_html_to_markdown (const char  *html,
                                gsize        length,
                                char       **title);

G_END_DECLS
