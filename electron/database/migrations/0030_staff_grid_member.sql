-- Grid members: who answers for a grid, with a published work phone.
CREATE TABLE grid_member (
  id              TEXT PRIMARY KEY NOT NULL,
  community_id    TEXT NOT NULL,
  version         INTEGER NOT NULL DEFAULT 1,
  created_at      TEXT NOT NULL,
  updated_at      TEXT NOT NULL,
  name            TEXT NOT NULL,
  name_py         TEXT NOT NULL,
  initials        TEXT NOT NULL,
  phone           TEXT NOT NULL,
  sex             TEXT NOT NULL CHECK (sex IN ('0', '1', '2', '9')),
  birth_on        TEXT,
  id_number       TEXT NOT NULL,
  employment      TEXT NOT NULL CHECK (employment IN ('full-time', 'part-time')),
  political       TEXT NOT NULL,
  education       TEXT NOT NULL,
  registered_on   TEXT,
  grid_id         TEXT,
  note            TEXT NOT NULL,
  extra           TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(extra)),
  import_batch_id TEXT
) STRICT;
CREATE INDEX grid_member_by_grid ON grid_member (grid_id);
CREATE UNIQUE INDEX grid_member_by_id_number ON grid_member (id_number) WHERE id_number <> '';
