/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/article-edit.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* How far people have come on a training path: the list of tasks in an article's body (KB-03, KB-04). */

/* Somebody who learns. */
typedef struct
{
  DaybookRow *agent;    /* owned */
  guint       n_done;   /* of the points that the article has now */
  guint       n_points;
  guint       n_judged; /* with stars */
  double      stars;    /* their average; 0: none were given */
  gint64      last;     /* when something was done or judged last, UTC seconds; 0: never */
} DaybookTrainee;

void        daybook_trainee_free    (DaybookTrainee   *self);

/* Everybody who has done a point, those who have come farthest first; of the others nothing is known.
 * (element-type DaybookTrainee) (transfer full) Errors: as the reader. */
GPtrArray  *daybook_trainees        (DaybookReader    *reader,
                                     const DaybookRow *article,
                                     GError          **error);
/* The person's marks on it, done or judged. (element-type DaybookRow) (transfer full) Errors: as the reader. */
GPtrArray  *daybook_training_marks  (DaybookReader    *reader,
                                     const DaybookRow *article,
                                     const DaybookRow *agent,
                                     GError          **error);

/* A point that a word names. */
typedef struct
{
  char       *item;  /* its key */
  char       *label; /* what the article says */
  DaybookRow *mark;  /* the person's, or NULL */
} DaybookTrainingFound;

void        daybook_training_found_free (DaybookTrainingFound *self);

/* By its key, by its number in the article from 1 on, or by words that only one of them has.
 * Errors: as the reader; NOT_FOUND, with the points that there are; CONFLICT: several have the words. */
DaybookTrainingFound *daybook_training_find (DaybookReader    *reader,
                                             const DaybookRow *article,
                                             const DaybookRow *agent,
                                             const char       *word,
                                             GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookTrainee, daybook_trainee_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookTrainingFound, daybook_training_found_free)

G_END_DECLS
