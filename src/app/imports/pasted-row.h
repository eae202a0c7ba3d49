/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/paste-reviews.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One of the reviews that were pasted, for a list: the beginning of its text, who wrote it
 * (masked) and when, its stars. (transfer floating) */
GtkWidget *daybook_pasted_row_new (const DaybookPastedReview *review);

G_END_DECLS
