-- A year page sums line by line from budget_entry_by_one_line, which is half as long to open; what the wide index was for besides, spending by grid, gets its own.
DROP INDEX budget_entry_by_line;
CREATE INDEX budget_entry_spent_by_grid ON budget_entry (line_id, grid_id, from_account, to_account, fen) WHERE line_id IS NOT NULL AND (from_account = 'spent' OR to_account = 'spent');

-- A year that an import opened can be taken back with the import and is free to be opened again. Years are still never deleted, and a closed one never changes.
DROP TRIGGER budget_entry_open_year;
DROP TRIGGER budget_line_closed_insert;
DROP TRIGGER budget_line_closed_update;
CREATE TABLE budget_year_next (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  removed_at   TEXT,
  year         INTEGER NOT NULL,
  closed_at    TEXT,
  closed_by    TEXT NOT NULL
) STRICT;
INSERT INTO budget_year_next (id, community_id, version, created_at, updated_at, year, closed_at, closed_by)
SELECT id, community_id, version, created_at, updated_at, year, closed_at, closed_by FROM budget_year;
DROP TRIGGER budget_year_stays;
DROP TABLE budget_year;
ALTER TABLE budget_year_next RENAME TO budget_year;
CREATE UNIQUE INDEX budget_year_by_year ON budget_year (community_id, year) WHERE removed_at IS NULL;
CREATE TRIGGER budget_year_stays_closed BEFORE UPDATE ON budget_year WHEN OLD.closed_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'the budget year is closed'); END;
CREATE TRIGGER budget_year_stays BEFORE DELETE ON budget_year BEGIN SELECT RAISE(ABORT, 'budget years are only added'); END;
CREATE TRIGGER budget_entry_open_year BEFORE INSERT ON budget_entry
WHEN EXISTS (SELECT 1 FROM budget_year WHERE community_id = NEW.community_id AND year = NEW.year AND closed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'the budget year is closed'); END;
CREATE TRIGGER budget_line_closed_insert BEFORE INSERT ON budget_line
WHEN EXISTS (SELECT 1 FROM budget_year WHERE community_id = NEW.community_id AND year = NEW.year AND closed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'the budget year is closed'); END;
CREATE TRIGGER budget_line_closed_update BEFORE UPDATE ON budget_line
WHEN EXISTS (SELECT 1 FROM budget_year WHERE community_id = OLD.community_id AND year IN (OLD.year, NEW.year) AND closed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'the budget year is closed'); END;
