/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/campaign.h"
#include "core/edit.h"

G_BEGIN_DECLS

/* The days of the year on which everybody in the trade has something to do: 618, 11.11, the festivals by the moon. */

/* Adds to the edit a campaign for each that comes within a year from `today` on, but those of which `known` (element-type
 * DaybookRow) has one that begins on its day. Returns how many. */
guint daybook_trade_days_add (DaybookEdit *edit,
                              GPtrArray   *known,
                              const GDate *today,
                              gint64       now);

G_END_DECLS
