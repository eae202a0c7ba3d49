/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/article.h"
#include "core/error.h"

G_BEGIN_DECLS

/* An article that Daybook brings: data. data/articles/README.md says what a file's members mean. */
typedef struct
{
  char               *key;
  DaybookLanguage     language;
  char               *title;
  DaybookArticleKind  kind;
  char               *category;
  char               *tags;          /* as articles keep them; or NULL */
  char               *registers;     /* core/place-list.h; or NULL */
  gboolean            told;
  guint               review_months;
  char               *body;          /* its links are still those to keys: article:KEY */
} DaybookArticleStarter;

/* Reads a file. `name` is its name, KEY.LANG.md, which says key and language. Where a link leads, and which registers and
 * stages there are, is not looked at. Errors: FORMAT, naming file and line. */
DaybookArticleStarter *daybook_article_starter_parse (const char             *text,
                                                      const char             *name,
                                                      GError                **error);
void                   daybook_article_starter_free  (DaybookArticleStarter  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookArticleStarter, daybook_article_starter_free)

G_END_DECLS
