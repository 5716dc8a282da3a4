-- Disputes that were mediated: who with whom, what was said, what was agreed, whether it was kept.
CREATE TABLE mediation (
  id              TEXT PRIMARY KEY NOT NULL,
  community_id    TEXT NOT NULL,
  version         INTEGER NOT NULL DEFAULT 1,
  created_at      TEXT NOT NULL,
  updated_at      TEXT NOT NULL,
  removed_at      TEXT,
  no              TEXT NOT NULL,
  subject         TEXT NOT NULL,
  kind            TEXT NOT NULL,
  grid_id         TEXT,
  place           TEXT NOT NULL,
  origin          TEXT NOT NULL,
  applied_on      TEXT NOT NULL,
  parties         TEXT NOT NULL CHECK (json_valid(parties)),
  mediators       TEXT NOT NULL CHECK (json_valid(mediators)),
  recorder        TEXT NOT NULL,
  facts           TEXT NOT NULL,
  people_involved INTEGER NOT NULL,
  amount_fen      INTEGER CHECK (amount_fen >= 0),
  state           TEXT NOT NULL CHECK (state IN ('open', 'agreed', 'in-force', 'failed', 'withdrawn', 'closed')),
  form            TEXT,
  agreement       TEXT NOT NULL,
  performance     TEXT NOT NULL,
  agreed_on       TEXT,
  signed_on       TEXT,
  perform_by      TEXT,
  follow_up_on    TEXT,
  next_session_on TEXT,
  performed       TEXT,
  end_reason      TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX mediation_by_no ON mediation (community_id, no);
CREATE INDEX mediation_by_day ON mediation (applied_on) WHERE removed_at IS NULL;
CREATE INDEX mediation_by_follow_up ON mediation (follow_up_on) WHERE removed_at IS NULL AND follow_up_on IS NOT NULL;
CREATE INDEX mediation_by_session ON mediation (next_session_on) WHERE removed_at IS NULL AND next_session_on IS NOT NULL;
CREATE INDEX mediation_by_state ON mediation (state, applied_on) WHERE removed_at IS NULL;

CREATE TABLE mediation_step (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  removed_at   TEXT,
  mediation_id TEXT NOT NULL,
  kind         TEXT NOT NULL CHECK (kind IN ('session', 'follow-up')),
  held_on      TEXT NOT NULL,
  place        TEXT NOT NULL,
  present      TEXT NOT NULL CHECK (json_valid(present)),
  content      TEXT NOT NULL,
  performed    TEXT
) STRICT;
CREATE INDEX mediation_step_by_case ON mediation_step (mediation_id, held_on) WHERE removed_at IS NULL;
