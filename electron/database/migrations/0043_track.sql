-- What happened to a person, in its order. The table itself listens to the writing of persons and care groups, so that a form, an import, a bulk
-- change, a merge and an undo all leave their trace in the same transaction; nothing in it is ever changed or taken out.
ALTER TABLE person ADD COLUMN removed_kind TEXT NOT NULL DEFAULT '' CHECK (removed_kind IN ('', 'moved-away', 'died', 'mistake', 'merged', 'other'));

CREATE TABLE person_event (
  id           TEXT NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  person_id    TEXT NOT NULL,
  kind         TEXT NOT NULL,
  was          TEXT NOT NULL DEFAULT '',
  becomes      TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (person_id, created_at, id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER person_event_stays BEFORE UPDATE ON person_event BEGIN SELECT RAISE(ABORT, 'events are only added'); END;
CREATE TRIGGER person_event_kept BEFORE DELETE ON person_event BEGIN SELECT RAISE(ABORT, 'events are only added'); END;

CREATE TRIGGER person_made AFTER INSERT ON person BEGIN
  INSERT INTO person_event (id, community_id, created_at, updated_at, person_id, kind, becomes)
    VALUES (lower(hex(randomblob(8))), NEW.community_id, NEW.created_at, NEW.created_at, NEW.id, 'registered', NEW.category);
END;
CREATE TRIGGER person_moved_grid AFTER UPDATE OF grid_id ON person WHEN OLD.grid_id IS NOT NEW.grid_id BEGIN
  INSERT INTO person_event (id, community_id, created_at, updated_at, person_id, kind, was, becomes)
    VALUES (lower(hex(randomblob(8))), NEW.community_id, NEW.updated_at, NEW.updated_at, NEW.id, 'moved-grid', coalesce(OLD.grid_id, ''), coalesce(NEW.grid_id, ''));
END;
CREATE TRIGGER person_changed_category AFTER UPDATE OF category ON person WHEN OLD.category <> NEW.category BEGIN
  INSERT INTO person_event (id, community_id, created_at, updated_at, person_id, kind, was, becomes)
    VALUES (lower(hex(randomblob(8))), NEW.community_id, NEW.updated_at, NEW.updated_at, NEW.id, 'category-changed', OLD.category, NEW.category);
END;
CREATE TRIGGER person_left_household AFTER UPDATE OF household_id ON person WHEN OLD.household_id IS NOT NULL AND OLD.household_id IS NOT NEW.household_id BEGIN
  INSERT INTO person_event (id, community_id, created_at, updated_at, person_id, kind, was)
    VALUES (lower(hex(randomblob(8))), NEW.community_id, NEW.updated_at, NEW.updated_at, NEW.id, 'household-out', OLD.household_id);
END;
CREATE TRIGGER person_joined_household AFTER UPDATE OF household_id ON person WHEN NEW.household_id IS NOT NULL AND OLD.household_id IS NOT NEW.household_id BEGIN
  INSERT INTO person_event (id, community_id, created_at, updated_at, person_id, kind, becomes)
    VALUES (lower(hex(randomblob(8))), NEW.community_id, NEW.updated_at, NEW.updated_at, NEW.id, 'household-in', NEW.household_id);
END;
CREATE TRIGGER person_removed_or_restored AFTER UPDATE OF removed_at ON person WHEN (OLD.removed_at IS NULL) <> (NEW.removed_at IS NULL) BEGIN
  INSERT INTO person_event (id, community_id, created_at, updated_at, person_id, kind, becomes)
    VALUES (lower(hex(randomblob(8))), NEW.community_id, NEW.updated_at, NEW.updated_at, NEW.id,
      CASE WHEN NEW.removed_at IS NULL THEN 'restored' WHEN NEW.removed_kind = 'died' THEN 'died' WHEN NEW.removed_kind = 'merged' THEN 'merged' ELSE 'removed' END, NEW.removed_kind);
END;
CREATE TRIGGER care_group_begun AFTER INSERT ON care_group WHEN NEW.removed_at IS NULL AND NEW.until_on IS NULL BEGIN
  INSERT INTO person_event (id, community_id, created_at, updated_at, person_id, kind, becomes)
    VALUES (lower(hex(randomblob(8))), NEW.community_id, NEW.created_at, NEW.created_at, NEW.person_id, 'tag-added', NEW.kind);
END;
CREATE TRIGGER care_group_ended AFTER UPDATE ON care_group
WHEN (OLD.removed_at IS NULL AND OLD.until_on IS NULL) AND NOT (NEW.removed_at IS NULL AND NEW.until_on IS NULL) BEGIN
  INSERT INTO person_event (id, community_id, created_at, updated_at, person_id, kind, was)
    VALUES (lower(hex(randomblob(8))), NEW.community_id, NEW.updated_at, NEW.updated_at, NEW.person_id, 'tag-removed', OLD.kind);
END;
CREATE TRIGGER care_group_again AFTER UPDATE ON care_group
WHEN NOT (OLD.removed_at IS NULL AND OLD.until_on IS NULL) AND (NEW.removed_at IS NULL AND NEW.until_on IS NULL) BEGIN
  INSERT INTO person_event (id, community_id, created_at, updated_at, person_id, kind, becomes)
    VALUES (lower(hex(randomblob(8))), NEW.community_id, NEW.updated_at, NEW.updated_at, NEW.person_id, 'tag-added', NEW.kind);
END;
CREATE TRIGGER care_group_moved AFTER UPDATE OF person_id ON care_group
WHEN OLD.person_id <> NEW.person_id AND NEW.removed_at IS NULL AND NEW.until_on IS NULL BEGIN
  INSERT INTO person_event (id, community_id, created_at, updated_at, person_id, kind, becomes)
    VALUES (lower(hex(randomblob(8))), NEW.community_id, NEW.updated_at, NEW.updated_at, NEW.person_id, 'tag-added', NEW.kind);
END;

-- Two entries of one person that became one: the sheet of the kept person also shows the track and the history of the other.
CREATE TABLE person_merge (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  removed_at   TEXT,
  kept_id      TEXT NOT NULL,
  merged_id    TEXT NOT NULL
) STRICT;
CREATE INDEX person_merge_by_kept ON person_merge (kept_id) WHERE removed_at IS NULL;

-- Two persons that look alike and were found to be two: never offered again.
CREATE TABLE person_distinct (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  removed_at   TEXT,
  one_id       TEXT NOT NULL,
  other_id     TEXT NOT NULL
) STRICT;
CREATE INDEX person_distinct_by_pair ON person_distinct (one_id, other_id) WHERE removed_at IS NULL;
