-- A request for money on its way, the steps it took, what was proved by vouchers.
CREATE TABLE funding_request (
  id              TEXT PRIMARY KEY NOT NULL,
  community_id    TEXT NOT NULL,
  version         INTEGER NOT NULL DEFAULT 1,
  created_at      TEXT NOT NULL,
  updated_at      TEXT NOT NULL,
  no              TEXT NOT NULL,
  title           TEXT NOT NULL,
  purpose         TEXT NOT NULL,
  use_code        TEXT NOT NULL,
  year            INTEGER,
  line_id         TEXT,
  source_id       TEXT,
  amount_fen      INTEGER NOT NULL CHECK (amount_fen > 0),
  grid_id         TEXT,
  department      TEXT NOT NULL,
  urgency         INTEGER NOT NULL,
  beneficiaries   INTEGER NOT NULL,
  refusals        INTEGER NOT NULL,
  need_score      INTEGER NOT NULL,
  needed_on       TEXT NOT NULL,
  ends_on         TEXT NOT NULL,
  agreed_on       TEXT NOT NULL,
  agreement       TEXT NOT NULL,
  applicant_id    TEXT NOT NULL,
  applicant_name  TEXT NOT NULL,
  -- the step it stands at; the same facts as its newest funding_step, held here so that a board is one index
  step            TEXT NOT NULL,
  level           INTEGER NOT NULL,
  waiting_for     TEXT NOT NULL,
  since_at        TEXT NOT NULL,
  limit_days      INTEGER,
  near_on         TEXT,
  due_on          TEXT,
  parent_id       TEXT,
  joint_id        TEXT,
  change_fen      INTEGER CHECK (change_fen > 0),
  change_reason   TEXT NOT NULL,
  change_by_id    TEXT,
  change_by       TEXT NOT NULL,
  accepted_on     TEXT,
  accepted_by     TEXT NOT NULL,
  acceptance_note TEXT NOT NULL,
  settled_on      TEXT,
  result_goal     TEXT NOT NULL,
  result_done     TEXT NOT NULL,
  satisfaction    INTEGER,
  published_from  TEXT,
  published_until TEXT,
  published_at    TEXT NOT NULL,
  UNIQUE (community_id, no)
) STRICT;
-- What has no day comes after what has one; the board and its sums are answered from the first index alone.
CREATE INDEX funding_request_by_step ON funding_request (community_id, step, coalesce(due_on, '9999'), id, year, near_on, due_on, amount_fen);
CREATE INDEX funding_request_by_due ON funding_request (community_id, coalesce(due_on, '9999'), id);
CREATE INDEX funding_request_by_amount ON funding_request (community_id, amount_fen, id);
CREATE INDEX funding_request_by_need ON funding_request (community_id, need_score, id);
CREATE INDEX funding_request_by_since ON funding_request (community_id, since_at, id);
CREATE INDEX funding_request_by_line ON funding_request (line_id, coalesce(due_on, '9999'), id);
CREATE INDEX funding_request_by_source ON funding_request (source_id, coalesce(due_on, '9999'), id);
CREATE INDEX funding_request_by_grid ON funding_request (grid_id, coalesce(due_on, '9999'), id) WHERE grid_id IS NOT NULL;
CREATE INDEX funding_request_by_year ON funding_request (community_id, year, step);
CREATE INDEX funding_request_by_parent ON funding_request (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX funding_request_by_joint ON funding_request (joint_id) WHERE joint_id IS NOT NULL;
CREATE INDEX funding_request_by_applicant ON funding_request (applicant_id, step);
CREATE TRIGGER funding_request_stays BEFORE DELETE ON funding_request BEGIN SELECT RAISE(ABORT, 'funding requests are never deleted'); END;

-- Every step with the time it came and went. Written when it begins and once more when it ends.
CREATE TABLE funding_step (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  request_id   TEXT NOT NULL,
  place        INTEGER NOT NULL,
  step         TEXT NOT NULL,
  level        INTEGER NOT NULL,
  level_name   TEXT NOT NULL,
  source_id    TEXT,
  entered_at   TEXT NOT NULL,
  left_at      TEXT,
  left_year    INTEGER,
  limit_days   INTEGER,
  due_on       TEXT,
  days         INTEGER,
  waiting_for  TEXT NOT NULL,
  outcome      TEXT NOT NULL,
  reason_code  TEXT NOT NULL,
  note         TEXT NOT NULL,
  decider_id   TEXT,
  decided_by   TEXT NOT NULL,
  urges        INTEGER NOT NULL DEFAULT 0,
  urged_at     TEXT,
  loss_note    TEXT NOT NULL,
  loss_fen     INTEGER NOT NULL DEFAULT 0 CHECK (loss_fen >= 0),
  UNIQUE (request_id, place)
) STRICT;
-- Success rates and median days of a year are answered from this index alone.
CREATE INDEX funding_step_by_year ON funding_step (community_id, left_year, step, source_id, level, outcome, reason_code, days, limit_days) WHERE left_year IS NOT NULL;
CREATE INDEX funding_step_by_reason ON funding_step (reason_code, request_id) WHERE reason_code <> '';
CREATE INDEX funding_step_by_loss ON funding_step (community_id, left_year) WHERE loss_note <> '';
CREATE TRIGGER funding_step_stays BEFORE DELETE ON funding_step BEGIN SELECT RAISE(ABORT, 'steps are never deleted'); END;
CREATE TRIGGER funding_step_keeps_its_end BEFORE UPDATE OF entered_at, left_at, days, outcome, reason_code, note, decider_id, decided_by ON funding_step
WHEN OLD.left_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a step that ended stays as it was'); END;

CREATE TABLE voucher (
  id              TEXT PRIMARY KEY NOT NULL,
  community_id    TEXT NOT NULL,
  version         INTEGER NOT NULL DEFAULT 1,
  created_at      TEXT NOT NULL,
  updated_at      TEXT NOT NULL,
  request_id      TEXT NOT NULL,
  year            INTEGER NOT NULL,
  kind            TEXT NOT NULL,
  voucher_no      TEXT NOT NULL,
  issued_on       TEXT NOT NULL,
  payee           TEXT NOT NULL,
  fen             INTEGER NOT NULL CHECK (fen > 0),
  note            TEXT NOT NULL,
  by_name         TEXT NOT NULL,
  reversed_at     TEXT,
  reversal_reason TEXT NOT NULL
) STRICT;
-- One voucher is handed in once, for whatever request.
CREATE UNIQUE INDEX voucher_by_no ON voucher (community_id, kind, voucher_no) WHERE reversed_at IS NULL;
CREATE INDEX voucher_by_request ON voucher (request_id, issued_on);
CREATE INDEX voucher_by_day ON voucher (community_id, issued_on, id);
CREATE INDEX voucher_by_sum ON voucher (community_id, fen, id);
CREATE TRIGGER voucher_stays BEFORE DELETE ON voucher BEGIN SELECT RAISE(ABORT, 'vouchers are never deleted'); END;
CREATE TRIGGER voucher_keeps_its_sum BEFORE UPDATE OF fen, voucher_no, kind, request_id ON voucher BEGIN SELECT RAISE(ABORT, 'a voucher keeps its number and sum'); END;
