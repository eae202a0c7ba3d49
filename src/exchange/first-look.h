/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/feeds.h"
#include "exchange/recognise.h"

G_BEGIN_DECLS

/* What can be said of a file before it is read, however long that takes: what it is, what it can
 * tell, and how its first rows begin. */
typedef struct
{
  char         *platform; /* "tmall" */
  char         *kind;     /* "orders" */
  char         *encoding;
  char        **rows;     /* of the first ones: "订单编号: 38010… · 买家会员名: t**8", personal data masked */
  DaybookFeeds *feeds;
} DaybookFirstLook;

/* Takes over the feeds. */
DaybookFirstLook *daybook_first_look_new  (const DaybookRecognition *found,
                                           const char               *platform,
                                           const char               *kind,
                                           const char               *encoding,
                                           DaybookFeeds             *feeds);
void              daybook_first_look_free (DaybookFirstLook         *look);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DaybookFirstLook, daybook_first_look_free)

G_END_DECLS
