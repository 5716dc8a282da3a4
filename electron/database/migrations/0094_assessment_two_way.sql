-- What a grid (or, without one, the community) says of a department over one matter, and the department's reply.
CREATE TABLE assessment_rating (
  id            TEXT PRIMARY KEY NOT NULL,
  community_id  TEXT NOT NULL,
  version       INTEGER NOT NULL DEFAULT 1,
  created_at    TEXT NOT NULL,
  updated_at    TEXT NOT NULL,
  removed_at    TEXT,
  department_id TEXT NOT NULL,
  grid_id       TEXT,
  matter_no     TEXT NOT NULL,
  rated_on      TEXT NOT NULL,
  stars         INTEGER NOT NULL CHECK (stars BETWEEN 1 AND 5),
  comment       TEXT NOT NULL,
  reply         TEXT NOT NULL DEFAULT '',
  replied_on    TEXT
) STRICT;
CREATE INDEX assessment_rating_by_department ON assessment_rating (department_id, rated_on) WHERE removed_at IS NULL;
CREATE INDEX assessment_rating_by_day ON assessment_rating (rated_on, id) WHERE removed_at IS NULL;

-- How soon departments signed for what they were handed.
CREATE INDEX matter_move_signed ON matter_move (unit_id, moved_on) WHERE move = 'sign' AND unit_kind = 'department';
