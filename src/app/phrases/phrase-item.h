/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/lane.h"
#include "store/phrase-offer.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* One line of the phrase picker. */
#define DAYBOOK_TYPE_PHRASE_ITEM (daybook_phrase_item_get_type ())
G_DECLARE_FINAL_TYPE (DaybookPhraseItem, daybook_phrase_item, DAYBOOK, PHRASE_ITEM, GObject)

DaybookPhraseItem *daybook_phrase_item_new       (const DaybookPhraseOffer *offer);
const DaybookRow  *daybook_phrase_item_get_row   (DaybookPhraseItem *self);
/* The key that takes it; 0: none. */
guint              daybook_phrase_item_get_slot  (DaybookPhraseItem *self);
guint              daybook_phrase_item_get_uses  (DaybookPhraseItem *self);
/* What it begins with, in one line; whole, but for ways to say it in other words. */
const char        *daybook_phrase_item_get_line  (DaybookPhraseItem *self);

/* How a phrase's text begins, in one line; what is not known yet stands there as in the picker: “[Customer]”.
 * (transfer full) */
char              *daybook_phrase_line           (const char        *text);

/* The wish's phrases as items, read in the lane; `wish` is copied. */
void               daybook_phrase_items_find_async  (DaybookLane             *lane,
                                                     const DaybookPhraseWish *wish,
                                                     guint                    limit,
                                                     GCancellable            *cancellable,
                                                     GAsyncReadyCallback      callback,
                                                     gpointer                 data);
/* (element-type DaybookPhraseItem) (transfer full). Errors: as the reader; CANCELLED. */
GPtrArray         *daybook_phrase_items_find_finish (GAsyncResult            *result,
                                                     GError                 **error);

G_END_DECLS
