/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/announcement.h"
#include "core/article.h"
#include "core/row.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* Who has read what (RH-12, RH-26). Bounded, indexed reads; errors are the reader's. */

typedef enum
{
  DAYBOOK_READ_NOT,
  DAYBOOK_READ_OLDER,   /* as it was before it was changed last */
  DAYBOOK_READ_CURRENT, /* also whoever wrote it so */
} DaybookReadState;

typedef struct
{
  DaybookRow       *agent; /* owned */
  DaybookReadState  state;
  gint64            at;    /* UTC seconds; 0: not */
  gboolean          must;  /* it is to be read, and by them */
} DaybookArticleReader;

void       daybook_article_reader_free (DaybookArticleReader *self);

/* Everybody who works in the shop, those who must read it and have not first, then by name.
 * (element-type DaybookArticleReader) (transfer full) */
GPtrArray *daybook_article_readers    (DaybookReader         *reader,
                                       const DaybookRow      *article,
                                       GError               **error);
/* The row that says that the agent has read the article, or the announcement; NULL without error: there is none, or it is
 * in the trash. (transfer full) */
DaybookRow *daybook_read_mark_find    (DaybookReader         *reader,
                                       const DaybookId       *of,
                                       const DaybookId       *agent,
                                       GError               **error);
/* What the agent is to read and has not, at `now` (UTC seconds): announcements that are still of use, special issues
 * first, then the newest, be they their own; then articles, those that must be read soonest first; at most `limit` of each, 0: all.
 * (element-type DaybookRow) (transfer full) */
GPtrArray *daybook_unread             (DaybookReader         *reader,
                                       const DaybookRow      *agent,
                                       gint64                 now,
                                       guint                  limit,
                                       GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookArticleReader, daybook_article_reader_free)

G_END_DECLS
