-- Matters. `row_no` counts in the order in which they were brought; the full-text table refers to it. The state machine is matter-machine.rules.ts;
-- what must hold whatever writes a row stands here as well: an open matter has a unit, and nothing runs while a matter is suspended.
CREATE TABLE matter (
  row_no         INTEGER PRIMARY KEY NOT NULL,
  id             TEXT NOT NULL UNIQUE,
  community_id   TEXT NOT NULL,
  version        INTEGER NOT NULL DEFAULT 1,
  created_at     TEXT NOT NULL,
  updated_at     TEXT NOT NULL,
  number         TEXT NOT NULL,
  subject        TEXT NOT NULL,
  content        TEXT NOT NULL,
  kind           TEXT NOT NULL,
  channel        TEXT NOT NULL,
  origin         TEXT NOT NULL CHECK (origin IN ('found', 'complained', 'assigned')),
  level          TEXT NOT NULL CHECK (level IN ('general', 'major', 'urgent', 'major-urgent')),
  scale          TEXT NOT NULL CHECK (scale IN ('individual', 'group')),
  people_count   INTEGER CHECK (people_count >= 0),
  amount_fen     INTEGER CHECK (amount_fen >= 0),
  occurred_on    TEXT,
  place          TEXT NOT NULL,
  place_key      TEXT NOT NULL,
  grid_id        TEXT,
  building_id    TEXT,
  dwelling_id    TEXT,
  lng_micro      INTEGER CHECK (lng_micro BETWEEN -180000000 AND 180000000),
  lat_micro      INTEGER CHECK (lat_micro BETWEEN -90000000 AND 90000000),
  person_id      TEXT,
  party_name     TEXT NOT NULL,
  party_phone    TEXT NOT NULL,
  station        TEXT NOT NULL,
  origin_unit_kind TEXT NOT NULL CHECK (origin_unit_kind IN ('grid', 'station', 'department', 'centre', 'superior')),
  origin_unit_id TEXT NOT NULL CHECK (origin_unit_id <> ''),
  reported_by    TEXT NOT NULL,
  reported_at    TEXT,
  reported_on    TEXT,
  unit_kind      TEXT NOT NULL CHECK (unit_kind IN ('grid', 'station', 'department', 'centre', 'superior')),
  unit_id        TEXT NOT NULL CHECK (unit_id <> ''),
  owner_id       TEXT,
  state          TEXT NOT NULL CHECK (state IN ('draft', 'reported', 'accepted', 'filed', 'dispatched', 'handling', 'suspended', 'to-verify', 'rework', 'closed', 'recorded', 'rated', 'not-filed', 'returned', 'merged', 'void', 'archived')),
  open           INTEGER NOT NULL CHECK (open = (state IN ('reported', 'accepted', 'filed', 'dispatched', 'handling', 'suspended', 'to-verify', 'rework'))),
  state_at       TEXT NOT NULL,
  state_on       TEXT NOT NULL,
  moves          INTEGER NOT NULL DEFAULT 0,
  touched_at     TEXT,
  clock          TEXT NOT NULL CHECK (clock IN ('accept', 'handle', 'verify', 'stopped', 'none')),
  clock_from     TEXT,
  clock_used     INTEGER NOT NULL DEFAULT 0 CHECK (clock_used >= 0),
  limit_days     INTEGER,
  red_days       INTEGER,
  extra_days     INTEGER NOT NULL DEFAULT 0 CHECK (extra_days >= 0),
  due_on         TEXT,
  red_on         TEXT,
  promised_first TEXT,
  promised_on    TEXT,
  extension      TEXT NOT NULL DEFAULT 'none' CHECK (extension IN ('none', 'asked', 'granted', 'refused')),
  asked_days     INTEGER NOT NULL DEFAULT 0,
  suspended_until TEXT,
  card           TEXT NOT NULL DEFAULT 'none' CHECK (card IN ('none', 'ordinary', 'yellow', 'red')),
  card_on        TEXT,
  urges          INTEGER NOT NULL DEFAULT 0,
  urged_on       TEXT,
  returns        INTEGER NOT NULL DEFAULT 0,
  wrong          INTEGER NOT NULL DEFAULT 0,
  reworks        INTEGER NOT NULL DEFAULT 0,
  reopens        INTEGER NOT NULL DEFAULT 0,
  went_up        INTEGER NOT NULL DEFAULT 0 CHECK (went_up IN (0, 1)),
  is_joint       INTEGER NOT NULL DEFAULT 0 CHECK (is_joint IN (0, 1)),
  merged_into    TEXT,
  pinned         INTEGER NOT NULL DEFAULT 0 CHECK (pinned IN (0, 1)),
  is_model       INTEGER NOT NULL DEFAULT 0 CHECK (is_model IN (0, 1)),
  is_legacy      INTEGER NOT NULL DEFAULT 0 CHECK (is_legacy IN (0, 1)),
  result         TEXT NOT NULL DEFAULT '',
  outcome        TEXT NOT NULL DEFAULT '' CHECK (outcome IN ('', 'closed', 'recorded', 'not-filed', 'returned', 'merged', 'void')),
  ended_at       TEXT,
  ended_on       TEXT,
  in_time        INTEGER CHECK (in_time IN (0, 1)),
  rating         INTEGER CHECK (rating BETWEEN 1 AND 3),
  rating_text    TEXT NOT NULL DEFAULT '',
  rated_on       TEXT,
  CHECK (state <> 'suspended' OR (clock = 'stopped' AND clock_from IS NULL AND due_on IS NULL AND red_on IS NULL AND suspended_until IS NOT NULL)),
  CHECK ((clock IN ('accept', 'handle', 'verify')) = (due_on IS NOT NULL)),
  CHECK ((outcome <> '') = (ended_on IS NOT NULL)),
  CHECK (open = 0 OR outcome = '')
) STRICT;
CREATE UNIQUE INDEX matter_by_number ON matter (number) WHERE number <> '';
-- The queue: what is open, the pinned first, by the day on which its step is due; behind that what it is filtered by, so that only shown rows are opened.
CREATE INDEX matter_queue ON matter (pinned DESC, coalesce(due_on, '9999-12-31'), row_no, state, kind, grid_id, unit_id, owner_id, station, card, touched_at, red_on, place_key) WHERE open = 1;
-- All matters: the ways in, each in the order in which they were brought and with what is usually asked besides (matters.repository.ts chooses).
CREATE INDEX matter_by_kind ON matter (kind, row_no, grid_id, outcome, reported_on);
CREATE INDEX matter_by_grid ON matter (grid_id, row_no, kind, outcome, reported_on);
CREATE INDEX matter_by_unit ON matter (unit_id, row_no, outcome, reported_on);
CREATE INDEX matter_by_reported ON matter (reported_on, row_no, kind, grid_id, station, channel, origin, outcome);
CREATE INDEX matter_by_ended ON matter (ended_on, row_no, kind, grid_id, station, channel, reported_on, outcome, in_time) WHERE ended_on IS NOT NULL;
CREATE INDEX matter_by_place ON matter (place_key, row_no) WHERE place_key <> '';
CREATE INDEX matter_by_person ON matter (person_id, row_no) WHERE person_id IS NOT NULL;
CREATE INDEX matter_by_merged ON matter (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX matter_model ON matter (row_no) WHERE is_model = 1;
CREATE INDEX matter_legacy ON matter (row_no) WHERE is_legacy = 1;
CREATE INDEX matter_drafts ON matter (reported_by, row_no) WHERE state = 'draft';
CREATE TRIGGER matter_kept BEFORE DELETE ON matter BEGIN SELECT RAISE(ABORT, 'a matter is never deleted'); END;

CREATE VIRTUAL TABLE matter_text USING fts5 (words, party, content = '', contentless_delete = 1, tokenize = 'unicode61');

-- Every step, in its order, never altered: who had it from when to when, what was said. `unit_*` held it until the move, `to_unit_*` holds it after. The id is the
-- matter's with the number of the step, so that the steps of a matter lie side by side and need no index of their own.
CREATE TABLE matter_move (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  matter_id    TEXT NOT NULL,
  seq          INTEGER NOT NULL,
  move         TEXT NOT NULL,
  from_state   TEXT NOT NULL,
  to_state     TEXT NOT NULL,
  moved_at     TEXT NOT NULL,
  moved_on     TEXT NOT NULL,
  by_id        TEXT NOT NULL,
  by_name      TEXT NOT NULL,
  unit_kind    TEXT NOT NULL,
  unit_id      TEXT NOT NULL,
  to_unit_kind TEXT NOT NULL,
  to_unit_id   TEXT NOT NULL,
  owner_id     TEXT,
  said         TEXT NOT NULL,
  days         INTEGER,
  hours        INTEGER,
  limit_days   INTEGER,
  extra        TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(extra))
) STRICT, WITHOUT ROWID;
CREATE TRIGGER matter_move_stays BEFORE UPDATE ON matter_move BEGIN SELECT RAISE(ABORT, 'moves are only added'); END;
CREATE TRIGGER matter_move_kept BEFORE DELETE ON matter_move BEGIN SELECT RAISE(ABORT, 'moves are only added'); END;

-- Units beside the one that holds a matter: they handle it jointly, or must read it and may not act.
CREATE TABLE matter_unit (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  removed_at   TEXT,
  matter_id    TEXT NOT NULL,
  role         TEXT NOT NULL CHECK (role IN ('joint', 'copy')),
  unit_kind    TEXT NOT NULL CHECK (unit_kind IN ('grid', 'station', 'department', 'centre', 'superior')),
  unit_id      TEXT NOT NULL CHECK (unit_id <> ''),
  read_at      TEXT,
  read_by      TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX matter_unit_by_matter ON matter_unit (matter_id) WHERE removed_at IS NULL;
CREATE INDEX matter_unit_unread ON matter_unit (created_at) WHERE removed_at IS NULL AND role = 'copy' AND read_at IS NULL;

-- What counts for or against a unit in the two-way assessment, each with the matter that proves it.
CREATE TABLE unit_mark (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  unit_kind    TEXT NOT NULL CHECK (unit_kind IN ('grid', 'station', 'department', 'centre', 'superior')),
  unit_id      TEXT NOT NULL CHECK (unit_id <> ''),
  matter_id    TEXT NOT NULL,
  kind         TEXT NOT NULL CHECK (kind IN ('urged', 'yellow', 'red', 'returned', 'rework', 'late', 'on-time', 'escalated')),
  marked_on    TEXT NOT NULL,
  points       INTEGER NOT NULL,
  automatic    INTEGER NOT NULL CHECK (automatic IN (0, 1))
) STRICT;
CREATE INDEX unit_mark_by_unit ON unit_mark (unit_kind, unit_id, marked_on, kind, points);
CREATE INDEX unit_mark_by_matter ON unit_mark (matter_id);
CREATE TRIGGER unit_mark_stays BEFORE UPDATE ON unit_mark BEGIN SELECT RAISE(ABORT, 'marks are only added'); END;
CREATE TRIGGER unit_mark_kept BEFORE DELETE ON unit_mark BEGIN SELECT RAISE(ABORT, 'marks are only added'); END;

-- What the station decides: where a kind goes, who has a function (each exactly one), limits, the rest as one row.
CREATE TABLE matter_kind (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  code         TEXT NOT NULL UNIQUE,
  kind_group   TEXT NOT NULL,
  station      TEXT NOT NULL,
  urgent       INTEGER NOT NULL CHECK (urgent IN (0, 1)),
  words        TEXT NOT NULL CHECK (json_valid(words))
) STRICT;
CREATE TABLE matter_function (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  code         TEXT NOT NULL UNIQUE,
  station      TEXT NOT NULL
) STRICT;
CREATE TABLE matter_limit (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  removed_at   TEXT,
  clock        TEXT NOT NULL CHECK (clock IN ('accept', 'handle', 'verify')),
  kind         TEXT,
  level        TEXT,
  unit_kind    TEXT,
  unit_id      TEXT,
  yellow       INTEGER NOT NULL CHECK (yellow >= 0),
  red          INTEGER NOT NULL CHECK (red >= yellow)
) STRICT;
CREATE TABLE matter_rule (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL UNIQUE,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  number_rule  TEXT NOT NULL CHECK (number_rule IN ('day4', 'month5', 'year6')),
  reopen_days  INTEGER NOT NULL,
  escalate_days INTEGER NOT NULL,
  joint_after  INTEGER NOT NULL
) STRICT;
