-- SPDX-License-Identifier: GPL-3.0-or-later
-- What bills say of an order's money: it follows from the payments, see store/billed-orders.h.
ALTER TABLE orders ADD COLUMN bills INTEGER NOT NULL DEFAULT 0; -- DaybookBills
ALTER TABLE orders ADD COLUMN received INTEGER;
ALTER TABLE orders ADD COLUMN returned INTEGER;
-- The few that somebody should look at: empty in an import of orders.
CREATE INDEX orders_bills ON orders (created, bills)
  WHERE deleted = 0 AND bills > 1;
-- Bills know Taobao's orders by their numbers, others at times by the payment's only.
CREATE INDEX orders_payment ON orders (payment)
  WHERE payment IS NOT NULL AND platform NOT IN ('taobao', 'tmall');
CREATE INDEX payments_number ON payments (number);
CREATE INDEX payments_merchant ON payments (merchant_number) WHERE merchant_number IS NOT NULL;

-- What lists of stock say of each SKU; imports alone write it. The products of the SKU show it.
CREATE TABLE stocks (
  rowid      INTEGER PRIMARY KEY, -- see customers
  id         BLOB NOT NULL UNIQUE,
  born       INTEGER NOT NULL,
  deleted    INTEGER NOT NULL DEFAULT 0,
  shop       INTEGER REFERENCES shops (rowid),
  platform   TEXT,
  number     TEXT, -- the SKU
  title      TEXT,
  variant    TEXT,
  on_hand    INTEGER,
  place      TEXT,
  counted_at INTEGER,
  as_of      INTEGER
) STRICT;
CREATE INDEX stocks_list ON stocks (counted_at) WHERE deleted = 0;
CREATE INDEX stocks_trash ON stocks (counted_at) WHERE deleted <> 0;
CREATE INDEX stocks_number ON stocks (number);
ALTER TABLE products ADD COLUMN on_hand INTEGER;
ALTER TABLE products ADD COLUMN counted INTEGER;
CREATE INDEX products_sku ON products (sku) WHERE sku IS NOT NULL;

-- What a platform's list of customers says of one; imports alone write it.
CREATE TABLE memberships (
  rowid     INTEGER PRIMARY KEY, -- see customers
  id        BLOB NOT NULL UNIQUE,
  born      INTEGER NOT NULL,
  deleted   INTEGER NOT NULL DEFAULT 0,
  shop      INTEGER REFERENCES shops (rowid),
  platform  TEXT,
  number    TEXT, -- keyed hash of the account, phone or e-mail
  customer  INTEGER REFERENCES customers (rowid),
  name      TEXT,
  nick      TEXT,
  account   TEXT,
  phone     TEXT,
  email     TEXT,
  address   TEXT,
  birthday  TEXT,
  gender    TEXT,
  tags      TEXT,
  grade     TEXT,
  points    INTEGER,
  currency  TEXT,
  balance   INTEGER, -- money in minor units
  n_orders  INTEGER,
  spent     INTEGER,
  refunded  INTEGER,
  bought_at INTEGER, -- times in UTC seconds
  joined_at INTEGER,
  note      TEXT,
  as_of     INTEGER
) STRICT;
CREATE INDEX memberships_list ON memberships (joined_at) WHERE deleted = 0;
CREATE INDEX memberships_trash ON memberships (joined_at) WHERE deleted <> 0;
CREATE INDEX memberships_customer ON memberships (customer) WHERE customer IS NOT NULL;
