-- One subject in one cycle. `facts` holds, by item, what was earned of what was due when the sheet was locked: {item: [earned, due]}.
-- `total` is written with every change of a closed sheet and is the sum of its lines.
CREATE TABLE assessment_sheet (
  id              TEXT PRIMARY KEY NOT NULL,
  community_id    TEXT NOT NULL,
  version         INTEGER NOT NULL DEFAULT 1,
  created_at      TEXT NOT NULL,
  updated_at      TEXT NOT NULL,
  plan_id         TEXT NOT NULL REFERENCES assessment_plan (id),
  subject_kind    TEXT NOT NULL,
  subject_id      TEXT NOT NULL,
  subject_name    TEXT NOT NULL,
  name_py         TEXT NOT NULL,
  grid_id         TEXT,
  from_on         TEXT NOT NULL,
  until_on        TEXT NOT NULL,
  share           INTEGER NOT NULL CHECK (share BETWEEN 0 AND 10000),
  excluded_reason TEXT NOT NULL DEFAULT '',
  state           TEXT NOT NULL CHECK (state IN ('self', 'returned', 'reported', 'scored', 'archived', 'excluded')),
  self_account_id TEXT,
  facts           TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(facts)),
  reported_at     TEXT,
  reported_by     TEXT,
  scored_at       TEXT,
  scored_by       TEXT,
  archived_at     TEXT,
  archived_by     TEXT,
  returned_reason TEXT NOT NULL DEFAULT '',
  total           INTEGER,
  band            TEXT CHECK (band IN ('excellent', 'good', 'pass', 'fail'))
) STRICT;
CREATE UNIQUE INDEX assessment_sheet_once ON assessment_sheet (plan_id, subject_id);
CREATE INDEX assessment_sheet_by_total ON assessment_sheet (plan_id, total DESC, id);
CREATE INDEX assessment_sheet_by_subject ON assessment_sheet (subject_id, archived_at);
CREATE INDEX assessment_sheet_by_state ON assessment_sheet (state, plan_id);
CREATE INDEX assessment_sheet_by_self ON assessment_sheet (self_account_id, state) WHERE self_account_id IS NOT NULL;
-- What the page of results counts, without opening a sheet.
CREATE INDEX assessment_sheet_results ON assessment_sheet (plan_id, grid_id, state, band, total);

-- What people gave for one line: the subject itself, and the superior with the basis.
CREATE TABLE assessment_mark (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  sheet_id     TEXT NOT NULL REFERENCES assessment_sheet (id),
  item_id      TEXT NOT NULL REFERENCES assessment_item (id),
  self_score   INTEGER CHECK (self_score >= 0),
  self_note    TEXT NOT NULL,
  score        INTEGER CHECK (score >= 0),
  basis        TEXT NOT NULL,
  matter_no    TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX assessment_mark_once ON assessment_mark (sheet_id, item_id);

-- The rows behind an indicator as they were at the lock, packed: [[record, day, earned, due, left_out], …].
CREATE TABLE assessment_frozen (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  sheet_id     TEXT NOT NULL REFERENCES assessment_sheet (id),
  item_id      TEXT NOT NULL,
  packed       BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX assessment_frozen_once ON assessment_frozen (sheet_id, item_id);

CREATE TABLE assessment_adjustment (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  removed_at   TEXT,
  sheet_id     TEXT NOT NULL REFERENCES assessment_sheet (id),
  happened_on  TEXT NOT NULL,
  points       INTEGER NOT NULL CHECK (points <> 0),
  reason       TEXT NOT NULL,
  basis        TEXT NOT NULL
) STRICT;
CREATE INDEX assessment_adjustment_by_sheet ON assessment_adjustment (sheet_id) WHERE removed_at IS NULL;

-- Residents asked on one occasion, counted and without names.
CREATE TABLE assessment_review (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  removed_at   TEXT,
  sheet_id     TEXT NOT NULL REFERENCES assessment_sheet (id),
  held_on      TEXT NOT NULL,
  place        TEXT NOT NULL,
  satisfied    INTEGER NOT NULL CHECK (satisfied >= 0),
  fair         INTEGER NOT NULL CHECK (fair >= 0),
  unsatisfied  INTEGER NOT NULL CHECK (unsatisfied >= 0),
  note         TEXT NOT NULL
) STRICT;
CREATE INDEX assessment_review_by_sheet ON assessment_review (sheet_id) WHERE removed_at IS NULL;
