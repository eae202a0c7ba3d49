-- SPDX-License-Identifier: GPL-3.0-or-later
-- Device table: the act of the newest file that said of an order what the book had
-- already (see sight.h).
CREATE TABLE sights (
  "order" INTEGER PRIMARY KEY,
  act     INTEGER NOT NULL REFERENCES acts (key)
) STRICT;
