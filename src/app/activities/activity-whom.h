/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/lane.h"
#include "store/activities.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* For whom an activity list can be: what there is to choose, and who that comes to. */
typedef enum
{
  DAYBOOK_WHOM_QUERY,   /* those that a filter asks for */
  DAYBOOK_WHOM_TAG,     /* those with a tag, which is to be typed */
  DAYBOOK_WHOM_FILTER,  /* a filter, which is to be typed */
  DAYBOOK_WHOM_DAYS,    /* who has a day to remember in the next weeks */
  DAYBOOK_WHOM_SEGMENT, /* a segment of customer value (CU-09): all sales are looked through for it */
} DaybookWhomKind;

typedef struct
{
  DaybookWhomKind kind;
  char           *label;   /* as people choose it */
  char           *where;   /* QUERY: EXPR */
  guint           segment; /* SEGMENT: place in daybook_segments */
} DaybookWhom;

/* Everything there is to choose. (element-type DaybookWhom) (transfer full) */
GPtrArray             *daybook_whom_all         (DaybookStore         *store);
/* Whether something is to be typed for it. */
gboolean               daybook_whom_is_typed    (const DaybookWhom    *whom);

/* One question: who that is. */
typedef struct _DaybookWhomQuestion DaybookWhomQuestion;

/* `words`: what was typed. Errors: FORMAT: the filter cannot be read; CONSTRAINT: nothing was typed yet. */
DaybookWhomQuestion   *daybook_whom_question_new  (DaybookStore         *store,
                                                   const DaybookWhom    *whom,
                                                   const char           *words,
                                                   GError              **error);
void                   daybook_whom_question_free (DaybookWhomQuestion  *question);
/* What the list keeps of it: EXPR, or in words. */
const char            *daybook_whom_question_get_where (DaybookWhomQuestion *question);
/* Takes the question over. `ear`: told how far it is (common/told-bar.h); taken over. */
void                   daybook_whom_ask_async   (DaybookLane          *lane,
                                                 DaybookWhomQuestion  *question,
                                                 gpointer              ear,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              data);
DaybookActivityPeople *daybook_whom_ask_finish  (GAsyncResult         *result,
                                                 GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookWhomQuestion, daybook_whom_question_free)

G_END_DECLS
