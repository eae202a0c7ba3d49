-- SPDX-License-Identifier: GPL-3.0-or-later
-- A case's panel asks which others were merged into it.
CREATE INDEX cases_merged ON cases (merged_into) WHERE merged_into IS NOT NULL;

-- What lies on the desk: boxes that came back (core/box.h), enquiries counted (core/tally.h), places
-- looked through (core/pass.h). All three have their day in the key, as orders do (001.sql).

CREATE TABLE boxes (
  rowid    INTEGER PRIMARY KEY,
  id       BLOB NOT NULL UNIQUE, -- derived from the number
  born     INTEGER NOT NULL,
  deleted  INTEGER NOT NULL DEFAULT 0,
  number   TEXT,    -- upper-case letters and digits alone (core/parcel-number.h)
  courier  TEXT,
  at       INTEGER,
  agent    INTEGER REFERENCES agents (rowid),
  state    INTEGER NOT NULL DEFAULT 0, -- DaybookBoxState
  "case"   INTEGER REFERENCES cases (rowid),
  "order"  INTEGER REFERENCES orders (rowid),
  received TEXT,
  remark   TEXT
) STRICT;
CREATE INDEX boxes_list ON boxes (at) WHERE deleted = 0;
CREATE INDEX boxes_state ON boxes (state, at) WHERE deleted = 0;
CREATE INDEX boxes_number ON boxes (number);
CREATE INDEX boxes_case ON boxes ("case") WHERE "case" IS NOT NULL;
CREATE INDEX boxes_order ON boxes ("order") WHERE "order" IS NOT NULL;

-- Derived: numbers in the own fields of cases, as numbers are compared, so that a box finds its case
-- without reading every case's JSON (store/case-parcels.h). Which of these fields are parcels, the
-- register says at the time of asking.
CREATE TABLE case_parcels (
  "case" INTEGER NOT NULL REFERENCES cases (rowid),
  field  TEXT NOT NULL, -- as in cases.extra
  number TEXT NOT NULL,
  PRIMARY KEY ("case", field)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_parcels_number ON case_parcels (number);
INSERT INTO case_parcels ("case", field, number)
  SELECT c.rowid, e.key, parcel_number (e.value)
  FROM cases c, json_each (c.extra) e
  WHERE e.type = 'text' AND parcel_number (e.value) IS NOT NULL;

CREATE TABLE tallies (
  rowid   INTEGER PRIMARY KEY,
  id      BLOB NOT NULL UNIQUE,
  born    INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0,
  class   TEXT,
  channel INTEGER NOT NULL DEFAULT 0, -- DaybookChannel
  count   INTEGER,
  at      INTEGER,
  agent   INTEGER REFERENCES agents (rowid)
) STRICT;
CREATE INDEX tallies_list ON tallies (at) WHERE deleted = 0;

CREATE TABLE pass_ticks (
  rowid   INTEGER PRIMARY KEY,
  id      BLOB NOT NULL UNIQUE, -- derived from pass, day, round and step
  born    INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0,
  pass    TEXT,
  day     TEXT,
  round   TEXT,
  step    TEXT,
  at      INTEGER,
  agent   INTEGER REFERENCES agents (rowid)
) STRICT;
CREATE INDEX pass_ticks_list ON pass_ticks (at) WHERE deleted = 0;
CREATE INDEX pass_ticks_day ON pass_ticks (pass, day) WHERE deleted = 0;
