/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/excerpt.h"
#include "core/row.h"

G_BEGIN_DECLS

/* Why an article or a phrase was found, in the words that people read: without the signs of Markdown, and placeholders
 * called by name. Pure; any thread. */

/* Whether rows of the kind have a text of which an excerpt can be shown. */
gboolean        daybook_table_has_excerpts (const DaybookTable *table);
/* Its text in plain words; NULL: rows of its kind have none. (transfer full) */
char           *daybook_row_words          (const DaybookRow   *row);
/* Where the terms of daybook_terms_parse() stand in what the row is called. (element-type DaybookSpan) (transfer full) */
GArray         *daybook_row_title_matches  (const DaybookRow   *row,
                                            GPtrArray          *terms);
/* What stands below that: the text around the first match; where there is none, and none in the title, another field that
 * has one, with its label (“Tags: freight”), else how the text begins. At most `max_chars` characters, but for the label. NULL: as above. */
DaybookExcerpt *daybook_row_excerpt        (const DaybookRow   *row,
                                            GPtrArray          *terms,
                                            guint               max_chars);

G_END_DECLS
