-- The person of the team in full (domain.md 2.5): `grid_member` stays the one table of who works for the community (decision 0011).
ALTER TABLE grid_member ADD COLUMN staff_class TEXT NOT NULL DEFAULT 'grid-member';
ALTER TABLE grid_member ADD COLUMN team_kind TEXT NOT NULL DEFAULT '';
ALTER TABLE grid_member ADD COLUMN employer TEXT NOT NULL DEFAULT '';
ALTER TABLE grid_member ADD COLUMN pay_source TEXT NOT NULL DEFAULT '';
ALTER TABLE grid_member ADD COLUMN profession TEXT NOT NULL DEFAULT '';
ALTER TABLE grid_member ADD COLUMN certificates TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(certificates));
ALTER TABLE grid_member ADD COLUMN skills TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(skills));
ALTER TABLE grid_member ADD COLUMN started_on TEXT;
-- Months of grid work elsewhere, before `started_on`.
ALTER TABLE grid_member ADD COLUMN earlier_months INTEGER NOT NULL DEFAULT 0 CHECK (earlier_months >= 0);
ALTER TABLE grid_member ADD COLUMN retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1));
ALTER TABLE grid_member ADD COLUMN retirement_class TEXT NOT NULL DEFAULT '' CHECK (retirement_class IN ('', 'men-60', 'women-55', 'women-50'));
ALTER TABLE grid_member ADD COLUMN computer_level TEXT NOT NULL DEFAULT '';
ALTER TABLE grid_member ADD COLUMN grade TEXT NOT NULL DEFAULT '';
ALTER TABLE grid_member ADD COLUMN superior_id TEXT;
ALTER TABLE grid_member ADD COLUMN desk_duty TEXT NOT NULL DEFAULT '';
ALTER TABLE grid_member ADD COLUMN publishes_phone INTEGER NOT NULL DEFAULT 1 CHECK (publishes_phone IN (0, 1));
ALTER TABLE grid_member ADD COLUMN private_phone TEXT NOT NULL DEFAULT '';
ALTER TABLE grid_member ADD COLUMN phone_checked_on TEXT;
ALTER TABLE grid_member ADD COLUMN account_id TEXT;
ALTER TABLE grid_member ADD COLUMN left_on TEXT;
ALTER TABLE grid_member ADD COLUMN left_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE grid_member ADD COLUMN removed_at TEXT;
DROP INDEX grid_member_by_id_number;
CREATE UNIQUE INDEX grid_member_by_id_number ON grid_member (id_number) WHERE id_number <> '' AND removed_at IS NULL;
CREATE UNIQUE INDEX grid_member_by_account ON grid_member (account_id) WHERE account_id IS NOT NULL AND removed_at IS NULL;
CREATE INDEX grid_member_by_name ON grid_member (name_py, id) WHERE removed_at IS NULL;
CREATE INDEX grid_member_by_superior ON grid_member (superior_id) WHERE superior_id IS NOT NULL;
CREATE INDEX grid_member_by_import ON grid_member (name, grid_id) WHERE removed_at IS NULL;

-- A small picture of somebody's face for the contact card; `data` is a JPEG in base64.
CREATE TABLE staff_photo (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  removed_at   TEXT,
  member_id    TEXT NOT NULL,
  data         TEXT NOT NULL CHECK (length(data) <= 120000)
) STRICT;
CREATE UNIQUE INDEX staff_photo_by_member ON staff_photo (member_id) WHERE removed_at IS NULL;

-- Numbers that are for the station alone; they stand on no board and on no card.
CREATE TABLE internal_number (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  removed_at   TEXT,
  member_id    TEXT NOT NULL,
  number       TEXT NOT NULL,
  note         TEXT NOT NULL
) STRICT;
CREATE INDEX internal_number_by_member ON internal_number (member_id) WHERE removed_at IS NULL;

-- Ages at which service ends, by class, where the station changed what the program ships.
CREATE TABLE retirement_rule (
  id               TEXT PRIMARY KEY NOT NULL,
  community_id     TEXT NOT NULL,
  version          INTEGER NOT NULL DEFAULT 1,
  created_at       TEXT NOT NULL,
  updated_at       TEXT NOT NULL,
  removed_at       TEXT,
  class            TEXT NOT NULL CHECK (class IN ('men-60', 'women-55', 'women-50')),
  original_months  INTEGER NOT NULL CHECK (original_months BETWEEN 480 AND 840),
  from_month       TEXT NOT NULL,
  months_per_step  INTEGER NOT NULL CHECK (months_per_step BETWEEN 1 AND 12),
  most_months      INTEGER NOT NULL CHECK (most_months BETWEEN 0 AND 120),
  source           TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX retirement_rule_by_class ON retirement_rule (community_id, class) WHERE removed_at IS NULL;
