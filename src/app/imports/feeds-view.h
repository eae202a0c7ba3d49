/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/feeds.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What a file tells and what it does not, to be opened: which export of the platform has the
 * rest, and which follow-ups the file feeds. */
#define DAYBOOK_TYPE_FEEDS_VIEW (daybook_feeds_view_get_type ())
G_DECLARE_FINAL_TYPE (DaybookFeedsView, daybook_feeds_view, DAYBOOK, FEEDS_VIEW, AdwBin)

/* Hides itself for NULL. */
void daybook_feeds_view_show (DaybookFeedsView   *self,
                              const DaybookFeeds *feeds);

G_END_DECLS
