/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/lane.h"
#include "core/excerpt.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* What is nearest to a text that somebody is writing, of articles and phrases together. */

typedef struct
{
  const DaybookTable *table;
  DaybookId           id;
  char               *title;
  GArray             *title_matches; /* DaybookSpan: in it */
  DaybookExcerpt     *excerpt; /* around what is near */
  gboolean            is_told; /* a phrase, or an article that customers may be told */
  double              score;
} DaybookNearAnswer;

typedef enum
{
  DAYBOOK_ANSWERS_PHRASES = 1 << 0,
  DAYBOOK_ANSWERS_ARTICLES = 1 << 1,
} DaybookAnswersOf;

void       daybook_near_answer_free         (DaybookNearAnswer       *answer);
/* The nearest of both kinds, the nearest first. (element-type DaybookNearAnswer) (transfer full). Errors: as the reader. */
GPtrArray *daybook_answers_read        (DaybookReader       *reader,
                                        const char          *text,
                                        DaybookAnswersOf     of,
                                        const DaybookNearBy *by,
                                        guint                limit,
                                        GError             **error);
/* The same in a lane; everything is copied. */
void       daybook_answers_read_async  (DaybookLane         *lane,
                                        const char          *text,
                                        DaybookAnswersOf     of,
                                        const DaybookNearBy *by,
                                        guint                limit,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             data);
GPtrArray *daybook_answers_read_finish (GAsyncResult        *result,
                                        GError             **error);

G_END_DECLS
