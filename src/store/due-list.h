/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/due.h"
#include "core/row.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* Reading what is due (store/due-items.h). */
typedef struct
{
  gint64              key;   /* in the book; another one after a rebuild */
  const DaybookTable *table; /* of the row that it is of */
  gint64              rowid;
  DaybookId           id;
  DaybookDue          due;
  gint64              shows; /* snoozed: not before; else 0 */
} DaybookDueItem;

void            daybook_due_item_free (DaybookDueItem  *item);

/* As much of it as puts it in its place. */
typedef struct
{
  gint64 key;
  gint64 due;
  gint64 warn;
  gint64 as_of;
} DaybookDueMark;

typedef enum
{
  DAYBOOK_DUE_LIST_PLAIN = 0,
  DAYBOOK_DUE_LIST_PAUSED = 1 << 0,  /* what stands still too, last */
  DAYBOOK_DUE_LIST_SNOOZED = 1 << 1, /* what was put off too */
  DAYBOOK_DUE_LIST_STALE = 1 << 2,   /* what would be overdue, but rests on an older export, too; before what stands still */
} DaybookDueListFlags;

/* What is due by the midnight that ends the shop's day, or near: the worst first. `agent`: only theirs; NULL:
 * everyone's. At most `limit`; 0: all. (element-type DaybookDueMark) */
GArray         *daybook_due_today    (DaybookReader       *reader,
                                      const DaybookId     *agent,
                                      DaybookDueListFlags  flags,
                                      gint64               now,
                                      guint                limit,
                                      GError             **error);
/* How many there are; -1 on error. */
gint64          daybook_due_count    (DaybookReader       *reader,
                                      const DaybookId     *agent,
                                      DaybookDueListFlags  flags,
                                      gint64               now,
                                      GError             **error);
/* One of them. Errors: NOT_FOUND: it is due no longer. */
DaybookDueItem *daybook_due_item     (DaybookReader       *reader,
                                      gint64               key,
                                      GError             **error);
/* All that is due of a row, the nearest first. (element-type DaybookDueItem) */
GPtrArray      *daybook_due_of_row   (DaybookReader       *reader,
                                      const DaybookRow    *row,
                                      GError             **error);
/* That of the rule, and of the cycle; 0: the nearest. Errors: NOT_FOUND: nothing is. */
DaybookDueItem *daybook_due_find     (DaybookReader       *reader,
                                      const DaybookRow    *row,
                                      DaybookRuleId        rule,
                                      gint64               cycle,
                                      GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookDueItem, daybook_due_item_free)

G_END_DECLS
