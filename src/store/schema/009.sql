-- SPDX-License-Identifier: GPL-3.0-or-later
-- Entries of the registers, and what hangs on them (core/case.h and its neighbours).

-- The key carries the day on which the case was opened, as that of customers and orders does
-- (001.sql).
CREATE TABLE cases (
  rowid             INTEGER PRIMARY KEY,
  id                BLOB NOT NULL UNIQUE, -- random; of a platform's row derived from its number
  born              INTEGER NOT NULL,
  deleted           INTEGER NOT NULL DEFAULT 0,
  shop              INTEGER REFERENCES shops (rowid),
  register          TEXT,
  number            TEXT,    -- R-A2031: prefix, the laptop's letter, a running number
  stage             TEXT,
  stage_since       INTEGER,
  subject           TEXT,
  content           TEXT,
  channel           INTEGER NOT NULL DEFAULT 0, -- DaybookChannel
  "order"           INTEGER REFERENCES orders (rowid),
  customer          INTEGER REFERENCES customers (rowid),
  name              TEXT,
  contact           TEXT,
  platform          TEXT,
  platform_number   TEXT,
  platform_deadline INTEGER,
  reason            TEXT,
  priority          INTEGER NOT NULL DEFAULT 0, -- DaybookUrgency
  owner             INTEGER REFERENCES agents (rowid),
  handler           INTEGER REFERENCES agents (rowid),
  need              TEXT,
  expected_at       INTEGER,
  promised_at       INTEGER,
  level             INTEGER,
  opinion           TEXT,
  call_back         INTEGER REFERENCES agents (rowid),
  result_review     INTEGER NOT NULL DEFAULT 0, -- DaybookResultReview
  result            TEXT,
  cause             TEXT,
  told              INTEGER NOT NULL DEFAULT 0, -- DaybookAnswer
  satisfied         INTEGER NOT NULL DEFAULT 0, -- DaybookAnswer
  reopened          INTEGER,
  opened_at         INTEGER,
  closed_at         INTEGER,
  currency          TEXT,
  tags              TEXT,
  merged_into       INTEGER REFERENCES cases (rowid),
  extra             TEXT NOT NULL DEFAULT '{}'  -- the register's own fields (store/row-extra.h)
) STRICT;
-- What was merged into another is in no list.
CREATE INDEX cases_list ON cases (opened_at) WHERE deleted = 0 AND merged_into IS NULL;
CREATE INDEX cases_register ON cases (register, opened_at) WHERE deleted = 0 AND merged_into IS NULL;
CREATE INDEX cases_stage ON cases (register, stage, opened_at) WHERE deleted = 0 AND merged_into IS NULL;
CREATE INDEX cases_open ON cases (register, closed_at, opened_at) WHERE deleted = 0 AND merged_into IS NULL AND closed_at IS NULL;
CREATE INDEX cases_number ON cases (number);
CREATE INDEX cases_order ON cases ("order") WHERE "order" IS NOT NULL;
CREATE INDEX cases_customer ON cases (customer) WHERE customer IS NOT NULL;
CREATE INDEX cases_handler ON cases (handler, closed_at) WHERE handler IS NOT NULL;
CREATE INDEX cases_owner ON cases (owner, closed_at) WHERE owner IS NOT NULL;
CREATE INDEX cases_deleted ON cases (deleted) WHERE deleted <> 0;

-- A line of the order, or goods that are in none, with how many of them it is about.
CREATE TABLE case_lines (
  rowid    INTEGER PRIMARY KEY,
  id       BLOB NOT NULL UNIQUE,
  born     INTEGER NOT NULL,
  deleted  INTEGER NOT NULL DEFAULT 0,
  "case"   INTEGER REFERENCES cases (rowid),
  line     INTEGER REFERENCES order_lines (rowid),
  title    TEXT,
  quantity INTEGER,
  received INTEGER,
  damaged  INTEGER,
  reason   TEXT
) STRICT;
CREATE INDEX case_lines_case ON case_lines ("case");
CREATE INDEX case_lines_line ON case_lines (line) WHERE line IS NOT NULL;

-- What happened: written once.
CREATE TABLE events (
  rowid     INTEGER PRIMARY KEY,
  id        BLOB NOT NULL UNIQUE,
  born      INTEGER NOT NULL,
  deleted   INTEGER NOT NULL DEFAULT 0,
  "case"    INTEGER REFERENCES cases (rowid),
  "order"   INTEGER REFERENCES orders (rowid),
  customer  INTEGER REFERENCES customers (rowid),
  kind      INTEGER NOT NULL DEFAULT 0, -- DaybookEventKind
  at        INTEGER,
  agent     INTEGER REFERENCES agents (rowid),
  "to"      INTEGER REFERENCES agents (rowid),
  channel   INTEGER NOT NULL DEFAULT 0, -- DaybookChannel
  text      TEXT,
  contact   TEXT,
  promised_at INTEGER,
  amount    INTEGER,
  currency  TEXT,
  way       INTEGER NOT NULL DEFAULT 0, -- DaybookMoneyWay
  reference TEXT
) STRICT;
CREATE INDEX events_case ON events ("case", at) WHERE "case" IS NOT NULL;
CREATE INDEX events_order ON events ("order", at) WHERE "order" IS NOT NULL;
CREATE INDEX events_customer ON events (customer, at) WHERE customer IS NOT NULL;

CREATE TABLE case_links (
  rowid   INTEGER PRIMARY KEY,
  id      BLOB NOT NULL UNIQUE, -- derived from both
  born    INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0,
  "case"  INTEGER REFERENCES cases (rowid),
  other   INTEGER REFERENCES cases (rowid),
  kind    INTEGER NOT NULL DEFAULT 0 -- DaybookCaseLinkKind
) STRICT;
CREATE INDEX case_links_case ON case_links ("case");
CREATE INDEX case_links_other ON case_links (other);

-- Who wants to know of a case besides its owner and handler.
CREATE TABLE watchers (
  rowid   INTEGER PRIMARY KEY,
  id      BLOB NOT NULL UNIQUE, -- derived from both
  born    INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0,
  "case"  INTEGER REFERENCES cases (rowid),
  agent   INTEGER REFERENCES agents (rowid)
) STRICT;
CREATE INDEX watchers_case ON watchers ("case");
CREATE INDEX watchers_agent ON watchers (agent);

-- Files; what they hold lies beside the book, by its hash (store/attachments.h).
CREATE TABLE attachments (
  rowid   INTEGER PRIMARY KEY,
  id      BLOB NOT NULL UNIQUE,
  born    INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0,
  "case"  INTEGER REFERENCES cases (rowid),
  hash    TEXT,    -- SHA-256, hexadecimal
  name    TEXT,
  media   TEXT,    -- MIME type
  size    INTEGER, -- bytes
  width   INTEGER, -- pixels; of a picture
  height  INTEGER,
  at      INTEGER,
  agent   INTEGER REFERENCES agents (rowid)
) STRICT;
CREATE INDEX attachments_case ON attachments ("case");
CREATE INDEX attachments_hash ON attachments (hash);

-- Something to be done once by somebody: calls, so far.
CREATE TABLE tasks (
  rowid    INTEGER PRIMARY KEY,
  id       BLOB NOT NULL UNIQUE,
  born     INTEGER NOT NULL,
  deleted  INTEGER NOT NULL DEFAULT 0,
  kind     INTEGER NOT NULL DEFAULT 0, -- DaybookTaskKind
  title    TEXT,
  "case"   INTEGER REFERENCES cases (rowid),
  "order"  INTEGER REFERENCES orders (rowid),
  customer INTEGER REFERENCES customers (rowid),
  agent    INTEGER REFERENCES agents (rowid),
  due      INTEGER,
  done_at  INTEGER,
  outcome  INTEGER NOT NULL DEFAULT 0, -- DaybookCallOutcome
  answers  TEXT    -- of a call: one line for each question
) STRICT;
CREATE INDEX tasks_case ON tasks ("case") WHERE "case" IS NOT NULL;
CREATE INDEX tasks_open ON tasks (due) WHERE deleted = 0 AND done_at IS NULL;
