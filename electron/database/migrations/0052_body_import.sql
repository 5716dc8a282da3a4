-- Organisations that came with a form: what the desk has no field for stays under its title, and with the import it came by.
ALTER TABLE body ADD COLUMN extra TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(extra));
ALTER TABLE body ADD COLUMN import_batch_id TEXT REFERENCES import_batch (id);
