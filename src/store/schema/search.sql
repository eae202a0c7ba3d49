-- SPDX-License-Identifier: GPL-3.0-or-later
-- The search index (RECORDS §8): a file of its own, search.db, beside the book.
-- All of it is derived and follows the history: `cursor` is the last operation
-- indexed, written in the same transaction as what it led to. Another
-- DAYBOOK_SEARCH_VERSION, or another book, means making it anew. A document's
-- rowid is the row's key, which begins with its day: newest first is the order
-- of the index.

-- book (id of the device), cursor (own operations), far_cursor (those of other
-- laptops), rebuild_table and rebuild_row (how far a rebuild has come), version.
CREATE TABLE meta (
  key   TEXT PRIMARY KEY,
  value ANY
) STRICT, WITHOUT ROWID;

-- Who answers to a phone number or e-mail. key: the last four digits (0 to
-- 9999), or a keyed hash of the whole (1 << 62 and up).
CREATE TABLE phone_keys (
  key INTEGER NOT NULL,
  tbl INTEGER NOT NULL, -- 0 orders, 1 customers
  row INTEGER NOT NULL,
  PRIMARY KEY (key, tbl, row)
) STRICT, WITHOUT ROWID;
CREATE INDEX phone_keys_row ON phone_keys (row, tbl);

-- words: everything that is text; names: how people's names sound; numbers:
-- order, tracking and product numbers.
CREATE VIRTUAL TABLE orders_words USING fts5 (text, columnsize=0, prefix='1', tokenize='daybook text');
CREATE VIRTUAL TABLE orders_names USING fts5 (text, columnsize=0, prefix='1 2 3', tokenize='daybook pinyin');
CREATE VIRTUAL TABLE orders_numbers USING fts5 (text, columnsize=0, tokenize='daybook number');
CREATE VIRTUAL TABLE customers_words USING fts5 (text, columnsize=0, prefix='1', tokenize='daybook text');
CREATE VIRTUAL TABLE customers_names USING fts5 (text, columnsize=0, prefix='1 2 3', tokenize='daybook pinyin');
CREATE VIRTUAL TABLE products_words USING fts5 (text, columnsize=0, prefix='1', tokenize='daybook text');
CREATE VIRTUAL TABLE products_names USING fts5 (text, columnsize=0, prefix='1 2 3', tokenize='daybook pinyin');
CREATE VIRTUAL TABLE products_numbers USING fts5 (text, columnsize=0, tokenize='daybook number');
