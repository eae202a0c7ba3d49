/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/presence.h"
#include "core/row.h"

G_BEGIN_DECLS

/* What somebody answers for, in words (SH-11, IN-05): "Phone, WeChat (deputy), taobao 山居茶舍:小陈"; NULL: for nothing.
 * Rows of daybook_channel_people and of daybook_sub_accounts. (transfer full) */
char *daybook_answering_describe (GPtrArray       *channels,
                                  GPtrArray       *accounts,
                                  const DaybookId *agent);

G_END_DECLS
