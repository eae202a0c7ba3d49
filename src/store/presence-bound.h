/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/database.h"

G_BEGIN_DECLS

/* How long a presence lasts that nobody ends (core/presence.h). */

/* What the shop says of it. */
gboolean daybook_presence_read_hours (DaybookDatabase  *db,
                                      guint            *hours,
                                      GError          **error);
/* The moment (UTC seconds) at or before which a presence began that is over at `now` although nobody has ended it. */
gboolean daybook_presence_bound      (DaybookDatabase  *db,
                                      gint64            now,
                                      gint64           *bound,
                                      GError          **error);

G_END_DECLS
