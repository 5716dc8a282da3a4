-- Who is helped, and what was done for them.
CREATE TABLE care_group (
  id            TEXT PRIMARY KEY NOT NULL,
  community_id  TEXT NOT NULL,
  version       INTEGER NOT NULL DEFAULT 1,
  created_at    TEXT NOT NULL,
  updated_at    TEXT NOT NULL,
  removed_at    TEXT,
  person_id     TEXT NOT NULL,
  kind          TEXT NOT NULL,
  from_on       TEXT NOT NULL,
  until_on      TEXT,
  level         TEXT NOT NULL,
  allowance_fen INTEGER CHECK (allowance_fen >= 0),
  helper        TEXT NOT NULL,
  next_visit_on TEXT,
  note          TEXT NOT NULL
) STRICT;
CREATE INDEX care_group_by_person ON care_group (person_id) WHERE removed_at IS NULL;
CREATE INDEX care_group_by_visit ON care_group (next_visit_on) WHERE removed_at IS NULL AND next_visit_on IS NOT NULL;
CREATE INDEX care_group_by_kind ON care_group (kind, from_on) WHERE removed_at IS NULL;

CREATE TABLE service_record (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  removed_at   TEXT,
  served_on    TEXT NOT NULL,
  place        TEXT NOT NULL,
  kind         TEXT NOT NULL,
  staff        TEXT NOT NULL CHECK (json_valid(staff)),
  person_ids   TEXT NOT NULL CHECK (json_valid(person_ids)),
  content      TEXT NOT NULL,
  follow_up    TEXT NOT NULL
) STRICT;
CREATE INDEX service_record_by_day ON service_record (served_on) WHERE removed_at IS NULL;

-- `person_ids` by person. Follows the record wherever that is written, an undo included.
CREATE TABLE service_person (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  service_id   TEXT NOT NULL,
  person_id    TEXT NOT NULL
) STRICT;
CREATE INDEX service_person_by_person ON service_person (person_id, service_id);
CREATE INDEX service_person_by_service ON service_person (service_id, person_id);
CREATE TRIGGER service_record_made AFTER INSERT ON service_record BEGIN
  INSERT INTO service_person (id, community_id, created_at, updated_at, service_id, person_id)
    SELECT NEW.id || '/' || value, NEW.community_id, NEW.created_at, NEW.updated_at, NEW.id, value FROM json_each(NEW.person_ids) GROUP BY value;
END;
CREATE TRIGGER service_record_changed AFTER UPDATE OF person_ids ON service_record WHEN OLD.person_ids <> NEW.person_ids BEGIN
  DELETE FROM service_person WHERE service_id = NEW.id;
  INSERT INTO service_person (id, community_id, created_at, updated_at, service_id, person_id)
    SELECT NEW.id || '/' || value, NEW.community_id, NEW.created_at, NEW.updated_at, NEW.id, value FROM json_each(NEW.person_ids) GROUP BY value;
END;
