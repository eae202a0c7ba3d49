/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/edit.h"
#include "core/registry.h"
#include "core/row.h"

G_BEGIN_DECLS

/* Whom the shop itself calls: couriers, the warehouse, finance, the platform; and in an emergency (AS-17, KB-08). They
 * are no customers, and their numbers are not masked to those who work here. */

/* Stored: append only. */
typedef enum
{
  DAYBOOK_TRADE_OTHER,
  DAYBOOK_TRADE_COURIER,
  DAYBOOK_TRADE_WAREHOUSE,
  DAYBOOK_TRADE_FINANCE,
  DAYBOOK_TRADE_SUPERIOR,
  DAYBOOK_TRADE_SUPPLIER,
  DAYBOOK_TRADE_REPAIR,
  DAYBOOK_TRADE_PLATFORM,
  DAYBOOK_TRADE_TECHNICAL, /* whoever keeps the site, the network, the computers running */
  DAYBOOK_TRADE_AUTHORITY,
} DaybookTradeKind;

enum
{
  DAYBOOK_TRADE_CONTACT_DELETED,
  DAYBOOK_TRADE_CONTACT_NAME,
  DAYBOOK_TRADE_CONTACT_KIND,
  DAYBOOK_TRADE_CONTACT_COMPANY,
  DAYBOOK_TRADE_CONTACT_PHONE,
  DAYBOOK_TRADE_CONTACT_WECHAT,
  DAYBOOK_TRADE_CONTACT_EMAIL,
  DAYBOOK_TRADE_CONTACT_HOURS,     /* when they are there, in words */
  DAYBOOK_TRADE_CONTACT_FOR,       /* for what: “parcels that are lost” */
  DAYBOOK_TRADE_CONTACT_NOTE,
  DAYBOOK_TRADE_CONTACT_EMERGENCY, /* on the emergency list */
  DAYBOOK_TRADE_CONTACT_POSITION,  /* ... and where on it */
  DAYBOOK_TRADE_CONTACT_N_FIELDS,
};

extern const DaybookTable daybook_trade_contacts;

/* Adds to the edit that those of `list` (element-type DaybookRow) are the emergency list, in that order, and no other of
 * `all` is on it. */
void daybook_trade_contact_set_emergency (DaybookEdit *edit,
                                          GPtrArray   *all,
                                          GPtrArray   *list);

G_END_DECLS
