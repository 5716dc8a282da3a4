-- The phone of whoever speaks for a partner: shown masked, like every number of a person.
ALTER TABLE funding_partner ADD COLUMN contact_phone TEXT NOT NULL DEFAULT '';
