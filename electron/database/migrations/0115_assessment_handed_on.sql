-- What a confirmed consequence of an assessment became: a case in the ledger of rewards and penalties, or a training need. Once each, so it is found from both sides.
ALTER TABLE assessment_follow ADD COLUMN case_id TEXT;
ALTER TABLE assessment_follow ADD COLUMN need_id TEXT;
CREATE UNIQUE INDEX assessment_follow_by_case ON assessment_follow (case_id) WHERE case_id IS NOT NULL AND removed_at IS NULL;
CREATE UNIQUE INDEX assessment_follow_by_need ON assessment_follow (need_id) WHERE need_id IS NOT NULL AND removed_at IS NULL;

-- Whom a rule of rewards is for: holders of one post, or of posts of one level. Empty: everybody.
ALTER TABLE reward_rule ADD COLUMN post_id TEXT;
ALTER TABLE reward_rule ADD COLUMN level TEXT NOT NULL DEFAULT '';
