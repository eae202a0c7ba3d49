/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/feeds.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* One row of the table of forms. Its property `title`, "Pinduoduo · orders", is what is searched. */
#define DAYBOOK_TYPE_FORM_ITEM (daybook_form_item_get_type ())
G_DECLARE_FINAL_TYPE (DaybookFormItem, daybook_form_item, DAYBOOK, FORM_ITEM, GObject)

DaybookFormItem    *daybook_form_item_new       (const DaybookProfile *profile,
                                                 const DaybookForm    *form);
const char         *daybook_form_item_get_title (DaybookFormItem      *self);
const DaybookFeeds *daybook_form_item_get_feeds (DaybookFormItem      *self);
/* "Pinduoduo, orders: Tracking number, yes". (transfer full) */
char               *daybook_form_item_say       (DaybookFormItem      *self,
                                                 DaybookFact           fact);
/* What it feeds, and where the rest is, a line each. (transfer full) */
char               *daybook_form_item_explain   (DaybookFormItem      *self);

G_END_DECLS
