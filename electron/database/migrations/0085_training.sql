-- Needs, plans, classes, attendance, exams, results and what they leave behind. Hours and scores are whole tenths.
CREATE TABLE training_plan (
  id               TEXT PRIMARY KEY NOT NULL,
  community_id     TEXT NOT NULL,
  version          INTEGER NOT NULL DEFAULT 1,
  created_at       TEXT NOT NULL,
  updated_at       TEXT NOT NULL,
  removed_at       TEXT,
  year             INTEGER NOT NULL,
  title            TEXT NOT NULL,
  hours_due_tenths INTEGER NOT NULL CHECK (hours_due_tenths >= 0),
  note             TEXT NOT NULL,
  state            TEXT NOT NULL CHECK (state IN ('draft', 'approved')),
  author_id        TEXT NOT NULL,
  approved_by      TEXT NOT NULL,
  approved_at      TEXT
) STRICT;
CREATE UNIQUE INDEX training_plan_by_year ON training_plan (community_id, year) WHERE removed_at IS NULL;

-- Whom a class of the plan is for. NULL does not limit.
CREATE TABLE training_cohort (
  id              TEXT PRIMARY KEY NOT NULL,
  community_id    TEXT NOT NULL,
  version         INTEGER NOT NULL DEFAULT 1,
  created_at      TEXT NOT NULL,
  updated_at      TEXT NOT NULL,
  removed_at      TEXT,
  plan_id         TEXT NOT NULL,
  name            TEXT NOT NULL,
  position        INTEGER NOT NULL,
  category        TEXT NOT NULL,
  content         TEXT NOT NULL,
  hours_tenths    INTEGER NOT NULL,
  age_from        INTEGER,
  age_until       INTEGER,
  education_from  TEXT CHECK (education_from IN ('primary', 'junior', 'senior', 'college', 'bachelor', 'postgraduate')),
  education_until TEXT CHECK (education_until IN ('primary', 'junior', 'senior', 'college', 'bachelor', 'postgraduate')),
  years_from      INTEGER,
  years_until     INTEGER
) STRICT;
CREATE INDEX training_cohort_by_plan ON training_cohort (plan_id, position) WHERE removed_at IS NULL;

-- Decided by hand: who no rule catches, or two do.
CREATE TABLE training_placement (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  removed_at   TEXT,
  plan_id      TEXT NOT NULL,
  member_id    TEXT NOT NULL,
  cohort_id    TEXT NOT NULL,
  reason       TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX training_placement_by_member ON training_placement (plan_id, member_id) WHERE removed_at IS NULL;

CREATE TABLE training_class (
  id                 TEXT PRIMARY KEY NOT NULL,
  community_id       TEXT NOT NULL,
  version            INTEGER NOT NULL DEFAULT 1,
  created_at         TEXT NOT NULL,
  updated_at         TEXT NOT NULL,
  removed_at         TEXT,
  plan_id            TEXT,
  cohort_id          TEXT,
  name               TEXT NOT NULL,
  category           TEXT NOT NULL,
  business_line      TEXT NOT NULL,
  audience           TEXT NOT NULL,
  from_on            TEXT NOT NULL,
  until_on           TEXT NOT NULL,
  places             INTEGER NOT NULL CHECK (places > 0),
  hours_tenths       INTEGER NOT NULL CHECK (hours_tenths > 0),
  attendance_percent INTEGER NOT NULL CHECK (attendance_percent BETWEEN 0 AND 100),
  late_reason        TEXT NOT NULL,
  note               TEXT NOT NULL,
  state              TEXT NOT NULL CHECK (state IN ('planned', 'running', 'finished', 'cancelled')),
  state_reason       TEXT NOT NULL,
  locked_at          TEXT,
  locked_by          TEXT NOT NULL
) STRICT;
CREATE INDEX training_class_by_day ON training_class (from_on) WHERE removed_at IS NULL;
CREATE INDEX training_class_by_end ON training_class (until_on) WHERE removed_at IS NULL;
CREATE INDEX training_class_by_cohort ON training_class (cohort_id) WHERE removed_at IS NULL AND cohort_id IS NOT NULL;
CREATE INDEX training_class_by_plan ON training_class (plan_id) WHERE removed_at IS NULL AND plan_id IS NOT NULL;
CREATE INDEX training_class_by_state ON training_class (state, from_on) WHERE removed_at IS NULL;

CREATE TABLE training_need (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  removed_at   TEXT,
  kind         TEXT NOT NULL CHECK (kind IN ('low-indicator', 'new-post', 'new-law', 'own-request')),
  member_id    TEXT,
  subject      TEXT NOT NULL,
  reason       TEXT NOT NULL,
  raised_on    TEXT NOT NULL,
  due_on       TEXT,
  state        TEXT NOT NULL CHECK (state IN ('open', 'planned', 'met', 'dropped')),
  class_id     TEXT,
  outcome      TEXT NOT NULL
) STRICT;
CREATE INDEX training_need_by_state ON training_need (state, due_on) WHERE removed_at IS NULL;
CREATE INDEX training_need_by_day ON training_need (raised_on) WHERE removed_at IS NULL;
CREATE INDEX training_need_by_member ON training_need (member_id) WHERE removed_at IS NULL AND member_id IS NOT NULL;
CREATE INDEX training_need_by_class ON training_need (class_id) WHERE removed_at IS NULL AND class_id IS NOT NULL;

CREATE TABLE training_course (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  removed_at   TEXT,
  class_id     TEXT NOT NULL,
  title        TEXT NOT NULL,
  content      TEXT NOT NULL,
  position     INTEGER NOT NULL
) STRICT;
CREATE INDEX training_course_by_class ON training_course (class_id, position) WHERE removed_at IS NULL;

CREATE TABLE training_session (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  removed_at   TEXT,
  class_id     TEXT NOT NULL,
  course_id    TEXT NOT NULL,
  form         TEXT NOT NULL CHECK (form IN ('lecture', 'discussion', 'practice')),
  held_on      TEXT NOT NULL,
  starts_at    TEXT NOT NULL,
  ends_at      TEXT NOT NULL CHECK (ends_at > starts_at),
  place        TEXT NOT NULL,
  trainer      TEXT NOT NULL,
  hours_tenths INTEGER NOT NULL CHECK (hours_tenths > 0),
  capacity     INTEGER NOT NULL CHECK (capacity > 0),
  state        TEXT NOT NULL CHECK (state IN ('planned', 'held', 'cancelled')),
  state_reason TEXT NOT NULL
) STRICT;
CREATE INDEX training_session_by_day ON training_session (held_on, state) WHERE removed_at IS NULL;
CREATE INDEX training_session_by_class ON training_session (class_id, held_on, starts_at) WHERE removed_at IS NULL;
CREATE INDEX training_session_by_course ON training_session (course_id) WHERE removed_at IS NULL;

-- `hours_tenths`, `score_tenths` and `result` are written when the class is finished and stand from then on.
CREATE TABLE training_enrolment (
  id               TEXT PRIMARY KEY NOT NULL,
  community_id     TEXT NOT NULL,
  version          INTEGER NOT NULL DEFAULT 1,
  created_at       TEXT NOT NULL,
  updated_at       TEXT NOT NULL,
  removed_at       TEXT,
  class_id         TEXT NOT NULL,
  member_id        TEXT NOT NULL,
  state            TEXT NOT NULL CHECK (state IN ('enrolled', 'withdrawn')),
  source           TEXT NOT NULL CHECK (source IN ('rule', 'hand')),
  withdrawn_on     TEXT,
  withdrawn_reason TEXT NOT NULL,
  hours_tenths     INTEGER,
  score_tenths     INTEGER,
  result           TEXT NOT NULL CHECK (result IN ('', 'passed', 'failed-attendance', 'failed-exam'))
) STRICT;
CREATE UNIQUE INDEX training_enrolment_by_class ON training_enrolment (class_id, member_id) WHERE removed_at IS NULL;
CREATE INDEX training_enrolment_by_member ON training_enrolment (member_id, class_id) WHERE removed_at IS NULL;

CREATE TABLE training_attendance (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  removed_at   TEXT,
  session_id   TEXT NOT NULL,
  member_id    TEXT NOT NULL,
  mark         TEXT NOT NULL CHECK (mark IN ('present', 'late', 'leave', 'absent')),
  note         TEXT NOT NULL,
  kept_by      TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX training_attendance_by_session ON training_attendance (session_id, member_id) WHERE removed_at IS NULL;
CREATE INDEX training_attendance_by_member ON training_attendance (member_id, session_id, mark) WHERE removed_at IS NULL;

CREATE TABLE training_exam (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  removed_at   TEXT,
  class_id     TEXT NOT NULL,
  title        TEXT NOT NULL,
  held_on      TEXT NOT NULL,
  make_up_on   TEXT CHECK (make_up_on > held_on),
  place        TEXT NOT NULL,
  full_tenths  INTEGER NOT NULL CHECK (full_tenths > 0),
  pass_tenths  INTEGER NOT NULL CHECK (pass_tenths BETWEEN 0 AND full_tenths),
  state        TEXT NOT NULL CHECK (state IN ('planned', 'marked', 'closed'))
) STRICT;
CREATE INDEX training_exam_by_class ON training_exam (class_id, held_on) WHERE removed_at IS NULL;
CREATE INDEX training_exam_by_day ON training_exam (held_on) WHERE removed_at IS NULL;
CREATE INDEX training_exam_by_make_up ON training_exam (make_up_on) WHERE removed_at IS NULL AND state <> 'closed';

-- One attempt; the second is the make-up. NULL: was not there.
CREATE TABLE training_score (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  removed_at   TEXT,
  exam_id      TEXT NOT NULL,
  member_id    TEXT NOT NULL,
  attempt      INTEGER NOT NULL CHECK (attempt IN (1, 2)),
  score_tenths INTEGER CHECK (score_tenths >= 0),
  reason       TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX training_score_by_exam ON training_score (exam_id, member_id, attempt) WHERE removed_at IS NULL;
CREATE INDEX training_score_by_member ON training_score (member_id, exam_id) WHERE removed_at IS NULL;

CREATE TABLE training_feedback (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  removed_at   TEXT,
  class_id     TEXT NOT NULL,
  member_id    TEXT NOT NULL,
  content      INTEGER NOT NULL CHECK (content BETWEEN 1 AND 5),
  trainer      INTEGER NOT NULL CHECK (trainer BETWEEN 1 AND 5),
  use          INTEGER NOT NULL CHECK (use BETWEEN 1 AND 5),
  comment      TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX training_feedback_by_class ON training_feedback (class_id, member_id) WHERE removed_at IS NULL;

CREATE TABLE training_certificate (
  id             TEXT PRIMARY KEY NOT NULL,
  community_id   TEXT NOT NULL,
  version        INTEGER NOT NULL DEFAULT 1,
  created_at     TEXT NOT NULL,
  updated_at     TEXT NOT NULL,
  number         TEXT NOT NULL,
  class_id       TEXT NOT NULL,
  member_id      TEXT NOT NULL,
  issued_on      TEXT NOT NULL,
  issued_by      TEXT NOT NULL,
  revoked_on     TEXT,
  revoked_reason TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX training_certificate_by_number ON training_certificate (number);
CREATE UNIQUE INDEX training_certificate_valid ON training_certificate (class_id, member_id) WHERE revoked_on IS NULL;
CREATE INDEX training_certificate_by_member ON training_certificate (member_id);

-- The quarter's form as it was handed in.
CREATE TABLE training_record_filing (
  id           TEXT PRIMARY KEY NOT NULL,
  community_id TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  created_at   TEXT NOT NULL,
  updated_at   TEXT NOT NULL,
  year         INTEGER NOT NULL,
  quarter      INTEGER NOT NULL CHECK (quarter BETWEEN 1 AND 4),
  filed_on     TEXT NOT NULL,
  filed_by     TEXT NOT NULL,
  lines        TEXT NOT NULL CHECK (json_valid(lines))
) STRICT;
CREATE UNIQUE INDEX training_record_filing_by_quarter ON training_record_filing (community_id, year, quarter);
