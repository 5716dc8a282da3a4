-- Two halves that nothing joins. Who has rated whom, so that nobody rates twice.
CREATE TABLE assessment_peer_turn (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  sheet_id     TEXT NOT NULL REFERENCES assessment_sheet (id),
  rater_id     TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX assessment_peer_turn_once ON assessment_peer_turn (sheet_id, rater_id);

-- And what was given. The id is drawn by lot, the times are those of the sheet, and the rows lie in the order of the ids and of nothing
-- else, so that neither tells when a rating came; no entry of the log lists them.
CREATE TABLE assessment_peer_rating (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  sheet_id     TEXT NOT NULL,
  rating       INTEGER NOT NULL CHECK (rating BETWEEN 0 AND 100)
) STRICT, WITHOUT ROWID;
CREATE INDEX assessment_peer_rating_by_sheet ON assessment_peer_rating (sheet_id, rating);
