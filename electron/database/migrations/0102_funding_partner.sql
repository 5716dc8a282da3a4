-- Firms, social organisations and people who give, and how far each promise is.
CREATE TABLE funding_partner (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  removed_at   TEXT,
  name         TEXT NOT NULL,
  kind         TEXT NOT NULL,
  contact      TEXT NOT NULL,
  body_id      TEXT,
  note         TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX funding_partner_by_name ON funding_partner (community_id, name) WHERE removed_at IS NULL;

CREATE TABLE funding_pledge (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  removed_at   TEXT,
  partner_id   TEXT NOT NULL,
  source_id    TEXT,
  what         TEXT NOT NULL,
  fen          INTEGER NOT NULL CHECK (fen >= 0),
  stage        TEXT NOT NULL,
  since_at     TEXT NOT NULL,
  agreement_no TEXT NOT NULL,
  next_on      TEXT,
  note         TEXT NOT NULL
) STRICT;
CREATE INDEX funding_pledge_by_partner ON funding_pledge (partner_id, stage) WHERE removed_at IS NULL;
CREATE INDEX funding_pledge_by_next ON funding_pledge (community_id, next_on) WHERE removed_at IS NULL;
