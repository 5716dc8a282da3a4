-- What the building form asks of the head of a building beyond name, sex and number (domain.md 2.2).
ALTER TABLE building ADD COLUMN head_birth_on TEXT;
ALTER TABLE building ADD COLUMN head_political TEXT NOT NULL DEFAULT '';
ALTER TABLE building ADD COLUMN head_education TEXT NOT NULL DEFAULT '';
