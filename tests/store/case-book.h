/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fixture.h"

#include "core/case-draft.h"
#include "core/case-event.h"
#include "core/case-parts.h"
#include "core/task.h"
#include "store/registers.h"

/* A book with cases in it. */

/* A register of the shop's own, with a field of each type. A case goes from open to away and to
 * shut, and back from each; nothing is demanded of it. Its numbers begin with K. */
extern const char case_keys_register[];

/* Adds the register of that definition, or the shop's changes to it; returns the act. */
DaybookId         case_adopt        (Book             *book,
                                     const char       *definition);
const DaybookTable *case_table      (Book             *book,
                                     const char       *key);
/* The field of that name, as it is in force now. */
guint             case_field        (Book             *book,
                                     const char       *key,
                                     const char       *name);

/* --- Drafts: a person at a form --- */

DaybookCaseDraft *case_begin        (Book             *book,
                                     const char       *key);
DaybookCaseDraft *case_open         (Book             *book,
                                     const DaybookId  *id);
/* Takes over `value`. */
void              case_put          (DaybookCaseDraft *draft,
                                     const char       *name,
                                     DaybookValue      value);
void              case_move         (DaybookCaseDraft *draft,
                                     const char       *stage);
/* Saves and frees the draft; returns the case. */
DaybookId         case_save         (Book             *book,
                                     DaybookCaseDraft *draft);
/* Frees the draft, which is refused (CONSTRAINT) with this in the sentence. */
void              case_save_refused (Book             *book,
                                     DaybookCaseDraft *draft,
                                     const char       *said);
/* A new case with nothing but a subject. */
DaybookId         case_make         (Book             *book,
                                     const char       *key,
                                     const char       *subject);
/* One of the register "keys" with all that it can have (below). */
DaybookId         case_make_full    (Book             *book);

/* --- Edits --- */

DaybookRow       *case_row          (Book             *book,
                                     const DaybookId  *id);
/* Sets a field; returns the act. Takes over `value`. */
DaybookId         case_set          (Book             *book,
                                     const DaybookId  *id,
                                     const char       *name,
                                     DaybookValue      value);
/* Writes a note into the case; returns the act. */
DaybookId         case_note         (Book             *book,
                                     const DaybookId  *id,
                                     const char       *text);
/* Commits, and fails unless it could; returns the act. */
DaybookId         case_commit       (Book             *book,
                                     DaybookEdit      *edit);
/* Fails unless it is refused (CONSTRAINT) with this in the sentence. */
void              case_commit_refused (Book           *book,
                                     DaybookEdit      *edit,
                                     const char       *said);
DaybookEdit      *case_edit         (Book             *book,
                                     DaybookActKind    kind);

/* Goods of a case in the edit. `line` NULL: goods that are in no order. A quantity below 0 is
 * not said. */
typedef struct
{
  const DaybookId *line;
  int              quantity;
  int              received;
  int              damaged;
} CaseGoods;

DaybookId         case_add_goods    (DaybookEdit      *edit,
                                     const DaybookId  *of,
                                     const CaseGoods  *goods);
/* A file of the case in the edit, known by its hash. */
void              case_add_photo    (DaybookEdit      *edit,
                                     const DaybookId  *of,
                                     const char       *hash);

/* An order of 128.00, with one line of that quantity. */
DaybookId         case_add_order    (Book             *book,
                                     const char       *number,
                                     gint64            quantity,
                                     DaybookId        *line);
DaybookId         case_add_agent    (Book             *book,
                                     const char       *name,
                                     DaybookRole       role);

/* --- Looking --- */

/* How many cases of the register the filter finds; "" all. */
guint             case_count        (Book             *book,
                                     const char       *key,
                                     const char       *where);
void              case_assert       (Book             *book,
                                     const DaybookId  *id,
                                     const char       *name,
                                     const DaybookValue *value);
void              case_assert_text  (Book             *book,
                                     const DaybookId  *id,
                                     const char       *name,
                                     const char       *text);
void              case_assert_int   (Book             *book,
                                     const DaybookId  *id,
                                     const char       *name,
                                     gint64            number);
DaybookOutcome   *case_undo         (Book             *book,
                                     const DaybookId  *act);
DaybookOutcome   *case_redo         (Book             *book);

/* Own fields of the register of keys, one of each type; what is written once is not among them.
 * Ends with NULL. */
extern const char *const case_keys_fields[];
/* A value that the field may have: the same for each round, others for other rounds. What points
 * at rows points at those that are there. */
DaybookValue      case_keys_value   (Book             *book,
                                     const char       *name,
                                     guint             round);
