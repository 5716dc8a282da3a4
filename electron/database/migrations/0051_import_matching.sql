-- Tables the desk has never seen: what is still to be asked about them, and what was answered, by the fingerprint of their header.
ALTER TABLE import_batch ADD COLUMN asks_kind INTEGER NOT NULL DEFAULT 0 CHECK (asks_kind IN (0, 1));
ALTER TABLE import_mapping ADD COLUMN constants TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(constants));

-- What a word of a source means here; empty for nothing. A source is a header: another office's ledger has its own.
CREATE TABLE import_word (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  profile      TEXT NOT NULL,
  header_hash  TEXT NOT NULL,
  field        TEXT NOT NULL,
  word         TEXT NOT NULL,
  means        TEXT NOT NULL,
  UNIQUE (profile, header_hash, field, word)
) STRICT;
