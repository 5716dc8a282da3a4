-- A line that an import brought can be taken back with the import; its code is free again. Lines are still never deleted.
CREATE TABLE budget_line_next (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  removed_at   TEXT,
  year         INTEGER NOT NULL,
  source_id    TEXT NOT NULL,
  code         TEXT NOT NULL,
  name         TEXT NOT NULL,
  kind         TEXT NOT NULL CHECK (kind IN ('project', 'salary', 'platform')),
  norm_fen     INTEGER CHECK (norm_fen >= 0),
  quantity     INTEGER CHECK (quantity >= 0),
  unit         TEXT NOT NULL,
  basis        TEXT NOT NULL
) STRICT;
INSERT INTO budget_line_next (id, community_id, version, created_at, updated_at, year, source_id, code, name, kind, norm_fen, quantity, unit, basis)
SELECT id, community_id, version, created_at, updated_at, year, source_id, code, name, kind, norm_fen, quantity, unit, basis FROM budget_line;
DROP TABLE budget_line;
ALTER TABLE budget_line_next RENAME TO budget_line;
CREATE UNIQUE INDEX budget_line_by_code ON budget_line (community_id, year, code) WHERE removed_at IS NULL;
CREATE INDEX budget_line_by_source ON budget_line (source_id, year);
CREATE TRIGGER budget_line_closed_insert BEFORE INSERT ON budget_line
WHEN EXISTS (SELECT 1 FROM budget_year WHERE community_id = NEW.community_id AND year = NEW.year AND closed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'the budget year is closed'); END;
CREATE TRIGGER budget_line_closed_update BEFORE UPDATE ON budget_line
WHEN EXISTS (SELECT 1 FROM budget_year WHERE community_id = OLD.community_id AND year IN (OLD.year, NEW.year) AND closed_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'the budget year is closed'); END;
CREATE TRIGGER budget_line_stays BEFORE DELETE ON budget_line BEGIN SELECT RAISE(ABORT, 'budget lines are only added'); END;

-- The money of an admitted task has one source, and admission reads what came from it.
CREATE UNIQUE INDEX funding_source_by_task ON funding_source (task_id) WHERE task_id IS NOT NULL AND removed_at IS NULL;
