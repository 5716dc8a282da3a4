-- Grids in full: four boundaries, deputy, place of the notice board, how a grid ended; the ten places of the 4+6 card; the dated history.
ALTER TABLE grid ADD COLUMN east TEXT NOT NULL DEFAULT '';
ALTER TABLE grid ADD COLUMN south TEXT NOT NULL DEFAULT '';
ALTER TABLE grid ADD COLUMN west TEXT NOT NULL DEFAULT '';
ALTER TABLE grid ADD COLUMN north TEXT NOT NULL DEFAULT '';
ALTER TABLE grid ADD COLUMN deputy_id TEXT;
ALTER TABLE grid ADD COLUMN board_place TEXT NOT NULL DEFAULT '';
-- Empty while the grid is in use.
ALTER TABLE grid ADD COLUMN ending TEXT NOT NULL DEFAULT '' CHECK (ending IN ('', 'closed', 'split', 'merged', 'undone'));
UPDATE grid SET ending = 'closed' WHERE status = 'closed';
CREATE INDEX grid_by_responsible ON grid (responsible_id) WHERE status = 'active';

-- One person in one place of a grid's card; `kind` is a code of table `grid-team`.
CREATE TABLE grid_slot (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  grid_id      TEXT NOT NULL REFERENCES grid (id),
  kind         TEXT NOT NULL,
  name         TEXT NOT NULL,
  unit         TEXT NOT NULL,
  phone        TEXT NOT NULL,
  since        TEXT,
  note         TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX grid_slot_place ON grid_slot (grid_id, kind);

-- What happened to grids, in days. `gives` and `takes` are the hand-over as it was on that day: grids, members, figures, places.
CREATE TABLE grid_event (
  id            TEXT PRIMARY KEY NOT NULL,
  community_id  TEXT NOT NULL,
  version       INTEGER NOT NULL DEFAULT 1,
  created_at    TEXT NOT NULL,
  updated_at    TEXT NOT NULL,
  kind          TEXT NOT NULL CHECK (kind IN ('split', 'merged', 'closed', 'reopened', 'renumbered', 'handed-over')),
  happened_on   TEXT NOT NULL,
  reason        TEXT NOT NULL,
  gives         TEXT NOT NULL CHECK (json_valid(gives)),
  takes         TEXT NOT NULL CHECK (json_valid(takes)),
  undone_at     TEXT,
  undone_reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX grid_event_by_day ON grid_event (community_id, happened_on);

-- The community's own line on every notice board.
CREATE TABLE board_line (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL UNIQUE,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  line         TEXT NOT NULL
) STRICT;
