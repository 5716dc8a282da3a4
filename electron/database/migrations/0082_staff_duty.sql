-- Who keeps the desk: one record a month, in which every day has somebody and somebody else behind.
CREATE TABLE duty_roster (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  removed_at   TEXT,
  month        TEXT NOT NULL,
  days         TEXT NOT NULL CHECK (json_valid(days)),
  note         TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX duty_roster_by_month ON duty_roster (community_id, month) WHERE removed_at IS NULL;

-- Teams of volunteers and of mutual help (domain.md D8), and what they did.
CREATE TABLE staff_team (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  removed_at   TEXT,
  name         TEXT NOT NULL,
  kind         TEXT NOT NULL,
  leader_id    TEXT,
  member_ids   TEXT NOT NULL CHECK (json_valid(member_ids)),
  skills       TEXT NOT NULL CHECK (json_valid(skills)),
  founded_on   TEXT,
  note         TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX staff_team_by_name ON staff_team (community_id, name) WHERE removed_at IS NULL;

CREATE TABLE team_task (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  removed_at   TEXT,
  team_id      TEXT NOT NULL,
  given_on     TEXT NOT NULL,
  done_on      TEXT,
  task         TEXT NOT NULL,
  people       INTEGER NOT NULL CHECK (people >= 0),
  minutes      INTEGER NOT NULL CHECK (minutes >= 0),
  result       TEXT NOT NULL
) STRICT;
CREATE INDEX team_task_by_team ON team_task (team_id, given_on) WHERE removed_at IS NULL;
