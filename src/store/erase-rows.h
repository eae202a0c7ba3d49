/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/id.h"
#include "store/database.h"

G_BEGIN_DECLS

/* Taking a person out of one file: the book, or a backup of it, which may be of an older version (RECORDS §10). */

/* What is known of the person. Found in one file, it is looked for in the others. */
typedef struct
{
  GPtrArray *customers; /* DaybookId: all who are that person */
  GPtrArray *strong;    /* texts that are nobody else's: phones, e-mails, nicks, addresses */
  GPtrArray *weak;      /* names and short nicks, which others may have: they go from this person's rows */
  GPtrArray *masked;    /* names as titles of acts have them */
  GPtrArray *hashes;    /* what stays of accounts, phones and e-mails (store/erased.h) */
  GPtrArray *files;     /* hashes of the files of their cases that nobody else's has */
} DaybookErasePlan;

DaybookErasePlan *daybook_erase_plan_new  (void);
void              daybook_erase_plan_free (DaybookErasePlan *plan);

/* Looks for the person in the file and notes what is there: in temporary tables of the connection, and in the plan. */
gboolean daybook_erase_look (DaybookErasePlan  *plan,
                             DaybookDatabase   *db,
                             GError           **error);
/* How many rows of the table the look has found: "orders", "cases" ... */
gint64   daybook_erase_count (DaybookDatabase  *db,
                              const char       *table);
/* Takes out what the look has found, within a transaction. */
gboolean daybook_erase_rows (DaybookErasePlan  *plan,
                             DaybookDatabase   *db,
                             GError           **error);

/* ... and of the files that a backup has within. */
gboolean daybook_erase_packed (DaybookErasePlan  *plan,
                               DaybookDatabase   *db,
                               GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookErasePlan, daybook_erase_plan_free)

G_END_DECLS
