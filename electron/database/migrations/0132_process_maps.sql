-- How something is done, what of it can go, and the simpler way that is in force. The sums are kept with the steps they are reckoned from.
CREATE TABLE process_map (
  id               TEXT PRIMARY KEY NOT NULL,
  community_id     TEXT NOT NULL,
  version          INTEGER NOT NULL DEFAULT 1,
  created_at       TEXT NOT NULL,
  updated_at       TEXT NOT NULL,
  removed_at       TEXT,
  line_id          TEXT NOT NULL,
  edition          INTEGER NOT NULL CHECK (edition > 0),
  title            TEXT NOT NULL,
  kind             TEXT NOT NULL,
  basis            TEXT NOT NULL,
  note             TEXT NOT NULL,
  steps            TEXT NOT NULL CHECK (json_array_length(steps) > 0),
  state            TEXT NOT NULL CHECK (state IN ('draft', 'in-force', 'replaced', 'ended')),
  in_force_on      TEXT,
  ended_on         TEXT,
  end_reason       TEXT NOT NULL,
  steps_before     INTEGER NOT NULL,
  steps_after      INTEGER NOT NULL CHECK (steps_after BETWEEN 1 AND steps_before),
  days_before      INTEGER NOT NULL,
  days_after       INTEGER NOT NULL CHECK (days_after BETWEEN 0 AND days_before),
  hand_overs_before INTEGER NOT NULL,
  hand_overs_after INTEGER NOT NULL CHECK (hand_overs_after BETWEEN 0 AND hand_overs_before),
  documents_before INTEGER NOT NULL,
  documents_after  INTEGER NOT NULL CHECK (documents_after BETWEEN 0 AND documents_before),
  CHECK ((state = 'draft') = (in_force_on IS NULL)),
  CHECK ((state IN ('replaced', 'ended')) = (ended_on IS NOT NULL))
) STRICT;
CREATE INDEX process_map_by_line ON process_map (line_id, edition) WHERE removed_at IS NULL;
CREATE INDEX process_map_by_title ON process_map (title) WHERE removed_at IS NULL;
CREATE INDEX process_map_by_state ON process_map (state, in_force_on) WHERE removed_at IS NULL;
