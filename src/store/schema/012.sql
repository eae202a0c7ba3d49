-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is due of orders, of a shop's days and of its goods (core/due-order.h).

ALTER TABLE rules ADD COLUMN at TEXT; -- time of day

ALTER TABLE due_items ADD COLUMN as_of INTEGER NOT NULL DEFAULT 0; -- of the export on which it rests; 0: on none
ALTER TABLE due_items ADD COLUMN ends INTEGER NOT NULL DEFAULT 0;  -- from then on it means nothing; 0: never
DROP INDEX due_items_due;
CREATE INDEX due_items_due ON due_items (due, warn, shows, agent, as_of, ends);

-- Derived: what the exports of a platform carry, DaybookOrderFacts. It only grows, until all is reckoned anew.
CREATE TABLE order_facts (
  shop     INTEGER NOT NULL,
  platform TEXT NOT NULL,
  facts    INTEGER NOT NULL,
  PRIMARY KEY (shop, platform)
) STRICT, WITHOUT ROWID;

-- All of which something may be due; and parcels on their way by the day on which they left.
CREATE INDEX orders_open ON orders (stage) WHERE stage >= 1 AND stage <= 4 AND deleted = 0;
CREATE INDEX orders_on_way ON orders (shipped_at) WHERE stage = 3 AND deleted = 0 AND tracking IS NOT NULL;
-- Goods of which a list of stock tells.
CREATE INDEX products_left ON products (on_hand) WHERE on_hand IS NOT NULL AND deleted = 0;

