-- Pictures that belong to records of any table. The bytes stand apart, so that a list of names reads no picture; a removed picture keeps
-- its bytes, because what was shown to somebody who decided must stay provable.
CREATE TABLE attachment (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL REFERENCES organisation (id),
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  removed_at   TEXT,
  owner_table  TEXT NOT NULL,
  owner_id     TEXT NOT NULL,
  name         TEXT NOT NULL,
  media_type   TEXT NOT NULL CHECK (media_type IN ('image/png', 'image/jpeg')),
  width        INTEGER NOT NULL CHECK (width > 0),
  height       INTEGER NOT NULL CHECK (height > 0),
  size         INTEGER NOT NULL CHECK (size > 0),
  sha256       TEXT NOT NULL,
  added_by     TEXT NOT NULL
) STRICT;
CREATE INDEX attachment_of_owner ON attachment (owner_table, owner_id, created_at) WHERE removed_at IS NULL;

CREATE TABLE attachment_bytes (
  id           TEXT PRIMARY KEY NOT NULL REFERENCES attachment (id),
  community_id TEXT NOT NULL REFERENCES organisation (id),
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  bytes        BLOB NOT NULL
) STRICT;
