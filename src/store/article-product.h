/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/row.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* The page of a product, to be filled in (OR-10): what is known of it, and the headings of the shop's own template, which was
 * made of the one that Daybook brings; where the shop has thrown that away, of Daybook's. For daybook_article_act_add().
 * `product` is one; `now` UTC seconds. (transfer full) Errors: as the reader. */
DaybookRow *daybook_article_of_product (DaybookReader     *reader,
                                        const DaybookRow  *product,
                                        const DaybookId   *agent,
                                        gint64             now,
                                        GError           **error);

G_END_DECLS
