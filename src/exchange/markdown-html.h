/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/markdown.h"

G_BEGIN_DECLS

/* Where a link of an article leads in the file that is written ("returns.html#refund"), or where its picture is; not
 * asked of one that leads nowhere. NULL: to an article or a picture that is not in the file, the words are no link then;
 * or where it has always led. (transfer full) */
typedef char *(*DaybookHtmlLinkFunc) (const DaybookMarkdownLink *link,
                                      gpointer                   data);

/* An article as HTML, from its first to its last block: what goes around them is for whoever writes the file. Nothing
 * of the text can become a tag or a script. Items of task lists begin with ☐ or ☑. `func` may be NULL.
 * (transfer full) */
char *daybook_markdown_to_html (const DaybookMarkdown *doc,
                                DaybookHtmlLinkFunc    func,
                                gpointer               data);

G_END_DECLS
