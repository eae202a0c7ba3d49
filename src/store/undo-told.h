/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/registry.h"

#include "store/database.h"

G_BEGIN_DECLS

/* What files had told of an order (store/sight.h), when an act is taken back. */

/* A value of a row is taken back, or the row itself where `field` is -1. What later files
 * than that of `act` (a key) had repeated of it is not what is there from now on, and the
 * export's digest says "nothing new" only while its values are in place: the file that is
 * taken back can come again. Nothing where the row is of no order. A redo brings the value
 * back, but not that later files had repeated it. */
gboolean daybook_undo_forget_told (DaybookDatabase     *db,
                                   gint64               act,
                                   const DaybookTable  *table,
                                   gint64               row,
                                   int                  field,
                                   GError             **error);
/* What a redone import had changed of an order is told again, though the order keeps the
 * time of another file: a file from in between takes nothing of it back. Of what the import
 * had only repeated its own note tells. `act` is the undo that `redo` takes back; nothing
 * where the redo has put nothing of the order back. */
gboolean daybook_undo_tell_again  (DaybookDatabase     *db,
                                   gint64               order,
                                   gint64               redo,
                                   gint64               act,
                                   GError             **error);

G_END_DECLS
