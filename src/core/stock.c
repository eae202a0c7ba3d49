/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/stock.h"

#include "core/fields.h"

static const DaybookField FIELDS[] = {
  [DAYBOOK_STOCK_DELETED] = DELETED_FIELD,
  [DAYBOOK_STOCK_SHOP] = { "shop", N_("Shop"), REF (PLATFORM, "shop"), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_STOCK_PLATFORM] = { "platform", N_("Platform"), TEXT (PLATFORM), .flags = DAYBOOK_FIELD_REQUIRED },
  [DAYBOOK_STOCK_NUMBER] = { "number", N_("SKU"), TEXT (PLATFORM), .flags = DAYBOOK_FIELD_REQUIRED | DAYBOOK_FIELD_NUMBER },
  [DAYBOOK_STOCK_TITLE] = { "title", N_("Product"), TEXT (PLATFORM), .flags = DAYBOOK_FIELD_SEARCH },
  [DAYBOOK_STOCK_VARIANT] = { "variant", N_("Variant"), TEXT (PLATFORM) },
  [DAYBOOK_STOCK_ON_HAND] = { "on_hand", N_("On hand"), INT (PLATFORM) },
  [DAYBOOK_STOCK_PLACE] = { "place", N_("Place"), TEXT (PLATFORM) },
  [DAYBOOK_STOCK_COUNTED_AT] = { "counted_at", N_("Counted"), TIME (PLATFORM), .flags = DAYBOOK_FIELD_SORT },
  [DAYBOOK_STOCK_AS_OF] = { "as_of", N_("As of"), TIME (PLATFORM) },
};

const DaybookTable daybook_stocks = {
  "stock", "stocks", N_("Stock of an SKU"), N_("Stock"),
  FIELDS, G_N_ELEMENTS (FIELDS), -1, DAYBOOK_STOCK_NUMBER, DAYBOOK_STOCK_COUNTED_AT,
};
