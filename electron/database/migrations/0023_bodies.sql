-- Organisations a community works with: departments, economic and social organisations, with the grids they are tied to.
CREATE TABLE body (
  id              TEXT PRIMARY KEY NOT NULL,
  community_id    TEXT NOT NULL,
  version         INTEGER NOT NULL DEFAULT 1,
  created_at      TEXT NOT NULL,
  updated_at      TEXT NOT NULL,
  kind            TEXT NOT NULL CHECK (kind IN ('department', 'economic', 'social')),
  name            TEXT NOT NULL,
  name_py         TEXT NOT NULL,
  initials        TEXT NOT NULL,
  contact         TEXT NOT NULL,
  contact_phone   TEXT NOT NULL,
  address         TEXT NOT NULL,
  duty            TEXT NOT NULL,
  agreement_no    TEXT NOT NULL,
  agreement_from  TEXT,
  agreement_until TEXT,
  grid_ids        TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(grid_ids)),
  is_active       INTEGER NOT NULL CHECK (is_active IN (0, 1)),
  note            TEXT NOT NULL
) STRICT;
CREATE INDEX body_by_name ON body (name_py);
CREATE INDEX body_by_agreement ON body (agreement_until) WHERE agreement_until IS NOT NULL;
