-- Dry runs, what was decided in them, and what is needed to take a committed batch back.
CREATE TABLE import_batch (
  id               TEXT PRIMARY KEY NOT NULL,
  community_id     TEXT NOT NULL,
  version          INTEGER NOT NULL DEFAULT 1,
  created_at       TEXT NOT NULL,
  updated_at       TEXT NOT NULL,
  profile          TEXT NOT NULL,
  file_name        TEXT NOT NULL,
  sheet_name       TEXT NOT NULL,
  header_row       INTEGER NOT NULL,
  header_hash      TEXT NOT NULL,
  columns          TEXT NOT NULL CHECK (json_valid(columns)),
  -- what the bad-rows workbook needs to look like the form: notes, header rows, merges, widths
  layout           TEXT NOT NULL CHECK (json_valid(layout)),
  status           TEXT NOT NULL CHECK (status IN ('checked', 'committed', 'undone', 'discarded')),
  counts           TEXT NOT NULL CHECK (json_valid(counts)),
  created_by       TEXT NOT NULL,
  committed_at     TEXT,
  committed_seq    INTEGER
) STRICT;
CREATE INDEX import_batch_by_time ON import_batch (created_at);

-- Rows of a dry run, a few hundred packed into one value: ten thousand rows are written, read and cleared in some twenty.
-- `verdicts` has a letter and `marked` a digit for each row, so that a filtered window unpacks only what it shows.
CREATE TABLE import_chunk (
  batch_id   TEXT NOT NULL REFERENCES import_batch (id),
  chunk_no   INTEGER NOT NULL,
  sheet_no   INTEGER NOT NULL,
  row        INTEGER NOT NULL,
  verdicts   TEXT NOT NULL,
  marked     TEXT NOT NULL,
  normalised INTEGER NOT NULL,
  undecided  INTEGER NOT NULL,
  packed     BLOB NOT NULL,
  PRIMARY KEY (batch_id, chunk_no)
) STRICT;

-- Remembered column mapping by the fingerprint of a header.
CREATE TABLE import_mapping (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  profile      TEXT NOT NULL,
  header_hash  TEXT NOT NULL,
  fields       TEXT NOT NULL CHECK (json_valid(fields)),
  UNIQUE (profile, header_hash)
) STRICT;
