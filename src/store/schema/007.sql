-- SPDX-License-Identifier: GPL-3.0-or-later
-- Device table: the rows of files that were not imported, whole and as they stand there, so
-- that a person can correct them and take them again. Cells are not masked.
CREATE TABLE import_problem_rows (
  act   INTEGER NOT NULL REFERENCES acts (key),
  tbl   INTEGER NOT NULL, -- of the file's tables, from 0: the rows of one have one header
  sheet INTEGER NOT NULL, -- of the file, from 0
  row   INTEGER NOT NULL, -- of the sheet, from 1; 0: it is the header
  raw   TEXT NOT NULL,    -- US between cells
  why   TEXT,             -- the sentences of import_problems
  PRIMARY KEY (act, tbl, sheet, row)
) STRICT, WITHOUT ROWID;
