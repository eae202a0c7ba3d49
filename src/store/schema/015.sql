-- SPDX-License-Identifier: GPL-3.0-or-later
-- The knowledge base (core/article.h), phrases (core/phrase.h), the shop's own guarded words (core/guarded-word.h),
-- announcements and who has read what (core/announcement.h), and how often all that was of use (core/use.h).
CREATE TABLE articles (
  rowid         INTEGER PRIMARY KEY,
  id            BLOB NOT NULL UNIQUE, -- of one that Daybook brings: derived
  born          INTEGER NOT NULL,
  deleted       INTEGER NOT NULL DEFAULT 0,
  title         TEXT,
  kind          INTEGER NOT NULL DEFAULT 0,
  state         INTEGER NOT NULL DEFAULT 0,
  told          INTEGER NOT NULL DEFAULT 0,
  category      TEXT,
  tags          TEXT,
  language      INTEGER NOT NULL DEFAULT 0,
  body          TEXT, -- Markdown
  owner         INTEGER REFERENCES agents (rowid),
  review_by     INTEGER,
  review_months INTEGER,
  registers     TEXT,
  product       INTEGER REFERENCES products (rowid),
  launch        INTEGER,
  read_by       INTEGER,
  readers       INTEGER NOT NULL DEFAULT 0, -- DaybookChoreWho
  "case"        INTEGER REFERENCES cases (rowid),
  changed_at    INTEGER,
  changed_by    INTEGER REFERENCES agents (rowid),
  starter       TEXT
) STRICT;
CREATE INDEX articles_review ON articles (review_by) WHERE review_by IS NOT NULL AND deleted = 0;
CREATE INDEX articles_read_by ON articles (read_by) WHERE read_by IS NOT NULL AND deleted = 0;
CREATE INDEX articles_product ON articles (product) WHERE product IS NOT NULL;
CREATE INDEX articles_case ON articles ("case") WHERE "case" IS NOT NULL;
CREATE INDEX articles_procedures ON articles (registers) WHERE registers IS NOT NULL AND deleted = 0;

CREATE TABLE revisions (
  rowid   INTEGER PRIMARY KEY,
  id      BLOB NOT NULL UNIQUE,
  born    INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0,
  article INTEGER REFERENCES articles (rowid),
  title   TEXT,
  body    TEXT,
  note    TEXT,
  at      INTEGER,
  agent   INTEGER REFERENCES agents (rowid)
) STRICT;
CREATE INDEX revisions_article ON revisions (article, at);

CREATE TABLE comments (
  rowid      INTEGER PRIMARY KEY,
  id         BLOB NOT NULL UNIQUE,
  born       INTEGER NOT NULL,
  deleted    INTEGER NOT NULL DEFAULT 0,
  article    INTEGER REFERENCES articles (rowid),
  text       TEXT,
  at         INTEGER,
  agent      INTEGER REFERENCES agents (rowid),
  settled_at INTEGER,
  settled_by INTEGER REFERENCES agents (rowid)
) STRICT;
CREATE INDEX comments_article ON comments (article, at);

CREATE TABLE pictures (
  rowid   INTEGER PRIMARY KEY,
  id      BLOB NOT NULL UNIQUE,
  born    INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0,
  article INTEGER REFERENCES articles (rowid),
  hash    TEXT,    -- SHA-256, hexadecimal
  name    TEXT,
  media   TEXT,    -- MIME type
  size    INTEGER, -- bytes
  width   INTEGER, -- pixels
  height  INTEGER,
  at      INTEGER,
  agent   INTEGER REFERENCES agents (rowid)
) STRICT;
CREATE INDEX pictures_article ON pictures (article);
CREATE INDEX pictures_hash ON pictures (hash);

CREATE TABLE trainings (
  rowid     INTEGER PRIMARY KEY,
  id        BLOB NOT NULL UNIQUE, -- derived from article, agent and item
  born      INTEGER NOT NULL,
  deleted   INTEGER NOT NULL DEFAULT 0,
  article   INTEGER REFERENCES articles (rowid),
  agent     INTEGER REFERENCES agents (rowid),
  item      TEXT,
  done_at   INTEGER,
  stars     INTEGER,
  note      TEXT,
  judged_by INTEGER REFERENCES agents (rowid),
  judged_at INTEGER
) STRICT;
CREATE INDEX trainings_article ON trainings (article, agent);

CREATE TABLE phrases (
  rowid     INTEGER PRIMARY KEY,
  id        BLOB NOT NULL UNIQUE, -- of one that Daybook brings: derived
  born      INTEGER NOT NULL,
  deleted   INTEGER NOT NULL DEFAULT 0,
  title     TEXT,
  key       TEXT,
  text      TEXT,
  purpose   INTEGER NOT NULL DEFAULT 0,
  language  INTEGER NOT NULL DEFAULT 0,
  daypart   INTEGER NOT NULL DEFAULT 0,
  agent     INTEGER REFERENCES agents (rowid),
  channels  TEXT,
  registers TEXT,
  paths     TEXT,
  stage     TEXT,
  snooze    TEXT,
  promise   TEXT,
  retired   INTEGER NOT NULL DEFAULT 0,
  starter   INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX phrases_key ON phrases (key) WHERE key IS NOT NULL;

CREATE TABLE favourites (
  rowid   INTEGER PRIMARY KEY,
  id      BLOB NOT NULL UNIQUE, -- derived from agent and slot
  born    INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0,
  agent   INTEGER REFERENCES agents (rowid),
  slot    INTEGER,
  phrase  INTEGER REFERENCES phrases (rowid)
) STRICT;
CREATE INDEX favourites_agent ON favourites (agent, slot);

CREATE TABLE guarded_words (
  rowid    INTEGER PRIMARY KEY,
  id       BLOB NOT NULL UNIQUE,
  born     INTEGER NOT NULL,
  deleted  INTEGER NOT NULL DEFAULT 0,
  text     TEXT,
  rule     TEXT,
  instead  TEXT,
  channels TEXT,
  passes   INTEGER NOT NULL DEFAULT 0,
  note     TEXT
) STRICT;

CREATE TABLE announcements (
  rowid   INTEGER PRIMARY KEY,
  id      BLOB NOT NULL UNIQUE,
  born    INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0,
  title   TEXT,
  kind    INTEGER NOT NULL DEFAULT 0,
  text    TEXT,
  article INTEGER REFERENCES articles (rowid),
  readers INTEGER NOT NULL DEFAULT 0, -- DaybookChoreWho
  at      INTEGER,
  agent   INTEGER REFERENCES agents (rowid),
  until   INTEGER
) STRICT;
CREATE INDEX announcements_at ON announcements (at);

CREATE TABLE read_marks (
  rowid        INTEGER PRIMARY KEY,
  id           BLOB NOT NULL UNIQUE, -- derived from what was read, and the agent
  born         INTEGER NOT NULL,
  deleted      INTEGER NOT NULL DEFAULT 0,
  announcement INTEGER REFERENCES announcements (rowid),
  article      INTEGER REFERENCES articles (rowid),
  revision     INTEGER REFERENCES revisions (rowid),
  agent        INTEGER REFERENCES agents (rowid),
  at           INTEGER
) STRICT;
CREATE INDEX read_marks_announcement ON read_marks (announcement, agent) WHERE announcement IS NOT NULL;
CREATE INDEX read_marks_article ON read_marks (article, agent) WHERE article IS NOT NULL;

CREATE TABLE uses (
  rowid    INTEGER PRIMARY KEY,
  id       BLOB NOT NULL UNIQUE,
  born     INTEGER NOT NULL,
  deleted  INTEGER NOT NULL DEFAULT 0,
  article  INTEGER REFERENCES articles (rowid),
  phrase   INTEGER REFERENCES phrases (rowid),
  verdict  INTEGER NOT NULL DEFAULT 0,
  note     TEXT,
  "case"   INTEGER REFERENCES cases (rowid),
  "order"  INTEGER REFERENCES orders (rowid),
  customer INTEGER REFERENCES customers (rowid),
  channel  INTEGER NOT NULL DEFAULT 0,
  at       INTEGER,
  agent    INTEGER REFERENCES agents (rowid)
) STRICT;
CREATE INDEX uses_article ON uses (article, at) WHERE article IS NOT NULL;
CREATE INDEX uses_phrase ON uses (phrase, at) WHERE phrase IS NOT NULL;
