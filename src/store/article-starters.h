/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/article-starter.h"
#include "core/edit.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* The articles that Daybook brings in that language, by key. They are read once and live for good. Any thread.
 * (element-type DaybookArticleStarter) (transfer none) */
GPtrArray                   *daybook_article_starters     (DaybookLanguage    language);
/* NULL: there is none of that key. */
const DaybookArticleStarter *daybook_article_starter_find (DaybookLanguage    language,
                                                           const char        *key);
/* Its text, with links to what a shop makes of the others. (transfer full) */
char                        *daybook_article_starter_body (const DaybookArticleStarter *starter);
/* Adds to the edit those of a language that the shop has never had: what somebody has thrown away stays away. They are in
 * use, the shop's owner keeps them, and their reviews count from `now` (UTC seconds). `n` grows by how many they are; may
 * be NULL. Errors: as the reader. */
gboolean                     daybook_article_starters_add (DaybookEdit       *edit,
                                                           DaybookReader     *reader,
                                                           DaybookLanguage    language,
                                                           gint64             now,
                                                           guint             *n,
                                                           GError           **error);

G_END_DECLS
