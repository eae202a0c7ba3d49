/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What the shop has written about a product (OR-10): a way to each article, or to the first one, which is to be written. */
#define DAYBOOK_TYPE_ARTICLES_BOX (daybook_articles_box_get_type ())
G_DECLARE_FINAL_TYPE (DaybookArticlesBox, daybook_articles_box, DAYBOOK, ARTICLES_BOX, AdwBin)

void daybook_articles_box_show (DaybookArticlesBox *self,
                                DaybookDesk        *desk,
                                const DaybookRow   *product);

G_END_DECLS
