-- Monthly subsidy of a grade from a day on.
CREATE TABLE grade_subsidy (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  removed_at   TEXT,
  grade        TEXT NOT NULL,
  from_on      TEXT NOT NULL,
  monthly_fen  INTEGER NOT NULL CHECK (monthly_fen >= 0),
  basis        TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX grade_subsidy_by_grade ON grade_subsidy (community_id, grade, from_on) WHERE removed_at IS NULL;

-- What earns a reward or a penalty, and what follows.
CREATE TABLE reward_rule (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  removed_at   TEXT,
  name         TEXT NOT NULL,
  kind         TEXT NOT NULL CHECK (kind IN ('reward', 'penalty')),
  form         TEXT NOT NULL,
  amount_fen   INTEGER NOT NULL CHECK (amount_fen >= 0),
  grade_step   INTEGER NOT NULL CHECK (grade_step BETWEEN -1 AND 1),
  basis        TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX reward_rule_by_name ON reward_rule (community_id, name) WHERE removed_at IS NULL;

-- One nomination and what was decided; the decided ones are the ledger.
CREATE TABLE reward_case (
  id            TEXT PRIMARY KEY NOT NULL,
  community_id  TEXT NOT NULL,
  version       INTEGER NOT NULL DEFAULT 1,
  created_at    TEXT NOT NULL,
  updated_at    TEXT NOT NULL,
  removed_at    TEXT,
  member_id     TEXT NOT NULL,
  rule_id       TEXT NOT NULL,
  kind          TEXT NOT NULL CHECK (kind IN ('reward', 'penalty')),
  form          TEXT NOT NULL,
  amount_fen    INTEGER NOT NULL CHECK (amount_fen >= 0),
  grade_was     TEXT NOT NULL,
  grade_becomes TEXT NOT NULL,
  happened_on   TEXT NOT NULL,
  facts         TEXT NOT NULL,
  proposed_by   TEXT NOT NULL,
  proposer_name TEXT NOT NULL,
  proposed_on   TEXT NOT NULL,
  status        TEXT NOT NULL CHECK (status IN ('proposed', 'approved', 'refused')),
  decided_by    TEXT,
  decider_name  TEXT NOT NULL,
  decided_on    TEXT,
  decision      TEXT NOT NULL,
  CHECK (decided_by IS NULL OR decided_by <> proposed_by)
) STRICT;
CREATE INDEX reward_case_by_day ON reward_case (happened_on) WHERE removed_at IS NULL;
CREATE INDEX reward_case_by_member ON reward_case (member_id, happened_on) WHERE removed_at IS NULL;
CREATE INDEX reward_case_waiting ON reward_case (proposed_on) WHERE removed_at IS NULL AND status = 'proposed';
