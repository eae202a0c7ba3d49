/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/due.h"
#include "core/row.h"

G_BEGIN_DECLS

/* Adds that an article in use is to be reviewed (KB-06): at DAYBOOK_ARTICLE_REVIEW_AT of the day that it names, in the
 * shop's zone, by whoever keeps it; where nobody does, by the shop's owner. */
void daybook_due_of_article (const DaybookDueTerms *terms,
                             const DaybookRow      *row,
                             GArray                *items);

G_END_DECLS
