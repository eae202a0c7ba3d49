/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/id.h"
#include "core/mask.h"
#include "store/database.h"

G_BEGIN_DECLS

/* Whom an erasure is about (RECORDS §10), and what a file has of them: the book, or a backup of it, which may be of an older version. */

/* What is known of the person. Found in one file, it is looked for in the others. */
typedef struct
{
  GPtrArray *customers; /* DaybookId: all who are that person */
  GPtrArray *strong;    /* texts that are nobody else's: phones, e-mails, addresses */
  GPtrArray *weak;      /* names, which others may have */
  GPtrArray *nicks;     /* accounts, which may be words that others use */
  GPtrArray *shared;    /* what others have too: it goes with the person's rows alone */
  GPtrArray *masked;    /* names as titles of acts have them */
  GPtrArray *hashes;    /* what stays of accounts, phones and e-mails (store/erased.h) */
  GPtrArray *files;     /* hashes of the files of their cases that nobody else's has */
} DaybookErasePlan;

/* SQL: the keys of the person's rows, once a look has found them. */
#define DAYBOOK_GONE "(SELECT row FROM temp.gone_customers)"
#define DAYBOOK_GONE_ORDERS "(SELECT row FROM temp.gone_orders)"
#define DAYBOOK_GONE_CASES "(SELECT row FROM temp.gone_cases)"
/* SQL: whether an event is of one of these. */
#define DAYBOOK_GONE_EVENTS \
  "\"case\" IN " DAYBOOK_GONE_CASES " OR \"order\" IN " DAYBOOK_GONE_ORDERS " OR customer IN " DAYBOOK_GONE

DaybookErasePlan *daybook_erase_plan_new   (void);
void              daybook_erase_plan_free  (DaybookErasePlan *plan);

/* Notes what a field with that mask says of the person. */
void              daybook_erase_plan_note  (DaybookErasePlan  *plan,
                                            DaybookMask        mask,
                                            const char        *text);

/* Looks for the person in the file and notes what is there: in temporary tables of the connection, and in the plan. */
gboolean          daybook_erase_look       (DaybookErasePlan  *plan,
                                            DaybookDatabase   *db,
                                            GError           **error);
/* How many rows of the table the look has found: "orders", "cases" ... */
gint64            daybook_erase_count      (DaybookDatabase   *db,
                                            const char        *table);

/* Adds a text that is there, once. */
void              daybook_erase_add_text   (GPtrArray         *texts,
                                            const char        *text);
gboolean          daybook_erase_has_column (DaybookDatabase   *db,
                                            const char        *table,
                                            const char        *column);
/* Runs a statement that names a column which an older book may lack. */
gboolean          daybook_erase_run_if     (DaybookDatabase   *db,
                                            const char        *table,
                                            const char        *column,
                                            const char        *sql,
                                            GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookErasePlan, daybook_erase_plan_free)

G_END_DECLS
