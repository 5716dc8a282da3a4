-- Counts from door to door. A door keeps what the register said of its dwelling when the count began; `figures` are frozen on closing.
CREATE TABLE count_campaign (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL REFERENCES organisation (id),
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  removed_at   TEXT,
  name         TEXT NOT NULL,
  starts_on    TEXT NOT NULL,
  ends_on      TEXT NOT NULL,
  grid_ids     TEXT NOT NULL CHECK (json_valid(grid_ids)),
  previous_id  TEXT REFERENCES count_campaign (id),
  closed_on    TEXT,
  figures      TEXT CHECK (json_valid(figures)),
  note         TEXT NOT NULL,
  CHECK ((closed_on IS NULL) = (figures IS NULL))
) STRICT;
CREATE INDEX count_campaign_by_day ON count_campaign (community_id, starts_on) WHERE removed_at IS NULL;

CREATE TABLE count_door (
  id                  TEXT PRIMARY KEY NOT NULL,
  community_id        TEXT NOT NULL REFERENCES organisation (id),
  version             INTEGER NOT NULL DEFAULT 1,
  created_at          TEXT NOT NULL,
  updated_at          TEXT NOT NULL,
  removed_at          TEXT,
  campaign_id         TEXT NOT NULL REFERENCES count_campaign (id),
  grid_id             TEXT NOT NULL REFERENCES grid (id),
  walk_no             INTEGER NOT NULL CHECK (walk_no > 0),
  dwelling_id         TEXT,
  address             TEXT NOT NULL,
  block               TEXT NOT NULL,
  state               TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'counted', 'nobody', 'refused', 'vacant', 'gone', 'revisit')),
  households          INTEGER NOT NULL DEFAULT 0 CHECK (households >= 0),
  registered          INTEGER NOT NULL DEFAULT 0 CHECK (registered >= 0),
  floating            INTEGER NOT NULL DEFAULT 0 CHECK (floating >= 0),
  left_behind         INTEGER NOT NULL DEFAULT 0 CHECK (left_behind >= 0),
  overseas            INTEGER NOT NULL DEFAULT 0 CHECK (overseas >= 0),
  no_hukou            INTEGER NOT NULL DEFAULT 0 CHECK (no_hukou >= 0),
  businesses          INTEGER NOT NULL DEFAULT 0 CHECK (businesses >= 0),
  found_use           TEXT NOT NULL DEFAULT '',
  counted_on          TEXT,
  counted_by          TEXT NOT NULL DEFAULT '',
  note                TEXT NOT NULL DEFAULT '',
  register_persons    INTEGER NOT NULL,
  register_households INTEGER NOT NULL
) STRICT;
CREATE INDEX count_door_by_walk ON count_door (campaign_id, grid_id, walk_no) WHERE removed_at IS NULL;
CREATE INDEX count_door_by_state ON count_door (campaign_id, state, grid_id) WHERE removed_at IS NULL;
CREATE INDEX count_door_by_dwelling ON count_door (campaign_id, dwelling_id) WHERE removed_at IS NULL;
