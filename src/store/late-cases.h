/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/register.h"
#include "store/reader.h"
#include "store/store.h"

G_BEGIN_DECLS

/* Rows that imports have brought while a register did not want them become its cases when somebody
 * asks for it. They are opened in short transactions under one act, as an import is (store/long-act.h). */

/* The register that has cases of such a row, by itself or not; NULL: none. (transfer none) */
DaybookRegister *daybook_late_case_register     (DaybookReader         *reader,
                                                 const DaybookRow      *row);
/* The row's case, which may be in the trash; NULL: it has none. (transfer full) */
DaybookRow     *daybook_late_case_find          (DaybookReader         *reader,
                                                 const DaybookRow      *row);
/* Whether the row has none, and had none that somebody has put in the trash. */
gboolean        daybook_late_case_may_open      (DaybookReader         *reader,
                                                 const DaybookRow      *row);
/* Opens the case of one row, as it has just been said. */
void            daybook_late_case_open_async    (DaybookStore          *store,
                                                 DaybookRegister       *definition,
                                                 const DaybookRow      *row,
                                                 GAsyncReadyCallback    callback,
                                                 gpointer               data);
DaybookOutcome *daybook_late_case_open_finish   (DaybookStore          *store,
                                                 GAsyncResult          *result,
                                                 GError               **error);

/* How many rows the register would have cases of, and has none. It looks at all of them: not for the
 * main thread. -1 on error. NOT_FOUND: there is no such register. */
gint64          daybook_late_cases_count        (DaybookStore          *store,
                                                 const char            *key,
                                                 GError               **error);
/* The same in a thread of its own. */
void            daybook_late_cases_count_async  (DaybookStore          *store,
                                                 const char            *key,
                                                 GCancellable          *cancellable,
                                                 GAsyncReadyCallback    callback,
                                                 gpointer               data);
gint64          daybook_late_cases_count_finish (DaybookStore          *store,
                                                 GAsyncResult          *result,
                                                 GError               **error);

/* Opens them. Progress (current and total rows) arrives on the main context. Cancel takes back what
 * was opened and gives CANCELLED. The outcome's n_changes counts operations. */
void            daybook_late_cases_open_async   (DaybookStore          *store,
                                                 const char            *key,
                                                 GFileProgressCallback  progress,
                                                 gpointer               progress_data,
                                                 GCancellable          *cancellable,
                                                 GAsyncReadyCallback    callback,
                                                 gpointer               data);
DaybookOutcome *daybook_late_cases_open_finish  (DaybookStore          *store,
                                                 GAsyncResult          *result,
                                                 GError               **error);
/* The same, blocking. */
DaybookOutcome *daybook_late_cases_open         (DaybookStore          *store,
                                                 const char            *key,
                                                 GFileProgressCallback  progress,
                                                 gpointer               progress_data,
                                                 GCancellable          *cancellable,
                                                 GError               **error);

G_END_DECLS
