-- Estates, their buildings, and the rooms of each unit and floor. A record that was removed stays, with `removed_at`.
CREATE TABLE estate (
  id               TEXT PRIMARY KEY NOT NULL,
  community_id     TEXT NOT NULL REFERENCES organisation (id),
  version          INTEGER NOT NULL DEFAULT 1,
  created_at       TEXT NOT NULL,
  updated_at       TEXT NOT NULL,
  removed_at       TEXT,
  name             TEXT NOT NULL,
  name_py          TEXT NOT NULL,
  address          TEXT NOT NULL,
  property_company TEXT NOT NULL,
  property_phone   TEXT NOT NULL,
  committee        TEXT NOT NULL,
  note             TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX estate_by_name ON estate (community_id, name) WHERE removed_at IS NULL;

-- The place of a building is kept in millionths of a degree.
CREATE TABLE building (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL REFERENCES organisation (id),
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  removed_at   TEXT,
  estate_id    TEXT REFERENCES estate (id),
  grid_id      TEXT REFERENCES grid (id),
  name         TEXT NOT NULL,
  sort_key     TEXT NOT NULL,
  address      TEXT NOT NULL,
  floors       INTEGER,
  units        INTEGER,
  head_name    TEXT NOT NULL,
  head_sex     TEXT NOT NULL CHECK (head_sex IN ('0', '1', '2', '9')),
  head_phone   TEXT NOT NULL,
  lng_micro    INTEGER CHECK (lng_micro BETWEEN -180000000 AND 180000000),
  lat_micro    INTEGER CHECK (lat_micro BETWEEN -90000000 AND 90000000),
  note         TEXT NOT NULL
) STRICT;
CREATE INDEX building_by_estate ON building (estate_id, name) WHERE removed_at IS NULL;
CREATE INDEX building_by_grid ON building (grid_id) WHERE removed_at IS NULL;

-- `left_edge` and `width` lay a room out along its floor, in twelfths of a plain room (room-layout.rules.ts).
CREATE TABLE room (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL REFERENCES organisation (id),
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  removed_at   TEXT,
  building_id  TEXT NOT NULL REFERENCES building (id),
  unit         TEXT NOT NULL,
  floor        INTEGER NOT NULL,
  name         TEXT NOT NULL,
  left_edge    INTEGER NOT NULL CHECK (left_edge >= 0),
  width        INTEGER NOT NULL CHECK (width > 0),
  use          TEXT NOT NULL
) STRICT;
CREATE INDEX room_by_building ON room (building_id, unit, floor, left_edge) WHERE removed_at IS NULL;
CREATE INDEX room_by_name ON room (name) WHERE removed_at IS NULL;

-- A dwelling lies in one room or in none. The tie to a removed room counts as none.
CREATE TABLE dwelling_room (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL REFERENCES organisation (id),
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  removed_at   TEXT,
  dwelling_id  TEXT NOT NULL UNIQUE,
  room_id      TEXT NOT NULL REFERENCES room (id)
) STRICT;
CREATE INDEX dwelling_room_by_room ON dwelling_room (room_id) WHERE removed_at IS NULL;

-- Lettings of a dwelling. `ends_on` is the day agreed on, `left_on` the day the tenant really left.
CREATE TABLE rental (
  id               TEXT PRIMARY KEY NOT NULL,
  community_id     TEXT NOT NULL REFERENCES organisation (id),
  version          INTEGER NOT NULL DEFAULT 1,
  created_at       TEXT NOT NULL,
  updated_at       TEXT NOT NULL,
  removed_at       TEXT,
  dwelling_id      TEXT NOT NULL,
  rental_use       TEXT NOT NULL,
  rental_type      TEXT NOT NULL,
  tenant_id        TEXT,
  tenant_name      TEXT NOT NULL,
  tenant_id_number TEXT NOT NULL,
  tenant_phone     TEXT NOT NULL,
  parts            TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(parts)),
  starts_on        TEXT NOT NULL,
  ends_on          TEXT,
  left_on          TEXT,
  note             TEXT NOT NULL
) STRICT;
CREATE INDEX rental_by_dwelling ON rental (dwelling_id, starts_on) WHERE removed_at IS NULL;
CREATE INDEX rental_running ON rental (ends_on, dwelling_id) WHERE removed_at IS NULL AND left_on IS NULL;
