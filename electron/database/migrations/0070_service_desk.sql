-- Who came to the desk, when it is open.
CREATE TABLE desk_visit (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  removed_at   TEXT,
  came_on      TEXT NOT NULL,
  no           INTEGER NOT NULL,
  person_id    TEXT,
  visitor      TEXT NOT NULL,
  topic        TEXT NOT NULL,
  content      TEXT NOT NULL,
  came_at      TEXT NOT NULL,
  served_at    TEXT,
  left_at      TEXT,
  handed_to    TEXT NOT NULL,
  result       TEXT NOT NULL,
  is_outside   INTEGER NOT NULL CHECK (is_outside IN (0, 1)),
  wait_minutes INTEGER CHECK (wait_minutes >= 0)
) STRICT;
CREATE INDEX desk_visit_by_time ON desk_visit (came_at) WHERE removed_at IS NULL;
CREATE INDEX desk_visit_by_day ON desk_visit (came_on, wait_minutes) WHERE removed_at IS NULL;
CREATE INDEX desk_visit_open ON desk_visit (came_at) WHERE removed_at IS NULL AND left_at IS NULL;
CREATE INDEX desk_visit_by_person ON desk_visit (person_id) WHERE person_id IS NOT NULL;

CREATE TABLE desk_hours (
  id                  TEXT PRIMARY KEY NOT NULL,
  community_id        TEXT NOT NULL UNIQUE,
  version             INTEGER NOT NULL DEFAULT 1,
  created_at          TEXT NOT NULL,
  updated_at          TEXT NOT NULL,
  periods             TEXT NOT NULL CHECK (json_valid(periods)),
  is_open_on_holidays INTEGER NOT NULL CHECK (is_open_on_holidays IN (0, 1)),
  note                TEXT NOT NULL
) STRICT;
