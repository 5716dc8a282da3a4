-- The matter that a team was called to, by its number: which share of the matters was settled with a team (domain.md D8).
ALTER TABLE team_task ADD COLUMN matter_no TEXT NOT NULL DEFAULT '';
CREATE INDEX team_task_by_matter ON team_task (matter_no) WHERE matter_no <> '' AND removed_at IS NULL;
