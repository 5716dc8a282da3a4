-- Where grids and the community lie: polygons in WGS-84, points of buildings (ten-millionths of a degree), and a scanned plan below them.
-- A shape without a grid is the community's outline. The text of a shape keeps its digits exactly, so that neighbours' corners stay equal.
CREATE TABLE grid_shape (
  id            TEXT PRIMARY KEY NOT NULL,
  community_id  TEXT NOT NULL REFERENCES organisation (id),
  version       INTEGER NOT NULL DEFAULT 1,
  created_at    TEXT NOT NULL,
  updated_at    TEXT NOT NULL,
  grid_id       TEXT UNIQUE REFERENCES grid (id),
  geometry      TEXT NOT NULL CHECK (json_valid(geometry)),
  source_system TEXT NOT NULL CHECK (source_system IN ('wgs84', 'gcj02', 'bd09')),
  source_file   TEXT NOT NULL,
  area_m2       INTEGER NOT NULL CHECK (area_m2 > 0)
) STRICT;
CREATE INDEX grid_shape_by_community ON grid_shape (community_id);
CREATE UNIQUE INDEX grid_shape_outline ON grid_shape (community_id) WHERE grid_id IS NULL;

CREATE TABLE building_point (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL REFERENCES organisation (id),
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  grid_id      TEXT REFERENCES grid (id),
  label        TEXT NOT NULL,
  lon_e7       INTEGER NOT NULL CHECK (lon_e7 BETWEEN -1800000000 AND 1800000000),
  lat_e7       INTEGER NOT NULL CHECK (lat_e7 BETWEEN -900000000 AND 900000000)
) STRICT;
CREATE INDEX building_point_by_community ON building_point (community_id);

-- One plan a community. The picture lies apart, so that moving a corner does not write it again; its hash stands in the record.
CREATE TABLE map_backdrop (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL UNIQUE REFERENCES organisation (id),
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  name         TEXT NOT NULL,
  media_type   TEXT NOT NULL CHECK (media_type IN ('image/png', 'image/jpeg')),
  width        INTEGER NOT NULL CHECK (width > 0),
  height       INTEGER NOT NULL CHECK (height > 0),
  sha256       TEXT NOT NULL,
  corners      TEXT NOT NULL CHECK (json_valid(corners)),
  opacity      INTEGER NOT NULL CHECK (opacity BETWEEN 10 AND 100)
) STRICT;
CREATE TABLE map_backdrop_picture (
  id           TEXT PRIMARY KEY NOT NULL REFERENCES map_backdrop (id),
  community_id TEXT NOT NULL REFERENCES organisation (id),
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  bytes        BLOB NOT NULL
) STRICT;
