/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/quick-add.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What was made of a line. */
typedef struct
{
  const DaybookTable *table;
  DaybookId           id;
  DaybookOutcome     *outcome;
  char               *refused; /* why a photo did not go in: a sentence; or NULL */
} DaybookQuickSaved;

/* Makes the row, with the photos, in one act. `files`: GFile objects; `pictures`: GBytes, as
 * they were copied, each once. Only a case takes any. */
void               daybook_quick_save_async  (DaybookStore            *store,
                                              const DaybookQuickPlan  *plan,
                                              GListModel              *files,
                                              GPtrArray               *pictures,
                                              GAsyncReadyCallback      callback,
                                              gpointer                 data);
/* (transfer full) Errors: as daybook_quick_plan_build() and daybook_store_commit_finish(); FULL. */
DaybookQuickSaved *daybook_quick_save_finish (GAsyncResult            *result,
                                              GError                 **error);
void               daybook_quick_saved_free  (DaybookQuickSaved       *saved);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookQuickSaved, daybook_quick_saved_free)

G_END_DECLS
