/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/registry.h"

G_BEGIN_DECLS

/* A buyer's review, as an export or a page of a platform has it: a row that imports alone
 * write. What the shop does about a bad one is a case of a register. */

enum
{
  DAYBOOK_REVIEW_DELETED,
  DAYBOOK_REVIEW_SHOP,
  DAYBOOK_REVIEW_PLATFORM,
  DAYBOOK_REVIEW_NUMBER,       /* the platform's own, else made of buyer, goods and time: with shop and platform the natural key */
  DAYBOOK_REVIEW_ORDER_NUMBER,
  DAYBOOK_REVIEW_WRITTEN_AT,
  DAYBOOK_REVIEW_STARS,        /* 1 to 5 */
  DAYBOOK_REVIEW_BUYER,
  DAYBOOK_REVIEW_PRODUCT,      /* title of the goods */
  DAYBOOK_REVIEW_SKU,
  DAYBOOK_REVIEW_TITLE,
  DAYBOOK_REVIEW_WORDS,
  DAYBOOK_REVIEW_FOLLOW_UP,    /* 追评 */
  DAYBOOK_REVIEW_FOLLOWED_AT,
  DAYBOOK_REVIEW_REPLY,        /* the shop's */
  DAYBOOK_REVIEW_REPLIED_AT,
  DAYBOOK_REVIEW_AS_OF,
  DAYBOOK_REVIEW_N_FIELDS,
};

extern const DaybookTable daybook_reviews;

G_END_DECLS
