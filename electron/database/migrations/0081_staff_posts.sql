-- Posts with their conditions, who held them from when to when, and how a vacant one is filled.
CREATE TABLE post (
  id               TEXT PRIMARY KEY NOT NULL,
  community_id     TEXT NOT NULL,
  version          INTEGER NOT NULL DEFAULT 1,
  created_at       TEXT NOT NULL,
  updated_at       TEXT NOT NULL,
  removed_at       TEXT,
  name             TEXT NOT NULL,
  level            TEXT NOT NULL,
  quota            INTEGER NOT NULL CHECK (quota >= 0),
  duties           TEXT NOT NULL,
  content          TEXT NOT NULL,
  scope            TEXT NOT NULL,
  conditions       TEXT NOT NULL CHECK (json_valid(conditions)),
  subsidy_fen      INTEGER NOT NULL CHECK (subsidy_fen >= 0),
  answers_for_grid INTEGER NOT NULL CHECK (answers_for_grid IN (0, 1)),
  note             TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX post_by_name ON post (community_id, name) WHERE removed_at IS NULL;

-- Dated service: in a post, as the one responsible member of a grid, or in a place of a grid's 4+6 card (`place`, a code of `grid-team`).
-- `person_name` is kept where there is no record of the person.
CREATE TABLE appointment (
  id             TEXT PRIMARY KEY NOT NULL,
  community_id   TEXT NOT NULL,
  version        INTEGER NOT NULL DEFAULT 1,
  created_at     TEXT NOT NULL,
  updated_at     TEXT NOT NULL,
  removed_at     TEXT,
  member_id      TEXT,
  person_name    TEXT NOT NULL,
  post_id        TEXT,
  grid_id        TEXT,
  place          TEXT NOT NULL,
  is_responsible INTEGER NOT NULL CHECK (is_responsible IN (0, 1)),
  from_on        TEXT NOT NULL,
  until_on       TEXT,
  reason         TEXT NOT NULL,
  end_reason     TEXT NOT NULL,
  candidate_id   TEXT,
  CHECK (member_id IS NOT NULL OR place <> ''),
  CHECK (until_on IS NULL OR until_on >= from_on)
) STRICT;
CREATE INDEX appointment_by_member ON appointment (member_id, from_on) WHERE removed_at IS NULL;
CREATE INDEX appointment_by_post ON appointment (post_id, until_on) WHERE removed_at IS NULL;
CREATE INDEX appointment_by_day ON appointment (from_on) WHERE removed_at IS NULL;
CREATE UNIQUE INDEX appointment_one_responsible ON appointment (grid_id) WHERE removed_at IS NULL AND until_on IS NULL AND is_responsible = 1;
CREATE UNIQUE INDEX appointment_one_in_place ON appointment (grid_id, place) WHERE removed_at IS NULL AND until_on IS NULL AND place <> '';

CREATE TABLE vacancy (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  removed_at   TEXT,
  post_id      TEXT NOT NULL,
  grid_id      TEXT,
  seats        INTEGER NOT NULL CHECK (seats >= 1),
  channel      TEXT NOT NULL,
  opened_on    TEXT NOT NULL,
  closes_on    TEXT,
  status       TEXT NOT NULL CHECK (status IN ('open', 'filled', 'withdrawn')),
  ended_on     TEXT,
  end_reason   TEXT NOT NULL,
  note         TEXT NOT NULL
) STRICT;
CREATE INDEX vacancy_by_status ON vacancy (status, opened_on) WHERE removed_at IS NULL;
CREATE INDEX vacancy_by_post ON vacancy (post_id) WHERE removed_at IS NULL;

-- Somebody who applies: one of the team (`member_id`) or a new person. `met` names the conditions in words that were found met.
CREATE TABLE candidate (
  id             TEXT PRIMARY KEY NOT NULL,
  community_id   TEXT NOT NULL,
  version        INTEGER NOT NULL DEFAULT 1,
  created_at     TEXT NOT NULL,
  updated_at     TEXT NOT NULL,
  removed_at     TEXT,
  vacancy_id     TEXT NOT NULL,
  member_id      TEXT,
  name           TEXT NOT NULL,
  sex            TEXT NOT NULL CHECK (sex IN ('0', '1', '2', '9')),
  birth_on       TEXT,
  education      TEXT NOT NULL,
  profession     TEXT NOT NULL,
  grid_months    INTEGER NOT NULL CHECK (grid_months >= 0),
  private_phone  TEXT NOT NULL,
  met            TEXT NOT NULL CHECK (json_valid(met)),
  applied_on     TEXT NOT NULL,
  status         TEXT NOT NULL CHECK (status IN ('applied', 'appointed', 'refused')),
  decision       TEXT NOT NULL,
  note           TEXT NOT NULL
) STRICT;
CREATE INDEX candidate_by_vacancy ON candidate (vacancy_id) WHERE removed_at IS NULL;

-- A condition that a candidate does not meet and is freed from: asked for in writing by one, decided by another.
CREATE TABLE condition_exemption (
  id             TEXT PRIMARY KEY NOT NULL,
  community_id   TEXT NOT NULL,
  version        INTEGER NOT NULL DEFAULT 1,
  created_at     TEXT NOT NULL,
  updated_at     TEXT NOT NULL,
  removed_at     TEXT,
  candidate_id   TEXT NOT NULL,
  conditions     TEXT NOT NULL CHECK (json_valid(conditions)),
  reason         TEXT NOT NULL CHECK (length(reason) >= 2),
  proposed_by    TEXT NOT NULL,
  proposer_name  TEXT NOT NULL,
  proposed_at    TEXT NOT NULL,
  status         TEXT NOT NULL CHECK (status IN ('proposed', 'approved', 'refused')),
  decided_by     TEXT,
  decider_name   TEXT NOT NULL,
  decided_at     TEXT,
  decision       TEXT NOT NULL,
  CHECK (decided_by IS NULL OR decided_by <> proposed_by)
) STRICT;
CREATE INDEX condition_exemption_by_candidate ON condition_exemption (candidate_id) WHERE removed_at IS NULL;
CREATE INDEX condition_exemption_waiting ON condition_exemption (proposed_at) WHERE removed_at IS NULL AND status = 'proposed';

-- More places asked of the level above.
CREATE TABLE quota_request (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  removed_at   TEXT,
  post_id      TEXT NOT NULL,
  asked        INTEGER NOT NULL CHECK (asked >= 1),
  reason       TEXT NOT NULL,
  addressee    TEXT NOT NULL,
  sent_on      TEXT,
  status       TEXT NOT NULL CHECK (status IN ('drafted', 'sent', 'granted', 'refused')),
  granted      INTEGER NOT NULL CHECK (granted >= 0),
  answered_on  TEXT,
  answer       TEXT NOT NULL
) STRICT;
CREATE INDEX quota_request_by_day ON quota_request (created_at) WHERE removed_at IS NULL;

-- What is handed over when a post changes hands.
CREATE TABLE post_handover (
  id             TEXT PRIMARY KEY NOT NULL,
  community_id   TEXT NOT NULL,
  version        INTEGER NOT NULL DEFAULT 1,
  created_at     TEXT NOT NULL,
  updated_at     TEXT NOT NULL,
  removed_at     TEXT,
  appointment_id TEXT NOT NULL,
  giver_name     TEXT NOT NULL,
  taker_name     TEXT NOT NULL,
  handed_on      TEXT,
  items          TEXT NOT NULL CHECK (json_valid(items)),
  witness        TEXT NOT NULL,
  note           TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX post_handover_by_appointment ON post_handover (appointment_id) WHERE removed_at IS NULL;
