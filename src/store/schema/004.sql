-- SPDX-License-Identifier: GPL-3.0-or-later
-- 1: whoever did the act was asked, because it deletes much, and wanted it (RECORDS §5).
ALTER TABLE acts ADD COLUMN consent INTEGER NOT NULL DEFAULT 0;

-- Which fields the file had: bit i: order field i. What was noted before was taken for
-- all of them.
ALTER TABLE sights ADD COLUMN carried INTEGER NOT NULL DEFAULT -1;

-- Device table: what was wrong with rows of the files that were imported here, as it
-- was shown before importing.
CREATE TABLE import_problems (
  act      INTEGER NOT NULL REFERENCES acts (key),
  place    INTEGER NOT NULL, -- in the list, from 0
  row      INTEGER NOT NULL, -- of the file, from 1 with the header
  "column" TEXT,             -- its heading
  value    TEXT,             -- masked where its column is
  why      TEXT,             -- a sentence in the language of that time
  PRIMARY KEY (act, place)
) STRICT, WITHOUT ROWID;
