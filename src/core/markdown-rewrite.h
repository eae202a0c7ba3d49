/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/markdown.h"

G_BEGIN_DECLS

/* Changes where a text's links lead, and nothing else of it: not a blank. What is no UTF-8 becomes U+FFFD. */

/* The new target of a link, or of a picture; NULL: it stays. Asked once for each place that has it. (transfer full) */
typedef char *(*DaybookMarkdownLinkFunc)  (const DaybookMarkdownLink *link,
                                           gpointer                   data);
/* The target of the article with this title ("article:…"); NULL: there is none, the words stay. (transfer full) */
typedef char *(*DaybookMarkdownTitleFunc) (const char                *title,
                                           gpointer                   data);

/* Of links that several share at their foot ([one][a] … [a]: target) the shared target is changed. One that
 * stands for itself (<article:key>) becomes a link with it as words; a bare web address stays. So does what could not
 * be changed without changing what is shown. `length` in bytes, or -1. (transfer full) */
char *daybook_markdown_rewrite_links (const char               *text,
                                      gssize                    length,
                                      DaybookMarkdownLinkFunc   func,
                                      gpointer                  data);
/* [[Title]], as a person types it outside of code and links, becomes [Title](target). (transfer full) */
char *daybook_markdown_link_titles   (const char               *text,
                                      gssize                    length,
                                      DaybookMarkdownTitleFunc  func,
                                      gpointer                  data);

G_END_DECLS
