-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 1. Never edited once released: a change is a new numbered file.
--
-- Every shared table has rowid (the local key, never leaves the laptop), `id`
-- (the row's name everywhere), `born` (the operation that made it, or made its
-- owner together with it) and the fields of the record registry in core/.
-- References are local keys here and ids in operations. The id of a line or parcel
-- is unique within its order (see registry.h, `within`). A test holds this file
-- against the registry.

-- Device table: what belongs to this laptop. hlc (newest stamp), secret (key of
-- the hashes in search.db), paired (1 when a server confirms operations),
-- confirmed (this laptop's newest operation that is in the server's log: those
-- after it are the outbox), cursor (place in the log up to which it is applied).
CREATE TABLE local (
  key   TEXT PRIMARY KEY,
  value ANY
) STRICT, WITHOUT ROWID;

-- Laptops whose operations are in the history; 1 is this one.
CREATE TABLE devices (
  key    INTEGER PRIMARY KEY,
  id     BLOB NOT NULL UNIQUE,
  letter TEXT NOT NULL
) STRICT;

-- What somebody did (RECORDS §2). Append-only but for state and size.
CREATE TABLE acts (
  key    INTEGER PRIMARY KEY,
  id     BLOB NOT NULL UNIQUE,
  device INTEGER NOT NULL REFERENCES devices (key),
  agent  BLOB,              -- id of who acted; NULL for the program
  hlc    INTEGER NOT NULL,  -- milliseconds << 16 | counter: orders; when it was is in the id
  kind   INTEGER NOT NULL,  -- DaybookActKind
  of_act INTEGER,           -- the act that an undo or redo takes back
  as_of  INTEGER,           -- import: export time of the file, UTC seconds
  state  INTEGER NOT NULL,  -- 0 whole, 1 still running
  size   INTEGER NOT NULL DEFAULT 0, -- operations so far
  title  TEXT NOT NULL
) STRICT;
CREATE INDEX acts_of ON acts (of_act) WHERE of_act IS NOT NULL;
CREATE INDEX acts_running ON acts (state) WHERE state <> 0;

-- One row made, or one field changed (RECORDS §2). Append-only but for state
-- and seq. This laptop's own have n = 1, 2, 3 ...; those of others have
-- n = -seq, and origin is the author's own n.
CREATE TABLE ops (
  n      INTEGER PRIMARY KEY,
  act    INTEGER NOT NULL REFERENCES acts (key),
  kind   INTEGER NOT NULL,  -- DaybookChangeKind
  tbl    TEXT NOT NULL,     -- kind of the row
  row    INTEGER NOT NULL,
  field  TEXT,              -- set: which
  value  ANY,               -- set: the new value (ids for references); create: its
                            -- fields as JSON while a server has not confirmed it
  old    ANY,               -- set: the value before
  base   INTEGER,           -- set: the operation whose value the author saw
  state  INTEGER NOT NULL,  -- 0 local, 1 sent, 2 confirmed, 3 rejected
  seq    INTEGER,           -- place in the server's log
  origin INTEGER
) STRICT;
CREATE INDEX ops_by_act ON ops (act);
CREATE INDEX ops_by_row ON ops (tbl, row) WHERE kind = 1;
CREATE INDEX ops_by_origin ON ops (origin) WHERE origin IS NOT NULL;

-- Which operation made the visible value; absent: the one in `born`.
CREATE TABLE field_ops (
  tbl   TEXT NOT NULL,
  row   INTEGER NOT NULL,
  field TEXT NOT NULL,
  op    INTEGER NOT NULL,
  PRIMARY KEY (tbl, row, field)
) STRICT, WITHOUT ROWID;

-- The confirmed value of fields that have unconfirmed operations.
CREATE TABLE shadows (
  tbl   TEXT NOT NULL,
  row   INTEGER NOT NULL,
  field TEXT NOT NULL,
  value ANY,
  op    INTEGER NOT NULL,
  PRIMARY KEY (tbl, row, field)
) STRICT, WITHOUT ROWID;

-- Values that lost against a concurrent one, kept until somebody settles them.
-- A create that meets one of the same row can lose in several fields.
CREATE TABLE conflicts (
  loser  INTEGER NOT NULL, -- operation
  winner INTEGER NOT NULL, -- operation
  tbl    TEXT NOT NULL,
  row    INTEGER NOT NULL,
  field  TEXT NOT NULL,
  value  ANY,              -- what was lost
  PRIMARY KEY (tbl, row, field, loser)
) STRICT, WITHOUT ROWID;

-- Entries of the server's log that this version cannot place yet: a table, a
-- field or a row that it does not know. They are tried again with every pull.
CREATE TABLE held_ops (
  seq      INTEGER PRIMARY KEY,
  stamp    INTEGER NOT NULL,
  verdicts TEXT NOT NULL,
  op       TEXT NOT NULL
) STRICT;

-- Rows that show another value without a new operation: an own one lost, or a
-- held one was placed. The search index follows them beside the operations.
CREATE TABLE turned_rows (
  key INTEGER PRIMARY KEY,
  tbl TEXT NOT NULL,
  row INTEGER NOT NULL
) STRICT;

CREATE TABLE shops (
  rowid    INTEGER PRIMARY KEY,
  id       BLOB NOT NULL UNIQUE,
  born     INTEGER NOT NULL,
  deleted  INTEGER NOT NULL DEFAULT 0,
  name     TEXT,
  zone     TEXT, -- IANA name
  currency TEXT  -- ISO 4217
) STRICT;

CREATE TABLE agents (
  rowid   INTEGER PRIMARY KEY,
  id      BLOB NOT NULL UNIQUE,
  born    INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0,
  code    TEXT, -- 工号
  name    TEXT,
  role    INTEGER NOT NULL DEFAULT 0 -- DaybookRole
) STRICT;

-- The key of customers and orders carries the day: days since 1970 << 24 |
-- number within the day, so that newest first is the order of the search index.
CREATE TABLE customers (
  rowid       INTEGER PRIMARY KEY,
  id          BLOB NOT NULL UNIQUE,
  born        INTEGER NOT NULL,
  deleted     INTEGER NOT NULL DEFAULT 0,
  name        TEXT,
  first_seen  INTEGER,
  note        TEXT,
  merged_into INTEGER REFERENCES customers (rowid)
) STRICT;

CREATE TABLE handles (
  rowid    INTEGER PRIMARY KEY,
  id       BLOB NOT NULL UNIQUE,
  born     INTEGER NOT NULL,
  deleted  INTEGER NOT NULL DEFAULT 0,
  customer INTEGER REFERENCES customers (rowid),
  platform TEXT,
  account  TEXT -- full nick or account, never a masked one
) STRICT;
CREATE INDEX handles_customer ON handles (customer);

CREATE TABLE contacts (
  rowid       INTEGER PRIMARY KEY,
  id          BLOB NOT NULL UNIQUE, -- made up: no number can be computed from it
  born        INTEGER NOT NULL,
  deleted     INTEGER NOT NULL DEFAULT 0,
  customer    INTEGER REFERENCES customers (rowid),
  kind        INTEGER NOT NULL DEFAULT 0, -- DaybookContactKind
  value       TEXT,
  masked      INTEGER NOT NULL DEFAULT 0, -- the export gave it with stars
  valid_until INTEGER
) STRICT;
CREATE INDEX contacts_customer ON contacts (customer);

CREATE TABLE products (
  rowid    INTEGER PRIMARY KEY,
  id       BLOB NOT NULL UNIQUE,
  born     INTEGER NOT NULL,
  deleted  INTEGER NOT NULL DEFAULT 0,
  shop     INTEGER REFERENCES shops (rowid),
  platform TEXT,
  number   TEXT, -- the platform's item id, else the SKU
  sku      TEXT,
  title    TEXT,
  note     TEXT
) STRICT;

CREATE TABLE orders (
  rowid        INTEGER PRIMARY KEY, -- see customers
  id           BLOB NOT NULL UNIQUE,
  born         INTEGER NOT NULL,
  deleted      INTEGER NOT NULL DEFAULT 0,
  shop         INTEGER REFERENCES shops (rowid),
  platform     TEXT,
  number       TEXT,
  customer     INTEGER REFERENCES customers (rowid),
  stage        INTEGER NOT NULL DEFAULT 0, -- DaybookStage
  status       TEXT,                       -- the platform's own word
  refund       INTEGER NOT NULL DEFAULT 0, -- DaybookRefund
  created      INTEGER,                    -- times in UTC seconds
  paid_at      INTEGER,
  shipped_at   INTEGER,
  completed_at INTEGER,
  title        TEXT,
  quantity     INTEGER,
  currency     TEXT,
  total        INTEGER,                    -- money in minor units
  postage      INTEGER,
  paid         INTEGER,
  refunded     INTEGER,
  buyer        TEXT,
  receiver     TEXT,
  phone        TEXT,
  email        TEXT,
  region       TEXT,
  address      TEXT,
  courier      TEXT,
  tracking     TEXT,
  payment      TEXT,
  buyer_note   TEXT,
  seller_note  TEXT,
  seller_flag  INTEGER NOT NULL DEFAULT 0, -- DaybookFlag
  close_reason TEXT,
  as_of        INTEGER,                    -- export time of the newest facts
  note         TEXT,                       -- ours, from here on
  flag         INTEGER NOT NULL DEFAULT 0, -- DaybookFlag
  agent        INTEGER REFERENCES agents (rowid)
) STRICT;
-- What lists are opened by, at a million orders too: each shipped view, each
-- order that a column offers (DAYBOOK_FIELD_SORT) and each chip on a field of few
-- values. A test holds the plans of all of them against these. What an import of
-- a million pays for one is some 0.6 s when its rows come in the index's order,
-- as they do by time, and ten times that when they come in none.
-- All orders, newest first; answers filters without touching the wide rows.
CREATE INDEX orders_list ON orders (created, stage, refund, flag, agent, paid, shipped_at, platform, shop)
  WHERE deleted = 0;
CREATE INDEX orders_stage ON orders (stage, created)
  WHERE deleted = 0;
CREATE INDEX orders_agent ON orders (agent, created, stage)
  WHERE deleted = 0;
-- By steps of 10.24, within them by time: exact, imports would write all over it.
CREATE INDEX orders_paid ON orders (paid >> 10, created, paid)
  WHERE deleted = 0;
-- The few among the many that have neither flag nor refund: empty in an import.
CREATE INDEX orders_flagged ON orders (created, flag)
  WHERE deleted = 0 AND flag <> 0;
CREATE INDEX orders_flag ON orders (flag, created)
  WHERE deleted = 0 AND flag <> 0;
CREATE INDEX orders_refund ON orders (created, refund)
  WHERE deleted = 0 AND refund <> 0;
CREATE INDEX orders_untracked ON orders (stage, created)
  WHERE deleted = 0 AND tracking IS NULL;
CREATE INDEX orders_customer ON orders (customer) WHERE customer IS NOT NULL;
CREATE INDEX orders_trash ON orders (created) WHERE deleted <> 0;
CREATE INDEX customers_list ON customers (first_seen) WHERE deleted = 0;
CREATE INDEX customers_trash ON customers (first_seen) WHERE deleted <> 0;
CREATE INDEX products_title ON products (title) WHERE deleted = 0;
CREATE INDEX products_number ON products (number) WHERE deleted = 0;
CREATE INDEX products_trash ON products (deleted) WHERE deleted <> 0;

CREATE TABLE order_lines (
  rowid       INTEGER PRIMARY KEY,
  id          BLOB NOT NULL,
  born        INTEGER NOT NULL,
  deleted     INTEGER NOT NULL DEFAULT 0,
  "order"     INTEGER REFERENCES orders (rowid),
  product     INTEGER REFERENCES products (rowid),
  number      TEXT,    -- the platform's own line id
  position    INTEGER,
  title       TEXT,
  variant     TEXT,
  sku         TEXT,
  quantity    INTEGER,
  currency    TEXT,
  price       INTEGER, -- of one piece
  status      TEXT,
  provisional INTEGER NOT NULL DEFAULT 0 -- guessed from the order file's joined titles
) STRICT;
CREATE UNIQUE INDEX order_lines_order ON order_lines ("order", id);
CREATE INDEX order_lines_product ON order_lines (product) WHERE product IS NOT NULL;

CREATE TABLE parcels (
  rowid      INTEGER PRIMARY KEY,
  id         BLOB NOT NULL,
  born       INTEGER NOT NULL,
  deleted    INTEGER NOT NULL DEFAULT 0,
  "order"    INTEGER REFERENCES orders (rowid),
  tracking   TEXT,
  courier    TEXT,
  shipped_at INTEGER
) STRICT;
CREATE UNIQUE INDEX parcels_order ON parcels ("order", id);

CREATE TABLE views (
  rowid    INTEGER PRIMARY KEY,
  id       BLOB NOT NULL UNIQUE,
  born     INTEGER NOT NULL,
  deleted  INTEGER NOT NULL DEFAULT 0,
  name     TEXT,
  icon     TEXT,
  kind     TEXT, -- plural of the table
  "where"  TEXT, -- EXPR
  sort     TEXT, -- [-]field
  search   TEXT,
  position INTEGER
) STRICT;

CREATE TABLE settings (
  rowid   INTEGER PRIMARY KEY,
  id      BLOB NOT NULL UNIQUE,
  born    INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0,
  key     TEXT,
  value   TEXT
) STRICT;

CREATE TABLE imports (
  rowid    INTEGER PRIMARY KEY,
  id       BLOB NOT NULL UNIQUE,
  born     INTEGER NOT NULL,
  deleted  INTEGER NOT NULL DEFAULT 0,
  act      TEXT,    -- id of the act
  shop     INTEGER REFERENCES shops (rowid),
  file     TEXT,    -- base name
  platform TEXT,
  kind     TEXT,
  encoding TEXT,
  as_of    INTEGER,
  at       INTEGER,
  state    INTEGER NOT NULL DEFAULT 0, -- DaybookImportState
  rows     INTEGER,
  new      INTEGER,
  updated  INTEGER,
  same     INTEGER,
  problems INTEGER,
  sums     TEXT     -- JSON
) STRICT;

-- The log of personal data shown in full: who, when, which; never the value.
CREATE TABLE reveals (
  rowid    INTEGER PRIMARY KEY, -- see customers
  id       BLOB NOT NULL UNIQUE,
  born     INTEGER NOT NULL,
  deleted  INTEGER NOT NULL DEFAULT 0,
  row_kind TEXT,
  row      TEXT,    -- id of the row; NULL: many at once
  field    TEXT,    -- NULL: all that is masked
  rows     INTEGER,
  agent    INTEGER REFERENCES agents (rowid),
  at       INTEGER,
  reason   TEXT,
  how      INTEGER NOT NULL DEFAULT 0 -- DaybookRevealHow
) STRICT;
CREATE INDEX reveals_at ON reveals (at);
CREATE INDEX reveals_row ON reveals (row) WHERE row IS NOT NULL;

-- Device table: the source cells of each order, per form of file, so that a
-- column nobody mapped is not lost; the digest tells an unchanged row at once.
CREATE TABLE source_rows (
  "order" INTEGER NOT NULL,
  form    INTEGER NOT NULL, -- see source_forms
  digest  INTEGER,          -- of the mapped record; NULL after an undo
  raw     TEXT NOT NULL,    -- US between cells, RS between rows
  PRIMARY KEY ("order", form)
) STRICT, WITHOUT ROWID;

-- Device table: the header row of each form of file, by its fingerprint.
CREATE TABLE source_forms (
  form   INTEGER PRIMARY KEY,
  header TEXT NOT NULL -- US between cells
) STRICT;
