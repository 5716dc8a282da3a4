-- Plans for the worst day, and what was done when it came. A started emergency keeps its own copy of the plan.
CREATE TABLE emergency_plan (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  removed_at   TEXT,
  kind         TEXT NOT NULL,
  name         TEXT NOT NULL,
  materials    TEXT NOT NULL,
  note         TEXT NOT NULL,
  tasks        TEXT NOT NULL CHECK (json_valid(tasks)),
  contacts     TEXT NOT NULL CHECK (json_valid(contacts))
) STRICT;
CREATE UNIQUE INDEX emergency_plan_by_name ON emergency_plan (community_id, name) WHERE removed_at IS NULL;

CREATE TABLE emergency (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  plan_id      TEXT NOT NULL,
  kind         TEXT NOT NULL,
  title        TEXT NOT NULL,
  place        TEXT NOT NULL,
  grid_id      TEXT,
  is_drill     INTEGER NOT NULL CHECK (is_drill IN (0, 1)),
  materials    TEXT NOT NULL,
  started_at   TEXT NOT NULL,
  started_by   TEXT NOT NULL,
  ended_at     TEXT,
  summary      TEXT NOT NULL,
  went_well    TEXT NOT NULL,
  to_improve   TEXT NOT NULL,
  follow_up    TEXT NOT NULL
) STRICT;
CREATE INDEX emergency_by_time ON emergency (started_at);
CREATE INDEX emergency_running ON emergency (started_at) WHERE ended_at IS NULL;
CREATE INDEX emergency_by_plan ON emergency (plan_id, is_drill, started_at);

CREATE TABLE emergency_task (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  emergency_id TEXT NOT NULL,
  place        INTEGER NOT NULL,
  text         TEXT NOT NULL,
  due_at       TEXT,
  done_at      TEXT,
  done_by      TEXT NOT NULL
) STRICT;
CREATE INDEX emergency_task_by_emergency ON emergency_task (emergency_id, place);

CREATE TABLE emergency_contact (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  emergency_id TEXT NOT NULL,
  place        INTEGER NOT NULL,
  depth        INTEGER NOT NULL,
  role         TEXT NOT NULL,
  name         TEXT NOT NULL,
  work_phone   TEXT NOT NULL,
  due_at       TEXT NOT NULL,
  reported_at  TEXT,
  words        TEXT NOT NULL
) STRICT;
CREATE INDEX emergency_contact_by_emergency ON emergency_contact (emergency_id, place);

-- What happened, in the order in which it was written. Nothing in it is ever altered.
CREATE TABLE emergency_log (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  emergency_id TEXT NOT NULL,
  written_by   TEXT NOT NULL,
  kind         TEXT NOT NULL,
  text         TEXT NOT NULL
) STRICT;
CREATE INDEX emergency_log_by_emergency ON emergency_log (emergency_id, created_at);
CREATE TRIGGER emergency_log_stays BEFORE UPDATE ON emergency_log BEGIN SELECT RAISE(ABORT, 'the log of an emergency is only added to'); END;
CREATE TRIGGER emergency_log_kept BEFORE DELETE ON emergency_log BEGIN SELECT RAISE(ABORT, 'the log of an emergency is only added to'); END;
