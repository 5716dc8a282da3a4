-- Affairs admission: the three lists in editions, what departments apply for, its money, what was refused at the door, and the burden.
CREATE TABLE admission_list (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  removed_at   TEXT,
  kind         TEXT NOT NULL CHECK (kind IN ('required', 'assist', 'negative')),
  edition_no   INTEGER NOT NULL CHECK (edition_no > 0),
  state        TEXT NOT NULL CHECK (state IN ('draft', 'published', 'replaced')),
  effective_on TEXT,
  published_by TEXT NOT NULL
) STRICT;
CREATE INDEX admission_list_by_kind ON admission_list (kind, state) WHERE removed_at IS NULL;

CREATE TABLE admission_item (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  removed_at   TEXT,
  list_id      TEXT NOT NULL,
  item_no      INTEGER NOT NULL,
  title        TEXT NOT NULL,
  content      TEXT NOT NULL,
  legal_basis  TEXT NOT NULL,
  office       TEXT NOT NULL,
  means        TEXT NOT NULL
) STRICT;
CREATE INDEX admission_item_by_list ON admission_item (list_id, item_no) WHERE removed_at IS NULL;

CREATE TABLE admission (
  id            TEXT PRIMARY KEY NOT NULL,
  community_id  TEXT NOT NULL,
  version       INTEGER NOT NULL DEFAULT 1,
  created_at    TEXT NOT NULL,
  updated_at    TEXT NOT NULL,
  removed_at    TEXT,
  no            TEXT NOT NULL UNIQUE,
  body_id       TEXT NOT NULL,
  title         TEXT NOT NULL,
  content       TEXT NOT NULL,
  legal_basis   TEXT NOT NULL,
  authority     TEXT NOT NULL,
  is_temporary  INTEGER NOT NULL CHECK (is_temporary IN (0, 1)),
  starts_on     TEXT NOT NULL,
  ends_on       TEXT,
  money_fen     INTEGER NOT NULL CHECK (money_fen >= 0),
  money_due_on  TEXT,
  staff         TEXT NOT NULL,
  training      TEXT NOT NULL,
  exempt        TEXT NOT NULL CHECK (exempt IN ('none', 'life-safety', 'residents-wish')),
  exempt_reason TEXT NOT NULL,
  state         TEXT NOT NULL CHECK (state IN ('draft', 'applied', 'review', 'supplement', 'admitted', 'paused', 'rejected', 'withdrawn', 'exited')),
  list_item_id  TEXT,
  applied_on    TEXT,
  review_due_on TEXT,
  decided_on    TEXT
) STRICT;
CREATE INDEX admission_by_applied ON admission (applied_on, id) WHERE removed_at IS NULL;
CREATE INDEX admission_by_state ON admission (state, review_due_on) WHERE removed_at IS NULL;
CREATE INDEX admission_by_body ON admission (body_id, applied_on) WHERE removed_at IS NULL;
CREATE INDEX admission_by_money ON admission (money_due_on) WHERE removed_at IS NULL AND money_fen > 0;

CREATE TABLE admission_step (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  removed_at   TEXT,
  admission_id TEXT NOT NULL,
  move         TEXT NOT NULL,
  state        TEXT NOT NULL,
  entered_on   TEXT NOT NULL,
  by_name      TEXT NOT NULL,
  reason       TEXT NOT NULL
) STRICT;
CREATE INDEX admission_step_by_admission ON admission_step (admission_id, created_at) WHERE removed_at IS NULL;

CREATE TABLE admission_payment (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  removed_at   TEXT,
  admission_id TEXT NOT NULL,
  received_on  TEXT NOT NULL,
  amount_fen   INTEGER NOT NULL CHECK (amount_fen > 0),
  voucher_no   TEXT NOT NULL,
  note         TEXT NOT NULL
) STRICT;
CREATE INDEX admission_payment_by_admission ON admission_payment (admission_id, amount_fen) WHERE removed_at IS NULL;

CREATE TABLE door_refusal (
  id            TEXT PRIMARY KEY NOT NULL,
  community_id  TEXT NOT NULL,
  version       INTEGER NOT NULL DEFAULT 1,
  created_at    TEXT NOT NULL,
  updated_at    TEXT NOT NULL,
  removed_at    TEXT,
  no            TEXT NOT NULL UNIQUE,
  body_id       TEXT NOT NULL,
  brought_by    TEXT NOT NULL,
  refused_on    TEXT NOT NULL,
  title         TEXT NOT NULL,
  content       TEXT NOT NULL,
  list_item_id  TEXT,
  right_office  TEXT NOT NULL,
  reason        TEXT NOT NULL,
  refused_by    TEXT NOT NULL
) STRICT;
CREATE INDEX door_refusal_by_day ON door_refusal (refused_on, body_id) WHERE removed_at IS NULL;

CREATE TABLE burden_record (
  id             TEXT PRIMARY KEY NOT NULL,
  community_id   TEXT NOT NULL,
  version        INTEGER NOT NULL DEFAULT 1,
  created_at     TEXT NOT NULL,
  updated_at     TEXT NOT NULL,
  removed_at     TEXT,
  body_id        TEXT,
  kind           TEXT NOT NULL,
  title          TEXT NOT NULL,
  done_on        TEXT NOT NULL,
  minutes        INTEGER NOT NULL CHECK (minutes >= 0),
  people         INTEGER NOT NULL CHECK (people > 0),
  forms          INTEGER NOT NULL CHECK (forms >= 0),
  grid_member_id TEXT,
  admission_id   TEXT,
  note           TEXT NOT NULL
) STRICT;
CREATE INDEX burden_record_by_day ON burden_record (done_on, body_id, minutes) WHERE removed_at IS NULL;
CREATE INDEX burden_record_by_body ON burden_record (body_id, title, done_on) WHERE removed_at IS NULL;
CREATE INDEX burden_record_by_admission ON burden_record (admission_id, minutes) WHERE removed_at IS NULL AND admission_id IS NOT NULL;
