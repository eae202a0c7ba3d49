/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/case-draft.h"
#include "store/reader.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a person does to several cases at once (UX 7): what the rules allow becomes one edit, and
 * with it one act and one undo; the cases that they do not are named with the reason, and stay as
 * they are. Building reads each case: the window does it on a lane. */

/* A case that was left out. */
typedef struct
{
  DaybookId id;
  char     *number;
  char     *why;  /* a sentence */
} DaybookCaseRefusal;

typedef struct
{
  DaybookEdit *edit;    /* of size 0 when nothing is to change */
  guint        n_done;  /* cases that it changes */
  GPtrArray   *refused; /* DaybookCaseRefusal */
} DaybookCasesDone;

DaybookCasesDone *daybook_cases_done_new  (const DaybookId    *by);
void              daybook_cases_done_free (DaybookCasesDone   *done);
/* Adds the draft's changes to the edit, or the case to those refused; frees the draft.
 * Errors: as the reader. */
gboolean          daybook_cases_done_take (DaybookCasesDone   *done,
                                           DaybookReader      *reader,
                                           DaybookRegister    *definition,
                                           const DaybookRow   *before,
                                           DaybookCaseDraft   *draft,
                                           GError            **error);
/* Names the case among those left out. */
void              daybook_cases_done_refuse (DaybookCasesDone  *done,
                                           const DaybookRow   *row,
                                           const char         *why);
/* Titles the edit, now that it is known how many cases were moved. */
void              daybook_cases_done_title_moved (DaybookCasesDone *done,
                                           const char         *stage);

typedef enum
{
  DAYBOOK_CASES_MOVE,  /* to a stage; the answers fill in what a case has not */
  DAYBOOK_CASES_SET,   /* the answers take the place of what is there */
  DAYBOOK_CASES_TRASH,
} DaybookCaseActKind;

typedef struct
{
  const DaybookField *field; /* of a table of cases: its name counts */
  DaybookValue        value;
} DaybookCaseAnswer;

typedef struct
{
  DaybookCaseActKind  kind;
  GArray             *keys;    /* gint64: the cases */
  DaybookId           by;      /* who acts */
  gint64              now;     /* UTC seconds */
  char               *stage;   /* MOVE: its key */
  GArray             *answers; /* DaybookCaseAnswer; the first of SET is what the title says */
} DaybookCaseAct;

/* `keys` is taken over. */
DaybookCaseAct   *daybook_case_act_new    (DaybookCaseActKind  kind,
                                           GArray             *keys,
                                           const DaybookId    *by,
                                           gint64              now);
void              daybook_case_act_free   (DaybookCaseAct     *act);
/* Takes over `value`. */
void              daybook_case_act_answer (DaybookCaseAct     *act,
                                           const DaybookField *field,
                                           DaybookValue        value);
/* Cases that are gone meanwhile are left out. Errors: as the reader; CANCELLED. */
DaybookCasesDone *daybook_case_act_build  (const DaybookCaseAct *act,
                                           DaybookReader      *reader,
                                           GCancellable       *cancellable,
                                           GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookCasesDone, daybook_cases_done_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookCaseAct, daybook_case_act_free)

G_END_DECLS
