-- The kernel's tables. Every table that a hub may one day share carries id (UUIDv7), community_id, version and both
-- timestamps; instants are UTC ISO text, days are YYYY-MM-DD.
CREATE TABLE setting (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  name         TEXT NOT NULL UNIQUE,
  value        TEXT NOT NULL CHECK (json_valid(value))
) STRICT;

CREATE TABLE account (
  id                   TEXT PRIMARY KEY NOT NULL,
  community_id         TEXT NOT NULL,
  version              INTEGER NOT NULL DEFAULT 1,
  created_at           TEXT NOT NULL,
  updated_at           TEXT NOT NULL,
  name                 TEXT NOT NULL COLLATE NOCASE UNIQUE,
  display_name         TEXT NOT NULL,
  roles                TEXT NOT NULL CHECK (json_valid(roles)),
  grid_ids             TEXT NOT NULL CHECK (json_valid(grid_ids)),
  status               TEXT NOT NULL CHECK (status IN ('active', 'disabled')),
  must_change_password INTEGER NOT NULL CHECK (must_change_password IN (0, 1)),
  password_changed_at  TEXT,
  last_sign_in_at      TEXT
) STRICT;

-- The log. Rows are sealed one after another (audit-chain.ts); neither update nor delete is possible.
CREATE TABLE audit_entry (
  seq          INTEGER PRIMARY KEY NOT NULL,
  id           TEXT NOT NULL UNIQUE,
  community_id TEXT NOT NULL,
  at           TEXT NOT NULL,
  mono         INTEGER NOT NULL,
  boot_id      TEXT NOT NULL,
  session_id   TEXT NOT NULL,
  actor_id     TEXT NOT NULL,
  actor_name   TEXT NOT NULL,
  action       TEXT NOT NULL,
  entity       TEXT NOT NULL,
  entity_id    TEXT NOT NULL,
  detail       TEXT NOT NULL CHECK (json_valid(detail)),
  changes_hash TEXT NOT NULL,
  result       TEXT NOT NULL CHECK (result IN ('done', 'refused')),
  mac          TEXT NOT NULL
) STRICT;
CREATE INDEX audit_entry_by_entity ON audit_entry (entity, entity_id, seq);
CREATE INDEX audit_entry_by_actor ON audit_entry (actor_id, action, at);
CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;

-- The key that seals the next entry; overwritten with its successor in the same transaction, so older entries cannot be resealed.
CREATE TABLE audit_seal (
  id   INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
  next_seq INTEGER NOT NULL,
  key  BLOB NOT NULL
) STRICT;

-- What changed in which record, and what the record's hash was afterwards. `fields` is {field: [before, after]}; for a new record it is {}.
CREATE TABLE record_change (
  audit_seq  INTEGER NOT NULL REFERENCES audit_entry (seq),
  entity     TEXT NOT NULL,
  entity_id  TEXT NOT NULL,
  version    INTEGER NOT NULL,
  fields     TEXT NOT NULL CHECK (json_valid(fields)),
  after_hash TEXT NOT NULL,
  PRIMARY KEY (entity_id, version, audit_seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX record_change_by_seq ON record_change (audit_seq);
CREATE TRIGGER record_change_no_update BEFORE UPDATE ON record_change BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER record_change_no_delete BEFORE DELETE ON record_change BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;

-- Days that differ from the plain week.
CREATE TABLE calendar_day (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  day          TEXT NOT NULL UNIQUE,
  kind         TEXT NOT NULL CHECK (kind IN ('holiday', 'workday')),
  name         TEXT NOT NULL,
  source       TEXT NOT NULL
) STRICT;

-- Values added or retired by the station on top of the shipped code tables.
CREATE TABLE code_item (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  table_name   TEXT NOT NULL,
  code         TEXT NOT NULL,
  zh           TEXT NOT NULL,
  en           TEXT NOT NULL,
  active       INTEGER NOT NULL CHECK (active IN (0, 1)),
  UNIQUE (table_name, code)
) STRICT;

-- A person's own working state: drafts, views, recent searches.
CREATE TABLE desk_state (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  account_id   TEXT NOT NULL REFERENCES account (id),
  kind         TEXT NOT NULL CHECK (kind IN ('draft', 'view', 'list', 'recent', 'place')),
  key          TEXT NOT NULL,
  value        TEXT NOT NULL CHECK (json_valid(value)),
  UNIQUE (account_id, kind, key)
) STRICT;
