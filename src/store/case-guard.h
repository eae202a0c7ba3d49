/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/case-rule.h"
#include "core/edit.h"
#include "store/database.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* Holds a person's edit to the rules of the registers (core/case-rule.h), within the transaction
 * that writes it: what was read when the edit was made may be old by then. */
typedef struct _DaybookCaseGuard DaybookCaseGuard;

/* Remembers the cases that the changes from `first` on, `n` of them, touch, as they are. Edits
 * that are no person's are not held to anything. */
DaybookCaseGuard *daybook_case_guard_begin (DaybookDatabase    *db,
                                            const DaybookEdit  *edit,
                                            guint               first,
                                            guint               n,
                                            GError            **error);
/* After the changes. Errors: CONSTRAINT, with the case named. */
gboolean          daybook_case_guard_check (DaybookCaseGuard   *self,
                                            DaybookDatabase    *db,
                                            GError            **error);

/* --- For an undo, which is a person's too, but goes ways back that are no moves --- */

/* Of no cases yet. */
DaybookCaseGuard *daybook_case_guard_new   (void);
/* Before a row is changed: remembers the case that it is, or is a part of, as it is. `id` is that
 * case's; null: the row is of none. */
gboolean          daybook_case_guard_touch (DaybookCaseGuard   *self,
                                            DaybookDatabase    *db,
                                            const DaybookTable *table,
                                            gint64              row,
                                            DaybookId          *id,
                                            GError            **error);
/* A case that cannot be as it is now, and why. */
typedef void (*DaybookCaseGuardFound)      (const DaybookRow   *row,
                                            const char         *sentence,
                                            gpointer            data);
/* After the changes: tells each that breaks what daybook_case_check_back() holds it to, or has more
 * goods than can be. FALSE: the book could not be read. */
gboolean          daybook_case_guard_sift  (DaybookCaseGuard   *self,
                                            DaybookDatabase    *db,
                                            DaybookCaseGuardFound found,
                                            gpointer            data,
                                            GError            **error);

void              daybook_case_guard_free  (DaybookCaseGuard   *self);

/* What the book knows of a case that is, or will be, `row`. A new case has no goods or photos
 * yet. */
gboolean          daybook_case_facts_read  (DaybookDatabase    *db,
                                            const DaybookRow   *row,
                                            DaybookCaseFacts   *facts,
                                            GError            **error);

/* The same for whoever asks before. */
gboolean          daybook_reader_case_facts (DaybookReader     *reader,
                                            const DaybookRow   *row,
                                            DaybookCaseFacts   *facts,
                                            GError            **error);

/* Whether the guard would let a person make the one of the other, both in the register's table,
 * while nothing else of the case changes. Errors: CONSTRAINT; as the reader. */
gboolean          daybook_reader_case_check (DaybookReader     *reader,
                                             DaybookRegister   *definition,
                                             const DaybookRow  *before,
                                             const DaybookRow  *after,
                                             GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookCaseGuard, daybook_case_guard_free)

G_END_DECLS
