/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/id.h"
#include "core/language.h"

G_BEGIN_DECLS

/* The knowledge base: what the shop knows, in Markdown, and what people have made of it (KB-*, OR-10, AS-25). */

/* Stored: append only. */
typedef enum
{
  DAYBOOK_ARTICLE_GUIDE,     /* how something is done in the program */
  DAYBOOK_ARTICLE_FAQ,
  DAYBOOK_ARTICLE_PROCEDURE, /* linked from the registers and stages it names (AS-25) */
  DAYBOOK_ARTICLE_PRODUCT,   /* attributes, selling points, doubts, bargaining (OR-10) */
  DAYBOOK_ARTICLE_POLICY,    /* OR-11 */
  DAYBOOK_ARTICLE_TRAINING,  /* a path: its list of tasks is ticked off for each person (KB-03, KB-04) */
  DAYBOOK_ARTICLE_RUNBOOK,   /* what to do at once, and whom to call (KB-08) */
  DAYBOOK_ARTICLE_LEGAL,     /* KB-09, KB-10 */
} DaybookArticleKind;

/* Stored: append only. */
typedef enum
{
  DAYBOOK_ARTICLE_IN_USE,
  DAYBOOK_ARTICLE_DRAFT,   /* nobody is offered it while answering */
  DAYBOOK_ARTICLE_RETIRED, /* nor is it found unless it is asked for */
} DaybookArticleState;

enum
{
  DAYBOOK_ARTICLE_DELETED,
  DAYBOOK_ARTICLE_TITLE,
  DAYBOOK_ARTICLE_KIND,
  DAYBOOK_ARTICLE_STATE,
  DAYBOOK_ARTICLE_TOLD,          /* its text may be passed on to customers (KB-02) */
  DAYBOOK_ARTICLE_CATEGORY,
  DAYBOOK_ARTICLE_TAGS,          /* core/tags.h */
  DAYBOOK_ARTICLE_LANGUAGE,
  DAYBOOK_ARTICLE_BODY,          /* Markdown (core/markdown.h); the newest revision's */
  DAYBOOK_ARTICLE_OWNER,         /* who keeps it right (KB-06) */
  DAYBOOK_ARTICLE_REVIEW_BY,     /* until then it holds; later it is due to its owner */
  DAYBOOK_ARTICLE_REVIEW_MONTHS, /* a review is good for so many */
  DAYBOOK_ARTICLE_REGISTERS,     /* where it is the procedure (core/place-list.h) */
  DAYBOOK_ARTICLE_PRODUCT_OF,    /* the product that it is the page of */
  DAYBOOK_ARTICLE_LAUNCH,        /* when that is listed (RH-26) */
  DAYBOOK_ARTICLE_READ_BY,       /* until when it must be read; none: it need not (RH-12) */
  DAYBOOK_ARTICLE_READERS,       /* DaybookChoreWho: by whom */
  DAYBOOK_ARTICLE_CASE,          /* from which it was learnt (KB-07) */
  DAYBOOK_ARTICLE_CHANGED_AT,    /* its title or body */
  DAYBOOK_ARTICLE_CHANGED_BY,
  DAYBOOK_ARTICLE_STARTER,       /* the one that Daybook brings of which it was made; or none */
  DAYBOOK_ARTICLE_N_FIELDS,
};

/* What its title and body were: written once. The newest one is what they are. */
enum
{
  DAYBOOK_REVISION_DELETED,
  DAYBOOK_REVISION_ARTICLE,
  DAYBOOK_REVISION_TITLE,
  DAYBOOK_REVISION_BODY,
  DAYBOOK_REVISION_NOTE,  /* what was changed, in the author's words; or none */
  DAYBOOK_REVISION_AT,
  DAYBOOK_REVISION_AGENT,
  DAYBOOK_REVISION_N_FIELDS,
};

/* What people say of it among themselves (KB-05). */
enum
{
  DAYBOOK_COMMENT_DELETED,
  DAYBOOK_COMMENT_ARTICLE,
  DAYBOOK_COMMENT_TEXT,
  DAYBOOK_COMMENT_AT,
  DAYBOOK_COMMENT_AGENT,
  DAYBOOK_COMMENT_SETTLED_AT,
  DAYBOOK_COMMENT_SETTLED_BY,
  DAYBOOK_COMMENT_N_FIELDS,
};

/* A picture in its body, which names it by its hash; what that holds lies beside the book
 * (store/attachments.h). */
enum
{
  DAYBOOK_PICTURE_DELETED,
  DAYBOOK_PICTURE_ARTICLE,
  DAYBOOK_PICTURE_HASH,   /* SHA-256 */
  DAYBOOK_PICTURE_NAME,
  DAYBOOK_PICTURE_MEDIA,
  DAYBOOK_PICTURE_SIZE,   /* bytes */
  DAYBOOK_PICTURE_WIDTH,  /* pixels */
  DAYBOOK_PICTURE_HEIGHT,
  DAYBOOK_PICTURE_AT,
  DAYBOOK_PICTURE_AGENT,
  DAYBOOK_PICTURE_N_FIELDS,
};

/* One point of a training path that a person has done, and how it was found (KB-03, KB-04). */
enum
{
  DAYBOOK_TRAINING_DELETED,
  DAYBOOK_TRAINING_ARTICLE,
  DAYBOOK_TRAINING_AGENT,    /* who learns */
  DAYBOOK_TRAINING_ITEM,     /* the key of the task in its body (core/markdown.h) */
  DAYBOOK_TRAINING_DONE_AT,
  DAYBOOK_TRAINING_STARS,    /* 1 to 5: the evaluation; or none */
  DAYBOOK_TRAINING_NOTE,
  DAYBOOK_TRAINING_JUDGED_BY,
  DAYBOOK_TRAINING_JUDGED_AT,
  DAYBOOK_TRAINING_N_FIELDS,
};

extern const DaybookTable daybook_articles;
extern const DaybookTable daybook_revisions;
extern const DaybookTable daybook_comments;
extern const DaybookTable daybook_pictures;
extern const DaybookTable daybook_trainings;

/* The id of the article that is made of one that Daybook brings: the same on every laptop. */
void daybook_article_starter_id (DaybookId       *id,
                                 const char      *starter,
                                 DaybookLanguage  language);
/* The id of that mark: the same on every laptop. */
void daybook_training_id        (DaybookId       *id,
                                 const DaybookId *article,
                                 const DaybookId *agent,
                                 const char      *item);

G_END_DECLS
