/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Where an article leads beside its text, and what leads to it: the product that it is the page of, the registers and stages
 * whose procedure it is, other articles and announcements. Each is a way there. */
#define DAYBOOK_TYPE_ARTICLE_WAYS (daybook_article_ways_get_type ())
G_DECLARE_FINAL_TYPE (DaybookArticleWays, daybook_article_ways, DAYBOOK, ARTICLE_WAYS, AdwBin)

void daybook_article_ways_show (DaybookArticleWays *self,
                                DaybookDesk        *desk,
                                const DaybookRow   *article);

G_END_DECLS
