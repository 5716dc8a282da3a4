-- The organisation tree of any depth, and the grids of a community.
CREATE TABLE organisation (
  row_no       INTEGER PRIMARY KEY NOT NULL,
  id           TEXT NOT NULL UNIQUE,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  parent_id    TEXT REFERENCES organisation (id),
  code         TEXT NOT NULL,
  name         TEXT NOT NULL,
  name_py      TEXT NOT NULL,
  initials     TEXT NOT NULL,
  level        TEXT NOT NULL CHECK (level IN ('nation', 'province', 'city', 'district', 'sub-district', 'community', 'other')),
  sort_no      INTEGER NOT NULL,
  problem      TEXT CHECK (problem IN ('duplicate-code', 'broken-code', 'missing-code', 'code-not-under-parent', 'duplicate-name')),
  own          INTEGER NOT NULL DEFAULT 0 CHECK (own IN (0, 1)),
  import_batch_id TEXT
) STRICT;
CREATE INDEX organisation_by_parent ON organisation (parent_id, sort_no);
CREATE INDEX organisation_by_code ON organisation (code);
CREATE INDEX organisation_by_initials ON organisation (initials);
CREATE INDEX organisation_by_problem ON organisation (problem, row_no) WHERE problem IS NOT NULL;
CREATE UNIQUE INDEX organisation_own ON organisation (own) WHERE own = 1;

CREATE TABLE grid (
  id             TEXT PRIMARY KEY NOT NULL,
  community_id   TEXT NOT NULL REFERENCES organisation (id),
  version        INTEGER NOT NULL DEFAULT 1,
  created_at     TEXT NOT NULL,
  updated_at     TEXT NOT NULL,
  code           TEXT NOT NULL UNIQUE,
  former_codes   TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(former_codes)),
  name           TEXT NOT NULL,
  name_py        TEXT NOT NULL,
  type           TEXT NOT NULL CHECK (type IN ('basic', 'dedicated')),
  nature         TEXT NOT NULL,
  boundary       TEXT NOT NULL,
  responsible_id TEXT,
  started_on     TEXT,
  note           TEXT NOT NULL,
  status         TEXT NOT NULL CHECK (status IN ('active', 'closed')),
  closed_on      TEXT,
  closed_reason  TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX grid_by_community ON grid (community_id, code);
