-- SPDX-License-Identifier: GPL-3.0-or-later
-- What comes again (core/chore.h). Its ticks are in pass_ticks, what was done or put off in attentions.
CREATE TABLE chores (
  rowid      INTEGER PRIMARY KEY,
  id         BLOB NOT NULL UNIQUE, -- of a template: derived from it and its round
  born       INTEGER NOT NULL,
  deleted    INTEGER NOT NULL DEFAULT 0,
  title      TEXT,
  recurrence TEXT,
  role       INTEGER NOT NULL DEFAULT 0, -- DaybookChoreWho
  agent      INTEGER REFERENCES agents (rowid),
  items      TEXT, -- a line each
  note       TEXT,
  used       INTEGER NOT NULL DEFAULT 0,
  since      INTEGER,
  template   TEXT,
  round      TEXT
) STRICT;
CREATE INDEX chores_live ON chores (used) WHERE deleted = 0;

-- In a role: it is theirs in whose role it is, as long as it is nobody's (core/due.h).
ALTER TABLE due_items ADD COLUMN role INTEGER NOT NULL DEFAULT 0;

-- A task is about a product too, and those that are to be done some day have no time: memos (IN-09).
ALTER TABLE tasks ADD COLUMN product INTEGER REFERENCES products (rowid);
CREATE INDEX tasks_product ON tasks (product) WHERE product IS NOT NULL;
