/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/article.h"
#include "core/row.h"
#include "core/use.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* Reading the knowledge base. Every function here is a bounded, indexed read; errors are the reader's. Who has read an
 * article is in store/read-marks.h, who has learnt it in store/trainings.h. */

/* What its title and body were, the newest first; at most `limit`, 0: all. Those in the trash are left out: an act that
 * was taken back wrote nothing. (element-type DaybookRow) (transfer full) */
GPtrArray  *daybook_article_revisions (DaybookReader    *reader,
                                       const DaybookRow *article,
                                       guint             limit,
                                       GError          **error);
/* The newest of them. Errors: also NOT_FOUND. (transfer full) */
DaybookRow *daybook_article_revision  (DaybookReader    *reader,
                                       const DaybookRow *article,
                                       GError          **error);
/* The first of all is number 1; `number` as people count. Errors: also NOT_FOUND, with a sentence. (transfer full) */
DaybookRow *daybook_article_revision_numbered (DaybookReader *reader,
                                       const DaybookRow *article,
                                       guint             number,
                                       GError          **error);
/* What people say of it, the newest first; at most `limit`, 0: all. (element-type DaybookRow) (transfer full) */
GPtrArray  *daybook_article_comments  (DaybookReader    *reader,
                                       const DaybookRow *article,
                                       guint             limit,
                                       GError          **error);

typedef struct
{
  guint  n;       /* how often it was of use */
  guint  n_right; /* said to be right */
  guint  n_wrong;
  gint64 last;    /* UTC seconds; 0: never */
} DaybookArticleUses;

gboolean    daybook_article_uses      (DaybookReader      *reader,
                                       const DaybookRow   *article,
                                       DaybookArticleUses *uses,
                                       GError            **error);

/* What is done in a register: articles in use that name it, those of the stage first, then by title; at most `limit`, 0:
 * all. `stage`: its key; NULL: of no case in particular. (element-type DaybookRow) (transfer full) */
GPtrArray  *daybook_procedures        (DaybookReader    *reader,
                                       const char       *register_key,
                                       const char       *stage,
                                       guint             limit,
                                       GError          **error);
/* The page of a product, the newest where there are several; NULL without error: it has none. (transfer full) */
DaybookRow *daybook_product_page      (DaybookReader    *reader,
                                       const DaybookId  *product,
                                       GError          **error);
/* All articles of a product that are in no trash, those in use first, then the newest; behind them those of the same goods
 * elsewhere: what has its SKU, or its title. At most `limit`, 0: all.
 * (element-type DaybookRow) (transfer full) */
GPtrArray  *daybook_product_articles  (DaybookReader    *reader,
                                       const DaybookId  *product,
                                       guint             limit,
                                       GError          **error);
/* What leads to an article: other articles whose bodies have a link to it, by title, then announcements about it, the
 * newest first; at most `limit` of each, 0: all; what is in the trash is left out. (element-type DaybookRow)
 * (transfer full) */
GPtrArray  *daybook_article_backlinks (DaybookReader    *reader,
                                       const DaybookRow *article,
                                       guint             limit,
                                       GError          **error);
/* The product that has this item number, or else this SKU, and in no trash; of several the oldest. FALSE without error:
 * there is none. */
gboolean    daybook_product_numbered  (DaybookReader    *reader,
                                       const char       *number,
                                       DaybookId        *id,
                                       GError          **error);
/* Articles in use whose review is over by `now` (UTC seconds), the longest first; at most `limit`, 0: all.
 * (element-type DaybookRow) (transfer full) */
GPtrArray  *daybook_articles_to_review (DaybookReader   *reader,
                                       gint64            now,
                                       guint             limit,
                                       GError          **error);
/* What was learnt from a case, drafts too, the newest first. (element-type DaybookRow) (transfer full) */
GPtrArray  *daybook_articles_of_case  (DaybookReader    *reader,
                                       const DaybookId  *of,
                                       GError          **error);

G_END_DECLS
