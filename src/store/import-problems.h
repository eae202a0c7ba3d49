/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/reader.h"
#include "store/staging.h"
#include "store/transaction.h"

G_BEGIN_DECLS

/* What was wrong with rows of a file, kept with the act that imported it: the
 * list that the preview has shown can be looked at later. It stays on the device
 * that imported, and with the act when that is taken back. */

/* A file of which more rows than this are wrong is the wrong file: the first say so. */
#define DAYBOOK_IMPORT_PROBLEMS_MAX 10000

/* Keeps the problems of `staging`, and the rows that have them, with the transaction's act, whose row is there. */
gboolean   daybook_import_problems_keep (DaybookTransaction  *transaction,
                                         DaybookStaging      *staging,
                                         GError             **error);
/* The problems that are kept with an import's act, at most `limit` from the `from`th.
 * None are of an import of an older Daybook or of another laptop.
 * (element-type DaybookProblem) */
GPtrArray *daybook_reader_import_problems (DaybookReader    *self,
                                         const DaybookId    *act,
                                         guint               from,
                                         guint               limit,
                                         GError            **error);
/* The rows themselves, those of a table behind its header; of none that a book has from a
 * Daybook that kept the problems alone. (element-type DaybookProblemRow) */
GPtrArray *daybook_reader_import_problem_rows (DaybookReader    *self,
                                         const DaybookId    *act,
                                         guint               from,
                                         guint               limit,
                                         GError            **error);

G_END_DECLS
