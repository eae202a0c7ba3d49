/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/due.h"
#include "core/row.h"

G_BEGIN_DECLS

/* What is due of a case: its register's limits, its stage's, what was promised and asked for, and the
 * platform's deadline. */

/* What happened to it, as far as clocks ask. Moments are UTC seconds; 0: it never did. */
typedef struct
{
  gint64    answered;  /* the customer was first told something since it was opened, or opened again */
  gint64    contact;   /* the customer was last told something */
  gint64    reopened;
  gboolean  kept;      /* the customer was told something after the last promise was made */
  guint     percent;   /* so much of a limit the customer's grade leaves; 100: all */
  GArray   *pauses;    /* DaybookPause, in order of time: stages in which clocks stand still */
  DaybookWaits waits;  /* for whom in the last of these */
} DaybookCaseCourse;

/* Appends what is due (DaybookDue) of `row`, which is in its register's table. Of a case that is closed,
 * in the trash, merged into another one or in a stage that is not known, nothing is. */
void daybook_due_of_case (const DaybookDueTerms  *terms,
                          DaybookRegister        *definition,
                          const DaybookRow       *row,
                          const DaybookCaseCourse *course,
                          GArray                 *items);
/* The same of a task (core/task.h). */
void daybook_due_of_task (const DaybookDueTerms  *terms,
                          const DaybookRow       *row,
                          GArray                 *items);

G_END_DECLS
