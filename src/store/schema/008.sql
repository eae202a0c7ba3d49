-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a shop has said of the registers (core/register.h): those that Daybook brings have no
-- row until then.
CREATE TABLE registers (
  rowid   INTEGER PRIMARY KEY,
  id      BLOB NOT NULL UNIQUE, -- derived from the key
  born    INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0,
  key     TEXT,
  changes TEXT,                      -- of a shipped one a JSON merge patch, else the definition
  used    INTEGER NOT NULL DEFAULT 0 -- DaybookAnswer
) STRICT;
