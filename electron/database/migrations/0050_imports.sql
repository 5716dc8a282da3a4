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

CREATE TABLE import_row (
  batch_id     TEXT NOT NULL REFERENCES import_batch (id),
  sheet_no     INTEGER NOT NULL,
  row          INTEGER NOT NULL,
  cells        TEXT NOT NULL,
  -- what makes two rows of a file the same thing, e.g. an identity number; empty when it cannot be told
  row_key      TEXT NOT NULL,
  verdict      TEXT NOT NULL CHECK (verdict IN ('new', 'changed', 'same', 'bad', 'skipped')),
  findings     TEXT NOT NULL,
  existing_id  TEXT,
  existing_version INTEGER,
  differences  TEXT NOT NULL,
  normalised   INTEGER NOT NULL,
  undecided    INTEGER NOT NULL,
  PRIMARY KEY (batch_id, sheet_no, row)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_row_by_key ON import_row (batch_id, row_key) WHERE row_key <> '';
CREATE INDEX import_row_by_verdict ON import_row (batch_id, verdict, sheet_no, row);

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
