/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/edit.h"
#include "core/quick-add.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* What one line of plain words (core/quick-add.h) means in a book: a case of the register that it names,
 * or a task. What names nothing there stays among the words, and says so. */

/* What a person has said about it beside the line; zeros: nothing. All borrowed. */
typedef struct
{
  const char *const *plain;        /* parts that are plain words, as they stand in the line; or NULL */
  const char        *register_key; /* NULL: as the line says; "": a task */
  gint64             at;           /* UTC seconds; 0: as the line says */
} DaybookQuickWish;

/* How a part was understood. */
typedef struct
{
  DaybookQuickKind kind;     /* a customer is of kind WORD, and resolved */
  gsize            from;     /* bytes of the line */
  gsize            to;
  char            *text;     /* as it stands there */
  gboolean         resolved; /* it means something; else it stays among the words */
  char            *label;    /* what, masked where it is a person's; NULL where it means nothing */
  char            *remark;   /* why it does not, or what to know; or NULL */
} DaybookQuickChip;

typedef struct
{
  char            *line;       /* the first of the text */
  GPtrArray       *chips;      /* DaybookQuickChip, in the order of the line; words that are but words
                                * are among them */
  DaybookRegister *definition; /* of the case; NULL: it is a task */
  DaybookRow      *order;      /* or NULL, as the next three */
  DaybookRow      *customer;
  DaybookRow      *agent;      /* whose it is to be */
  DaybookRow      *of_case;    /* that the task is about */
  gint64           at;         /* promised, or due; 0: no case has a promise */
  gboolean         said_when;  /* FALSE: the time of a task is the usual one */
  char            *title;
  char            *note;       /* the whole text where it has several lines; or NULL */
  char            *tags;       /* with blanks between; or NULL */
  char            *contact;    /* a phone number; or NULL */
} DaybookQuickPlan;

/* Errors: as the reader. */
DaybookQuickPlan *daybook_reader_plan_quick_add  (DaybookReader           *reader,
                                                  const char              *text,
                                                  const DaybookQuickWish  *wish,
                                                  gint64                   now,
                                                  GTimeZone               *zone,
                                                  GError                 **error);
void              daybook_quick_plan_free        (DaybookQuickPlan        *plan);
/* Whether there is anything to make. */
gboolean          daybook_quick_plan_is_empty    (const DaybookQuickPlan  *plan);
/* What will be made, in a sentence: “Return and refund of order …6789, for Wang, promised for
 * tomorrow 10:00.” (transfer full) */
char             *daybook_quick_plan_describe    (const DaybookQuickPlan  *plan,
                                                  gint64                   now,
                                                  GTimeZone               *zone);
/* A new edit of `agent` that makes it; `id` and `table`: of the row. `agent`: who acts, and whose it is
 * where nobody is named.
 * Errors: CONSTRAINT: there is nothing to make; as the reader. */
DaybookEdit      *daybook_quick_plan_build       (const DaybookQuickPlan  *plan,
                                                  DaybookReader           *reader,
                                                  DaybookStore            *store,
                                                  const DaybookTable     **table,
                                                  DaybookId               *id,
                                                  GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookQuickPlan, daybook_quick_plan_free)

G_END_DECLS
