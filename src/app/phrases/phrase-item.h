/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/common/lane.h"
#include "core/excerpt.h"
#include "store/phrase-offer.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* One line of the phrase picker. */
#define DAYBOOK_TYPE_PHRASE_ITEM (daybook_phrase_item_get_type ())
G_DECLARE_FINAL_TYPE (DaybookPhraseItem, daybook_phrase_item, DAYBOOK, PHRASE_ITEM, GObject)

/* `terms`: that were searched for (core/terms.h). */
DaybookPhraseItem *daybook_phrase_item_new       (const DaybookPhraseOffer *offer,
                                                  GPtrArray                *terms);
const DaybookRow  *daybook_phrase_item_get_row   (DaybookPhraseItem *self);
/* The key that takes it; 0: none. */
guint              daybook_phrase_item_get_slot  (DaybookPhraseItem *self);
guint              daybook_phrase_item_get_uses  (DaybookPhraseItem *self);
/* Its text around what was found in it, or what it begins with, in one line. (transfer none) */
const DaybookExcerpt *daybook_phrase_item_get_line (DaybookPhraseItem *self);
/* Where what was searched for stands in its title. (element-type DaybookSpan) (transfer none) */
GArray            *daybook_phrase_item_get_title_matches (DaybookPhraseItem *self);

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
