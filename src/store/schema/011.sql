-- SPDX-License-Identifier: GPL-3.0-or-later
-- When things are due (DESIGN §4, RECORDS §6).

ALTER TABLE customers ADD COLUMN grade INTEGER NOT NULL DEFAULT 0; -- DaybookGrade

-- What a shop has said of rules (core/rule.h); as a rule comes, it has no row.
CREATE TABLE rules (
  rowid   INTEGER PRIMARY KEY,
  id      BLOB NOT NULL UNIQUE, -- derived from the key
  born    INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0,
  key     TEXT,
  used    INTEGER NOT NULL DEFAULT 0, -- DaybookAnswer
  within  TEXT,
  number  INTEGER
) STRICT;

-- Opening hours (core/opening.h).
CREATE TABLE calendars (
  rowid   INTEGER PRIMARY KEY,
  id      BLOB NOT NULL UNIQUE, -- derived from the key
  born    INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0,
  key     TEXT,
  week    TEXT, -- JSON
  days    TEXT  -- JSON
) STRICT;

-- What was done, or put off (core/attention.h). It names its row by id: that may not have come yet.
CREATE TABLE attentions (
  rowid      INTEGER PRIMARY KEY,
  id         BLOB NOT NULL UNIQUE, -- derived from rule, row and cycle
  born       INTEGER NOT NULL,
  deleted    INTEGER NOT NULL DEFAULT 0,
  rule       TEXT,
  "of"       TEXT, -- kind of the row
  row        TEXT, -- its id
  cycle      TEXT,
  done_at    INTEGER,
  snoozed_at INTEGER,
  until      INTEGER,
  keep       INTEGER NOT NULL DEFAULT 0,
  agent      INTEGER REFERENCES agents (rowid)
) STRICT;
CREATE INDEX attentions_row ON attentions (row);

-- Derived: what is due of each row, kept in the transaction that changes it (store/due-items.h), so that
-- Today is one indexed query. What was done is not here.
CREATE TABLE due_items (
  rowid      INTEGER PRIMARY KEY,
  kind       TEXT NOT NULL,    -- of the row
  row        INTEGER NOT NULL, -- its key
  rule       TEXT NOT NULL,
  cycle      INTEGER NOT NULL,
  due        INTEGER NOT NULL, -- UTC seconds; the largest number: it stands still
  warn       INTEGER NOT NULL,
  shows      INTEGER NOT NULL, -- snoozed: not before; else 0
  agent      INTEGER,          -- key of agents
  began      INTEGER NOT NULL, -- these five are core/due.h's
  within     INTEGER NOT NULL,
  hours      INTEGER NOT NULL,
  paused     INTEGER NOT NULL,
  waits      INTEGER NOT NULL,
  generation INTEGER NOT NULL, -- of the rules by which it was made
  UNIQUE (kind, row, rule, cycle)
) STRICT;
CREATE INDEX due_items_due ON due_items (due, warn, shows, agent);
CREATE INDEX due_items_warn ON due_items (warn);
CREATE INDEX due_items_shows ON due_items (shows) WHERE shows <> 0;

-- All of which something may be due, in the order of their keys.
CREATE INDEX cases_live ON cases (closed_at) WHERE closed_at IS NULL AND deleted = 0;
CREATE INDEX tasks_live ON tasks (done_at) WHERE done_at IS NULL AND deleted = 0;
