-- Places that are inspected in turn, what was found there, and things that expire.
CREATE TABLE inspection_plan (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  removed_at   TEXT,
  place        TEXT NOT NULL,
  grid_id      TEXT,
  kind         TEXT NOT NULL,
  every_days   INTEGER NOT NULL CHECK (every_days > 0),
  assignee     TEXT NOT NULL,
  points       TEXT NOT NULL CHECK (json_valid(points)),
  next_on      TEXT NOT NULL,
  is_paused    INTEGER NOT NULL CHECK (is_paused IN (0, 1))
) STRICT;
CREATE INDEX inspection_plan_by_day ON inspection_plan (next_on) WHERE removed_at IS NULL AND is_paused = 0;
CREATE INDEX inspection_plan_by_place ON inspection_plan (place) WHERE removed_at IS NULL;

CREATE TABLE inspection_visit (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  removed_at   TEXT,
  plan_id      TEXT NOT NULL,
  inspected_on TEXT NOT NULL,
  inspector    TEXT NOT NULL,
  level        TEXT NOT NULL CHECK (level IN ('safe', 'ordinary', 'serious')),
  finding      TEXT NOT NULL,
  matter_id    TEXT
) STRICT;
CREATE INDEX inspection_visit_by_plan ON inspection_visit (plan_id, inspected_on, level) WHERE removed_at IS NULL;
CREATE INDEX inspection_visit_by_day ON inspection_visit (inspected_on, level) WHERE removed_at IS NULL;

CREATE TABLE expiry_item (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  removed_at   TEXT,
  kind         TEXT NOT NULL,
  name         TEXT NOT NULL,
  place        TEXT NOT NULL,
  grid_id      TEXT,
  holder       TEXT NOT NULL,
  expires_on   TEXT NOT NULL,
  remind_days  INTEGER NOT NULL CHECK (remind_days >= 0),
  -- the day from which it is reminded of; follows expires_on and remind_days
  remind_from  TEXT NOT NULL,
  note         TEXT NOT NULL
) STRICT;
CREATE INDEX expiry_item_by_day ON expiry_item (expires_on) WHERE removed_at IS NULL;
CREATE INDEX expiry_item_by_reminder ON expiry_item (remind_from) WHERE removed_at IS NULL;
