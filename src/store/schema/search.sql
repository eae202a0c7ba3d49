-- SPDX-License-Identifier: GPL-3.0-or-later
-- The search index (RECORDS §8): a file of its own, search.db, beside the book.
-- All of it is derived and follows the history: `cursor` is the last operation
-- indexed, written in the same transaction as what it led to. Another
-- DAYBOOK_SEARCH_VERSION, or another book, means making it anew. A document's
-- rowid is the row's key, which begins with its day: newest first is the order
-- of the index.

-- book (id of the device), cursor (own operations), far_cursor (those of other
-- laptops), turned_cursor (rows that turned without one), rebuild_table and rebuild_row
-- (how far a rebuild has come), new_from (rows that later operations made were not
-- there when the last rebuild looked), version.
CREATE TABLE meta (
  key   TEXT PRIMARY KEY,
  value ANY
) STRICT, WITHOUT ROWID;

-- words: everything that is text; names: how people's names sound; numbers:
-- order, tracking and product numbers, and the keys of phones and e-mails (see
-- document.h), which are a customer's only ones.
CREATE VIRTUAL TABLE orders_words USING fts5 (text, columnsize=0, prefix='1', tokenize='daybook text');
CREATE VIRTUAL TABLE orders_names USING fts5 (text, columnsize=0, prefix='1 2 3', tokenize='daybook pinyin');
CREATE VIRTUAL TABLE orders_numbers USING fts5 (text, columnsize=0, tokenize='daybook number');
CREATE VIRTUAL TABLE customers_words USING fts5 (text, columnsize=0, prefix='1', tokenize='daybook text');
CREATE VIRTUAL TABLE customers_names USING fts5 (text, columnsize=0, prefix='1 2 3', tokenize='daybook pinyin');
CREATE VIRTUAL TABLE customers_numbers USING fts5 (text, columnsize=0, tokenize='daybook number');
CREATE VIRTUAL TABLE products_words USING fts5 (text, columnsize=0, prefix='1', tokenize='daybook text');
CREATE VIRTUAL TABLE products_names USING fts5 (text, columnsize=0, prefix='1 2 3', tokenize='daybook pinyin');
CREATE VIRTUAL TABLE products_numbers USING fts5 (text, columnsize=0, tokenize='daybook number');

-- hashsize: how many bytes FTS5 gathers before it writes them out as a segment; at its own
-- 1 MB an import writes everything four times. Segments are merged when nothing else is
-- to be done (daybook_search_tidy()), not while an import waits (automerge), unless
-- there are very many (crisismerge).
INSERT INTO orders_words (orders_words, rank) VALUES ('hashsize', 16777216), ('automerge', 0), ('crisismerge', 256);
INSERT INTO orders_names (orders_names, rank) VALUES ('hashsize', 16777216), ('automerge', 0), ('crisismerge', 256);
INSERT INTO orders_numbers (orders_numbers, rank) VALUES ('hashsize', 16777216), ('automerge', 0), ('crisismerge', 256);
INSERT INTO customers_words (customers_words, rank) VALUES ('hashsize', 16777216), ('automerge', 0), ('crisismerge', 256);
INSERT INTO customers_names (customers_names, rank) VALUES ('hashsize', 16777216), ('automerge', 0), ('crisismerge', 256);
INSERT INTO customers_numbers (customers_numbers, rank) VALUES ('hashsize', 16777216), ('automerge', 0), ('crisismerge', 256);
INSERT INTO products_words (products_words, rank) VALUES ('hashsize', 16777216), ('automerge', 0), ('crisismerge', 256);
INSERT INTO products_names (products_names, rank) VALUES ('hashsize', 16777216), ('automerge', 0), ('crisismerge', 256);
INSERT INTO products_numbers (products_numbers, rank) VALUES ('hashsize', 16777216), ('automerge', 0), ('crisismerge', 256);
