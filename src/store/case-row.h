/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/row.h"
#include "store/database.h"

G_BEGIN_DECLS

/* A row with all that it has: of a case, the fields of its register's table too, where the
 * register is known. `table`: the base, or any table over it. Errors: as daybook_row_load(). */
DaybookRow *daybook_row_load_whole   (DaybookDatabase     *db,
                                      const DaybookTable  *table,
                                      gint64               rowid,
                                      GError             **error);
/* The id of the case that a row is, or whose goods or file it is; null: it is of none. */
gboolean    daybook_case_id_of_row   (DaybookDatabase     *db,
                                      const DaybookTable  *table,
                                      gint64               rowid,
                                      DaybookId           *id,
                                      GError             **error);
/* `born` of a case's live parts and of what hangs on it, as daybook_history_act_of() takes it. NULL:
 * an error was set. (transfer full) */
GArray     *daybook_case_births      (DaybookDatabase     *db,
                                      gint64               rowid,
                                      GError             **error);

G_END_DECLS
