-- What somebody of the staff wants done otherwise, its answer and what came of it.
CREATE TABLE staff_suggestion (
  id            TEXT PRIMARY KEY NOT NULL,
  community_id  TEXT NOT NULL,
  version       INTEGER NOT NULL DEFAULT 1,
  created_at    TEXT NOT NULL,
  updated_at    TEXT NOT NULL,
  removed_at    TEXT,
  title         TEXT NOT NULL,
  problem       TEXT NOT NULL,
  remedy        TEXT NOT NULL,
  area          TEXT NOT NULL,
  put_by        TEXT NOT NULL,
  putter_name   TEXT NOT NULL,
  put_on        TEXT NOT NULL,
  answer_due_on TEXT NOT NULL,
  state         TEXT NOT NULL CHECK (state IN ('received', 'taken-up', 'not-taken-up', 'carried-out')),
  answer        TEXT NOT NULL,
  answered_on   TEXT,
  answerer_name TEXT NOT NULL,
  doer_id       TEXT,
  planned_until TEXT,
  result        TEXT NOT NULL,
  done_on       TEXT,
  CHECK ((state = 'received') = (answered_on IS NULL)),
  CHECK (state <> 'not-taken-up' OR answer <> ''),
  CHECK (state NOT IN ('taken-up', 'carried-out') OR (doer_id IS NOT NULL AND planned_until IS NOT NULL)),
  CHECK ((state = 'carried-out') = (done_on IS NOT NULL))
) STRICT;
CREATE INDEX staff_suggestion_by_day ON staff_suggestion (put_on) WHERE removed_at IS NULL;
CREATE INDEX staff_suggestion_open ON staff_suggestion (state, answer_due_on) WHERE removed_at IS NULL AND state IN ('received', 'taken-up');

-- A colleague who wants the same, once for each suggestion.
CREATE TABLE suggestion_second (
  id            TEXT PRIMARY KEY NOT NULL,
  community_id  TEXT NOT NULL,
  version       INTEGER NOT NULL DEFAULT 1,
  created_at    TEXT NOT NULL,
  updated_at    TEXT NOT NULL,
  removed_at    TEXT,
  suggestion_id TEXT NOT NULL,
  account_id    TEXT NOT NULL,
  seconder_name TEXT NOT NULL,
  seconded_on   TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX suggestion_second_once ON suggestion_second (suggestion_id, account_id) WHERE removed_at IS NULL;

-- What worked, written down for others.
CREATE TABLE good_practice (
  id            TEXT PRIMARY KEY NOT NULL,
  community_id  TEXT NOT NULL,
  version       INTEGER NOT NULL DEFAULT 1,
  created_at    TEXT NOT NULL,
  updated_at    TEXT NOT NULL,
  removed_at    TEXT,
  title         TEXT NOT NULL,
  problem       TEXT NOT NULL,
  done          TEXT NOT NULL,
  effect        TEXT NOT NULL,
  grid_id       TEXT,
  member_id     TEXT,
  suggestion_id TEXT,
  matter_id     TEXT,
  written_on    TEXT NOT NULL,
  writer_name   TEXT NOT NULL,
  CHECK (grid_id IS NOT NULL OR member_id IS NOT NULL)
) STRICT;
CREATE INDEX good_practice_by_day ON good_practice (written_on) WHERE removed_at IS NULL;
CREATE INDEX good_practice_by_suggestion ON good_practice (suggestion_id) WHERE removed_at IS NULL AND suggestion_id IS NOT NULL;

-- A grid that took a practice up, once.
CREATE TABLE practice_adoption (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  removed_at   TEXT,
  practice_id  TEXT NOT NULL,
  grid_id      TEXT NOT NULL,
  taken_on     TEXT NOT NULL,
  note         TEXT NOT NULL,
  taker_name   TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX practice_adoption_once ON practice_adoption (practice_id, grid_id) WHERE removed_at IS NULL;
