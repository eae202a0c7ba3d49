/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/article.h"
#include "core/attachment.h"
#include "core/edit.h"
#include "core/row.h"
#include "core/use.h"

G_BEGIN_DECLS

/* What a person does to articles. What is said of `agent` and `now` everywhere here: who acts, and the moment in UTC
 * seconds. An article at a form is a row that is nobody else's: daybook_article_draft(), or a copy of what is there;
 * whoever shows it writes into its values. Whether the registers that it names exist is asked where they are known
 * (store/article-text.h). */

/* A review is good for so long unless the article says otherwise, and at most and least for so long. */
#define DAYBOOK_ARTICLE_REVIEW_MONTHS_USUAL 6
#define DAYBOOK_ARTICLE_REVIEW_MONTHS_MOST 60
/* At this time of its day a review is due: minutes since midnight in the shop's zone. */
#define DAYBOOK_ARTICLE_REVIEW_AT (9 * 60)

/* When a review made now is over: that time of the day so many months later. `months`: 0: as is usual. */
gint64       daybook_article_review_after (gint64            now,
                                           guint             months,
                                           GTimeZone        *zone);
/* A new one of `agent`'s, with a fresh id and nothing written: to be reviewed after the usual time. (transfer full) */
DaybookRow  *daybook_article_draft        (const DaybookId  *agent,
                                           gint64            now,
                                           GTimeZone        *zone);
/* Whether it can be kept as it stands. `before`: as it was; NULL: it is new.
 * Errors: CONSTRAINT, with a sentence. */
gboolean     daybook_article_check        (const DaybookRow *before,
                                           const DaybookRow *after,
                                           gint64            now,
                                           GError          **error);

/* --- Parts of an edit --- */

/* Adds the article, as `draft` has it, and its first revision. Errors: as above. */
gboolean     daybook_article_add          (DaybookEdit      *edit,
                                           const DaybookRow *draft,
                                           const DaybookId  *agent,
                                           gint64            now,
                                           GError          **error);
/* Adds what differs between the two; another title or body makes a revision. `note`: what was changed, in the
 * author's words; or NULL. Errors: as above. */
gboolean     daybook_article_change       (DaybookEdit      *edit,
                                           const DaybookRow *before,
                                           const DaybookRow *after,
                                           const char       *note,
                                           const DaybookId  *agent,
                                           gint64            now,
                                           GError          **error);
/* Adds a picture that its body names by the hash; what it holds lies beside the book already. `of`: the article. */
void         daybook_article_add_picture  (DaybookEdit             *edit,
                                           const DaybookId         *of,
                                           const DaybookAttachment *picture,
                                           const DaybookId         *agent,
                                           gint64                   now);
/* Adds that somebody has looked and found it right: it holds for as many months again. */
void         daybook_article_review       (DaybookEdit      *edit,
                                           const DaybookRow *row,
                                           gint64            now,
                                           GTimeZone        *zone);

/* --- Whole acts: edits to be committed --- */

/* All of these have (transfer full). */
DaybookEdit *daybook_article_act_add      (const DaybookRow *draft,
                                           const DaybookId  *agent,
                                           gint64            now,
                                           GError          **error);
DaybookEdit *daybook_article_act_change   (const DaybookRow *before,
                                           const DaybookRow *after,
                                           const char       *note,
                                           const DaybookId  *agent,
                                           gint64            now,
                                           GError          **error);
/* Its title and body are again what they were in the revision: that makes another one, and what came between stays
 * where it is. Errors: CONSTRAINT: they are so already, or the revision is another article's. */
DaybookEdit *daybook_article_act_restore  (const DaybookRow *row,
                                           const DaybookRow *revision,
                                           const DaybookId  *agent,
                                           gint64            now,
                                           GTimeZone        *zone,
                                           GError          **error);
DaybookEdit *daybook_article_act_state    (const DaybookRow    *row,
                                           DaybookArticleState  state,
                                           const DaybookId     *agent);
DaybookEdit *daybook_article_act_review   (const DaybookRow *row,
                                           const DaybookId  *agent,
                                           gint64            now,
                                           GTimeZone        *zone);
/* `id` gets the comment's; may be NULL. Errors: CONSTRAINT: nothing was written. */
DaybookEdit *daybook_article_act_comment  (const DaybookRow *row,
                                           const char       *text,
                                           const DaybookId  *agent,
                                           gint64            now,
                                           DaybookId        *id,
                                           GError          **error);

typedef enum
{
  DAYBOOK_COMMENT_OPEN,
  DAYBOOK_COMMENT_SETTLED,
} DaybookCommentState;

/* `row`: the article; `comment`: one of its. */
DaybookEdit *daybook_article_act_settle   (const DaybookRow    *row,
                                           const DaybookRow    *comment,
                                           DaybookCommentState  state,
                                           const DaybookId     *agent,
                                           gint64               now);

/* That it was of use. */
typedef struct
{
  DaybookVerdict    verdict;
  const char       *note;    /* what was wrong; or NULL */
  const DaybookRow *of;      /* the case, order or customer for which; or NULL */
  int               channel; /* DaybookChannel */
} DaybookArticleUse;

/* `id` gets the use's; may be NULL. Errors: CONSTRAINT: `of` is none of these. */
DaybookEdit *daybook_article_act_use      (const DaybookRow        *row,
                                           const DaybookArticleUse *use,
                                           const DaybookId         *agent,
                                           gint64                   now,
                                           DaybookId               *id,
                                           GError                 **error);
/* That `agent` has read it as it is in the revision, the newest one; `mark`: the row that says so, NULL: there is
 * none, or it is in the trash. */
DaybookEdit *daybook_article_act_read     (const DaybookRow *row,
                                           const DaybookId  *revision,
                                           const DaybookRow *mark,
                                           const DaybookId  *agent,
                                           gint64            now);

/* A point of a training path for one person. */
typedef struct
{
  const DaybookRow *learner; /* agent */
  const char       *item;    /* the key of the task in the body */
  const char       *label;   /* what the task says: for the history */
  const DaybookRow *mark;    /* the row that says so; NULL: there is none, or it is in the trash */
} DaybookTrainingPoint;

typedef enum
{
  DAYBOOK_TRAINING_TO_DO,
  DAYBOOK_TRAINING_DONE,
} DaybookTrainingState;

/* That the person has done it, or has not after all. */
DaybookEdit *daybook_article_act_tick     (const DaybookRow           *row,
                                           const DaybookTrainingPoint *point,
                                           DaybookTrainingState        state,
                                           const DaybookId            *agent,
                                           gint64                      now);
/* How it was found (KB-04): that it was done comes with it. `stars`: 0: none are given; `note`: NULL: none is.
 * Errors: CONSTRAINT: neither is given, or there are not so many stars. */
DaybookEdit *daybook_article_act_judge    (const DaybookRow           *row,
                                           const DaybookTrainingPoint *point,
                                           guint                       stars,
                                           const char                 *note,
                                           const DaybookId            *agent,
                                           gint64                      now,
                                           GError                    **error);

G_END_DECLS
