-- SPDX-License-Identifier: GPL-3.0-or-later
-- What platforms' files say besides orders: after-sales, reviews, lines of bills. Imports
-- alone write them. They name their order by its number, since it need not be in the book.
CREATE TABLE aftersales (
  rowid        INTEGER PRIMARY KEY, -- see customers
  id           BLOB NOT NULL UNIQUE,
  born         INTEGER NOT NULL,
  deleted      INTEGER NOT NULL DEFAULT 0,
  shop         INTEGER REFERENCES shops (rowid),
  platform     TEXT,
  number       TEXT,
  order_number TEXT,
  kind         INTEGER NOT NULL DEFAULT 0, -- DaybookAftersaleKind
  stage        INTEGER NOT NULL DEFAULT 0, -- DaybookAftersaleStage
  status       TEXT,                       -- the platform's own word
  buyer        TEXT,
  title        TEXT,
  sku          TEXT,
  quantity     INTEGER,
  currency     TEXT,
  paid         INTEGER,                    -- money in minor units
  amount       INTEGER,
  asked_at     INTEGER,                    -- times in UTC seconds
  deadline     INTEGER,
  ended_at     INTEGER,
  reason       TEXT,
  words        TEXT,
  goods        TEXT,
  courier      TEXT,                       -- of what comes back
  tracking     TEXT,
  seller_note  TEXT,
  as_of        INTEGER
) STRICT;
CREATE INDEX aftersales_list ON aftersales (asked_at) WHERE deleted = 0;
CREATE INDEX aftersales_deadline ON aftersales (deadline, asked_at) WHERE deleted = 0;
CREATE INDEX aftersales_stage ON aftersales (stage, asked_at) WHERE deleted = 0;
CREATE INDEX aftersales_trash ON aftersales (asked_at) WHERE deleted <> 0;
CREATE INDEX aftersales_order ON aftersales (order_number);

CREATE TABLE reviews (
  rowid        INTEGER PRIMARY KEY, -- see customers
  id           BLOB NOT NULL UNIQUE,
  born         INTEGER NOT NULL,
  deleted      INTEGER NOT NULL DEFAULT 0,
  shop         INTEGER REFERENCES shops (rowid),
  platform     TEXT,
  number       TEXT,
  order_number TEXT,
  written_at   INTEGER,
  stars        INTEGER,             -- 1 to 5
  buyer        TEXT,
  product      TEXT,
  sku          TEXT,
  title        TEXT,
  words        TEXT,
  follow_up    TEXT,
  followed_at  INTEGER,
  reply        TEXT,
  replied_at   INTEGER,
  as_of        INTEGER
) STRICT;
CREATE INDEX reviews_list ON reviews (written_at) WHERE deleted = 0;
CREATE INDEX reviews_stars ON reviews (stars, written_at) WHERE deleted = 0;
CREATE INDEX reviews_trash ON reviews (written_at) WHERE deleted <> 0;
CREATE INDEX reviews_order ON reviews (order_number);

CREATE TABLE payments (
  rowid           INTEGER PRIMARY KEY, -- see customers
  id              BLOB NOT NULL UNIQUE,
  born            INTEGER NOT NULL,
  deleted         INTEGER NOT NULL DEFAULT 0,
  shop            INTEGER REFERENCES shops (rowid),
  platform        TEXT,
  number          TEXT,
  order_number    TEXT,
  at              INTEGER,
  kind            INTEGER NOT NULL DEFAULT 0, -- DaybookPaymentKind
  stage           INTEGER NOT NULL DEFAULT 0, -- DaybookPaymentStage
  status          TEXT,
  currency        TEXT,
  amount          INTEGER,                    -- minor units, never negative
  fee             INTEGER,
  refunded        INTEGER,                    -- of the amount, where one line says both
  party           TEXT,
  merchant_number TEXT,
  title           TEXT,
  note            TEXT,
  as_of           INTEGER
) STRICT;
CREATE INDEX payments_list ON payments (at) WHERE deleted = 0;
CREATE INDEX payments_kind ON payments (kind, at) WHERE deleted = 0;
CREATE INDEX payments_trash ON payments (at) WHERE deleted <> 0;
CREATE INDEX payments_order ON payments (order_number);

-- Device table: the source cells of each of these, per form of file, and the act of the
-- newest file of that form that told of it, also where it only repeated what the book had.
CREATE TABLE entry_sources (
  tbl  TEXT NOT NULL,
  row  INTEGER NOT NULL,
  form INTEGER NOT NULL,  -- see source_forms
  act  INTEGER NOT NULL REFERENCES acts (key),
  raw  TEXT NOT NULL,     -- US between cells
  PRIMARY KEY (tbl, row, form)
) STRICT, WITHOUT ROWID;
