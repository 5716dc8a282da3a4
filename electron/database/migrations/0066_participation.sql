-- Demands, proposals and surveys of residents.
CREATE TABLE participation_rule (
  id                TEXT PRIMARY KEY NOT NULL,
  community_id      TEXT NOT NULL UNIQUE,
  version           INTEGER NOT NULL DEFAULT 1,
  created_at        TEXT NOT NULL,
  updated_at        TEXT NOT NULL,
  answer_limit_days INTEGER NOT NULL CHECK (answer_limit_days > 0),
  seconds_needed    INTEGER NOT NULL CHECK (seconds_needed > 0),
  points_per_hour   INTEGER NOT NULL CHECK (points_per_hour >= 0),
  joining_points    INTEGER NOT NULL CHECK (joining_points >= 0),
  redeem_day        INTEGER CHECK (redeem_day BETWEEN 1 AND 28)
) STRICT;

CREATE TABLE demand (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  removed_at   TEXT,
  no           TEXT NOT NULL UNIQUE,
  received_on  TEXT NOT NULL,
  channel      TEXT NOT NULL CHECK (channel IN ('desk', 'phone', 'grid-visit', 'meeting', 'letter-box')),
  person_id    TEXT,
  person_name  TEXT NOT NULL,
  grid_id      TEXT,
  topic        TEXT NOT NULL,
  subject      TEXT NOT NULL,
  content      TEXT NOT NULL,
  sort         TEXT NOT NULL CHECK (sort IN ('open', 'matter', 'proposal', 'answered')),
  due_on       TEXT NOT NULL,
  escalate_on  TEXT NOT NULL,
  answer       TEXT NOT NULL,
  answered_on  TEXT,
  outcome      TEXT CHECK (outcome IN ('met', 'partly', 'not-met')),
  matter_id    TEXT,
  proposal_id  TEXT
) STRICT;
CREATE INDEX demand_by_day ON demand (received_on, id) WHERE removed_at IS NULL;
CREATE INDEX demand_by_due ON demand (due_on) WHERE removed_at IS NULL AND answered_on IS NULL;
CREATE INDEX demand_by_grid ON demand (grid_id, received_on) WHERE removed_at IS NULL;

CREATE TABLE proposal (
  id             TEXT PRIMARY KEY NOT NULL,
  community_id   TEXT NOT NULL,
  version        INTEGER NOT NULL DEFAULT 1,
  created_at     TEXT NOT NULL,
  updated_at     TEXT NOT NULL,
  removed_at     TEXT,
  no             TEXT NOT NULL UNIQUE,
  title          TEXT NOT NULL,
  content        TEXT NOT NULL,
  proposed_on    TEXT NOT NULL,
  proposer_id    TEXT,
  proposer_name  TEXT NOT NULL,
  grid_id        TEXT,
  topic          TEXT NOT NULL,
  demand_id      TEXT,
  state          TEXT NOT NULL CHECK (state IN ('proposed', 'seconded', 'deliberated', 'accepted', 'rejected', 'done', 'withdrawn')),
  seconds_needed INTEGER NOT NULL,
  answer_due_on  TEXT NOT NULL,
  escalate_on    TEXT NOT NULL,
  answer         TEXT NOT NULL,
  cost_fen       INTEGER CHECK (cost_fen >= 0),
  planned_until  TEXT,
  decided_on     TEXT,
  done_on        TEXT,
  CHECK (state NOT IN ('accepted', 'rejected', 'done') OR answer <> '')
) STRICT;
CREATE INDEX proposal_by_day ON proposal (proposed_on, id) WHERE removed_at IS NULL;
CREATE INDEX proposal_by_state ON proposal (state, answer_due_on) WHERE removed_at IS NULL;

CREATE TABLE proposal_second (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  removed_at   TEXT,
  proposal_id  TEXT NOT NULL,
  person_id    TEXT NOT NULL,
  seconded_on  TEXT NOT NULL
) STRICT;
CREATE INDEX proposal_second_by_proposal ON proposal_second (proposal_id, person_id) WHERE removed_at IS NULL;
CREATE INDEX proposal_second_by_day ON proposal_second (seconded_on, person_id) WHERE removed_at IS NULL;

CREATE TABLE deliberation (
  id              TEXT PRIMARY KEY NOT NULL,
  community_id    TEXT NOT NULL,
  version         INTEGER NOT NULL DEFAULT 1,
  created_at      TEXT NOT NULL,
  updated_at      TEXT NOT NULL,
  removed_at      TEXT,
  proposal_id     TEXT NOT NULL,
  held_on         TEXT NOT NULL,
  place           TEXT NOT NULL,
  person_ids      TEXT NOT NULL CHECK (json_valid(person_ids)),
  guests          TEXT NOT NULL,
  views           TEXT NOT NULL,
  votes_for       INTEGER NOT NULL CHECK (votes_for >= 0),
  votes_against   INTEGER NOT NULL CHECK (votes_against >= 0),
  votes_abstained INTEGER NOT NULL CHECK (votes_abstained >= 0)
) STRICT;
CREATE INDEX deliberation_by_proposal ON deliberation (proposal_id, held_on) WHERE removed_at IS NULL;
CREATE INDEX deliberation_by_day ON deliberation (held_on) WHERE removed_at IS NULL;

CREATE TABLE proposal_progress (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  removed_at   TEXT,
  proposal_id  TEXT NOT NULL,
  noted_on     TEXT NOT NULL,
  note         TEXT NOT NULL,
  by_name      TEXT NOT NULL
) STRICT;
CREATE INDEX proposal_progress_by_proposal ON proposal_progress (proposal_id, noted_on) WHERE removed_at IS NULL;

CREATE TABLE survey (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  removed_at   TEXT,
  title        TEXT NOT NULL,
  kind         TEXT NOT NULL CHECK (kind IN ('trust', 'proposal')),
  proposal_id  TEXT,
  opens_on     TEXT NOT NULL,
  closes_on    TEXT
) STRICT;
CREATE INDEX survey_by_day ON survey (opens_on) WHERE removed_at IS NULL;

-- No person stands in an answer.
CREATE TABLE survey_answer (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  removed_at   TEXT,
  survey_id    TEXT NOT NULL,
  answered_on  TEXT NOT NULL,
  grid_id      TEXT,
  knows_grid   INTEGER CHECK (knows_grid IN (0, 1)),
  knows_member INTEGER CHECK (knows_member IN (0, 1)),
  score        INTEGER NOT NULL CHECK (score BETWEEN 1 AND 5),
  comment      TEXT NOT NULL
) STRICT;
CREATE INDEX survey_answer_by_survey ON survey_answer (survey_id, grid_id, score) WHERE removed_at IS NULL;
CREATE INDEX survey_answer_by_day ON survey_answer (answered_on, score) WHERE removed_at IS NULL;
