/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/edit.h"
#include "core/row.h"

G_BEGIN_DECLS

/* The shop and what belongs to it as a house: its people, products, saved
 * views, settings and the particulars of its imports. */

enum
{
  DAYBOOK_SHOP_DELETED,
  DAYBOOK_SHOP_NAME,
  DAYBOOK_SHOP_ZONE,     /* IANA name: every rule about days is evaluated in it */
  DAYBOOK_SHOP_CURRENCY, /* ISO 4217: of files that name none */
  DAYBOOK_SHOP_N_FIELDS,
};

/* Adds to `edit` a shop named `name` under the id `shop`: a second house of `first` (a row
 * of shops), with its time zone and currency. */
void daybook_shop_open (DaybookEdit      *edit,
                        const DaybookRow *first,
                        const DaybookId  *shop,
                        const char       *name);

/* Stored: append only (DESIGN §8). */
typedef enum
{
  DAYBOOK_ROLE_OWNER,
  DAYBOOK_ROLE_LEAD,
  DAYBOOK_ROLE_AGENT,
  DAYBOOK_ROLE_PART_TIME,
  DAYBOOK_ROLE_READ_ONLY,
} DaybookRole;

enum
{
  DAYBOOK_AGENT_DELETED,
  DAYBOOK_AGENT_CODE, /* 工号 */
  DAYBOOK_AGENT_NAME,
  DAYBOOK_AGENT_ROLE,
  DAYBOOK_AGENT_SHIFT, /* the shift template that they work; none: in all opening hours */
  DAYBOOK_AGENT_PIN,     /* as core/pin.h keeps it; none: they need none */
  DAYBOOK_AGENT_TRUSTED, /* what they reveal stays while the panel is open (RECORDS §9) */
  DAYBOOK_AGENT_QUOTA,   /* so many reveals a day; none: as the role has it */
  DAYBOOK_AGENT_N_FIELDS,
};

enum
{
  DAYBOOK_PRODUCT_DELETED,
  DAYBOOK_PRODUCT_SHOP,
  DAYBOOK_PRODUCT_PLATFORM,
  DAYBOOK_PRODUCT_NUMBER, /* item id or SKU: with shop and platform its natural key */
  DAYBOOK_PRODUCT_SKU,
  DAYBOOK_PRODUCT_TITLE,
  DAYBOOK_PRODUCT_NOTE,
  DAYBOOK_PRODUCT_ON_HAND, /* this and the next follow from the lists of stock (core/stock.h) */
  DAYBOOK_PRODUCT_COUNTED, /* as of when */
  DAYBOOK_PRODUCT_N_FIELDS,
};

/* A saved view: a query with a name (DESIGN §1.2). */
enum
{
  DAYBOOK_VIEW_DELETED,
  DAYBOOK_VIEW_NAME,
  DAYBOOK_VIEW_ICON,
  DAYBOOK_VIEW_KIND, /* plural of the table it shows */
  DAYBOOK_VIEW_WHERE, /* EXPR, see core/query.h */
  DAYBOOK_VIEW_SORT,  /* "[-]field" */
  DAYBOOK_VIEW_SEARCH,
  DAYBOOK_VIEW_POSITION,
  DAYBOOK_VIEW_N_FIELDS,
};

enum
{
  DAYBOOK_SETTING_DELETED,
  DAYBOOK_SETTING_KEY,
  DAYBOOK_SETTING_VALUE,
  DAYBOOK_SETTING_N_FIELDS,
};

/* Stored: append only. */
typedef enum
{
  DAYBOOK_IMPORT_RUNNING,
  DAYBOOK_IMPORT_FINISHED,
  DAYBOOK_IMPORT_CANCELLED, /* what it had merged was undone */
} DaybookImportState;

enum
{
  DAYBOOK_IMPORT_DELETED,
  DAYBOOK_IMPORT_ACT,      /* the act's id, as text */
  DAYBOOK_IMPORT_SHOP,
  DAYBOOK_IMPORT_FILE,     /* base name only: paths are personal */
  DAYBOOK_IMPORT_PLATFORM,
  DAYBOOK_IMPORT_KIND,     /* "orders", ... */
  DAYBOOK_IMPORT_ENCODING,
  DAYBOOK_IMPORT_AS_OF,
  DAYBOOK_IMPORT_AT,
  DAYBOOK_IMPORT_STATE,
  DAYBOOK_IMPORT_ROWS,
  DAYBOOK_IMPORT_NEW,
  DAYBOOK_IMPORT_UPDATED,
  DAYBOOK_IMPORT_SAME,
  DAYBOOK_IMPORT_PROBLEMS,
  DAYBOOK_IMPORT_SUMS,     /* JSON, as on the command line */
  DAYBOOK_IMPORT_N_FIELDS,
};

extern const DaybookTable daybook_shops;
extern const DaybookTable daybook_agents;
extern const DaybookTable daybook_products;
extern const DaybookTable daybook_views;
extern const DaybookTable daybook_settings;
extern const DaybookTable daybook_imports;

G_END_DECLS
