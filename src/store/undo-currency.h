/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/registry.h"
#include "store/database.h"

G_BEGIN_DECLS

/* What was found of the order asked of last, for as long as nobody else writes; zero at first. */
typedef struct
{
  gint64 order;
  gint64 by;
} DaybookUndoCurrency;

/* The act (a key) for which an undo has to leave an amount or a currency as it is; 0: none.
 * It wrote an amount of an order of which `act`, that is taken back, had named the
 * currency: in any other it would be false. `undo`: the key of the undo itself. 0 with the
 * error set on failure. */
gint64 daybook_undo_currency_held_by (DaybookUndoCurrency *last,
                                      DaybookDatabase     *db,
                                      gint64               act,
                                      gint64               undo,
                                      const DaybookTable  *table,
                                      gint64               row,
                                      int                  field,
                                      GError             **error);

G_END_DECLS
