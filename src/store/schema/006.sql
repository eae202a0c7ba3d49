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
