/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/phrase.h"

G_BEGIN_DECLS

/* The part of the day by the clock on the shop's wall, never ANY (PH-02): morning from 5:00, noon from 11:00,
 * afternoon from 13:00, evening from 18:00, night from midnight. `moment`: UTC seconds. */
DaybookDaypart daybook_daypart_of (gint64     moment,
                                   GTimeZone *zone);

G_END_DECLS
