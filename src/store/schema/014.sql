-- SPDX-License-Identifier: GPL-3.0-or-later
-- Reminders (DESIGN §7): what the person at this laptop was told of what is due. Of the device, not shared.
-- Shifts, at the end, are.

-- By what makes something due at one moment: a due item has another key after a rebuild. A row stays
-- when the thing is done: undone it is not told again, and a clock set back repeats nothing.
CREATE TABLE reminders (
  rowid     INTEGER PRIMARY KEY,
  kind      TEXT NOT NULL,    -- these five are due_items'
  row       INTEGER NOT NULL,
  rule      TEXT NOT NULL,
  cycle     INTEGER NOT NULL,
  due       INTEGER NOT NULL,
  shows     INTEGER NOT NULL, -- put off again: it is told again
  told      INTEGER NOT NULL, -- DaybookToldLevel
  told_at   INTEGER NOT NULL, -- UTC seconds, by the clock of then; 0: not
  seen      INTEGER NOT NULL, -- DaybookToldLevel: what a person has acknowledged
  missed_at INTEGER NOT NULL, -- when it was found that nobody could be told in time; 0: not, or seen
  UNIQUE (kind, row, rule, cycle, due)
) STRICT;
CREATE INDEX reminders_missed ON reminders (missed_at) WHERE missed_at <> 0;

-- One row: the bubble, and the clocks as they were last looked at.
CREATE TABLE reminder_state (
  key        INTEGER PRIMARY KEY CHECK (key = 1),
  server     TEXT,             -- bus and name of the notification server that has the bubble
  bubble     INTEGER NOT NULL, -- its number there
  standing   INTEGER NOT NULL, -- nobody has closed it
  looked     INTEGER NOT NULL, -- until then all that was due could be told
  wall       INTEGER NOT NULL, -- both clocks, in seconds
  boot       INTEGER NOT NULL,
  boot_id    TEXT,             -- of the start of the machine that `boot` counts from
  jump_at    INTEGER NOT NULL, -- the clock was set to then
  jump_by    INTEGER NOT NULL, -- by so much; 0: it was not, or that was seen
  ahead_from INTEGER NOT NULL, -- set forward, from and to; 0: not, or taken back
  ahead_to   INTEGER NOT NULL
) STRICT;

-- Shifts that people work (core/shift.h), and who works which.
CREATE TABLE shift_templates (
  rowid   INTEGER PRIMARY KEY,
  id      BLOB NOT NULL UNIQUE,
  born    INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0,
  name    TEXT,
  week    TEXT -- JSON
) STRICT;
ALTER TABLE agents ADD COLUMN shift INTEGER REFERENCES shift_templates (rowid);
