-- Figures by month, kept by the file itself in the transaction that changes a matter. The view is the definition of every figure: what a matter adds to
-- which month and which line. The table is its sum, and a recount is the same view summed again.
-- Months of arrival carry `reported`, `found`, `complained`; months of the end carry the rest. A void matter counts nowhere, a draft neither.
CREATE VIEW matter_share AS
  SELECT m.id, m.community_id AS communityId, substr(m.reported_on, 1, 7) AS month, d.dim,
    CASE d.dim WHEN 'all' THEN '' WHEN 'grid' THEN coalesce(m.grid_id, '') WHEN 'station' THEN m.station WHEN 'kind' THEN m.kind ELSE m.channel END AS key,
    1 AS reported, m.origin = 'found' AS found, m.origin = 'complained' AS complained,
    0 AS ended, 0 AS settled, 0 AS in_time, 0 AS returned, 0 AS wrong, 0 AS reworked, 0 AS first_level, 0 AS rated, 0 AS satisfied, 0 AS rating_sum
  FROM matter m CROSS JOIN (SELECT 'all' AS dim UNION ALL SELECT 'grid' UNION ALL SELECT 'station' UNION ALL SELECT 'kind' UNION ALL SELECT 'channel') d
  WHERE m.reported_on IS NOT NULL AND m.outcome <> 'void'
  UNION ALL
  SELECT m.id, m.community_id, substr(m.ended_on, 1, 7), d.dim,
    CASE d.dim WHEN 'all' THEN '' WHEN 'grid' THEN coalesce(m.grid_id, '') WHEN 'station' THEN m.station WHEN 'kind' THEN m.kind WHEN 'channel' THEN m.channel ELSE m.unit_id END,
    0, 0, 0, 1, m.outcome IN ('closed', 'recorded'), coalesce(m.in_time, 0), m.returns > 0, m.wrong > 0, m.reworks > 0,
    m.outcome IN ('closed', 'recorded') AND m.went_up = 0, m.rating IS NOT NULL, coalesce(m.rating >= 2, 0), coalesce(m.rating, 0)
  FROM matter m CROSS JOIN (SELECT 'all' AS dim UNION ALL SELECT 'grid' UNION ALL SELECT 'station' UNION ALL SELECT 'kind' UNION ALL SELECT 'channel' UNION ALL SELECT 'department') d
  WHERE m.ended_on IS NOT NULL AND m.reported_on IS NOT NULL AND m.outcome <> 'void' AND (d.dim <> 'department' OR m.unit_kind = 'department');

CREATE TABLE matter_month (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  month        TEXT NOT NULL,
  dim          TEXT NOT NULL,
  key          TEXT NOT NULL,
  reported     INTEGER NOT NULL,
  found        INTEGER NOT NULL,
  complained   INTEGER NOT NULL,
  ended        INTEGER NOT NULL,
  settled      INTEGER NOT NULL,
  in_time      INTEGER NOT NULL,
  returned     INTEGER NOT NULL,
  wrong        INTEGER NOT NULL,
  reworked     INTEGER NOT NULL,
  first_level  INTEGER NOT NULL,
  rated        INTEGER NOT NULL,
  satisfied    INTEGER NOT NULL,
  rating_sum   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A matter that comes with its life behind it (`moves`), an invented history, is counted with all the others by whoever writes it, at once.
CREATE TRIGGER matter_counted AFTER INSERT ON matter WHEN NEW.reported_on IS NOT NULL AND NEW.moves = 0 BEGIN
  INSERT INTO matter_month (id, community_id, created_at, updated_at, month, dim, key, reported, found, complained, ended, settled, in_time, returned, wrong, reworked, first_level, rated, satisfied, rating_sum)
    SELECT month || '/' || dim || '/' || key, communityId, NEW.updated_at, NEW.updated_at, month, dim, key, reported, found, complained, ended, settled, in_time, returned, wrong, reworked, first_level, rated, satisfied, rating_sum
    FROM matter_share WHERE id = NEW.id
    ON CONFLICT (id) DO UPDATE SET reported = reported + excluded.reported, found = found + excluded.found, complained = complained + excluded.complained, ended = ended + excluded.ended, settled = settled + excluded.settled,
      in_time = in_time + excluded.in_time, returned = returned + excluded.returned, wrong = wrong + excluded.wrong, reworked = reworked + excluded.reworked, first_level = first_level + excluded.first_level,
      rated = rated + excluded.rated, satisfied = satisfied + excluded.satisfied, rating_sum = rating_sum + excluded.rating_sum, version = version + 1, updated_at = excluded.updated_at;
END;

-- A change takes away what the row added and adds what it adds now; a step in the middle of its life touches no figure.
CREATE TRIGGER matter_uncounted BEFORE UPDATE ON matter WHEN OLD.reported_on IS NOT NEW.reported_on OR OLD.grid_id IS NOT NEW.grid_id OR OLD.station <> NEW.station OR OLD.kind <> NEW.kind OR OLD.channel <> NEW.channel
  OR OLD.origin <> NEW.origin OR OLD.outcome <> NEW.outcome OR (NEW.outcome <> '' AND (OLD.rating IS NOT NEW.rating OR OLD.ended_on IS NOT NEW.ended_on OR OLD.unit_id <> NEW.unit_id OR OLD.unit_kind <> NEW.unit_kind
  OR OLD.returns <> NEW.returns OR OLD.wrong <> NEW.wrong OR OLD.reworks <> NEW.reworks OR OLD.went_up <> NEW.went_up OR OLD.in_time IS NOT NEW.in_time)) BEGIN
  INSERT INTO matter_month (id, community_id, created_at, updated_at, month, dim, key, reported, found, complained, ended, settled, in_time, returned, wrong, reworked, first_level, rated, satisfied, rating_sum)
    SELECT month || '/' || dim || '/' || key, communityId, NEW.updated_at, NEW.updated_at, month, dim, key, -reported, -found, -complained, -ended, -settled, -in_time, -returned, -wrong, -reworked, -first_level, -rated, -satisfied, -rating_sum
    FROM matter_share WHERE id = OLD.id
    ON CONFLICT (id) DO UPDATE SET reported = reported + excluded.reported, found = found + excluded.found, complained = complained + excluded.complained, ended = ended + excluded.ended, settled = settled + excluded.settled,
      in_time = in_time + excluded.in_time, returned = returned + excluded.returned, wrong = wrong + excluded.wrong, reworked = reworked + excluded.reworked, first_level = first_level + excluded.first_level,
      rated = rated + excluded.rated, satisfied = satisfied + excluded.satisfied, rating_sum = rating_sum + excluded.rating_sum, version = version + 1, updated_at = excluded.updated_at;
END;
CREATE TRIGGER matter_recounted AFTER UPDATE ON matter WHEN OLD.reported_on IS NOT NEW.reported_on OR OLD.grid_id IS NOT NEW.grid_id OR OLD.station <> NEW.station OR OLD.kind <> NEW.kind OR OLD.channel <> NEW.channel
  OR OLD.origin <> NEW.origin OR OLD.outcome <> NEW.outcome OR (NEW.outcome <> '' AND (OLD.rating IS NOT NEW.rating OR OLD.ended_on IS NOT NEW.ended_on OR OLD.unit_id <> NEW.unit_id OR OLD.unit_kind <> NEW.unit_kind
  OR OLD.returns <> NEW.returns OR OLD.wrong <> NEW.wrong OR OLD.reworks <> NEW.reworks OR OLD.went_up <> NEW.went_up OR OLD.in_time IS NOT NEW.in_time)) BEGIN
  INSERT INTO matter_month (id, community_id, created_at, updated_at, month, dim, key, reported, found, complained, ended, settled, in_time, returned, wrong, reworked, first_level, rated, satisfied, rating_sum)
    SELECT month || '/' || dim || '/' || key, communityId, NEW.updated_at, NEW.updated_at, month, dim, key, reported, found, complained, ended, settled, in_time, returned, wrong, reworked, first_level, rated, satisfied, rating_sum
    FROM matter_share WHERE id = NEW.id
    ON CONFLICT (id) DO UPDATE SET reported = reported + excluded.reported, found = found + excluded.found, complained = complained + excluded.complained, ended = ended + excluded.ended, settled = settled + excluded.settled,
      in_time = in_time + excluded.in_time, returned = returned + excluded.returned, wrong = wrong + excluded.wrong, reworked = reworked + excluded.reworked, first_level = first_level + excluded.first_level,
      rated = rated + excluded.rated, satisfied = satisfied + excluded.satisfied, rating_sum = rating_sum + excluded.rating_sum, version = version + 1, updated_at = excluded.updated_at;
END;

-- How many matters left a state in a month after so many whole hours: the median of a step is read from it exactly. A step that names no account is one of an
-- invented history and is counted with it, or one of the ladder, which leaves no state.
CREATE TABLE matter_step_month (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  month        TEXT NOT NULL,
  state        TEXT NOT NULL,
  hours        INTEGER NOT NULL,
  matters      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER matter_step_counted AFTER INSERT ON matter_move WHEN NEW.hours IS NOT NULL AND NEW.from_state <> NEW.to_state AND NEW.by_id <> '' BEGIN
  INSERT INTO matter_step_month (id, community_id, created_at, updated_at, month, state, hours, matters)
    VALUES (substr(NEW.moved_on, 1, 7) || '/' || NEW.from_state || '/' || NEW.hours, NEW.community_id, NEW.created_at, NEW.created_at, substr(NEW.moved_on, 1, 7), NEW.from_state, NEW.hours, 1)
    ON CONFLICT (id) DO UPDATE SET matters = matters + 1, version = version + 1, updated_at = excluded.updated_at;
END;
