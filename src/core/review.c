/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/review.h"

#include "core/fields.h"

static const DaybookField FIELDS[] = {
  [DAYBOOK_REVIEW_DELETED] = DELETED_FIELD,
  [DAYBOOK_REVIEW_SHOP] = { "shop", N_("Shop"), REF (PLATFORM, "shop"), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_REVIEW_PLATFORM] = { "platform", N_("Platform"), TEXT (PLATFORM), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_REVIEW_NUMBER] = { "number", N_("Review number"), TEXT (PLATFORM), .flags = DAYBOOK_FIELD_REQUIRED | DAYBOOK_FIELD_NUMBER },
  [DAYBOOK_REVIEW_ORDER_NUMBER] = { "order_number", N_("Order number"), TEXT (PLATFORM), .flags = DAYBOOK_FIELD_NUMBER },
  [DAYBOOK_REVIEW_WRITTEN_AT] = { "written_at", N_("Written"), TIME (PLATFORM), .flags = DAYBOOK_FIELD_SORT },
  [DAYBOOK_REVIEW_STARS] = { "stars", N_("Stars"), INT (PLATFORM), .flags = DAYBOOK_FIELD_SORT },
  [DAYBOOK_REVIEW_BUYER] = { "buyer", N_("Buyer"), TEXT (PLATFORM), .mask = DAYBOOK_MASK_ACCOUNT, .flags = DAYBOOK_FIELD_SEARCH | DAYBOOK_FIELD_PERSON },
  [DAYBOOK_REVIEW_PRODUCT] = { "product", N_("Product"), TEXT (PLATFORM), .flags = DAYBOOK_FIELD_SEARCH },
  [DAYBOOK_REVIEW_SKU] = { "sku", N_("SKU"), TEXT (PLATFORM), .flags = DAYBOOK_FIELD_SEARCH },
  [DAYBOOK_REVIEW_TITLE] = { "title", N_("Heading"), TEXT (PLATFORM), .flags = DAYBOOK_FIELD_SEARCH },
  [DAYBOOK_REVIEW_WORDS] = { "words", N_("Review"), TEXT (PLATFORM), .flags = DAYBOOK_FIELD_SEARCH | DAYBOOK_FIELD_MULTILINE },
  [DAYBOOK_REVIEW_FOLLOW_UP] = { "follow_up", N_("Later review"), TEXT (PLATFORM), .flags = DAYBOOK_FIELD_SEARCH | DAYBOOK_FIELD_MULTILINE },
  [DAYBOOK_REVIEW_FOLLOWED_AT] = { "followed_at", N_("Later review written"), TIME (PLATFORM) },
  [DAYBOOK_REVIEW_REPLY] = { "reply", N_("Our reply"), TEXT (PLATFORM), .flags = DAYBOOK_FIELD_SEARCH | DAYBOOK_FIELD_MULTILINE },
  [DAYBOOK_REVIEW_REPLIED_AT] = { "replied_at", N_("Replied"), TIME (PLATFORM) },
  [DAYBOOK_REVIEW_AS_OF] = { "as_of", N_("As of"), TIME (PLATFORM) },
};

const DaybookTable daybook_reviews = {
  "review", "reviews", N_("Review"), N_("Reviews"),
  FIELDS, G_N_ELEMENTS (FIELDS), -1, DAYBOOK_REVIEW_WORDS, DAYBOOK_REVIEW_WRITTEN_AT,
};
