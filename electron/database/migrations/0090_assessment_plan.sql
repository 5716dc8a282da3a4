-- Assessment plans: a tree of rules and sub-rules whose scores divide the full score. Scores are hundredths of a point, shares ten-thousandths.
CREATE TABLE assessment_plan (
  id              TEXT PRIMARY KEY NOT NULL,
  community_id    TEXT NOT NULL,
  version         INTEGER NOT NULL DEFAULT 1,
  created_at      TEXT NOT NULL,
  updated_at      TEXT NOT NULL,
  removed_at      TEXT,
  title           TEXT NOT NULL,
  year            INTEGER NOT NULL,
  subject_kind    TEXT NOT NULL CHECK (subject_kind IN ('member', 'grid', 'station', 'community', 'department')),
  from_on         TEXT NOT NULL,
  until_on        TEXT NOT NULL,
  full_score      INTEGER NOT NULL CHECK (full_score BETWEEN 1000 AND 1000000),
  self_until      TEXT NOT NULL,
  superior_until  TEXT NOT NULL,
  appeal_days     INTEGER NOT NULL,
  least_peers     INTEGER NOT NULL CHECK (least_peers >= 3),
  least_residents INTEGER NOT NULL CHECK (least_residents >= 1),
  note            TEXT NOT NULL,
  bands           TEXT NOT NULL CHECK (json_valid(bands)),
  state           TEXT NOT NULL CHECK (state IN ('draft', 'enabled')),
  enabled_at      TEXT,
  copied_from_id  TEXT
) STRICT;
CREATE INDEX assessment_plan_by_year ON assessment_plan (year, subject_kind) WHERE removed_at IS NULL;

-- An enabled plan stays as it was enabled; a change is a new version, that is another plan.
CREATE TABLE assessment_item (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  removed_at   TEXT,
  plan_id      TEXT NOT NULL REFERENCES assessment_plan (id),
  parent_id    TEXT REFERENCES assessment_item (id),
  sort_no      INTEGER NOT NULL,
  title        TEXT NOT NULL,
  kind         TEXT NOT NULL CHECK (kind IN ('group', 'indicator', 'scored', 'peer', 'resident', 'adjust')),
  full_score   INTEGER NOT NULL CHECK (full_score > 0),
  source_id    TEXT NOT NULL,
  floor_share  INTEGER NOT NULL CHECK (floor_share BETWEEN 0 AND 10000),
  target_share INTEGER NOT NULL CHECK (target_share BETWEEN 1 AND 10000 AND target_share > floor_share),
  rule         TEXT NOT NULL
) STRICT;
CREATE INDEX assessment_item_by_plan ON assessment_item (plan_id, sort_no) WHERE removed_at IS NULL;
CREATE TRIGGER assessment_item_stays BEFORE UPDATE ON assessment_item WHEN (SELECT state FROM assessment_plan WHERE id = NEW.plan_id) = 'enabled' BEGIN
  SELECT RAISE(ABORT, 'the plan is enabled');
END;
