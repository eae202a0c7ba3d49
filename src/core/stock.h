/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/registry.h"

G_BEGIN_DECLS

/* What a list of stock says of one SKU in one place. A row that imports alone write; the products
 * of that SKU, on whatever platform, show how many there are. */
enum
{
  DAYBOOK_STOCK_DELETED,
  DAYBOOK_STOCK_SHOP,
  DAYBOOK_STOCK_PLATFORM,
  DAYBOOK_STOCK_NUMBER,     /* the SKU; with shop, platform and place its natural key */
  DAYBOOK_STOCK_TITLE,
  DAYBOOK_STOCK_VARIANT,
  DAYBOOK_STOCK_ON_HAND,    /* to be sold; may be negative where more was sold than there was */
  DAYBOOK_STOCK_PLACE,      /* warehouse */
  DAYBOOK_STOCK_COUNTED_AT,
  DAYBOOK_STOCK_AS_OF,
  DAYBOOK_STOCK_N_FIELDS,
};

extern const DaybookTable daybook_stocks;

G_END_DECLS
