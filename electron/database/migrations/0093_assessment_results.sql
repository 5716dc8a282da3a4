CREATE TABLE assessment_appeal (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  sheet_id     TEXT NOT NULL REFERENCES assessment_sheet (id),
  filed_on     TEXT NOT NULL,
  filed_by     TEXT NOT NULL,
  filed_name   TEXT NOT NULL,
  reason       TEXT NOT NULL,
  due_on       TEXT NOT NULL,
  state        TEXT NOT NULL CHECK (state IN ('open', 'upheld', 'rejected')),
  decision     TEXT NOT NULL DEFAULT '',
  decided_by   TEXT,
  decided_name TEXT NOT NULL DEFAULT '',
  decided_on   TEXT
) STRICT;
CREATE INDEX assessment_appeal_by_sheet ON assessment_appeal (sheet_id);
CREATE INDEX assessment_appeal_open ON assessment_appeal (state, due_on);

-- What follows from a band, proposed by the plan's rule and decided by a person. `code` is a value of table `assessment-follow`.
CREATE TABLE assessment_follow (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  removed_at   TEXT,
  sheet_id     TEXT NOT NULL REFERENCES assessment_sheet (id),
  code         TEXT NOT NULL,
  state        TEXT NOT NULL CHECK (state IN ('proposed', 'confirmed', 'dismissed')),
  reason       TEXT NOT NULL DEFAULT '',
  decided_by   TEXT,
  decided_name TEXT NOT NULL DEFAULT '',
  decided_at   TEXT
) STRICT;
CREATE INDEX assessment_follow_by_sheet ON assessment_follow (sheet_id) WHERE removed_at IS NULL;
CREATE INDEX assessment_follow_by_state ON assessment_follow (state, created_at) WHERE removed_at IS NULL;
