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

-- The tables of words, names and numbers: see search-writer.h.
