/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"
#include "app/common/lane.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What can be done to the selected rows at once (UX 7): their number and sum at the left, the acts
 * at the right or, where there is no room, below; what an act asks stands above them.
 *
 * In the template of a derived class, <child type="act"> stands among the acts and
 * <child type="form"> above them, while `form-open` is TRUE. */
#define DAYBOOK_TYPE_BULK_BAR (daybook_bulk_bar_get_type ())
G_DECLARE_DERIVABLE_TYPE (DaybookBulkBar, daybook_bulk_bar, DAYBOOK, BULK_BAR, AdwBin)

struct _DaybookBulkBarClass
{
  AdwBinClass parent_class;

  /* Other rows are selected. Optional. */
  void (*keys_changed)    (DaybookBulkBar   *self);

  /* What else is to be known of the rows, all optional: it is made, and sees each row, in the
   * lane's thread; then it is told here and freed. */
  gpointer       (*begin_look) (void);
  void           (*look)       (gpointer          seen,
                                const DaybookRow *row);
  void           (*looked)     (DaybookBulkBar   *self,
                                gpointer          seen);
  GDestroyNotify   free_look;
};

/* Once. `amount` is a money field of the table, which is summed; -1: none. `currency`: the field
 * with its currency. */
void         daybook_bulk_bar_set_up        (DaybookBulkBar     *self,
                                             DaybookDesk        *desk,
                                             const DaybookTable *table,
                                             int                 amount,
                                             guint               currency);
DaybookDesk *daybook_bulk_bar_get_desk      (DaybookBulkBar     *self);
/* For what it reads in the background: as long as the bar lives. */
DaybookLane *daybook_bulk_bar_get_lane      (DaybookBulkBar     *self);
/* Says how many rows are selected and their sum; summed in the background. `keys` is taken
 * over. (element-type gint64) */
void         daybook_bulk_bar_set_keys      (DaybookBulkBar     *self,
                                             GArray             *keys);
/* (transfer none) */
GArray      *daybook_bulk_bar_get_keys      (DaybookBulkBar     *self);
/* Property `form-open`. */
void         daybook_bulk_bar_set_form_open (DaybookBulkBar     *self,
                                             gboolean            form_open);
gboolean     daybook_bulk_bar_is_form_open  (DaybookBulkBar     *self);

/* Signals: `close`: nothing is to be selected any more. `resized`: it has another height. */

G_END_DECLS
