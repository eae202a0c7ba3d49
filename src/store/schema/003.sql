-- SPDX-License-Identifier: GPL-3.0-or-later
-- Device table: the acts of the last files that said of an order what the book had
-- already (see sight.h). More than one, since the newest may be taken back.
ALTER TABLE sights RENAME TO sights_2;
CREATE TABLE sights (
  "order" INTEGER NOT NULL,
  act     INTEGER NOT NULL REFERENCES acts (key),
  PRIMARY KEY ("order", act)
) STRICT, WITHOUT ROWID;
INSERT INTO sights SELECT "order", act FROM sights_2;
DROP TABLE sights_2;
