/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/error.h"
#include "core/id.h"
#include "core/registry.h"
#include "core/value.h"

G_BEGIN_DECLS

/* The one door for writes (DESIGN §1): a named, attributed set of row
 * creations and field changes. It is built on any thread, checked here, and
 * handed to the store, which commits it in one transaction together with its
 * history. */
typedef struct _DaybookEdit DaybookEdit;

/* What an act was. Stored: append only. */
typedef enum
{
  DAYBOOK_ACT_EDIT,   /* a person in the window or on the command line */
  DAYBOOK_ACT_IMPORT, /* a file; the only kind that may write platform fields */
  DAYBOOK_ACT_UNDO,
  DAYBOOK_ACT_REDO,   /* undo of an undo */
  DAYBOOK_ACT_RULE,   /* the program, by a rule of the shop */
  DAYBOOK_ACT_SAMPLE, /* made-up rows of the sample shop */
  DAYBOOK_ACT_REVEAL, /* somebody has looked (core/reveal.h): in no history, and for good */
  DAYBOOK_ACT_ERASE,  /* a person’s data is gone (core/erasure.h), for good */
} DaybookActKind;

typedef enum
{
  DAYBOOK_CHANGE_CREATE,
  DAYBOOK_CHANGE_SET,
} DaybookChangeKind;

typedef struct
{
  DaybookChangeKind   kind;
  const DaybookTable *table;
  DaybookId           row;
  guint               field; /* SET */
  DaybookValue        value; /* SET */
  DaybookValue       *values; /* CREATE: table->n_fields of them */
} DaybookChange;

/* `title` is what the history shows, a short phrase in the author's language
 * ("Set note on 12 orders"). `agent` is who acts; NULL before there is anyone
 * (the act that opens the book). */
DaybookEdit         *daybook_edit_new    (DaybookActKind      kind,
                                          const char         *title,
                                          const DaybookId    *agent);
DaybookEdit         *daybook_edit_ref    (DaybookEdit        *edit);
void                 daybook_edit_unref  (DaybookEdit        *edit);

/* Adds the creation of a row. `id` is copied. Give its fields with
 * daybook_edit_give(); a row that exists already and is not deleted is left
 * as it is, a deleted one comes back with the given values. */
void                 daybook_edit_create (DaybookEdit        *edit,
                                          const DaybookTable *table,
                                          const DaybookId    *id);
/* Gives the row created last a value. Takes over `value`. */
void                 daybook_edit_give   (DaybookEdit        *edit,
                                          guint               field,
                                          DaybookValue        value);
/* Adds a change of one field of a row that exists. Takes over `value`. A value
 * equal to the present one makes no operation. */
void                 daybook_edit_set    (DaybookEdit        *edit,
                                          const DaybookTable *table,
                                          const DaybookId    *id,
                                          guint               field,
                                          DaybookValue        value);
/* Moves a row to the trash, or brings it back. */
void                 daybook_edit_delete (DaybookEdit        *edit,
                                          const DaybookTable *table,
                                          const DaybookId    *id);
void                 daybook_edit_restore (DaybookEdit       *edit,
                                          const DaybookTable *table,
                                          const DaybookId    *id);

/* Another title: what an edit of many rows is called depends on how many there were. */
void                 daybook_edit_set_title (DaybookEdit     *edit,
                                          const char         *title);
/* Whoever acts was asked, because the edit deletes much, and wants it. */
void                 daybook_edit_give_consent (DaybookEdit  *edit);
gboolean             daybook_edit_has_consent (const DaybookEdit *edit);

/* Checks the rules that need no database: types, required fields, words of
 * enumerations, length and validity of texts, that only imports write platform
 * fields, that what is written once is not changed, and that the log of reveals
 * has acts of its own. The store calls it before every commit.
 * Errors: DAYBOOK_ERROR_CONSTRAINT, DAYBOOK_ERROR_REFUSED, with the field named. */
gboolean             daybook_edit_check  (const DaybookEdit  *edit,
                                          GError            **error);

DaybookActKind       daybook_edit_kind   (const DaybookEdit  *edit);
const char          *daybook_edit_title  (const DaybookEdit  *edit);
const DaybookId     *daybook_edit_agent  (const DaybookEdit  *edit);
guint                daybook_edit_size   (const DaybookEdit  *edit);
/* How many rows of the table, NULL of all tables, it moves to the trash. */
guint                daybook_edit_count_deleted (const DaybookEdit *edit,
                                          const DaybookTable *table);
const DaybookChange *daybook_edit_change (const DaybookEdit  *edit,
                                          guint               index);

/* A text field holds at most this many bytes; that of a document (DAYBOOK_FIELD_LONG) so many. */
#define DAYBOOK_TEXT_MAX (64 * 1024)
#define DAYBOOK_LONG_TEXT_MAX (1024 * 1024)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookEdit, daybook_edit_unref)

G_END_DECLS
