/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "app/common/markdown-view.h"

G_BEGIN_DECLS

/* Gives a view what its text names and the book has: whether the articles are there that its links lead to, and its
 * pictures. */
void daybook_article_sources_connect (DaybookMarkdownView *view,
                                      DaybookDesk         *desk);

G_END_DECLS
