-- Groups of residents, activities, volunteers with their hours, and points for those who asked for them.
CREATE TABLE resident_team (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  removed_at   TEXT,
  name         TEXT NOT NULL,
  kind         TEXT NOT NULL,
  leader_name  TEXT NOT NULL,
  grid_id      TEXT,
  purpose      TEXT NOT NULL,
  meets        TEXT NOT NULL,
  is_active    INTEGER NOT NULL CHECK (is_active IN (0, 1))
) STRICT;
CREATE INDEX resident_team_by_name ON resident_team (name) WHERE removed_at IS NULL;

CREATE TABLE activity (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  removed_at   TEXT,
  title        TEXT NOT NULL,
  kind         TEXT NOT NULL,
  held_on      TEXT NOT NULL,
  place        TEXT NOT NULL,
  grid_id      TEXT,
  team_id      TEXT,
  person_ids   TEXT NOT NULL CHECK (json_valid(person_ids)),
  headcount    INTEGER NOT NULL CHECK (headcount >= 0),
  body_ids     TEXT NOT NULL CHECK (json_valid(body_ids)),
  cost_fen     INTEGER NOT NULL CHECK (cost_fen >= 0),
  note         TEXT NOT NULL
) STRICT;
CREATE INDEX activity_by_day ON activity (held_on, id) WHERE removed_at IS NULL;
CREATE INDEX activity_by_team ON activity (team_id) WHERE removed_at IS NULL AND team_id IS NOT NULL;

CREATE TABLE volunteer (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  removed_at   TEXT,
  person_id    TEXT NOT NULL,
  joined_on    TEXT NOT NULL,
  left_on      TEXT,
  wants_points INTEGER NOT NULL CHECK (wants_points IN (0, 1)),
  team_id      TEXT,
  skills       TEXT NOT NULL,
  note         TEXT NOT NULL
) STRICT;
CREATE INDEX volunteer_by_person ON volunteer (person_id) WHERE removed_at IS NULL;
CREATE INDEX volunteer_by_team ON volunteer (team_id) WHERE removed_at IS NULL AND team_id IS NOT NULL;

CREATE TABLE volunteer_job (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  removed_at   TEXT,
  title        TEXT NOT NULL,
  held_on      TEXT NOT NULL,
  place        TEXT NOT NULL,
  grid_id      TEXT,
  team_id      TEXT,
  minutes      INTEGER NOT NULL CHECK (minutes > 0),
  places       INTEGER NOT NULL CHECK (places > 0),
  skills       TEXT NOT NULL,
  state        TEXT NOT NULL CHECK (state IN ('open', 'closed', 'cancelled')),
  note         TEXT NOT NULL
) STRICT;
CREATE INDEX volunteer_job_by_day ON volunteer_job (held_on, id) WHERE removed_at IS NULL;

CREATE TABLE volunteer_shift (
  id               TEXT PRIMARY KEY NOT NULL,
  community_id     TEXT NOT NULL,
  version          INTEGER NOT NULL DEFAULT 1,
  created_at       TEXT NOT NULL,
  updated_at       TEXT NOT NULL,
  removed_at       TEXT,
  job_id           TEXT NOT NULL,
  volunteer_id     TEXT NOT NULL,
  signed_on        TEXT NOT NULL,
  state            TEXT NOT NULL CHECK (state IN ('signed', 'attended', 'absent', 'confirmed', 'cancelled')),
  minutes          INTEGER NOT NULL CHECK (minutes >= 0),
  recorder_id      TEXT,
  recorded_by      TEXT NOT NULL,
  confirmer_id     TEXT,
  confirmed_by     TEXT NOT NULL,
  CHECK (state <> 'confirmed' OR confirmer_id <> recorder_id)
) STRICT;
CREATE INDEX volunteer_shift_by_job ON volunteer_shift (job_id, state) WHERE removed_at IS NULL;
CREATE INDEX volunteer_shift_by_volunteer ON volunteer_shift (volunteer_id, state, minutes) WHERE removed_at IS NULL;

-- A book: entries are only added, and no entry makes a balance negative.
CREATE TABLE point_entry (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  volunteer_id TEXT NOT NULL,
  entry_on     TEXT NOT NULL,
  kind         TEXT NOT NULL CHECK (kind IN ('join', 'hours', 'redeem', 'gift-out', 'gift-in', 'correction')),
  points       INTEGER NOT NULL CHECK (points <> 0),
  shift_id     TEXT,
  note         TEXT NOT NULL,
  by_name      TEXT NOT NULL
) STRICT;
CREATE INDEX point_entry_by_volunteer ON point_entry (volunteer_id, entry_on, points);
CREATE TRIGGER point_entry_never_negative BEFORE INSERT ON point_entry
  WHEN (SELECT coalesce(sum(points), 0) FROM point_entry WHERE volunteer_id = NEW.volunteer_id) + NEW.points < 0
  BEGIN SELECT RAISE(ABORT, 'a balance of points is never negative'); END;
CREATE TRIGGER point_entry_kept BEFORE UPDATE ON point_entry BEGIN SELECT RAISE(ABORT, 'points are only added'); END;
CREATE TRIGGER point_entry_not_deleted BEFORE DELETE ON point_entry BEGIN SELECT RAISE(ABORT, 'points are only added'); END;

-- Every time a resident took part, whatever it was.
CREATE VIEW taking_part AS
  SELECT a.id || '/' || j.value AS id, 'activity' AS kind, a.held_on AS on_day, j.value AS person_id, a.title AS what FROM activity a, json_each(a.person_ids) j WHERE a.removed_at IS NULL
  UNION ALL SELECT s.id, 'volunteering', w.held_on, v.person_id, w.title FROM volunteer_shift s JOIN volunteer_job w ON w.id = s.job_id JOIN volunteer v ON v.id = s.volunteer_id WHERE s.removed_at IS NULL AND s.state = 'confirmed'
  UNION ALL SELECT c.id, 'seconding', c.seconded_on, c.person_id, p.title FROM proposal_second c JOIN proposal p ON p.id = c.proposal_id WHERE c.removed_at IS NULL AND p.removed_at IS NULL
  UNION ALL SELECT d.id || '/' || j.value, 'deliberation', d.held_on, j.value, p.title FROM deliberation d JOIN proposal p ON p.id = d.proposal_id, json_each(d.person_ids) j WHERE d.removed_at IS NULL AND p.removed_at IS NULL
  UNION ALL SELECT p.id, 'proposing', p.proposed_on, p.proposer_id, p.title FROM proposal p WHERE p.removed_at IS NULL AND p.proposer_id IS NOT NULL;
