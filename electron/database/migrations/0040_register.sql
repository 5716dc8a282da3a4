-- The register. `row_no` is an explicit integer key because the full-text tables refer to it and VACUUM may renumber an implicit one.
-- `sort_key` orders names by pinyin (surname reading first); `*_reversed` answer "ends with" by an index range.
CREATE TABLE dwelling (
  row_no              INTEGER PRIMARY KEY NOT NULL,
  id                  TEXT NOT NULL UNIQUE,
  community_id        TEXT NOT NULL,
  version             INTEGER NOT NULL DEFAULT 1,
  created_at          TEXT NOT NULL,
  updated_at          TEXT NOT NULL,
  removed_at          TEXT,
  grid_id             TEXT,
  dwelling_no         TEXT NOT NULL,
  address             TEXT NOT NULL,
  certificate_address TEXT NOT NULL,
  estate              TEXT NOT NULL,
  building            TEXT NOT NULL,
  unit                TEXT NOT NULL,
  floor               TEXT NOT NULL,
  room                TEXT NOT NULL,
  area_centiares      INTEGER,
  rooms               INTEGER,
  use                 TEXT NOT NULL,
  structure           TEXT NOT NULL,
  category            TEXT NOT NULL,
  owner_name          TEXT NOT NULL,
  owner_phone         TEXT NOT NULL,
  built_year          INTEGER,
  note                TEXT NOT NULL,
  extra               TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(extra)),
  import_batch_id     TEXT
) STRICT;
CREATE INDEX dwelling_by_address ON dwelling (address) WHERE removed_at IS NULL;
CREATE INDEX dwelling_by_grid ON dwelling (grid_id, address) WHERE removed_at IS NULL;
CREATE INDEX dwelling_by_no ON dwelling (dwelling_no) WHERE dwelling_no <> '';

CREATE TABLE household (
  row_no             INTEGER PRIMARY KEY NOT NULL,
  id                 TEXT NOT NULL UNIQUE,
  community_id       TEXT NOT NULL,
  version            INTEGER NOT NULL DEFAULT 1,
  created_at         TEXT NOT NULL,
  updated_at         TEXT NOT NULL,
  removed_at         TEXT,
  grid_id            TEXT,
  register_no        TEXT NOT NULL,
  type               TEXT NOT NULL CHECK (type IN ('family', 'collective')),
  head_id            TEXT,
  home_phone         TEXT NOT NULL,
  registered_address TEXT NOT NULL,
  dwelling_id        TEXT,
  is_vacant          INTEGER NOT NULL CHECK (is_vacant IN (0, 1)),
  note               TEXT NOT NULL,
  import_batch_id    TEXT
) STRICT;
CREATE INDEX household_by_register_no ON household (register_no) WHERE removed_at IS NULL;
CREATE INDEX household_by_grid ON household (grid_id, register_no) WHERE removed_at IS NULL;
CREATE INDEX household_by_dwelling ON household (dwelling_id) WHERE dwelling_id IS NOT NULL;

CREATE TABLE person (
  row_no                 INTEGER PRIMARY KEY NOT NULL,
  id                     TEXT NOT NULL UNIQUE,
  community_id           TEXT NOT NULL,
  version                INTEGER NOT NULL DEFAULT 1,
  created_at             TEXT NOT NULL,
  updated_at             TEXT NOT NULL,
  removed_at             TEXT,
  removed_reason         TEXT NOT NULL DEFAULT '',
  name                   TEXT NOT NULL,
  former_name            TEXT NOT NULL,
  reading                TEXT NOT NULL,
  sort_key               TEXT NOT NULL,
  pinyin                 TEXT NOT NULL,
  initials               TEXT NOT NULL,
  sex                    TEXT NOT NULL CHECK (sex IN ('0', '1', '2', '9')),
  birth_on               TEXT,
  id_type                TEXT NOT NULL,
  id_number              TEXT NOT NULL,
  id_reversed            TEXT NOT NULL,
  ethnic                 TEXT NOT NULL,
  native_place           TEXT NOT NULL,
  marital                TEXT NOT NULL,
  political              TEXT NOT NULL,
  education              TEXT NOT NULL,
  occupation             TEXT NOT NULL,
  workplace              TEXT NOT NULL,
  phone                  TEXT NOT NULL,
  phone_reversed         TEXT NOT NULL,
  category               TEXT NOT NULL CHECK (category IN ('registered', 'floating', 'left-behind', 'overseas', 'no-hukou')),
  registered_place       TEXT NOT NULL,
  registered_address     TEXT NOT NULL,
  present_address        TEXT NOT NULL,
  lives_where_registered INTEGER CHECK (lives_where_registered IN (0, 1)),
  grid_id                TEXT,
  household_id           TEXT,
  relation_to_head       TEXT NOT NULL,
  dwelling_id            TEXT,
  note                   TEXT NOT NULL,
  extra                  TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(extra)),
  import_batch_id        TEXT
) STRICT;
-- The six orders of the list, each with the row number after it, and behind that the columns it is filtered by: whoever goes along an order
-- meets the filter in the index and opens only the rows that are shown (person-route.ts).
CREATE INDEX person_by_name ON person (sort_key, row_no, category, sex, education, birth_on) WHERE removed_at IS NULL;
CREATE INDEX person_by_category ON person (category, sort_key, row_no, sex, education, birth_on) WHERE removed_at IS NULL;
CREATE INDEX person_by_age ON person (birth_on, sex, row_no, category, education) WHERE removed_at IS NULL;
CREATE INDEX person_by_address ON person (present_address, row_no, category, sex, education, birth_on) WHERE removed_at IS NULL;
CREATE INDEX person_by_updated ON person (updated_at, row_no, category, sex, education, birth_on) WHERE removed_at IS NULL;
CREATE INDEX person_by_grid ON person (grid_id, sort_key, row_no, category, sex, education, birth_on) WHERE removed_at IS NULL;
-- What narrows a list to few rows. A desk keeps one community, whose key is written behind all others and costs next to nothing; in a file of
-- many the rows of each lie side by side and are opened.
CREATE INDEX person_by_community ON person (community_id) WHERE removed_at IS NULL;
CREATE INDEX person_by_kind ON person (education, category, sex, birth_on) WHERE removed_at IS NULL;
CREATE INDEX person_by_household ON person (household_id) WHERE household_id IS NOT NULL;
CREATE INDEX person_by_dwelling ON person (dwelling_id) WHERE dwelling_id IS NOT NULL;
CREATE INDEX person_by_batch ON person (import_batch_id) WHERE import_batch_id IS NOT NULL;
CREATE INDEX person_removed ON person (removed_at) WHERE removed_at IS NOT NULL;
-- What the search boxes ask.
CREATE INDEX person_by_pinyin ON person (pinyin) WHERE removed_at IS NULL;
CREATE INDEX person_by_initials ON person (initials) WHERE removed_at IS NULL;
CREATE INDEX person_by_phone_tail ON person (phone_reversed) WHERE removed_at IS NULL AND phone_reversed <> '';
CREATE INDEX person_by_id_tail ON person (id_reversed) WHERE id_reversed <> '';

-- Han characters are stored one by one (search-text.rules.ts), so that a phrase query finds any run of them, two included.
CREATE VIRTUAL TABLE person_text USING fts5 (name, address, content = '', contentless_delete = 1, tokenize = 'unicode61');
CREATE VIRTUAL TABLE dwelling_text USING fts5 (address, owner, content = '', contentless_delete = 1, tokenize = 'unicode61');
