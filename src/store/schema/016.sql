-- SPDX-License-Identifier: GPL-3.0-or-later
-- Customers and the people who serve them: what is known of a customer and of a grade (core/customer.h, core/grade.h,
-- core/remembered-day.h), who is on and who answers for what (core/presence.h), call-backs and surveys
-- (core/call-plan.h), campaigns and activity lists (core/campaign.h), whom the shop itself calls (core/trade-contact.h),
-- and who was erased (core/erasure.h).
ALTER TABLE customers ADD COLUMN grade_held INTEGER NOT NULL DEFAULT 0;
ALTER TABLE customers ADD COLUMN tags TEXT;
ALTER TABLE customers ADD COLUMN wishes TEXT;
ALTER TABLE customers ADD COLUMN friend INTEGER NOT NULL DEFAULT 0;
ALTER TABLE customers ADD COLUMN quiet INTEGER NOT NULL DEFAULT 0;
ALTER TABLE customers ADD COLUMN consent INTEGER NOT NULL DEFAULT 0; -- DaybookConsent
ALTER TABLE customers ADD COLUMN consent_at INTEGER;
ALTER TABLE customers ADD COLUMN consent_how TEXT;
ALTER TABLE customers ADD COLUMN interval INTEGER; -- days
CREATE INDEX customers_merged ON customers (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX customers_quiet ON customers (quiet) WHERE quiet <> 0 AND deleted = 0;
CREATE INDEX customers_tagged ON customers (deleted) WHERE tags IS NOT NULL; -- the newest are its last
CREATE INDEX customers_graded ON customers (grade) WHERE grade <> 0 AND deleted = 0;
-- Those who may have to hear from the shop again, in the order of their keys (core/rhythm.h).
CREATE INDEX customers_watched ON customers (merged_into) WHERE (grade <> 0 OR interval IS NOT NULL) AND deleted = 0 AND merged_into IS NULL;

ALTER TABLE contacts ADD COLUMN note TEXT;
-- Numbers that platforms lend: what is kept too long of them is asked for every day (store/retention.h).
CREATE INDEX contacts_lent ON contacts (valid_until) WHERE valid_until IS NOT NULL;

ALTER TABLE orders ADD COLUMN vip_off INTEGER; -- minor units
-- With all that is asked of a sale (store/customer-value.h, store/grade-proposals.h): a pass over all customers reads nothing but this.
DROP INDEX orders_customer;
CREATE INDEX orders_customer ON orders (customer, created, deleted, stage, refund, currency, paid, refunded, total) WHERE customer IS NOT NULL;
CREATE INDEX uses_customer ON uses (customer, at) WHERE customer IS NOT NULL;

CREATE TABLE grades (
  rowid    INTEGER PRIMARY KEY, -- see customers
  id       BLOB NOT NULL UNIQUE, -- derived from the grade
  born     INTEGER NOT NULL,
  deleted  INTEGER NOT NULL DEFAULT 0,
  grade    INTEGER NOT NULL DEFAULT 0, -- DaybookGrade
  name     TEXT,
  currency TEXT,
  spent    INTEGER, -- minor units
  orders   INTEGER,
  days     INTEGER,
  either   INTEGER NOT NULL DEFAULT 0,
  by_hand  INTEGER NOT NULL DEFAULT 0,
  discount INTEGER, -- tenths of a percent
  stacked  INTEGER NOT NULL DEFAULT 0,
  benefits TEXT,
  interval INTEGER -- days
) STRICT;

CREATE TABLE remembered_days (
  rowid    INTEGER PRIMARY KEY,
  id       BLOB NOT NULL UNIQUE,
  born     INTEGER NOT NULL,
  deleted  INTEGER NOT NULL DEFAULT 0,
  customer INTEGER REFERENCES customers (rowid),
  kind     INTEGER NOT NULL DEFAULT 0, -- DaybookDayKind
  name     TEXT,
  lunar    INTEGER NOT NULL DEFAULT 0,
  year     INTEGER,
  month    INTEGER,
  day      INTEGER,
  leap     INTEGER NOT NULL DEFAULT 0,
  ahead    INTEGER,
  once     INTEGER NOT NULL DEFAULT 0,
  note     TEXT
) STRICT;
CREATE INDEX remembered_days_customer ON remembered_days (customer);
CREATE INDEX due_items_day ON due_items (due) WHERE rule = 'day';

ALTER TABLE agents ADD COLUMN pin TEXT; -- a hash (core/pin.h)
ALTER TABLE agents ADD COLUMN trusted INTEGER NOT NULL DEFAULT 0;
ALTER TABLE agents ADD COLUMN quota INTEGER;

CREATE TABLE presences (
  rowid   INTEGER PRIMARY KEY,
  id      BLOB NOT NULL UNIQUE,
  born    INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0,
  agent   INTEGER REFERENCES agents (rowid),
  kind    INTEGER NOT NULL DEFAULT 0, -- DaybookPresenceKind
  began   INTEGER,
  ended   INTEGER,
  note    TEXT,
  forgotten INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX presences_agent ON presences (agent, began);
CREATE INDEX presences_now ON presences (agent) WHERE ended IS NULL AND deleted = 0;

CREATE TABLE sub_accounts (
  rowid    INTEGER PRIMARY KEY,
  id       BLOB NOT NULL UNIQUE, -- derived from platform and account
  born     INTEGER NOT NULL,
  deleted  INTEGER NOT NULL DEFAULT 0,
  shop     INTEGER REFERENCES shops (rowid),
  platform TEXT,
  account  TEXT,
  agent    INTEGER REFERENCES agents (rowid),
  note     TEXT
) STRICT;

CREATE TABLE channel_people (
  rowid   INTEGER PRIMARY KEY,
  id      BLOB NOT NULL UNIQUE, -- derived from the channel
  born    INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0,
  channel INTEGER NOT NULL DEFAULT 0, -- DaybookChannel
  agent   INTEGER REFERENCES agents (rowid),
  deputy  INTEGER REFERENCES agents (rowid)
) STRICT;

CREATE TABLE call_plans (
  rowid     INTEGER PRIMARY KEY,
  id        BLOB NOT NULL UNIQUE, -- of one that Daybook brings: derived
  born      INTEGER NOT NULL,
  deleted   INTEGER NOT NULL DEFAULT 0,
  name      TEXT,
  "on"      INTEGER NOT NULL DEFAULT 0, -- DaybookCallPlanOn
  register  TEXT,
  days      INTEGER,
  grade     INTEGER NOT NULL DEFAULT 0,
  agent     INTEGER REFERENCES agents (rowid),
  role      INTEGER NOT NULL DEFAULT 0, -- DaybookChoreWho
  questions TEXT,
  survey    INTEGER NOT NULL DEFAULT 0,
  used      INTEGER NOT NULL DEFAULT 0,
  since     INTEGER,
  starter   TEXT
) STRICT;

-- What plans ask for: cases that were closed.
CREATE INDEX cases_ended ON cases (closed_at) WHERE closed_at IS NOT NULL AND deleted = 0;

ALTER TABLE tasks ADD COLUMN plan INTEGER REFERENCES call_plans (rowid);
ALTER TABLE tasks ADD COLUMN tries INTEGER;
CREATE INDEX tasks_plan ON tasks (plan) WHERE plan IS NOT NULL;
CREATE INDEX tasks_customer ON tasks (customer) WHERE customer IS NOT NULL;

CREATE TABLE surveys (
  rowid       INTEGER PRIMARY KEY,
  id          BLOB NOT NULL UNIQUE,
  born        INTEGER NOT NULL,
  deleted     INTEGER NOT NULL DEFAULT 0,
  customer    INTEGER REFERENCES customers (rowid),
  "case"      INTEGER REFERENCES cases (rowid),
  "order"     INTEGER REFERENCES orders (rowid),
  task        INTEGER REFERENCES tasks (rowid),
  at          INTEGER,
  agent       INTEGER REFERENCES agents (rowid),
  served      INTEGER REFERENCES agents (rowid),
  channel     INTEGER NOT NULL DEFAULT 0, -- DaybookChannel
  convenience INTEGER, -- one to five, and so the next
  attitude    INTEGER,
  ability     INTEGER,
  result      INTEGER,
  opinion     TEXT,
  complaint   INTEGER REFERENCES cases (rowid),
  suggestion  INTEGER REFERENCES cases (rowid)
) STRICT;
CREATE INDEX surveys_at ON surveys (at);
CREATE INDEX surveys_customer ON surveys (customer) WHERE customer IS NOT NULL;
CREATE INDEX surveys_case ON surveys ("case") WHERE "case" IS NOT NULL;
CREATE INDEX surveys_complaint ON surveys (complaint) WHERE complaint IS NOT NULL;
CREATE INDEX surveys_suggestion ON surveys (suggestion) WHERE suggestion IS NOT NULL;

CREATE TABLE campaigns (
  rowid   INTEGER PRIMARY KEY,
  id      BLOB NOT NULL UNIQUE,
  born    INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0,
  title   TEXT,
  kind    INTEGER NOT NULL DEFAULT 0, -- DaybookCampaignKind
  begins  TEXT, -- day of the shop's zone: 2026-11-11
  ends    TEXT,
  channel INTEGER NOT NULL DEFAULT 0, -- DaybookChannel
  agent   INTEGER REFERENCES agents (rowid),
  note    TEXT,
  done_at INTEGER,
  ahead   INTEGER -- days
) STRICT;
CREATE INDEX campaigns_begins ON campaigns (begins);

CREATE TABLE market_notes (
  rowid   INTEGER PRIMARY KEY,
  id      BLOB NOT NULL UNIQUE,
  born    INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0,
  title   TEXT,
  kind    INTEGER NOT NULL DEFAULT 0, -- DaybookMarketKind
  at      INTEGER,
  source  TEXT,
  text    TEXT,
  agent   INTEGER REFERENCES agents (rowid)
) STRICT;
CREATE INDEX market_notes_at ON market_notes (at);

CREATE TABLE activities (
  rowid     INTEGER PRIMARY KEY,
  id        BLOB NOT NULL UNIQUE,
  born      INTEGER NOT NULL,
  deleted   INTEGER NOT NULL DEFAULT 0,
  title     TEXT,
  campaign  INTEGER REFERENCES campaigns (rowid),
  phrase    INTEGER REFERENCES phrases (rowid),
  channel   INTEGER NOT NULL DEFAULT 0, -- DaybookChannel
  "where"   TEXT,
  made_at   INTEGER,
  agent     INTEGER REFERENCES agents (rowid),
  closed_at INTEGER
) STRICT;
CREATE INDEX activities_made ON activities (made_at);

CREATE TABLE activity_lines (
  rowid    INTEGER PRIMARY KEY,
  id       BLOB NOT NULL UNIQUE, -- derived from list and customer
  born     INTEGER NOT NULL,
  deleted  INTEGER NOT NULL DEFAULT 0,
  activity INTEGER REFERENCES activities (rowid),
  customer INTEGER REFERENCES customers (rowid),
  outcome  INTEGER NOT NULL DEFAULT 0, -- DaybookActivityOutcome
  at       INTEGER,
  agent    INTEGER REFERENCES agents (rowid),
  note     TEXT
) STRICT;
CREATE INDEX activity_lines_activity ON activity_lines (activity, outcome);
CREATE INDEX activity_lines_customer ON activity_lines (customer);

CREATE TABLE trade_contacts (
  rowid     INTEGER PRIMARY KEY,
  id        BLOB NOT NULL UNIQUE,
  born      INTEGER NOT NULL,
  deleted   INTEGER NOT NULL DEFAULT 0,
  name      TEXT,
  kind      INTEGER NOT NULL DEFAULT 0, -- DaybookTradeKind
  company   TEXT,
  phone     TEXT,
  wechat    TEXT,
  email     TEXT,
  hours     TEXT,
  "for"     TEXT,
  note      TEXT,
  emergency INTEGER NOT NULL DEFAULT 0,
  position  INTEGER
) STRICT;

CREATE TABLE erasures (
  rowid   INTEGER PRIMARY KEY,
  id      BLOB NOT NULL UNIQUE,
  born    INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0,
  hash    TEXT, -- keyed with the shop's secret
  at      INTEGER,
  agent   INTEGER REFERENCES agents (rowid),
  reason  TEXT
) STRICT;
CREATE INDEX erasures_hash ON erasures (hash);

ALTER TABLE reveals ADD COLUMN basis INTEGER NOT NULL DEFAULT 0; -- DaybookRevealBasis
CREATE INDEX reveals_agent ON reveals (agent, at);
