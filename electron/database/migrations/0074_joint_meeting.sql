-- Meetings that settled whose a matter is: one unit leads, the others help.
CREATE TABLE joint_meeting (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  no           TEXT NOT NULL,
  held_on      TEXT NOT NULL,
  place        TEXT NOT NULL,
  present      TEXT NOT NULL CHECK (json_valid(present)),
  minutes      TEXT NOT NULL,
  lead_kind    TEXT NOT NULL,
  lead_id      TEXT NOT NULL CHECK (lead_id <> ''),
  others       TEXT NOT NULL CHECK (json_valid(others)),
  matter_ids   TEXT NOT NULL CHECK (json_array_length(matter_ids) > 0),
  recorded_by  TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX joint_meeting_by_no ON joint_meeting (community_id, no);
CREATE INDEX joint_meeting_by_day ON joint_meeting (held_on);
-- The desk's event log reads the newest steps of all matters.
CREATE INDEX matter_move_by_time ON matter_move (moved_at);
