-- Where money comes from, what it may be used for, and the one book of all its movements.
CREATE TABLE funding_source (
  id              TEXT PRIMARY KEY NOT NULL,
  community_id    TEXT NOT NULL,
  version         INTEGER NOT NULL DEFAULT 1,
  created_at      TEXT NOT NULL,
  updated_at      TEXT NOT NULL,
  removed_at      TEXT,
  name            TEXT NOT NULL,
  kind            TEXT NOT NULL,
  form            TEXT NOT NULL CHECK (form IN ('cash', 'in-kind')),
  giver           TEXT NOT NULL,
  bank_account    TEXT NOT NULL,
  allowed_uses    TEXT NOT NULL CHECK (json_valid(allowed_uses)),
  forbidden_uses  TEXT NOT NULL CHECK (json_valid(forbidden_uses)),
  rule_text       TEXT NOT NULL,
  levels          TEXT NOT NULL CHECK (json_valid(levels)),
  payers          TEXT NOT NULL CHECK (json_valid(payers)),
  overspend       TEXT NOT NULL CHECK (overspend IN ('stop', 'warn', 'allow')),
  overspend_roles TEXT NOT NULL CHECK (json_valid(overspend_roles)),
  disburse_days   INTEGER NOT NULL,
  closing_days    INTEGER NOT NULL,
  task_id         TEXT,
  task_name       TEXT NOT NULL,
  ended_on        TEXT,
  note            TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX funding_source_by_name ON funding_source (community_id, name) WHERE removed_at IS NULL;

CREATE TABLE budget_year (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  year         INTEGER NOT NULL,
  closed_at    TEXT,
  closed_by    TEXT NOT NULL,
  UNIQUE (community_id, year)
) STRICT;

CREATE TABLE budget_line (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  year         INTEGER NOT NULL,
  source_id    TEXT NOT NULL,
  code         TEXT NOT NULL,
  name         TEXT NOT NULL,
  kind         TEXT NOT NULL CHECK (kind IN ('project', 'salary', 'platform')),
  norm_fen     INTEGER CHECK (norm_fen >= 0),
  quantity     INTEGER CHECK (quantity >= 0),
  unit         TEXT NOT NULL,
  basis        TEXT NOT NULL,
  UNIQUE (community_id, year, code)
) STRICT;
CREATE INDEX budget_line_by_source ON budget_line (source_id, year);

-- Each row moves fen from one account to another: both sides of the book are equal by its shape. Rows are only added; a mistake is
-- turned round by a row the other way, which names the one it turns round.
CREATE TABLE budget_entry (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  posting_id   TEXT NOT NULL,
  posted_on    TEXT NOT NULL,
  year         INTEGER NOT NULL,
  kind         TEXT NOT NULL,
  from_account TEXT NOT NULL,
  to_account   TEXT NOT NULL CHECK (to_account <> from_account),
  fen          INTEGER NOT NULL CHECK (fen > 0),
  source_id    TEXT,
  line_id      TEXT,
  request_id   TEXT,
  voucher_id   TEXT,
  pledge_id    TEXT,
  grid_id      TEXT,
  reverses_id  TEXT,
  actor_id     TEXT NOT NULL,
  actor_name   TEXT NOT NULL,
  memo         TEXT NOT NULL
) STRICT;
-- The year page reads its sums from this index alone.
CREATE INDEX budget_entry_by_line ON budget_entry (community_id, year, line_id, from_account, to_account, fen, grid_id) WHERE line_id IS NOT NULL;
CREATE INDEX budget_entry_by_one_line ON budget_entry (line_id, from_account, to_account, fen) WHERE line_id IS NOT NULL;
CREATE INDEX budget_entry_by_request ON budget_entry (request_id, from_account, to_account, fen) WHERE request_id IS NOT NULL;
CREATE INDEX budget_entry_by_source ON budget_entry (source_id, from_account, to_account, year, fen) WHERE source_id IS NOT NULL AND line_id IS NULL;
CREATE INDEX budget_entry_by_pledge ON budget_entry (pledge_id, from_account, to_account, fen) WHERE pledge_id IS NOT NULL;
CREATE INDEX budget_entry_by_time ON budget_entry (community_id, year, from_account, to_account, fen) WHERE source_id IS NULL AND line_id IS NULL;
CREATE INDEX budget_entry_by_day ON budget_entry (community_id, posted_on, id);

CREATE TRIGGER budget_entry_only_added BEFORE UPDATE ON budget_entry BEGIN SELECT RAISE(ABORT, 'budget entries are only added'); END;
CREATE TRIGGER budget_entry_never_removed BEFORE DELETE ON budget_entry BEGIN SELECT RAISE(ABORT, 'budget entries are only added'); END;
CREATE TRIGGER budget_entry_open_year BEFORE INSERT ON budget_entry
WHEN EXISTS (SELECT 1 FROM budget_year WHERE community_id = NEW.community_id AND year = NEW.year AND closed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'the budget year is closed'); END;

-- A year that was closed stays as it is, whoever asks.
CREATE TRIGGER budget_year_stays_closed BEFORE UPDATE ON budget_year WHEN OLD.closed_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'the budget year is closed'); END;
CREATE TRIGGER budget_year_stays BEFORE DELETE ON budget_year BEGIN SELECT RAISE(ABORT, 'budget years are only added'); END;
CREATE TRIGGER budget_line_closed_insert BEFORE INSERT ON budget_line
WHEN EXISTS (SELECT 1 FROM budget_year WHERE community_id = NEW.community_id AND year = NEW.year AND closed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'the budget year is closed'); END;
CREATE TRIGGER budget_line_closed_update BEFORE UPDATE ON budget_line
WHEN EXISTS (SELECT 1 FROM budget_year WHERE community_id = OLD.community_id AND year IN (OLD.year, NEW.year) AND closed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'the budget year is closed'); END;
CREATE TRIGGER budget_line_stays BEFORE DELETE ON budget_line BEGIN SELECT RAISE(ABORT, 'budget lines are only added'); END;

-- Time given by volunteers; its worth is an entry of its own accounts, never of cash.
CREATE TABLE volunteer_effort (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  done_on      TEXT NOT NULL,
  people       INTEGER NOT NULL CHECK (people > 0),
  minutes      INTEGER NOT NULL CHECK (minutes > 0),
  hour_fen     INTEGER NOT NULL CHECK (hour_fen > 0),
  what         TEXT NOT NULL
) STRICT;
CREATE INDEX volunteer_effort_by_day ON volunteer_effort (community_id, done_on);
