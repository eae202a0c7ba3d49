/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What came of an import, with the sums to compare with the platform's page.
 *
 * Signals:
 *   undo-requested ()    take the import back
 *   orders-requested ()  show the orders
 *   done ()              the next file, or back to the list of imports */
#define DAYBOOK_TYPE_IMPORT_RESULT (daybook_import_result_get_type ())
G_DECLARE_FINAL_TYPE (DaybookImportResult, daybook_import_result, DAYBOOK, IMPORT_RESULT, AdwBin)

/* `n_waiting`: files still in the queue. */
void daybook_import_result_show        (DaybookImportResult  *self,
                                        DaybookStore         *store,
                                        DaybookImport        *import,
                                        const DaybookOutcome *outcome,
                                        guint                 n_waiting);
/* The import was undone; `outcome` says what was kept. */
void daybook_import_result_show_undone (DaybookImportResult  *self,
                                        const DaybookOutcome *outcome,
                                        guint                 n_waiting);

/* So many more files wait for their turn: the button says so. */
void daybook_import_result_set_waiting (DaybookImportResult *self,
                                        guint                n_waiting);

G_END_DECLS
